/// @file Who wrote it: the byline as written, and the persons' names in it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/content.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {

struct Byline {
  std::string written;
  std::vector<std::string> names;
};

/// From structured data where it names persons, else from the page near its headline; the page
/// where it shows more, or names where the data holds what they log in with. `headline` is the
/// heading, where there is one. `outlet` is never a person.
Byline find_byline(const Document& page, const PageMap& map, const Content& content,
                   const StructuredData& data, NodeIndex headline, std::string_view outlet);

/// The persons' names in a byline: "Von Ana Weiß und J. Kern, Berlin" gives "Ana Weiß", "J. Kern".
std::vector<std::string> names_in_byline(std::string_view byline, std::string_view outlet);

}  // namespace kaynak::extract_detail
