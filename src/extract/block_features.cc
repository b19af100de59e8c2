#include "extract/block_features.h"

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_map>
#include <unordered_set>

#include "base/fnv.h"
#include "base/strings.h"
#include "extract/feature_tools.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::string_view feature_names[] = {
#define KAYNAK_FEATURE(name) #name,
    KAYNAK_BLOCK_FEATURES(KAYNAK_FEATURE) KAYNAK_CONTEXT_FEATURES(KAYNAK_FEATURE)
#undef KAYNAK_FEATURE
};
constexpr std::string_view place_names[] = {
    "nav",        "aside",       "footer",         "header",        "form",         "figure",
    "article",    "main",        "section",        "blockquote",    "list",         "table",
    "link",       "button",      "hidden",         "article_body",  "comment_item", "address",
    "definition", "pre",         "details",        "heading",       "caption",      "dialog",
    "label",      "author_item", "no_script_data", "teaser_article"};
constexpr std::string_view meaning_names[] = {
#define KAYNAK_MEANING(name) #name,
    KAYNAK_CLASS_MEANINGS(KAYNAK_MEANING)
#undef KAYNAK_MEANING
};
constexpr std::string_view phrase_names[] = {
    "none",  "read_more", "share",  "newsletter", "comments", "rights",     "ad",        "tags",
    "photo", "date",      "byline", "paywall",    "consent",  "correction", "error_page"};
constexpr std::string_view said_names[] = {
#define KAYNAK_SAID(name) #name,
    KAYNAK_SAID_WORDS(KAYNAK_SAID)
#undef KAYNAK_SAID
};
static_assert(std::size(place_names) == place_features);
static_assert(std::size(phrase_names) == phrase_features);

/// Not those of comments, consent, pop-ups and the like: they may be most of a page's text.
constexpr Meanings noise_of_wrappers =
    bit(Meaning::share) | bit(Meaning::newsletter) | bit(Meaning::ad) | bit(Meaning::nav) |
    bit(Meaning::sidebar) | bit(Meaning::tags) | bit(Meaning::paywall) | bit(Meaning::teaser) |
    bit(Meaning::pagination) | bit(Meaning::widget) | bit(Meaning::tool) | bit(Meaning::hidden) |
    bit(Meaning::meta) | bit(Meaning::header) | bit(Meaning::author);

/// Letters and digits only, ASCII lower case: equal for texts that differ in marks, quotes and
/// spaces.
std::string letters_of(std::string_view s, std::size_t max = std::string_view::npos) {
  std::string out(std::min(s.size(), max), '\0');
  std::size_t n = 0;
  for (std::size_t i = 0; i < s.size() && n < out.size(); ++i) {
    const auto u = static_cast<unsigned char>(s[i]);
    if (u >= 0x80) {
      if (u == 0xe2 && i + 2 < s.size() && static_cast<unsigned char>(s[i + 1]) == 0x80)
        i += 2;  // typographic marks
      else if (u == 0xc2 && i + 1 < s.size())
        i += 1;  // no-break space, guillemets and other Latin-1 marks
      else
        out[n++] = s[i];
    } else if ((u >= '0' && u <= '9') || (u >= 'a' && u <= 'z')) {
      out[n++] = s[i];
    } else if (u >= 'A' && u <= 'Z') {
      out[n++] = static_cast<char>(u | 0x20);
    }
  }
  out.resize(n);
  return out;
}

bool is_word_byte(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

double plain_length(const TextBlock& b) { return static_cast<double>(b.length) - b.link_length; }
float link_share(const TextBlock& b) {
  return b.length ? static_cast<float>(b.link_length) / static_cast<float>(b.length) : 1.0f;
}
bool is_running_text(const TextBlock& b) {
  return b.length >= 60 && b.link_length * 3 < b.length && b.words >= 8;
}

/// A short line that tells a time: what posts, comments and teasers begin with.
bool is_dated(const Document& page, const TextBlock& b) {
  if (b.length > 80) return false;
  for (NodeIndex i = b.node_begin; i < b.node_end; ++i)
    if (page.node(i).tag == Tag::time || page.node(page.node(i).parent).tag == Tag::time)
      return true;
  return b.length <= 40 && b.digits >= 3;
}

/// "jane@example.org": an address for mail, not a handle.
bool has_mail_address(std::string_view text) {
  for (auto at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
    const std::string_view host = text.substr(at, 60);
    const auto dot = host.find('.');
    if (at > 0 && is_word_byte(text[at - 1]) && dot != host.npos && dot < host.find(' '))
      return true;
  }
  return false;
}

/// Text of an element's direct surroundings: how much running text and link text its subtree holds.
struct Mass {
  double running = 0;
  double links = 0;
  double all = 0;
  int running_blocks = 0;
};

enum class Found : char { unknown, yes, no };

class Measurer {
 public:
  Measurer(const Document& page, const PageMap& map, const PageHints& hints)
      : page_(page),
        map_(map),
        hints_(hints),
        mass_(page.nodes().size()),
        dated_(page.nodes().size()) {}

  std::vector<BlockFeatures> run() {
    gather();
    std::vector<BlockFeatures> all(map_.blocks.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
      shape(map_.blocks[i], &all[i]);
      element(map_.blocks[i], &all[i]);
      neighbours(i, &all[i]);
      place_in_page(i, &all[i]);
      structured(i, &all[i]);
      surroundings(map_.blocks[i], &all[i]);
      words(map_.blocks[i], &all[i]);
      media_beside(i, &all[i]);
      among_dated(map_.blocks[i], &all[i]);
    }
    return all;
  }

 private:
  /// What stands between the blocks: for each block, the last media element and rule before it, and
  /// the alternative texts of all pictures.
  void gather_media() {
    media_.assign(map_.blocks.size() + 1, false);
    rules_.assign(map_.blocks.size() + 1, false);
    std::size_t b = 0;
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      const Tag tag = page_.node(i).tag;
      if (tag == Tag::text) continue;
      const bool media = tag == Tag::img || tag == Tag::video || tag == Tag::iframe ||
                         tag == Tag::audio || tag == Tag::picture;
      if (!media && tag != Tag::hr) continue;
      while (b < map_.blocks.size() && map_.blocks[b].node_end <= i) ++b;
      (media ? media_ : rules_)[b] = true;
      if (tag != Tag::img) continue;
      std::string alt = letters_of(page_.attribute(i, "alt").substr(0, 400), 60);
      if (alt.size() >= 20) alts_.insert(std::move(alt));
    }
  }

  void media_beside(std::size_t i, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    x[F::is_alt_text] = letters_[i].size() >= 20 && alts_.contains(letters_[i]);
    x[F::after_media] = media_[i];
    x[F::before_media] = media_[i + 1];
    x[F::rule_before] = rules_[i];
    x[F::short_after_media] = media_[i] && map_.blocks[i].length < 120;
  }

  void words(const TextBlock& b, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const std::string_view text = raw_text_of(page_, b);
    x[F::ends_colon] = text.ends_with(":") || text.ends_with("：");
    x[F::ends_question] = text.ends_with("?") || text.ends_with("？");
    x[F::dash_start] = text.starts_with("—") || text.starts_with("–") || text.starts_with("- ");
    if (b.length > 300) return;
    const Mentions m = mentions_in(text);
    x.mark(first_said, m.once);
    x.mark(first_said_twice, m.twice);
    x[F::reading_time] = b.length < 50 && b.digits > 0 && (m.once & bit(Said::minutes)) != 0;
    x[F::contact_line] = b.length < 140 && has_mail_address(text);
    const auto colon = text.substr(0, 60).find(':');
    x[F::labelled_link] = colon != text.npos && b.length < 220 &&
                          b.link_length * 5 >= b.length * 2 && !b.ends_sentence;
  }

  /// Elements of one kind beside each other have the same key: one parent, tag and first class.
  std::uint64_t sibling_key(NodeIndex node) const {
    const std::string_view classes = class_of(page_, node);
    Fnv1a kind(classes.substr(0, classes.find(' ')));
    kind.add(static_cast<char>(page_.node(node).tag));
    return std::uint64_t{page_.node(node).parent} << 32 | kind.value();
  }

  /// Elements that begin with a time, up to three around each such line, and how many of a kind
  /// stand beside each other.
  void gather_dated() {
    for (const TextBlock& b : map_.blocks) {
      if (!is_dated(page_, b)) continue;
      NodeIndex node = b.container;
      for (int level = 0; level < 4 && node != no_node && !dated_[node]; ++level) {
        dated_[node] = true;
        ++dated_siblings_[sibling_key(node)];
        node = page_.node(node).parent;
      }
    }
  }

  /// Whether the block is one of several posts with a time each.
  void among_dated(const TextBlock& b, BlockFeatures* f) const {
    if (!is_running_text(b)) return;
    int most = 0;
    for (int level = 1; level <= 3; ++level) {
      const NodeIndex node = ancestor(page_, b.container, level);
      if (mass_.at(node).running * 2 > total_running_) break;
      if (dated_[node]) most = std::max(most, dated_siblings_.at(sibling_key(node)));
    }
    (*f)[F::dated_item] = most >= 2;
    (*f)[F::many_dated_items] = most >= 5;
  }

  /// Noise in the classes of wrappers around nearly all of the page's text tells nothing of one
  /// block, nor does that the page as a whole is a form, as ASP.NET makes them, is hidden until a
  /// script shows it, or stands in an aside or header.
  void gather_common() {
    constexpr double nearly_all = 0.8;
    std::array<double, meaning_features> text{};
    constexpr std::array wrappers{Place::form, Place::hidden, Place::aside, Place::header};
    std::array<double, wrappers.size()> inside{};
    for (const TextBlock& b : map_.blocks) {
      if (!is_running_text(b)) continue;
      const NodeInfo& info = map_.info[b.container];
      for (Meanings far = info.all & ~info.near; far != 0; far &= far - 1)
        text[static_cast<std::size_t>(std::countr_zero(far))] += plain_length(b);
      for (std::size_t k = 0; k < wrappers.size(); ++k)
        if (has(info.places, wrappers[k])) inside[k] += plain_length(b);
    }
    for (std::size_t k = 0; k < wrappers.size(); ++k)
      if (inside[k] > nearly_all * total_running_) common_places_ |= bit(wrappers[k]);
    for (std::size_t k = 0; k < text.size(); ++k)
      if (text[k] > nearly_all * total_running_) common_ |= Meanings{1} << k;
    common_ &= noise_of_wrappers;
  }

  void gather() {
    gather_media();
    gather_dated();
    letters_.reserve(map_.blocks.size());  // never grows, so views into it stay
    for (std::size_t i = 0; i < map_.blocks.size(); ++i) {
      const TextBlock& b = map_.blocks[i];
      for (int level = 1; level <= 3; ++level) {
        Mass& m = mass_[ancestor(page_, b.container, level)];
        m.all += b.length;
        m.links += b.link_length;
        if (is_running_text(b)) m.running += plain_length(b), ++m.running_blocks;
      }
      if (is_running_text(b)) {
        total_running_ += plain_length(b);
        class_text_[class_key(page_, map_, b)] += plain_length(b);
      }
      letters_.push_back(letters_of(raw_text_of(page_, b).substr(0, 4000), 60));
      if (letters_.back().size() >= 8) ++times_[letters_.back()];
    }
    gather_common();
    title_ = letters_of(hints_.title, 200);
    description_ = letters_of(hints_.description, longest_description);
    look_up_in_data_body();
    for (std::size_t i = 0; i < map_.blocks.size(); ++i) {
      const bool h1 = page_.node(map_.blocks[i].container).tag == Tag::h1;
      const bool titled = title_.size() >= 10 && letters_[i].size() >= 10 &&
                          title_.starts_with(letters_[i]) &&
                          has(map_.info[map_.blocks[i].container].places, Place::heading);
      if (titled) {
        h1_ = i;
        break;
      }
      if (h1 && h1_ == npos) h1_ = i;
    }
  }

  /// Texts that follow each other in the body are found where the one before ended. How many
  /// letters are looked through in all is bounded: of blocks behind that nothing is known.
  void look_up_in_data_body() {
    constexpr std::size_t shortest_body = 400, shortest = 12, longest = 48, most = 100'000'000;
    in_data_body_.resize(map_.blocks.size());
    if (hints_.data_body.size() <= shortest_body) return;
    const std::string body = letters_of(hints_.data_body);
    std::size_t last = 0, looked = 0;
    for (std::size_t i = 0; i < letters_.size() && looked < most; ++i) {
      if (letters_[i].size() < shortest) continue;
      const std::string_view part = head(letters_[i], longest);
      const std::string_view behind = std::string_view(body).substr(last);
      const bool follows = contains(behind, part);
      const bool in = follows || contains(head(body, last + part.size()), part);
      in_data_body_[i] = in ? Found::yes : Found::no;
      const std::size_t way = follows ? behind.find(part) : body.size();
      looked += way;
      if (follows) last += way;
    }
  }

  static void shape(const TextBlock& b, BlockFeatures* f) {
    BlockFeatures& x = *f;
    const double length = std::max<double>(b.length, 1);
    x[F::bias] = 1;
    x[F::log_length] = log_scale(b.length);
    x[F::shorter_20] = b.length < 20;
    x[F::shorter_50] = b.length < 50;
    x[F::longer_80] = b.length >= 80;
    x[F::longer_200] = b.length >= 200;
    x[F::link_share] = link_share(b);
    x[F::links_only] = b.link_length * 10 >= b.length * 9;
    x[F::links_half] = b.link_length * 2 >= b.length;
    x[F::commas] = static_cast<float>(std::min(1.0, b.commas * 40 / length));
    x[F::stops] = static_cast<float>(std::min<int>(b.stops, 5)) / 5;
    x[F::ends_sentence] = b.ends_sentence;
    x[F::long_sentence] = b.ends_sentence && b.length >= 60;
    x[F::digit_share] = static_cast<float>(std::min(1.0, b.digits / length));
    x[F::capital_share] = static_cast<float>(std::min(1.0, b.capitals / length));
    x[F::all_strong] = b.strong_length * 10 >= b.length * 9;
    x[F::one_word] = b.words <= 2;
    x[F::all_italic] = b.italic_length * 10 >= b.length * 9;
    x[F::loud_link] = x[F::links_half] > 0 && b.capitals * 2 > b.length;
  }

  void element(const TextBlock& b, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const Tag tag = page_.node(b.container).tag;
    x[F::is_p] = tag == Tag::p;
    x[F::is_li] = tag == Tag::li;
    x[F::is_h1] = tag == Tag::h1;
    x[F::is_h2] = tag == Tag::h2;
    x[F::is_h3] = tag == Tag::h3;
    x[F::is_h456] = tag == Tag::h4 || tag == Tag::h5 || tag == Tag::h6;
    x[F::is_div] = tag == Tag::div || tag == Tag::section || tag == Tag::article ||
                   tag == Tag::main || tag == Tag::center;
    x[F::is_td] = tag == Tag::td || tag == Tag::th;
    x[F::is_blockquote] = tag == Tag::blockquote;
    x[F::is_pre] = tag == Tag::pre;
    x[F::is_dd] = tag == Tag::dd || tag == Tag::dt;
    x[F::is_caption] = tag == Tag::figcaption || tag == Tag::caption;
    x[F::is_button] = tag == Tag::button;
    x[F::p_links_only] = x[F::is_p] * x[F::links_only];
    x[F::li_links_only] = x[F::is_li] * x[F::links_only];
    x[F::heading_link] = (heading_level(tag) > 0) * x[F::links_half];
    x[F::p_open_end] = x[F::is_p] * (1 - x[F::ends_sentence]);
    const NodeInfo& info = map_.info[b.container];
    // A link around inline text only is seen by link_share; here it is one around the whole block.
    x.mark(first_place, info.places & ~common_places_);
    Meanings near = info.near;
    // Classes of inline elements that hold all of the block's text speak for it too.
    for (NodeIndex i = page_.node(b.node_begin).parent; i != no_node && i != b.container;
         i = page_.node(i).parent)
      if (page_.node(i).subtree_end >= b.node_end) near |= map_.info[i].own;
    const Meanings far = info.all & ~near & ~common_;
    x.mark(first_near, near);
    x.mark(first_far, far);
    const auto phrase = phrase_of(raw_text_of(page_, b));
    x.values[first_phrase + static_cast<std::size_t>(phrase)] = 1;
  }

  void neighbours(std::size_t i, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const auto& blocks = map_.blocks;
    const NodeIndex parent = ancestor(page_, blocks[i].container, 1);
    const Tag tag = page_.node(blocks[i].container).tag;
    if (i > 0) {
      x[F::log_previous] = log_scale(blocks[i - 1].length);
      x[F::link_previous] = link_share(blocks[i - 1]);
      x[F::same_parent_previous] = ancestor(page_, blocks[i - 1].container, 1) == parent;
      x[F::p_previous] = page_.node(blocks[i - 1].container).tag == Tag::p;
    }
    if (i + 1 < blocks.size()) {
      const TextBlock& next = blocks[i + 1];
      x[F::log_next] = log_scale(next.length);
      x[F::link_next] = link_share(next);
      x[F::same_parent_next] = ancestor(page_, next.container, 1) == parent;
      const TextBlock& b = blocks[i];
      x[F::link_between_texts] = i > 0 && b.link_length * 2 >= b.length && b.length < 220 &&
                                 !b.ends_sentence && is_running_text(next) &&
                                 is_running_text(blocks[i - 1]);
      x[F::p_next] = page_.node(next.container).tag == Tag::p;
      if (heading_level(tag) > 0 || x[F::all_strong] > 0) {
        x[F::heading_before_text] = is_running_text(next);
        x[F::heading_before_links] = link_share(next) > 0.8f;
      }
    }
  }

  void place_in_page(std::size_t i, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    x[F::position] = static_cast<float>(i) / static_cast<float>(map_.blocks.size());
    if (h1_ == npos) return;
    x[F::after_h1] = i > h1_;
    x[F::before_h1] = i < h1_;
    if (i > h1_) x[F::log_after_h1] = log_scale(static_cast<double>(i - h1_));
  }

  static std::string_view head(std::string_view s, std::size_t size) { return s.substr(0, size); }

  void structured(std::size_t i, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const std::string& letters = letters_[i];
    if (title_.size() >= 10 && letters.size() >= 10)
      x[F::is_title] = title_.starts_with(letters) &&
                       letters.size() * 2 >= std::min<std::size_t>(title_.size(), 60);
    if (letters.size() >= 8) x[F::repeated] = times_.at(letters) > 1;
    if (letters.size() >= 30) x[F::in_description] = contains(description_, head(letters, 40));
    x[F::in_data_body] = in_data_body_[i] == Found::yes;
    x[F::not_in_data_body] = in_data_body_[i] == Found::no;
  }

  void surroundings(const TextBlock& b, BlockFeatures* f) const {
    BlockFeatures& x = *f;
    const double total = std::max(total_running_, 1.0);
    const Mass& parent = mass_.at(ancestor(page_, b.container, 1));
    const Mass& grand = mass_.at(ancestor(page_, b.container, 2));
    const Mass& great = mass_.at(ancestor(page_, b.container, 3));
    x[F::parent_text] = static_cast<float>(parent.running / total);
    x[F::log_siblings] = log_scale(parent.running_blocks);
    x[F::grand_text] = static_cast<float>(grand.running / total);
    x[F::great_text] = static_cast<float>(great.running / total);
    x[F::parent_links] = static_cast<float>(parent.links / std::max(parent.all, 1.0));
    x[F::grand_links] = static_cast<float>(grand.links / std::max(grand.all, 1.0));
    if (const auto same = class_text_.find(class_key(page_, map_, b)); same != class_text_.end())
      x[F::same_class_text] = static_cast<float>(same->second / total);
    if (x[F::is_li] > 0) x[F::li_text] = is_running_text(b);
  }

  static constexpr std::size_t npos = static_cast<std::size_t>(-1), longest_description = 2000;
  const Document& page_;
  const PageMap& map_;
  const PageHints& hints_;
  PerNode<Mass> mass_;
  std::vector<bool> dated_;
  std::unordered_map<std::uint64_t, int> dated_siblings_;
  Meanings common_ = 0;
  Places common_places_ = 0;
  std::unordered_map<std::uint64_t, double> class_text_;
  std::unordered_map<std::string_view, int> times_;  ///< views into letters_
  std::vector<std::string> letters_;
  std::vector<bool> media_, rules_;  ///< before each block
  std::unordered_set<std::string> alts_;
  std::string title_, description_;
  std::vector<Found> in_data_body_;  ///< each block's text
  double total_running_ = 0;
  std::size_t h1_ = npos;
};

}  // namespace

std::string feature_name(std::size_t i) {
  if (i < first_place) return std::string(feature_names[i]);
  if (i < first_near) return "place:" + std::string(place_names[i - first_place]);
  if (i < first_far) return "near:" + std::string(meaning_names[i - first_near]);
  if (i < first_phrase) return "far:" + std::string(meaning_names[i - first_far]);
  if (i < first_said) return "phrase:" + std::string(phrase_names[i - first_phrase]);
  if (i < first_said_twice) return "said:" + std::string(said_names[i - first_said]);
  return "said_twice:" + std::string(said_names[i - first_said_twice]);
}

std::vector<BlockFeatures> measure_blocks(const Document& page, const PageMap& map,
                                          const PageHints& hints) {
  return Measurer(page, map, hints).run();
}

}  // namespace kaynak::extract_detail
