/// @file How much of a page the parser may pass over without reading it.
#pragma once

#include <cstddef>
#include <string_view>

namespace kaynak {

/// Bytes of raw text before the end tag `name`; npos where that isn't there, or where the tokenizer
/// has to look itself: at a NUL, or at a script inside a comment inside a script (HTML, "script
/// data double escaped state").
std::size_t raw_text_size(std::string_view text, std::string_view name);

/// Bytes of shapes before the end of the drawing that was just opened; 0 where there is anything
/// else.
std::size_t shapes_size(std::string_view text);

}  // namespace kaynak
