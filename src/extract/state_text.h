/// @file Articles that stand only in a page's scripts.
#pragma once

#include <string>

#include "html/document.h"

namespace kaynak::extract_detail {

/// The longest text of HTML paragraphs found in a JSON string of the page's scripts (framework
/// state: "__NEXT_DATA__", flight data, preloaded stores), one paragraph a line; empty where there
/// is none of 400 bytes or more.
std::string text_in_scripts(const Document& page);

}  // namespace kaynak::extract_detail
