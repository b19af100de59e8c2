/// @file Paragraphs of an article that say whose it is and nothing else.
#pragma once

#include <cstddef>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Indices of the blocks before the first paragraphs of text and after the last that are nothing
/// but a credit, in order. None where no text would be left. A bare name counts where the article
/// has no byline and the name closes it; a bare address counts behind a label only.
std::vector<std::size_t> credit_blocks(const Article& article, const AttributionData::Impl& data,
                                       const Language& language);

}  // namespace kaynak::attribute_detail
