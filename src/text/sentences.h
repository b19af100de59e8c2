/// @file Text → sentences.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kaynak {

struct TextRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Sentences of one block (the rules of UAX #29, then joined again where the language's
/// abbreviations, initials, ordinals
/// ("15. August") or an open quotation say that the sentence goes on). Half-open byte ranges into
/// `text`, in order, without the white space between them, none empty. `language` is a BCP 47 tag,
/// may be empty. Thread-safe.
std::vector<TextRange> split_sentences(std::string_view text, std::string_view language);

}  // namespace kaynak
