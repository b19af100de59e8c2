#include "extract/byline_candidates.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/byline_names.h"
#include "extract/inline_text.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t longest_byline = 200;

/// What an element says, as read and as parted by its elements: see parse_names.
struct ElementText {
  std::string shown;
  std::string parted;
};

ElementText text_of(const Document& page, const PageMap& map, NodeIndex i) {
  FoldedText shown;
  std::string parted;
  std::string pending;
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (n.tag != Tag::text) {
      shown.part();
      if (n.tag == Tag::li)
        pending = "\n;";
      else if (is_block(n.tag) || n.tag == Tag::br)
        pending = pending.empty() ? "\n" : pending;
      continue;
    }
    if (map.info[n.parent].skipped) continue;
    const std::size_t before = shown.text().size();
    shown.append(page.text(), n.text_begin, n.text_end);
    const std::string_view added = std::string_view(shown.text()).substr(before);
    if (added.empty()) continue;
    if (!parted.empty()) parted += pending;
    pending.clear();
    parted += added;
  }
  return {shown.text(), std::move(parted)};
}

/// What the elements around the headline and the text are called says nothing about a byline in
/// them.
struct Surroundings {
  Meanings meanings = 0;
  Places places = 0;
};

enum class Where { article, beside, elsewhere };

/// Beside the article stand boxes about it, elsewhere other articles, comments and menus.
Where where_is(const NodeInfo& info, const Surroundings& around, const BylineCandidate& c) {
  constexpr Meanings far_noise =
      bit(Meaning::comment) | bit(Meaning::related) | bit(Meaning::nav) | bit(Meaning::footer);
  constexpr Meanings near_noise =
      bit(Meaning::sidebar) | bit(Meaning::teaser) | bit(Meaning::caption) | bit(Meaning::credit);
  constexpr Meanings article = bit(Meaning::article) | bit(Meaning::post);
  constexpr Places noise_places = bit(Place::nav) | bit(Place::aside) | bit(Place::footer) |
                                  bit(Place::comment_item) | bit(Place::caption);
  Meanings own = 0;  // of the article's own boxes: "field-item", "credits", "left-column"
  if (c.near_headline) own |= bit(Meaning::teaser);
  if (c.near_headline && (c.itemprop || c.rel_author)) own |= bit(Meaning::sidebar);
  const bool of_picture = has(info.places, Place::figure);
  if (c.near_headline && has(info.own, Meaning::author) && !of_picture) own |= bit(Meaning::credit);
  Meanings noise = ((info.all & far_noise) | (info.near & near_noise)) & ~around.meanings & ~own;
  Places places = info.places & noise_places & ~around.places;
  // An article has a footer of its own.
  if (has(info.places, Place::article) || (info.all & article) != 0)
    noise &= ~bit(Meaning::footer), places &= ~bit(Place::footer);
  constexpr Meanings box = bit(Meaning::sidebar) | bit(Meaning::caption) | bit(Meaning::credit);
  constexpr Places box_places = bit(Place::aside) | bit(Place::caption);
  if ((noise & ~box) != 0 || (places & ~box_places) != 0) return Where::elsewhere;
  return noise != 0 || places != 0 ? Where::beside : Where::article;
}

/// Whether a part of an address says that an author's page follows.
bool leads_to_author(std::string_view part) {
  static constexpr std::string_view names[] = {
      "author",  "authors", "auteur",  "auteurs", "autor",   "autore",   "autoren",
      "autores", "autori",  "by",      "creator", "members", "newsteam", "penulis",
      "people",  "profil",  "profile", "staff",   "tac-gia", "writer",   "writers"};
  static constexpr std::string_view begins[] = {
      "columnist", "contributor", "journalist", "redacteur", "redakteur", "reporter", "yazar"};
  static constexpr ByteSet first_bytes("abcjmnprstwyABCJMNPRSTWY");
  if (part.ends_with("-authors")) return true;
  if (part.empty() || !first_bytes.contains(part[0])) return false;
  const char first = static_cast<char>(part[0] | 0x20);
  constexpr std::size_t longest_name = 8;
  if (part.size() <= longest_name)
    for (const auto name : names)
      if (name.size() == part.size() && name[0] == first && iequals(part, name)) return true;
  for (const auto begin : begins)
    if (begin[0] == first && istarts_with(part, begin)) return true;
  return false;
}

/// Whether an address looks like the page of an author ("/author/ana-weiss", "/autoren/weiss").
bool is_author_address(std::string_view href) {
  href = href.substr(0, 300);
  for (auto at = href.find('='); at != href.npos; at = href.find('=', at + 1))
    if (href.substr(0, at).ends_with("author")) return true;
  // The last part is whose page it is.
  for (std::size_t begin = href.find('/'); begin != href.npos;) {
    const auto end = href.find('/', begin + 1);
    if (end == href.npos || end + 1 == href.size()) break;
    if (leads_to_author(href.substr(begin + 1, end - begin - 1))) return true;
    begin = end;
  }
  return false;
}

/// Whether a text of the page, not yet folded, begins with "By".
bool says_by(std::string_view text) {
  constexpr std::size_t longest_lead = 40;
  text = trim(text);
  const std::string_view begin = clip_utf8(text, longest_lead);
  return begin.find('\n') == begin.npos ? begins_with_lead(text)
                                        : begins_with_lead(fold_space(begin));
}

bool has_quote(std::string_view text) {
  for (const std::string_view mark : {"\"", "„", "“", "”", "«", "»"})
    if (text.find(mark) != text.npos) return true;
  return false;
}

/// The link in an element that says nothing but `text`; no_node where there is none.
NodeIndex link_saying(const Document& page, NodeIndex i, std::string_view text) {
  for (NodeIndex k = i; k < page.node(i).subtree_end; ++k)
    if (page.node(k).tag == Tag::a && trim(page.text(k)) == text) return k;
  return no_node;
}

/// "/category/sea", "/blog-category/ice", "/tag/ice".
bool is_topic_address(std::string_view href) {
  for (auto at = href.find('/'); at != href.npos; at = href.find('/', at + 1)) {
    const std::string_view part = href.substr(at + 1, href.find('/', at + 1) - at - 1);
    for (const std::string_view name : {"category", "categories", "kategorie", "categoria",
                                        "categorie", "tag", "tags", "topic", "topics"})
      if (part == name || (part.size() > name.size() && part.ends_with(name) &&
                           part[part.size() - name.size() - 1] == '-'))
        return true;
  }
  return false;
}

/// Whether all that an element says is a link to a section or topic (rel="category tag").
bool is_topic_link(const Document& page, NodeIndex i) {
  const NodeIndex link = link_saying(page, i, trim(page.text(i)));
  if (link == no_node) return false;
  const auto rel = page.attribute(link, "rel"), href = page.attribute(link, "href");
  if (rel.find("author") != rel.npos || is_author_address(href)) return false;
  return rel.find("tag") != rel.npos || rel.find("category") != rel.npos || is_topic_address(href);
}

/// Whether a name in a line links to something else than its bearer's page: a section.
bool links_elsewhere(const Document& page, NodeIndex line, std::string_view name) {
  const NodeIndex link = link_saying(page, line, name);
  return link != no_node && !is_author_address(page.attribute(link, "href")) &&
         page.attribute(link, "rel").find("author") == std::string_view::npos &&
         !istarts_with(page.attribute(link, "href"), "mailto:");
}

/// "Reviewed by", "La información es de", "Übersetzt von": short words that end as those before a
/// name do.
bool leads_to_name(std::string_view text) {
  constexpr std::size_t longest = 40;
  if (text.size() > longest) return false;
  if (text.ends_with(':')) return true;
  const auto last = text.substr(text.rfind(' ') + 1);
  for (const std::string_view word :
       {"by", "von", "par", "por", "de", "di", "da", "door", "av", "af"})
    if (iequals(last, word)) return text.size() > last.size();
  return false;
}

/// What stands before a bracket, slash or bar: "Ana Weiß / EFE".
std::string_view first_part(std::string_view text) {
  for (const std::string_view mark : {" (", " / ", " | "}) text = text.substr(0, text.find(mark));
  return text;
}

/// Where the first byte at or after `at` stands that is no blank: pages are indented deeply.
std::size_t after_blanks(std::string_view text, std::size_t at) {
  static constexpr ByteSet blanks(" \t\n\v\f\r");
  constexpr std::string_view indent = "        ";
  while (at < text.size() && blanks.contains(text[at])) {
    ++at;
    while (text.substr(at, indent.size()) == indent) at += indent.size();
  }
  return at;
}

/// Elements that a time element follows, or that follow one, within a few nodes and under one close
/// ancestor.
std::vector<bool> beside_times(const Document& page) {
  constexpr NodeIndex reach = 10;
  const auto& nodes = page.nodes();
  std::vector<bool> out(nodes.size());
  for (NodeIndex t = 0; t < nodes.size(); ++t) {
    if (nodes[t].tag != Tag::time) continue;
    NodeIndex scope = nodes[t].parent;
    if (scope != no_node && nodes[scope].parent != no_node) scope = nodes[scope].parent;
    if (scope == no_node || nodes[scope].text_end - nodes[scope].text_begin > 400)
      scope = nodes[t].parent;
    if (scope == no_node) continue;
    const auto begin = std::max(scope + 1, t > reach ? t - reach : 0);
    const auto end = std::min(nodes[scope].subtree_end, nodes[t].subtree_end + reach);
    for (NodeIndex i = begin; i < end; ++i)
      out[i] = nodes[i].tag != Tag::text && nodes[i].tag != Tag::time;
  }
  return out;
}

/// Looks for the byline among the page's elements.
class BylineFinder {
 public:
  BylineFinder(const Document& page, const PageMap& map, const Content& content, NodeIndex headline,
               std::string_view outlet)
      : page_(page),
        text_(page.text()),
        map_(map),
        outlet_(outlet),
        headline_(headline),
        beside_(beside_times(page)) {
    if (headline_ != no_node) headline_text_ = fold(page.text(headline_));
    for (std::size_t b = 0; b < map.blocks.size(); ++b) {
      if (content.scores[b] <= 0) continue;
      if (map.blocks[b].length >= 80 && first_text_ == no_node)
        first_text_ = map.blocks[b].node_begin;
      if (first_text_ == no_node) continue;
      last_text_begin_ = map.blocks[b].node_begin;
      last_text_ = map.blocks[b].node_end;
    }
    for (const NodeIndex i : {headline_, content.main}) {
      if (i == no_node) continue;
      around_.meanings |= map.info[i].all;
      around_.places |= map.info[i].places;
    }
  }

  std::vector<BylineCandidate> look() {
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      const Node& n = page_.node(i);
      if (n.text_begin == n.text_end || n.tag == Tag::comment) continue;
      if (n.tag != Tag::text && (map_.info[i].skipped || n.text_end - n.text_begin > 400)) continue;
      move_to_letter(n.text_begin);
      if (letter_ >= n.text_end) continue;
      if (n.tag == Tag::text)
        pass(n);
      else
        consider(i);
    }
    return std::move(candidates_);
  }

 private:
  /// Texts follow each other in the order of nodes: white space is passed over once.
  void move_to_letter(std::uint32_t begin) {
    if (letter_ < begin) letter_ = static_cast<std::uint32_t>(after_blanks(text_, begin));
  }
  /// False where the text from the letter at hand to `end` surely does not begin with "By".
  bool may_say_by(std::uint32_t end) const {
    return may_begin_with_lead(text_.substr(letter_, end - letter_));
  }
  void pass(const Node& text) {
    before_ = {letter_, text.text_end};
    after_lead_ = may_say_by(text.text_end) && is_lead(text_before());
  }
  std::string_view text_before() const { return trim(text_.substr(before_.begin, before_.size())); }
  void consider(NodeIndex i) {
    constexpr std::size_t most_candidates = 300;
    const bool labelled = is_labelled(i), dated = is_dated(i);
    const bool beside_time = beside_[i] && above_text(i);
    if (page_.node(i).attributes_count == 0 && !labelled && !dated && !beside_time) return;
    BylineCandidate c = by_markup(i);
    c.labelled = labelled;
    c.beside_time = beside_time;
    c.dated = dated;
    if (!c.any_evidence() || candidates_.size() >= most_candidates || is_topic_link(page_, i))
      return;
    ElementText text = text_of(page_, map_, i);
    if (text.shown.size() < 3 || text.shown.size() > longest_byline || text.shown.back() == '?')
      return;
    read_names(text, &c);
    if (!c.any_evidence()) return;
    place(&c);
    c.short_text = text.shown.size() < 80;
    c.other_role = !c.labelled && !after_lead_ && leads_to_name(text_before());
    c.shown = std::move(text.shown);
    candidates_.push_back(std::move(c));
  }
  void read_names(const ElementText& text, BylineCandidate* c) const {
    const bool named =
        c->rel_author || c->itemprop || c->class_byline + c->author_link + c->labelled >= 2;
    c->names = parse_names(text.parted, outlet_, named ? NameTrust::named : NameTrust::words);
    // What stands in the headline is its kicker.
    c->beside_time = c->beside_time && looks_like_full_name(first_part(text.shown)) &&
                     headline_text_.find(fold(text.shown)) == std::string::npos;
    c->dated = c->dated && c->names.size() == 1 && text.shown.size() <= 120 &&
               !has_quote(text.shown) && looks_like_full_name(c->names.front()) &&
               headline_text_.find(fold(c->names.front())) == std::string::npos &&
               !links_elsewhere(page_, c->node, c->names.front());
    // A single word needs more than a link to an author's page, or than a longer text of that
    // class.
    const bool single = c->names.size() == 1 && c->names.front().find(' ') == std::string::npos;
    if (single && !named && (!c->class_byline || text.shown != c->names.front())) c->names.clear();
    c->full_names = !c->names.empty() &&
                    std::all_of(c->names.begin(), c->names.end(),
                                [](const std::string& name) { return looks_like_full_name(name); });
  }
  void place(BylineCandidate* c) const {
    const NodeIndex i = c->node;
    c->after_text = first_text_ != no_node && i > first_text_;
    c->near_headline =
        headline_ != no_node && (i > headline_ ? i - headline_ : headline_ - i) < 120;
    const Where where = where_is(map_.info[i], around_, *c);
    c->closes_text = last_text_ != no_node && i + 12 > last_text_begin_ && i < last_text_ + 40;
    c->in_aside = where != Where::article;
    constexpr NodeIndex far = 150;  // by hand, as its score: no author of the sets' truths changed
    c->far_behind = last_text_ != no_node && i >= last_text_ + far && !c->near_headline;
    c->in_author_box = where == Where::beside && c->labelled && c->full_names && c->closes_text;
    // Elsewhere it heads another article.
    if (heading_level(page_.node(i).tag) > 0) c->labelled &= c->near_headline || c->closes_text;
  }
  BylineCandidate by_markup(NodeIndex i) const {
    BylineCandidate c;
    c.node = i;
    if (page_.node(i).attributes_count == 0) return c;
    const bool link = page_.node(i).tag == Tag::a;
    const bool short_link = link && page_.node(i).text_end - page_.node(i).text_begin < 300;
    const Attribute* attribute = page_.attributes(i);
    for (const auto* end = attribute + page_.node(i).attributes_count; attribute != end;
         ++attribute) {
      if (attribute->name == "itemprop")
        c.itemprop = attribute->value == "author" || attribute->value == "creator";
      else if (link && attribute->name == "rel")
        c.rel_author = attribute->value.find("author") != std::string_view::npos;
      else if (short_link && attribute->name == "href")
        c.author_link = is_author_address(attribute->value) && !in_running_text(i);
    }
    c.class_byline =
        has(map_.info[i].own, Meaning::author) || (link && has(map_.info[i].near, Meaning::author));
    return c;
  }
  /// The block that holds a node; nullptr where none does.
  const TextBlock* block_around(NodeIndex i) const {
    const auto at = std::partition_point(map_.blocks.begin(), map_.blocks.end(),
                                         [i](const TextBlock& b) { return b.node_end <= i; });
    return at == map_.blocks.end() || at->node_begin > i ? nullptr : &*at;
  }
  /// Within a paragraph, a link to somebody's page is of whom the text is about.
  bool in_running_text(NodeIndex i) const {
    constexpr std::size_t paragraph = 150;
    const TextBlock* at = block_around(i);
    const std::uint32_t begin = page_.node(i).text_begin;
    if (!at || at->length < paragraph || begin <= at->text_begin ||
        has(map_.info[i].near | map_.info[i].own, Meaning::author))
      return false;
    const std::string_view before = trim(text_.substr(at->text_begin, begin - at->text_begin));
    return !before.empty() && !is_lead(before) && !says_by(before);
  }
  /// Whether little stands before a node in its block: "created by" may end half a sentence.
  bool begins_line(NodeIndex i) const {
    constexpr std::size_t little = 60;
    const TextBlock* at = block_around(i);
    const std::uint32_t begin = page_.node(i).text_begin;
    return !at || begin <= at->text_begin + little ||
           says_by(text_.substr(at->text_begin, begin - at->text_begin));
  }
  /// "By …", or what follows "By" in an element of its own.
  bool is_labelled(NodeIndex i) const {
    const Node& n = page_.node(i);
    if (n.text_end - n.text_begin > longest_byline) return false;
    if (after_lead_ && n.text_end - n.text_begin < 80 && begins_line(i)) return true;
    const std::string_view text = text_.substr(n.text_begin, n.text_end - n.text_begin);
    if (!may_say_by(n.text_end)) return false;
    switch (n.tag) {
      case Tag::p:
      case Tag::div:
      case Tag::span:
      case Tag::em:
      case Tag::i:
      case Tag::strong:
      case Tag::li:
      case Tag::small:
      case Tag::address:
      case Tag::h3:
      case Tag::h4:
      case Tag::h5:
      case Tag::h6:
      case Tag::unknown:
        return says_by(text);
      default:
        return has(map_.info[i].own, Meaning::author) && says_by(text);
    }
  }
  /// "24.11.2026 | Ana Weiß" right above or below the headline.
  bool is_dated(NodeIndex i) const {
    constexpr NodeIndex reach = 40;
    const Node& n = page_.node(i);
    if (headline_ == no_node || n.text_end - n.text_begin > 200 || n.tag == Tag::a ||
        heading_level(n.tag) > 0)
      return false;
    if (i + reach < headline_ || i > page_.node(headline_).subtree_end + reach) return false;
    const std::string_view text = page_.text(i);
    for (const std::string_view century : {"20", "19"}) {
      const auto at = text.find(century);
      if (at != std::string_view::npos && at + 4 <= text.size() && is_digit(text[at + 2]) &&
          is_digit(text[at + 3]))
        return true;
    }
    return false;
  }
  bool above_text(NodeIndex i) const {
    return headline_ != no_node && i > headline_ &&
           (first_text_ == no_node || i < first_text_ + 60);
  }

  const Document& page_;
  std::string_view text_;
  const PageMap& map_;
  std::string_view outlet_;
  NodeIndex headline_;
  std::string headline_text_;
  NodeIndex first_text_ = no_node, last_text_ = no_node;
  NodeIndex last_text_begin_ = no_node;
  Surroundings around_;
  std::uint32_t letter_ = 0;  ///< the first byte that is no blank, at or after the node at hand
  ByteRange before_;          ///< the text before the element at hand
  bool after_lead_ = false;   ///< it is "By"
  std::vector<bool> beside_;
  std::vector<BylineCandidate> candidates_;
};

}  // namespace

int score(const BylineCandidate& c) {
  return 30 * c.rel_author + 40 * c.itemprop + 25 * c.class_byline + 20 * c.author_link +
         25 * c.labelled + 12 * c.beside_time + 12 * c.dated + 20 * c.closes_text +
         25 * c.near_headline - 100 * c.in_aside + 50 * c.in_author_box - 12 * c.after_text -
         30 * c.far_behind + 10 * c.short_text + 10 * !c.names.empty() - 40 * c.other_role +
         15 * (c.labelled && c.full_names);
}

std::vector<BylineCandidate> find_byline_candidates(const Document& page, const PageMap& map,
                                                    const Content& content, NodeIndex headline,
                                                    std::string_view outlet) {
  return BylineFinder(page, map, content, headline, outlet).look();
}

}  // namespace kaynak::extract_detail
