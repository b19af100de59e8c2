#include "extract/heading_blocks.h"

#include "extract/phrases.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::uint32_t text_length = 60;

class Headings {
 public:
  Headings(const ScoredBlocks& in, const std::vector<bool>& kept) : in_(in), kept_(kept) {}

  bool is_heading(std::size_t i) const {
    const NodeIndex container = block(i).container;
    return heading_level(in_.page.node(container).tag) > 0 ||
           has(in_.map.info[container].places, Place::heading);
  }
  bool is_text(std::size_t i) const { return kept_[i] && block(i).length >= text_length; }

  /// Whether a heading that was left out may be one of the text.
  bool is_doubtful(std::size_t i) const {
    constexpr float clearly_out = -2.0f, nearly_in = -1.0f;
    const float score = in_.content.scores[i];
    if (kept_[i] || block(i).link_length * 2 >= block(i).length) return false;
    return (score > clearly_out && is_heading(i) && !calls(i)) ||
           (score > nearly_in && is_line_between(i));
  }

  /// Whether text follows that was kept. On hosts that the weights never saw, of 156 headings with
  /// a score over -2.5 right before a kept line 135 belong to the text, and of 102 behind which a
  /// short line and then kept text stands 90.
  bool heads_text(std::size_t i) const {
    constexpr std::uint32_t small_print = 60;
    if (kept_[i + 1]) return is_text(i + 1) || (is_heading(i) && !is_heading(i + 1));
    return is_heading(i) && !is_heading(i + 1) && block(i + 1).length < small_print &&
           i + 2 < kept_.size() && is_text(i + 2);
  }

 private:
  const TextBlock& block(std::size_t i) const { return in_.map.blocks[i]; }

  /// "Join our channel", "Read more": over what the outlet says for itself.
  bool calls(std::size_t i) const {
    const PhraseKind kind = phrase_of(raw_text_of(in_.page, block(i)));
    return kind == PhraseKind::newsletter || kind == PhraseKind::read_more ||
           kind == PhraseKind::share || kind == PhraseKind::comments || kind == PhraseKind::ad ||
           kind == PhraseKind::paywall;
  }

  /// A paragraph of a few words right between two that were kept: a sub-heading that only style
  /// tells.
  bool is_line_between(std::size_t i) const {
    const TextBlock& b = block(i);
    return i > 0 && kept_[i - 1] && in_.page.node(b.container).tag == Tag::p && b.length < 90 &&
           b.words >= 2 && b.link_length == 0 && !b.ends_sentence &&
           phrase_of(raw_text_of(in_.page, b)) == PhraseKind::none;
  }

  const ScoredBlocks& in_;
  const std::vector<bool>& kept_;
};

}  // namespace

std::vector<std::size_t> headings_of_text(const ScoredBlocks& in, const std::vector<bool>& kept) {
  const Headings headings(in, kept);
  std::vector<std::size_t> found;
  bool text_before = false;
  for (std::size_t i = 0; i + 1 < kept.size(); ++i) {
    if (text_before && headings.is_doubtful(i) && headings.heads_text(i)) found.push_back(i);
    text_before |= headings.is_text(i);
  }
  return found;
}

std::vector<std::size_t> headings_of_nothing(const ScoredBlocks& in,
                                             const std::vector<bool>& kept) {
  const Headings headings(in, kept);
  std::vector<std::size_t> found;
  for (std::size_t i = kept.size(); i-- > 0;) {
    if (!kept[i]) continue;
    if (!headings.is_heading(i)) break;
    found.push_back(i);
  }
  return found;
}

}  // namespace kaynak::extract_detail
