/// @file Files and folders. Paths are UTF-8. Nothing here follows a name that came from outside:
/// see `safe_name`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaynak {

using Path = std::filesystem::path;

/// The whole file. Errors: not_found, too_large (> max_bytes), unavailable (cannot be read, is a
/// folder).
Result<std::string> read_file(const Path& path, std::uint64_t max_bytes = 256u << 20);

/// Writes beside `path` and renames, so a reader (or a crash) sees the old file or the new one,
/// never a part. Makes missing folders. With `durable`, the file and its folder reach the disk
/// first. Errors: unavailable (with the reason the system gives, such as a full disk).
/// The file is made in `temporary` first if one is named (a folder of the same file system), so
/// that what a crash leaves behind stands in one place.
Result<void> write_file_atomically(const Path& path, std::string_view bytes, bool durable = false,
                                   const Path& temporary = {});

/// Same, but does not touch a file that holds these bytes already. Gives whether it wrote.
Result<bool> write_file_if_changed(const Path& path, std::string_view bytes);

/// A folder that is deleted with its contents when the value goes. Move-only.
class TemporaryFolder {
 public:
  static Result<TemporaryFolder> make(std::string_view prefix = "kaynak");
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
  ~TemporaryFolder();
  const Path& path() const { return path_; }

 private:
  explicit TemporaryFolder(Path path) : path_(std::move(path)) {}
  Path path_;
};

/// `text` as one path component: letters, digits, '-', '_' and '.' kept, everything else '-', no
/// leading dot, at most 120 bytes, never empty.
std::string safe_name(std::string_view text);

/// Where Kaynak's own data files (theme, locale, sources, samples, attribution data) are:
/// $KAYNAK_SHARE, else PREFIX/share/kaynak beside the program, else the source tree it was built
/// from. Errors: not_found.
Result<Path> share_folder();

}  // namespace kaynak
