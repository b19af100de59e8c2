/// @file An Explanation to look at: for the terminal, as an HTML page, as JSON.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "extract/explain.h"

namespace kaynak {

/// One page explained, with what came of it.
struct ExplainedPage {
  std::string id;
  Explanation why;
  std::optional<Error> refused;
};

/// Lines for a terminal: a mark, the score, where the text stands, its beginning, and what decided.
std::string explained_as_text(const ExplainedPage& page);
/// A whole HTML document without scripts: every block of the page, kept ones and dropped ones
/// coloured, the reasons unfolding beneath each.
std::string explained_as_html(const ExplainedPage& page);
/// One JSON object.
std::string explained_as_json(const ExplainedPage& page);

}  // namespace kaynak
