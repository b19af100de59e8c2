// English that Apertium's English pairs (eng-spa 0.8, eng-cat 1.0) are known to get wrong, in words
// they get right.
#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/apertium_mode.h"

namespace kaynak::translate_detail {
namespace {

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_letter_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

/// "2.4", "1,250", "3": digits with single points and commas between them.
std::size_t number_end(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (is_digit_byte(text[at]) || ((text[at] == '.' || text[at] == ',') &&
                                      at + 1 < text.size() && is_digit_byte(text[at + 1]))))
    ++at;
  return at;
}

std::string_view word_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_letter_byte(text[end])) ++end;
  return text.substr(at, end - at);
}

/// `number` times ten to the power of `zeros`, with commas: ("2.4", 3) gives "2,400". Empty where a
/// fraction is left.
std::string times(std::string_view number, std::size_t zeros) {
  std::string digits;
  std::size_t fraction = 0;
  bool behind_point = false;
  for (const char c : number) {
    if (c == '.') {
      if (behind_point) return {};
      behind_point = true;
    } else if (c != ',') {
      digits += c;
      fraction += behind_point ? 1 : 0;
    }
  }
  if (fraction > zeros || digits.size() > 9) return {};
  digits.append(zeros - fraction, '0');
  const auto first = std::min(digits.find_first_not_of('0'), digits.size() - 1);
  digits.erase(0, first);
  for (std::size_t i = digits.size(); i > 3; i -= 3) digits.insert(i - 3, ",");
  return digits;
}

/// Thousands of millions and millions of millions: a billion is 10¹² in Spanish and Catalan, and
/// the pairs translate the word ("€800 billion" became "800 bilions").
std::size_t zeros_of(std::string_view scale, bool money) {
  if (iequals(scale, "billion") || scale == "bn") return 3;
  if (iequals(scale, "trillion") || scale == "tn" || scale == "trn") return 6;
  return money && (scale == "m" || scale == "mn") ? 0 : 99;  // "800m" alone is a distance
}

/// A currency before a number: "$", "€", "US$", "R", "RM".
bool is_money(std::string_view text, std::size_t at) {
  const auto before = text.substr(0, at);
  for (const std::string_view sign : {"$", "€", "£", "¥", "₺", "₫"})
    if (before.ends_with(sign)) return true;
  return before.ends_with(" R") || before.ends_with(" RM") || before == "R" || before == "RM";
}

/// Rewrites a number and its scale or its hyphen; gives where the reading goes on.
std::size_t rewrite_number(std::string_view text, std::size_t at, std::string* out) {
  const auto end = number_end(text, at);
  const auto number = text.substr(at, end - at);
  const bool gap = end < text.size() && (text[end] == ' ' || text[end] == '-');
  const auto scale = word_at(text, end + (gap ? 1 : 0));
  const auto zeros = scale.empty() ? 99 : zeros_of(scale, is_money(text, at) && !gap);
  if (zeros != 99) {
    const auto millions = zeros == 0 ? std::string(number) : times(number, zeros);
    if (!millions.empty()) {
      *out += millions + " million";
      return end + (gap ? 1 : 0) + scale.size();
    }
  }
  *out += number;
  // "68-year-old" came out as "de68años": with blanks for the hyphens, the words keep theirs.
  if (gap && text[end] == '-' && scale.size() > 1) {
    *out += ' ';
    *out += scale;
    const auto next = end + 1 + scale.size();
    if (text.substr(next, 4) == "-old") {
      *out += " old";
      return next + 4;
    }
    return next;
  }
  return end;
}

/// "London-based" came out as "basadoenLondres".
bool is_glued(std::string_view second) {
  static constexpr std::array words = {"based",      "led",  "backed", "owned",
                                       "controlled", "born", "funded", "run"};
  return std::find(words.begin(), words.end(), second) != words.end();
}

/// An opening "'" before a word is read as a contraction ("'must" became "soy").
std::string curl_single_quotes(std::string_view text) {
  std::string out;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = i == 0 || text[i - 1] == ' ' || text[i - 1] == '(' || text[i - 1] == '"';
    const bool letter =
        i + 1 < text.size() && (is_letter_byte(text[i + 1]) || is_digit_byte(text[i + 1]));
    if (text[i] == '\'' && starts && letter && text.find('\'', i + 1) != std::string_view::npos) {
      out += "‘";
      open = true;
    } else if (text[i] == '\'' && open && !letter) {
      out += "’";
      open = false;
    } else {
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::string prepare(std::string_view source, const LanguageTag& from) {
  if (from.primary() != "en") return std::string(source);
  const auto text = curl_single_quotes(source);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool word_before = i > 0 && (is_letter_byte(text[i - 1]) || is_digit_byte(text[i - 1]));
    const bool currency = is_money(text, i);
    if (is_digit_byte(text[i]) && (!word_before || currency)) {
      i = rewrite_number(text, i, &out);
    } else if (is_digit_byte(text[i])) {
      const auto end = number_end(text, i);
      out.append(text, i, end - i);
      i = end;
    } else if (text[i] == '-' && word_before && is_glued(word_at(text, i + 1))) {
      out += std::string(glue) + "-" + glue;
      ++i;
    } else {
      out += text[i++];
    }
  }
  return out;
}

std::string unglue(std::string text) {
  text = replace_all(std::move(text), std::string(glue) + "-", "-");
  text = replace_all(std::move(text), std::string("-") + glue, "-");
  return replace_all(std::move(text), glue, " ");
}

}  // namespace kaynak::translate_detail
