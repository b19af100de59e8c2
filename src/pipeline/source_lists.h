/// @file Many sources at a time: lists of feeds in, and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct ImportOptions {
  std::string rights;    ///< full, excerpt, link or none; empty: link
  bool dry_run = false;  ///< nothing is written
};

struct ImportReport {
  int feeds = 0;                      ///< that the list names, each once
  int fresh = 0;                      ///< now in the file of a new source
  int known = 0;                      ///< polled already
  std::vector<std::string> skipped;   ///< an address and why, for the rest
  std::vector<Source> sources;        ///< the new ones
  std::vector<std::string> problems;  ///< of the list itself
};

/// Takes OPML, or addresses of feeds, one a line ("#" begins a comment). Asks nobody: titles and
/// addresses say what the file of a source says. One source an outlet's host, with all its feeds;
/// feeds at services that carry everybody's are a source each. Folders become tags, and the country
/// where they name one. Errors: malformed (neither), usage (rights), those of the disk.
Result<ImportReport> import_sources(const Newsroom& newsroom, std::string_view bytes,
                                    const ImportOptions& options);

/// All sources' feeds as OPML 2.0, in folders by their first tag.
std::string export_opml(const Newsroom& newsroom);

}  // namespace kaynak
