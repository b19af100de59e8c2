#include "extract/caption_blocks.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/figures.h"
#include "extract/loose_credits.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

class CaptionFinder {
 public:
  CaptionFinder(const ScoredBlocks& in, const std::vector<bool>& kept) : in_(in), kept_(kept) {}

  std::vector<std::size_t> find() {
    std::vector<std::size_t> found;
    const auto take = [&](std::size_t i) { found.push_back(i), kept_[i] = false; };
    for (std::size_t i = 0; i < kept_.size(); ++i)
      if (kept_[i] && is_in_caption_element(i)) take(i);
    for (std::size_t i = 0; i < kept_.size(); ++i)
      if (kept_[i] &&
          (is_in_picture_box(i) || is_of_film(i) || is_of_neighbour(i) || is_picture_label(in_, i)))
        take(i);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  bool is_in_caption_element(std::size_t i) const {
    const Places places = in_.map.info[in_.map.blocks[i].container].places;
    return has(places, Place::caption) && !has(places, Place::table);
  }

  /// A block right behind a picture that says what its alternative text says, or that ends with a
  /// photo credit.
  bool is_of_neighbour(std::size_t i) const {
    constexpr NodeIndex near = 60;
    constexpr float unsure = 0.5f;  // of .5, 2 and 4 the one with the best text on all sets
    constexpr std::uint32_t longest = 500;
    const TextBlock& b = in_.map.blocks[i];
    if (b.length > longest) return false;
    NodeIndex from = b.node_begin > near ? b.node_begin - near : 0;
    for (std::size_t k = i; k-- > 0 && in_.map.blocks[k].node_end > from;)
      if (kept_[k]) from = in_.map.blocks[k].node_end;
    for (NodeIndex k = b.node_begin; k-- > from;) {
      if (in_.page.node(k).tag != Tag::img) continue;
      const std::string text = fold_space(raw_text_of(in_.page, b));
      const std::string alt = fold_space(in_.page.attribute(k, "alt"));
      if (text.size() > 20 && fold(alt).starts_with(fold(text))) return true;
      const auto [caption, credit] = split_credit(text);
      return (!credit.empty() && credit.size() < 80 && !b.ends_sentence) ||
             (b.length < 300 && in_.content.scores[i] < unsure && is_credit_alone(i + 1, b));
    }
    return false;
  }

  /// A box of a picture, this text and a credit, and nothing else.
  bool is_in_picture_box(std::size_t i) const {
    const TextBlock& b = in_.map.blocks[i];
    if (!is_credit_alone(i + 1, b)) return false;
    const NodeIndex box = in_.page.node(b.container).parent;
    const NodeIndex end = in_.page.node(box).subtree_end;
    if (i > 0 && in_.map.blocks[i - 1].node_end > box) return false;
    if (i + 2 < kept_.size() && in_.map.blocks[i + 2].node_begin < end) return false;
    for (NodeIndex k = box; k < end; ++k)
      if (in_.page.node(k).tag == Tag::img) return true;
    return false;
  }

  /// "The bridge before it was closed. 21.04.2024 | 3:18 min"
  bool is_of_film(std::size_t i) const {
    const TextBlock& b = in_.map.blocks[i];
    std::string_view text = raw_text_of(in_.page, b);
    if (b.length > 500 || !(text.ends_with(" min") || text.ends_with(" Min."))) return false;
    text = trim(text.substr(0, text.rfind(' ')));
    const auto last = text.substr(text.rfind(' ') + 1);
    return last.size() >= 4 && last[last.size() - 3] == ':' &&
           last.find_first_not_of("0123456789:") == last.npos;
  }

  /// Whether block `i` is "Photo: Name" and stands beside block `b`.
  bool is_credit_alone(std::size_t i, const TextBlock& b) const {
    constexpr std::uint32_t longest = 100;
    if (i >= kept_.size() || in_.map.blocks[i].length > longest) return false;
    const TextBlock& next = in_.map.blocks[i];
    if (in_.page.node(next.container).parent != in_.page.node(b.container).parent) return false;
    const auto [caption, credit] = split_credit(fold_space(raw_text_of(in_.page, next)));
    return caption.empty() && !credit.empty();
  }

  const ScoredBlocks& in_;
  std::vector<bool> kept_;
};

}  // namespace

std::vector<std::size_t> captions(const ScoredBlocks& blocks, const std::vector<bool>& kept) {
  return CaptionFinder(blocks, kept).find();
}

}  // namespace kaynak::extract_detail
