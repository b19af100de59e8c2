/// @file Text that fills a place where other text is to come, or hides one behind a paywall.
#pragma once

#include <string_view>

namespace kaynak::extract_detail {

/// Whether a text is mock Latin: "Lorem ipsum dolor …", or sentences made of its words. Text of at
/// least six words, nearly all of which stand in Cicero's paragraphs that such text is made from;
/// or one that begins with "Lorem ipsum". Real Latin has too many other words.
bool is_filler_text(std::string_view text);

}  // namespace kaynak::extract_detail
