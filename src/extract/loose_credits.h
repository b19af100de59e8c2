/// @file Lines in the text that say whose the pictures are.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/block_groups.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// "Photo: Mira Lind", "Beitragsbild: the quay of Norrvik": a line about a picture, whether or not
/// one was found beside it. Not where a source is named: the text may be from there.
bool is_picture_label(const ScoredBlocks& blocks, std::size_t i);

/// Gives the names in the one such line that stands in or right behind the kept text to the figures
/// without a credit: to all where it speaks of several ("Photos: …"), to the lead picture where it
/// names that ("Titelbild: …"), else to the only one.
void give_loose_credit(const ScoredBlocks& blocks, const std::vector<bool>& kept,
                       std::vector<Block>* article);

}  // namespace kaynak::extract_detail
