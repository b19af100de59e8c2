/// @file Articles that stand only in a page's scripts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// The longest text of HTML paragraphs found in a JSON string of the page's scripts (framework
/// state: "__NEXT_DATA__", flight data, preloaded stores), as HTML; empty where there is none of
/// 400 bytes of text or more.
std::string html_in_scripts(const Document& page);

/// The blocks of an article's text that is HTML by itself: paragraphs, headings, lists, figures
/// with their captions. They have no ranges in the page. `base` is the absolute URL for links.
std::vector<Block> blocks_of_html(std::string_view html, std::string_view base,
                                  std::string_view language);

}  // namespace kaynak::extract_detail
