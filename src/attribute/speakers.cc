#include "attribute/speakers.h"

#include <algorithm>

#include "attribute/dense_speakers.h"
#include "attribute/subjects.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_cue_distance = 10;  // between a quotation and the cue after it
constexpr std::uint32_t max_tag_words = 8;

class Reader : private Subjects {
 public:
  Reader(const Scan& scan, const Language& language, const People& people,
         const std::vector<Relay>& relays)
      : Subjects(scan, language, people, relays) {}

  Attribution read(const QuoteSpan& quote, std::uint32_t from, std::uint32_t to) {
    quote_ = quote;
    const std::uint32_t before_last = scan_.token_at(quote.outer.begin);
    const std::uint32_t before_first = sentence_begin(before_last, from);
    const std::uint32_t after_first = scan_.token_at(quote.outer.end);
    const std::uint32_t after_last = sentence_end(after_first, to);
    before_ = {before_first, before_last};
    after_ = {after_first, after_last};
    if (dense()) return read_dense(scan_, people_, before_, after_);
    // Words quoted inside a sentence belong to what leads up to them; a tag follows only a comma or
    // a dash, or is a verb.
    const bool verb_next = !after_.empty() && is_cue(after_.first) && !led_up();
    const bool inside = !before_.empty() && !verb_next && (led_up() || !tagged());
    if (inside) {
      if (Attribution a = from_before(); a.subject.found()) return a;
      if (Attribution a = from_late_cue(true); a.subject.found()) return a;
      if (Attribution a = from_sentence_subject(); a.subject.found()) return a;
    }
    if (Attribution a = from_after(); a.subject.found()) return a;
    if (!inside)
      if (Attribution a = from_before(); a.subject.found()) return a;
    if (Attribution a = from_late_cue(false); a.subject.found()) return a;
    if (Attribution a = from_sentence_subject(); a.subject.found()) return a;
    Attribution last;
    if (!after_.empty() && !sentence_is_over() && !language_.no_case && !language_.fixed_order)
      last.subject = first_name(after_.first, after_.last);
    last.confidence = far_guess;
    last.inside = !before_.empty() && !led_up() && !dense();
    last.goes_on = !before_.empty() && (!begins_sentence() || scan_.is(before_.first, k_joiner));
    return last;
  }

 private:
  bool dense() const {
    const std::uint32_t i = scan_.token_at(quote_.inner.begin);
    return i < scan_.size() && scan_.tokens[i].dense;
  }

  std::uint32_t sentence_begin(std::uint32_t i, std::uint32_t from) const {
    std::uint32_t first = i;
    while (first > 0 && scan_.tokens[first - 1].begin >= from && !real_stop(first - 1)) --first;
    return first;
  }

  /// Whether the text before the quotation is the beginning of its sentence: else another quotation
  /// stands before it.
  bool begins_sentence() const {
    return before_.first == 0 || real_stop(before_.first - 1) ||
           (scan_.tokens[before_.first - 1].after & gap_stop);
  }

  Subject subject_of_sentence(std::uint32_t begin, std::uint32_t end) const {
    return begins_sentence() ? sentence_subject(begin, end) : Subject{};
  }

  /// Whether a comma, a dash or the end of a question stands between the words and what follows.
  bool tagged() const {
    if (quote_.dash) return true;
    const std::string_view inner = scan_.text.substr(quote_.inner.begin, quote_.inner.size());
    if (inner.ends_with(",") || inner.ends_with("?") || inner.ends_with("!")) return true;
    return !after_.empty() && (scan_.tokens[after_.first].before & (gap_comma | gap_dash));
  }

  /// "X said: “…”"
  bool led_up() const {
    return !before_.empty() && (scan_.tokens[before_.last - 1].after & gap_colon) &&
           scan_.tokens[before_.last - 1].end <= quote_.outer.begin;
  }

  std::uint32_t sentence_end(std::uint32_t i, std::uint32_t to) const {
    std::uint32_t last = i;
    while (last < scan_.size() && scan_.tokens[last].begin < to) {
      ++last;
      if (real_stop(last - 1)) break;
    }
    return last;
  }

  /// Whether the quotation itself ends a sentence, so that what follows begins a new one.
  bool sentence_is_over() const {
    const std::string_view inner = scan_.text.substr(quote_.inner.begin, quote_.inner.size());
    const bool full_stop = inner.ends_with(".") || inner.ends_with("…") || inner.ends_with("。");
    const bool other = inner.ends_with("!") || inner.ends_with("?");
    if (after_.empty()) return true;
    const std::string_view gap =
        scan_.text.substr(quote_.outer.end, scan_.tokens[after_.first].begin - quote_.outer.end);
    if (gap.find(',') != gap.npos || gap.find("–") != gap.npos || gap.find("—") != gap.npos)
      return false;
    if (gap.find('.') != gap.npos) return true;
    if (!full_stop && !other) return false;
    if (!scan_.tokens[after_.first].capital) return false;
    if (full_stop) return true;
    const WordRange run = capital_run(scan_, after_.first);
    return !(run.last < after_.last && scan_.is(run.last, k_cue)) &&
           !scan_.is(after_.first, k_pronoun | k_cue);
  }

  Attribution with(Subject s, std::uint32_t cue, double confidence = beside) const {
    return {s,
            {cue, std::min<std::uint32_t>(cue + scan_.phrases[cue].length, scan_.size())},
            confidence};
  }

  /// "…", said X. / "…", X said.
  Attribution from_after() const {
    if (after_.empty() || sentence_is_over()) return {};
    for (std::uint32_t i = after_.first; i < after_.last && i < after_.first + max_cue_distance;
         ++i) {
      if (i > after_.first && (scan_.tokens[i].before & (gap_semicolon | gap_colon | gap_mark)))
        break;
      if (!is_cue(i) || scan_.is(i, k_participle)) continue;
      if (Attribution a = before_last_verb(i); a.subject.found()) return a;
      if (comma_between(after_.first, i))
        if (Attribution a = before_unknown_verb(); a.subject.found()) return a;
      return with(around(i, after_.first, after_.last), i);
    }
    return after_dash();
  }

  /// "“…” diye sözcü X konuştu": the subject stands before the verb that ends the sentence.
  Attribution before_last_verb(std::uint32_t particle) const {
    if (!language_.verb_last || particle > after_.first + 1) return {};
    const std::uint32_t begin = particle + scan_.phrases[particle].length;
    for (std::uint32_t i = begin + 1; i < after_.last && i < begin + max_cue_distance; ++i)
      if (is_cue(i) && !scan_.tokens[i].capital)
        if (const Subject s = backward(i, begin); s.found() && s.written.last + 1 >= i)
          return with(s, i);
    return {};
  }

  /// "“…”, wunderte sich der Trainer", "“…,” Novak began", "– …, säger X": right after speech the
  /// verb need not be known.
  Attribution after_dash() const {
    const std::uint32_t first = after_.first;
    if (!tagged() && !quote_.dash) return {};
    if (scan_.tokens[first].capital || scan_.is(first, k_determiner | k_pronoun))
      return before_unknown_verb();
    if (scan_.is(first, k_preposition | k_not_name | k_joiner | k_role | k_participle)) return {};
    if (scan_.tokens[first].after & (gap_comma | ends_clause)) return {};
    std::uint32_t i = first + 1;
    while (i < first + 4 && i < after_.last && !scan_.tokens[i].capital &&
           !scan_.is(i, k_determiner | k_pronoun | k_preposition) &&
           scan_.tokens[i].before == gap_space)
      ++i;
    if (scan_.is(i, k_preposition)) return {};  // "“…”, prodotta da X": what was done, by whom
    const Subject s = forward(i, std::min(after_.last, first + max_tag_words));
    const bool near = s.found() && s.written.first <= i + 2;
    return near && (!s.pronoun || quote_.dash) ? Attribution{s, {first, first + 1}, unknown_verb}
                                               : Attribution{};
  }

  bool comma_between(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first + 1; i <= last; ++i)
      if (scan_.tokens[i].before & gap_comma) return true;
    return false;
  }

  Attribution before_unknown_verb() const {
    const std::uint32_t first = after_.first;
    const WordRange run = capital_run(scan_, first);
    if (run.empty() || run.last >= after_.last || mention_covers(first)) return {};
    if (scan_.tokens[run.last].before != gap_space || scan_.is(run.last, k_preposition)) return {};
    const Subject s = named(run, run.first);
    return s.found() && sure(s) ? Attribution{s, {run.last, run.last + 1}, unknown_verb}
                                : Attribution{};
  }

  Subject around(std::uint32_t cue, std::uint32_t begin, std::uint32_t end) const {
    const std::uint32_t next = cue + scan_.phrases[cue].length;
    if (cue > begin) {
      const Subject before = backward(cue, begin);
      if (before.found() && (before.pronoun || cue - before.written.last <= 2)) return before;
      const Subject after = forward(next, end);
      const bool beside = after.found() && after.written.first <= next + 1 &&
                          (after.name.empty() || after.name.first <= next + 4);
      if (after.found() && (beside || !before.found())) return after;
      if (before.found()) return before;
    } else if (const Subject after = forward(next, end); after.found()) {
      return after;
    }
    // The verb alone ("dedi"): the subject stands before the quotation.
    if (before_.empty()) return {};
    const Subject known = first_name(before_.first, before_.last);
    if (known.found()) return known;
    const Subject beside = last_name(before_.first, before_.last);
    return beside.name.size() >= 2 ? beside : Subject{};
  }

  /// X said: "…" / said X: "…" / X said that the "…" / X did this, saying "…"
  Attribution from_before() const {
    if (Attribution a = from_last_clause(); a.subject.found()) return a;
    bool read_sentence = false;  // once: the sentence may be long
    for (std::uint32_t i = before_.last; i-- > before_.first;) {
      if (!is_cue(i)) continue;
      const std::uint32_t next = i + scan_.phrases[i].length;
      if (next > before_.last) continue;
      if (scan_.is(i, k_participle)) {
        if (read_sentence) continue;
        read_sentence = true;
        const Subject s = subject_of_sentence(before_.first, i);
        if (s.found()) return with(s, i, s.pronoun ? beside : apart);
        continue;
      }
      const Subject before = backward(i, before_.first);
      if (before.found() && (before.pronoun || i - before.written.last <= 2))
        return with(before, i);
      const bool inverted =
          (!language_.fixed_order || i == before_.first) && subject_next(next, before_.last);
      const Subject after = inverted ? forward(next, before_.last) : Subject{};
      if (after.found() && !(after.pronoun && before.found())) return with(after, i, inversion);
      if (before.found()) return with(before, i, apart);
      return with(subject_of_sentence(before_.first, i), i, apart);
    }
    return {};
  }

  /// Whether a subject can begin here: no conjunction ("dijo que …"), no comma.
  bool subject_next(std::uint32_t i, std::uint32_t end) const {
    if (i >= end || (scan_.tokens[i].before & (gap_comma | gap_colon))) return false;
    if (language_.no_case) return true;
    while (i < end && is_filler(i) && !scan_.is(i, k_determiner) && !scan_.tokens[i].capital) ++i;
    return i < end &&
           (scan_.tokens[i].capital ||
            scan_.is(i, k_determiner | k_role | k_body | k_honorific | k_pronoun | k_media_noun));
  }

  /// "When …, X fired back: “…”": the clause before the colon says who, whatever its verb.
  Attribution from_last_clause() const {
    if (!led_up() || language_.no_case) return {};
    const std::uint32_t first = clause_begin(before_.first, before_.last);
    if (first == before_.first || first + 1 >= before_.last) return {};
    for (std::uint32_t i = first; i < before_.last; ++i)
      if (is_cue(i)) return {};
    Attribution a;
    a.confidence = unknown_verb;
    if (scan_.is(first, k_pronoun)) {
      a.subject = pronoun(first);
    } else if (const WordRange run = capital_run(scan_, first); !run.empty()) {
      const Subject s = named(run, run.first);
      if (s.found() && sure(s) && run.last < before_.last) a.subject = s;
    }
    return a;
  }

  /// A cue further on in the sentence; in a tag of its own behind a comma (", so Novak") or
  /// anywhere.
  Attribution from_late_cue(bool behind_comma) const {
    if (after_.empty() || sentence_is_over()) return {};
    for (std::uint32_t i = after_.first; i < after_.last; ++i) {
      if (!is_cue(i) || scan_.is(i, k_participle)) continue;
      const std::uint32_t clause = clause_begin(after_.first, i + 1);
      if (behind_comma && (!(scan_.tokens[clause].before & gap_comma) || i - clause > 4)) continue;
      const std::uint32_t begin = behind_comma ? clause : after_.first;
      if (const Subject s = backward(i, begin); s.found()) return with(s, i, apart);
      if (const Subject s = forward(i + scan_.phrases[i].length, after_.last); s.found())
        return with(s, i, apart);
    }
    return {};
  }

  /// No cue: whom the sentence before the quotation is about.
  Attribution from_sentence_subject() const {
    Attribution a;
    if (before_.empty() || language_.no_case) return a;
    a.subject = subject_of_sentence(before_.first, before_.last);
    a.confidence = guess;
    return a;
  }

  QuoteSpan quote_;
  WordRange before_, after_;
};

}  // namespace

Attribution attribute_quote(const Scan& scan, const Language& language, const People& people,
                            const std::vector<Relay>& relays, const QuoteSpan& quote,
                            std::uint32_t from, std::uint32_t to) {
  return Reader(scan, language, people, relays).read(quote, from, to);
}

}  // namespace kaynak::attribute_detail
