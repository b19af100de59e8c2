/// @file Which blocks of a page are the article.
#pragma once

#include <vector>

#include "extract/block_features.h"
#include "extract/explain.h"
#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// The outcome of scoring a page's blocks.
struct Content {
  NodeIndex main = no_node;         ///< the element that holds the article best
  std::vector<float> first_scores;  ///< log-odds of each block by itself
  std::vector<float> scores;        ///< log-odds in its context: above 0 is article
  std::vector<BlockFeatures> features;
};

/// Scores every block of `map`, first by itself, then with what was found around it. The weights
/// are data: block_weights.inc, made by eval/train_blocks from labelled pages.
Content score_content(const Document& page, const PageMap& map, const PageHints& hints);

/// What speaks for and against a block in the second look, strongest first.
Reasons reasons_of(const BlockFeatures& features);

/// The element whose blocks have the highest sum of (2p - 1) times length, the innermost of equals.
NodeIndex find_main(const Document& page, const PageMap& map, const std::vector<float>& scores);

}  // namespace kaynak::extract_detail
