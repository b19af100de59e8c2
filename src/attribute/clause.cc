#include "attribute/clause.h"

#include <algorithm>
#include <optional>

#include "attribute/sentence_names.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_words = 120;        // of a sentence: longer ones are lists
constexpr std::uint32_t min_content = 3;        // words
constexpr std::uint32_t min_dense_content = 6;  // characters
constexpr std::uint32_t max_cues = 6;           // looked at in a sentence
constexpr std::uint32_t max_tag = 12;           // words of ", the mayor of X said"
constexpr std::uint32_t reach_that = 12;        // words between a verb and its "that"

class Reader : SentenceNames {
 public:
  using SentenceNames::SentenceNames;

  std::optional<Clause> read() const {
    std::uint32_t cues = 0;
    for (std::uint32_t i = all_.first; i < all_.last && cues < max_cues; ++i) {
      const std::uint64_t kinds = scan_.phrases[i].kinds;
      if (kinds & k_undertaking)
        if (const auto c = undertaken({i, std::min(i + scan_.phrases[i].length, all_.last)}))
          return c;
      if (!(kinds & (k_cue | k_report | k_according | k_according_after))) continue;
      if (words_at(i, language_.direct_only)) continue;
      if (scan_.tokens[i].capital && i > all_.first && !comma_before(i)) continue;  // of a name
      ++cues;
      const std::uint32_t length = kinds & k_told ? 1 : scan_.phrases[i].length;  // "told the"
      const WordRange cue = {i, std::min(i + length, all_.last)};
      std::optional<Clause> found;
      if ((kinds & k_according) && !(kinds & k_report)) found = according(cue);
      if (!found && (kinds & k_according_after)) found = according_after(cue);
      if (!found && (kinds & (k_cue | k_report))) found = said(cue, (kinds & k_cue) != 0);
      if (found && enough(found->content)) return found;
    }
    return std::nullopt;
  }

 private:
  static std::uint32_t least(bool dense) { return dense ? min_dense_content : min_content; }

  bool enough(WordRange words) const {
    return !words.empty() && words.size() >= least(scan_.tokens[words.first].dense);
  }

  // ---- patterns

  /// "X vowed to …", "X rejected …": what follows the verb, or its last word, is what was
  /// said.
  std::optional<Clause> undertaken(WordRange cue) const {
    if (scan_.tokens[cue.first].capital || ends_at(cue.last) || comma_before(cue.last))
      return std::nullopt;
    const Subject source = subject_before(cue.first);
    if (!source.found()) return std::nullopt;
    return Clause{source, cue, {cue.size() > 1 ? cue.last - 1 : cue.last, all_.last}, 0.7};
  }

  /// "According to X, …" and "…, according to X."
  std::optional<Clause> according(WordRange cue) const {
    const Subject source = dense() ? medium_after(cue.last) : name_after(cue.last, all_.last, true);
    if (!source.found()) return std::nullopt;
    Clause clause{source, cue, {}, 0.9};
    if (source.written.first + 2 < source.name.first || vague(source)) clause.confidence = 0.6;
    if (cue.first <= all_.first + 2 && !comma_before(cue.first)) {
      const std::uint32_t end = source.written.last;
      const std::uint32_t comma = next_comma(end, std::min(all_.last, end + max_tag));
      const bool found = comma < std::min(all_.last, end + max_tag);
      clause.content = {language_.verb_second || !found ? end : comma, all_.last};
      if (!found && !language_.verb_second && !dense()) clause.confidence = 0.6;
      return clause;
    }
    clause.content = {all_.first, cue.first};
    const std::uint32_t rest =
        language_.verb_second ? source.written.last : next_comma(source.written.last, all_.last);
    if (all_.last - rest > clause.content.size() &&
        (comma_before(cue.first) || language_.verb_second))
      clause.content = {rest, all_.last};
    return clause;
  }

  Subject medium_after(std::uint32_t i) const {
    for (std::uint32_t j = i; j < all_.last && j < i + 10; ++j) {
      if (j > i && (scan_.tokens[j].before & (hard | gap_comma))) return {};
      if (const auto mention = mention_at(j)) {
        Subject s;
        s.name = s.written = *mention;
        return s;
      }
    }
    return {};
  }

  /// "X’e göre …", "Xによると、…"
  std::optional<Clause> according_after(WordRange cue) const {
    std::uint32_t end = cue.first;
    if (end > all_.first && (scan_.tokens[end - 1].before & gap_apostrophe)) --end;  // a suffix
    if (end <= all_.first || end > all_.first + 16 || (scan_.is(cue.first, k_report) && !dense()))
      return std::nullopt;
    const Subject source = dense() ? dense_source({all_.first, end}) : name_before(end, all_.first);
    if (!source.found()) return std::nullopt;
    return Clause{source, cue, {cue.last, all_.last}, 0.9};
  }

  std::optional<Clause> said(WordRange cue, bool verb) const {
    if (language_.no_case) return said_without_case(cue);
    const Subject before = subject_before(cue.first);
    const bool beside = before.found() && !comma_before(cue.first);
    if (auto c = tag(cue, before)) return c;
    const bool subordinate = before.found() && words_at(all_.first, language_.setting) &&
                             !scan_.is(all_.first, k_joiner) &&
                             before.written.first <= all_.first + 2 &&
                             !comma_before(before.written.first);  // "When X said that …, …"
    if (before.found() && !subordinate)
      if (auto c = content_after(cue, before, beside, verb)) return c;
    if (!before.found() && cue.first > all_.first && scan_.is(cue.first - 1, k_joiner))
      if (auto c = went_on(cue, verb)) return c;
    if (!before.found() && !language_.fixed_order)
      if (auto c = said_across(cue)) return c;
    if (auto c = as_said(cue, before)) return c;
    if (auto c = subject_between(cue)) return c;
    return language_.verb_last ? verb_last(cue) : std::nullopt;
  }

  /// "Jan Kasal včera v sále prohlásil, že …": words of time and place between the sentence's
  /// subject and a verb that "that" follows, where the order of words is free.
  std::optional<Clause> said_across(WordRange cue) const {
    constexpr std::uint32_t lead = 4, most_between = 6;
    const std::uint32_t that = words_at(cue.last, language_.that);
    for (std::uint32_t i = all_.first; that && i < cue.first && i < all_.first + lead; ++i) {
      const WordRange run = run_at(i);
      if (run.empty()) continue;
      const Subject source = named(run);
      if (!source.found() && name_in_run(scan_, run).empty()) continue;  // "The"
      if (!source.found() || possessive(run.last) || governed(source)) return std::nullopt;
      if (cue.first - run.last > most_between) return std::nullopt;
      for (std::uint32_t k = run.last; k <= cue.first; ++k)
        if ((scan_.tokens[k].before & ~(gap_space | gap_hyphen)) ||
            (k < cue.first && scan_.is(k, k_cue | k_report | k_pronoun)))
          return std::nullopt;
      return Clause{source, cue, {cue.last + that, all_.last}, 0.7};
    }
    return std::nullopt;
  }

  /// "X left early and said that …": the sentence's subject says it.
  std::optional<Clause> went_on(WordRange cue, bool verb) const {
    for (std::uint32_t i = all_.first; i < cue.first && i < all_.first + 4; ++i) {
      const WordRange run = run_at(i);
      if (run.empty()) continue;
      const Subject source = named(run);
      if (!source.found() || possessive(run.last) || governed(source)) return std::nullopt;
      return content_after(cue, source, false, verb);
    }
    return std::nullopt;
  }

  /// "…, X said." / "…, said X."
  std::optional<Clause> tag(WordRange cue, const Subject& before) const {
    const bool beside = before.found() && !comma_before(cue.first);
    std::uint32_t comma = beside ? before.written.first : cue.first;
    while (comma > all_.first && !comma_before(comma) && cue.first - comma < max_tag) --comma;
    if (!comma_before(comma)) return std::nullopt;
    Clause clause{before, cue, {all_.first, comma}, 0.9};
    if (beside) {
      const bool loose = language_.bare.empty() || words_at(cue.first, language_.bare) ||
                         is_clause(clause.content);
      const bool closed = ends_at(cue.last) || comma_before(cue.last);
      if (!small_words(comma, before.written.first)) return std::nullopt;
      if (!closed && !(loose && closes_after(cue.last))) return std::nullopt;
      const std::uint32_t that = that_after(cue.last);
      if (that < all_.last && !closed) return std::nullopt;  // "On Monday, X said that …"
      if (language_.bare.empty() && !closed && clause.content.size() < 8) return std::nullopt;
      return longer_side(clause, cue.last);
    }
    if (comma != cue.first) return std::nullopt;
    // "X, the mayor, told Y that …": who stands behind the verb was told.
    if (before.found() && that_after(cue.last) < all_.last) return std::nullopt;
    clause.source = name_after(cue.last, all_.last);
    if (!clause.source.found()) return std::nullopt;
    const std::uint32_t end = clause.source.written.last;
    if (before.found() && !language_.bare.empty() && !closes_after(end)) return std::nullopt;
    return clause;
  }

  /// Long enough before a tag, and no setting ("On Monday, …"), that any verb of speech may follow.
  bool is_clause(WordRange words) const {
    return words.size() >= 6 && !words_at(words.first, language_.setting);
  }

  /// "A, X said, B": the longer of both parts; nothing where the first is only a time or place.
  std::optional<Clause> longer_side(Clause clause, std::uint32_t tag_end) const {
    const WordRange rest = {next_comma(tag_end, all_.last), all_.last};
    if (rest.first == tag_end && rest.size() > clause.content.size()) clause.content = rest;
    return clause.content.size() > min_content ? std::optional(clause) : std::nullopt;
  }

  bool small_words(std::uint32_t first, std::uint32_t last) const {
    if (last > first + 6) return false;
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.tokens[i].capital && i > first) return false;
    return true;
  }

  /// Whether nothing is said after a tag: the sentence ends there, or a comma, or a time or place.
  bool closes_after(std::uint32_t i) const {
    while (i < all_.last && scan_.is(i, k_filler) && !comma_before(i)) ++i;
    if (ends_at(i) || comma_before(i)) return true;
    return words_at(i, language_.setting) != 0 && that_after(i) == all_.last;
  }

  /// The word behind "that", near after `i`; the sentence's end where there is none.
  std::uint32_t that_after(std::uint32_t i) const {
    for (std::uint32_t j = i; j < all_.last && j < i + reach_that; ++j) {
      if (j > i && (scan_.tokens[j].before & hard)) break;
      const std::uint32_t n = words_at(j, language_.that);
      if (n && j > i && scan_.is(j - 1, k_joiner)) break;  // "said A and that B"
      if (n) return j + n;
    }
    return all_.last;
  }

  /// "X said that …", "X said …", "X sagte, …", "X said: …"
  std::optional<Clause> content_after(WordRange cue, const Subject& source, bool beside,
                                      bool verb) const {
    Clause clause{source, cue, {}, beside ? 0.9 : 0.7};
    if (const std::uint32_t that = that_after(cue.last); that < all_.last) {
      clause.content = {that, all_.last};
      return clause;
    }
    if (ends_at(cue.last) || !verb) return std::nullopt;
    const Token& next = scan_.tokens[cue.last];
    if (next.before & gap_colon) {
      clause.content = {cue.last, all_.last};
      return clause;
    }
    if (language_.verb_second) {
      const std::uint32_t comma = next_comma(cue.last, std::min(all_.last, cue.last + 8));
      if (comma >= std::min(all_.last, cue.last + 8)) return std::nullopt;
      clause.content = {comma, all_.last};
      return clause;
    }
    if (comma_before(cue.last)) return std::nullopt;
    if (!words_at(cue.first, language_.bare) && !clause_begins(cue.last)) return std::nullopt;
    return bare_content(clause);
  }

  /// "announced it would …": who does it stands at `i`.
  bool clause_begins(std::uint32_t i) const {
    return !language_.bare.empty() && scan_.is(i, k_pronoun) && !words_at(i, language_.setting);
  }

  /// "told the Harbour Post …", "told him …": the word behind who was told.
  std::uint32_t after_listener(std::uint32_t i) const {
    for (std::uint32_t j = i; j < all_.last && j < i + 4; ++j) {
      if (j > i && (scan_.tokens[j].before & (hard | gap_comma))) break;
      if (const WordRange run = run_at(j); !run.empty()) return run.last;
      if (scan_.is(j, k_pronoun) || !scan_.is(j, k_role | k_honorific | k_determiner | k_not_name))
        break;
    }
    return i + 1;
  }

  /// "on Friday", "Friday", "later": a word that is no part of what was said.
  std::uint32_t after_time(std::uint32_t i) const {
    const auto is_time = [&](std::uint32_t j) {
      return j < all_.last && (scan_.is(j, k_filler) || scan_.tokens[j].digits) &&
             !scan_.is(j, k_pronoun);
    };
    while (is_time(i) || (scan_.is(i, k_preposition) && is_time(i + 1))) ++i;
    return i;
  }

  std::optional<Clause> bare_content(Clause clause) const {
    std::uint32_t i = clause.cue.last;
    if (scan_.is(clause.cue.first, k_told)) i = after_listener(i);
    i = after_time(i);
    if (ends_at(i) || words_at(i, language_.setting)) return std::nullopt;
    clause.content = {i, all_.last};
    clause.confidence -= 0.1;
    return clause;
  }

  /// "As X said, …", "Как сообщил X, …"
  std::optional<Clause> as_said(WordRange cue, const Subject& before) const {
    if (!words_at(all_.first, language_.as)) return std::nullopt;
    const bool inverted = cue.first <= all_.first + 2;
    const Subject source = before.found() ? before
                           : inverted     ? name_after(cue.last, all_.last)
                                          : Subject{};
    if (!source.found()) return std::nullopt;
    const std::uint32_t end = std::max(source.written.last, cue.last);
    const std::uint32_t comma = next_comma(end, std::min(all_.last, end + max_tag));
    if (comma >= std::min(all_.last, end + max_tag)) return std::nullopt;
    return Clause{source, cue, {comma, all_.last}, 0.9};
  }

  /// "Dijo X que …": verb, subject, "that".
  std::optional<Clause> subject_between(WordRange cue) const {
    const std::uint32_t that = that_after(cue.last);
    if (that >= all_.last) return std::nullopt;
    const Subject source = name_after(cue.last, that - 1);
    if (!source.found()) return std::nullopt;
    return Clause{source, cue, {that, all_.last}, 0.9};
  }

  /// "X, … söyledi.": the subject begins the sentence, the verb ends it.
  std::optional<Clause> verb_last(WordRange cue) const {
    if (cue.last + 1 < all_.last && !comma_before(cue.last)) return std::nullopt;
    for (std::uint32_t i = all_.first; i < cue.first && i < all_.first + 14;) {
      const WordRange run = run_at(i);
      if (run.empty()) {
        ++i;
        continue;
      }
      i = run.last;
      const Subject source = named(run);
      if (!source.found() || possessive(run.last) || run.last >= cue.first) continue;
      const bool comma = comma_before(run.last);
      if (!comma && !mention_at(run.first) && !people_.is_person(scan_, source.name)) continue;
      return Clause{source, cue, {run.last, cue.first}, comma ? 0.8 : 0.7};
    }
    return std::nullopt;
  }

  // ---- scripts without capitals

  std::optional<Clause> said_without_case(WordRange cue) const {
    if (dense()) return said_dense(cue);
    const std::uint32_t that = that_after(cue.last);
    if (that >= all_.last || that <= cue.last + 1) return std::nullopt;
    return with_reader(cue, {that, all_.last}, 0.8);
  }

  std::optional<Clause> said_dense(WordRange cue) const {
    if (language_.verb_last) {
      if (cue.last + 1 < all_.last) return std::nullopt;
      const std::uint32_t topic = topic_end(cue.first);
      const Subject source = dense_source({all_.first, topic > all_.first ? topic - 1 : topic});
      if (!source.found()) return std::nullopt;
      return Clause{source, cue, {topic, cue.first}, 0.8};
    }
    const Subject source = dense_source({all_.first, cue.first});
    if (!source.found()) return std::nullopt;
    return Clause{source, cue, {cue.last, all_.last}, 0.8};
  }

  /// The word behind "は" near the sentence's beginning; its beginning where there is none.
  std::uint32_t topic_end(std::uint32_t limit) const {
    for (std::uint32_t i = all_.first; i < limit && i < all_.first + 30; ++i) {
      if (scan_.tokens[i].before & (gap_comma | gap_mark)) break;
      if (scan_.fold_at(i) == "は") return i + 1;
    }
    return all_.first;
  }

  /// Somebody named at the end of words that stand together: a medium, or a name beside a role.
  Subject dense_source(WordRange words) const {
    while (words.size() > 0 && scan_.is(words.last - 1, k_filler)) --words.last;
    for (std::uint32_t i = words.last; i-- > words.first;)
      if (i > words.first && (scan_.tokens[i].before & (gap_comma | hard))) words.first = i;
    Subject s;
    if (words.empty() || words.size() > 30 || scan_.is(words.first, k_pronoun)) return s;
    if (const auto mention = mention_at(words.last - 1)) {
      s.name = s.written = *mention;
      return s;
    }
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      if (!scan_.is(i, k_role)) continue;
      const std::uint32_t after = i + scan_.phrases[i].length;
      if (after < words.last && words.last - after >= 2 && words.last - after <= 4)
        s.name = {after, words.last};
      if (after == words.last && i >= words.first + 2 && language_.verb_last)
        s.name = {words.first, i};
    }
    if (!s.name.empty()) s.written = words;
    return s;
  }

  /// The subject as the reader of quotations finds it beside the words that are said.
  std::optional<Clause> with_reader(WordRange cue, WordRange content, double confidence) const {
    QuoteSpan span;
    span.inner =
        span.outer = {scan_.tokens[content.first].begin, scan_.tokens[content.last - 1].end};
    const Attribution found = attribute_quote(scan_, language_, people_, relays_, span,
                                              scan_.tokens[all_.first].begin, span.outer.end);
    const Subject& s = found.subject;
    if (found.cue.first != cue.first || !s.found() || s.pronoun || s.name.empty() ||
        s.written.first < all_.first || s.written.last > content.first)
      return std::nullopt;
    const bool role = s.name.first > s.written.first;
    if (!role && !mention_at(s.name.first) && s.name.size() < 2) return std::nullopt;
    if (scan_.is(s.written.first, k_pronoun | k_not_name)) return std::nullopt;
    return Clause{s, cue, content, confidence};
  }
};

std::optional<Clause> read_clause(const ClauseContext& context, WordRange sentence) {
  if (sentence.empty() || sentence.size() > max_words * (context.language.no_case ? 3 : 1))
    return std::nullopt;
  return Reader(context, sentence).read();
}

/// "…, but Y said …" at word `i`: what Y says.
std::optional<Clause> second_clause(const ClauseContext& context, std::uint32_t i,
                                    std::uint32_t end) {
  constexpr std::uint32_t reach = 4;  // words from the joining one to the source
  if (!(context.scan.tokens[i].before & gap_comma) || !context.scan.is(i, k_joiner))
    return std::nullopt;
  std::optional<Clause> clause = read_clause(context, {i, end});
  const bool leads = clause && clause->source.written.first <= i + reach &&
                     clause->source.written.last <= clause->cue.first;
  return leads ? clause : std::nullopt;
}

}  // namespace

std::vector<Clause> read_clauses(const ClauseContext& context, WordRange sentence) {
  std::vector<Clause> clauses;
  for (std::uint32_t i = sentence.first + min_content; i < sentence.last; ++i) {
    const auto second = second_clause(context, i, sentence.last);
    if (!second) continue;
    if (const auto first = read_clause(context, {sentence.first, i})) clauses.push_back(*first);
    clauses.push_back(*second);
    return clauses;
  }
  if (const auto only = read_clause(context, sentence)) clauses.push_back(*only);
  return clauses;
}

}  // namespace kaynak::attribute_detail
