#include "attribute/speakers.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_subject_words = 14;  // between a cue and the name of its subject
constexpr std::uint32_t max_cue_distance = 10;   // between a quotation and the cue after it
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
    if (Attribution a = from_after(); a.subject.found()) return a;
    if (Attribution a = from_before(); a.subject.found()) return a;
    if (Attribution a = from_late_cue(); a.subject.found()) return a;
    if (Attribution a = from_sentence_subject(); a.subject.found()) return a;
    Attribution last;
    if (!after_.empty() && !sentence_is_over() && !language_.no_case)
      last.subject = first_name(after_.first, after_.last);
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
    if (s.name.empty()) return {};
    std::uint32_t first = std::min(written_first, run.first);
    while (first > 0 && scan_.is(first - 1, k_role | k_honorific) &&
           scan_.tokens[first].before == gap_space)
      --first;
    s.written = {first, run.last};
    return s;
  }

  bool sure(const Subject& s) const { return people_.is_person(scan_, s.name); }

  /// Whether a name that the page says nothing else of may stand as a speaker.
  bool possible(const Subject& s) const {
    return s.found() && (!language_.capital_nouns || s.name.size() >= 2);
  }

  /// Verb, then subject: words from `i` on.
  Subject forward(std::uint32_t i, std::uint32_t end) const {
    while (i < end && is_filler(i) && !scan_.tokens[i].capital) ++i;
    if (i >= end) return {};
    if (scan_.is(i, k_pronoun)) return pronoun(i);
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
      // "the mayor, Jean Petit": an apposition right after the comma.
      const bool apposed =
          after_comma && s.name.size() >= 2 && (scan_.tokens[run.first].before & gap_comma);
      if (s.found() && (sure(s) || (apposed && !first.found()))) return s;
      if (possible(s) && !first.found() && !after_comma && j <= start + 2) first = s;
      j = run.last - 1;
    }
    return first.found() ? first : role_phrase(start, end);
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

  /// "שר לרויטרס", "محمدی به ایسنا": without the medium that was told, and the small words before
  /// it.
  WordRange before_medium(WordRange words) const {
    std::uint32_t last = words.last;
    for (const Mention& m : scan_.mentions)
      if (m.first > words.first && m.first < last) last = m.first;
    while (last < words.last && last > words.first + 1 &&
           scan_.is(last - 1, k_filler | k_dative | k_not_name | k_media_noun))
      --last;
    return {words.first, last};
  }

  /// "وزير الخارجية الروسي سيرغي لافروف": the name is what is left after roles and words with the
  /// article.
  Subject no_case_name(WordRange words) const {
    words = before_medium(words);
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
    while (end > begin && is_filler(end - 1) && !scan_.tokens[end - 1].capital) --end;
    if (end <= begin) return {};
    if (scan_.is(end - 1, k_pronoun) && !scan_.tokens[end - 1].upper) return pronoun(end - 1);
    if (scan_.tokens[end - 1].after & gap_comma) {
      // Name, apposition, verb.
      std::uint32_t comma = end - 1;
      while (comma > begin && !(scan_.tokens[comma - 1].after & gap_comma)) --comma;
      if (comma > begin) {
        const Subject s = last_name(begin, comma);
        if (s.found() && s.written.last + 1 >= comma) return s;
      }
    }
    if (language_.no_case) return no_case_name({std::max(begin, end > 6 ? end - 6 : 0), end});
    const Subject s = last_name(begin, end);
    if (s.found()) return s;
    std::uint32_t start = end;
    while (start > begin && end - start < 8 &&
           !(scan_.tokens[start - 1].after & (ends_clause | gap_comma | gap_dash)))
      --start;
    return role_phrase(start, end);
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

  Attribution with(Subject s, std::uint32_t cue) const {
    return {s, {cue, std::min<std::uint32_t>(cue + scan_.phrases[cue].length, scan_.size())}};
  }

  /// "…", said X. / "…", X said.
  Attribution from_after() const {
    if (after_.empty() || sentence_is_over()) return {};
    for (std::uint32_t i = after_.first; i < after_.last && i < after_.first + max_cue_distance;
         ++i) {
      if (i > after_.first && (scan_.tokens[i].before & (gap_semicolon | gap_colon | gap_mark)))
        break;
      if (!scan_.is(i, k_cue)) continue;
      return with(around(i, after_.first, after_.last), i);
    }
    return after_dash();
  }

  /// "– …, säger X": in speech with a dash the first word after it is the verb, known or not.
  Attribution after_dash() const {
    if (!quote_.dash || scan_.tokens[after_.first].capital) return {};
    const Subject s = forward(after_.first + 1, after_.last);
    return s.found() ? with(s, after_.first) : Attribution{};
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

  /// X said: "…" / said X: "…" / X said that the "…"
  Attribution from_before() const {
    for (std::uint32_t i = before_.last; i-- > before_.first;) {
      if (!scan_.is(i, k_cue)) continue;
      const std::uint32_t next = i + scan_.phrases[i].length;
      if (next > before_.last) continue;
      const Subject before = backward(i, before_.first);
      if (before.found() && (before.pronoun || i - before.written.last <= 2))
        return with(before, i);
      const Subject after = forward(next, before_.last);
      if (after.found() && !(after.pronoun && before.found())) return with(after, i);
      if (before.found()) return with(before, i);
      return {};
    }
    return {};
  }

  /// A cue further on in the sentence.
  Attribution from_late_cue() const {
    if (after_.empty() || sentence_is_over()) return {};
    for (std::uint32_t i = after_.first; i < after_.last; ++i) {
      if (!scan_.is(i, k_cue)) continue;
      if (const Subject s = backward(i, after_.first); s.found()) return with(s, i);
      if (const Subject s = forward(i + scan_.phrases[i].length, after_.last); s.found())
        return with(s, i);
    }
    return {};
  }

  /// No cue: the first known person of the sentence before the quotation, or its pronoun.
  Attribution from_sentence_subject() const {
    Attribution a;
    if (before_.empty() || language_.no_case) return a;
    a.subject = first_name(before_.first, before_.last);
    return a;
  }

  // ---- scripts without blanks

  Attribution read_dense() const {
    if (Attribution a = dense_after(); a.subject.found()) return a;
    return dense_before();
  }

  Attribution dense_after() const {
    for (std::uint32_t i = after_.first; i < after_.last && i < after_.first + 40; ++i) {
      if (i > after_.first && (scan_.tokens[i].before & (gap_comma | gap_stop | gap_mark))) break;
      if (!scan_.is(i, k_cue)) continue;
      if (i == after_.first) return dense_before();
      return with(dense_name({after_.first, i}), i);
    }
    return {};
  }

  /// A particle after the subject. Where blanks part words it is the end of one: "은" in "총리는".
  bool is_topic(std::uint32_t i) const {
    return scan_.is(i, k_topic) && (!is_hangul(scan_.at(i)) || scan_.tokens[i].after);
  }

  static bool is_hangul(std::string_view one) {
    std::size_t i = 0;
    const char32_t c = next_code_point(one, &i);
    return c >= 0xAC00 && c <= 0xD7A3;
  }

  Attribution dense_before() const {
    for (std::uint32_t i = before_.last; i-- > before_.first;) {
      if (!scan_.is(i, k_cue) && !is_topic(i)) continue;
      std::uint32_t end = i;
      while (end > before_.first && (scan_.tokens[end - 1].after & gap_comma) && end == i) break;
      std::uint32_t begin = end;
      while (begin > before_.first && end - begin < 40 &&
             !(begin < end &&
               (scan_.tokens[begin - 1].after & (gap_comma | gap_stop | gap_colon | gap_mark))))
        --begin;
      if (begin < end) return with(dense_name({begin, end}), i);
    }
    return {};
  }

  std::uint32_t word_begin(std::uint32_t last, std::uint32_t from) const {
    std::uint32_t i = last - 1;
    while (i > from && !scan_.tokens[i].before) --i;
    return i;
  }

  /// "어제 서다온 장관": the last word, or where that is a role the name before it.
  Subject spaced_name(WordRange words) const {
    Subject s;
    const std::uint32_t last = word_begin(words.last, words.first);
    s.written = s.name = {last, words.last};
    if (last == words.first || !scan_.is(last, k_role | k_honorific)) return s;
    const std::uint32_t before = word_begin(last, words.first);
    s.written = s.name = {before, words.last};
    if (last - before >= 2 && last - before <= 4) s.name.last = last;
    return s;
  }

  /// "国际合作司副司长姚建廷": the name is what stands after the last role.
  Subject dense_name(WordRange words) const {
    Subject s;
    if (!words.empty() && is_hangul(scan_.at(words.first))) return spaced_name(words);
    s.written = words;
    s.name = words;
    for (std::uint32_t i = words.first; i < words.last; ++i) {
      const std::uint32_t after = i + scan_.phrases[i].length;
      if (scan_.is(i, k_role) && after < words.last && words.last - after >= 2 &&
          words.last - after <= 4)
        s.name = {after, words.last};
    }
    return s;
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
