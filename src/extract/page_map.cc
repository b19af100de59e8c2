#include "extract/page_map.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/byte_set.h"
#include "base/strings.h"

namespace kaynak::extract_detail {
namespace {

Places places_of_tag(Tag tag) {
  switch (tag) {
    case Tag::nav:
      return bit(Place::nav);
    case Tag::aside:
      return bit(Place::aside);
    case Tag::footer:
      return bit(Place::footer);
    case Tag::header:
      return bit(Place::header);
    case Tag::form:
    case Tag::fieldset:
      return bit(Place::form);
    case Tag::figure:
    case Tag::picture:
      return bit(Place::figure);
    case Tag::article:
      return bit(Place::article);
    case Tag::main:
      return bit(Place::main);
    case Tag::section:
      return bit(Place::section);
    case Tag::blockquote:
    case Tag::q:
      return bit(Place::blockquote);
    case Tag::ul:
    case Tag::ol:
    case Tag::menu:
    case Tag::dir:
      return bit(Place::list);
    case Tag::table:
      return bit(Place::table);
    case Tag::a:
      return bit(Place::link);
    case Tag::button:
      return bit(Place::button);
    case Tag::address:
      return bit(Place::address);
    case Tag::dl:
      return bit(Place::definition);
    case Tag::pre:
      return bit(Place::pre);
    case Tag::details:
      return bit(Place::details);
    case Tag::figcaption:
    case Tag::caption:
      return bit(Place::caption) | (tag == Tag::figcaption ? bit(Place::figure) : 0);
    case Tag::dialog:
      return bit(Place::dialog);
    case Tag::label:
    case Tag::legend:
      return bit(Place::label);
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
      return bit(Place::heading);
    default:
      return 0;
  }
}

Places places_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist")
    return bit(Place::nav);
  if (role == "complementary") return bit(Place::aside);
  if (role == "contentinfo") return bit(Place::footer);
  if (role == "banner") return bit(Place::header);
  if (role == "main") return bit(Place::main);
  if (role == "article") return bit(Place::article);
  if (role == "dialog" || role == "alertdialog") return bit(Place::dialog);
  if (role == "search" || role == "form") return bit(Place::form);
  if (role == "button") return bit(Place::button);
  if (role == "heading") return bit(Place::heading);
  return 0;
}

Places places_of_itemprop(std::string_view value) {
  if (value.find("articleBody") != std::string_view::npos) return bit(Place::article_body);
  if (value == "author" || value == "creator") return bit(Place::author_item);
  if (value == "comment") return bit(Place::comment_item);
  if (value == "caption") return bit(Place::caption);
  return 0;
}

bool hides(std::string_view style) {
  const auto at = style.find("display");
  if (at == std::string_view::npos)
    return style.find("visibility:hidden") != std::string_view::npos;
  const std::string_view rest = style.substr(at + 7, 8);
  return rest.find("none") != std::string_view::npos;
}

/// Data attributes that name a part of the page.
bool names_part(std::string_view attribute) {
  static constexpr std::string_view names[] = {
      "testid", "test", "qa",   "component", "component-name", "module",    "type",
      "widget", "name", "role", "area",      "region",         "tb-region", "block"};
  if (!attribute.starts_with("data-")) return false;
  attribute.remove_prefix(5);
  return std::find(std::begin(names), std::end(names), attribute) != std::end(names);
}

/// Elements whose text is nothing a reader of the article reads.
bool is_skipped(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::svg:
    case Tag::math:
    case Tag::select:
    case Tag::textarea:
    case Tag::datalist:
    case Tag::object:
    case Tag::video:
    case Tag::audio:
    case Tag::canvas:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::iframe:
    case Tag::frameset:
      return true;
    default:
      return false;
  }
}

bool is_reading(Tag tag) { return tag == Tag::rp || tag == Tag::rt; }

/// What measuring a text asks of a byte, so that reading one takes no branch.
struct ByteShape {
  static constexpr std::uint8_t halves = 7, blank = 8, may_be_mark = 16;
  std::uint8_t shape = 0;  ///< its width in half letters, and the bits above
  std::uint64_t counts = 0;
};

/// Where `ByteShape::counts` has what: counters of 16 bits, side by side.
constexpr unsigned digits_at = 0, commas_at = 16, stops_at = 32, capitals_at = 48;
constexpr std::size_t bytes_at_once = 0xffff;  // more could run over into the next counter

constexpr std::array<ByteShape, 256> byte_shapes = [] {
  std::array<ByteShape, 256> of{};
  for (std::size_t c = 0; c < 0x80; ++c) of[c].shape = 2;
  for (std::size_t c = 0xc0; c < 0x100; ++c) of[c].shape = c >= 0xe3 && c <= 0xed ? 5 : 2;
  for (const char c : std::string_view(" \n\t\r\f"))
    of[static_cast<unsigned char>(c)].shape = ByteShape::blank;
  // They begin commas and full stops of other scripts.
  for (const std::size_t c : {0xe2, 0xe3, 0xef, 0xd8, 0xdb, 0xe0})
    of[c].shape |= ByteShape::may_be_mark;
  const auto count = [&](std::string_view bytes, unsigned at) {
    for (const char c : bytes) of[static_cast<unsigned char>(c)].counts = std::uint64_t{1} << at;
  };
  count("0123456789", digits_at);
  count(",;", commas_at);
  count(".!?", stops_at);
  count("ABCDEFGHIJKLMNOPQRSTUVWXYZ", capitals_at);
  return of;
}();

/// 1 << its counter where a comma or full stop of another script begins a text, else 0.
std::uint64_t mark_at(std::string_view text) {
  const std::string_view rest = text.substr(0, 3), two = text.substr(0, 2);
  if (rest == "，" || rest == "、" || two == "،") return std::uint64_t{1} << commas_at;
  const bool stop = rest == "。" || rest == "！" || rest == "？" || rest == "।" || rest == "…" ||
                    two == "؟" || two == "۔";
  return stop ? std::uint64_t{1} << stops_at : 0;
}

bool splits_block(Tag tag) { return is_block(tag) || tag == Tag::button || tag == Tag::figure; }

/// What a tag says by itself, asked of every element: looked up, not branched upon.
struct TagTraits {
  Places places = 0;
  bool skipped = false, reading = false, splits = false;
};

const std::array<TagTraits, static_cast<std::size_t>(Tag::last_)>& tag_traits() {
  static const auto table = [] {
    std::array<TagTraits, static_cast<std::size_t>(Tag::last_)> traits;
    for (std::size_t t = 0; t < traits.size(); ++t) {
      const Tag tag = static_cast<Tag>(t);
      traits[t] = {places_of_tag(tag), is_skipped(tag), is_reading(tag), splits_block(tag)};
    }
    return traits;
  }();
  return table;
}

/// Finds names by their value: open addressing, made for the few hundred of a page.
class NameTable {
 public:
  explicit NameTable(std::vector<ElementName>* names) : names_(*names), slots_(1024) {
    names_.reserve(slots_.size() / 2);
  }

  /// The entry of that value, made where there is none. Holds until the next call.
  ElementName& at(std::string_view value) {
    std::uint32_t& slot = slots_[slot_of(value)];
    if (slot != 0) return names_[slot - 1];
    names_.push_back({value, meanings_of(value), 0});
    slot = static_cast<std::uint32_t>(names_.size());
    if (names_.size() * 2 > slots_.size()) grow();
    return names_.back();
  }

 private:
  /// Where the value is, or would be.
  std::size_t slot_of(std::string_view value) const {
    std::size_t i = std::hash<std::string_view>()(value) & (slots_.size() - 1);
    while (slots_[i] != 0 && names_[slots_[i] - 1].value != value)
      i = (i + 1) & (slots_.size() - 1);
    return i;
  }

  void grow() {
    slots_.assign(slots_.size() * 4, 0);
    for (std::size_t n = 0; n < names_.size(); ++n)
      slots_[slot_of(names_[n].value)] = static_cast<std::uint32_t>(n + 1);
  }

  std::vector<ElementName>& names_;
  std::vector<std::uint32_t> slots_;  ///< index into names_, plus 1; a power of two of them
};

class Mapper {
 public:
  explicit Mapper(const Document& page) : page_(page) {
    map_.info.resize(page.nodes().size());
    map_.blocks.reserve(256);
  }

  PageMap run() {
    const auto count = static_cast<NodeIndex>(page_.nodes().size());
    for (NodeIndex i = 0; i < count; ++i) {
      const Node& n = page_.node(i);
      leave_blocks(i);
      if (n.tag == Tag::text)
        add_text(i, n);
      else if (n.tag != Tag::comment)
        add_element(i, n);
    }
    close();
    return std::move(map_);
  }

 private:
  void add_element(NodeIndex i, const Node& n) {
    NodeInfo& info = map_.info[i];
    const TagTraits& traits = traits_[static_cast<std::size_t>(n.tag)];
    info.places = traits.places;
    if (n.tag == Tag::body) map_.body = i;
    if (n.tag != Tag::html && n.tag != Tag::body) read_attributes(i, n, &info);
    if (n.tag == Tag::a && leads_to_itself(i, n)) info.places &= ~bit(Place::link);
    info.near = info.all = info.own;
    info.skipped = traits.skipped || (traits.reading && !is_bracketed(i));
    if (n.parent != no_node) {
      const NodeInfo& up = map_.info[n.parent];
      info.depth = static_cast<std::uint16_t>(up.depth + 1);
      info.places |= up.places;
      info.all |= up.all;
      info.near |= up.own;
      if (const NodeIndex grand = page_.node(n.parent).parent; grand != no_node)
        info.near |= map_.info[grand].own;
      info.skipped |= up.skipped;
      info.block = up.block;
    }
    if (traits.splits) {
      info.block = i;
      close();
    } else if (n.tag == Tag::br) {
      if (++breaks_ >= 2) close();
    }
  }

  /// Headings may link to themselves ("#early-ice"), so that readers can copy their address.
  bool leads_to_itself(NodeIndex i, const Node& n) const {
    return n.parent != no_node && has(map_.info[n.parent].places, Place::heading) &&
           page_.attribute(i, "href").starts_with('#');
  }

  /// Whether a reading set above a word ("東京（とうきょう）") has the brackets that it stands in
  /// where nothing can be set above: `<rp>`, beside it or itself.
  bool is_bracketed(NodeIndex i) {
    const NodeIndex word = page_.node(i).parent;
    if (word == no_node) return false;
    if (word == ruby_) return ruby_bracketed_;
    ruby_ = word;
    ruby_bracketed_ = false;
    for (NodeIndex k = word + 1; k < page_.node(word).subtree_end && !ruby_bracketed_; ++k)
      ruby_bracketed_ = page_.node(k).tag == Tag::rp;
    return ruby_bracketed_;
  }

  void read_attributes(NodeIndex i, const Node& n, NodeInfo* info) {
    const Attribute* a = page_.attributes(i);
    for (int k = 0; k < n.attributes_count; ++k) {
      const auto [name, value] = a[k];
      if (is_name(name, "class") || is_name(name, "id"))
        info->own |= meaning_of(value, name.size() == 5);
      else if (is_name(name, "role"))
        info->places |= places_of_role(value);
      else if (is_name(name, "itemprop"))
        info->places |= places_of_itemprop(value), info->own |= meanings_of(value);
      else if (is_name(name, "style"))
        info->places |= hides(value) ? bit(Place::hidden) : 0;
      else if (is_name(name, "hidden") || (is_name(name, "aria-hidden") && value == "true"))
        info->places |= bit(Place::hidden);
      else if (is_name(name, "itemtype") && value.ends_with("/Comment"))
        info->places |= bit(Place::comment_item);
      else if (names_part(name))
        info->own |= meanings_of(value);
    }
  }

  /// Most classes stand many times in a page.
  Meanings meaning_of(std::string_view value, bool is_class) {
    ElementName& name = names_.at(value);
    name.classes += is_class;
    return name.meanings;
  }

  /// A block also ends where its container ends.
  void leave_blocks(NodeIndex i) {
    if (open_ && i >= page_.node(map_.blocks.back().container).subtree_end) close();
  }

  void add_text(NodeIndex i, const Node& n) {
    if (n.parent == no_node) return;
    const NodeInfo& up = map_.info[n.parent];
    if (up.skipped || up.block == no_node || n.text_begin == n.text_end) return;
    const std::string_view text = page_.text(i);
    const std::string_view trimmed = trim(text);
    const bool blank = trimmed.empty();
    if (blank && !open_) return;
    if (open_ && map_.blocks.back().container != up.block) close();
    if (blank && !open_) return;
    if (!open_) start(i, n, up.block);
    if (!blank) breaks_ = 0;
    const auto [strong, italic] = style_of(n.parent, up.block);
    const Style style{has(up.places, Place::link), strong, italic};
    // White space around a text, often a deep indent, is one blank.
    if (trimmed.data() != text.data() || blank) measure(" ", style, &map_.blocks.back());
    measure(trimmed, style, &map_.blocks.back());
    if (!blank && trimmed.data() + trimmed.size() != text.data() + text.size())
      measure(" ", style, &map_.blocks.back());
    TextBlock& b = map_.blocks.back();
    b.node_end = i + 1;
    if (!blank)
      b.text_end =
          n.text_begin + static_cast<std::uint32_t>(trimmed.data() + trimmed.size() - text.data());
  }

  /// Whether text directly in element `i` is set bold, and italic.
  std::pair<bool, bool> style_of(NodeIndex i, NodeIndex stop) const {
    bool strong = false, italic = false;
    for (; i != no_node && i != stop; i = page_.node(i).parent) {
      const Tag t = page_.node(i).tag;
      strong |= t == Tag::b || t == Tag::strong;
      italic |= t == Tag::i || t == Tag::em || t == Tag::cite;
    }
    return {strong, italic};
  }

  void start(NodeIndex i, const Node& n, NodeIndex container) {
    open_ = true;
    breaks_ = 0;
    after_blank_ = true;
    TextBlock b;
    b.node_begin = i;
    b.container = container;
    const auto skip = trim(page_.text(i)).data() - page_.text(i).data();
    b.text_begin = b.text_end = n.text_begin + static_cast<std::uint32_t>(skip);
    map_.blocks.push_back(b);
  }

  struct Style {
    bool link, strong, italic;
  };

  void measure(std::string_view text, Style style, TextBlock* b) {
    std::uint32_t halves = 0;  // half widths, so that Han can count 2.5
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), bytes_at_once)))
      halves += measure_part(text, std::min(text.size(), bytes_at_once), b);
    halves_ += halves;
    if (style.link) link_halves_ += halves;
    if (style.strong) strong_halves_ += halves;
    if (style.italic) italic_halves_ += halves;
  }

  /// Adds what the first `size` bytes of a text have, and gives their width.
  std::uint32_t measure_part(std::string_view text, std::size_t size, TextBlock* b) {
    std::uint32_t halves = 0, blanks = 0;
    std::uint64_t counts = 0;
    bool after_blank = after_blank_;
    for (std::size_t i = 0; i < size; ++i) {
      const ByteShape& byte = byte_shapes[static_cast<unsigned char>(text[i])];
      halves += byte.shape & ByteShape::halves;
      counts += byte.counts;
      const bool blank = (byte.shape & ByteShape::blank) != 0;
      blanks += blank & !after_blank;
      after_blank = blank;
      if ((byte.shape & ByteShape::may_be_mark) != 0) counts += mark_at(text.substr(i));
    }
    after_blank_ = after_blank;
    blanks_ += blanks;
    b->digits += static_cast<std::uint16_t>(counts >> digits_at);
    b->commas += static_cast<std::uint16_t>(counts >> commas_at);
    b->stops += static_cast<std::uint16_t>(counts >> stops_at);
    b->capitals += static_cast<std::uint16_t>(counts >> capitals_at);
    return halves + 2 * blanks;
  }

  void close() {
    breaks_ = 0;
    if (!open_) return;
    open_ = false;
    TextBlock& b = map_.blocks.back();
    b.length = halves_ / 2;
    b.link_length = link_halves_ / 2;
    b.strong_length = strong_halves_ / 2;
    b.italic_length = italic_halves_ / 2;
    b.words = static_cast<std::uint16_t>(
        std::min<std::uint32_t>(std::max(blanks_ + !after_blank_, b.length / 12), 60000));
    b.ends_sentence = ends_sentence(raw_text_of(page_, b));
    halves_ = link_halves_ = strong_halves_ = italic_halves_ = blanks_ = 0;
  }

  template <std::size_t n>
  static constexpr ByteSet last_bytes(const std::string_view (&texts)[n]) {
    std::array<char, n> bytes{};
    for (std::size_t i = 0; i < n; ++i) bytes[i] = texts[i].back();
    return ByteSet({bytes.data(), n});
  }

  static bool ends_sentence(std::string_view text) {
    static constexpr std::string_view closings[] = {"\"", "'", ")",  "]",  "”", "’",
                                                    "»",  "“", "」", "』", "）"};
    static constexpr std::string_view stops[] = {".",  "!", "?", "…", ":", "。", "！",
                                                 "？", "।", "؟", "۔", "።", "။",  "។"};
    if (text.empty()) return false;
    const auto last = static_cast<unsigned char>(text.back());
    if ((last | 0x20) >= 'a' && (last | 0x20) <= 'z') return false;
    // Most lines end in a letter or a sign of neither list.
    static constexpr ByteSet closing_ends = last_bytes(closings), stop_ends = last_bytes(stops);
    if (closing_ends.contains(text.back()))
      for (const std::string_view closing : closings)
        if (text.ends_with(closing) && text.size() > closing.size())
          text.remove_suffix(closing.size());
    if (!stop_ends.contains(text.back())) return false;
    return std::any_of(std::begin(stops), std::end(stops),
                       [&](std::string_view stop) { return text.ends_with(stop); });
  }

  const Document& page_;
  const std::array<TagTraits, static_cast<std::size_t>(Tag::last_)>& traits_ = tag_traits();
  PageMap map_;
  NameTable names_{&map_.names};
  NodeIndex ruby_ = no_node;  ///< whose readings were looked at last
  bool ruby_bracketed_ = false;
  bool open_ = false;
  bool after_blank_ = true;
  int breaks_ = 0;
  std::uint32_t halves_ = 0, link_halves_ = 0, strong_halves_ = 0, italic_halves_ = 0, blanks_ = 0;
};

}  // namespace

PageMap map_page(const Document& page) { return Mapper(page).run(); }

}  // namespace kaynak::extract_detail
