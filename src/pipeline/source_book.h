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
#include "extract/site_rules.h"
#include "model/source.h"

namespace kaynak {

/// A source as its file has it.
struct SourceEntry {
  Source source;
  std::vector<std::string> aliases;  ///< names other outlets use for it
  SiteRules rules;
};

/// Reads one source file. `id` names it. Errors: malformed (file and line, or the key that is
/// wrong).
Result<SourceEntry> parse_source(const SourceId& id, std::string_view toml);

/// All sources, found by id or by a page's host. Thread-safe.
class SourceBook {
 public:
  /// Reads every `*.toml` below the folders (agencies.toml apart); an id in an earlier folder hides
  /// it in later ones. Errors: malformed (the file and what is wrong with it).
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
