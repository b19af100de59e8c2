/// @file Quantities in a text, so that a translation can be held against its source.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kaynak {

/// A number as it means, whatever its separators: "1.250,5" (tr) and "1,250.5" (en) both give
/// "1250.5"; "254 milyon" and "254 million" both "254000000". Digits of any script.
struct NumberInText {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string value;  ///< canonical decimal: digits, optional '.', no leading or trailing zeros
                      ///< that mean nothing
  bool in_words =
      false;  ///< "three", "doscientos"; small ones (below 13) may be lost by fair translations
};

/// Numbers of `text` in order. Ambiguous separators ("1.250" alone) are read the language's way.
/// Dates and times give their figures one by one.
std::vector<NumberInText> find_numbers(std::string_view text, std::string_view language);

}  // namespace kaynak
