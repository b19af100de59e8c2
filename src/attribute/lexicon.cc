#include "attribute/lexicon.h"

#include <algorithm>

#include "attribute/credit_line.h"
#include "base/fnv.h"
#include "base/log.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace attribute_detail {
namespace {

constexpr std::size_t max_phrase_words = 24;  // more is no phrase: dense scripts count characters

std::uint32_t edge_hash(std::uint32_t node, std::uint32_t word) {
  const std::uint64_t mixed =
      ((static_cast<std::uint64_t>(node) << 32) | word) * 0x9E3779B97F4A7C15u;
  return static_cast<std::uint32_t>(mixed >> 32);
}

/// 16 bits.
std::size_t short_hash(std::uint32_t hash) { return (hash ^ (hash >> 16)) & 0xFFFF; }

std::string reversed(std::string_view s) { return {s.rbegin(), s.rend()}; }

/// Kinds of the longest entry that `word` begins with, in a sorted list.
std::uint64_t prefix_kinds(const std::vector<std::pair<std::string, std::uint64_t>>& list,
                           std::string_view word) {
  auto it = std::upper_bound(list.begin(), list.end(), word,
                             [](std::string_view w, const auto& e) { return w < e.first; });
  for (int tries = 0; it != list.begin() && tries < 4; ++tries) {
    --it;
    if (word.substr(0, it->first.size()) == it->first) return it->second;
  }
  return 0;
}

}  // namespace

void PhraseTrie::add(const std::vector<std::uint32_t>& words, std::uint64_t value) {
  if (words.empty() || words.size() > max_phrase_words) return;
  if (first_.size() <= words[0]) first_.resize(words[0] + 1);
  if (first_[words[0]] == 0) {
    first_[words[0]] = static_cast<std::uint32_t>(values_.size());
    values_.emplace_back();
  }
  std::uint32_t node = first_[words[0]];
  for (std::size_t i = 1; i < words.size(); ++i) {
    std::uint32_t then = next(node, words[i]);
    if (then == 0) {
      then = static_cast<std::uint32_t>(values_.size());
      next_.add(edge_hash(node, words[i]), then);
      values_.push_back({false, node, words[i], 0});
    }
    node = then;
  }
  Value& v = values_[node];
  if (!v.set)
    v.set = true, v.value = value;
  else if (merge)
    v.value |= value;
}

std::uint32_t PhraseTrie::next(std::uint32_t node, std::uint32_t word) const {
  return next_.find(edge_hash(node, word), [&](std::uint32_t then) {
    return values_[then].before == node && values_[then].word == word;
  });
}

PhraseTrie::Found PhraseTrie::longest(const Scan& scan, std::uint32_t i) const {
  Found found;
  const std::uint32_t word = scan.tokens[i].*word_;
  std::uint32_t node = word < first_.size() ? first_[word] : 0;
  for (std::uint32_t j = i; node != 0;) {
    if (values_[node].set) found = {values_[node].value, j - i + 1, found.value};
    if (++j == scan.size() || scan.tokens[j].*word_ == 0 ||
        scan.tokens[j].before & (gap_stop | gap_comma | gap_colon | gap_semicolon))
      break;
    node = next(node, scan.tokens[j].*word_);
  }
  return found;
}

bool PhraseTrie::is_phrase(std::uint32_t word) const {
  return word < first_.size() && first_[word] != 0 && values_[first_[word]].set;
}

std::uint32_t WordTable::hash(std::string_view folded) { return Fnv1a(folded).value(); }

std::uint32_t WordTable::add(std::string_view folded) {
  const std::uint32_t h = hash(folded);
  if (const std::uint32_t known = find(folded, h)) return known;
  hashes_.set(short_hash(h));
  words_.emplace_back(folded);
  ids_.add(h, static_cast<std::uint32_t>(words_.size()));
  return static_cast<std::uint32_t>(words_.size());
}

std::uint32_t WordTable::find(std::string_view folded, std::uint32_t hash) const {
  if (!hashes_.test(short_hash(hash))) return 0;
  return ids_.find(hash, [&](std::uint32_t id) { return words_[id - 1] == folded; });
}

void Language::add_phrase(std::string_view phrase, std::uint64_t kind,
                          const Characters& characters) {
  phrases.merge = true;
  if (phrase.size() > 2 && phrase.back() == '*') {
    phrase.remove_suffix(1);
    stems.emplace_back(tokenise(phrase, characters).folded, kind);
  } else if (phrase.size() > 2 && phrase.front() == '*') {
    suffixes.emplace_back(reversed(tokenise(phrase.substr(1), characters).folded), kind);
  } else {
    const Scan scan = tokenise(phrase, characters);
    std::vector<std::uint32_t> ids;
    for (std::uint32_t i = 0; i < scan.size(); ++i) ids.push_back(words.add(scan.fold_at(i)));
    phrases.add(ids, kind);
  }
}

}  // namespace attribute_detail

using attribute_detail::Language;
using attribute_detail::Medium;
using attribute_detail::Mention;

namespace {

/// Bits of the values of `aliases` and `exact`: initials, and a name that the file flags.
constexpr std::uint32_t initials_bit = 1u << 31, flagged_bit = 1u << 30;
constexpr std::uint32_t ambiguous_bits = initials_bit | flagged_bit;

/// Short names are common words or initials in some language: they count only as written.
bool needs_exact_case(const AttributionData::Impl::Scan& scan) {
  return scan.size() == 1 && !scan.tokens[0].dense && count_code_points(scan.text) <= 5;
}

/// "franceinfo": a name that begins with no capital.
bool is_small_name(const AttributionData::Impl::Scan& scan) {
  return scan.size() == 1 && !scan.tokens[0].dense && !scan.tokens[0].capital;
}

/// A name of several words is written with a capital somewhere: "El País" is one, "el país" none.
bool has_capital(const AttributionData::Impl::Scan& scan, std::uint32_t first, std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) {
    const auto& t = scan.tokens[i];
    const bool cased = lower(scan.at(i)) != upper(scan.at(i));
    if (t.capital || t.dense || t.digits || !cased) return true;
  }
  return false;
}

/// Initials of two or three letters have as many meanings as there are places.
bool is_initials(const AttributionData::Impl::Scan& scan) {
  return scan.size() == 1 && !scan.tokens[0].dense && count_code_points(scan.text) <= 3;
}

/// Small words that some scripts write as one with the name after them: "to", "and", "by".
std::vector<std::string_view> prefixes_of(std::string_view name) {
  const auto first = name.empty() ? 0 : static_cast<unsigned char>(name[0]);
  if (first >= 0xD8 && first <= 0xDB) return {"ل", "و", "ب"};
  if (first == 0xD7) return {"ל", "ו", "ב", "מ", "ה", "ש"};
  return {};
}

}  // namespace

std::vector<std::uint32_t> AttributionData::Impl::word_ids(std::string_view text) {
  const Scan scan = attribute_detail::tokenise(text, characters);
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < scan.size(); ++i) ids.push_back(words.add(scan.fold_at(i)));
  return ids;
}

std::string AttributionData::Impl::name_key(std::string_view name) const {
  const Scan scan = attribute_detail::tokenise(name, characters);
  if (needs_exact_case(scan)) return std::string(name);
  std::string key;
  for (std::uint32_t i = 0; i < scan.size(); ++i) (key += scan.fold_at(i)) += ' ';
  return key;
}

void AttributionData::Impl::add_name(const std::string& name, std::uint32_t value) {
  const Scan scan = attribute_detail::tokenise(name, characters);
  if (is_initials(scan)) value |= initials_bit;
  if (needs_exact_case(scan) || is_small_name(scan)) exact.emplace(name, value);
  aliases.add(word_ids(name), value);
  for (const std::string_view prefix : prefixes_of(name))
    aliases.add(word_ids(std::string(prefix) + name), value);
}

void AttributionData::Impl::add_medium(Medium medium, const std::vector<std::string>& names,
                                       const std::vector<std::string>& ambiguous) {
  const auto index = static_cast<std::uint32_t>(media.size());
  std::vector<std::string> all = names;
  all.push_back(medium.name);
  if (std::string host = attribute_detail::host_of(medium.url); !host.empty())
    hosts.try_emplace(std::move(host), index);
  if (!medium.sign_offs.empty()) signing.push_back(index);
  media.push_back(std::move(medium));
  for (const std::string& name : all) {
    const bool flagged = std::find(ambiguous.begin(), ambiguous.end(), name) != ambiguous.end();
    if (flagged) shared[name_key(name)].push_back(index);
    add_name(name, flagged ? index | flagged_bit : index);
  }
}

const Language& AttributionData::Impl::language(std::string_view tag) const {
  static const Language none;
  auto it = languages.find(attribute_detail::language_file(tag));
  if (it == languages.end()) it = languages.find("en");
  if (it == languages.end()) return none;
  attribute_detail::LanguageSlot& slot = it->second;
  std::call_once(slot.once, [&] {
    Language read;
    const auto done = attribute_detail::load_language(slot.file, it->first, characters, &read);
    if (done)
      slot.language = std::move(read);
    else
      log_error("attribute", done.error().detail);
  });
  return slot.language;
}

AttributionData::Impl::Scan AttributionData::Impl::scan(std::string_view text,
                                                        const Language& language,
                                                        bool credit) const {
  Scan scan = attribute_detail::tokenise(text, characters);
  attribute_detail::trim_names(&scan, language);
  find_words(&scan, language);
  scan.phrases.resize(scan.size());
  for (std::uint32_t i = 0; i < scan.size(); ++i) {
    const auto found = language.phrases.longest(scan, i);
    auto& phrase = scan.phrases[i];
    phrase = {found.value, static_cast<std::uint16_t>(std::max(1u, found.length))};
    if (found.value & attribute_detail::k_told)
      phrase.kinds |= found.within & attribute_detail::k_cue;
    // "ने" in "ने कहा" stays what may stand between a name and a verb.
    phrase.kinds |= found.within & attribute_detail::k_filler;
    if (found.length > 1) continue;
    phrase.kinds |= attribute_detail::prefix_kinds(language.stems, scan.fold_at(i));
    if (!language.suffixes.empty())
      phrase.kinds |= attribute_detail::prefix_kinds(language.suffixes,
                                                     attribute_detail::reversed(scan.fold_at(i)));
  }
  find_media(&scan, language, credit);
  return scan;
}

void AttributionData::Impl::find_words(Scan* scan, const Language& language) const {
  for (std::uint32_t i = 0; i < scan->size(); ++i) {
    const std::string_view word = scan->fold_at(i);
    auto& token = scan->tokens[i];
    const std::uint32_t hash = attribute_detail::WordTable::hash(word);
    token.word = language.words.find(word, hash);
    token.name_word = words.find(word, hash);
    if (!token.name_word && token.capital && !language.name_endings.empty())
      trim_ending(scan, i, language);
  }
}

/// "Reutersin" → "Reuters", where that is the whole name of a medium.
void AttributionData::Impl::trim_ending(Scan* scan, std::uint32_t i,
                                        const Language& language) const {
  constexpr std::size_t shortest = 4;  // but for "Ylen": a short name that stands as it must
  auto& token = scan->tokens[i];
  for (const std::string& ending : language.name_endings) {
    const std::string_view folded = scan->fold_at(i), written = scan->at(i);
    if (!folded.ends_with(ending) || !written.ends_with(ending)) continue;
    const std::string_view stem = folded.substr(0, folded.size() - ending.size());
    const bool known =
        count_code_points(stem) >= shortest ||
        exact.contains(std::string(written.substr(0, written.size() - ending.size())));
    const std::uint32_t word =
        known ? words.find(stem, attribute_detail::WordTable::hash(stem)) : 0;
    if (!word || !aliases.is_phrase(word)) continue;
    token.name_word = word;
    token.end -= static_cast<std::uint32_t>(ending.size());
    token.fold_end -= static_cast<std::uint32_t>(ending.size());
    return;
  }
}

namespace {

/// "Ina" in "Ina Muster": the first name of a person, whatever agency has such initials.
bool is_given_name(const AttributionData::Impl::Scan& scan, std::uint32_t i) {
  const auto& t = scan.tokens[i];
  if (!t.capital || t.upper) return false;
  const bool before =
      i > 0 && t.before == attribute_detail::gap_space && scan.tokens[i - 1].capital;
  const bool after =
      i + 1 < scan.size() && t.after == attribute_detail::gap_space && scan.tokens[i + 1].capital;
  return before || after;
}

/// Nothing but marks beside it.
bool is_alone(const AttributionData::Impl::Scan& scan, std::uint32_t i) {
  const auto& t = scan.tokens[i];
  return (i == 0 || (t.before & ~attribute_detail::gap_space)) &&
         (i + 1 == scan.size() || (t.after & ~attribute_detail::gap_space));
}

}  // namespace

/// Whether the one word at `i` is written as the medium's name; its value as that spelling has it.
bool AttributionData::Impl::spelled_right(const Scan& scan, std::uint32_t i, bool credit,
                                          std::uint32_t* value) const {
  const std::string written(scan.at(i));
  if (const auto it = exact.find(written); it != exact.end()) return *value = it->second, true;
  const bool is_short = count_code_points(written) <= 5;
  if (is_short && (*value & flagged_bit)) return false;
  // "Map of" and "App Store" begin with words; "Afp" on its own, "MAP" and "app" may be agencies.
  if (credit)
    return !is_short || (!is_given_name(scan, i) &&
                         (scan.tokens[i].upper || !scan.tokens[i].capital || is_alone(scan, i)));
  if (is_short) return scan.tokens[i].upper && exact.count(ascii_lower(written)) == 1;
  return scan.tokens[i].capital || written.size() > count_code_points(written);
}

void AttributionData::Impl::find_media(Scan* scan, const Language& language, bool credit) const {
  for (std::uint32_t i = 0; i < scan->size();) {
    const auto found = aliases.longest(*scan, i);
    if (!found.length) {
      ++i;
      continue;
    }
    auto value = static_cast<std::uint32_t>(found.value);
    bool good = found.length > 1 ? credit || has_capital(*scan, i, i + found.length)
                                 : scan->tokens[i].dense || spelled_right(*scan, i, credit, &value);
    Mention m{i, i + found.length, value & ~ambiguous_bits, (value & ambiguous_bits) != 0};
    if (good && (value & flagged_bit))
      good = find_meant(name_key(scan->words(m.first, m.last)), language, &m.medium);
    if (good) scan->mentions.push_back(m);
    i += good ? found.length : 1;
  }
}

/// Of those who bear a name that is flagged as ambiguous, the first that publishes in the page's
/// language, else the first of several. Whether there is one.
bool AttributionData::Impl::find_meant(const std::string& key, const Language& language,
                                       std::uint32_t* medium) const {
  const auto it = shared.find(key);
  if (it == shared.end()) return true;
  for (const std::uint32_t other : it->second) {
    const auto& spoken = media[other].languages;
    if (language.tag.empty() ||
        std::find(spoken.begin(), spoken.end(), language.tag) != spoken.end())
      return *medium = other, true;
  }
  return *medium = it->second.front(), it->second.size() > 1;
}

const Medium* AttributionData::Impl::medium_at(const std::string& host) const {
  const auto it = hosts.find(host);
  return it == hosts.end() ? nullptr : &media[it->second];
}

const Medium* AttributionData::Impl::medium_named(std::string_view text) const {
  static const Language none;
  const Scan scan = this->scan(text, none, true);
  if (scan.mentions.size() != 1) return nullptr;
  const Mention& m = scan.mentions[0];
  return m.first == 0 && m.last == scan.size() ? &media[m.medium] : nullptr;
}

}  // namespace kaynak
