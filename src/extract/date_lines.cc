#include "extract/date_lines.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/date_labels.h"
#include "extract/date_names.h"
#include "extract/phrases.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t longest_line = 400;  ///< "This entry was posted on … and is filed under …"
constexpr std::size_t longest_text = 200;
constexpr int most_tried = 60;
constexpr int least_score = 14;

/// Explicit features of a place that shows a date.
struct Features {
  DateLabel label = DateLabel::none;
  bool named_published = false;
  bool named_meta = false;
  bool byline = false;      ///< in one line with the author
  bool machine = false;     ///< a time element or a stamp in an attribute
  int near_headline = 0;    ///< 2 right at it, 1 not far
  bool near_text = false;   ///< right before the first paragraph
  bool before_end = false;  ///< not behind the article
  bool at_end = false;      ///< right behind it
  bool bare = false;        ///< little but the date
  bool noise = false;       ///< in another part of the page
  bool aside = false;       ///< in one that is surely another
  bool long_line = false;
  bool wordy = false;  ///< more words than a date has, and none that says why
};

int score_of(const Features& f) {
  const bool labelled = f.label != DateLabel::none || f.named_published;
  return 25 * (f.label == DateLabel::published) + 15 * (f.label == DateLabel::updated) +
         20 * f.named_published + 15 * f.named_meta + 15 * f.byline + 10 * f.machine +
         15 * f.near_headline + 10 * f.near_text + 10 * f.before_end + 10 * f.at_end + 5 * f.bare -
         40 * f.noise - (labelled ? 0 : 20) * f.aside - 20 * f.long_line - 15 * f.wordy;
}

class ShownDateFinder {
 public:
  ShownDateFinder(const DatePlace& place, const DateReader& reader)
      : page_(place.page), map_(place.map), content_(place.content), reader_(reader) {
    headline_ = place.headline == no_node ? no_block : block_at(place.headline);
    headline_node_ = place.headline;
    find_text();
    if (first_text_ != no_block) first_node_ = map_.blocks[first_text_].node_begin;
  }

  ShownDates run() {
    const auto& nodes = page_.nodes();
    for (NodeIndex i = 0; i < nodes.size(); ++i) {
      const Node& n = nodes[i];
      if ((n.attributes_count == 0 && n.tag != Tag::time) || n.tag == Tag::meta) continue;
      if (const auto stamp = stamp_of(i, n); !stamp.empty()) try_element(i, stamp);
    }
    for (std::size_t b = 0; b < map_.blocks.size(); ++b) try_block(b);
    for (std::size_t b = first_text_, n = 0; b < map_.blocks.size() && n < 3; ++b)
      if (is_text(b)) ++n, try_dateline(map_.blocks[b]);
    return found_;
  }

 private:
  static constexpr std::size_t no_block = static_cast<std::size_t>(-1);

  /// The block that holds a node, or the one behind it.
  std::size_t block_at(NodeIndex i) const {
    const auto at = std::partition_point(map_.blocks.begin(), map_.blocks.end(),
                                         [i](const TextBlock& b) { return b.node_end <= i; });
    return static_cast<std::size_t>(at - map_.blocks.begin());
  }
  bool is_text(std::size_t b) const {
    return content_.scores[b] > 0 && map_.blocks[b].length >= 80;
  }
  void find_text() {
    for (std::size_t b = 0; b < map_.blocks.size(); ++b) {
      if (!is_text(b)) continue;
      if (first_text_ == no_block) first_text_ = b;
      last_text_ = b;
    }
  }

  /// The machine's form of what a time element or its like shows; the text where it has none.
  std::string_view stamp_of(NodeIndex i, const Node& n) const {
    std::string_view title, stamp;
    const Attribute* a = page_.attributes(i);
    for (int k = 0; k < n.attributes_count; ++k) {
      const std::string_view name = a[k].name;
      if (name.empty() || (name[0] != 'd' && name[0] != 't')) continue;
      if (name == "title")
        title = a[k].value;
      else if (stamp.empty() && is_date_stamp(name))
        stamp = a[k].value;
    }
    if (n.tag == Tag::ins || n.tag == Tag::del) return {};
    if (!stamp.empty()) return stamp;
    const bool may_be = n.tag == Tag::abbr || n.tag == Tag::span || n.tag == Tag::a;
    if (may_be && !title.empty() && title.size() < 60 && has(map_.info[i].own, Meaning::meta) &&
        has_figure(title))
      return title;
    return n.tag == Tag::time ? page_.text(i).substr(0, longest_text) : std::string_view{};
  }

  bool holds(NodeIndex i, NodeIndex inner) const {
    return inner != no_node && inner >= i && inner < page_.node(i).subtree_end;
  }
  enum class Part { article, noise, aside, other };
  /// The part of the page that an element stands in. What is around the headline or the first
  /// paragraph too is the article, whatever it is called.
  Part part_of(NodeIndex i) const {
    Part part = Part::article;
    for (int level = 0; i != no_node && level < 40; ++level, i = page_.node(i).parent) {
      if (holds(i, headline_node_) || holds(i, first_node_)) break;
      if (is_other(i)) return Part::other;
      if (is_aside(i))
        part = Part::aside;
      else if (part == Part::article && is_noise(i, level))
        part = Part::noise;
    }
    return part;
  }
  /// Comments and pictures have dates of their own.
  bool is_other(NodeIndex i) const {
    const Tag tag = page_.node(i).tag;
    return tag == Tag::figure || tag == Tag::figcaption || has(map_.info[i].own, Meaning::comment);
  }
  /// An aside of a few words is one in name only.
  bool is_aside(NodeIndex i) const {
    const Tag tag = page_.node(i).tag;
    return tag == Tag::nav || has(map_.info[i].own, Meaning::related) ||
           (tag == Tag::aside && has_more_than(page_.text(i), 40));
  }
  bool is_noise(NodeIndex i, int level) const {
    constexpr Meanings big_noise =
        bit(Meaning::teaser) | bit(Meaning::sidebar) | bit(Meaning::caption);
    const Node& n = page_.node(i);
    const Meanings own = map_.info[i].own;
    if (n.tag == Tag::header) return !near_own_header(i);
    const bool of_article = has(map_.info[i].places, Place::article) || has(own, Meaning::post) ||
                            has(own, Meaning::article);
    if (n.tag == Tag::footer || has(own, Meaning::footer)) return !of_article;
    if (has(own, Meaning::nav) && level < 3) return true;
    // "item", "grid" and "side" are names of anything: a teaser has more in it than its date.
    return (own & big_noise) != 0 && has_more_than(page_.text(i), 100);
  }
  static bool has_more_than(std::string_view text, std::size_t most) {
    if (text.size() > 10 * most) return true;
    for (const char c : text)
      if (static_cast<unsigned char>(c) > ' ' && most-- == 0) return true;
    return false;
  }
  /// A header element right before the headline or the text belongs to the article.
  bool near_own_header(NodeIndex i) const {
    const NodeIndex from = headline_node_ != no_node ? headline_node_ : first_node_;
    return from == no_node || i > from || from < page_.node(i).subtree_end + 40;
  }
  NamedAs named_around(NodeIndex i, NodeIndex stop) const {
    NamedAs named;
    for (int level = 0; level < 4 && i != no_node; ++level, i = page_.node(i).parent) {
      const Node& n = page_.node(i);
      if (n.text_end - n.text_begin > 240 || n.tag == Tag::body) break;
      if (n.tag == Tag::text) continue;
      const Attribute* a = page_.attributes(i);
      for (int k = 0; k < n.attributes_count; ++k)
        if (a[k].name == "class" || a[k].name == "id" || a[k].name == "itemprop" ||
            a[k].name == "property" || a[k].name == "data-testid")
          read_date_names(a[k].value, &named);
      if (i == stop && level > 1) break;
    }
    return named;
  }

  Features features_at(NodeIndex i, std::size_t block) const {
    Features f;
    const NamedAs named = named_around(i, no_node);
    const bool updated_only = named.updated && !named.published;
    f.named_published = named.published && !named.updated;
    f.label = named.other ? DateLabel::other : updated_only ? DateLabel::updated : DateLabel::none;
    if (headline_ != no_block) f.near_headline = nearness(block, headline_);
    if (first_text_ != no_block) {
      f.near_text = block <= first_text_ && first_text_ - block <= 5;
      f.before_end = block <= last_text_;
      f.at_end = block > last_text_ && block - last_text_ <= 6;
      if (headline_ == no_block && f.near_text) f.near_headline = 1;
    } else {
      f.before_end = true;
    }
    const Part part = part_of(i);
    f.noise = part != Part::article;
    f.aside = part == Part::aside;
    if (part == Part::other || has(map_.info[i].places, Place::comment_item))
      f.label = DateLabel::other;
    return f;
  }
  static int nearness(std::size_t block, std::size_t headline) {
    if (block >= headline) return block - headline <= 5 ? 2 : block - headline <= 14 ? 1 : 0;
    return headline - block <= 3 ? 2 : headline - block <= 6 ? 1 : 0;
  }

  void try_element(NodeIndex i, std::string_view stamp) {
    const std::size_t block = block_at(i);
    Features f = features_at(i, block);
    if (f.label == DateLabel::other) return;
    f.named_meta = has(map_.info[i].near, Meaning::meta);
    f.machine = true;
    f.bare = true;
    if (page_.has_attribute(i, "pubdate")) f.named_published = true;
    if (const DateLabel words = label_around(i, block); words != DateLabel::none) f.label = words;
    offer(f, stamp);
  }

  /// The label in the block around a time element, or in the short block before it.
  DateLabel label_around(NodeIndex i, std::size_t block) const {
    if (block >= map_.blocks.size()) return DateLabel::none;
    const TextBlock& b = map_.blocks[block];
    const Node& n = page_.node(i);
    const DateLabel own = label_in(fold(page_.text(i).substr(0, longest_text)));
    if (n.text_begin < b.text_begin && own != DateLabel::none) return own;
    if (n.text_begin < b.text_begin || n.text_begin >= b.text_end) return label_before(block);
    std::string_view before = page_.text().substr(b.text_begin, n.text_begin - b.text_begin);
    if (before.size() > longest_text) before = before.substr(before.size() - 60);
    if (const auto label = last_label_in(fold(before)); label != DateLabel::none) return label;
    if (own != DateLabel::none) return own;
    if (b.text_end > n.text_end) {
      const auto after =
          fold(page_.text().substr(n.text_end, std::min(b.text_end - n.text_end, 60u)));
      if (!has_figure(after))
        if (const auto label = label_in(after); label != DateLabel::none) return label;
    }
    return trim(before).empty() ? label_before(block) : DateLabel::none;
  }
  /// A block that is a label by itself speaks for the one behind it.
  DateLabel label_before(std::size_t block) const {
    if (block == 0 || block > map_.blocks.size()) return DateLabel::none;
    const TextBlock& b = map_.blocks[block - 1];
    if (b.length > 40 || b.digits > 0) return DateLabel::none;
    std::string text = fold(raw_text_of(page_, b));
    text += ':';
    return last_label_in(text);
  }

  /// Figures other than the ASCII ones: of Arabic, Persian, Indic and South-East Asian scripts.
  static bool has_own_figures(std::string_view text) {
    for (const char c : text) {
      const auto byte = static_cast<unsigned char>(c);
      if (byte == 0xD9 || byte == 0xDB || byte == 0xE0 || byte == 0xE1 || byte == 0xEF)
        return has_figure(text);
    }
    return false;
  }
  bool has_day(const TextBlock& b) const {
    if (b.length > longest_line) return false;
    if (b.digits >= 3) return true;
    return b.digits == 0 && b.length <= 80 && b.length >= 5 &&
           has_own_figures(raw_text_of(page_, b));
  }

  /// The block's text, up to a bound. Two inline elements side by side are two words:
  /// <a>Sea</a><span>24 November</span>.
  std::string line_of(const TextBlock& b) const {
    std::string line;
    for (NodeIndex i = b.node_begin; i < b.node_end && line.size() < longest_text; ++i) {
      const Node& n = page_.node(i);
      if (n.tag != Tag::text || map_.info[n.parent].skipped) continue;
      const std::string_view text = page_.text(i);
      if (!line.empty() && !text.empty() && is_letter(text.front()) && !is_blank(line.back()))
        line += ' ';
      line += text.substr(0, longest_text);
    }
    return line;
  }
  static bool is_blank(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }

  void try_block(std::size_t index) {
    const TextBlock& b = map_.blocks[index];
    if (!has_day(b)) return;
    const bool sentence = b.length > 80;
    if (sentence) try_named_part(index);
    if (sentence && content_.scores[index] > 0 && index != last_text_) return;
    Features f = features_at(page_.node(b.node_begin).parent, index);
    if (f.label == DateLabel::other) return;
    f.named_meta = has(near_of(b), Meaning::meta);
    f.bare = b.length <= 40;
    f.long_line = sentence;
    // Before its text is folded: could it be the best at all?
    Features hoped = f;
    hoped.label = DateLabel::published;
    hoped.byline = true;
    if (score_of(hoped) <= std::min(found_.published.score, found_.updated.score)) return;
    const std::string line = fold(fold_space(line_of(b)));
    f.byline = phrase_of(line) == PhraseKind::byline;
    for (const DateSegment& segment : date_segments(line)) {
      Features own = f;
      if (segment.label != DateLabel::none) {
        own.label = segment.label;
        own.long_line = false;
      } else if (const DateLabel before = label_before(index); before != DateLabel::none) {
        own.label = before;
      }
      own.wordy = !f.bare && !f.named_meta && !f.named_published && !f.byline &&
                  own.label == DateLabel::none;
      if (!sentence || own.label == DateLabel::published) offer(own, segment.text);
    }
  }
  /// An element named for its date, in a line too long to be read whole: <a class=post-date>24
  /// November 2026</a> by Ana Weiß, 12 comments, filed under …
  void try_named_part(std::size_t index) {
    constexpr std::size_t longest_part = 40;
    const TextBlock& b = map_.blocks[index];
    for (NodeIndex i = b.node_begin; i < b.node_end; ++i) {
      const NodeIndex parent = page_.node(i).parent;
      if (page_.node(i).tag != Tag::text || parent == b.container ||
          !has(map_.info[parent].own, Meaning::meta))
        continue;
      const std::string_view text = page_.text(parent);
      if (text.size() > longest_part || !has_figure(text, 3)) continue;
      Features f = features_at(parent, index);
      f.named_meta = f.bare = true;
      offer(f, fold(fold_space(text)));
    }
  }
  /// Meanings near a block, those of the inline elements around its first text included.
  Meanings near_of(const TextBlock& b) const {
    Meanings near = map_.info[b.container].near;
    for (NodeIndex i = page_.node(b.node_begin).parent; i != no_node && i != b.container;
         i = page_.node(i).parent)
      near |= map_.info[i].own;
    return near;
  }

  /// "27 May 2026 - The harbour …", "Norrvik (27 May 2026). The harbour …".
  void try_dateline(const TextBlock& b) {
    const std::string_view text = raw_text_of(page_, b).substr(0, 64);
    const auto digit = text.find_first_of("0123456789");
    if (digit == text.npos || digit > 32) return;
    std::size_t year = digit;
    while (year != text.npos && !is_year_at(text, year)) year = text.find_first_of("12", year + 1);
    if (year == text.npos) return;
    std::string_view behind = text.substr(year + 4);
    behind = behind.substr(std::min(behind.find_first_not_of(" )]\xC2\xA0"), behind.size()));
    if (behind.empty() || (std::string_view(".-:|/").find(behind[0]) == behind.npos &&
                           behind.substr(0, 2) != "\xE2\x80"))  // a dash
      return;
    Features f;
    f.before_end = f.bare = true;
    if (const auto label = label_in(fold(text.substr(0, digit))); label == DateLabel::none)
      offer(f, text.substr(0, year + 4));
  }
  static bool is_year_at(std::string_view s, std::size_t i) {
    if (i + 4 > s.size() || (s.substr(i, 2) != "19" && s.substr(i, 2) != "20")) return false;
    const auto digit = [&](std::size_t k) { return k < s.size() && s[k] >= '0' && s[k] <= '9'; };
    return digit(i + 2) && digit(i + 3) && !digit(i + 4) && (i == 0 || !digit(i - 1));
  }

  void offer(const Features& f, std::string_view text) {
    while (!text.empty() && std::string_view(" :|-,.;/").find(text[0]) != text.npos)
      text.remove_prefix(1);
    if (f.label == DateLabel::other) return;
    ShownDate& best = f.label == DateLabel::updated ? found_.updated : found_.published;
    const int score = score_of(f);
    if (score <= std::max(best.score, least_score) || ++tried_ > most_tried) return;
    if (const auto t = reader_.read(text))
      best = {t, score, f.label == DateLabel::published || f.named_published};
  }

  const Document& page_;
  const PageMap& map_;
  const Content& content_;
  const DateReader& reader_;
  std::size_t headline_ = no_block, first_text_ = no_block, last_text_ = no_block;
  NodeIndex headline_node_ = no_node, first_node_ = no_node;
  int tried_ = 0;
  ShownDates found_;
};

}  // namespace

ShownDates find_shown_dates(const DatePlace& place, const DateReader& reader) {
  return ShownDateFinder(place, reader).run();
}

}  // namespace kaynak::extract_detail
