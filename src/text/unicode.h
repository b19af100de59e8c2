/// @file Unicode as this project needs it (ICU behind one file). Input UTF-8; invalid sequences are
/// read as U+FFFD.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaynak {

std::string nfc(std::string_view text);
/// NFKC, case folded, combining marks removed: for comparing names and words.
std::string fold(std::string_view text);
/// Letters and digits of fold(text): "El Mundo" and "ELMUNDO" are one.
std::string letters_only(std::string_view text);
/// NFKC and case folding only (marks kept).
std::string fold_case(std::string_view text);
/// Runs of white space (any Unicode, also U+00A0, U+200B, U+FEFF) as one blank, none at the ends.
std::string fold_space(std::string_view text);
/// Lower and upper case by the language's rules (tr, az, lt, el).
std::string lower(std::string_view text, std::string_view language = {});
std::string upper(std::string_view text, std::string_view language = {});

/// Words by UAX #29 with ICU's dictionaries (Chinese, Japanese, Thai, Khmer, Lao, Burmese): only
/// segments with a letter or digit. Views into `text`.
std::vector<std::string_view> words(std::string_view text);
/// Space-joined folded words: what goes into the search index and what a search query is made of.
std::string search_tokens(std::string_view text);

/// Latin letters, digits and '-' only ("Việt Nam 2026" gives "viet-nam-2026"; Cyrillic, Arabic, Han
/// are transliterated), at most `max_bytes`, cut between words. May be empty.
std::string slug(std::string_view text, std::size_t max_bytes = 80);

/// Number of code points.
std::size_t count_code_points(std::string_view text);

namespace text_detail {
char32_t next_wide_code_point(std::string_view text, std::size_t* i);
void append_wide_utf8(std::string* out, char32_t code_point);
bool is_wide_letter(char32_t c);
bool is_wide_digit(char32_t c);
bool is_wide_space(char32_t c);
}  // namespace text_detail

/// Decodes the code point at `*i` and advances; U+FFFD for a wrong byte (advances by one). Requires
/// *i < text.size(). Here and below ASCII is answered inline: most of all text is.
inline char32_t next_code_point(std::string_view text, std::size_t* i) {
  const auto c = static_cast<unsigned char>(text[*i]);
  if (c >= 0x80) return text_detail::next_wide_code_point(text, i);
  ++*i;
  return c;
}
inline void append_utf8(std::string* out, char32_t code_point) {
  if (code_point < 0x80)
    out->push_back(static_cast<char>(code_point));
  else
    text_detail::append_wide_utf8(out, code_point);
}
inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : text_detail::is_wide_letter(c);
}
bool is_upper(char32_t c);
inline bool is_digit(char32_t c) {
  return c < 0x80 ? c >= '0' && c <= '9' : text_detail::is_wide_digit(c);
}
inline bool is_space(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : text_detail::is_wide_space(c);
}
bool is_cjk(char32_t c);  ///< Han, Hiragana, Katakana, Hangul, Thai: scripts whose characters count
                          ///< as words

}  // namespace kaynak
