#include "attribute/korean_names.h"

#include <algorithm>

#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_phrase_words = 6;  // before a role
constexpr std::uint32_t max_topic_words = 40;  // of a sentence that are looked at
constexpr std::uint32_t full_name_length = 3;  // syllables: nearly all Korean names

char32_t character(const Scan& scan, std::uint32_t i) {
  std::size_t at = scan.tokens[i].begin;
  return next_code_point(scan.text, &at);
}

/// Whether a syllable ends with a consonant.
bool closed_syllable(const Scan& scan, std::uint32_t i) {
  return is_hangul(scan, i) && (character(scan, i) - 0xAC00) % 28 != 0;
}

/// The word whose last syllable is the one before `end`, not before `begin`.
WordRange word_before(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  std::uint32_t first = end;
  while (first > begin && (first == end || scan.tokens[first].before == 0)) --first;
  return {first, end};
}

/// Whether a phrase of `kinds` is the end of a word.
bool ends_with(const Scan& scan, WordRange word, std::uint64_t kinds) {
  for (std::uint32_t i = word.first; i < word.last; ++i)
    if (scan.is(i, kinds) && i + scan.phrases[i].length == word.last) return true;
  return false;
}

/// What a word with a particle behind it begins with; the word where it has none.
WordRange stem_of(const Scan& scan, WordRange word) {
  for (std::uint32_t i = word.first + 1; i < word.last; ++i)
    if (scan.is(i, k_topic | k_preposition) && i + scan.phrases[i].length == word.last)
      return {word.first, i};
  return word;
}

/// "은" stands behind a consonant and "는" behind a vowel: else the word is a form of a verb.
bool fits_particle(const Scan& scan, WordRange word) {
  const char32_t particle = character(scan, word.last - 1);
  if (word.size() < 2) return false;
  const bool closed = closed_syllable(scan, word.last - 2);
  return particle == U'은' || particle == U'이' ? closed : !closed;
}

bool is_full_name(const Scan& scan, WordRange word) {
  return word.size() == full_name_length && scan.is(word.first, k_surname) &&
         is_hangul(scan, word.last - 1) && !ends_with(scan, word, k_role | k_media_noun);
}

/// A word that no noun phrase goes on over: it has a particle, or is a form of a verb.
bool parts_phrase(const Scan& scan, WordRange word) {
  if (word.size() == 1) return !scan.is(word.first, k_surname | k_filler | k_determiner);
  return scan.is(word.last - 1, k_topic | k_preposition) ||
         (word.size() > 2 && scan.is(word.last - 2, k_preposition) &&
          scan.phrases[word.last - 2].length == 2);
}

/// "김씨", "문유성씨": a name and a form of address in one word.
WordRange addressed(const Scan& scan, WordRange word) {
  if (scan.is(word.first, k_role | k_filler)) return {};
  for (std::uint32_t i = word.first + 1; i < word.last; ++i) {
    const bool ends = scan.is(i, k_role | k_honorific) && i + scan.phrases[i].length == word.last;
    if (ends && scan.is(word.first, k_surname) && i - word.first <= full_name_length)
      return {word.first, i};
  }
  return {};
}

/// The word that is a role or ends with one; empty for others.
WordRange role_in(const Scan& scan, WordRange word) {
  for (std::uint32_t i = word.first; i < word.last; ++i)
    if (scan.is(i, k_role) && i + scan.phrases[i].length == word.last) return {i, word.last};
  return {};
}

/// Words in order, from the one that ends before `end` back to `begin`.
class TopicReader {
 public:
  TopicReader(const Scan& scan, const People& people, WordRange range)
      : scan_(scan), people_(people), range_(range) {}

  /// The last topic that can be a person: a pronoun, somebody with a role, a name of this page.
  Attribution person() const {
    for (const bool weak : {false, true}) {
      // "X가 밝힌 데 대해": what X did is only what is spoken of.
      if (weak && ends_with(scan_, last(), k_dative)) break;
      for (WordRange word = last(); !word.empty(); word = previous(word)) {
        if (!is_topic(word, weak)) continue;
        const WordRange stem = stem_of(scan_, word);
        if (ends_with(scan_, stem, k_pronoun) && scan_.is(stem.first, k_pronoun))
          return found(stem, {}, word, true);
        const KoreanPhrase phrase = read_korean_phrase(scan_, range_.first, stem.last);
        if (!phrase.written.empty()) return found(phrase.written, phrase.name, word, false);
        if (is_full_name(scan_, stem) || people_.is_person(scan_, stem))
          return found(stem, stem, word, false);
      }
    }
    return {};
  }

  /// A body: "정부는".
  Attribution body() const {
    for (WordRange word = last(); !word.empty(); word = previous(word)) {
      if (!is_topic(word, false) || word.size() < 3 || !fits_particle(scan_, word)) continue;
      const WordRange before = previous(word);
      const bool adjacent = word.last == range_.last;
      // Behind an object the word is a verb: "진영을 넘나드는".
      if (!before.empty() && parts_phrase(scan_, before) && !adjacent) continue;
      const WordRange stem = stem_of(scan_, word);
      if (scan_.is(stem.first, k_not_name)) continue;
      return found(stem, stem, word, false);
    }
    return {};
  }

 private:
  WordRange last() const { return word_before(scan_, floor(), range_.last); }

  WordRange previous(WordRange word) const { return word_before(scan_, floor(), word.first); }

  std::uint32_t floor() const {
    const std::uint32_t reach = max_topic_words * 4;
    return range_.size() > reach ? range_.last - reach : range_.first;
  }

  bool is_topic(WordRange word, bool weak) const {
    if (word.size() < 2 || !is_hangul(scan_, word.last - 1)) return false;
    if (!scan_.is(word.last - 1, k_topic)) return false;
    const char32_t c = character(scan_, word.last - 1);
    return (c == U'이' || c == U'가') == weak;
  }

  static Attribution found(WordRange written, WordRange name, WordRange word, bool pronoun) {
    Attribution a;
    a.subject.written = written;
    a.subject.name = name.empty() && !pronoun ? written : name;
    a.subject.pronoun = pronoun;
    a.confidence = beside;
    a.cue = {word.last - 1, word.last};
    return a;
  }

  const Scan& scan_;
  const People& people_;
  WordRange range_;
};

/// The verb behind a quotation.
WordRange cue_behind(const Scan& scan, WordRange after) {
  constexpr std::uint32_t reach = 60;
  for (std::uint32_t i = after.first; i < after.last && i < after.first + reach; ++i)
    if (scan.is(i, k_cue)) return {i, std::min(i + scan.phrases[i].length, scan.size())};
  return {};
}

}  // namespace

bool is_hangul(const Scan& scan, std::uint32_t i) {
  const char32_t c = i < scan.size() ? character(scan, i) : 0;
  return c >= 0xAC00 && c <= 0xD7A3;
}

KoreanPhrase read_korean_phrase(const Scan& scan, std::uint32_t begin, std::uint32_t end) {
  KoreanPhrase phrase;
  const WordRange last = word_before(scan, begin, end);
  if (last.empty()) return phrase;
  const WordRange called = addressed(scan, last);
  const WordRange role = role_in(scan, last);
  if (called.empty() && role.empty()) return phrase;
  phrase.written = last;
  phrase.role = role;
  phrase.name = called;
  phrase.full = called.size() == full_name_length;
  if (!called.empty()) return phrase;
  std::uint32_t words = 0;
  bool unnamed = false;
  bool adjacent = true;  // a family name stands right before an office: "이 후보", "한 전 대표"
  for (WordRange word = word_before(scan, begin, last.first); !word.empty();
       word = word_before(scan, begin, word.first)) {
    constexpr std::uint16_t breaks = static_cast<std::uint16_t>(~(gap_space | gap_bar));
    if (words++ >= max_phrase_words || (scan.tokens[word.last].before & breaks) ||
        parts_phrase(scan, word))
      break;
    phrase.written.first = word.first;
    const bool former = word.size() == 1 && scan.is(word.first, k_filler);
    const bool family = word.size() == 1 && scan.is(word.first, k_surname) && !former;
    const bool some = ends_with(scan, word, k_determiner) && scan.is(word.first, k_determiner) &&
                      (words == 1 || !family || !adjacent);
    unnamed = unnamed || some;  // "한 관계자", "다른 의원": somebody in what stands before
    const bool full = !unnamed && is_full_name(scan, word);
    if (full || (family && adjacent && !unnamed)) {
      phrase.name = word;
      phrase.full = full;
      // "가람시", "민주당": what looks like a name may be a place or a body, the name beyond it.
      if (!full || !scan.is(word.last - 1, k_locative)) break;
    }
    adjacent = adjacent && former;
  }
  return phrase;
}

Attribution read_korean(const Scan& scan, const People& people, WordRange before, WordRange after) {
  Attribution a = TopicReader(scan, people, before).person();
  if (!a.subject.found()) a = TopicReader(scan, people, before).body();
  const WordRange cue = cue_behind(scan, after);
  if (!a.subject.found() && !cue.empty())
    a = TopicReader(scan, people, {after.first, cue.first}).person();
  if (a.subject.found() && !cue.empty()) a.cue = cue;
  if (!a.subject.found()) a.confidence = far_guess;
  return a;
}

}  // namespace kaynak::attribute_detail
