#include "text/sentences.h"

#include <algorithm>
#include <string>

#include "text/sentences_data.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using text_detail::SentenceWords;

/// First bytes of characters that may end a sentence; everything else is skipped without decoding.
struct EndStarts {
  bool flag[256] = {};
  constexpr EndStarts() {
    for (int c :
         {0x0A, 0x0D, 0x21, 0x2E, 0x3A, 0x3F, 0xD6, 0xD8, 0xDB, 0xDC, 0xE0, 0xE1, 0xE2, 0xE3, 0xEF})
      flag[c] = true;
  }
};
constexpr EndStarts kEndStarts;

enum class End { none, full_stop, strong, wide, paragraph };

/// The UAX #29 classes ATerm (full_stop), STerm (strong, wide: of scripts that put no blank behind
/// it) and ParaSep.
End end_class(char32_t c) {
  switch (c) {
    case '.':
    case 0x2026:
      return End::full_stop;
    case '!':
    case '?':
    case 0x203C:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x061F:
    case 0x06D4:
    case 0x0589:
    case 0x0700:
    case 0x0964:
    case 0x0965:
    case 0x1362:
    case 0x1367:
    case 0x17D4:
    case 0x17D5:
      return End::strong;
    case 0x3002:
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
    case 0xFF61:
    case 0x104A:
    case 0x104B:
      return End::wide;
    case '\n':
    case '\r':
    case 0x2028:
    case 0x2029:
      return End::paragraph;
    default:
      return End::none;
  }
}

/// Marks that close what a sentence holds, where they stand right behind its end.
bool is_closer(char32_t c) {
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '}' || c == 0xBB || c == 0xAB ||
         (c >= 0x2018 && c <= 0x201F) || c == 0x203A || c == 0x2039 ||
         (c >= 0x3008 && c <= 0x3011) || c == 0x3015 || c == 0x301E || c == 0x301F || c == 0xFF02 ||
         c == 0xFF07 || c == 0xFF09 || c == 0xFF3D;
}

bool is_opener(char32_t c) {
  return c == '"' || c == '\'' || c == '(' || c == '[' || c == 0xAB || c == 0xBB || c == 0xBF ||
         c == 0xA1 || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 || c == 0x203A || c == 0x2013 ||
         c == 0x2014 || c == '-' || c == 0x300C || c == 0x300E || c == 0xFF08;
}

/// Whether a blank-separated list holds a word.
bool holds(std::string_view list, std::string_view word) {
  if (word.empty()) return false;
  for (std::size_t i = list.find(word); i != list.npos; i = list.find(word, i + 1))
    if (i > 0 && list[i - 1] == ' ' && i + word.size() < list.size() &&
        list[i + word.size()] == ' ')
      return true;
  return false;
}

class Splitter {
 public:
  Splitter(std::string_view text, std::string_view language)
      : s_(text), language_(language), words_(text_detail::sentence_words(language)) {}

  std::vector<TextRange> run() {
    std::size_t i = 0;
    while (i < s_.size()) {
      if (!kEndStarts.flag[static_cast<unsigned char>(s_[i])]) {
        ++i;
        continue;
      }
      const std::size_t at = i;
      const char32_t c = next_code_point(s_, &i);
      const End end = c == ':' ? (armenian_ ? End::strong : End::none) : end_class(c);
      if (end == End::paragraph)
        emit(at, i);
      else if (end != End::none)
        i = consider(at, i, end);
    }
    emit(s_.size(), s_.size());
    return std::move(out_);
  }

 private:
  /// An end that begins at `at` and whose first mark ends at `i`. Gives where to go on.
  std::size_t consider(std::size_t at, std::size_t i, End end) {
    std::size_t marks = 1;
    while (i < s_.size()) {  // "?!", "...", "!!!"
      std::size_t next = i;
      const End more = end_class(next_code_point(s_, &next));
      if (more == End::none || more == End::paragraph) break;
      if (more != End::full_stop || end == End::full_stop) end = std::max(end, more);
      ++marks;
      i = next;
    }
    const std::size_t marks_end = i;
    bool closed = false;
    i = after_closers(i, &closed);
    std::size_t next = i;
    while (next < s_.size()) {
      std::size_t step = next;
      const char32_t c = next_code_point(s_, &step);
      if (!is_space(c) || end_class(c) == End::paragraph) break;
      next = step;
    }
    if (next >= s_.size()) return s_.size();
    if (breaks(at, marks, marks_end, i, next, end, closed)) emit(i, next);
    return i;
  }

  /// Closing quotation marks and brackets, footnote marks ("[3]") and the French "\u00A0»".
  std::size_t after_closers(std::size_t i, bool* closed) const {
    while (i < s_.size()) {
      std::size_t next = i;
      const char32_t c = next_code_point(s_, &next);
      if (c == '[' && next < s_.size() && is_digit(static_cast<unsigned char>(s_[next]))) {
        const std::size_t bracket = s_.find(']', next);
        if (bracket == s_.npos || bracket > next + 3) break;
        next = bracket + 1;
      } else if ((c == 0xA0 || c == 0x202F) && s_.substr(next, 2) == "\xC2\xBB") {
        next += 2;
      } else if (!is_closer(c)) {
        break;
      }
      *closed = true;
      i = next;
    }
    return i;
  }

  bool breaks(std::size_t at, std::size_t marks, std::size_t marks_end, std::size_t end,
              std::size_t next, End kind, bool closed) const {
    std::size_t k = next;
    char32_t c = next_code_point(s_, &k);
    if (end_class(c) == End::paragraph) return true;
    if (kind == End::wide) return !goes_on_in_kana(c, closed);
    if (next == end) {  // no blank behind: a name, a number, an address; or a blank that was lost
                        // behind a quotation
      if (is_cjk(c)) return kind == End::strong;
      return closed && marks_end < end && is_upper(c);
    }
    if (c == ',' || c == ';' || c == ':' || c == 0x3001 || c == 0x060C) return false;
    while (is_opener(c) && k < s_.size()) c = next_code_point(s_, &k);
    if (is_lower(c)) return false;
    if (kind == End::strong || closed) return true;
    if (marks > 1 || s_[at] != '.') return true;  // an ellipsis before a capital letter
    return !is_abbreviation(at, next);
  }

  static bool is_lower(char32_t c) { return is_letter(c) && !is_upper(c) && has_case(c); }
  /// Latin, Greek, Cyrillic, Armenian: letters that are neither upper nor lower do not count.
  static bool has_case(char32_t c) { return c < 0x0590 || (c >= 0x1E00 && c < 0x2000); }

  /// Japanese puts a particle behind a quotation that has its own full stop.
  static bool goes_on_in_kana(char32_t c, bool closed) {
    return closed && c >= 0x3041 && c <= 0x3096;
  }

  /// Whether the single full stop at `at` belongs to the word before it and the sentence goes on at
  /// `next`.
  bool is_abbreviation(std::size_t at, std::size_t next) const {
    const std::string_view token = token_before(at);
    if (token.empty()) return false;
    const bool figure = is_digit_at(next);
    if (is_number(token)) return is_ordinal(token, at, next);
    const std::string word = lower(token, language_);
    if (holds(words_.titles, word)) return true;
    if (figure && holds(words_.before_figures, word)) return true;
    if (holds(words_.abbreviations, word)) return figure || !starts_sentence(next);
    if (count_code_points(token) == 1 || is_dotted(token))  // initials and letters for words
      return figure ? is_upper_at(token) : !starts_sentence(next);
    return false;
  }

  std::string_view token_before(std::size_t at) const {
    constexpr std::size_t kMaxToken = 24;
    std::size_t begin = at;
    while (begin > 0 && at - begin < kMaxToken) {
      const unsigned char c = static_cast<unsigned char>(s_[begin - 1]);
      if (c <= ' ' || c == '(' || c == '"' || c == '[' || c == ',') break;
      if (c == 0xA0 && begin > 1 && static_cast<unsigned char>(s_[begin - 2]) == 0xC2) break;
      if (c == 0xAB && begin > 1 && static_cast<unsigned char>(s_[begin - 2]) == 0xC2) break;
      --begin;
    }
    if (at - begin >= kMaxToken) return {};
    std::string_view token = s_.substr(begin, at - begin);
    for (std::string_view quote : {"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E"})
      if (token.substr(0, 3) == quote) token.remove_prefix(3);
    for (std::string_view elision : {"'", "\xE2\x80\x99"}) {  // "l'Av."
      const std::size_t mark = token.rfind(elision);
      if (mark != token.npos && mark + elision.size() < token.size())
        token.remove_prefix(mark + elision.size());
    }
    return token;
  }

  static bool is_number(std::string_view token) {
    return std::all_of(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  /// "15. August"; also the "1." that begins a list's item.
  bool is_ordinal(std::string_view number, std::size_t at, std::size_t next) const {
    if (at - number.size() == begin_ && number.size() <= 2) return true;
    return words_.ordinals && number.size() <= 2 && !is_digit_at(next) && !starts_sentence(next);
  }

  /// "U.S", "e.g", "J.K": letters one by one.
  static bool is_dotted(std::string_view token) {
    std::size_t letters = 0, i = 0;
    while (i < token.size()) {
      if (!is_letter(next_code_point(token, &i))) return false;
      ++letters;
      if (i < token.size() && token[i++] != '.') return false;
    }
    return letters > 1;
  }

  bool is_digit_at(std::size_t i) const {
    return i < s_.size() && is_digit(next_code_point(s_, &i));
  }
  static bool is_upper_at(std::string_view token) {
    std::size_t i = 0;
    return is_upper(next_code_point(token, &i));
  }

  bool starts_sentence(std::size_t next) const {
    std::size_t begin = next;
    while (begin < s_.size()) {
      std::size_t step = begin;
      if (!is_opener(next_code_point(s_, &step))) break;
      begin = step;
    }
    std::size_t end = begin;
    while (end < s_.size() && end - begin < 24) {
      std::size_t step = end;
      if (!is_letter(next_code_point(s_, &step))) break;
      end = step;
    }
    const std::string_view word = s_.substr(begin, end - begin);
    // "A. S. Pushkin": an initial, though the letter alone may be a word.
    if (end < s_.size() && s_[end] == '.' && count_code_points(word) == 1) return false;
    return holds(words_.starters, lower(word, language_));
  }

  /// Ends a sentence at `end`; the next begins at `next`.
  void emit(std::size_t end, std::size_t next) {
    std::size_t begin = begin_;
    while (begin < end) {
      std::size_t step = begin;
      if (!is_space(next_code_point(s_, &step))) break;
      begin = step;
    }
    while (end > begin) {  // blanks are one, two or three bytes
      std::size_t last = end - 1;
      while (last > begin && (static_cast<unsigned char>(s_[last]) & 0xC0) == 0x80) --last;
      std::size_t step = last;
      if (!is_space(next_code_point(s_, &step)) || step != end) break;
      end = last;
    }
    if (end > begin)
      out_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin_ = next;
  }

  std::string_view s_;
  std::string_view language_;
  const SentenceWords& words_;
  const bool armenian_ = language_.substr(0, 2) == "hy";  // ends sentences with a colon
  std::vector<TextRange> out_;
  std::size_t begin_ = 0;
};

}  // namespace

std::vector<TextRange> split_sentences(std::string_view text, std::string_view language) {
  return Splitter(text.substr(0, UINT32_MAX), language).run();
}

}  // namespace kaynak
