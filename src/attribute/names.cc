#include "attribute/names.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_name_words = 5;
constexpr std::uint16_t breaks_name = gap_stop | gap_comma | gap_colon | gap_semicolon | gap_open |
                                      gap_close | gap_dash | gap_slash | gap_bar | gap_mark |
                                      gap_sign;

/// Between `i` and `i` + 1 a name may go on: a blank, a hyphen, an apostrophe, or the full stop of
/// an initial.
bool joins(const Scan& scan, std::uint32_t i) {
  const Token& t = scan.tokens[i];
  if (t.after & gap_stop)
    return !(t.after & ~(gap_stop | gap_space)) && count_code_points(scan.at(i)) <= 1;
  if ((t.after & gap_hyphen) && (t.after & gap_space)) return false;
  return !(t.after & breaks_name);
}

bool dense_person(const Scan& scan, WordRange r) {
  if (r.size() < 2 || r.size() > 5) return false;
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    if (!scan.tokens[i].dense) return false;
    if (i + 1 < r.last && scan.tokens[i].after) return false;
  }
  return true;
}

bool particle(const Scan& scan, std::uint32_t i) {
  return !scan.tokens[i].capital && scan.is(i, k_particle);
}

/// Particles that stand after another one only: "van der", "de la".
bool article_like(std::string_view word) {
  return word == "der" || word == "den" || word == "la" || word == "le";
}

}  // namespace

bool looks_like_person(const Scan& scan, WordRange r, const Language& language) {
  if (r.empty()) return false;
  if (scan.tokens[r.first].dense) return dense_person(scan, r);
  if (r.size() < 2 || r.size() > max_name_words + 1) return false;
  std::uint32_t capitals = 0;
  for (std::uint32_t i = r.first; i < r.last; ++i) {
    const Token& t = scan.tokens[i];
    if (t.digits || t.dense || scan.is(i, k_desk)) return false;
    if (i + 1 < r.last && !joins(scan, i)) return false;
    const bool small = !t.capital && !language.no_case;
    const bool suffix = i > r.first && (scan.tokens[i - 1].after & (gap_apostrophe | gap_hyphen));
    if (small && !suffix && (!particle(scan, i) || i + 1 == r.last)) return false;
    capitals += t.capital || language.no_case;
  }
  // "A. Dumas": an initial is no word.
  const bool initial = (scan.tokens[r.first].after & gap_stop) && scan.at(r.first).size() <= 2;
  return capitals >= 2 && (initial || !scan.is(r.first, k_not_name));
}

WordRange capital_run(const Scan& scan, std::uint32_t i) {
  if (i >= scan.size() || !scan.tokens[i].capital) return {i, i};
  std::uint32_t last = i + 1;
  while (last < scan.size() && joins(scan, last - 1)) {
    if (scan.tokens[last].capital || (scan.tokens[last - 1].after & gap_hyphen)) {
      ++last;
      continue;
    }
    std::uint32_t next = last;
    while (next < scan.size() && next < last + 2 && particle(scan, next) && joins(scan, next) &&
           (next > last || scan.is(last - 1, k_particle) || !article_like(scan.fold_at(next))))
      ++next;
    if (next == last || next >= scan.size() || !scan.tokens[next].capital) break;
    last = next + 1;
  }
  for (const Mention& m : scan.mentions)
    if (m.first > i && m.first < last) last = m.first;
  return {i, last};
}

WordRange name_in_run(const Scan& scan, WordRange run) {
  // "Marine Corps Commandant Major General Arturo Rojas": the name is what stands after the last
  // role.
  for (std::uint32_t i = run.first; i + 1 < run.last; ++i)
    if (scan.is(i, k_role | k_honorific) && i + scan.phrases[i].length < run.last)
      run.first = i + scan.phrases[i].length;
  while (!run.empty() && scan.is(run.first, k_role | k_honorific | k_not_name))
    run.first += std::max<std::uint32_t>(
        1, std::min<std::uint32_t>(scan.phrases[run.first].length, run.size()));
  while (!run.empty() && particle(scan, run.first)) ++run.first;
  while (run.size() > 1 && scan.is(run.last - 1, k_role | k_not_name)) --run.last;
  return run;
}

bool name_goes_on(const Scan& scan, std::uint32_t last) {
  static constexpr std::string_view links[] = {"of", "de", "du",  "des", "del", "della", "da",
                                               "do", "di", "dos", "d",   "van", "von"};
  return last > 0 && last + 1 < scan.size() && scan.tokens[last].before == gap_space &&
         !(scan.tokens[last].after & ~(gap_space | gap_apostrophe)) &&
         std::find(std::begin(links), std::end(links), scan.fold_at(last)) != std::end(links) &&
         scan.tokens[last + 1].capital;
}

std::string spell_name(std::string_view name, std::string_view language) {
  bool has_small = false, has_capital = false;
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, &i);
    if (is_upper(c))
      has_capital = true;
    else if (is_letter(c))
      has_small = true;
  }
  if (has_small || !has_capital || name.find(' ') == std::string_view::npos)
    return std::string(name);
  std::string out;
  bool begin = true;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t from = i;
    const char32_t c = next_code_point(name, &i);
    const std::string_view one = name.substr(from, i - from);
    out += begin ? std::string(one) : lower(one, language);
    begin = !is_letter(c) && !is_digit(c);
  }
  return out;
}

bool same_name(std::string_view a, std::string_view b) {
  return letters_only(a) == letters_only(b);
}

void add_name(std::vector<std::string>* names, std::string name) {
  constexpr std::size_t most = 200;  // each new one is compared with all
  if (names->size() >= most) return;
  const std::string letters = letters_only(name);
  if (letters.empty()) return;
  for (const std::string& other : *names) {
    const std::string there = letters_only(other);
    if (there == letters || there.compare(0, letters.size(), letters) == 0) return;
  }
  names->push_back(std::move(name));
}

}  // namespace kaynak::attribute_detail
