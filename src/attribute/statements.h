/// @file Indirect speech: what somebody named is said to have said, without quotation marks.
#pragma once

#include <string_view>
#include <vector>

#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

/// Statements of all blocks, in order, at most one a sentence and none in a sentence that quotes.
/// Needs `Scan::sentences`; `scans` and `relays` have one entry a block.
std::vector<Statement> find_statements(const Article& article, const std::vector<Scan>& scans,
                                       const std::vector<std::vector<Relay>>& relays,
                                       const Language& language, const People& people,
                                       const AttributionData::Impl& data);

}  // namespace kaynak::attribute_detail
