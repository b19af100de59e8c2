/// @file Where an article says from which place it is: at the beginning or the end of its text, in
/// its byline, on a line beside its text.
#pragma once

#include "attribute/credits.h"
#include "attribute/dateline.h"

namespace kaynak::attribute_detail {

struct DatelinePlace {
  FoundDateline found;
  /// Index of the block, Evidence::byline, or Evidence::none for a line beside the text, of which
  /// the place alone counts.
  std::int32_t block = Evidence::none;
};

/// Looks for the surest one; a loose one ("Riad. …") counts only where the text names the place
/// again or `credits` has an agency.
struct DatelineFinder {
  const Article& article;
  const AttributionData::Impl& data;
  const Language& language;
  const Credits& credits;
  /// In the first paragraphs, the last ones, the byline.
  DatelinePlace in_article() const;
  /// On a line beside the text, or a city's name alone above it.
  DatelinePlace beside_article() const;
};

}  // namespace kaynak::attribute_detail
