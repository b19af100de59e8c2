/// @file TOML 1.0 as a Json value (toml++ behind one file).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace kaynak {

/// Parses a TOML document (UTF-8). Tables become objects in the order of their keys, dates and
/// times their text. `name` is what errors call the document. Errors: malformed ("name:line: why").
Result<Json> parse_toml(std::string_view text, std::string_view name);

/// A document that knows where it says what.
struct TomlDocument {
  Json value;
  std::map<std::string, int, std::less<>>
      lines;  ///< by path: "feeds", "feeds[1]", "extract[0].body"
  /// Line of the value at `path`, from 1; 0 where there is none.
  int line(std::string_view path) const;
};

/// As parse_toml, with the line of every key and of every item of a list.
Result<TomlDocument> parse_toml_with_lines(std::string_view text, std::string_view name);

}  // namespace kaynak
