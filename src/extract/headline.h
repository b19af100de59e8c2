/// @file The headline as the reader sees it.
#pragma once

#include <string>
#include <string_view>

#include "extract/content.h"
#include "extract/outlet.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {

struct Headline {
  std::string text;
  NodeIndex node = no_node;  ///< the heading it was taken from, where it was
  std::string kicker;        ///< set above it in the same heading
  std::string subheadline;   ///< set below it in the same heading
};

/// Contents of the title element, white space folded.
std::string document_title(const Document& page);
/// A title without the outlet's name and section at its end or start ("Ice melts early | Songbao
/// News").
std::string without_site_name(std::string_view title, std::string_view outlet);

/// `fallback` is used where the page has no headline of its own (what the feed gave).
Headline find_headline(const Document& page, const PageMap& map, const StructuredData& data,
                       std::string_view outlet, std::string_view fallback);

}  // namespace kaynak::extract_detail
