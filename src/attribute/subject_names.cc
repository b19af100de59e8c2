/// @file The words that subjects are made of: names, pronouns, media, the ends of clauses.
#include <algorithm>

#include "attribute/subjects.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_subject_words = 14;  // between a cue and the name of its subject

}  // namespace

bool Subjects::real_stop(std::uint32_t i) const {
  if (!(scan_.tokens[i].after & gap_stop)) return false;
  const std::string_view gap = gap_text(i);
  if (gap.find('.') == gap.npos) return true;
  if (scan_.is(i, k_honorific) || count_code_points(scan_.at(i)) == 1 || scan_.tokens[i].digits)
    return false;
  return true;
}

std::string_view Subjects::gap_text(std::uint32_t i) const {
  const std::uint32_t end = i + 1 < scan_.size() ? scan_.tokens[i + 1].begin
                                                 : static_cast<std::uint32_t>(scan_.text.size());
  return scan_.text.substr(scan_.tokens[i].end, end - scan_.tokens[i].end);
}

bool Subjects::real_gap(std::uint32_t i) const {
  return !(scan_.tokens[i].after & gap_stop) || real_stop(i);
}

bool Subjects::is_filler(std::uint32_t i) const {
  return scan_.is(i, k_filler) && !scan_.is(i, k_pronoun);
}

bool Subjects::is_cue(std::uint32_t i) const {
  if (!scan_.is(i, k_cue | k_participle)) return false;
  if (!scan_.tokens[i].capital || i == 0) return true;
  return !(scan_.tokens[i - 1].capital && scan_.tokens[i].before == gap_space);
}

bool Subjects::mention_covers(std::uint32_t i) const {
  return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                     [&](const Mention& m) { return m.first <= i && i < m.last; });
}

WordRange Subjects::mention_around(std::uint32_t i) const {
  for (const Mention& m : scan_.mentions)
    if (m.first <= i && i < m.last) return {m.first, m.last};
  return {};
}

bool Subjects::told(WordRange mention) const {
  return std::any_of(relays_.begin(), relays_.end(), [&](const Relay& r) {
    return r.told && r.mention < scan_.mentions.size() &&
           scan_.mentions[r.mention].first == mention.first;
  });
}

Subject Subjects::medium_at(std::uint32_t i) const {
  Subject s;
  if (const WordRange mention = mention_around(i); !told(mention)) s.name = s.written = mention;
  return s;
}

Subject Subjects::pronoun(std::uint32_t i) const {
  Subject s;
  s.written = {i, i + scan_.phrases[i].length};
  s.pronoun = true;
  return s;
}

Subject Subjects::named(WordRange run, std::uint32_t written_first) const {
  Subject s;
  if (scan_.is(run.first, k_according) && scan_.phrases[run.first].length > run.size()) return s;
  s.name = name_in_run(scan_, run);
  // "Tessiner Ständerat": one word before an office is where it is held.
  if (s.name.empty() || (s.name.size() == 1 && s.name.last < run.last)) return {};
  std::uint32_t first = std::min(written_first, run.first);
  while (first > 0 && scan_.is(first - 1, k_role | k_honorific) &&
         scan_.tokens[first].before == gap_space)
    --first;
  s.written = {first, run.last};
  // "prezydent USA": initials behind an office are no person's name.
  if (s.name.size() == 1 && first < s.name.first && scan_.tokens[s.name.first].upper) s.name = {};
  return s;
}

bool Subjects::sure(const Subject& s) const { return people_.is_person(scan_, s.name); }

bool Subjects::possible(const Subject& s) const {
  return s.found() && (!language_.capital_nouns || s.name.size() >= 2);
}

bool Subjects::complement(std::uint32_t i) const { return i > 0 && scan_.is(i - 1, k_preposition); }

bool Subjects::titled(const Subject& s) const {
  return s.written.first < s.name.first && scan_.is(s.name.first - 1, k_honorific);
}

bool Subjects::leads(const Subject& s, std::uint32_t begin) const {
  if (language_.capital_nouns || s.name.first > begin + 6) return false;
  if (s.name.first > begin && !(scan_.tokens[s.written.first].before & gap_comma)) return false;
  return s.name.size() >= 2 || scan_.tokens[s.name.first].upper || s.name.first > begin;
}

std::uint32_t Subjects::clause_begin(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint16_t breaks = gap_comma | gap_dash | gap_open | gap_close | ends_clause;
  std::uint32_t i = end - 1;
  while (i > begin && end - i < max_subject_words) {
    const std::uint16_t gap = scan_.tokens[i].before & breaks;
    if (gap && (gap != gap_stop || real_gap(i - 1)) && !mention_covers(i - 1)) break;
    --i;
  }
  return i;
}

std::uint32_t Subjects::before_brackets(std::uint32_t begin, std::uint32_t end) const {
  if (!(scan_.tokens[end - 1].after & gap_close)) return end;
  std::uint32_t i = end - 1;
  while (i > begin && end - i < max_subject_words && !(scan_.tokens[i].before & gap_open)) --i;
  return i > begin && (scan_.tokens[i].before & gap_open) ? i : end;
}

Subject Subjects::first_name(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end;) {
    WordRange run = capital_run(scan_, i);
    if (run.empty() || mention_covers(i)) {
      ++i;
      continue;
    }
    run.last = std::min(run.last, end);
    const Subject s = named(run, run.first);
    if (s.found() && sure(s)) return s;
    i = run.last;
  }
  for (std::uint32_t i = begin; i < end && i < begin + 4; ++i)
    if (scan_.is(i, k_pronoun) && !(i > begin && (scan_.tokens[i].before & gap_comma)))
      return pronoun(i);
  return {};
}

Subject Subjects::last_name(std::uint32_t begin, std::uint32_t end) const {
  Subject any, known;
  const std::uint32_t first = std::max(begin, end > 24 ? end - 24 : 0);
  for (std::uint32_t i = first; i < end;) {
    WordRange run = capital_run(scan_, i);
    if (run.empty()) {
      if (i > first && (scan_.tokens[i].before & ends_clause) && real_gap(i - 1)) any = known = {};
      ++i;
      continue;
    }
    run.last = std::min(run.last, end);
    Subject s = named(run, run.first);
    if (mention_covers(i)) {
      s = medium_at(i);
      run.last = std::max(run.last, mention_around(i).last);
    } else if (s.found() && sure(s)) {
      known = s;
    }
    if (possible(s)) any = s;
    i = run.last;
  }
  // A person of this page comes before any other name; that one must stand beside the verb.
  if (known.found()) return known;
  return any.found() && end - std::min(any.written.last, end) <= 1 ? any : Subject{};
}

}  // namespace kaynak::attribute_detail
