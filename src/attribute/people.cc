#include <algorithm>

#include "attribute/korean_names.h"
#include "attribute/speakers.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_people = 600;  // a page: beyond it names are not collected

/// Equal, or apart in their endings (Иванов, Иванова).
bool like(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty() || a[0] != b[0]) return a.empty() && b.empty();  // most pairs
  if (a == b) return true;
  std::size_t n = 1;
  while (n < a.size() && n < b.size() && a[n] == b[n]) ++n;
  return n >= 5 && n * 4 >= std::max(a.size(), b.size()) * 3;
}

/// Views into the scan.
std::vector<std::string_view> name_words(const Scan& scan, WordRange r) {
  std::vector<std::string_view> words;
  words.reserve(r.size());
  for (std::uint32_t i = r.first; i < r.last; ++i)
    if (!(scan.is(i, k_particle) && !scan.tokens[i].capital)) words.emplace_back(scan.fold_at(i));
  return words;
}

bool in_mention(const Scan& scan, std::uint32_t i) {
  return std::any_of(scan.mentions.begin(), scan.mentions.end(),
                     [&](const Mention& m) { return m.first <= i && i < m.last; });
}

/// One name of two parts: "Montoya-Lewis".
bool hyphened(const Scan& scan, WordRange r) {
  return r.size() == 2 && scan.tokens[r.first].after == gap_hyphen;
}

/// "Jan Novak, 42," "Jan Novak (42)", "Jan Novak, who": only of persons.
bool has_age(const Scan& scan, std::uint32_t i) {
  if (i >= scan.size() || !(scan.tokens[i].before & (gap_comma | gap_open))) return false;
  const Token& t = scan.tokens[i];
  const bool age = t.digits && t.end - t.begin <= 2 && (t.after & (gap_comma | gap_close));
  return age || (scan.is(i, k_pronoun) && !t.capital && (t.before & gap_comma));
}

/// A role, an honorific or a cue beside a name says that it is a person's.
bool introduced(const Scan& scan, WordRange run, WordRange name) {
  if (name.first > run.first && scan.is(name.first - 1, k_role | k_honorific)) return true;
  if (run.first > 0 && scan.tokens[run.first].before == gap_space &&
      scan.is(run.first - 1, k_role | k_honorific | k_cue))
    return true;
  if (run.last < scan.size() && scan.tokens[run.last].before == gap_space &&
      scan.is(run.last, k_cue))
    return true;
  if (run.size() >= 2 && has_age(scan, run.last)) return true;
  return run.last < scan.size() && (scan.tokens[run.last].before & gap_comma) &&
         (scan.is(run.last, k_role) || scan.is(run.last + 1, k_role));
}

/// "the prime minister, the liberal Jan Novak, …": an office before the comma, the name at the end
/// of the words behind it.
bool apposed(const Scan& scan, WordRange run) {
  constexpr std::uint32_t reach = 5;
  if (run.last >= scan.size() || !(scan.tokens[run.last].before & gap_comma)) return false;
  std::uint32_t i = run.first;
  while (i > 0 && run.first - i < reach && scan.tokens[i].before == gap_space &&
         !scan.tokens[i - 1].capital)
    --i;
  if (i == 0 || scan.tokens[i].before != (gap_comma | gap_space)) return false;
  if (i < run.first && scan.is(run.first - 1, k_preposition | k_determiner)) return false;
  for (std::uint32_t j = i; j > 0 && i - j < reach - 1; --j) {
    if (j < i && scan.tokens[j].before & ~(gap_space | gap_hyphen)) return false;
    if (scan.is(j - 1, k_role) && !scan.is(j - 1, k_body)) return true;
  }
  return false;
}

/// A Chinese character or a Korean syllable, as names are written with.
bool name_character(const Scan& scan, std::uint32_t i) {
  std::size_t at = scan.tokens[i].begin;
  const char32_t c = next_code_point(scan.text, &at);
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3);
}

/// A word without an article or an adjective before it, and another word than a noun behind: in
/// languages that write all nouns with capitals, most often a name ("Nur Novak hatte …").
bool bare(const Scan& scan, WordRange name) {
  if (name.first == 0 || name.last >= scan.size()) return false;
  const Token& t = scan.tokens[name.first];
  const std::uint32_t before = name.first - 1;
  const bool begins = (t.before & (gap_comma | gap_stop)) != 0;
  const bool free = begins || scan.is(before, k_filler | k_joiner | k_not_name);
  return free && !scan.is(before, k_determiner | k_preposition) &&
         scan.tokens[name.last].before == gap_space;
}

/// Not "in Novak's house".
bool genitive_end(const Scan& scan, std::uint32_t last) {
  return last >= scan.size() || !(scan.tokens[last].before & gap_apostrophe);
}

/// Words for roles beside a name: before it in its clause, after it in an apposition.
void add_roles(const Scan& scan, WordRange name, std::vector<std::string>* roles) {
  constexpr std::uint32_t reach = 8;
  constexpr std::size_t enough = 8;
  const auto take = [&](std::uint32_t i) {
    if (scan.is(i, k_role) && roles->size() < enough) roles->emplace_back(scan.fold_at(i));
  };
  for (std::uint32_t i = name.first; i > 0 && name.first - i < reach; --i) {
    if (scan.tokens[i].before & (gap_stop | gap_semicolon | gap_colon | gap_mark)) break;
    take(i - 1);
  }
  for (std::uint32_t i = name.last; i < scan.size() && i < name.last + reach; ++i) {
    if (scan.tokens[i].before & (gap_stop | gap_semicolon | gap_colon | gap_mark)) break;
    if (i > name.last && (scan.tokens[i].before & gap_comma)) break;
    take(i);
  }
}

}  // namespace

People::Person* People::find(const std::vector<std::string>& words) {
  for (Person& p : people_)
    if (p.words == words) return &p;
  return nullptr;
}

/// "尹錫悦（ユン・ソンニョル）大統領": two to five characters before a role, with a reading in
/// brackets or without; or behind the role, as Chinese sets it.
void People::collect_dense(const Scan& scan) {
  for (std::uint32_t i = 1; i < scan.size(); ++i) {
    if (!scan.tokens[i].dense || !scan.is(i, k_role | k_honorific)) continue;
    if (is_hangul(scan, i)) {
      const KoreanPhrase phrase = read_korean_phrase(scan, 0, i + scan.phrases[i].length);
      if (phrase.full) add_dense(scan, phrase.name);
      continue;
    }
    std::uint32_t end = i;
    if (scan.tokens[i].before & gap_close)
      while (end > 0 && i - end < 16 && !(scan.tokens[end].before & gap_open)) --end;
    else if (scan.tokens[i].before & ~gap_space)
      continue;
    std::uint32_t first = end;
    while (first > 0 && end - first < 6 && name_character(scan, first - 1) &&
           !scan.is(first - 1, k_role | k_honorific) &&
           (first == end || !scan.tokens[first].before))
      --first;
    if (end - first >= 2 && end - first <= 5) add_dense(scan, {first, end});
  }
}

void People::add_dense(const Scan& scan, WordRange name) {
  const auto views = name_words(scan, name);
  const std::vector<std::string> words(views.begin(), views.end());
  if (Person* p = find(words)) {
    ++p->seen;
  } else if (people_.size() < max_people) {
    people_.push_back({std::string(scan.words(name.first, name.last)), words, 1, 1, 0, false, {}});
  }
}

namespace {

std::uint64_t add_letter(std::uint64_t key, std::string_view folded, std::size_t* at) {
  constexpr std::uint64_t step = 1099511628211ull;
  return (key + next_code_point(folded, at)) * step;
}

}  // namespace

void People::collect_initials(const Scan& scan, WordRange name) {
  while (name.size() > 2 && scan.is(name.first, k_not_name | k_determiner)) ++name.first;  // "The"
  if (name.size() < 2 || name.size() > 6 || initials_.size() >= max_people) return;
  std::uint64_t key = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    std::size_t at = 0;
    if (!scan.tokens[i].capital || scan.tokens[i].dense) return;
    key = add_letter(key, scan.fold_at(i), &at);
  }
  const std::string_view words = scan.words(name.first, name.last);
  const auto known = std::find_if(initials_.begin(), initials_.end(),
                                  [&](const Initials& other) { return other.key == key; });
  if (known == initials_.end())
    initials_.push_back({key, std::string(words)});
  else if (words.size() < known->name.size())  // endings of cases: the shortest is the name
    known->name = words;
}

/// "TK" → "Trybunał Konstytucyjny", where the page has a name with such initials.
std::string People::spelled_out(const Scan& scan, std::uint32_t initials) const {
  if (!scan.tokens[initials].upper || in_mention(scan, initials)) return {};
  std::uint64_t key = 0;
  const std::string_view folded = scan.fold_at(initials);
  for (std::size_t at = 0; at < folded.size();) key = add_letter(key, folded, &at);
  for (const Initials& known : initials_)
    if (known.key == key) return known.name;
  return {};
}

void People::collect(const Scan& scan, const Language& language) {
  if (language.no_case) collect_dense(scan);
  for (std::uint32_t i = 0; i < scan.size();) {
    const WordRange run = capital_run(scan, i);
    if (run.empty() || in_mention(scan, i)) {
      ++i;
      continue;
    }
    i = run.last;
    const WordRange name = name_in_run(scan, run);
    if (name.empty()) continue;
    if (!language.no_case) collect_initials(scan, run);
    const bool placed = run.first > 0 && scan.is(run.first - 1, k_locative) &&
                        scan.tokens[run.first].before == gap_space && genitive_end(scan, run.last);
    const bool noun = language.capital_nouns && name.size() == 1 && name.first == run.first &&
                      run.first > 0 && scan.is(run.first - 1, k_determiner);
    if (placed || noun) ++places_[std::string(name_words(scan, name).back())];
    // Where every noun has a capital, a word alone is a name only beside a role or a cue.
    if ((name.size() == 1 || hyphened(scan, name)) &&
        (!language.capital_nouns || introduced(scan, run, name) || bare(scan, name)))
      ++surnames_[std::string(name_words(scan, name).back())];
    if (name.size() < 2 || name.size() > 4 || hyphened(scan, name) ||
        !looks_like_person(scan, name, language))
      continue;
    const std::uint32_t weight = 1 + (introduced(scan, run, name) ? 1 : 0);
    const bool after_article = language.capital_nouns && name.first == run.first && run.first > 0 &&
                               scan.is(run.first - 1, k_determiner);
    const auto views = name_words(scan, name);
    const std::vector<std::string> words(views.begin(), views.end());
    Person* known = find(words);
    if (!known && people_.size() < max_people) {
      people_.push_back(
          {std::string(scan.words(name.first, name.last)), words, 0, 0, 0, false, {}});
      known = &people_.back();
    }
    if (!known) continue;
    add_roles(scan, name, &known->roles);
    if (!language.capital_nouns && apposed(scan, run)) ++known->personal;
    if (is_thai(scan, name.first)) ++known->personal;  // a form of address marked it
    ++known->seen;
    known->placed += placed + (after_article ? 2 : 0);
    known->personal += weight - 1;
  }
}

/// "Orvania Milan Terek": a word that stands alone elsewhere, before a name whose last word does
/// too, is a place or an office.
void People::drop_places_before_names() {
  for (Person& p : people_) {
    const auto first = surnames_.find(p.words.front());
    const bool place = p.words.size() >= 3 && !p.given && first != surnames_.end() &&
                       surnames_.contains(p.words.back());
    const std::size_t blank = place ? p.name.find(' ') : std::string::npos;
    if (blank == std::string::npos) continue;
    p.name.erase(0, blank + 1);
    p.words.erase(p.words.begin());
  }
}

void People::finish() {
  drop_places_before_names();
  for (Person& p : people_) {
    if (const auto it = surnames_.find(p.words.back()); it != surnames_.end())
      p.personal += it->second;
    if (const auto it = places_.find(p.words.back()); it != places_.end())
      p.placed += 4 * it->second;
    if (const auto it = places_.find(p.words.front()); it != places_.end()) p.placed += it->second;
  }
}

bool People::is_person(const Scan& scan, WordRange written) const {
  if (written.empty()) return false;
  const Person* p = best(scan, written);
  return p && known(*p);
}

void People::add(std::string name, const AttributionData::Impl& data) {
  static const Language none;
  const Scan scan = data.scan(name, none);
  std::vector<std::string> words;
  for (std::uint32_t i = 0; i < scan.size(); ++i) words.emplace_back(scan.fold_at(i));
  if (words.size() >= 2 && !find(words) && people_.size() < max_people)
    people_.push_back({std::move(name), std::move(words), 1, 1, 0, true, {}});
}

/// A name that says more than `written` words comes before one that does not, then the one that is
/// named more often.
bool People::fuller(const Person& a, const Person& b, std::size_t written) {
  const bool more_a = a.words.size() > written, more_b = b.words.size() > written;
  return more_a != more_b ? more_a : more_a && a.seen > b.seen;
}

/// Family names stand first: "尹" is the name that begins so.
const People::Person* People::best_dense(const std::vector<std::string_view>& words) const {
  const Person* best = nullptr;
  for (const Person& p : people_)
    if (p.words.size() >= words.size() && std::equal(words.begin(), words.end(), p.words.begin()) &&
        (!best || fuller(p, *best, words.size())))
      best = &p;
  return best;
}

const People::Person* People::best(const Scan& scan, WordRange written) const {
  const auto words = name_words(scan, written);
  if (words.empty()) return nullptr;
  if (scan.tokens[written.first].dense) return best_dense(words);
  const Person* best = nullptr;
  std::uint32_t best_score = 0;
  for (const Person& p : people_) {
    const bool all = std::all_of(words.begin(), words.end(), [&](std::string_view w) {
      return std::any_of(p.words.begin(), p.words.end(), [&](const auto& v) { return like(w, v); });
    });
    if (!all) continue;
    const bool surname = like(p.words.back(), words.back());
    const bool exact = p.words.back() == words.back();
    const bool personal = known(p);
    if (words.size() == 1 && !surname && !(personal && p.words.front() == words.front())) continue;
    const std::uint32_t score = 1 + (surname ? 8000 : 0) + (exact ? 4000 : 0) +
                                (personal ? 2000 : 0) + std::min(p.seen, 99u) * 10 +
                                static_cast<std::uint32_t>(p.words.size());
    if (score > best_score) best = &p, best_score = score;
  }
  return best;
}

std::vector<std::string> People::with_role(const Scan& scan, WordRange role) const {
  std::vector<std::string> wanted, names;
  for (std::uint32_t i = role.first; i < role.last; ++i)
    if (scan.is(i, k_role)) wanted.emplace_back(scan.fold_at(i));
  for (const Person& p : people_)
    if (std::any_of(p.roles.begin(), p.roles.end(), [&](const std::string& r) {
          return std::any_of(wanted.begin(), wanted.end(),
                             [&](const auto& w) { return like(r, w); });
        }))
      names.push_back(p.name);
  return names;
}

bool People::has_role(std::string_view name) const {
  return std::any_of(people_.begin(), people_.end(),
                     [&](const Person& p) { return !p.roles.empty() && same_name(p.name, name); });
}

bool People::has_surname(const Scan& scan, WordRange name) const {
  return name.size() >= 2 && surnames_.contains(std::string(scan.fold_at(name.last - 1)));
}

bool People::is_company(std::string_view name) const {
  return std::any_of(people_.begin(), people_.end(), [&](const Person& p) {
    return p.personal == 0 && !p.given && same_name(p.name, name) &&
           surnames_.contains(p.words.front()) && !surnames_.contains(p.words.back());
  });
}

std::string People::fullest(const Scan& scan, WordRange written) const {
  if (const Person* p = best(scan, written)) return p->name;
  return written.size() == 1 ? spelled_out(scan, written.first) : std::string();
}

}  // namespace kaynak::attribute_detail
