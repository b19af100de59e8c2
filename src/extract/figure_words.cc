#include "extract/figure_words.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "extract/figures.h"
#include "extract/structured_data.h"
#include "extract/word_table.h"
#include "text/folded_text.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_credit_bytes = 240;
constexpr std::size_t max_caption_bytes = 2000;
constexpr std::size_t max_name_bytes = 300;  // of a class attribute that is read
constexpr std::size_t max_label_bytes = 40;  // of any other that names an element
constexpr int max_levels = 4;
constexpr int max_blocks_behind = 3;
constexpr NodeIndex max_nodes_behind = 80;

/// What the words of an element's names say of it.
enum class Naming : unsigned { credit, maker, picture, description };
using Namings = std::uint64_t;
constexpr Namings bit(Naming n) { return Namings{1} << static_cast<unsigned>(n); }

constexpr WordGroup<Naming> naming_words[] = {
    {Naming::credit,
     "copyrights source sources photographer fotograf fotografo fotografin rights quelle "
     "bildquelle fotoquelle bildnachweis attribution kilde kilder fuente fonte kaynak nguon zrodlo "
     "lahde imagesource imageauthor photoauthor photobyline credito creditos crediti fotocredito "
     "copyrightholder"},
    // Of those who made something: of the picture in a caption, else of the text.
    {Naming::maker, "author autor autora byline agency agencia provider signature firma"},
    {Naming::picture,
     "image img photo picture figure media bild foto caption figcaption imagen gallery"},
    {Naming::description, "description desc text title beschreibung info"},
};

Namings naming_of(std::string_view word, Fnv1a hash) {
  static const WordTable<Naming> table(naming_words);
  const bool credit =
      word.ends_with("credit") || word.ends_with("copyright") || word.ends_with("credits");
  return table.find(word, hash) | (credit ? bit(Naming::credit) : 0);
}

/// Of the words of a name together: parts of "media-caption__source", "imageCredit" in lower case.
Namings namings_in(std::string_view name) {
  std::array<char, max_name_bytes> letters;
  name = name.substr(0, letters.size());
  Namings found = 0;
  std::size_t size = 0;  // of the word being read
  Fnv1a hash;
  const auto flush = [&] {
    if (size > 0) found |= naming_of({letters.data(), size}, hash);
    size = 0, hash = {};
  };
  char before = 0;
  for (const char c : name) {
    const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && before >= 'a' && before <= 'z')) flush();
    before = c;
    if (!letter) continue;
    letters[size++] = static_cast<char>(c | 0x20);
    hash.add(letters[size - 1]);
  }
  flush();
  return found;
}

/// Names of what only a screen reader tells.
bool is_offscreen(std::string_view name) {
  const std::string lowered = ascii_lower(name.substr(0, max_name_bytes));
  for (const std::string_view part :
       {"sr-only", "sronly", "screen-reader", "screenreader", "visually-hidden", "visuallyhidden",
        "offscreen", "off-screen"})
    if (lowered.find(part) != std::string::npos) return true;
  return false;
}

bool is_naming(std::string_view attribute) {
  return attribute == "class" || attribute == "id" || attribute == "itemprop" ||
         attribute.starts_with("data-");
}

/// What the attributes that name an element say of it.
Namings namings_of(const Document& page, NodeIndex i) {
  const Attribute* a = page.attributes(i);
  Namings found = 0;
  for (int k = 0; k < page.node(i).attributes_count; ++k)
    if (is_naming(a[k].name) && a[k].value.size() <= max_name_bytes &&
        (a[k].name == "class" || a[k].value.size() <= max_label_bytes))
      found |= namings_in(a[k].value);
  return found;
}

/// `in_caption`: the element stands in a caption, where an author is the picture's.
bool is_credit_element(const Document& page, NodeIndex i, bool in_caption) {
  const std::string_view prop = page.attribute(i, "itemprop");
  if (prop == "creditText" || prop == "copyrightHolder") return true;
  const Namings names = namings_of(page, i);
  if ((names & bit(Naming::credit)) != 0) return true;
  return (names & bit(Naming::maker)) != 0 && (in_caption || (names & bit(Naming::picture)) != 0);
}

/// "img-description", "image__text": a caption by another name.
bool is_described_picture(const Document& page, NodeIndex i) {
  constexpr Namings both = bit(Naming::picture) | bit(Naming::description);
  return (namings_in(page.attribute(i, "class")) & both) == both;
}

/// What the buttons of a picture say, where no element makes them buttons.
bool is_control(std::string_view text) {
  static constexpr std::string_view said[] = {"hide caption",
                                              "toggle caption",
                                              "show caption",
                                              "enlarge this image",
                                              "enlarge image",
                                              "expand image",
                                              "open image modal",
                                              "view image in fullscreen",
                                              "bild vergrößern",
                                              "bild anzeigen",
                                              "bild in großansicht öffnen",
                                              "agrandir l'image",
                                              "agrandir l’image",
                                              "ampliar imagen",
                                              "ampliar imagem",
                                              "ingrandisci immagine",
                                              "+clicca per ingrandire",
                                              "clicca per ingrandire"};
  constexpr std::size_t longest = 40;
  text = trim(text);
  return text.size() <= longest && std::any_of(std::begin(said), std::end(said), [&](auto control) {
           return iequals(text, control);
         });
}

/// Icons, buttons, words for screen readers, and boxes of their own that stand in a figure.
bool is_left_out(const Document& page, const PageMap& map, NodeIndex i) {
  const Tag tag = page.node(i).tag;
  return tag == Tag::button || map.info[i].skipped ||
         (has(map.info[i].own, Meaning::hidden) && is_offscreen(page.attribute(i, "class")));
}

/// "The quay. The quay." as "The quay.": a short and a long form of a caption may be the same.
std::string_view said_once(std::string_view text) {
  constexpr std::size_t shortest = 20;
  const std::size_t half = text.size() / 2;
  const bool twice = text.size() % 2 == 1 && half >= shortest && text[half] == ' ' &&
                     text.substr(0, half) == text.substr(half + 1);
  return twice ? text.substr(0, half) : text;
}

/// Adds a text that stands there already no second time.
void add_once(std::string* to, std::string_view text, std::string_view mark) {
  if (text.empty() || to->find(text) != std::string::npos) return;
  if (!to->empty()) *to += mark;
  *to += text;
}

/// First block of the map that begins at or behind node `i`.
std::size_t block_from(const PageMap& map, NodeIndex i) {
  const auto it =
      std::lower_bound(map.blocks.begin(), map.blocks.end(), i,
                       [](const TextBlock& b, NodeIndex n) { return b.node_begin < n; });
  return static_cast<std::size_t>(it - map.blocks.begin());
}

/// Reads a box: text in caption elements, text in credit elements.
class BoxReader {
 public:
  BoxReader(const Document& page, const PageMap& map) : page_(page), map_(map) {}

  /// `as_caption`: the whole box is a caption.
  FigureWords read(NodeIndex box, bool as_caption) {
    const NodeIndex end = page_.node(box).subtree_end;
    NodeIndex caption_until = as_caption ? end : box, credit_until = box, skip_until = box;
    for (NodeIndex i = as_caption ? box + 1 : box; i < end; ++i) {
      if (i < skip_until) continue;
      const Node& n = page_.node(i);
      if (credit_until != box && i >= credit_until) end_credit(), credit_until = box;
      if (n.tag == Tag::text) {
        if (map_.info[n.parent].skipped || is_control(page_.text(i))) continue;
        if (i < credit_until)
          credit_.append(page_.text(), n.text_begin, n.text_end);
        else if (i < caption_until)
          add_caption(n);
        continue;
      }
      if (n.tag == Tag::comment) continue;
      if (i != box && is_left_out(page_, map_, i)) {
        skip_until = n.subtree_end;
        continue;
      }
      if (is_block(n.tag) || n.tag == Tag::br) caption_.part(), credit_.part();
      if (i >= credit_until && begins_credit(i, box, i < caption_until)) {
        credit_until = n.subtree_end;
        caption_.part();
      } else if (i >= caption_until &&
                 (is_caption_element(page_, map_, i) ||
                  (i != box && is_credit_element(page_, i, false) && holds_caption_too(i)))) {
        caption_until = n.subtree_end;
        caption_.part();
      }
    }
    end_credit();
    words_.caption = clip_utf8(said_once(caption_.text()), max_caption_bytes);
    words_.linked = linked_ * 4 > 3 * read_;
    return words_;
  }

 private:
  void add_caption(const Node& n) {
    caption_.append(page_.text(), n.text_begin, n.text_end);
    const std::size_t size =
        trim(page_.text().substr(n.text_begin, n.text_end - n.text_begin)).size();
    read_ += size;
    if (has(map_.info[n.parent].places, Place::link)) linked_ += size;
  }

  bool begins_credit(NodeIndex i, NodeIndex box, bool in_caption) const {
    if (i == box || !is_credit_element(page_, i, in_caption)) return false;
    if (!in_caption && is_caption_element(page_, map_, i)) return false;
    if (page_.text(i).size() > max_credit_bytes * 2 || holds_caption_too(i)) return false;
    for (NodeIndex k = i + 1; k < page_.node(i).subtree_end; ++k)
      if (page_.node(k).tag != Tag::text && is_caption_element(page_, map_, k)) return false;
    return true;
  }

  /// A long text and another behind it: the box of both is called "credits".
  bool holds_caption_too(NodeIndex i) const {
    constexpr std::uint32_t long_text = 60;
    const TextBlock* first = nullptr;
    for (std::size_t b = block_from(map_, i);
         b < map_.blocks.size() && map_.blocks[b].node_begin < page_.node(i).subtree_end; ++b) {
      if (first != nullptr) return first->length > long_text;
      first = &map_.blocks[b];
    }
    return false;
  }

  void end_credit() {
    if (credit_.text().size() <= max_credit_bytes) add_once(&words_.credit, credit_.text(), " / ");
    credit_ = FoldedText();
  }

  const Document& page_;
  const PageMap& map_;
  FoldedText caption_, credit_;
  std::size_t read_ = 0, linked_ = 0;  // bytes of the caption, and of those inside links
  FigureWords words_;
};

/// Reads on behind a box.
class BehindReader {
 public:
  BehindReader(const Document& page, const PageMap& map, const std::vector<bool>& kept,
               std::string_view alt)
      : page_(page), map_(map), kept_(kept), alt_(fold(alt)) {}

  FigureWords read(NodeIndex box) {
    for (int level = 0; level < max_levels && !done_; ++level) {
      const NodeIndex up = page_.node(box).parent;
      if (up == no_node || page_.node(up).tag == Tag::body) break;
      read_siblings(page_.node(box).subtree_end, page_.node(up).subtree_end);
      box = up;
    }
    return words_;
  }

 private:
  void read_siblings(NodeIndex from, NodeIndex to) {
    NodeIndex seen = from;
    for (std::size_t b = block_from(map_, from); b < map_.blocks.size() && !done_; ++b) {
      const TextBlock& block = map_.blocks[b];
      if (block.node_begin >= to) {
        done_ = picture_between(seen, to);
        return;
      }
      if (kept_[b] || block.node_begin - from > max_nodes_behind ||
          picture_between(seen, block.node_begin) || ++blocks_ > max_blocks_behind ||
          !take(b, from)) {
        done_ = true;
        return;
      }
      seen = block.node_end;
    }
    done_ = done_ || picture_between(seen, to);
  }

  bool picture_between(NodeIndex from, NodeIndex to) const {
    for (NodeIndex i = from; i < to && i - from < max_nodes_behind; ++i) {
      const Tag tag = page_.node(i).tag;
      if (tag == Tag::img || tag == Tag::figure || tag == Tag::iframe || tag == Tag::video)
        return true;
    }
    return false;
  }

  /// The block as caption or credit; false where it is neither.
  bool take(std::size_t b, NodeIndex from) {
    const TextBlock& block = map_.blocks[b];
    bool caption = false, credit = false, out = false;
    for (NodeIndex i = block.node_begin; i != no_node && i >= from; i = page_.node(i).parent) {
      if (page_.node(i).tag == Tag::text) continue;
      caption |= is_caption_element(page_, map_, i) || is_described_picture(page_, i);
      credit |=
          !caption && is_credit_element(page_, i, false) && !has(map_.info[i].own, Meaning::tags);
      out |= is_left_out(page_, map_, i);
    }
    if (out) return true;
    credit &= block.link_length * 2 < block.length;
    const std::string text = fold_space(raw_text_of(page_, block));
    if (text.empty()) return true;
    if (caption || credit) {
      if (credit) take_pending();
      const NodeIndex top = top_within(block.node_begin, from);
      const FigureWords inside = BoxReader(page_, map_).read(top, caption && !credit);
      if (caption) add_once(&words_.caption, inside.caption.empty() ? text : inside.caption, " ");
      if (credit && text.size() <= max_credit_bytes) add_once(&words_.credit, text, " / ");
      add_once(&words_.credit, inside.credit, " / ");
      return true;
    }
    if (!alt_.empty() && text.size() <= max_caption_bytes && fold(text) == alt_) {
      add_once(&words_.caption, text, " ");
      return true;
    }
    const auto [rest, labelled] = split_credit(text);
    if (!labelled.empty() && rest.empty() && text.size() <= max_credit_bytes) {
      take_pending();
      add_once(&words_.credit, labelled, " / ");
      return true;
    }
    if (!labelled.empty() && text.size() <= max_caption_bytes / 2) {
      add_once(&words_.caption, text, " ");
      return true;
    }
    // A caption without a name, where a credit follows it.
    if (!pending_.empty() || text.size() > max_caption_bytes / 2 || !words_.caption.empty())
      return false;
    pending_ = text;
    return true;
  }

  void take_pending() {
    if (words_.caption.empty()) words_.caption = pending_;
    pending_.clear();
  }

  /// The outermost element around node `i` that begins at or behind `from`.
  NodeIndex top_within(NodeIndex i, NodeIndex from) const {
    while (page_.node(i).parent != no_node && page_.node(i).parent >= from)
      i = page_.node(i).parent;
    return i;
  }

  const Document& page_;
  const PageMap& map_;
  const std::vector<bool>& kept_;
  const std::string alt_;
  FigureWords words_;
  std::string pending_;
  int blocks_ = 0;
  bool done_ = false;
};

}  // namespace

bool is_caption_element(const Document& page, const PageMap& map, NodeIndex i) {
  const Tag tag = page.node(i).tag;
  if (tag == Tag::text || tag == Tag::comment) return false;
  if (tag == Tag::figcaption || page.attribute(i, "itemprop") == "caption") return true;
  return tag != Tag::img && tag != Tag::figure && has(map.info[i].own, Meaning::caption);
}

/// "Photo: Name" as a block of its own that nothing calls a credit.
static std::string labelled_credit(const Document& page, const PageMap& map,
                                   const std::vector<bool>& kept, NodeIndex box) {
  for (std::size_t b = block_from(map, box);
       b < map.blocks.size() && map.blocks[b].node_begin < page.node(box).subtree_end; ++b) {
    if (kept[b] || map.blocks[b].length > max_credit_bytes) continue;
    const auto [rest, labelled] = split_credit(fold_space(raw_text_of(page, map.blocks[b])));
    if (rest.empty() && !labelled.empty()) return labelled;
  }
  return {};
}

FigureWords words_in(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                     NodeIndex box) {
  FigureWords words = BoxReader(page, map).read(box, false);
  if (words.credit.empty()) words.credit = labelled_credit(page, map, kept, box);
  return words;
}

std::string unnamed_caption(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                            NodeIndex box, std::string_view alt, const FigureWords& words) {
  const std::string same = fold(alt);
  std::string longest;
  for (std::size_t b = block_from(map, box);
       b < map.blocks.size() && map.blocks[b].node_begin < page.node(box).subtree_end; ++b) {
    if (kept[b] || map.blocks[b].length > max_caption_bytes) continue;
    std::string text = fold_space(raw_text_of(page, map.blocks[b]));
    if (!same.empty() && fold(text) == same) return text;
    const bool credit = !words.credit.empty() && (text.find(words.credit) != std::string::npos ||
                                                  words.credit.find(text) != std::string::npos);
    if (!credit && map.blocks[b].link_length == 0 && text.size() > longest.size())
      longest = std::move(text);
  }
  if (!words.credit.empty()) return longest;
  // "… on Monday. (AP Photo/Name)": a caption by what it ends with.
  const auto open = longest.rfind('(');
  const bool credited = longest.ends_with(')') && open != std::string::npos && open > 0 &&
                        longest.find('/', open) != std::string::npos;
  return credited || !split_credit(longest).second.empty() ? longest : std::string();
}

FigureWords words_behind(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                         NodeIndex box, std::string_view alt) {
  return BehindReader(page, map, kept, alt).read(box);
}

namespace {

/// An attribute's text: what writes captions there for scripts to show writes marked up text.
std::string said_in(std::string_view attribute) {
  return attribute.find('<') == attribute.npos ? fold_space(attribute) : plain_text(attribute);
}

/// "Caption | © Name/Agency", or what goes on where the alternative text ends.
void split_title(std::string_view title, std::string_view alt, FigureWords* words) {
  for (const std::string_view mark : {"©", "(c)", "|"}) {
    const auto at = title.rfind(mark);
    if (at == std::string_view::npos || title.size() - at > max_credit_bytes) continue;
    if (mark == "|" && (alt.empty() || !title.starts_with(alt))) continue;
    const std::string_view credit = trim(title.substr(at + mark.size()));
    std::string_view caption = trim(title.substr(0, at));
    while (!caption.empty() &&
           (caption.back() == '|' || caption.back() == '(' || caption.back() == '-'))
      caption = trim(caption.substr(0, caption.size() - 1));
    if (credit.empty()) continue;
    words->credit = credit;
    if (words->caption.empty()) words->caption = caption;
    return;
  }
}

void read_data_attributes(const Document& page, NodeIndex i, FigureWords* words) {
  const Attribute* a = page.attributes(i);
  for (int k = 0; k < page.node(i).attributes_count; ++k) {
    if (!a[k].name.starts_with("data-") || a[k].value.size() > max_caption_bytes) continue;
    const bool credit = a[k].name.ends_with("credit") || a[k].name.ends_with("copyright") ||
                        a[k].name.ends_with("photographer");
    if (credit && a[k].value.size() <= max_credit_bytes &&
        a[k].value.find("://") == std::string_view::npos)
      add_once(&words->credit, said_in(a[k].value), " / ");
    else if (a[k].name.ends_with("caption") && words->caption.empty() &&
             a[k].value.find(' ') != std::string_view::npos)
      words->caption = said_in(a[k].value);
  }
}

}  // namespace

FigureWords words_of_attributes(const Document& page, NodeIndex image) {
  constexpr int levels = 3;
  FigureWords words;
  const std::string alt = fold_space(page.attribute(image, "alt"));
  NodeIndex i = image;
  for (int level = 0; level < levels && i != no_node; ++level, i = page.node(i).parent) {
    read_data_attributes(page, i, &words);
    if (words.credit.empty()) split_title(said_in(page.attribute(i, "title")), alt, &words);
  }
  return words;
}

}  // namespace kaynak::extract_detail
