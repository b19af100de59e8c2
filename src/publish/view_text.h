/// @file Text of a block → runs: pieces of text with what is true of each (link, emphasis,
/// quotation, …), ready for the template that makes elements of them. Internal to publish.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "model/article.h"

namespace kaynak::publish_detail {

/// Direct speech inside a block's text.
struct Said {
  ByteRange range;  ///< into the block's text
  std::string by;   ///< speaker and relay in the reader's words; may be empty
};

/// Runs of `text[range]`. Ranges are clipped to the text and to whole code points; spans that do
/// not nest are cut at each other's ends. Links that are not http(s) are left out, their text
/// stays.
Json runs_of(std::string_view text, ByteRange range, const std::vector<Span>& spans,
             const std::vector<Said>& said);

/// `range` moved inward until it lies in `text` and cuts no code point.
ByteRange clip_range(ByteRange range, std::string_view text);

}  // namespace kaynak::publish_detail
