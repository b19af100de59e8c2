/// @file `kaynak inspect dates`: the dates in a text, or in many texts, one a line.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "cli/args.h"

namespace kaynak {

/// What stays the same for all texts of a call.
struct DateQuestion {
  std::string language = "en";  ///< BCP 47
  std::string published;        ///< RFC 3339
};

/// `[{text, begin, end, resolved}]`, with `first` and `last` for an interval. `begin` and `end` are
/// bytes of the text in UTF-8.
Result<Json> dates_json(const std::string& text, const DateQuestion& question);

/// One line of `--jsonl`, `{"text", "language"?, "published"?, "id"?}`, to its answer, `{"id"?,
/// "dates"}` or `{"id"?, "error"}`. What a line leaves out is taken from `defaults`.
Json answer_date_line(const std::string& line, const DateQuestion& defaults);

/// Adds the command below `inspect`.
void add_inspect_dates(Args& inspect);

}  // namespace kaynak
