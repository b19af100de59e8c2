#include "attribute/speakers.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_subject_words = 14;  // between a cue and the name of its subject
constexpr std::uint32_t max_cue_distance = 10;   // between a quotation and the cue after it
// How sure the words around a quotation make its speaker; measured by eval/quotes.
constexpr double beside = 0.95;     // the verb and the subject side by side
constexpr double inversion = 0.85;  // the subject after the verb, before the quotation
constexpr double apart = 0.7;       // a verb whose subject stands further off
constexpr double unknown_verb = 0.8;  // a word that stands where a verb of speech would
constexpr double guess = 0.5;       // no verb of speech: whom the sentence is about
constexpr double sure_guess = 0.45;
constexpr std::uint32_t max_dense = 40;  // characters between a cue and its subject's beginning
constexpr std::uint32_t max_tag_words = 8;
constexpr std::uint16_t ends_clause = gap_stop | gap_semicolon | gap_mark | gap_colon;

class Reader {
 public:
  Reader(const Scan& scan, const Language& language, const People& people,
         const std::vector<Relay>& relays)
      : scan_(scan), language_(language), people_(people), relays_(relays) {}

  Attribution read(const QuoteSpan& quote, std::uint32_t from, std::uint32_t to) {
    quote_ = quote;
    const std::uint32_t before_last = scan_.token_at(quote.outer.begin);
    const std::uint32_t before_first = sentence_begin(before_last, from);
    const std::uint32_t after_first = scan_.token_at(quote.outer.end);
    const std::uint32_t after_last = sentence_end(after_first, to);
    before_ = {before_first, before_last};
    after_ = {after_first, after_last};
    if (dense()) return read_dense();
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
    if (!after_.empty() && !sentence_is_over() && !language_.no_case)
      last.subject = first_name(after_.first, after_.last);
    last.confidence = sure_guess;
    last.inside = !before_.empty() && !led_up() && !dense();
    last.goes_on = !before_.empty() && !begins_sentence();
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

  /// A full stop that ends a sentence: not of an initial, an abbreviation or an ordinal number.
  bool real_stop(std::uint32_t i) const {
    if (!(scan_.tokens[i].after & gap_stop)) return false;
    const std::string_view gap = gap_text(i);
    if (gap.find('.') == gap.npos) return true;
    if (scan_.is(i, k_honorific) || count_code_points(scan_.at(i)) == 1 || scan_.tokens[i].digits)
      return false;
    return true;
  }

  /// Whether the text before the quotation is the beginning of its sentence: else another quotation
  /// stands before it.
  bool begins_sentence() const {
    return before_.first == 0 || real_stop(before_.first - 1) ||
           (scan_.tokens[before_.first - 1].after & gap_stop);
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

  std::string_view gap_text(std::uint32_t i) const {
    const std::uint32_t end = i + 1 < scan_.size() ? scan_.tokens[i + 1].begin
                                                   : static_cast<std::uint32_t>(scan_.text.size());
    return scan_.text.substr(scan_.tokens[i].end, end - scan_.tokens[i].end);
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

  bool is_filler(std::uint32_t i) const { return scan_.is(i, k_filler) && !scan_.is(i, k_pronoun); }

  bool mention_covers(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                       [&](const Mention& m) { return m.first <= i && i < m.last; });
  }

  WordRange mention_around(std::uint32_t i) const {
    for (const Mention& m : scan_.mentions)
      if (m.first <= i && i < m.last) return {m.first, m.last};
    return {};
  }

  bool told(WordRange mention) const {
    return std::any_of(relays_.begin(), relays_.end(), [&](const Relay& r) {
      return r.told && r.mention < scan_.mentions.size() &&
             scan_.mentions[r.mention].first == mention.first;
    });
  }

  /// A medium that speaks itself ("…", wrote the Evening Courier).
  Subject medium_at(std::uint32_t i) const {
    Subject s;
    if (const WordRange mention = mention_around(i); !told(mention)) s.name = s.written = mention;
    return s;
  }

  Subject pronoun(std::uint32_t i) const {
    Subject s;
    s.written = {i, i + scan_.phrases[i].length};
    s.pronoun = true;
    return s;
  }

  Subject named(WordRange run, std::uint32_t written_first) const {
    Subject s;
    s.name = name_in_run(scan_, run);
    // "Tessiner Ständerat": one word before an office is where it is held.
    if (s.name.empty() || (s.name.size() == 1 && s.name.last < run.last)) return {};
    std::uint32_t first = std::min(written_first, run.first);
    while (first > 0 && scan_.is(first - 1, k_role | k_honorific) &&
           scan_.tokens[first].before == gap_space)
      --first;
    s.written = {first, run.last};
    // "prezydent USA": initials behind an office are no person's name.
    if (s.name.size() == 1 && first < s.name.first && scan_.tokens[s.name.first].upper &&
        !scan_.is(s.name.first - 1, k_honorific))
      s.name = {};
    return s;
  }

  bool sure(const Subject& s) const { return people_.is_person(scan_, s.name); }

  /// Whether a name that the page says nothing else of may stand as a speaker.
  bool possible(const Subject& s) const {
    return s.found() && (!language_.capital_nouns || s.name.size() >= 2);
  }

  /// Verb, then subject: words from `i` on.
  Subject forward(std::uint32_t i, std::uint32_t end) const {
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
      if (phrase < j && complement(j) && !(scan_.tokens[j].before & gap_comma)) {
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

  /// "the court in The Hague": from an article up to a comma, a stop or a verb.
  Subject noun_phrase_from(std::uint32_t start, std::uint32_t end) const {
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
    return s;
  }

  bool real_gap(std::uint32_t i) const {
    return !(scan_.tokens[i].after & gap_stop) || real_stop(i);
  }

  /// "the mother of the children": an unnamed person, up to the next comma or stop.
  Subject role_phrase(std::uint32_t start, std::uint32_t end) const {
    bool role = false;
    std::uint32_t i = start;
    for (; i < end && i < start + 8; ++i) {
      if (i > start && (scan_.tokens[i].before & (ends_clause | gap_comma | gap_dash | gap_open)))
        break;
      role = role || scan_.is(i, k_role);
    }
    Subject s;
    if (role) s.written = {start, i};
    return s;
  }

  /// In scripts without capitals: all words up to a mark or a word that begins no name.
  Subject phrase_forward(std::uint32_t i, std::uint32_t end) const {
    std::uint32_t j = i;
    while (j < end && j < i + 8 && !scan_.is(j, k_not_name) &&
           !(j > i && (scan_.tokens[j].before & (ends_clause | gap_comma | gap_dash | gap_open))))
      ++j;
    return no_case_name({i, j});
  }

  /// "وزير الخارجية الروسي سيرغي لافروف": the name is what is left after roles and words with the
  /// article.
  Subject no_case_name(WordRange words) const {
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

  /// Subject, then verb: words before `verb`, not before `begin`.
  Subject backward(std::uint32_t verb, std::uint32_t begin) const {
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

  /// "Jan Novak (Brno) said": the end of what stands before the brackets.
  std::uint32_t before_brackets(std::uint32_t begin, std::uint32_t end) const {
    if (!(scan_.tokens[end - 1].after & gap_close)) return end;
    std::uint32_t i = end - 1;
    while (i > begin && end - i < max_subject_words && !(scan_.tokens[i].before & gap_open)) --i;
    return i > begin && (scan_.tokens[i].before & gap_open) ? i : end;
  }

  /// "NAME, apposition, age, verb" where a comma stands before the verb: the first part that is a
  /// known person's name, else the first that is a name or a phrase for somebody.
  Subject before_appositions(std::uint32_t begin, std::uint32_t end) const {
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
      if (parts > 0 && !placed) {
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

  /// Where the clause that holds the word before `end` begins: after a comma, stop, bracket or
  /// mark.
  std::uint32_t clause_begin(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint16_t breaks = gap_comma | gap_dash | gap_open | gap_close | ends_clause;
    std::uint32_t i = end - 1;
    while (i > begin && end - i < max_subject_words) {
      const std::uint16_t gap = scan_.tokens[i].before & breaks;
      if (gap && (gap != gap_stop || real_gap(i - 1)) && !mention_covers(i - 1)) break;
      --i;
    }
    return i;
  }

  /// A name whose last word is the one before `end` ("spokesman Jan Novak said"), or that begins
  /// the clause with a circumstance behind it ("Novak in Brno said").
  Subject touching_name(std::uint32_t begin, std::uint32_t end) const {
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
      if (s.found() && !medium && !object && !leading.found() &&
          scan_.is(run.last, k_preposition) && (sure(s) || s.name.size() >= 2))
        leading = s;
      i = run.last;
    }
    return leading;
  }

  bool complement(std::uint32_t i) const { return i > 0 && scan_.is(i - 1, k_preposition); }

  /// "the report", "his wife", "a staffer in the room": from the article on, up to `end`.
  Subject noun_phrase(std::uint32_t begin, std::uint32_t end) const {
    constexpr std::uint32_t reach = 7;
    Subject s;
    for (std::uint32_t i = end; i > begin && end - i < reach;) {
      --i;
      if (scan_.is(i, k_cue) && !scan_.tokens[i].capital && !scan_.is(i, k_role)) break;
      if (is_filler(i) && !scan_.is(i, k_determiner)) break;
      if (scan_.is(i, k_determiner) && (i + 1 < end || scan_.fold_at(i).size() > 2)) {
        s.written = {i, end};
        if (!complement(i)) break;
      }
    }
    return s.found() && complement(s.written.first) && s.written.first > begin ? Subject{} : s;
  }

  Subject role_phrase_before(std::uint32_t begin, std::uint32_t end) const {
    std::uint32_t start = end;
    while (start > begin && end - start < 8) --start;
    return role_phrase(start, end);
  }

  /// Who a sentence is about that begins at `begin`: its first pronoun or name that is no object.
  Subject sentence_subject(std::uint32_t begin, std::uint32_t end) const {
    if (language_.no_case || !begins_sentence()) return {};
    for (std::uint32_t i = begin; i < end;) {
      if (scan_.is(i, k_pronoun) && (i < begin + 3 || (scan_.tokens[i].before & gap_comma)))
        return pronoun(i);
      WordRange run = capital_run(scan_, i);
      if (run.empty() || mention_covers(i)) {
        if (mention_covers(i) && i <= begin + 1 && !(i > begin && complement(i)))
          return medium_at(i);
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

  /// "President Novak", where the page has no fuller name.
  bool titled(const Subject& s) const {
    return s.written.first < s.name.first && scan_.is(s.name.first - 1, k_honorific);
  }

  /// A name that a sentence begins with: of two words, or one that only names have the look of.
  bool leads(const Subject& s, std::uint32_t begin) const {
    if (language_.capital_nouns || s.name.first > begin + 6) return false;
    if (s.name.first > begin && !(scan_.tokens[s.written.first].before & gap_comma)) return false;
    return s.name.size() >= 2 || scan_.tokens[s.name.first].upper || s.name.first > begin;
  }

  /// A sentence that begins with an article: a role, with its name or without ("The Vermont senator
  /// acknowledged …"); anything else is nobody that we can tell the end of.
  Subject determined(std::uint32_t i, std::uint32_t end) const {
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

  /// The last name in [begin, end): one that is known on the page before others.
  Subject last_name(std::uint32_t begin, std::uint32_t end) const {
    Subject any, known;
    const std::uint32_t first = std::max(begin, end > 24 ? end - 24 : 0);
    for (std::uint32_t i = first; i < end;) {
      WordRange run = capital_run(scan_, i);
      if (run.empty()) {
        if (i > first && (scan_.tokens[i].before & ends_clause) && real_gap(i - 1))
          any = known = {};
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

  Attribution with(Subject s, std::uint32_t cue, double confidence = beside) const {
    return {s,
            {cue, std::min<std::uint32_t>(cue + scan_.phrases[cue].length, scan_.size())},
            confidence};
  }

  /// A word of a name is no verb: "United States".
  bool is_cue(std::uint32_t i) const {
    if (!scan_.is(i, k_cue | k_participle)) return false;
    if (!scan_.tokens[i].capital || i == 0) return true;
    return !(scan_.tokens[i - 1].capital && scan_.tokens[i].before == gap_space);
  }

  /// "…", said X. / "…", X said.
  Attribution from_after() const {
    if (after_.empty() || sentence_is_over()) return {};
    for (std::uint32_t i = after_.first; i < after_.last && i < after_.first + max_cue_distance;
         ++i) {
      if (i > after_.first && (scan_.tokens[i].before & (gap_semicolon | gap_colon | gap_mark)))
        break;
      if (!is_cue(i) || scan_.is(i, k_participle)) continue;
      if (comma_between(after_.first, i))
        if (Attribution a = before_unknown_verb(); a.subject.found()) return a;
      return with(around(i, after_.first, after_.last), i);
    }
    return after_dash();
  }

  /// "“…”, wunderte sich der Trainer", "“…,” Novak began", "– …, säger X": right after speech the
  /// verb need not be known.
  Attribution after_dash() const {
    const std::uint32_t first = after_.first;
    if (!tagged() && !quote_.dash) return {};
    if (scan_.tokens[first].capital || scan_.is(first, k_determiner | k_pronoun))
      return before_unknown_verb();
    if (scan_.is(first, k_preposition | k_not_name | k_joiner | k_role)) return {};
    if (scan_.tokens[first].after & (gap_comma | ends_clause)) return {};
    std::uint32_t i = first + 1;
    while (i < first + 4 && i < after_.last && !scan_.tokens[i].capital &&
           !scan_.is(i, k_determiner | k_pronoun | k_preposition) && scan_.tokens[i].before == gap_space)
      ++i;
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

  Subject first_name(std::uint32_t begin, std::uint32_t end) const {
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

  /// X said: "…" / said X: "…" / X said that the "…" / X did this, saying "…"
  Attribution from_before() const {
    if (Attribution a = from_last_clause(); a.subject.found()) return a;
    for (std::uint32_t i = before_.last; i-- > before_.first;) {
      if (!is_cue(i)) continue;
      const std::uint32_t next = i + scan_.phrases[i].length;
      if (next > before_.last) continue;
      if (scan_.is(i, k_participle)) {
        const Subject s = sentence_subject(before_.first, i);
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
      return with(sentence_subject(before_.first, i), i, apart);
    }
    return {};
  }

  /// Whether a subject can begin here: no conjunction ("dijo que …"), no comma.
  bool subject_next(std::uint32_t i, std::uint32_t end) const {
    if (i >= end || (scan_.tokens[i].before & (gap_comma | gap_colon))) return false;
    if (language_.no_case) return true;
    while (i < end && is_filler(i) && !scan_.is(i, k_determiner) && !scan_.tokens[i].capital) ++i;
    return i < end && (scan_.tokens[i].capital ||
                       scan_.is(i, k_determiner | k_role | k_honorific | k_pronoun | k_media_noun));
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

  /// A cue further on in the sentence; in a tag of its own behind a comma (", so Novak") or anywhere.
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
    a.subject = sentence_subject(before_.first, before_.last);
    a.confidence = guess;
    return a;
  }

  // ---- scripts without blanks

  Attribution read_dense() const {
    if (Attribution a = dense_after(); a.subject.found()) return a;
    if (Attribution a = dense_before(); a.subject.found()) return a;
    Attribution nobody;
    nobody.confidence = sure_guess;
    return nobody;
  }

  /// "“…”NAME说": the cue of the clause after the words, with its subject before it. Marks that part
  /// lists do not part the clause.
  Attribution dense_after() const {
    for (std::uint32_t i = after_.first; i < after_.last && i < after_.first + max_dense; ++i) {
      if (i > after_.first && (scan_.tokens[i].before & (gap_comma | gap_stop | gap_mark)) &&
          !lists(i))
        break;
      if (!scan_.is(i, k_cue)) continue;
      if (i == after_.first) return dense_before();
      if (particle_next()) return {};
      return with(dense_name({after_.first, i}), i);
    }
    return {};
  }

  bool lists(std::uint32_t i) const {
    return scan_.text.substr(scan_.tokens[i - 1].end, 3) == "、" && scan_.mentions.empty();
  }

  /// The words go on as a part of the sentence around them ("「…」がまとまる"), not as speech.
  bool particle_next() const {
    static constexpr std::string_view particles[] = {"が", "を", "の", "に", "は", "も", "で", "や"};
    return std::find(std::begin(particles), std::end(particles), scan_.fold_at(after_.first)) !=
           std::end(particles);
  }

  Attribution dense_before() const {
    if (Attribution a = dense_topic(); a.subject.found()) return a;
    for (std::uint32_t i = before_.last; i-- > before_.first;) {
      if (!scan_.is(i, k_cue)) continue;
      const std::uint32_t begin = dense_begin(i);
      if (begin < i) return with(dense_name({begin, i}), i);
    }
    return {};
  }

  /// "NAMEは…「…」": what the sentence is about stands before the first particle that says so.
  Attribution dense_topic() const {
    for (const bool weak : {false, true})
      for (std::uint32_t i = before_.first + 1; i < before_.last; ++i) {
        const std::string_view word = scan_.fold_at(i);
        if (word != (weak ? "が" : "は") && !(weak && word == "も")) continue;
        if (kana(i - 1) || scan_.tokens[i].before) continue;
        const std::uint32_t begin = dense_begin(i);
        if (begin < i) return with(dense_name({begin, i}), i, weak ? apart : beside);
      }
    return {};
  }

  bool kana(std::uint32_t i) const {
    std::size_t at = scan_.tokens[i].begin;
    const char32_t c = next_code_point(scan_.text, &at);
    return c >= 0x3041 && c <= 0x309F && !scan_.is(i, k_role | k_honorific) &&
           !(i > 0 && scan_.phrases[i - 1].length == 2 && scan_.is(i - 1, k_role | k_honorific));
  }

  std::uint32_t dense_begin(std::uint32_t end) const {
    std::uint32_t begin = end;
    while (begin > before_.first && end - begin < max_dense &&
           !(begin < end &&
             (scan_.tokens[begin - 1].after & (gap_comma | gap_stop | gap_colon | gap_mark))))
      --begin;
    return begin;
  }

  /// "国际合作司副司长姚建廷", "米国のトランプ大統領": the name is what stands after the last role, or
  /// before a role at the end.
  Subject dense_name(WordRange words) const {
    Subject s;
    s.written = words;
    s.name = words;
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      if (!scan_.is(i, k_role | k_honorific)) continue;
      const std::uint32_t after = i + scan_.phrases[i].length;
      if (after >= words.last) {
        s.name = before_role({s.name.first, i});
        break;
      }
      if (words.last - after >= 2 && words.last - after <= 4) s.name = {after, words.last};
    }
    // "港湾局の報道官": a role without a name.
    if (s.name.empty() || scan_.fold_at(s.name.last - 1) == "の") s.name = words;
    return s;
  }

  /// The name at the end of the words before a role: behind the last "の".
  WordRange before_role(WordRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (scan_.fold_at(i) == "の" && i + 1 < words.last) words.first = i + 1;
    return words;
  }

  const Scan& scan_;
  const Language& language_;
  const People& people_;
  const std::vector<Relay>& relays_;
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
