#include <algorithm>
#include <unordered_map>

#include "base/strings.h"
#include "extract/block_groups.h"
#include "extract/blocks.h"
#include "extract/caption_blocks.h"
#include "extract/empty_lines.h"
#include "extract/filler_text.h"
#include "extract/furniture.h"
#include "extract/heading_blocks.h"
#include "extract/other_reading.h"
#include "extract/side_boxes.h"
#include "extract/slots.h"
#include "extract/standfirst.h"
#include "text/dates.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

class Chooser {
 public:
  explicit Chooser(const BlockContext& c)
      : c_(c), kept_(c.map.blocks.size()), why_(c.map.blocks.size()) {}

  Choice run() {
    for (std::size_t i = 0; i < kept_.size(); ++i) kept_[i] = c_.content.scores[i] > threshold(i);
    all_of(like_their_kind(scored(), kept_), true, "like its kind");
    if (const auto i = left_out_standfirst(scored(), kept_, c_.headline.node))
      set(*i, true, "standfirst");
    all_of(headings_of_text(scored(), kept_), true, "heading of kept text");
    keep_tables();
    all_of(captions(scored(), kept_), false, "caption");
    drop_headline();
    all_of(headline_in_parts(scored(), kept_, c_.headline.text), false, "headline in parts");
    drop_repetitions();
    all_of(names_for_scripts(scored(), kept_), false, "name for scripts");
    all_of(words_for_screen_readers(scored(), kept_), false, "for screen readers");
    all_of(excerpt_of_text(scored(), kept_), false, "the text's own beginning");
    all_of(dialog_texts(scored(), kept_), false, "dialog");
    all_of(labelled_links(scored(), kept_), false, "link to another article");
    all_of(links_under_calls(scored(), kept_), false, "link to another article");
    all_of(linked_boxes(scored(), kept_), false, "link to another article");
    all_of(shouted_links(scored(), kept_), false, "link to another article");
    all_of(side_boxes(scored(), kept_), false, "box beside the text");
    all_of(next_articles(scored(), kept_, c_.headline.node), false, "next article");
    drop_filler();
    drop_comments();
    drop_numbered_comments();
    drop_strays();
    all_of(labels_of_nothing(scored(), kept_), false, "label of nothing");
    all_of(headings_of_nothing(scored(), kept_), false, "heading of nothing");
    drop_info_lines();
    drop_reading_time();
    drop_counters();
    drop_calls();
    drop_own_promotion();
    keep_credit_line();
    return {std::move(kept_), std::move(why_)};
  }

 private:
  /// Log-odds over which a block is kept. A lost paragraph costs a reader more than a stray one, a
  /// stray label more than a lost one; a line of the text's own kind right behind it closes it.
  /// Swept over -0.6 … 0 for paragraphs, -0.4 … -1.2 for such lines, -0.3 … 0.8 for parts of lists
  /// and headings and 0 … 1.1 for labels, by F1 and the share of exact pages, each page judged by
  /// weights that never saw its host; the length over 60 … 140.
  float threshold(std::size_t i) const {
    if (c_.map.blocks[i].length >= 100) return -0.3f;
    if (goes_on(i)) return -0.6f;
    return is_part(c_.page.node(c_.map.blocks[i].container).tag) ? 0.0f : 0.5f;
  }

  static bool is_part(Tag tag) {
    return tag == Tag::li || tag == Tag::dd || tag == Tag::dt || tag == Tag::td || tag == Tag::th ||
           heading_level(tag) > 0;
  }

  /// A line without links, of the same parent and tag as the kept block before it.
  bool goes_on(std::size_t i) const {
    const TextBlock& b = c_.map.blocks[i];
    if (i == 0 || !kept_[i - 1] || b.link_length > 0) return false;
    const Node &here = c_.page.node(b.container),
               &before = c_.page.node(c_.map.blocks[i - 1].container);
    return here.parent == before.parent && here.tag == before.tag;
  }

  ScoredBlocks scored() const { return {c_.page, c_.map, c_.content}; }
  void all_of(const std::vector<std::size_t>& blocks, bool keep, std::string_view why) {
    for (const std::size_t i : blocks) set(i, keep, why);
  }

  void set(std::size_t i, bool keep, std::string_view why) {
    kept_[i] = keep;
    why_[i] = why;
  }

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
      if (is_node && kept_[i]) set(i, false, "headline");
      if (!kept_[i]) continue;
      ++seen;
      if (!headline.empty() && c_.map.blocks[i].length < 400 && folded(i) == headline)
        set(i, false, "headline");
    }
  }

  /// The line of writer, time and share buttons between headline and text: short, no sentence, and
  /// with a date in it or inside a list of facts. Only above the first paragraph of some length: a
  /// date line further down may be text.
  void drop_info_lines() {
    constexpr std::size_t text_length = 120, line_length = 200;
    int texts = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i)
      texts += kept_[i] && c_.map.blocks[i].length >= text_length;
    if (texts == 0) return;  // all the page has is short
    texts = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const TextBlock& b = c_.map.blocks[i];
      const std::string text = fold_space(raw_text_of(c_.page, b));
      if (ends_as_sentence(text) || text.size() >= line_length) {
        if (text.size() >= text_length && ++texts == 2) return;  // the first may be the standfirst
        continue;
      }
      if (within(b.container, Tag::dl) || is_byline(b, text) || parse_page_date(text, c_.language))
        set(i, false, "line of facts");
    }
  }

  /// "3 min read" before the text.
  void drop_reading_time() {
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const TextBlock& b = c_.map.blocks[i];
      if (kept_[i] && b.length >= 60 && b.ends_sentence) return;
      if (kept_[i] && b.words <= 6 && c_.content.features[i][F::reading_time] > 0)
        set(i, false, "reading time");
    }
  }

  /// "Comments (0)", "0 Bình luận".
  void drop_counters() {
    for (std::size_t i = 0; i < kept_.size(); ++i)
      if (kept_[i] && c_.map.blocks[i].length <= 30 &&
          is_counter(fold_space(raw_text_of(c_.page, c_.map.blocks[i]))))
        set(i, false, "counter");
  }

  /// "By Jane Doe" in an element for authors.
  bool is_byline(const TextBlock& b, std::string_view text) const {
    return text.size() < 80 && has(c_.map.info[b.container].near, Meaning::author) &&
           !has(c_.map.info[b.container].near, Meaning::lead) &&
           (phrase_of(text) == PhraseKind::byline || b.words <= 3);
  }

  /// "Source: Reuters" or "(dpa, KNA)" just after the text: no words of the article, but whose they
  /// are; attribution reads it and takes it away.
  void keep_credit_line() {
    constexpr std::size_t look = 4;
    std::size_t last = kept_.size();
    for (std::size_t i = 0; i < kept_.size(); ++i)
      if (kept_[i] && c_.map.blocks[i].length >= 60) last = i;
    for (std::size_t i = last + 1; i < kept_.size() && i <= last + look; ++i) {
      if (c_.map.blocks[i].length > 300) return;
      const std::string text = fold_space(raw_text_of(c_.page, c_.map.blocks[i]));
      if (is_credit_line(text) || is_signature(i, last, text)) {
        set(i, true, "credit line");
        return;
      }
    }
  }

  /// "Follow us on Instagram, Facebook and X.", "Get in touch at news@havsbild.example".
  void drop_calls() {
    constexpr std::size_t longest = 240, longest_ask = 140;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const TextBlock& b = c_.map.blocks[i];
      if (!kept_[i] || b.length > longest) continue;
      const std::string_view text = raw_text_of(c_.page, b);
      if (c_.content.features[i].says_twice(Said::network) && calls_to_follow(text))
        set(i, false, "call to follow");
      else if (b.length <= longest_ask && calls_to_write(text))
        set(i, false, "call to write");
    }
  }
  /// "Read on in the Havsbild app!": a line for the outlet itself.
  void drop_own_promotion() {
    constexpr std::size_t longest = 300, shortest_name = 4;
    constexpr float doubtful = 2.0f;  // without it, firms' articles about themselves lose text
    const std::string outlet = fold(c_.outlet);
    if (outlet.size() < shortest_name) return;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i] || c_.map.blocks[i].length > longest) continue;
      const BlockFeatures& x = c_.content.features[i];
      const bool asks =
          c_.content.scores[i] < doubtful && (x.says(Said::app) || x.says(Said::donate) ||
                                              x.says(Said::subscribe) || x.says(Said::newsletter));
      if (asks && folded(i).find(outlet) != std::string::npos)
        set(i, false, "promotion of the outlet");
    }
  }
  /// A name alone, set apart, in the box of the text's last paragraph.
  bool is_signature(std::size_t i, std::size_t last, std::string_view text) const {
    const BlockFeatures& x = c_.content.features[i];
    const auto parent = [&](std::size_t k) {
      return c_.page.node(c_.map.blocks[k].container).parent;
    };
    if (last >= i || parent(i) != parent(last) || x[F::all_italic] + x[F::all_strong] == 0)
      return false;
    const auto words = split(text, ' ');
    return words.size() >= 2 && words.size() <= 4 && text.size() < 60 &&
           c_.map.blocks[i].link_length == 0 &&
           std::all_of(words.begin(), words.end(), [](std::string_view word) {
             std::size_t at = 0;
             return !word.empty() && is_upper(next_code_point(word, &at)) &&
                    word.find_first_of(":!?()0123456789") == word.npos;
           });
  }

  static bool is_credit_line(std::string_view text) {
    static constexpr std::string_view labels[] = {
        "source:", "sources:", "quelle:", "quellen:",  "fuente:",  "fuentes:",   "font:",
        "fonte:",  "fonti:",   "kaynak:", "источник:", "джерело:", "źródło:",    "zdroj:",
        "nguồn:",  "(theo ",   "المصدر:", "来源：",    "来源:",    "稿件来源：", "來源："};
    const std::string lowered = lower(text);
    for (const auto label : labels)
      if (lowered.starts_with(label))
        return lowered.size() > label.size() &&
               (text.size() <= 80 || lowered.find("http") != std::string::npos);
    // Only agencies' and initials' short names: "(dpa/gem)", "(KNA, DR)".
    if (text.size() < 4 || text.size() > 30 || !text.starts_with('(') || !text.ends_with(')'))
      return false;
    const auto inside = text.substr(1, text.size() - 2);
    return inside.find_first_of("()0123456789") == std::string_view::npos &&
           std::count(inside.begin(), inside.end(), ' ') <= 3;
  }

  static bool ends_as_sentence(std::string_view text) {
    for (const std::string_view end : {".", "!", "?", "…", "。", "؟", "”", "\"", "»", "“", ":"})
      if (text.ends_with(end)) return true;
    return false;
  }

  bool within(NodeIndex i, Tag tag) const {
    for (int up = 0; i != no_node && up < 4; ++up, i = c_.page.node(i).parent)
      if (c_.page.node(i).tag == tag) return true;
    return false;
  }

  /// A table of data between kept texts is kept whole: its cells are too short to be judged one by
  /// one.
  void keep_tables() {
    constexpr float clearly_out = -3.0f;
    bool text_before = false;
    for (std::size_t i = 0; i < kept_.size();) {
      const NodeIndex table = table_of(c_.map.blocks[i].container);
      if (table == no_node) {
        text_before |= kept_[i] && c_.map.blocks[i].length >= 60;
        ++i;
        continue;
      }
      const std::size_t begin = i;
      float sum = 0, length = 0, links = 0, longest = 0;
      for (; i < kept_.size() && c_.map.blocks[i].node_begin < c_.page.node(table).subtree_end;
           ++i) {
        const TextBlock& b = c_.map.blocks[i];
        sum += c_.content.scores[i];
        length += static_cast<float>(b.length), links += static_cast<float>(b.link_length);
        longest = std::max(longest, static_cast<float>(b.length));
      }
      const bool text_after = i < kept_.size() && kept_[i] && c_.map.blocks[i].length >= 60;
      const auto cells = static_cast<float>(i - begin);
      if (text_before && text_after && cells >= 4 && longest < 200 && links * 3 < length &&
          sum / cells > clearly_out)
        for (std::size_t k = begin; k < i; ++k)
          if (!kept_[k]) set(k, true, "table");
    }
  }
  /// The innermost table around an element.
  NodeIndex table_of(NodeIndex i) const {
    if (!has(c_.map.info[i].places, Place::table)) return no_node;
    while (i != no_node && c_.page.node(i).tag != Tag::table) i = c_.page.node(i).parent;
    return i;
  }

  /// A long text that stands twice is kept once: where it stands first, but a standfirst that was
  /// taken out of the text is kept in the text. Headings, items of lists and cells may say the same
  /// in each section.
  void drop_repetitions() {
    std::unordered_map<std::string, std::size_t> seen;  // where it stands
    std::size_t opener = npos;                          // the first long text, until it repeats
    std::string opening;                                // what it says, once asked for
    std::size_t texts = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      const TextBlock& b = c_.map.blocks[i];
      if (!kept_[i] || b.length < 40) continue;
      if (texts++ == 0) opener = i;
      if (is_part(c_.page.node(b.container).tag)) continue;
      // Begins like no other block, by its letters: a text with capitals or figures has some.
      if (c_.content.features[i][F::repeated] == 0 && b.capitals + b.digits > 0) continue;
      const auto [first, fresh] = seen.try_emplace(folded(i), i);
      if (fresh && opener != npos && opener < i && texts > 3) {
        if (opening.empty()) opening = folded(opener);
        if (opening.starts_with(without_end_marks(first->first)))
          set(i, false, "repetition");  // the teaser of this article itself
        continue;
      }
      if (fresh) continue;
      const bool opens = first->second == opener;
      set(opens && texts > 3 ? opener : i, false, "repetition");
      if (opens) opener = npos;
    }
  }

  static std::string_view without_end_marks(std::string_view text) {
    while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
    return text;
  }

  /// Mock Latin, where the page has other text: behind a paywall its teaser.
  void drop_filler() {
    constexpr std::uint32_t paragraph = 100;
    std::vector<std::size_t> fillers;
    std::uint32_t longest = 0;  // of other text
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      const TextBlock& b = c_.map.blocks[i];
      if (is_filler_text(raw_text_of(c_.page, b)))
        fillers.push_back(i);
      else
        longest = std::max(longest, b.length);
    }
    if (longest < paragraph) return;
    for (const std::size_t i : fillers) set(i, false, "filler text");
  }

  /// Comments that a class calls so, behind the last text that none does: the name of a wrapper
  /// around everything says nothing.
  void drop_comments() {
    double text = 0, comments = 0;
    std::size_t behind = 0;  // the last long text
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      (is_comment(i) ? comments : text) += c_.map.blocks[i].length;
      if (!is_comment(i) && c_.map.blocks[i].length >= 60) behind = i + 1;
    }
    if (behind == 0 || comments > text) return;
    for (std::size_t i = behind; i < kept_.size(); ++i)
      if (kept_[i] && is_comment(i)) set(i, false, "comment");
  }

  /// Each of a thread's comments has a number ("comment-58561"), wherever text stands behind them,
  /// and however many they are, where there is an article that they are about.
  void drop_numbered_comments() {
    std::vector<std::size_t> numbered;
    constexpr std::size_t article = 400;  // letters of other text
    std::size_t text = 0;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      if (in_numbered_comment(c_.map.blocks[i].container))
        numbered.push_back(i);
      else
        text += c_.map.blocks[i].length;
    }
    if (text < article) return;
    for (const std::size_t i : numbered) set(i, false, "comment");
  }

  bool in_numbered_comment(NodeIndex i) const {
    constexpr int reach = 8;
    constexpr Meanings of_threads = bit(Meaning::comment) | bit(Meaning::popup);  // "message"
    if ((c_.map.info[i].all & of_threads) == 0) return false;
    for (int up = 0; up < reach && i != no_node; ++up, i = c_.page.node(i).parent)
      if ((c_.map.info[i].own & of_threads) != 0 && is_numbered(c_.page.attribute(i, "id")))
        return true;
    return false;
  }

  /// "comment-58561", "bb_message_390117".
  static bool is_numbered(std::string_view id) {
    constexpr std::size_t longest = 80;
    if (id.size() > longest) return false;
    std::size_t digits = 0;
    while (digits < id.size() && id[id.size() - 1 - digits] >= '0' &&
           id[id.size() - 1 - digits] <= '9')
      ++digits;
    std::string_view name = id.substr(0, id.size() - digits);
    if (digits == 0 || (!name.ends_with('-') && !name.ends_with('_'))) return false;
    if (has(meanings_of(name), Meaning::comment)) return true;
    name.remove_suffix(1);
    return name.ends_with("message");
  }

  bool is_comment(std::size_t i) const {
    return has(c_.map.info[c_.map.blocks[i].container].near, Meaning::comment);
  }

  /// What stands far from the rest, with nothing kept between, and is little beside it: texts of
  /// dialogs and footers that read like an article's.
  void drop_strays() {
    constexpr std::size_t far = 80;
    std::vector<std::size_t> begins;  // of the groups
    std::vector<double> sizes;
    std::size_t last = npos;
    for (std::size_t i = 0; i < kept_.size(); ++i) {
      if (!kept_[i]) continue;
      if (last == npos || i - last > far) begins.push_back(i), sizes.push_back(0);
      sizes.back() += c_.map.blocks[i].length;
      last = i;
    }
    const auto most = std::max_element(sizes.begin(), sizes.end());
    begins.push_back(kept_.size());
    for (std::size_t g = 0; g < sizes.size(); ++g)
      if (sizes[g] * 4 < *most &&
          begins[g] > begins[static_cast<std::size_t>(most - sizes.begin())])
        for (std::size_t i = begins[g]; i < begins[g + 1]; ++i)
          if (kept_[i]) set(i, false, "far from the text");
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);
  const BlockContext& c_;
  std::vector<bool> kept_;
  std::vector<std::string_view> why_;
};

}  // namespace

Choice choose_blocks(const BlockContext& context) { return Chooser(context).run(); }

}  // namespace kaynak::extract_detail
