#include "attribute/subjects.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_subject_words = 14;  // between a cue and the name of its subject

}  // namespace

Subject Subjects::forward(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t phrase = end;
  for (; i < end && is_filler(i) && !scan_.tokens[i].capital; ++i)
    phrase = scan_.is(i, k_determiner) ? i : phrase;
  if (i >= end) return {};
  if (scan_.is(i, k_pronoun)) return pronoun(i);
  if (phrase == end && scan_.is(i, k_determiner)) phrase = i;
  if (language_.no_case) return phrase_forward(i, end);
  std::uint32_t start = i;
  Subject first;
  bool after_comma = false;
  for (std::uint32_t j = i; j < end && j < i + max_subject_words; ++j) {
    std::uint16_t breaks = ends_clause;
    if (j > i && mention_covers(j - 1)) breaks &= ~gap_mark;  // the medium's own marks
    if (j > i && (scan_.tokens[j].before & breaks) && real_gap(j - 1)) break;
    if (j > i && (scan_.tokens[j].before & gap_comma)) {
      if (first.found() && sure(first)) break;
      after_comma = true;
    }
    if (j > start && is_cue(j) && !scan_.tokens[j].capital && !scan_.is(j, k_role | k_filler))
      break;
    if (mention_covers(j)) {
      const Subject medium = medium_at(j);
      const bool near = !first.found() && !after_comma && j <= start + 2;
      j = mention_around(j).last - 1;
      if (near && medium.found()) first = medium;
      if (near && !medium.found()) start = j + 1;  // "told Reuters X": the subject is yet to come
      continue;
    }
    const WordRange run = capital_run(scan_, j);
    if (run.empty()) {
      if (after_comma && !scan_.is(j, k_role | k_particle | k_not_name)) break;
      continue;
    }
    const Subject s = named(run, start);
    if (phrase < j && complement(before_offices(j, phrase)) &&
        !(scan_.tokens[j].before & gap_comma)) {
      j = run.last - 1;  // "the head of the Palace", "the engineer to Novak"
      continue;
    }
    // "the mayor, Jean Petit": an apposition right after the comma.
    const bool apposed =
        after_comma && s.name.size() >= 2 && (scan_.tokens[run.first].before & gap_comma);
    if (s.found() && (sure(s) || (apposed && !first.found()))) return s;
    // Where nouns have capitals, a word without an article right behind the verb is a name.
    const bool bare = language_.capital_nouns && s.found() && j == start && phrase == end;
    if ((possible(s) || bare) && !first.found() && !after_comma && j <= start + 2) first = s;
    j = run.last - 1;
  }
  if (first.found()) return first;
  if (phrase == end)
    if (const Subject s = role_phrase(start, end); s.found()) return s;
  return noun_phrase_from(std::min(start, phrase), end);
}

std::uint32_t Subjects::before_offices(std::uint32_t i, std::uint32_t begin) const {
  while (i > begin && scan_.is(i - 1, k_role | k_honorific)) --i;
  return i;
}

Subject Subjects::with_name_inside(Subject s) const {
  if (language_.capital_nouns || language_.no_case || s.written.empty()) return s;
  for (std::uint32_t i = s.written.first; i < s.written.last;) {
    const WordRange run = capital_run(scan_, i);
    if (run.empty()) {
      ++i;
      continue;
    }
    const WordRange name = name_in_run(scan_, run);
    const bool apart = i == s.written.first || !complement(before_offices(i, s.written.first));
    if (apart && run.last == s.written.last && looks_like_person(scan_, name, language_))
      s.name = name;
    i = run.last;
  }
  return s;
}

Subject Subjects::noun_phrase_from(std::uint32_t start, std::uint32_t end) const {
  constexpr std::uint32_t reach = 9;
  Subject s;
  if (start >= end || !scan_.is(start, k_determiner)) return s;
  std::uint32_t i = start + 1;
  for (; i < end && i < start + reach; ++i)
    if ((scan_.tokens[i].before & (ends_clause | gap_comma | gap_dash | gap_open)) ||
        scan_.is(i, k_joiner | k_dative | k_locative | k_pronoun))
      break;
  while (i > start + 1 && scan_.is(i - 1, k_determiner | k_preposition)) --i;
  if (i > start + 1) s.written = {start, i};
  return with_name_inside(s);
}

Subject Subjects::role_phrase(std::uint32_t start, std::uint32_t end) const {
  bool role = false;
  std::uint32_t i = start, body = end;
  for (; i < end && i < start + 8; ++i) {
    if (i > start && (scan_.tokens[i].before & (ends_clause | gap_comma | gap_dash | gap_open)))
      break;
    // "how much it depends on judges": the office is no subject; "polisen på sin hemsida": where.
    if (scan_.is(i, k_preposition) && !role && body == end) break;
    if (scan_.is(i, k_preposition) && scan_.is(i, k_locative | k_filler)) break;
    role = role || scan_.is(i, k_role);
    if (scan_.is(i, k_body)) body = i;
  }
  Subject s;
  if (role)
    s.written = {start, i};
  else if (body == start || (body < end && body + 1 == i))  // right beside the verb
    s.written = {body, body == start ? i : body + 1};
  return s;
}

Subject Subjects::phrase_forward(std::uint32_t i, std::uint32_t end) const {
  std::uint32_t j = i;
  while (j < end && j < i + 8 && !scan_.is(j, k_not_name) &&
         !(j > i && (scan_.tokens[j].before & (ends_clause | gap_comma | gap_dash | gap_open))))
    ++j;
  return no_case_name({i, j});
}

/// "שר לרויטרס", "محمدی به ایسنا": without the medium that was told, and the small words before it.
WordRange Subjects::before_medium(WordRange words) const {
  std::uint32_t last = words.last;
  for (const Mention& m : scan_.mentions)
    if (m.first > words.first && m.first < last) last = m.first;
  while (last < words.last && last > words.first + 1 &&
         scan_.is(last - 1, k_filler | k_dative | k_not_name | k_media_noun))
    --last;
  return {words.first, last};
}

/// The last words of a phrase that are marked as a name, or those from a word for an office on.
Subject Subjects::thai_name(WordRange words) const {
  Subject s;
  for (std::uint32_t i = words.last; i-- > words.first && s.name.empty();) {
    if (!scan_.tokens[i].capital) continue;
    std::uint32_t first = i;
    while (first > words.first && scan_.tokens[first - 1].capital &&
           scan_.tokens[first].before == gap_space)
      --first;
    s.name = s.written = {first, i + 1};
  }
  for (std::uint32_t i = words.last; i-- > words.first && s.written.empty();) {
    if (scan_.is(i, k_pronoun)) return pronoun(i);
    if (scan_.is(i, k_role | k_body)) s.written = {i, words.last};
  }
  constexpr std::uint32_t few =
      3;  // words that begin the sentence, and nothing else before the verb
  if (s.written.empty() && words.size() <= few) s.name = s.written = words;
  return s;
}

Subject Subjects::no_case_name(WordRange words) const {
  words = before_medium(words);
  if (!words.empty() && is_thai(scan_, words.last - 1)) return thai_name(words);
  Subject s;
  s.written = words;
  WordRange name = words;
  while (!name.empty() && (scan_.is(name.first, k_role | k_honorific | k_media_noun) ||
                           (scan_.fold_at(name.first).starts_with("ال") && name.size() > 1)))
    name.first += std::min<std::uint32_t>(scan_.phrases[name.first].length, name.size());
  if (name.size() >= 1 && name.size() <= 4 && name.first != words.first) s.name = name;
  if (name.first == words.first && words.size() <= 4 && !scan_.is(words.first, k_role))
    s.name = words;
  return s;
}

Subject Subjects::backward(std::uint32_t verb, std::uint32_t begin) const {
  std::uint32_t end = verb;
  while (end > begin && is_filler(end - 1) && !scan_.tokens[end - 1].capital &&
         !(scan_.tokens[end - 1].after & gap_comma))
    --end;
  if (end <= begin) return {};
  if (scan_.is(end - 1, k_pronoun) && !scan_.tokens[end - 1].upper) return pronoun(end - 1);
  end = before_brackets(begin, end);
  if (scan_.is(end - 1, k_joiner | k_preposition) && !scan_.tokens[end - 1].capital) return {};
  if (scan_.tokens[end - 1].after & gap_comma) return before_appositions(begin, end);
  if (language_.no_case) return no_case_name({std::max(begin, end > 6 ? end - 6 : 0), end});
  const std::uint32_t clause = clause_begin(begin, end);
  // "Auf Novaks Frage antwortete …": where the subject may follow, this is a circumstance.
  if (!language_.fixed_order && scan_.is(clause, k_preposition) && end - clause <= 6) return {};
  if (const Subject s = touching_name(clause, end); s.found()) return s;
  if (const Subject s = noun_phrase(clause, end); s.found()) return s;
  return role_phrase_before(clause, end);
}

Subject Subjects::before_appositions(std::uint32_t begin, std::uint32_t end) const {
  constexpr int reach = 6;
  Subject first, person, bare;
  std::uint32_t last = end;
  for (int parts = 0; last > begin && parts < reach; ++parts) {
    const std::uint32_t part = clause_begin(begin, last);
    const Subject name = touching_name(part, last);
    const bool placed = scan_.is(part, k_preposition | k_pronoun);
    const bool near = name.found() && name.written.first <= part + 3;
    if (near && !placed && sure(name)) person = name;
    if (name.name.size() >= 2 && name.written.first == part && name.written.last == last)
      bare = name;
    if (parts > 0 && !placed && !scan_.is(last - 1, k_joiner)) {
      const Subject s = name.name.size() >= 2 ? name : noun_phrase(part, last);
      if (s.found()) first = s;
    }
    if (part == begin || !(scan_.tokens[part].before & gap_comma)) break;
    last = part;
  }
  if (person.found()) return person;
  if (first.name.empty() && bare.found()) return bare;  // "a lawyer, Ann Lee, said"
  return first;
}

Subject Subjects::touching_name(std::uint32_t begin, std::uint32_t end) const {
  Subject leading;
  for (std::uint32_t i = begin; i < end;) {
    WordRange run = capital_run(scan_, i);
    if (run.empty()) {
      ++i;
      continue;
    }
    run.last = std::min(run.last, end);
    const bool medium = mention_covers(i);
    if (medium) run.last = std::min(end, std::max(run.last, mention_around(i).last));
    const Subject s = medium ? medium_at(i) : named(run, run.first);
    const bool object = i > begin + 2 || (i > begin && scan_.is(i - 1, k_preposition));
    if (run.last == end) {
      const bool of = s.found() && s.written.first > begin && complement(s.written.first);
      return s.found() && (sure(s) || medium || possible(s)) && !of ? s : leading;
    }
    if (s.found() && !medium && !object && !leading.found() && scan_.is(run.last, k_preposition) &&
        (sure(s) || s.name.size() >= 2))
      leading = s;
    i = run.last;
  }
  return leading;
}

bool Subjects::stands_alone(std::uint32_t i) const {
  const auto& words = language_.indefinite;
  return scan_.fold_at(i).size() > 2 &&
         std::find(words.begin(), words.end(), scan_.fold_at(i)) != words.end();
}

Subject Subjects::noun_phrase(std::uint32_t begin, std::uint32_t end) const {
  constexpr std::uint32_t reach = 7;
  Subject s;
  for (std::uint32_t i = end; i > begin && end - i < reach;) {
    --i;
    if (scan_.is(i, k_cue) && !scan_.tokens[i].capital && !scan_.is(i, k_role)) break;
    if (is_filler(i) && !scan_.is(i, k_determiner)) break;
    if (scan_.is(i, k_determiner) && (i + 1 < end || stands_alone(i))) {
      s.written = {i, end};
      if (!complement(i)) break;
    }
  }
  if (s.found() && complement(s.written.first) && s.written.first > begin) return {};
  return with_name_inside(s);
}

Subject Subjects::role_phrase_before(std::uint32_t begin, std::uint32_t end) const {
  std::uint32_t start = end;
  while (start > begin && end - start < 8) --start;
  return role_phrase(start, end);
}

Subject Subjects::sentence_subject(std::uint32_t begin, std::uint32_t end) const {
  if (language_.no_case) return {};
  for (std::uint32_t i = begin; i < end;) {
    if (scan_.is(i, k_pronoun) && (i < begin + 3 || (scan_.tokens[i].before & gap_comma)))
      return pronoun(i);
    WordRange run = capital_run(scan_, i);
    if (run.empty() || mention_covers(i)) {
      if (mention_covers(i) && i <= begin + 1 && !(i > begin && complement(i))) return medium_at(i);
      if (scan_.is(i, k_determiner) && i == begin && !mention_covers(i + 1))
        return determined(i, end);
      ++i;
      continue;
    }
    run.last = std::min(run.last, end);
    const Subject s = named(run, run.first);
    const bool object = s.found() && s.written.first > begin && complement(s.written.first);
    if (s.found() && !object && (sure(s) || titled(s) || leads(s, begin))) return s;
    if (i == begin && scan_.is(i, k_determiner)) return determined(i, end);
    i = run.last;
  }
  return {};
}

Subject Subjects::determined(std::uint32_t i, std::uint32_t end) const {
  constexpr std::uint32_t reach = 6;
  for (std::uint32_t j = i + 1; j < end && j < i + reach; ++j) {
    if (scan_.tokens[j].before & (gap_comma | ends_clause)) break;
    if (scan_.is(j, k_preposition)) break;
    const WordRange run = capital_run(scan_, j);
    if (!run.empty() && !mention_covers(j)) {
      const Subject s = named({run.first, std::min(run.last, end)}, run.first);
      if (s.found() && s.name.size() >= 2 && sure(s)) return s;
    }
    if (scan_.is(j, k_role) && !(j + 1 < end && scan_.is(j + 1, k_role))) {
      const WordRange after = capital_run(scan_, j + 1);
      if (!after.empty() && j + 1 < end) continue;
      Subject s;
      s.written = {i, std::min<std::uint32_t>(j + scan_.phrases[j].length, end)};
      return s;
    }
  }
  return {};
}

}  // namespace kaynak::attribute_detail
