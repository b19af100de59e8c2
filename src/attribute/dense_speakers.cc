#include "attribute/dense_speakers.h"

#include <algorithm>

#include "attribute/korean_names.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_dense = 40;  // characters between a cue and its subject's beginning

class DenseReader {
 public:
  DenseReader(const Scan& scan, WordRange before, WordRange after)
      : scan_(scan), before_(before), after_(after) {}

  // ---- scripts without blanks
  Attribution read_dense() const {
    if (Attribution a = dense_after(); a.subject.found()) return a;
    if (Attribution a = dense_before(); a.subject.found()) return a;
    Attribution nobody;
    nobody.confidence = far_guess;
    return nobody;
  }

 private:
  Attribution with(Subject s, std::uint32_t cue, double confidence = beside) const {
    return {s,
            {cue, std::min<std::uint32_t>(cue + scan_.phrases[cue].length, scan_.size())},
            confidence};
  }

  /// "“…”NAME说": the cue of the clause after the words, with its subject before it. Marks that
  /// part lists do not part the clause.
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
    static constexpr std::string_view particles[] = {"が", "を", "の", "に",
                                                     "は", "も", "で", "や"};
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

  /// "NAMEは…「…」": what the sentence is about stands before the last particle that says so.
  Attribution dense_topic() const {
    for (const bool weak : {false, true})
      for (std::uint32_t i = before_.last; i-- > before_.first + 1;) {
        if (is_second(i) != weak || !(is_topic(i) || weak)) continue;
        if (kana(i - 1) || scan_.tokens[i].before) continue;
        const std::uint32_t begin = dense_begin(i);
        if (begin < i) return with(dense_name({begin, i}), i, weak ? apart : beside);
      }
    return {};
  }

  /// A particle after the subject.
  bool is_topic(std::uint32_t i) const { return scan_.is(i, k_topic); }

  /// Particles that also stand after those who do not speak: they count where no topic is.
  bool is_second(std::uint32_t i) const {
    const std::string_view word = scan_.fold_at(i);
    return word == "が" || word == "も";
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

  /// "国际合作司副司长姚建廷", "米国のトランプ大統領": the name is what stands after the last role,
  /// or before a role at the end.
  Subject dense_name(WordRange words) const {
    words.last = before_listener(words);
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

  /// "王小明对记者说": who was told is no part of who says it.
  std::uint32_t before_listener(WordRange words) const {
    constexpr std::uint32_t shortest_name = 2;
    for (std::uint32_t i = words.first + shortest_name; i + 1 < words.last; ++i)
      if (scan_.is(i, k_dative)) return i;
    return words.last;
  }

  /// The name at the end of the words before a role: behind the last "の".
  WordRange before_role(WordRange words) const {
    for (std::uint32_t i = words.first; i < words.last; ++i)
      if (scan_.fold_at(i) == "の" && i + 1 < words.last) words.first = i + 1;
    return words;
  }

  const Scan& scan_;
  WordRange before_, after_;
};

}  // namespace

Attribution read_dense(const Scan& scan, const People& people, WordRange before, WordRange after) {
  const bool korean = (!before.empty() && is_hangul(scan, before.last - 1)) ||
                      (!after.empty() && is_hangul(scan, after.first));
  if (korean) return read_korean(scan, people, before, after);
  return DenseReader(scan, before, after).read_dense();
}

}  // namespace kaynak::attribute_detail
