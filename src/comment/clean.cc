// What a reader typed → plain text that shows as it was meant, and hides nothing.
#include <algorithm>
#include <iterator>

#include "base/hash.h"
#include "base/strings.h"
#include "comment/comment.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

struct PointRange {
  char32_t first, last;
};

/// Code points that show nothing, or change how others are shown: soft hyphen, fillers, zero-width
/// marks, bidirectional controls, variation selectors of ideographs, tags, private use, surrogates,
/// noncharacters. (Joiners and emoji selectors are looked at apart.)
constexpr PointRange kInvisible[] = {
    {0x00AD, 0x00AD}, {0x034F, 0x034F},   {0x061C, 0x061C},   {0x115F, 0x1160},    {0x17B4, 0x17B5},
    {0x180B, 0x180F}, {0x200B, 0x200B},   {0x200E, 0x200F},   {0x202A, 0x202E},    {0x2060, 0x206F},
    {0x3164, 0x3164}, {0xD800, 0xF8FF},   {0xFDD0, 0xFDEF},   {0xFEFF, 0xFEFF},    {0xFFA0, 0xFFA0},
    {0xFFF0, 0xFFFF}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0x10FFFF},
};

/// Marks that stand over or under any letter: a few make a letter of a language, many a tower.
constexpr PointRange kStackingMarks[] = {
    {0x0300, 0x036F}, {0x0483, 0x0489}, {0x1AB0, 0x1AFF},
    {0x1DC0, 0x1DFF}, {0x20D0, 0x20FF}, {0xFE20, 0xFE2F},
};
constexpr int kMaxStackedMarks = 3;

template <std::size_t N>
bool in(const PointRange (&ranges)[N], char32_t c) {
  return std::any_of(std::begin(ranges), std::end(ranges),
                     [c](const PointRange& r) { return c >= r.first && c <= r.last; });
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

bool is_line_end(char32_t c) {
  return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Zero-width (non-)joiner, and the selectors of text and emoji style: part of how Persian, the
/// scripts of India and emoji are written, after a character, one at a time.
bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D || c == 0xFE0E || c == 0xFE0F; }

/// Drops what is invisible, makes white space blanks and line ends "\n".
std::string visible_text(std::string_view text) {
  std::string out;
  char32_t before = ' ';
  int stacked = 0;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, &i);
    if (c == '\r') {
      if (i < text.size() && text[i] == '\n') continue;
      c = '\n';
    }
    if (is_line_end(c))
      c = '\n';
    else if (is_space(c) && c != 0x200B && c != 0xFEFF)
      c = ' ';
    else if (is_control(c) || in(kInvisible, c))
      continue;
    if (is_joiner(c) && (before == ' ' || before == '\n' || is_joiner(before)) &&
        !(c == 0x200D && before == 0xFE0F))
      continue;
    stacked = in(kStackingMarks, c) ? stacked + 1 : 0;
    if (stacked > kMaxStackedMarks) continue;
    append_utf8(&out, c);
    before = c;
  }
  return out;
}

/// A joiner at the end joins nothing.
std::string_view without_joiner_at_end(std::string_view line) {
  for (const std::string_view joiner : {"\u200C", "\u200D"})
    if (line.ends_with(joiner)) return trim(line.substr(0, line.size() - joiner.size()));
  return line;
}

std::string fold_blanks(std::string_view line) {
  std::string out;
  for (const char c : line)
    if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
  return std::string(without_joiner_at_end(trim(out)));
}

std::string clean_once(std::string_view text, bool one_line) {
  const std::string visible = visible_text(text);
  std::string out;
  bool gap = false;
  for (const std::string_view raw : split(visible, '\n')) {
    const std::string line = fold_blanks(raw);
    if (line.empty()) {
      gap = true;
      continue;
    }
    if (!out.empty()) out += one_line ? " " : gap ? "\n\n" : "\n";
    out += line;
    gap = false;
  }
  return nfc(out);
}

}  // namespace

/// What is taken out may bring others side by side, and composing puts marks in another order, so
/// it is done until nothing changes. Two rounds do for what people type.
std::string clean_comment_text(std::string_view text, bool one_line) {
  constexpr int kMostRounds = 8;
  std::string clean = clean_once(text, one_line);
  for (int round = 1; round < kMostRounds; ++round) {
    std::string again = clean_once(clean, one_line);
    if (again == clean) break;
    clean = std::move(again);
  }
  return clean;
}

Result<Comment> accept_comment(const ArticleId& article, const LanguageTag& language,
                               std::string_view author, std::string_view text, Time now,
                               const CommentRules& rules) {
  // Cleaning only takes away, and may be what brings a text under its limit; but there is an end to
  // how much is cleaned.
  constexpr std::size_t kMostToClean = 8;
  if (author.size() > rules.max_author_bytes * kMostToClean)
    return fail(ErrorCode::too_large, "comment", "author_too_long");
  if (text.size() > rules.max_text_bytes * kMostToClean)
    return fail(ErrorCode::too_large, "comment", "text_too_long");
  Comment comment;
  comment.article = article;
  comment.language = language;
  comment.author = clean_comment_text(author, true);
  comment.text = clean_comment_text(text, false);
  comment.created = now;
  if (comment.author.empty()) return fail(ErrorCode::malformed, "comment", "no_author");
  if (comment.text.empty()) return fail(ErrorCode::malformed, "comment", "no_text");
  if (comment.author.size() > rules.max_author_bytes)
    return fail(ErrorCode::too_large, "comment", "author_too_long");
  if (comment.text.size() > rules.max_text_bytes)
    return fail(ErrorCode::too_large, "comment", "text_too_long");
  comment.reason = join(hold_reasons(comment.author, comment.text, rules), "; ");
  const std::string everything = article.value + "\n" + language.value + "\n" + comment.author +
                                 "\n" + std::to_string(now.time_since_epoch().count()) + "\n" +
                                 comment.text;
  comment.id = CommentId(sha256_hex(everything).substr(0, 16));
  return comment;
}

}  // namespace kaynak
