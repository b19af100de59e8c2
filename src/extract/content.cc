#include "extract/content.h"

#include <algorithm>
#include <cmath>

namespace kaynak::extract_detail {
namespace {

struct Weight {
  std::size_t feature;
  float first;
  float second;
};

constexpr Weight weights[] = {
#include "extract/block_weights.inc"
};

float dot(const BlockFeatures& x, float Weight::*column) {
  float sum = 0;
  for (const Weight& w : weights) sum += x.values[w.feature] * w.*column;
  return sum;
}

double gain(const TextBlock& b, float score) {
  const double p = 1 / (1 + std::exp(-static_cast<double>(score)));
  return (2 * p - 1) * std::min<double>(b.length, 600);
}

}  // namespace

NodeIndex find_main(const Document& page, const PageMap& map, const std::vector<float>& scores) {
  std::vector<double> sums(page.nodes().size(), 0);
  for (std::size_t i = 0; i < map.blocks.size(); ++i)
    sums[map.blocks[i].container] += gain(map.blocks[i], scores[i]);
  NodeIndex best = no_node;
  // Children come after their parents: one pass backwards adds up every subtree.
  for (auto i = static_cast<NodeIndex>(sums.size()); i-- > 0;) {
    if (page.node(i).tag == Tag::text) continue;
    if (sums[i] > 0 && (best == no_node || sums[i] > sums[best] * 1.0001)) best = i;
    if (page.node(i).parent != no_node) sums[page.node(i).parent] += sums[i];
  }
  return best;
}

Content score_content(const Document& page, const PageMap& map, const PageHints& hints) {
  Content c;
  c.features = measure_blocks(page, map, hints);
  for (const BlockFeatures& x : c.features) c.first_scores.push_back(dot(x, &Weight::first));
  c.main = find_main(page, map, c.first_scores);
  add_context(page, map, c.first_scores, c.main, &c.features);
  for (const BlockFeatures& x : c.features) c.scores.push_back(dot(x, &Weight::second));
  return c;
}

}  // namespace kaynak::extract_detail
