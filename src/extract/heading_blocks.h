/// @file Sub-headings: kept with their text, left out without one.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// Sub-headings that were not kept, though text behind them was, where they were not clearly judged
/// out: text that follows at once, or behind a line of small print (who took the picture, when it
/// was written). With them paragraphs of a few words between two of the text, which only style
/// tells to be headings. Ascending.
std::vector<std::size_t> headings_of_text(const ScoredBlocks& blocks,
                                          const std::vector<bool>& kept);

/// Kept headings at the end of the text: what they head was left out. Descending.
std::vector<std::size_t> headings_of_nothing(const ScoredBlocks& blocks,
                                             const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
