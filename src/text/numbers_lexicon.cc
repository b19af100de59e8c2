#include "text/numbers_lexicon.h"

#include <charconv>
#include <map>
#include <memory>
#include <mutex>

#include "base/strings.h"
#include "text/decimal.h"

namespace kaynak::text_detail {

void Decimal::shift(int power) {
  const int eaten = std::min(power, fraction);
  fraction -= eaten;
  digits.append(static_cast<std::size_t>(power - eaten), '0');
}

std::int64_t Decimal::whole() const {
  const std::string text = canonical();
  if (text.size() > 17 || text.find('.') != text.npos) return -1;
  std::int64_t value = -1;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

std::string Decimal::canonical() const {
  std::string s = digits;
  if (s.size() <= static_cast<std::size_t>(fraction))
    s.insert(0, static_cast<std::size_t>(fraction) + 1 - s.size(), '0');
  std::string tail = s.substr(s.size() - static_cast<std::size_t>(fraction));
  s.resize(s.size() - tail.size());
  s.erase(0, std::min(s.find_first_not_of('0'), s.size() - 1));
  while (!tail.empty() && tail.back() == '0') tail.pop_back();
  return tail.empty() ? s : s + "." + tail;
}

NumberLexicon::NumberLexicon(const NumberLanguage& rules) : rules_(rules) {
  for (std::string_view item : split(rules.words, ' ')) {
    const std::size_t equals = item.find('=');
    if (equals == item.npos) continue;
    std::string_view word = item.substr(0, equals), value = item.substr(equals + 1);
    NumberWord entry;
    if (word[0] == '?') {
      entry.weak = true;
      word.remove_prefix(1);
    }
    entry.kind = value == "+"      ? NumberWord::join
                 : value == "t"    ? NumberWord::teen
                 : value[0] == 'e' ? NumberWord::power
                                   : NumberWord::add;
    if (value[0] == 'e') value.remove_prefix(1);
    std::from_chars(value.data(), value.data() + value.size(), entry.value);
    if (word.back() == '*') {
      word.remove_suffix(1);
      prefixes_.push_back({word, entry});
    }
    words_.emplace(word, entry);
    longest_ = std::max(longest_, word.size());
  }
}

const NumberLexicon& NumberLexicon::of(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string_view, std::unique_ptr<const NumberLexicon>> made;
  const NumberLanguage& rules = number_language(language);
  const std::lock_guard lock(mutex);
  auto& lexicon = made[rules.language];
  if (!lexicon) lexicon.reset(new NumberLexicon(rules));
  return *lexicon;
}

const NumberLexicon::Prefix* NumberLexicon::prefix_of(std::string_view word) const {
  for (const Prefix& p : prefixes_)
    if (word.starts_with(p.text) && word.size() <= p.text.size() + 12) return &p;
  return nullptr;
}

const NumberWord* NumberLexicon::find_single(std::string_view word) const {
  const auto exact = words_.find(word);
  if (exact != words_.end()) return &exact->second;
  const Prefix* prefix = prefix_of(word);
  // "milyonlarca": "millions of".
  return prefix && !word.substr(prefix->text.size()).starts_with("larca") ? &prefix->entry
                                                                          : nullptr;
}

std::vector<NumberWord> NumberLexicon::find(std::string_view word) const {
  if (const NumberWord* single = find_single(word)) return {*single};
  if (prefix_of(word) != nullptr) return {};
  std::vector<NumberWord> parts;
  constexpr std::size_t kMaxGlued = 80;
  if (!rules_.glued || word.size() < 6 || word.size() > kMaxGlued || !take_apart(word, &parts) ||
      parts.size() < 2)
    parts.clear();
  return parts;
}

bool NumberLexicon::take_apart(std::string_view word, std::vector<NumberWord>* parts) const {
  if (word.empty()) return parts->back().kind != NumberWord::join;
  for (std::size_t length = std::min(word.size(), longest_); length > 1; --length) {
    const auto found = words_.find(word.substr(0, length));
    if (found == words_.end() || (parts->empty() && found->second.kind == NumberWord::join))
      continue;
    parts->push_back(found->second);
    if (take_apart(word.substr(length), parts)) return true;
    parts->pop_back();
  }
  return false;
}

}  // namespace kaynak::text_detail
