#include "extract/content.h"

#include <algorithm>
#include <array>
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

using WeightRow = std::array<float, feature_slots>;

WeightRow row_of(float Weight::*column) {
  WeightRow row{};
  for (const Weight& w : weights) row[w.feature] = w.*column;
  return row;
}

/// Eight sums side by side, so that the compiler can keep them in one register.
float dot(const BlockFeatures& x, const WeightRow& row) {
  std::array<float, 8> sums{};
  for (std::size_t i = 0; i < feature_slots; i += 8)
    for (std::size_t k = 0; k < 8; ++k) sums[k] += x.values[i + k] * row[i + k];
  float sum = 0;
  for (const float s : sums) sum += s;
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

Reasons reasons_of(const BlockFeatures& features) {
  Reasons reasons;
  for (const Weight& w : weights)
    if (const float part = features.values[w.feature] * w.second;
        part != 0 && w.feature != static_cast<std::size_t>(F::bias))
      reasons.emplace_back(feature_name(w.feature), part);
  std::sort(reasons.begin(), reasons.end(),
            [](const auto& a, const auto& b) { return std::abs(a.second) > std::abs(b.second); });
  return reasons;
}

Content score_content(const Document& page, const PageMap& map, const PageHints& hints) {
  static const WeightRow first = row_of(&Weight::first), second = row_of(&Weight::second);
  Content c;
  c.features = measure_blocks(page, map, hints);
  for (const BlockFeatures& x : c.features) c.first_scores.push_back(dot(x, first));
  c.main = find_main(page, map, c.first_scores);
  add_context(page, map, c.first_scores, c.main, &c.features);
  for (const BlockFeatures& x : c.features) c.scores.push_back(dot(x, second));
  return c;
}

}  // namespace kaynak::extract_detail
