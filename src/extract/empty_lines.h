/// @file Lines that say nothing of their own: the headline again, the text's first words again, a
/// label of nothing, a speck.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "extract/block_groups.h"

namespace kaynak::extract_detail {

/// A mark or two (".", "—"), or nothing to be seen. Lines that part a text ("___", "* * *") are
/// more.
bool is_speck(std::string_view text);

/// Kept lines at the beginning that are the headline cut in two or three: "Sierra Alta", "The sun
/// rises again" for "Sierra Alta: The sun rises again". Ascending.
std::vector<std::size_t> headline_in_parts(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept,
                                           std::string_view headline);

/// A kept opener that is no more than the beginning of the text right behind it, as excerpts are.
std::vector<std::size_t> excerpt_of_text(const ScoredBlocks& blocks, const std::vector<bool>& kept);

/// Kept lines of one name each, small letters with hyphens, where the page has several: sizes of
/// screens that its scripts read ("portrait-tablet-and-below"). Ascending.
std::vector<std::size_t> names_for_scripts(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept);

/// Kept lines that only a screen reader is meant to say: "Article content" above each part.
std::vector<std::size_t> words_for_screen_readers(const ScoredBlocks& blocks,
                                                  const std::vector<bool>& kept);

/// The last kept lines where they announce, with a colon at their end, what was not kept, and no
/// picture follows.
/// Ascending.
std::vector<std::size_t> labels_of_nothing(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
