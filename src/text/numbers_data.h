/// @file How languages write numbers, as data.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak::text_detail {

/// Words of numbers, each "word=value": "=7" adds, "=e6" multiplies by 10^6, "=t" makes a teen
/// ("dua belas"), "=+" joins
/// ("and"). A word that ends in '*' stands for all that begin so. '?' before a word: no number when
/// it stands alone (articles, "hundred", "năm").
struct NumberLanguage {
  std::string_view language;
  char decimal = '.';         ///< the mark of decimals; the other of '.' and ',' groups
  bool space_groups = false;  ///< "10 000"
  bool glued = false;         ///< "zweihundertfünfzig" is one word
  bool ten_and_unit = false;  ///< "on iki"
  bool unit_and_ten = false;  ///< "fünf und zwanzig"
  std::string_view words;
};

/// Rules of a primary language subtag; those without words and with a decimal point for others.
const NumberLanguage& number_language(std::string_view language);

}  // namespace kaynak::text_detail
