/// @file For tests of rules over scored blocks.
#pragma once

#include <string_view>
#include <utility>
#include <vector>

#include "extract/block_features.h"
#include "extract/block_groups.h"
#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {

/// A page with each block's score as given (0 where there are fewer), and those over 0 kept.
struct Scored {
  Document page;
  PageMap map;
  Content content;
  std::vector<bool> kept;

  Scored(std::string_view html, std::vector<float> scores)
      : page(parse_for_test(html)), map(map_page(page)) {
    scores.resize(map.blocks.size());
    for (const float score : scores) kept.push_back(score > 0);
    content.scores = std::move(scores);
    content.features = measure_blocks(page, map, {});
  }
  ScoredBlocks blocks() const { return {page, map, content}; }
};

}  // namespace kaynak::extract_detail
