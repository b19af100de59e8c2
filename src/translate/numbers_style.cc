#include "translate/numbers_style.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <vector>

namespace kaynak::translate_detail {
namespace {

struct Style {
  std::string_view decimal, group;
  friend bool operator==(const Style&, const Style&) = default;
};

/// By CLDR 44's number symbols. Nothing where digits of another script are in use.
std::optional<Style> style_of(const LanguageTag& language) {
  static constexpr std::array point = {"en", "zh", "ja", "ko", "th", "he",
                                       "hi", "ms", "ga", "cy", "mt", "sw"};
  static constexpr std::array blank = {"fr", "ru", "uk", "pl", "cs", "sk", "bg",
                                       "fi", "sv", "nb", "nn", "kk", "be"};
  static constexpr std::array other = {"ar", "fa", "ur", "bn", "mr"};
  const auto in = [&](const auto& list) {
    return std::find(list.begin(), list.end(), language.primary()) != list.end();
  };
  if (in(other)) return std::nullopt;
  if (in(point)) return Style{".", ","};
  if (in(blank)) return Style{",", "\u00a0"};
  return Style{",", "."};
}

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }

/// Runs of digits with single points and commas between them.
std::vector<std::string> number_tokens(std::string_view text) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit_byte(text[i])) {
      ++i;
      continue;
    }
    const auto begin = i;
    while (i < text.size() &&
           (is_digit_byte(text[i]) || ((text[i] == '.' || text[i] == ',') && i + 1 < text.size() &&
                                       is_digit_byte(text[i + 1]))))
      ++i;
    out.emplace_back(text.substr(begin, i - begin));
  }
  return out;
}

/// `token` in the other style; nothing where it is no number of the first style with a separator in
/// it ("25.12.2026").
std::optional<std::string> restyle(std::string_view token, const Style& from, const Style& to) {
  if (from.group.size() != 1) return std::nullopt;  // grouped by blanks: means the same everywhere
  const auto decimal = token.find(from.decimal);
  const auto whole = token.substr(0, decimal);
  std::string out;
  std::size_t since = 0, groups = 0;
  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (whole[i] == from.group[0]) {
      if (since > 3 || since == 0 || (groups > 0 && since != 3)) return std::nullopt;
      out += to.group;
      since = 0;
      ++groups;
    } else {
      out += whole[i];
      ++since;
    }
  }
  if (groups > 0 && since != 3) return std::nullopt;
  if (decimal == std::string_view::npos) return groups > 0 ? std::optional(out) : std::nullopt;
  const auto fraction = token.substr(decimal + 1);
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit_byte)) return std::nullopt;
  return out + std::string(to.decimal) + std::string(fraction);
}

std::string replace_token(std::string text, const std::string& token, const std::string& by) {
  const auto touches = [&](std::size_t i) { return i < text.size() && is_digit_byte(text[i]); };
  const auto joined = [&](std::size_t i) {
    return i < text.size() && (text[i] == '.' || text[i] == ',');
  };
  for (auto at = text.find(token); at != std::string::npos; at = text.find(token, at + 1)) {
    const auto end = at + token.size();
    if (at > 0 && (touches(at - 1) || (at > 1 && joined(at - 1) && touches(at - 2)))) continue;
    if (touches(end) || (joined(end) && touches(end + 1))) continue;
    text.replace(at, token.size(), by);
    at += by.size() - 1;
  }
  return text;
}

}  // namespace

std::string localise_numbers(std::string_view source, const LanguageTag& from,
                             std::string translation, const LanguageTag& to) {
  const auto a = style_of(from), b = style_of(to);
  if (!a || !b || a->decimal == b->decimal) return translation;
  std::set<std::string> done;
  for (const auto& token : number_tokens(source)) {
    if (!done.insert(token).second) continue;
    if (const auto by = restyle(token, *a, *b))
      translation = replace_token(std::move(translation), token, *by);
  }
  return translation;
}

}  // namespace kaynak::translate_detail
