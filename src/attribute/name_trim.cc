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
/// and goes on with a name: a capital, not two.
bool has_prefix(std::string_view word, std::string_view prefix) {
  if (word.size() <= prefix.size()) return false;
  const std::string_view begin = word.substr(0, prefix.size());
  if (begin != prefix && ascii_lower(begin) != prefix) return false;
  std::size_t next = prefix.size();
  if (!is_upper(next_code_point(word, &next))) return false;
  return begin == prefix || next >= word.size() || !is_upper(next_code_point(word, &next));
}

// ---- Thai: blanks part phrases, so a form of address, a name and a verb are one word

bool ends_with_reversed(std::string_view word, std::string_view reversed) {
  return reversed.size() < word.size() &&
         std::equal(reversed.begin(), reversed.end(), word.rbegin());
}

/// Bytes of the longest verb of speech that a word ends with and is more than.
std::uint32_t cue_at_end(std::string_view word, const Language& language) {
  std::size_t longest = 0;
  for (const auto& [suffix, kinds] : language.suffixes)
    if ((kinds & k_cue) && suffix.size() > longest && ends_with_reversed(word, suffix))
      longest = suffix.size();
  return static_cast<std::uint32_t>(longest);
}

/// "เขากล่าวว่า" → "เขา", "กล่าวว่า".
void split_cues(Scan* scan, const Language& language) {
  std::vector<Token> parts;
  parts.reserve(scan->size());
  for (std::uint32_t i = 0; i < scan->size(); ++i) {
    Token t = scan->tokens[i];
    const std::uint32_t cue = is_thai(*scan, i) ? cue_at_end(scan->fold_at(i), language) : 0;
    if (cue > 0) {
      Token stem = t;
      stem.end -= cue;
      stem.fold_end -= cue;
      stem.after = t.before = 0;
      t.begin = stem.end;
      t.fold_begin = stem.fold_end;
      parts.push_back(stem);
    }
    parts.push_back(t);
  }
  scan->tokens = std::move(parts);
}

/// Whether a word is a phrase or begins like one.
bool is_listed(std::string_view word, const Language& language) {
  const std::uint32_t id = language.words.find(word, WordTable::hash(word));
  return (id && language.phrases.is_phrase(id)) ||
         std::any_of(language.stems.begin(), language.stems.end(),
                     [&](const auto& stem) { return word.starts_with(stem.first); });
}

/// "นายธนา วงศ์ไทย": the form of address is cut off, and both words are marked as names are in
/// other scripts, by a capital.
void mark_names(Scan* scan, const Language& language) {
  for (std::uint32_t i = 0; i < scan->size(); ++i) {
    Token& t = scan->tokens[i];
    const std::string_view word = scan->fold_at(i);
    if (!is_thai(*scan, i) || is_listed(word, language)) continue;
    for (const std::string& prefix : language.name_prefixes) {
      if (!word.starts_with(prefix) || word.size() < prefix.size() + 6) continue;
      t.begin += static_cast<std::uint32_t>(prefix.size());
      t.fold_begin += static_cast<std::uint32_t>(prefix.size());
      t.capital = true;
      const std::uint32_t next = i + 1;
      if (next < scan->size() && scan->tokens[next].before == gap_space && is_thai(*scan, next) &&
          !is_listed(scan->fold_at(next), language))
        scan->tokens[next].capital = true;
      break;
    }
  }
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

bool is_thai(const Scan& scan, std::uint32_t i) {
  const std::string_view word = i < scan.size() ? scan.at(i) : std::string_view();
  return word.size() >= 3 && word[0] == '\xE0' && (word[1] == '\xB8' || word[1] == '\xB9');
}

void trim_names(Scan* scan, const Language& language) {
  if (!language.name_endings.empty()) drop_endings(scan, language);
  if (language.name_prefixes.empty()) return;
  if (language.no_case) {
    split_cues(scan, language);
    mark_names(scan, language);
    return;
  }
  for (std::uint32_t i = 0; i < scan->size(); ++i)
    if (!scan->tokens[i].upper && !scan->tokens[i].dense) drop_prefix(scan, i, language);
}

}  // namespace kaynak::attribute_detail
