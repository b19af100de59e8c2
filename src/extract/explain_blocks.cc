#include "extract/explain_blocks.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr int shown_levels = 5;
constexpr std::size_t shown_class = 40;  // bytes

/// "article > div.body > p": the last few elements, with the first word of their class or id.
std::string place_of(const Document& page, NodeIndex node) {
  std::string place;
  for (int level = 0; node != no_node && level < shown_levels; ++level) {
    const Node& n = page.node(node);
    if (n.tag == Tag::body || n.tag == Tag::html) break;
    std::string one(to_string(n.tag));
    const auto name = trim(page.attribute(node, "class"));
    const auto id = trim(page.attribute(node, "id"));
    if (!name.empty())
      one += '.' + std::string(clip_utf8(name.substr(0, name.find(' ')), shown_class));
    else if (!id.empty())
      one += '#' + std::string(clip_utf8(id, shown_class));
    place = place.empty() ? one : one + " > " + place;
    node = n.parent;
  }
  return place;
}

}  // namespace

void explain_blocks(const BlockContext& c, const Choice& choice, Explanation* out) {
  out->headline = c.headline.text;
  if (c.content.main != no_node) out->main_place = place_of(c.page, c.content.main);
  for (std::size_t i = 0; i < c.map.blocks.size(); ++i) {
    const TextBlock& b = c.map.blocks[i];
    ExplainedBlock block;
    block.text = fold_space(raw_text_of(c.page, b));
    block.place = place_of(c.page, b.container);
    block.source = {b.text_begin, b.text_end};
    block.first = c.content.first_scores[i];
    block.score = c.content.scores[i];
    block.kept = choice.kept[i];
    block.why = choice.why[i];
    block.reasons = reasons_of(c.content.features[i]);
    out->blocks.push_back(std::move(block));
  }
}

}  // namespace kaynak::extract_detail
