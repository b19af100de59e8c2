#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>

#include "base/hash.h"
#include "base/strings.h"
#include "gather/gzip.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

using gather_detail::gzip_member;
using gather_detail::Inflater;
using gather_detail::told_member_length;
using gather_detail::ZForm;

class Descriptor {
 public:
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  ~Descriptor() {
    if (fd_ >= 0) ::close(fd_);
  }
  int get() const { return fd_; }

 private:
  int fd_;
};

Unexpected disk_error(const Path& path, const char* what) {
  return fail(ErrorCode::unavailable, "gather",
              std::string(what) + " " + path.string() + " failed: " + std::strerror(errno));
}

/// A value that cannot end its header line.
std::string one_line(std::string_view value) {
  std::string out(value);
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  return out;
}

std::string record_date(Time at) {
  auto text = to_rfc3339(at);
  const auto ms = (at - std::chrono::floor<Seconds>(at)).count();
  if (ms == 0) return text;
  char fraction[16];
  std::snprintf(fraction, sizeof fraction, ".%03dZ", static_cast<int>(ms));
  text.replace(text.size() - 1, 1, fraction);
  return text;
}

/// A name-based identifier: the same record gets the same one.
std::string record_id(std::string_view of) {
  auto hex = sha256_hex(of).substr(0, 32);
  hex[12] = '8';  // RFC 9562: version 8, variant 10
  hex[16] = "89ab"[hex[16] & 3];
  return "<urn:uuid:" + hex.substr(0, 8) + "-" + hex.substr(8, 4) + "-" + hex.substr(12, 4) + "-" +
         hex.substr(16, 4) + "-" + hex.substr(20) + ">";
}

const char* reason(int status) {
  switch (status) {
    case 200:
      return "OK";
    case 301:
      return "Moved Permanently";
    case 302:
      return "Found";
    case 304:
      return "Not Modified";
    case 404:
      return "Not Found";
    case 410:
      return "Gone";
    default:
      return "Status";
  }
}

/// The response as if it had come plain: coding headers are left out, since `body` is decoded.
std::string http_block(const Capture& capture) {
  std::string out = "HTTP/1.1 " + std::to_string(capture.http_status) + " " +
                    reason(capture.http_status) + "\r\n";
  for (const auto& [name, value] : capture.headers) {
    if (iequals(name, "content-encoding") || iequals(name, "transfer-encoding") ||
        iequals(name, "content-length"))
      continue;
    const auto clean = replace_all(one_line(name), ":", "");
    if (!trim(clean).empty()) out += clean + ": " + one_line(value) + "\r\n";
  }
  out += "Content-Length: " + std::to_string(capture.body.size()) + "\r\n\r\n";
  return out + capture.body;
}

std::string record_text(const std::string& head, const std::string& block) {
  return "WARC/1.1\r\n" + head + "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n" +
         block + "\r\n\r\n";
}

std::string warcinfo_record(std::string_view software) {
  const std::string block = "software: " + one_line(software) +
                            "\r\nformat: WARC File Format 1.1\r\nconformsTo: "
                            "http://iipc.github.io/warc-specifications/specifications/warc-format/"
                            "warc-1.1/\r\n";
  return record_text("WARC-Type: warcinfo\r\nWARC-Date: " + to_rfc3339(system_now()) +
                         "\r\nWARC-Record-ID: " + record_id(random_hex(16)) +
                         "\r\nContent-Type: application/warc-fields\r\n",
                     block);
}

std::string response_record(const Capture& capture) {
  const auto block = http_block(capture);
  const auto date = record_date(capture.fetched);
  const auto& uri = capture.final_url.empty() ? capture.url : capture.final_url;
  std::string head = "WARC-Type: response\r\nWARC-Target-URI: " + one_line(uri) +
                     "\r\nWARC-Date: " + date +
                     "\r\nWARC-Record-ID: " + record_id(uri + "\n" + date + "\n" + block) +
                     "\r\nWARC-Payload-Digest: sha1:" + sha1_base32(capture.body) +
                     "\r\nWARC-Block-Digest: sha1:" + sha1_base32(block) +
                     "\r\nContent-Type: application/http; msgtype=response\r\n";
  if (capture.url != uri) head += "Kaynak-Requested-URI: " + one_line(capture.url) + "\r\n";
  if (capture.source) head += "Kaynak-Source: " + one_line(capture.source.value) + "\r\n";
  return record_text(head, block);
}

/// End of the last whole gzip member at or behind `from`, found by inflating one after the other.
std::uint64_t end_by_inflating(int fd, std::uint64_t from) {
  Inflater inflater(ZForm::gzip);
  std::string in(1 << 16, '\0');
  std::string out(1 << 17, '\0');
  std::uint64_t whole = from;
  for (std::uint64_t at = from;;) {
    const auto got = ::pread(fd, in.data(), in.size(), static_cast<off_t>(at));
    if (got <= 0) return whole;
    std::string_view rest(in.data(), static_cast<std::size_t>(got));
    while (!rest.empty()) {
      const auto step = inflater.step(rest, out.data(), out.size());
      if (step.failed) return whole;
      rest.remove_prefix(step.consumed);
      at += step.consumed;
      if (!step.ended) continue;
      whole = at;
      inflater.reset();
    }
  }
}

/// End of the last whole member. Members that tell their length are hopped over; the last, the only
/// one a crash can have torn, is inflated, as is everything from one on that tells none.
std::uint64_t whole_part(int fd, std::uint64_t size) {
  std::uint64_t at = 0;
  for (;;) {
    char head[24];
    const auto got = ::pread(fd, head, sizeof head, static_cast<off_t>(at));
    const auto told =
        got <= 0 ? 0 : told_member_length(std::string_view(head, static_cast<std::size_t>(got)));
    if (told == 0 || at + told >= size) return end_by_inflating(fd, at);
    at += told;
  }
}

class Writer : public WarcWriter {
 public:
  Writer(Descriptor file, Path path, std::uint64_t end)
      : file_(std::move(file)), path_(std::move(path)), end_(end) {}

  Result<std::uint64_t> append(const Capture& capture) override {
    return append_member(gzip_member(response_record(capture)));
  }

  Result<std::uint64_t> append_member(const std::string& member) {
    const auto begin = end_;
    std::string_view rest = member;
    while (!rest.empty()) {
      const auto wrote = ::pwrite(file_.get(), rest.data(), rest.size(),
                                  static_cast<off_t>(end_ + (member.size() - rest.size())));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) return undo("writing to");
      rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    if (::fdatasync(file_.get()) != 0) return undo("writing to");
    end_ += member.size();
    return begin;
  }

 private:
  /// A part of a record must not stay before later ones (a full disk may have room again).
  Unexpected undo(const char* what) {
    auto error = disk_error(path_, what);
    if (::ftruncate(file_.get(), static_cast<off_t>(end_)) != 0) error.error.detail += "; not cut";
    return error;
  }

  Descriptor file_;
  Path path_;
  std::uint64_t end_;
};

Result<void> sync_folder(const Path& path) {
  const auto folder = path.parent_path().empty() ? Path(".") : path.parent_path();
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.get() < 0 || ::fsync(fd.get()) != 0) return disk_error(folder, "syncing");
  return {};
}

}  // namespace

Result<std::unique_ptr<WarcWriter>> WarcWriter::open(const Path& path, std::string_view software) {
  std::error_code error;
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), error);
  Descriptor file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
  if (file.get() < 0) return disk_error(path, "opening");
  if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0)
    return fail(ErrorCode::conflict, "gather", path.string() + " is being written by another");
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) return disk_error(path, "opening");
  const auto size = static_cast<std::uint64_t>(status.st_size);
  const auto whole = whole_part(file.get(), size);
  char magic[2] = {0, 0};
  if (size >= 2 && whole == 0 && ::pread(file.get(), magic, 2, 0) == 2 &&
      std::memcmp(magic, "\x1f\x8b", 2) != 0)
    return fail(ErrorCode::malformed, "gather",
                path.string() + " is no gzip WARC; it is left as it is");
  if (whole < size && ::ftruncate(file.get(), static_cast<off_t>(whole)) != 0)
    return disk_error(path, "cutting the torn end of");
  auto writer = std::make_unique<Writer>(std::move(file), path, whole);
  if (whole == 0) {
    KAYNAK_TRY(writer->append_member(gzip_member(warcinfo_record(software))));
    KAYNAK_TRY(sync_folder(path));
  }
  return std::unique_ptr<WarcWriter>(std::move(writer));
}

}  // namespace kaynak
