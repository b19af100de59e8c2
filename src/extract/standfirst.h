/// @file The standfirst: the text between headline and article.
#pragma once

#include <optional>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// The left-out block that is the article's standfirst: what the page describes itself with, what a
/// class calls its lead, or a paragraph right behind the headline. Nothing where text of some
/// length is kept before one, or there is no `headline`.
std::optional<std::size_t> left_out_standfirst(const ScoredBlocks& blocks,
                                               const std::vector<bool>& kept, NodeIndex headline);

}  // namespace kaynak::extract_detail
