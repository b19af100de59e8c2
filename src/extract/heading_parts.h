/// @file The parts of a heading: kicker, headline and subheadline are often set in one element.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// A run of a heading's text in an element of its own.
struct HeadingPart {
  std::size_t begin = 0;  ///< into Heading::whole
  std::size_t end = 0;
  Meanings own = 0;    ///< of the element's class
  bool aside = false;  ///< set as small print or a time
};

struct Heading {
  std::string whole;               ///< what a reader sees, parts joined as the page joins them
  std::vector<HeadingPart> parts;  ///< in order; one where nothing is set apart
  std::string_view text(const HeadingPart& part) const {
    return std::string_view(whole).substr(part.begin, part.end - part.begin);
  }
};

Heading read_heading(const Document& page, const PageMap& map, NodeIndex i);

struct HeadlineParts {
  std::string headline;
  std::string kicker;       ///< set above it in the same heading
  std::string subheadline;  ///< set below it
};

/// What the page's own data calls its headline; empty members where it says nothing.
struct GivenHeadlines {
  std::string_view article;  ///< JSON-LD
  std::string_view shared;   ///< og:title
  std::string_view title;    ///< the title element
};

/// The headline in a heading. What the page's own data says decides which of the parts belong to
/// it, and how they are joined. Where it is silent, parts whose class says kicker, standfirst or
/// date are left out.
HeadlineParts headline_in(const Heading& heading, const GivenHeadlines& given);

}  // namespace kaynak::extract_detail
