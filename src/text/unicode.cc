#include "text/unicode.h"

#include <unicode/uchar.h>

#include <cstring>

namespace kaynak {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

bool is_ascii_blank(unsigned char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Bytes of the white-space character at `i` that is not ASCII, 0 where there is none. Looks at
/// bytes only: every such character has two bytes and begins with C2, or three and begins with E1,
/// E2, E3 or EF.
std::size_t wide_space(std::string_view s, std::size_t i) {
  const auto at = [&](std::size_t k) {
    return i + k < s.size() ? static_cast<unsigned char>(s[i + k]) : 0u;
  };
  switch (at(0)) {
    case 0xC2:
      return at(1) == 0xA0 || at(1) == 0x85 ? 2 : 0;
    case 0xE1:
      return at(1) == 0x9A && at(2) == 0x80 ? 3 : 0;
    case 0xE2:
      if (at(1) == 0x80)
        return (at(2) >= 0x80 && at(2) <= 0x8B) || at(2) == 0xA8 || at(2) == 0xA9 || at(2) == 0xAF
                   ? 3
                   : 0;
      return at(1) == 0x81 && (at(2) == 0x9F || at(2) == 0xA0) ? 3 : 0;
    case 0xE3:
      return at(1) == 0x80 && at(2) == 0x80 ? 3 : 0;
    case 0xEF:
      return at(1) == 0xBB && at(2) == 0xBF ? 3 : 0;
    default:
      return 0;
  }
}

/// Bytes that may begin white space: everything else is copied in runs.
struct SpaceStarts {
  bool flag[256] = {};
  constexpr SpaceStarts() {
    for (int c : {0x20, 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) flag[c] = true;
  }
};
constexpr SpaceStarts kSpaceStarts;

}  // namespace

std::string fold_space(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  std::size_t i = 0;
  bool pending = false;
  while (i < s.size()) {
    std::size_t run = i;
    for (;;) {  // the run up to the next white space
      while (run < s.size() && !kSpaceStarts.flag[static_cast<unsigned char>(s[run])]) ++run;
      if (run == s.size() || is_ascii_blank(static_cast<unsigned char>(s[run])) ||
          wide_space(s, run) != 0)
        break;
      ++run;
    }
    if (run > i) {
      if (pending && !out.empty()) out.push_back(' ');
      pending = false;
      out.append(s, i, run - i);
    }
    i = run;
    while (i < s.size()) {
      const std::size_t n = is_ascii_blank(static_cast<unsigned char>(s[i])) ? 1 : wide_space(s, i);
      if (n == 0) break;
      i += n;
      pending = true;
    }
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (unsigned char c : text) n += (c & 0xC0) != 0x80;
  return n;
}

namespace text_detail {

char32_t next_wide_code_point(std::string_view s, std::size_t* i) {
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(s[at]); };
  const unsigned char lead = byte(*i);
  const int length = lead >= 0xC2 && lead < 0xE0   ? 2
                     : lead >= 0xE0 && lead < 0xF0 ? 3
                     : lead >= 0xF0 && lead < 0xF5 ? 4
                                                   : 0;
  if (length == 0 || *i + static_cast<std::size_t>(length) > s.size()) {
    ++*i;
    return kReplacement;
  }
  char32_t c = lead & (0xFFu >> (length + 1));
  for (int k = 1; k < length; ++k) {
    const unsigned char next = byte(*i + static_cast<std::size_t>(k));
    if ((next & 0xC0) != 0x80) {
      ++*i;
      return kReplacement;
    }
    c = (c << 6) | (next & 0x3Fu);
  }
  const bool overlong = (length == 3 && c < 0x800) || (length == 4 && c < 0x10000);
  if (overlong || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) {
    ++*i;
    return kReplacement;
  }
  *i += static_cast<std::size_t>(length);
  return c;
}

void append_wide_utf8(std::string* out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c < 0xE000)) c = kReplacement;
  char bytes[4];
  std::size_t n = 0;
  const auto push = [&](char32_t byte) { bytes[n++] = static_cast<char>(byte); };
  if (c < 0x800) {
    push(0xC0 | (c >> 6));
  } else if (c < 0x10000) {
    push(0xE0 | (c >> 12));
    push(0x80 | ((c >> 6) & 0x3F));
  } else {
    push(0xF0 | (c >> 18));
    push(0x80 | ((c >> 12) & 0x3F));
    push(0x80 | ((c >> 6) & 0x3F));
  }
  push(0x80 | (c & 0x3F));
  out->append(bytes, n);
}

bool is_wide_letter(char32_t c) { return u_isalpha(static_cast<UChar32>(c)); }

bool is_wide_digit(char32_t c) {
  return u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER;
}

bool is_wide_space(char32_t c) {
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

}  // namespace text_detail

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_UPPERCASE_LETTER || type == U_TITLECASE_LETTER;
}

bool is_cjk(char32_t c) {
  if (c < 0x0E00) return false;
  return c <= 0x0E7F || (c >= 0x1100 && c <= 0x11FF) ||  // Thai, Hangul Jamo
         (c >= 0x2E80 && c <= 0x2FDF) || (c >= 0x3005 && c <= 0x3007) ||
         (c >= 0x3021 && c <= 0x3029) ||  // radicals, iteration marks
         (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3130 && c <= 0x318F) ||  // kana, compatibility Jamo
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xA960 && c <= 0xA97F) ||
         (c >= 0xAC00 && c <= 0xD7FF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFF66 && c <= 0xFFDC) || (c >= 0x20000 && c <= 0x3FFFF);
}

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

}  // namespace kaynak
