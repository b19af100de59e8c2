#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>

#include "gather/gzip.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

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

  std::uint64_t size() const override { return end_; }

  Result<std::uint64_t> append_bytes(std::string_view members) override {
    const auto begin = end_;
    std::string_view rest = members;
    while (!rest.empty()) {
      const auto wrote = ::pwrite(file_.get(), rest.data(), rest.size(),
                                  static_cast<off_t>(end_ + (members.size() - rest.size())));
      if (wrote < 0 && errno == EINTR) continue;
      if (wrote <= 0) return undo("writing to");
      rest.remove_prefix(static_cast<std::size_t>(wrote));
    }
    if (::fdatasync(file_.get()) != 0) return undo("writing to");
    end_ += members.size();
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
  std::unique_ptr<WarcWriter> writer = std::make_unique<Writer>(std::move(file), path, whole);
  if (whole == 0) {
    KAYNAK_TRY(writer->append_bytes(warcinfo_bytes(software)));
    KAYNAK_TRY(sync_folder(path));
  }
  return writer;
}

Result<std::vector<std::uint64_t>> WarcWriter::append_all(const std::vector<WarcEntry>& entries) {
  std::vector<std::uint64_t> offsets;
  if (entries.empty()) return offsets;
  std::string members;
  for (const auto& entry : entries) {
    offsets.push_back(size() + members.size());
    members += warc_bytes(entry);
  }
  KAYNAK_TRY(append_bytes(members));
  return offsets;
}

Result<std::uint64_t> WarcWriter::append(const Capture& capture) {
  return append_bytes(warc_bytes({&capture, {}, {}}));
}

}  // namespace kaynak
