#include "extract/lines_beside.h"

#include <algorithm>

#include "extract/phrases.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_line_bytes = 160;
constexpr std::size_t max_link_width = 40;                  // longer links lead to other articles
constexpr std::size_t reach_before = 16, reach_after = 14;  // blocks
constexpr std::size_t max_lines = 30;
constexpr std::size_t real_paragraph = 120;  // width from which a kept block is text, not a line
constexpr std::size_t opening_blocks = 2;    // kept blocks that credits may stand between

/// Places and names of elements in which no credit of the text stands.
constexpr Places foreign_places = bit(Place::nav) | bit(Place::form) | bit(Place::figure) |
                                  bit(Place::button) | bit(Place::caption) |
                                  bit(Place::comment_item) | bit(Place::dialog) |
                                  bit(Place::hidden) | bit(Place::teaser_article);
constexpr Meanings foreign_names =
    bit(Meaning::caption) | bit(Meaning::media) | bit(Meaning::related) | bit(Meaning::comment) |
    bit(Meaning::newsletter) | bit(Meaning::share) | bit(Meaning::tags) | bit(Meaning::popup) |
    bit(Meaning::consent) | bit(Meaning::login) | bit(Meaning::ad);

bool has_letters(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_letter(next_code_point(text, &i))) return true;
  return false;
}

/// Between paragraphs stand captions and teasers; a credit there has a bracket, slash or colon.
bool is_marked(std::string_view line) {
  for (const std::string_view mark : {"(", "/", ":", "（", "：", "©", "•"})
    if (line.find(mark) != line.npos) return true;
  return false;
}

class Collector {
 public:
  Collector(const LinesOf& of, const std::vector<bool>& kept)
      : page_(of.page), map_(of.map), base_(of.base), kept_(kept) {}

  std::vector<Hop> collect(NodeIndex headline) {
    const auto first_kept = std::find(kept_.begin(), kept_.end(), true);
    if (first_kept == kept_.end()) return {};
    first_ = static_cast<std::size_t>(first_kept - kept_.begin());
    if (map_.blocks[first_].container == no_node) return {};
    last_ = last_of_text();
    opened_ = end_of_opening();
    const std::size_t end = std::min(map_.blocks.size(), last_ + 1 + reach_after);
    for (std::size_t i = begin_at(headline); i < end && found_.size() < max_lines; ++i)
      if (!kept_[i]) add(i);
    return std::move(found_);
  }

 private:
  /// The last kept block that is followed by no other within reach: stray ones further down are
  /// other articles'.
  std::size_t last_of_text() const {
    std::size_t last = first_;
    for (std::size_t i = first_; i < kept_.size() && i <= last + 3 * reach_after; ++i)
      if (kept_[i]) last = i;
    return last;
  }

  std::size_t end_of_opening() const {
    std::size_t seen = 0, i = first_;
    for (; i < last_ && seen < opening_blocks; ++i)
      if (kept_[i] && map_.blocks[i].length >= real_paragraph) ++seen;
    return i;
  }

  /// Just above the headline where it is near the text, else so many blocks before the text.
  std::size_t begin_at(NodeIndex headline) const {
    const std::size_t nearest = first_ > reach_before ? first_ - reach_before : 0;
    if (headline == no_node) return nearest;
    for (std::size_t i = nearest; i < first_; ++i)
      if (map_.blocks[i].node_begin >= headline) return i;
    return nearest;
  }

  void add(std::size_t i) {
    const TextBlock& b = map_.blocks[i];
    if (b.text_end - b.text_begin > 2 * max_line_bytes || b.container == no_node) return;
    const NodeInfo& info = map_.info[b.container];
    if (b.link_length > max_link_width && b.link_length * 4 > b.length * 3) return;
    const NodeInfo& text = map_.info[map_.blocks[first_].container];
    // What holds the text as well tells nothing of the line.
    if (info.places & ~text.places & foreign_places || info.near & ~text.all & foreign_names)
      return;
    if (const int level = heading_level(page_.node(b.container).tag); level >= 1 && level <= 3)
      return;
    std::string line = fold_space(raw_text_of(page_, b));
    if (line.size() > max_line_bytes || line.size() < 2 || !has_letters(line)) return;
    if (i >= opened_ && i < last_ && !is_marked(line)) return;
    const PhraseKind phrase = phrase_of(line);
    if (phrase == PhraseKind::share || phrase == PhraseKind::read_more ||
        phrase == PhraseKind::newsletter || phrase == PhraseKind::ad)
      return;
    Hop hop{"credit", std::move(line), link_in(b), {Evidence::none, {}}};
    hop.proof = i < opened_ ? "line before the text"
                : i < last_ ? "line within the text"
                            : "line after the text";
    found_.push_back(std::move(hop));
  }

  std::string link_in(const TextBlock& b) const {
    for (NodeIndex i = b.node_begin; i < b.node_end; ++i) {
      // The link may be the text's own parent.
      for (const NodeIndex n : {i, page_.node(i).parent})
        if (n != no_node && page_.node(n).tag == Tag::a)
          if (std::string url = resolve_href(page_.attribute(n, "href"), base_); !url.empty())
            return url;
    }
    return {};
  }

  const Document& page_;
  const PageMap& map_;
  std::string_view base_;
  const std::vector<bool>& kept_;
  std::size_t first_ = 0, last_ = 0, opened_ = 0;
  std::vector<Hop> found_;
};

}  // namespace

std::vector<Hop> lines_beside_text(const LinesOf& page, const std::vector<bool>& kept,
                                   NodeIndex headline) {
  return Collector(page, kept).collect(headline);
}

}  // namespace kaynak::extract_detail
