#include "extract/heading_parts.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/inline_text.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_parts = 8;
constexpr std::size_t fewest_letters = 8;  ///< shorter texts are alike by chance

bool has_letter(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) {
    const char32_t c = next_code_point(s, &i);
    if (is_letter(c) || is_digit(c)) return true;
  }
  return false;
}

/// A mark between two parts is often hidden from sight, but says how the parts are read.
bool is_seen(const Document& page, const PageMap& map, const Node& text, NodeIndex heading) {
  const NodeInfo& parent = map.info[text.parent];
  if (parent.skipped) return false;
  return text.parent == heading || !has(parent.own, Meaning::hidden) ||
         !has_letter(page.text().substr(text.text_begin, text.text_end - text.text_begin));
}

/// Whether an element sets its text apart, rather than stressing a word of the headline.
bool sets_apart(const Document& page, const PageMap& map, NodeIndex i) {
  constexpr Meanings telling = bit(Meaning::kicker) | bit(Meaning::lead) | bit(Meaning::headline);
  const Tag tag = page.node(i).tag;
  return tag == Tag::span || tag == Tag::small || tag == Tag::time ||
         (is_block(tag) && tag != Tag::br) || (map.info[i].own & telling) != 0;
}

/// The element inside which the heading's text is parted: the heading, or what alone stands in it.
NodeIndex container_of(const Document& page, NodeIndex i) {
  for (;;) {
    NodeIndex only = no_node;
    int filled = 0;
    for (NodeIndex k = i + 1; k < page.node(i).subtree_end; k = page.node(k).subtree_end) {
      if (trim(page.text(k)).empty()) continue;
      only = k;
      ++filled;
    }
    if (filled != 1 || page.node(only).tag == Tag::text) return i;
    i = only;
  }
}

/// Without the marks that stood between the parts.
std::string without_end_marks(std::string_view s) {
  constexpr std::string_view marks[] = {" ", ":", "|", "/", "-", "–", "—", "•", "·", "+"};
  for (bool again = true; again;) {
    again = false;
    for (const auto mark : marks) {
      if (s.ends_with(mark)) s.remove_suffix(mark.size()), again = true;
      if (s.starts_with(mark)) s.remove_prefix(mark.size()), again = true;
    }
  }
  return std::string(s);
}

/// The neighbouring parts that are the given text but for marks; empty where none are.
std::string parts_like(const Heading& heading, const std::vector<std::string>& letters,
                       std::string_view given) {
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    std::string so_far;
    for (std::size_t end = begin; end < letters.size() && so_far.size() < given.size(); ++end) {
      so_far += letters[end];
      if (so_far != given) continue;
      const HeadingPart run{heading.parts[begin].begin, heading.parts[end].end};
      return without_end_marks(heading.text(run));
    }
  }
  return {};
}

/// The parts that their classes do not make something else.
std::string parts_by_class(const Heading& heading) {
  constexpr Meanings other = bit(Meaning::kicker) | bit(Meaning::lead) | bit(Meaning::meta) |
                             bit(Meaning::author) | bit(Meaning::tags) | bit(Meaning::live);
  std::string out;
  std::size_t out_end = 0;
  for (const HeadingPart& part : heading.parts) {
    if (part.aside || ((part.own & other) != 0 && !has(part.own, Meaning::headline))) continue;
    if (!out.empty() && part.begin > out_end) out += ' ';
    out += heading.text(part);
    out_end = part.end;
  }
  return out.size() >= fewest_letters ? without_end_marks(out) : heading.whole;
}

}  // namespace

std::string letters_only(std::string_view text) {
  std::string out;
  const std::string folded = fold(text);
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t before = i;
    const char32_t c = next_code_point(folded, &i);
    if (is_letter(c) || is_digit(c)) out.append(folded, before, i - before);
  }
  return out;
}

Heading read_heading(const Document& page, const PageMap& map, NodeIndex i) {
  const NodeIndex container = container_of(page, i);
  FoldedText whole;
  Heading heading;
  NodeIndex owner = no_node;  // of the last part
  NodeIndex apart = container, apart_end = 0;
  for (NodeIndex k = i + 1; k < page.node(i).subtree_end; ++k) {
    const Node& n = page.node(k);
    if (k >= apart_end) apart = container;
    if (k >= apart_end && k > container && n.tag != Tag::text && sets_apart(page, map, k))
      apart = k, apart_end = n.subtree_end;
    if (is_block(n.tag) || n.tag == Tag::br) whole.part();
    if (n.tag != Tag::text || !is_seen(page, map, n, i)) continue;
    const std::size_t begin = whole.next_position();
    whole.append(page.text(), n.text_begin, n.text_end);
    const std::size_t end = whole.text().size();
    if (end <= begin) continue;
    if (apart != owner && heading.parts.size() < max_parts) {
      const Tag tag = page.node(apart).tag;
      heading.parts.push_back({begin, end, apart == container ? 0 : map.info[apart].own,
                               tag == Tag::small || tag == Tag::time});
      owner = apart;
    }
    heading.parts.back().end = end;
  }
  heading.whole = whole.text();
  return heading;
}

std::string headline_in(const Heading& heading, const std::vector<std::string_view>& given) {
  const std::string seen = letters_only(heading.whole);
  std::vector<std::string> letters;
  for (const HeadingPart& part : heading.parts) letters.push_back(letters_only(heading.text(part)));
  for (const std::string_view text : given) {
    const std::string wanted = letters_only(text);
    if (wanted.size() < fewest_letters) continue;
    if (wanted == seen) {
      // The page may set parts in two lines without the mark that joins them in its data.
      const bool better_marks = std::count(text.begin(), text.end(), ':') >
                                std::count(heading.whole.begin(), heading.whole.end(), ':');
      return better_marks ? std::string(text) : heading.whole;
    }
    if (heading.parts.size() < 2) continue;
    if (auto parts = parts_like(heading, letters, wanted); !parts.empty()) return parts;
  }
  return heading.parts.size() < 2 ? heading.whole : parts_by_class(heading);
}

}  // namespace kaynak::extract_detail
