#include <algorithm>
#include <unordered_set>

#include "base/strings.h"
#include "extract/blocks.h"
#include "extract/slots.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

class Chooser {
 public:
  explicit Chooser(const BlockContext& c) : c_(c), kept_(c.map.blocks.size()) {}

  std::vector<bool> run() {
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = c_.content.scores[i] > 0;
    keep_headings();
    drop_headline();
    drop_repetitions();
    drop_loose_headings();
    return kept_;
  }

 private:
  std::string folded(std::size_t i) const {
    return fold(fold_space(raw_text_of(c_.page, c_.map.blocks[i])));
  }

  void drop_headline() {
    const std::string headline = fold(c_.headline.text);
    int seen = 0;
    for (std::size_t i = 0; i < kept_.size() && seen < 6; ++i) {
      const NodeIndex container = c_.map.blocks[i].container;
      const bool is_node = c_.headline.node != no_node && container >= c_.headline.node &&
                           container < c_.page.node(c_.headline.node).subtree_end;
      if (is_node) kept_[i] = false;
      if (!kept_[i]) continue;
      ++seen;
      if (!headline.empty() && c_.map.blocks[i].length < 400 && folded(i) == headline)
        kept_[i] = false;
    }
  }

  /// A sub-heading whose text was kept belongs to it, unless it was clearly judged out.
  void keep_headings() {
    constexpr float clearly_out = -2.0f;
    bool text_before = false;
    for (std::size_t i = 0; i + 1 < kept_.size(); ++i) {
      const bool doubtful = !kept_[i] && c_.content.scores[i] > clearly_out;
      if (doubtful && text_before && is_heading(i) && kept_[i + 1] &&
          c_.map.blocks[i + 1].length >= 60 &&
          c_.map.blocks[i].link_length * 2 < c_.map.blocks[i].length)
        kept_[i] = true;
      text_before |= kept_[i] && c_.map.blocks[i].length >= 60;
    }
  }

  /// A long text that stands twice is kept where it stands first: the lead that opens the body
  /// again.
  void drop_repetitions() {
    std::unordered_set<std::string> seen;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i] || c_.map.blocks[i].length < 40) continue;
      if (!seen.insert(folded(i)).second) kept_[i] = false;
    }
  }

  bool is_heading(std::size_t i) const {
    return heading_level(c_.page.node(c_.map.blocks[i].container).tag) > 0 ||
           has(c_.map.info[c_.map.blocks[i].container].places, Place::heading);
  }

  /// A heading with nothing kept after it heads something that was dropped.
  void drop_loose_headings() {
    for (std::size_t i = kept_.size(); i-- > 0;) {
      if (!kept_[i]) continue;
      if (!is_heading(i)) break;
      kept_[i] = false;
    }
  }

  const BlockContext& c_;
  std::vector<bool> kept_;
};

}  // namespace

std::vector<bool> choose_blocks(const BlockContext& context) { return Chooser(context).run(); }

}  // namespace kaynak::extract_detail
