/// @file Korean subjects: words are parted by blanks, and particles are a part of them.
#pragma once

#include <vector>

#include "attribute/lexicon.h"
#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

/// A Korean syllable.
bool is_hangul(const Scan& scan, std::uint32_t i);

/// Somebody as Korean names him: "이재명 더불어민주당 대선 후보".
struct KoreanPhrase {
  WordRange written;  ///< without the particle behind it
  WordRange name;     ///< full name, or family name alone; empty where none stands there
  WordRange role;
  bool full = false;  ///< the name is a full one
};

/// Reads the words that end before `end`, a role or a form of address as their last, not before
/// `begin`; nothing is written where none is.
KoreanPhrase read_korean_phrase(const Scan& scan, std::uint32_t begin, std::uint32_t end);

/// Who says what stands between both ranges of one sentence: the last topic before it that can be a
/// person, else what the sentence is about, else a topic behind it.
Attribution read_korean(const Scan& scan, const People& people, WordRange before, WordRange after);

}  // namespace kaynak::attribute_detail
