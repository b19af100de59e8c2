/// @file A non-negative decimal as its digits: what numbers in a text are made of.
#pragma once

#include <cstdint>
#include <string>

namespace kaynak::text_detail {

struct Decimal {
  std::string digits;  ///< ASCII digits, whole and fraction together
  int fraction = 0;    ///< how many of them stand behind the point

  static Decimal of(std::int64_t value) { return {std::to_string(value), 0}; }
  /// Times 10^power.
  void shift(int power);
  /// Value where it is a whole number of at most 17 digits; else -1.
  std::int64_t whole() const;
  /// Without zeros that mean nothing: "1250.5", "0".
  std::string canonical() const;
};

}  // namespace kaynak::text_detail
