#include "extract/standfirst.h"

#include "extract/feature_tools.h"

namespace kaynak::extract_detail {
namespace {

constexpr Places caption_places = bit(Place::figure) | bit(Place::caption);

bool belongs_to_picture(const NodeInfo& info) {
  return (info.places & caption_places) != 0 || has(info.near, Meaning::caption) ||
         has(info.near, Meaning::media);
}

/// Whether a block stands in the element that holds the headline, or in one of the two around it.
bool is_beside(const ScoredBlocks& in, const TextBlock& b, NodeIndex headline) {
  const NodeIndex box = ancestor(in.page, b.container, 1);
  for (int level = 1; level <= 3; ++level)
    if (ancestor(in.page, headline, level) == box) return true;
  return false;
}

/// Log-odds over which the block is the standfirst, as the `nth` behind the headline; nothing where
/// it can be none. On hosts that the weights never saw, of the left-out sentences right behind the
/// headline that are called lead 3 of 4 are the article's, and 4 of 6 paragraphs; lines that are no
/// sentence are sub-headlines. Of those further down the limit is the one of -1, -2.5 and -4 with
/// the best text over all sets.
std::optional<float> least_score(const ScoredBlocks& in, std::size_t i, std::size_t nth,
                                 NodeIndex headline) {
  constexpr std::uint32_t shortest_lead = 50, shortest_paragraph = 100;
  const TextBlock& b = in.map.blocks[i];
  const NodeInfo& info = in.map.info[b.container];
  if (b.link_length > 0 || b.length < shortest_lead) return {};
  const bool behind_headline = nth <= 2 && b.ends_sentence && !belongs_to_picture(info);
  if (has(info.near, Meaning::lead) || in.content.features[i][F::in_description] > 0)
    return behind_headline ? -3.0f : -1.0f;
  const bool paragraph =
      b.length >= shortest_paragraph && b.stops >= 2 && is_beside(in, b, headline);
  return behind_headline && nth == 1 && paragraph ? std::optional(-2.3f) : std::nullopt;
}

}  // namespace

std::optional<std::size_t> left_out_standfirst(const ScoredBlocks& in,
                                               const std::vector<bool>& kept, NodeIndex headline) {
  constexpr std::uint32_t text_length = 100;
  if (headline == no_node) return {};
  std::size_t nth = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& b = in.map.blocks[i];
    if (b.node_begin < in.page.node(headline).subtree_end) continue;
    if (kept[i] && b.length >= text_length) return {};
    const auto least = kept[i] ? std::nullopt : least_score(in, i, ++nth, headline);
    if (least && in.content.scores[i] > *least) return i;
  }
  return {};
}

}  // namespace kaynak::extract_detail
