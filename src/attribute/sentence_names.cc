#include "attribute/sentence_names.h"

#include <algorithm>

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_apposition = 30;  // words of ", the mayor of X, said"

}  // namespace

std::uint32_t SentenceNames::words_at(std::uint32_t i, const std::vector<std::string>& list) const {
  if (i >= all_.last) return 0;
  const Token& t = scan_.tokens[i];
  const std::string_view rest = std::string_view(scan_.folded).substr(t.fold_begin);
  for (const std::string& word : list) {
    if (rest.empty() || rest[0] != word[0] || !rest.starts_with(word)) continue;
    const auto end = static_cast<std::uint32_t>(t.fold_begin + word.size());
    for (std::uint32_t j = i; j < all_.last && scan_.tokens[j].fold_end <= end; ++j)
      if (scan_.tokens[j].fold_end == end) return j - i + 1;
  }
  return 0;
}

bool SentenceNames::comma_before(std::uint32_t i) const {
  return i > all_.first && i < all_.last && (scan_.tokens[i].before & gap_comma);
}

std::uint32_t SentenceNames::next_comma(std::uint32_t from, std::uint32_t to) const {
  while (from < to && !comma_before(from)) ++from;
  return from;
}

std::optional<WordRange> SentenceNames::mention_at(std::uint32_t i) const {
  for (const Mention& m : scan_.mentions)
    if (m.first <= i && i < m.last) return WordRange{m.first, m.last};
  return std::nullopt;
}

bool SentenceNames::is_network(std::uint32_t i) const {
  return std::any_of(scan_.mentions.begin(), scan_.mentions.end(), [&](const Mention& m) {
    return m.first <= i && i < m.last && media_[m.medium].kind == Medium::network;
  });
}

bool SentenceNames::told(WordRange mention) const {
  return std::any_of(relays_.begin(), relays_.end(), [&](const Relay& r) {
    return r.told && !r.carried && r.mention < scan_.mentions.size() &&
           scan_.mentions[r.mention].first == mention.first;
  });
}

bool SentenceNames::is_name(WordRange name) const {
  if (name.empty()) return false;
  const Token& first = scan_.tokens[name.first];
  if (name.size() == 1 && scan_.is(name.first, k_pronoun | k_not_name | k_role)) return false;
  if (mention_at(name.first) || people_.is_person(scan_, name)) return true;
  if (first.digits) return false;
  if (name.size() >= 2)
    return !language_.capital_nouns || looks_like_person(scan_, name, language_);
  if (first.upper) return true;
  if (language_.capital_nouns) return false;
  return name.first > all_.first || known_name_(scan_.fold_at(name.first));
}

Subject SentenceNames::named(WordRange run) const {
  Subject s;
  while (run.size() > 1 && run.first == all_.first && scan_.is(run.first, k_cue)) ++run.first;
  if (const auto mention = mention_at(run.first)) {
    if (told(*mention) || is_network(run.first)) return {};
    s.name = s.written = *mention;
  } else {
    s.name = name_in_run(scan_, run);
    s.written = run;
  }
  if (!is_name(s.name)) return {};
  while (s.written.first > all_.first && scan_.is(s.written.first - 1, k_role | k_honorific) &&
         scan_.tokens[s.written.first].before == gap_space)
    --s.written.first;
  return s;
}

bool SentenceNames::possessive(std::uint32_t end) const {
  return end < all_.last && (scan_.tokens[end].before & gap_apostrophe);
}

WordRange SentenceNames::run_at(std::uint32_t i) const {
  if (const auto mention = mention_at(i)) return {i, mention->last};
  WordRange run = capital_run(scan_, i);
  run.last = std::min(run.last, all_.last);
  return run;
}

Subject SentenceNames::name_before(std::uint32_t end, std::uint32_t begin) const {
  Subject before, found;
  std::uint32_t last_end = begin;
  for (std::uint32_t i = std::max(begin, end > 16 ? end - 16 : 0); i < end;) {
    const WordRange run = run_at(i);
    if (run.empty()) {
      ++i;
      continue;
    }
    const Subject s = named({run.first, std::min(run.last, end)});
    if (run.last >= end || body_end(run.last, end) == end) {
      found = with_body(s, end);
      break;
    }
    if (s.found()) before = s, last_end = run.last;
    i = run.last;
  }
  const bool small_gap = before.found() && found.found() && found.written.first > last_end &&
                         found.written.first - last_end <= 3 &&
                         words_at(last_end, language_.setting) && spaces_only(last_end, end);
  if (!small_gap) return found;
  if (looks_like_person(scan_, before.name, language_)) return before;
  found.name.first = before.name.first;  // "the Institute for X"
  found.written.first = before.written.first;
  return found;
}

std::uint32_t SentenceNames::body_end(std::uint32_t i, std::uint32_t limit) const {
  // "Novak’s campaign", "Rivers’ campaign", "the Novak campaign"
  const bool bare = possessive(i) && (scan_.tokens[i].before & gap_space);
  const std::uint32_t word = possessive(i) && !bare ? i + 1 : i;
  if (word >= limit || (scan_.tokens[word].before & ~(gap_space | (bare ? gap_apostrophe : 0))))
    return i;
  return words_at(word, language_.body) ? word + 1 : i;
}

Subject SentenceNames::with_body(Subject s, std::uint32_t end) const {
  if (s.found() && s.written.last < end) s.name.last = s.written.last = end;
  return s;
}

bool SentenceNames::spaces_only(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first; i < last; ++i)
    if (scan_.tokens[i].before & ~(gap_space | gap_hyphen)) return false;
  return true;
}

std::uint32_t SentenceNames::bracket_begin(std::uint32_t end) const {
  std::uint32_t i = end - 1;
  while (i > all_.first && end - i < 8 && !(scan_.tokens[i].before & gap_open)) --i;
  return i;
}

Subject SentenceNames::subject_before(std::uint32_t verb) const {
  std::uint32_t end = verb;
  while (end > all_.first && verb - end < 3 && !comma_before(end)) {
    const bool small = scan_.is(end - 1, k_filler);
    const bool day = small && scan_.is(end - 1, k_not_name);
    if (day && end > all_.first + 2 && scan_.is(end - 2, k_preposition))
      end -= 2;  // "X on Friday said"
    else if (small && (day || !scan_.tokens[end - 1].capital))
      --end;
    else
      break;
  }
  if (end <= all_.first || end >= scan_.size()) return {};
  if (scan_.tokens[end].before & gap_close) end = bracket_begin(end);
  if (end <= all_.first) return {};
  if (!comma_before(end)) {
    if (scan_.tokens[end].before & (hard | gap_colon | gap_dash)) return {};
    const Subject s = name_before(end, all_.first);
    return governed(s) ? Subject{} : s;
  }
  return before_apposition(end);
}

bool SentenceNames::governed(const Subject& s) const {
  if (!s.found() || s.written.first == all_.first || comma_before(s.written.first)) return false;
  std::uint32_t i = s.written.first - 1;
  while (i > all_.first && !scan_.tokens[i].capital && scan_.is(i, k_not_name) &&
         !words_at(i, language_.setting))
    --i;
  if (scan_.is(i, k_joiner) && !scan_.is(i, k_preposition)) return false;  // "…, but X said"
  return words_at(i, language_.setting) != 0;
}

Subject SentenceNames::before_apposition(std::uint32_t end) const {
  for (std::uint32_t i = end - 1; i > all_.first && end - i < max_apposition; --i) {
    if (scan_.tokens[i].before & hard && !abbreviated(i)) return {};
    if (!comma_before(i)) continue;
    const WordRange run = run_at(i);
    if (Subject s = run.last == end ? named(run) : Subject{}; s.found()) {
      if (s.name.size() >= 2) return s;
    }
    const Subject s = name_before(i, all_.first);
    if (s.written.last == i && !governed(s) &&
        (s.name.size() >= 2 || people_.is_person(scan_, s.name)))
      return s;
  }
  return {};
}

bool SentenceNames::abbreviated(std::uint32_t i) const {
  return !(scan_.tokens[i].before & ~(gap_stop | gap_space));
}

Subject SentenceNames::name_after(std::uint32_t i, std::uint32_t limit, bool governed) const {
  std::uint32_t unknown = 0;
  for (std::uint32_t j = i; j < limit && j < i + 8; ++j) {
    const bool title =
        j > i && abbreviated(j) && scan_.is(j - 1, k_honorific | k_role);  // "Rep. X"
    if (j > i && !title && (scan_.tokens[j].before & (hard | gap_colon | gap_comma))) return {};
    const WordRange run = run_at(j);
    if (!run.empty()) {
      Subject s = named(run);
      if (!s.found() && name_in_run(scan_, run).empty()) continue;  // "The", "President"
      const std::uint32_t end = body_end(run.last, limit);
      if (end == run.last && possessive(run.last)) return {};
      s = with_body(s, end);
      if (s.found()) s.written.first = std::min(s.written.first, i);
      return s;
    }
    const bool pronoun = scan_.is(j, k_pronoun) && !scan_.is(j, k_honorific | k_role);
    if (unknown && scan_.is(j, k_dative)) return {};  // "según informaron a X": who was told
    if (!governed && (scan_.is(j, k_dative) || words_at(j, language_.setting))) return {};
    if (pronoun || scan_.is(j, k_cue | k_report) || words_at(j, language_.that)) return {};
    const bool small = scan_.is(
        j, k_role | k_honorific | k_not_name | k_media_noun | k_filler | k_particle | k_dative);
    if (!small && ++unknown > 1) return {};
  }
  return {};
}

bool SentenceNames::vague(const Subject& s) const {
  return language_.capital_nouns && s.name.first == s.written.first && !mention_at(s.name.first) &&
         !scan_.tokens[s.name.first].upper && !people_.is_person(scan_, s.name);
}
}  // namespace kaynak::attribute_detail
