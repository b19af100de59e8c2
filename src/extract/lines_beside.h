/// @file Short lines around an article's text, where credits stand that are no part of it.
#pragma once

#include <string_view>
#include <vector>

#include "extract/page_map.h"
#include "model/article.h"

namespace kaynak::extract_detail {

struct LinesOf {
  const Document& page;
  const PageMap& map;
  std::string_view base;  ///< absolute URL for links
};

/// Lines that were not kept as text and stand by it: between the headline and the text, inside it,
/// and right behind it. Hops of role "credit" with the line as `name`; `proof` says where it
/// stands: "line before the text", "line within the text", "line after the text". Whether one is a
/// credit is for attribute() to say. `url` is what the line links to. `kept` has one entry per
/// block of the map.
std::vector<Hop> lines_beside_text(const LinesOf& page, const std::vector<bool>& kept,
                                   NodeIndex headline);

}  // namespace kaynak::extract_detail
