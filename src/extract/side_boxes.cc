#include "extract/side_boxes.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "extract/feature_tools.h"

namespace kaynak::extract_detail {
namespace {

// Each says what a box is for. On hosts that the weights never saw, 2 of 52 kept texts in boxes
// named cta, promo, banner, bio, disclaimer, related or affiliate belong to their article; the
// others say the same and stand around no kept text there. Words with more than one sense ("ad",
// "author", "partner") are weighed with everything else.
constexpr std::string_view box_names[] = {
    "aboutauthor", "aboutme",      "advertisement", "affiliate", "authorbio",
    "authorbox",   "authorinfo",   "autorenbox",    "banner",    "banners",
    "bio",         "biography",    "calltoaction",  "cta",       "ctas",
    "disclaimer",  "newsletter",   "optin",         "promo",     "promos",
    "related",     "relatedposts", "signup",        "sponsor",   "sponsored"};

/// What boxes are told by: one of the names, or that they are forms.
constexpr std::size_t form = std::size(box_names), signs = form + 1;

/// Words of one class or id, in small letters: "article__authorBio" has "article", "author", "bio".
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words(1);
  bool small_before = false;
  for (const char c : name) {
    const bool small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
    if ((!small && !capital) || (capital && small_before)) words.emplace_back();
    if (small || capital) words.back() += static_cast<char>(c | 0x20);
    small_before = small;
  }
  std::erase(words, std::string());
  return words;
}

/// "cta-padding-top", "before-related": how something else stands to such a box.
bool says_where(std::string_view word) {
  static constexpr std::string_view where[] = {"padding", "margin", "radius", "next",
                                               "before",  "after",  "above",  "below",
                                               "has",     "no",     "with",   "without"};
  return std::find(std::begin(where), std::end(where), word) != std::end(where);
}

/// Which of `box_names` a class or id is, has as a word, or as two in a row ("author-bio").
std::optional<std::size_t> box_named(std::string_view name, std::size_t most_words) {
  const auto words = words_of(name);
  if (words.size() > most_words || std::any_of(words.begin(), words.end(), says_where)) return {};
  const auto place_of = [](std::string_view word) {
    return static_cast<std::size_t>(std::find(std::begin(box_names), std::end(box_names), word) -
                                    std::begin(box_names));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::size_t place = place_of(words[i]);
    if (place == form && i > 0) place = place_of(words[i - 1] + words[i]);
    if (place < form) return place;
  }
  return {};
}

/// Headings are given ids that repeat their text, of many words.
std::optional<std::size_t> box_at(const Document& page, NodeIndex i) {
  constexpr std::size_t most_of_class = 8, most_of_id = 3, longest_id = 80;
  for (const auto name : split(class_of(page, i), ' '))
    if (const auto found = box_named(name, most_of_class)) return found;
  if (heading_level(page.node(i).tag) > 0) return {};
  return box_named(page.attribute(i, "id").substr(0, longest_id), most_of_id);
}

/// What the box around a block is told by; nothing where it stands in none.
std::optional<std::size_t> sign_of(const ScoredBlocks& in, const TextBlock& b) {
  constexpr int reach = 5;
  constexpr Meanings may_be = bit(Meaning::ad) | bit(Meaning::author) | bit(Meaning::footer) |
                              bit(Meaning::meta) | bit(Meaning::newsletter) | bit(Meaning::related);
  if ((in.map.info[b.container].all & may_be) != 0) {
    NodeIndex i = b.container;
    for (int up = 0; up < reach && i != no_node; ++up, i = in.page.node(i).parent) {
      if ((in.map.info[i].own & may_be) == 0) continue;
      if (const auto name = box_at(in.page, i)) return name;
    }
  }
  return has(in.map.info[b.container].places, Place::form) ? std::optional(form) : std::nullopt;
}

}  // namespace

std::vector<std::size_t> side_boxes(const ScoredBlocks& in, const std::vector<bool>& kept) {
  constexpr std::uint64_t little = 4;  // a quarter of the kept text
  std::array<std::uint64_t, signs> lengths{};
  std::uint64_t all = 0;
  std::vector<std::pair<std::size_t, std::size_t>> found;  // block and sign
  for (std::size_t i = 0; i < kept.size(); ++i) {
    if (!kept[i]) continue;
    const TextBlock& b = in.map.blocks[i];
    all += b.length;
    if (const auto sign = sign_of(in, b)) found.emplace_back(i, *sign), lengths[*sign] += b.length;
  }
  std::vector<std::size_t> blocks;
  for (const auto& [block, sign] : found)
    if (lengths[sign] * little < all) blocks.push_back(block);
  return blocks;
}

}  // namespace kaynak::extract_detail
