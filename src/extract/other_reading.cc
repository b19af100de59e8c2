#include "extract/other_reading.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/strings.h"
#include "extract/phrases.h"

namespace kaynak::extract_detail {
namespace {

/// "Read more", "Lesen Sie auch" and what follows.
bool calls_to_read(const ScoredBlocks& in, std::size_t i) {
  return in.content.features[i].begins_as(PhraseKind::read_more);
}

/// Whether all of a block is linked, but for a mark or two.
bool is_link(const TextBlock& b) { return b.link_length > 0 && b.link_length * 10 >= b.length * 9; }

/// Text before the block's first link, where all behind it is linked, or all of a link that begins
/// with such a label; empty otherwise.
std::string_view label_of(const ScoredBlocks& in, std::size_t block) {
  constexpr std::size_t longest = 60;
  const TextBlock& b = in.map.blocks[block];
  const bool calls = calls_to_read(in, block);
  if (b.link_length == 0 || b.length > 300) return {};
  if (calls && is_link(b)) return raw_text_of(in.page, b);
  for (NodeIndex i = b.node_begin; i < b.node_end; ++i) {
    const Node& n = in.page.node(i);
    if (n.tag != Tag::text || !has(in.map.info[n.parent].places, Place::link)) continue;
    const auto before = trim(
        in.page.text().substr(b.text_begin, std::max(n.text_begin, b.text_begin) - b.text_begin));
    // Behind other labels and a colon stands what belongs to the text: "Website: …" of a shop.
    const bool label =
        calls || before.ends_with('|') || before.ends_with('>') || before.ends_with("»");
    const bool rest = b.link_length + before.size() + 4 >= b.length;
    return label && rest && before.size() <= longest ? before : std::string_view();
  }
  return {};
}

}  // namespace

std::vector<std::size_t> labelled_links(const ScoredBlocks& in, const std::vector<bool>& kept) {
  std::unordered_map<std::string_view, int> times;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const auto label = label_of(in, i);
    if (label.empty()) continue;
    ++times[label];
    if (kept[i]) found.push_back(i);
  }
  std::erase_if(found,
                [&](std::size_t i) { return times[label_of(in, i)] < 2 && !calls_to_read(in, i); });
  return found;
}

std::vector<std::size_t> links_under_calls(const ScoredBlocks& in, const std::vector<bool>& kept) {
  constexpr std::uint32_t longest_call = 80;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i + 1 < kept.size(); ++i) {
    const TextBlock& b = in.map.blocks[i];
    if (b.link_length > 0 || b.length > longest_call || !is_link(in.map.blocks[i + 1]) ||
        !calls_to_read(in, i))
      continue;
    for (std::size_t k = i; k < kept.size() && (k == i || is_link(in.map.blocks[k])); ++k)
      if (kept[k]) found.push_back(k);
  }
  return found;
}

std::vector<std::size_t> linked_boxes(const ScoredBlocks& in, const std::vector<bool>& kept) {
  // On hosts that the weights never saw 1 of 14 belongs to the text.
  constexpr std::uint32_t longest = 100;
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& b = in.map.blocks[i];
    if (kept[i] && b.length <= longest && is_link(b) && in.page.node(b.container).tag == Tag::div)
      found.push_back(i);
  }
  return found;
}

std::vector<std::size_t> shouted_links(const ScoredBlocks& in, const std::vector<bool>& kept) {
  constexpr std::uint16_t fewest_words = 4;
  const auto shouts = [](const TextBlock& b) { return b.capitals * 10u >= b.length * 6u; };
  std::vector<std::size_t> found;
  std::size_t quiet = 0;  // paragraphs
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& b = in.map.blocks[i];
    if (!kept[i] || in.page.node(b.container).tag != Tag::p) continue;
    quiet += !shouts(b);
    if (shouts(b) && b.words >= fewest_words && is_link(b)) found.push_back(i);
  }
  return quiet > 2 * found.size() ? found : std::vector<std::size_t>();
}

}  // namespace kaynak::extract_detail
