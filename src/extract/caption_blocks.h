/// @file Blocks of text that are captions of pictures and films.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// Kept texts that a figure's own caption element holds, that stand beside a picture and say what
/// its alternative text says or end with its credit, or that tell a film's length. What figures
/// say is read with them. Ascending.
std::vector<std::size_t> captions(const ScoredBlocks& blocks, const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
