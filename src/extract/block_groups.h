/// @file What blocks of text tell of each other: rules over the score of one block.
#pragma once

#include <cstddef>
#include <vector>

#include "extract/content.h"
#include "extract/page_map.h"
#include "html/document.h"

namespace kaynak::extract_detail {

/// What a rule looks at. Views of its caller's values.
struct ScoredBlocks {
  const Document& page;
  const PageMap& map;
  const Content& content;
};

/// Paragraphs that were scored out by little, where most text of their kind (tag, and classes of
/// the two elements around it) is kept: the slides of a picture story, the answers of an interview.
/// Ascending.
std::vector<std::size_t> like_their_kind(const ScoredBlocks& blocks, const std::vector<bool>& kept);

/// Kept texts in dialogs (of consent, rules of commenting, subscriptions) and in forms for comments
/// that the page's main text does not stand in.
std::vector<std::size_t> dialog_texts(const ScoredBlocks& blocks, const std::vector<bool>& kept);

/// Kept texts in articles behind the one that the headline heads: what a page shows that scrolls on
/// to the next. Ascending. Articles within that one are part of it, as entries of a live blog are.
std::vector<std::size_t> next_articles(const ScoredBlocks& blocks, const std::vector<bool>& kept,
                                       NodeIndex headline);

}  // namespace kaynak::extract_detail
