#include "attribute/lexicon.h"

#include <algorithm>

#include "attribute/credit_line.h"
#include "base/fnv.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace attribute_detail {
namespace {

constexpr std::size_t max_phrase_words = 24;  // more is no phrase: dense scripts count characters

std::uint64_t edge(std::uint32_t node, std::uint32_t word) {
  return (static_cast<std::uint64_t>(node) << 32) | word;
}

std::string reversed(std::string_view s) { return {s.rbegin(), s.rend()}; }

/// Kinds of the longest entry that `word` begins with, in a sorted list.
std::uint32_t prefix_kinds(const std::vector<std::pair<std::string, std::uint32_t>>& list,
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

void PhraseTrie::add(const std::vector<std::uint32_t>& words, std::uint32_t value) {
  if (words.empty() || words.size() > max_phrase_words) return;
  if (first_.size() <= words[0]) first_.resize(words[0] + 1);
  if (first_[words[0]] == 0) {
    first_[words[0]] = static_cast<std::uint32_t>(values_.size());
    values_.emplace_back();
  }
  std::uint32_t node = first_[words[0]];
  for (std::size_t i = 1; i < words.size(); ++i) {
    const auto [it, fresh] =
        next_.try_emplace(edge(node, words[i]), static_cast<std::uint32_t>(values_.size()));
    if (fresh) values_.emplace_back();
    node = it->second;
  }
  Value& v = values_[node];
  if (!v.set)
    v = {true, value};
  else if (merge)
    v.value |= value;
}

PhraseTrie::Found PhraseTrie::longest(const Scan& scan, std::uint32_t i) const {
  Found found;
  const std::uint32_t word = scan.tokens[i].word;
  std::uint32_t node = word < first_.size() ? first_[word] : 0;
  for (std::uint32_t j = i; node != 0;) {
    if (values_[node].set) found = {values_[node].value, j - i + 1, found.value};
    if (++j == scan.size() || scan.tokens[j].word == 0 ||
        scan.tokens[j].before & (gap_stop | gap_comma | gap_colon | gap_semicolon))
      break;
    const auto it = next_.find(edge(node, scan.tokens[j].word));
    node = it == next_.end() ? 0 : it->second;
  }
  return found;
}

}  // namespace attribute_detail

using attribute_detail::Language;
using attribute_detail::Medium;
using attribute_detail::Mention;

namespace {

/// 16 bits.
std::size_t short_hash(std::string_view word) {
  const std::uint32_t h = Fnv1a(word).value();
  return (h ^ (h >> 16)) & 0xFFFF;
}

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

}  // namespace

std::uint32_t AttributionData::Impl::word_id(std::string_view folded) {
  const auto next = static_cast<std::uint32_t>(words.size() + 1);
  word_hashes.set(short_hash(folded));
  return words.try_emplace(std::string(folded), next).first->second;
}

std::vector<std::uint32_t> AttributionData::Impl::word_ids(std::string_view text) {
  const Scan scan = attribute_detail::tokenise(text, characters);
  std::vector<std::uint32_t> ids;
  for (std::uint32_t i = 0; i < scan.size(); ++i) ids.push_back(word_id(scan.fold_at(i)));
  return ids;
}

void AttributionData::Impl::add_medium(Medium medium, const std::vector<std::string>& names) {
  const auto index = static_cast<std::uint32_t>(media.size());
  std::vector<std::string> all = names;
  all.push_back(medium.name);
  if (std::string host = attribute_detail::host_of(medium.url); !host.empty())
    hosts.try_emplace(std::move(host), index);
  media.push_back(std::move(medium));
  for (const std::string& name : all) {
    const Scan scan = attribute_detail::tokenise(name, characters);
    if (needs_exact_case(scan) || is_small_name(scan)) exact.emplace(name, index);
    aliases.add(word_ids(name), index);
    // Arabic writes "to", "and" and "by" as one word with the name.
    if (!name.empty() && static_cast<unsigned char>(name[0]) >= 0xD8 &&
        static_cast<unsigned char>(name[0]) <= 0xDB)
      for (const char* prefix : {"ل", "و", "ب"}) aliases.add(word_ids(prefix + name), index);
  }
}

void AttributionData::Impl::add_phrase(Language* language, std::string_view phrase,
                                       std::uint32_t kind) {
  language->phrases.merge = true;
  if (phrase.size() > 2 && phrase.back() == '*') {
    language->stems.emplace_back(
        attribute_detail::tokenise(phrase.substr(0, phrase.size() - 1), characters).folded, kind);
  } else if (phrase.size() > 2 && phrase.front() == '*') {
    language->suffixes.emplace_back(
        attribute_detail::reversed(attribute_detail::tokenise(phrase.substr(1), characters).folded),
        kind);
  } else {
    language->phrases.add(word_ids(phrase), kind);
  }
}

const Language& AttributionData::Impl::language(std::string_view tag) const {
  static const Language none;
  const auto it = languages.find(tag.substr(0, tag.find('-')));
  if (it != languages.end()) return it->second;
  const auto english = languages.find("en");
  return english != languages.end() ? english->second : none;
}

AttributionData::Impl::Scan AttributionData::Impl::scan(std::string_view text,
                                                        const Language& language,
                                                        bool credit) const {
  Scan scan = attribute_detail::tokenise(text, characters);
  std::string key;
  for (std::uint32_t i = 0; i < scan.size(); ++i) {
    const std::string_view word = scan.fold_at(i);
    if (!word_hashes.test(short_hash(word))) continue;
    key.assign(word);
    if (const auto it = words.find(key); it != words.end()) scan.tokens[i].word = it->second;
  }
  scan.phrases.resize(scan.size());
  for (std::uint32_t i = 0; i < scan.size(); ++i) {
    const auto found = language.phrases.longest(scan, i);
    auto& phrase = scan.phrases[i];
    phrase = {found.value, static_cast<std::uint16_t>(std::max(1u, found.length))};
    if (found.value & attribute_detail::k_told)
      phrase.kinds |= found.within & attribute_detail::k_cue;
    if (found.length > 1) continue;
    phrase.kinds |= attribute_detail::prefix_kinds(language.stems, scan.fold_at(i));
    if (!language.suffixes.empty())
      phrase.kinds |= attribute_detail::prefix_kinds(language.suffixes,
                                                     attribute_detail::reversed(scan.fold_at(i)));
  }
  find_media(&scan, credit);
  return scan;
}

void AttributionData::Impl::find_media(Scan* scan, bool credit) const {
  for (std::uint32_t i = 0; i < scan->size();) {
    const auto found = aliases.longest(*scan, i);
    if (!found.length) {
      ++i;
      continue;
    }
    std::uint32_t medium = found.value;
    bool good = credit || found.length == 1 || has_capital(*scan, i, i + found.length);
    if (found.length == 1 && !scan->tokens[i].dense) {
      const std::string written(scan->at(i));
      const bool is_short = count_code_points(written) <= 5;
      if (const auto it = exact.find(written); it != exact.end())
        medium = it->second;
      else if (is_short && credit)  // "Map" and "App" are words, "MAP" and "app" may be agencies
        good = scan->tokens[i].upper || !scan->tokens[i].capital;
      else if (is_short)
        good = scan->tokens[i].upper && exact.count(ascii_lower(written)) == 1;
      else if (!is_short && !credit)
        good = scan->tokens[i].capital || written.size() > count_code_points(written);
    }
    if (good) scan->mentions.push_back(Mention{i, i + found.length, medium});
    i += good ? found.length : 1;
  }
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
