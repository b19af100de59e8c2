/// @file Photo credits: taken out of captions, split into photographers and agencies.
#pragma once

#include <string_view>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Where a credit stands in a caption: `cut` is what leaves the caption, `credit` what it says
/// without label and marks.
struct FoundCredit {
  ByteRange cut;
  ByteRange credit;
  bool found() const { return !credit.empty(); }
};

/// Finds the credit in or at the end of a caption.
FoundCredit find_credit(std::string_view caption, const AttributionData::Impl& data,
                        const Language& language);

/// Fills credit, photographers and agencies of a figure block and takes the credit out of its
/// caption.
void attribute_figure(Block* block, const AttributionData::Impl& data, const Language& language,
                      std::string_view tag);

}  // namespace kaynak::attribute_detail
