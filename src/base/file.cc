#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/hash.h"
#include "base/strings.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

Unexpected system_failure(const std::string& what, const Path& path) {
  const int number = errno;
  const auto code = number == ENOENT ? ErrorCode::not_found : ErrorCode::unavailable;
  std::string detail = what + " '" + path.string() + "': " + std::strerror(number);
  if (number == ENOSPC)
    detail += "; make room on that disk and run the command again, nothing is lost";
  return fail(code, "file", detail);
}

/// A file descriptor that is closed when it goes.
struct Descriptor {
  int fd;
  explicit Descriptor(int d) : fd(d) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (fd >= 0) ::close(fd);
  }
};

Result<void> write_all(int fd, std::string_view bytes, const Path& path) {
  while (!bytes.empty()) {
    const auto n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_failure("cannot write", path);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return {};
}

Result<void> write_new_file(const Path& path, std::string_view bytes, bool durable) {
  Descriptor out(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
  if (out.fd < 0) return system_failure("cannot make", path);
  KAYNAK_TRY(write_all(out.fd, bytes, path));
  if (durable && ::fsync(out.fd) != 0) return system_failure("cannot flush", path);
  const int fd = out.fd;
  out.fd = -1;
  if (::close(fd) != 0) return system_failure("cannot close", path);
  return {};
}

void sync_folder(const Path& folder) {
  Descriptor d(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (d.fd >= 0) ::fsync(d.fd);
}

Result<void> make_folders(const Path& folder) {
  std::error_code ec;
  if (!folder.empty()) fs::create_directories(folder, ec);
  if (!ec) return {};
  errno = ec.value();
  return system_failure("cannot make folder", folder);
}

}  // namespace

Result<std::string> read_file(const Path& path, std::uint64_t max_bytes) {
  Descriptor in(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (in.fd < 0) return system_failure("cannot open", path);
  struct stat info {};
  if (::fstat(in.fd, &info) != 0) return system_failure("cannot read", path);
  if (S_ISDIR(info.st_mode))
    return fail(ErrorCode::unavailable, "file", "'" + path.string() + "' is a folder");
  // A byte more than the file has, so that the read after the last one finds its end.
  constexpr std::uint64_t piece = 1 << 16;
  const auto expected =
      S_ISREG(info.st_mode) ? static_cast<std::uint64_t>(info.st_size) + 1 : piece;
  std::string bytes(std::min(expected, max_bytes + 1), '\0');
  for (std::size_t size = 0;;) {
    if (size == bytes.size()) bytes.resize(size + piece);
    const auto n = ::read(in.fd, bytes.data() + size, bytes.size() - size);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return system_failure("cannot read", path);
    size += static_cast<std::size_t>(n);
    if (size > max_bytes)
      return fail(ErrorCode::too_large, "file",
                  "'" + path.string() + "' is larger than " + std::to_string(max_bytes) + " bytes");
    if (n > 0) continue;
    bytes.resize(size);
    return bytes;
  }
}

Result<void> write_file_atomically(const Path& path, std::string_view bytes, bool durable,
                                   const Path& temporary_folder) {
  const auto folder = path.parent_path();
  KAYNAK_TRY(make_folders(folder));
  if (!temporary_folder.empty()) KAYNAK_TRY(make_folders(temporary_folder));
  const Path temporary = (temporary_folder.empty() ? folder : temporary_folder) /
                         ("." + path.filename().string() + "." + random_hex(6) + ".tmp");
  auto written = write_new_file(temporary, bytes, durable);
  if (written && ::rename(temporary.c_str(), path.c_str()) != 0)
    written = system_failure("cannot replace", path);
  if (!written) {
    ::unlink(temporary.c_str());
    return written;
  }
  if (durable) sync_folder(folder.empty() ? Path(".") : folder);
  return {};
}

Result<bool> write_file_if_changed(const Path& path, std::string_view bytes) {
  std::error_code ec;
  if (fs::file_size(path, ec) == bytes.size() && !ec) {
    const auto old = read_file(path);
    if (old && *old == bytes) return false;
  }
  KAYNAK_TRY(write_file_atomically(path, bytes));
  return true;
}

Result<TemporaryFolder> TemporaryFolder::make(std::string_view prefix) {
  std::error_code ec;
  auto pattern = (fs::temp_directory_path(ec) / (safe_name(prefix) + "-XXXXXX")).string();
  if (ec || ::mkdtemp(pattern.data()) == nullptr)
    return system_failure("cannot make folder", pattern);
  return TemporaryFolder(Path(pattern));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept : path_(std::move(other.path_)) {
  other.path_.clear();
}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;  // nothing can be done about a folder that will not go
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

std::string safe_name(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '_' || c == '-' || (c == '.' && !out.empty());
    if (kept)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (!out.empty() && out.back() == '-') out.pop_back();
  out.resize(std::min<std::size_t>(out.size(), 120));
  return out.empty() ? "unnamed" : out;
}

Result<Path> share_folder() {
  const auto holds_data = [](const Path& p) {
    return fs::exists(p / "theme") && fs::exists(p / "locale");
  };
  if (const char* set = std::getenv("KAYNAK_SHARE"); set != nullptr && *set != '\0') {
    if (holds_data(set)) return Path(set);
    return fail(ErrorCode::not_found, "file",
                std::string("KAYNAK_SHARE names '") + set + "', which holds no theme/ and locale/");
  }
  std::error_code ec;
  const auto program = fs::read_symlink("/proc/self/exe", ec);
  if (!ec && holds_data(program.parent_path().parent_path() / "share/kaynak"))
    return program.parent_path().parent_path() / "share/kaynak";
  if (holds_data(KAYNAK_SOURCE_TREE)) return Path(KAYNAK_SOURCE_TREE);
  return fail(ErrorCode::not_found, "file",
              "Kaynak's own data files (theme/, locale/) are nowhere to be found; set KAYNAK_SHARE "
              "to the folder that holds them");
}

}  // namespace kaynak
