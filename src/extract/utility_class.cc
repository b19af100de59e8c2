#include "extract/utility_class.h"

#include <algorithm>
#include <array>

namespace kaynak::extract_detail {
namespace {

struct Utility {
  std::string_view word;    ///< before the first hyphen
  std::string_view behind;  ///< what follows the hyphen, parted by '|'; empty where anything does
};

// Sorted by word.
constexpr Utility utilities[] = {
    {"align", "baseline|bottom|center|content|end|items|left|middle|right|self|start|text|top"},
    {"bg", ""},
    {"border", ""},
    {"bottom", "0|1|2|3|4|5|6|7|8|9|auto|full|px"},
    {"content", "around|baseline|between|center|end|evenly|none|normal|start|stretch"},
    {"cursor", ""},
    {"flex", ""},
    {"float", "left|none|right"},
    {"font", ""},
    {"gap", ""},
    {"grid", "cols|flow|rows"},
    {"inset", ""},
    {"items", "baseline|center|end|start|stretch"},
    {"justify", ""},
    {"leading", ""},
    {"left", "0|1|2|3|4|5|6|7|8|9|auto|full|px"},
    {"list", "decimal|disc|inline|inside|none|outside|unstyled"},
    {"margin", ""},
    {"max", "h|w"},
    {"min", "h|w"},
    {"object", "bottom|center|contain|cover|fill|none|scale|top"},
    {"overflow", ""},
    {"padding", ""},
    {"right", "0|1|2|3|4|5|6|7|8|9|auto|full|px"},
    {"rounded", ""},
    {"shadow", ""},
    {"space", "x|y"},
    {"text",
     "1|2|3|4|5|6|7|8|9|balance|base|black|blue|bold|break|capitalize|center|dark|decoration|end|"
     "gray|green|grey|justify|large|left|lg|light|lowercase|md|muted|neutral|nowrap|opacity|pretty|"
     "red|right|slate|sm|small|start|truncate|underline|uppercase|white|wrap|xl|xs|zinc"},
    {"top", "0|1|2|3|4|5|6|7|8|9|auto|full|px"},
    {"tracking", ""},
    {"transition", ""},
    {"whitespace", ""},
    {"z", ""},
};

/// Where the words of each letter begin, and where the last ends.
constexpr auto first_of = [] {
  std::array<std::size_t, 27> first{};
  for (std::size_t letter = 0; letter < first.size(); ++letter)
    while (first[letter] < std::size(utilities) &&
           static_cast<std::size_t>(utilities[first[letter]].word[0] - 'a') < letter)
      ++first[letter];
  return first;
}();

// What the templates of content systems say of each field (Drupal) and block (WordPress).
constexpr std::string_view of_templates[] = {
    "field--item",         "field--items",        "field--label-above",
    "field--label-hidden", "field--label-inline", "field--label-visually_hidden",
    "field-item",          "field-items",         "field__item",
    "field__items",
};
constexpr std::string_view template_begins[] = {"has-text-align-", "is-content-justification-",
                                                "is-layout-", "is-vertically-aligned-"};
constexpr std::string_view template_ends[] = {"-background", "-background-color", "-color",
                                              "-font-family", "-font-size"};

bool is_of_template(std::string_view name) {
  const auto is = [&](std::string_view whole) { return name == whole; };
  const auto begins = [&](std::string_view begin) { return name.starts_with(begin); };
  const auto ends = [&](std::string_view end) { return name.ends_with(end); };
  if (name.starts_with("field"))
    return std::any_of(std::begin(of_templates), std::end(of_templates), is);
  if (!name.starts_with("has-") && !name.starts_with("is-")) return false;
  return std::any_of(std::begin(template_begins), std::end(template_begins), begins) ||
         (name.starts_with("has-") &&
          std::any_of(std::begin(template_ends), std::end(template_ends), ends));
}

/// Whether `text` begins with one of the words of a list, and that word ends there.
bool begins_with_one_of(std::string_view list, std::string_view text) {
  while (!list.empty()) {
    const std::string_view word = list.substr(0, list.find('|'));
    list.remove_prefix(std::min(word.size() + 1, list.size()));
    if (!text.starts_with(word)) continue;
    const bool digit = word[0] >= '0' && word[0] <= '9';
    if (digit || text.size() == word.size() || text[word.size()] == '-') return true;
  }
  return false;
}

}  // namespace

bool is_utility_class(std::string_view name) {
  if (is_of_template(name)) return true;
  std::size_t begin = 0, hyphen = name.npos;  // of the word, behind "md:" and "hover:"
  for (std::size_t i = 0; i < name.size(); ++i) {
    if (name[i] == ':')
      begin = i + 1, hyphen = name.npos;
    else if (name[i] == '-' && hyphen == name.npos && i > begin)
      hyphen = i;
  }
  if (hyphen == name.npos) return false;
  name.remove_prefix(begin);
  hyphen -= begin;
  for (const std::string_view sign : {"-", "no-"}) {
    if (!name.starts_with(sign)) continue;
    name.remove_prefix(sign.size());
    hyphen = name.find('-');
  }
  if (hyphen == name.npos || hyphen == 0 || hyphen + 1 == name.size()) return false;
  if (name[0] < 'a' || name[0] > 'z') return false;
  const auto letter = static_cast<std::size_t>(name[0] - 'a');
  const std::string_view word = name.substr(0, hyphen), behind = name.substr(hyphen + 1);
  for (std::size_t k = first_of[letter]; k < first_of[letter + 1]; ++k)
    if (utilities[k].word == word)
      return utilities[k].behind.empty() || begins_with_one_of(utilities[k].behind, behind);
  return false;
}

}  // namespace kaynak::extract_detail
