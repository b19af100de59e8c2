/// @file Lines of a text that lead to something else to read.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// Kept lines that are a label and a link, where the label says so ("Read more: Harbour to reopen")
/// or the page has several with the same one ("BERGEN | Harbour to reopen"). Ascending.
std::vector<std::size_t> labelled_links(const ScoredBlocks& blocks, const std::vector<bool>& kept);

/// Kept lines that are nothing but a link, right behind a line that calls to read more; and that
/// line. Ascending.
std::vector<std::size_t> links_under_calls(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept);

/// Kept lines that are a link from end to end in a box of their own, no paragraph and no item of a
/// list: "View original", "Dive deeper". Ascending.
std::vector<std::size_t> linked_boxes(const ScoredBlocks& blocks, const std::vector<bool>& kept);

/// Kept paragraphs that are links in capitals from end to end, in a text that is not: "HARBOUR TO
/// REOPEN, MAYOR SAYS". Ascending.
std::vector<std::size_t> shouted_links(const ScoredBlocks& blocks, const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
