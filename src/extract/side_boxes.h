/// @file Boxes that stand in an article and are not of it.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// Kept texts in boxes whose class or id says that they sell something ("article-cta", "promo",
/// "banner"), tell about the writer ("author-bio"), note something for lawyers ("disclaimer") or
/// lead elsewhere ("related"), and in forms: where such boxes are little beside the rest, since
/// wrappers around everything are called so too. Ascending.
std::vector<std::size_t> side_boxes(const ScoredBlocks& blocks, const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
