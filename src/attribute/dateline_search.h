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

/// The surest one; a loose one ("Riad. …") only where the text names the place again or `credits`
/// has an agency.
DatelinePlace find_dateline(const Article& article, const AttributionData::Impl& data,
                            const Language& language, const Credits& credits);

}  // namespace kaynak::attribute_detail
