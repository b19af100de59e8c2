#include "attribute/clause.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_words = 120;        // of a sentence: longer ones are lists
constexpr std::uint32_t min_content = 3;        // words
constexpr std::uint32_t min_dense_content = 6;  // characters
constexpr std::uint32_t max_cues = 6;           // looked at in a sentence
constexpr std::uint32_t max_tag = 12;           // words of ", the mayor of X said"
constexpr std::uint32_t max_apposition = 30;    // words of ", the mayor of X, said"
constexpr std::uint32_t reach_that = 12;        // words between a verb and its "that"
constexpr std::uint16_t hard = gap_stop | gap_semicolon | gap_mark;

class Reader {
 public:
  Reader(const ClauseContext& c, WordRange sentence)
      : scan_(c.scan),
        language_(c.language),
        people_(c.people),
        relays_(c.relays),
        media_(c.media),
        known_name_(c.known_name),
        all_(sentence) {}

  std::optional<Clause> read() const {
    std::uint32_t cues = 0;
    for (std::uint32_t i = all_.first; i < all_.last && cues < max_cues; ++i) {
      const std::uint32_t kinds = scan_.phrases[i].kinds;
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
  // ---- words

  /// Number of words that a phrase of `list` takes at `i`; 0 for none.
  std::uint32_t words_at(std::uint32_t i, const std::vector<std::string>& list) const {
    if (i >= all_.last) return 0;
    const Token& t = scan_.tokens[i];
    const std::string_view rest = std::string_view(scan_.folded).substr(t.fold_begin);
    for (const std::string& word : list) {
      if (!rest.starts_with(word)) continue;
      const auto end = static_cast<std::uint32_t>(t.fold_begin + word.size());
      for (std::uint32_t j = i; j < all_.last && scan_.tokens[j].fold_end <= end; ++j)
        if (scan_.tokens[j].fold_end == end) return j - i + 1;
    }
    return 0;
  }

  bool dense() const { return scan_.tokens[all_.first].dense; }
  bool ends_at(std::uint32_t i) const { return i >= all_.last; }
  bool comma_before(std::uint32_t i) const {
    return i > all_.first && i < all_.last && (scan_.tokens[i].before & gap_comma);
  }

  bool enough(WordRange words) const {
    if (words.empty()) return false;
    const bool dense = scan_.tokens[words.first].dense;
    return words.size() >= (dense ? min_dense_content : min_content);
  }

  /// First word in [from, to) with a comma before it; `to` for none.
  std::uint32_t next_comma(std::uint32_t from, std::uint32_t to) const {
    while (from < to && !comma_before(from)) ++from;
    return from;
  }

  // ---- names

  std::optional<WordRange> mention_at(std::uint32_t i) const {
    for (const Mention& m : scan_.mentions)
      if (m.first <= i && i < m.last) return WordRange{m.first, m.last};
    return std::nullopt;
  }

  /// A network only carries what others say.
  bool is_network(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(), [&](const Mention& m) {
      return m.first <= i && i < m.last && media_[m.medium].kind == Medium::network;
    });
  }

  /// A source that was only told: "told Reuters".
  bool told(WordRange mention) const {
    return std::any_of(relays_.begin(), relays_.end(), [&](const Relay& r) {
      return r.told && !r.carried && r.mention < scan_.mentions.size() &&
             scan_.mentions[r.mention].first == mention.first;
    });
  }

  bool is_name(WordRange name) const {
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

  /// The source that the words of a run with capitals name.
  Subject named(WordRange run) const {
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

  bool possessive(std::uint32_t end) const {
    return end < all_.last && (scan_.tokens[end].before & gap_apostrophe);
  }

  WordRange run_at(std::uint32_t i) const {
    if (const auto mention = mention_at(i)) return {i, mention->last};
    WordRange run = capital_run(scan_, i);
    run.last = std::min(run.last, all_.last);
    return run;
  }

  /// The name that ends just before `end`; one of a person that it is only of or from ("Smith of
  /// the Institute").
  Subject name_before(std::uint32_t end, std::uint32_t begin) const {
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

  /// Where a word for a body ends that belongs to the name ending at `i`: "X campaign", "X’s
  /// campaign"; `i` for none.
  std::uint32_t body_end(std::uint32_t i, std::uint32_t limit) const {
    const std::uint32_t word = possessive(i) ? i + 1 : i;
    if (word >= limit || (scan_.tokens[word].before & ~gap_space)) return i;
    return words_at(word, language_.body) ? word + 1 : i;
  }

  /// `s` up to `end`, where a word for a body belongs to its name.
  Subject with_body(Subject s, std::uint32_t end) const {
    if (s.found() && s.written.last < end) s.name.last = s.written.last = end;
    return s;
  }

  bool spaces_only(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.tokens[i].before & ~(gap_space | gap_hyphen)) return false;
    return true;
  }

  /// Where the bracket before `end` begins: "X (party) said".
  std::uint32_t bracket_begin(std::uint32_t end) const {
    std::uint32_t i = end - 1;
    while (i > all_.first && end - i < 8 && !(scan_.tokens[i].before & gap_open)) --i;
    return i;
  }

  /// The subject that stands before a verb at `verb`, small words between aside.
  Subject subject_before(std::uint32_t verb) const {
    std::uint32_t end = verb;
    while (end > all_.first && verb - end < 3 && scan_.is(end - 1, k_filler) &&
           !scan_.tokens[end - 1].capital && !comma_before(end))
      --end;
    if (scan_.tokens[end].before & gap_close) end = bracket_begin(end);
    if (end <= all_.first) return {};
    if (!comma_before(end)) {
      if (scan_.tokens[end].before & (hard | gap_colon | gap_dash)) return {};
      const Subject s = name_before(end, all_.first);
      return governed(s) ? Subject{} : s;
    }
    return before_apposition(end);
  }

  /// Whether a preposition stands before a name, so that it is no subject: "people in X said".
  bool governed(const Subject& s) const {
    if (!s.found() || s.written.first == all_.first || comma_before(s.written.first)) return false;
    std::uint32_t i = s.written.first - 1;
    while (i > all_.first && !scan_.tokens[i].capital && scan_.is(i, k_not_name) &&
           !words_at(i, language_.setting))
      --i;
    return words_at(i, language_.setting) != 0;
  }

  /// "X, the mayor of Y, said": the name stands before the apposition, or is it ("the mayor, X,
  /// said").
  Subject before_apposition(std::uint32_t end) const {
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

  /// A full stop inside a sentence: "Sen. X".
  bool abbreviated(std::uint32_t i) const {
    return !(scan_.tokens[i].before & ~(gap_stop | gap_space));
  }

  /// The name that follows at `i`, after articles, roles and at most one other word. `governed`: a
  /// preposition may stand before it ("according to figures of X").
  Subject name_after(std::uint32_t i, std::uint32_t limit, bool governed = false) const {
    std::uint32_t unknown = 0;
    for (std::uint32_t j = i; j < limit && j < i + 8; ++j) {
      if (j > i && (scan_.tokens[j].before & (hard | gap_colon | gap_comma))) return {};
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

  /// A name that could be two common nouns: they have capitals, too, and the page says nothing else
  /// of it.
  bool vague(const Subject& s) const {
    return language_.capital_nouns && s.name.first == s.written.first &&
           !mention_at(s.name.first) && !scan_.tokens[s.name.first].upper &&
           !people_.is_person(scan_, s.name);
  }

  // ---- patterns

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
                             before.written.first <= all_.first + 2 &&
                             !comma_before(before.written.first);  // "When X said that …, …"
    if (before.found() && !subordinate)
      if (auto c = content_after(cue, before, beside, verb)) return c;
    if (auto c = as_said(cue, before)) return c;
    if (auto c = subject_between(cue)) return c;
    return language_.verb_last ? verb_last(cue) : std::nullopt;
  }

  /// "…, X said." / "…, said X."
  std::optional<Clause> tag(WordRange cue, const Subject& before) const {
    const bool beside = before.found() && !comma_before(cue.first);
    std::uint32_t comma = beside ? before.written.first : cue.first;
    while (comma > all_.first && !comma_before(comma) && cue.first - comma < max_tag) --comma;
    if (!comma_before(comma)) return std::nullopt;
    Clause clause{before, cue, {all_.first, comma}, 0.9};
    if (beside) {
      const bool loose = language_.bare.empty() || words_at(cue.first, language_.bare);
      const bool closed = ends_at(cue.last) || comma_before(cue.last);
      if (!small_words(comma, before.written.first)) return std::nullopt;
      if (!closed && !(loose && closes_after(cue.last))) return std::nullopt;
      const std::uint32_t that = that_after(cue.last);
      if (that < all_.last && !closed) return std::nullopt;  // "On Monday, X said that …"
      if (language_.bare.empty() && !closed && clause.content.size() < 8) return std::nullopt;
      return longer_side(clause, cue.last);
    }
    if (comma != cue.first) return std::nullopt;
    clause.source = name_after(cue.last, all_.last);
    if (!clause.source.found()) return std::nullopt;
    const std::uint32_t end = clause.source.written.last;
    if (before.found() && !language_.bare.empty() && !closes_after(end)) return std::nullopt;
    return clause;
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
      if (const std::uint32_t n = words_at(j, language_.that)) return j + n;
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
    if (!words_at(cue.first, language_.bare) || comma_before(cue.last)) return std::nullopt;
    return bare_content(clause);
  }

  std::optional<Clause> bare_content(Clause clause) const {
    std::uint32_t i = clause.cue.last;
    if (scan_.is(clause.cue.first, k_told)) {
      const Subject listener = name_after(i, std::min(all_.last, i + 4));
      i = listener.found() ? listener.written.last : i + 1;
    }
    while (i < all_.last && (scan_.is(i, k_filler) || scan_.tokens[i].digits) &&
           !scan_.is(i, k_pronoun))
      ++i;
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

  const Scan& scan_;
  const Language& language_;
  const People& people_;
  const std::vector<Relay>& relays_;
  const std::vector<Medium>& media_;
  const std::function<bool(std::string_view)>& known_name_;
  WordRange all_;
};

}  // namespace

std::optional<Clause> read_clause(const ClauseContext& context, WordRange sentence) {
  if (sentence.empty() || sentence.size() > max_words * (context.language.no_case ? 3 : 1))
    return std::nullopt;
  return Reader(context, sentence).read();
}

}  // namespace kaynak::attribute_detail
