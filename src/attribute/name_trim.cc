#include <algorithm>

#include "attribute/lexicon.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

/// Whether word `i` is an ending of the word before it, set apart by a mark alone.
bool is_ending(const Scan& scan, std::uint32_t i, const Language& language) {
  const Token& t = scan.tokens[i];
  const bool mark = t.before == gap_colon || t.before == gap_hyphen || t.before == gap_apostrophe;
  if (!mark || t.capital || t.digits || t.dense) return false;
  const auto& endings = language.name_endings;
  return std::find(endings.begin(), endings.end(), scan.fold_at(i)) != endings.end();
}

void drop_endings(Scan* scan, const Language& language) {
  std::uint32_t kept = 0;
  for (std::uint32_t i = 0; i < scan->size(); ++i) {
    if (i > 0 && is_ending(*scan, i, language))
      scan->tokens[kept - 1].after = scan->tokens[i].after;
    else
      scan->tokens[kept++] = scan->tokens[i];
  }
  scan->tokens.resize(kept);
}

/// Whether a word begins with `prefix`, which may have a capital at the beginning of a sentence,
/// and goes on with a capital.
bool has_prefix(std::string_view word, std::string_view prefix) {
  if (word.size() <= prefix.size()) return false;
  const std::string_view begin = word.substr(0, prefix.size());
  if (begin != prefix && ascii_lower(begin) != prefix) return false;
  std::size_t next = prefix.size();
  return is_upper(next_code_point(word, &next));
}

/// "uZungu", "UZungu" → "Zungu".
void drop_prefix(Scan* scan, std::uint32_t i, const Language& language) {
  Token& t = scan->tokens[i];
  const std::string_view word = scan->at(i);
  for (const std::string& prefix : language.name_prefixes) {
    if (!has_prefix(word, prefix)) continue;
    t.begin += static_cast<std::uint32_t>(prefix.size());
    t.fold_begin += static_cast<std::uint32_t>(prefix.size());
    t.capital = true;
    const std::string_view rest = scan->at(i);
    t.upper = count_code_points(rest) > 1 && upper(rest) == rest;
    return;
  }
}

}  // namespace

void trim_names(Scan* scan, const Language& language) {
  if (!language.name_endings.empty()) drop_endings(scan, language);
  if (language.name_prefixes.empty()) return;
  for (std::uint32_t i = 0; i < scan->size(); ++i)
    if (!scan->tokens[i].upper && !scan->tokens[i].dense) drop_prefix(scan, i, language);
}

}  // namespace kaynak::attribute_detail
