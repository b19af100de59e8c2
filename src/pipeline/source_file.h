/// @file One source's TOML file, read strictly: what it says, and everything that is wrong with it.
#pragma once

#include <string>
#include <string_view>
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
  Path file;  ///< where it was read from; empty where it was not read from a file
};

/// Something wrong in a source's file.
struct SourceProblem {
  int line = 0;     ///< from 1; 0: the file as a whole
  std::string key;  ///< "feeds[1]"; empty: the file as a whole
  std::string what;
};

struct SourceReading {
  SourceEntry entry;
  std::vector<SourceProblem> problems;  ///< by line
};

/// Reads a source file; an unknown key, a value of the wrong kind, an address, language or country
/// that is none is a problem, with the nearest key where one may have been meant. `id` names the
/// source. Errors: malformed (no TOML: file, line and why).
Result<SourceReading> read_source(const SourceId& id, std::string_view toml);

/// "sources/vn/song-bao.toml:3: 'feed' is no key of a source; did you mean 'feeds'?"
std::string to_text(const SourceId& id, const SourceProblem& problem);

/// The same for a file that has to be right. Errors: malformed (the first problem, and how many
/// there are).
Result<SourceEntry> parse_source(const SourceId& id, std::string_view toml);

/// The text of a new file for `source`: what it says differently from the defaults, and its rights.
/// parse_source reads it back. `note` stands above it as a comment; empty: none.
std::string source_toml(const Source& source, std::string_view note = {});

}  // namespace kaynak
