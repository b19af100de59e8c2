#include "extract/empty_lines.h"

#include <algorithm>
#include <string>

#include "base/strings.h"
#include "extract/feature_tools.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

std::string_view text_of(const ScoredBlocks& in, std::size_t i) {
  return trim(raw_text_of(in.page, in.map.blocks[i]));
}

/// The first kept blocks, at most `most`.
std::vector<std::size_t> first_kept(const std::vector<bool>& kept, std::size_t most) {
  std::vector<std::size_t> first;
  for (std::size_t i = 0; i < kept.size() && first.size() < most; ++i)
    if (kept[i]) first.push_back(i);
  return first;
}

/// What stands before an ellipsis at the end.
std::string_view without_ellipsis(std::string_view text) {
  for (const std::string_view mark : {"[…]", "[...]", "…", "...", "..", "."})
    if (text.ends_with(mark)) return trim(text.substr(0, text.size() - mark.size()));
  return text;
}

/// Pictures or films may be what a line announces.
bool shows_object(const Document& page, NodeIndex begin) {
  constexpr NodeIndex reach = 30;
  const auto end = std::min<std::size_t>(page.nodes().size(), begin + reach);
  for (NodeIndex i = begin; i < end; ++i) {
    const Tag tag = page.node(i).tag;
    if (tag == Tag::img || tag == Tag::video || tag == Tag::audio || tag == Tag::iframe)
      return true;
  }
  return false;
}

bool is_label(const ScoredBlocks& in, std::size_t i) {
  constexpr std::size_t longest = 60;
  constexpr unsigned most_words = 8;
  const TextBlock& b = in.map.blocks[i];
  const std::string_view text = text_of(in, i);
  return b.length <= longest && b.words <= most_words &&
         (text.ends_with(':') || text.ends_with("："));
}

}  // namespace

bool is_speck(std::string_view text) {
  constexpr std::size_t longest = 24, most_marks = 2;  // bytes; code points
  if (text.size() > longest) return false;
  std::size_t marks = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    if (c >= 0x200B && c <= 0x200F) continue;  // zero width
    if (is_letter(c) || is_digit(c) || c >= 0x2100) return false;
    ++marks;
  }
  return marks <= most_marks;
}

std::vector<std::size_t> headline_in_parts(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept,
                                           std::string_view headline) {
  constexpr std::size_t most_parts = 3;
  const std::string whole = letters_only(headline);
  if (whole.empty()) return {};
  std::vector<std::size_t> parts;
  std::string so_far;
  for (const std::size_t i : first_kept(kept, most_parts)) {
    so_far += letters_only(text_of(blocks, i));
    parts.push_back(i);
    if (so_far == whole) return parts.size() > 1 ? parts : std::vector<std::size_t>{};
    if (!whole.starts_with(so_far)) break;
  }
  return {};
}

std::vector<std::size_t> excerpt_of_text(const ScoredBlocks& blocks,
                                         const std::vector<bool>& kept) {
  constexpr std::size_t looked_at = 4, shortest = 60;
  const auto first = first_kept(kept, looked_at);
  for (std::size_t k = 0; k + 1 < first.size(); ++k) {
    const std::string opener = letters_only(without_ellipsis(text_of(blocks, first[k])));
    if (opener.size() < shortest) continue;
    const std::string next = letters_only(text_of(blocks, first[k + 1]));
    if (next.size() > opener.size() && next.starts_with(opener)) return {first[k]};
    return {};
  }
  return {};
}

std::vector<std::size_t> names_for_scripts(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept) {
  constexpr std::size_t several = 4;
  const auto is_name = [](std::string_view text) {
    const auto of_name = [](char c) { return c == '-' || (c >= 'a' && c <= 'z'); };
    return std::count(text.begin(), text.end(), '-') > 0 &&
           std::all_of(text.begin(), text.end(), of_name);
  };
  std::vector<std::size_t> names;
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (kept[i] && is_name(text_of(blocks, i))) names.push_back(i);
  return names.size() >= several ? names : std::vector<std::size_t>{};
}

std::vector<std::size_t> words_for_screen_readers(const ScoredBlocks& blocks,
                                                  const std::vector<bool>& kept) {
  constexpr std::uint32_t longest = 60;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& b = blocks.map.blocks[i];
    if (!kept[i] || b.length > longest || !has(blocks.map.info[b.container].own, Meaning::hidden))
      continue;
    const std::string_view classes = class_of(blocks.page, b.container);
    for (const std::string_view name :
         {"visually-hidden", "visuallyhidden", "sr-only", "screen-reader"})
      if (classes.find(name) != classes.npos) {
        out.push_back(i);
        break;
      }
  }
  return out;
}

std::vector<std::size_t> labels_of_nothing(const ScoredBlocks& blocks,
                                           const std::vector<bool>& kept) {
  std::vector<std::size_t> out;
  for (std::size_t i = kept.size(); i-- > 0;) {
    if (!kept[i]) continue;
    if (!is_label(blocks, i) || shows_object(blocks.page, blocks.map.blocks[i].node_end)) break;
    out.insert(out.begin(), i);
  }
  return out;
}

}  // namespace kaynak::extract_detail
