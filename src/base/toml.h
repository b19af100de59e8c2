/// @file TOML 1.0 as a Json value (toml++ behind one file).
#pragma once

#include <string_view>

#include "base/json.h"
#include "base/result.h"

namespace kaynak {

/// Parses a TOML document (UTF-8). Tables become objects in the order of their keys, dates and
/// times their text. `name` is what errors call the document. Errors: malformed ("name:line: why").
Result<Json> parse_toml(std::string_view text, std::string_view name);

}  // namespace kaynak
