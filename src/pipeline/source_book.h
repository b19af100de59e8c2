/// @file The sources a newsroom knows: its own files, then Kaynak's.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "model/source.h"
#include "pipeline/source_file.h"

namespace kaynak {

inline constexpr std::uint64_t kMaxSourceFile = 1 << 20;
/// Folder of a newsroom's sources that holds the files of those taken out: not read.
inline constexpr const char* kRemovedSources = "removed";

/// Source files below a folder, by name, so that reading them does the same thing everywhere.
std::vector<Path> source_files(const Path& folder);
/// "vn/song-bao" for vn/song-bao.toml below `folder`.
SourceId source_id_of(const Path& file, const Path& folder);

/// All sources, found by id or by a page's host. Thread-safe.
class SourceBook {
 public:
  /// Reads every `*.toml` below the folders (agencies.toml and removed/ apart); an id in an earlier
  /// folder hides it in later ones. Errors: malformed (the file and what is wrong with it).
  static Result<std::unique_ptr<SourceBook>> load(const std::vector<Path>& folders);

  /// Reads the folders again where a file of them has changed since; gives whether it was so. On an
  /// error all stays as it was until the next change.
  Result<bool> reload_if_changed();
  std::optional<SourceEntry> find(const SourceId& id) const;
  /// The source whose `hosts` (or home) has that host, "www." and "m." aside.
  std::optional<SourceEntry> find_by_host(std::string_view host) const;
  /// The source for a host nobody described: written to `folder`/<host>.toml for a person to
  /// complete, once.
  Result<SourceEntry> adopt(std::string_view host, std::string_view outlet,
                            const LanguageTag& language, Rights rights, const Path& folder);
  std::vector<SourceEntry> all() const;

 private:
  Result<void> read();
  void add(SourceEntry entry);
  std::vector<Path> folders_;
  std::string fingerprint_;  ///< of names, sizes and times of the folders' files
  mutable std::mutex mutex_;
  std::map<std::string, SourceEntry> by_id_;
  std::map<std::string, std::string> id_by_host_;
};

/// Lower case, without "www.", "m." or "amp.".
std::string plain_host(std::string_view host);

}  // namespace kaynak
