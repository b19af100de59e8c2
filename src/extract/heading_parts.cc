#include "extract/heading_parts.h"

#include <algorithm>
#include <optional>
#include <utility>

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

/// "¶", "#": a link from the heading to itself.
bool is_permalink(const Document& page, const Node& text) {
  return page.node(text.parent).tag == Tag::a &&
         page.attribute(text.parent, "href").starts_with('#') &&
         !has_letter(page.text().substr(text.text_begin, text.text_end - text.text_begin));
}

/// A mark between two parts is often hidden from sight, but says how the parts are read.
bool is_seen(const Document& page, const PageMap& map, const Node& text, NodeIndex heading) {
  const NodeInfo& parent = map.info[text.parent];
  if (parent.skipped || is_permalink(page, text)) return false;
  const bool hidden =
      has(parent.own, Meaning::hidden) ||
      (has(parent.places, Place::hidden) && !has(map.info[heading].places, Place::hidden));
  return text.parent == heading || !hidden ||
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

/// Parts [begin, end) as the headline; those before and after it are kicker and subheadline, unless
/// they are small print.
HeadlineParts split_at(const Heading& heading, std::size_t begin, std::size_t end) {
  constexpr Meanings print = bit(Meaning::meta) | bit(Meaning::author) | bit(Meaning::tags) |
                             bit(Meaning::tool) | bit(Meaning::live);
  const auto& parts = heading.parts;
  HeadlineParts out;
  out.headline =
      without_end_marks(heading.text(HeadingPart{parts[begin].begin, parts[end - 1].end}));
  for (std::size_t k = 0; k < parts.size(); ++k) {
    if ((k >= begin && k < end) || parts[k].aside || (parts[k].own & print) != 0) continue;
    std::string& to = k < begin ? out.kicker : out.subheadline;
    if (!to.empty()) to += ' ';
    to += without_end_marks(heading.text(parts[k]));
  }
  return out;
}

/// The neighbouring parts that are the given text but for marks: [begin, end), empty where none
/// are.
std::pair<std::size_t, std::size_t> parts_like(const std::vector<std::string>& letters,
                                               std::string_view given) {
  for (std::size_t begin = 0; begin < letters.size(); ++begin) {
    std::string so_far;
    for (std::size_t end = begin; end < letters.size() && so_far.size() < given.size(); ++end) {
      so_far += letters[end];
      if (so_far == given) return {begin, end + 1};
    }
  }
  return {0, 0};
}

/// The longest run of parts that their classes do not make something else.
HeadlineParts parts_by_class(const Heading& heading) {
  constexpr Meanings other = bit(Meaning::kicker) | bit(Meaning::lead) | bit(Meaning::meta) |
                             bit(Meaning::author) | bit(Meaning::tags) | bit(Meaning::live);
  const auto& parts = heading.parts;
  std::size_t best_begin = 0, best_end = 0;
  for (std::size_t begin = 0; begin < parts.size(); ++begin) {
    std::size_t end = begin;
    while (end < parts.size() && !parts[end].aside &&
           ((parts[end].own & other) == 0 || has(parts[end].own, Meaning::headline)))
      ++end;
    if (end > begin &&
        (best_end == best_begin || parts[end - 1].end - parts[begin].begin >
                                       parts[best_end - 1].end - parts[best_begin].begin))
      best_begin = begin, best_end = end;
    begin = end;
  }
  if (best_end == best_begin || parts[best_end - 1].end - parts[best_begin].begin < fewest_letters)
    return {heading.whole, {}, {}};
  return split_at(heading, best_begin, best_end);
}

/// Whether style alone sets two parts apart: <span>Harbour</span>Ice melts early.
bool is_glued(const Heading& heading) {
  return std::any_of(heading.parts.begin(), heading.parts.end(), [&](const HeadingPart& part) {
    return part.begin > 0 && heading.whole[part.begin] != ' ' &&
           heading.whole[part.begin - 1] != ' ';
  });
}

/// The page may set parts in two lines without the mark that joins them in its data.
std::string better_marked(const Heading& heading, std::string_view given) {
  const std::string& seen = heading.whole;
  const bool more_marks =
      std::count(given.begin(), given.end(), ':') > std::count(seen.begin(), seen.end(), ':');
  return more_marks || is_glued(heading) ? std::string(given) : seen;
}

}  // namespace

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

HeadlineParts headline_in(const Heading& heading, const GivenHeadlines& given) {
  std::vector<std::string> letters;
  for (const HeadingPart& part : heading.parts) letters.push_back(letters_only(heading.text(part)));
  const auto by_parts = [&](std::string_view text) -> std::optional<HeadlineParts> {
    const std::string wanted = letters_only(text);
    if (wanted.size() < fewest_letters || letters.size() < 2) return std::nullopt;
    const auto [begin, end] = parts_like(letters, wanted);
    if (begin == end || end - begin == letters.size()) return std::nullopt;
    return split_at(heading, begin, end);
  };
  // The title element often joins kicker and headline, and is the last to ask.
  for (const std::string_view text : {given.article, given.shared})
    if (auto found = by_parts(text)) return *std::move(found);
  // "Ice melts early - Harbour": the kicker set behind the headline.
  for (const std::string_view text : {given.article, given.shared})
    if (const auto mark = text.rfind(" - "); mark != text.npos)
      if (auto found = by_parts(text.substr(0, mark));
          found && !found->kicker.empty() &&
          letters_only(found->kicker) == letters_only(text.substr(mark)))
        return *std::move(found);
  const std::string seen = letters_only(heading.whole);
  for (const std::string_view text : {given.shared, given.article, given.title})
    if (seen.size() >= fewest_letters && letters_only(text) == seen)
      return {better_marked(heading, text), {}, {}};
  if (auto found = by_parts(given.title)) return *std::move(found);
  if (heading.parts.size() < 2) return {heading.whole, {}, {}};
  return parts_by_class(heading);
}

}  // namespace kaynak::extract_detail
