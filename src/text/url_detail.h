/// @file What url.cc takes from the URL parser's file.
#pragma once

#include <string>
#include <string_view>

namespace kaynak::text_detail {

/// Serialised URL of `text` (UTF-8) per the WHATWG URL Standard against `base` (empty: none). False
/// where it is none. Thread-safe; each thread keeps its parser and the last base it saw.
bool whatwg_href(std::string_view text, std::string_view base, std::string* href);

}  // namespace kaynak::text_detail
