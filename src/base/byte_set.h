/// @file A set of bytes, made at compile time: searching text for one of several without a library
/// call a byte.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace kaynak {

class ByteSet {
 public:
  constexpr explicit ByteSet(std::string_view bytes) {
    for (const char c : bytes) in_[static_cast<unsigned char>(c)] = true;
  }
  constexpr bool contains(char c) const { return in_[static_cast<unsigned char>(c)]; }

  /// Index of the first byte of `s` at or after `from` that is in the set; npos for none.
  constexpr std::size_t find(std::string_view s, std::size_t from = 0) const {
    while (from < s.size() && !contains(s[from])) ++from;
    return from < s.size() ? from : std::string_view::npos;
  }
  /// The same for the first byte that is not in the set.
  constexpr std::size_t find_other(std::string_view s, std::size_t from = 0) const {
    while (from < s.size() && contains(s[from])) ++from;
    return from < s.size() ? from : std::string_view::npos;
  }
  /// Index of the last byte that is in the set; npos for none.
  constexpr std::size_t rfind(std::string_view s) const {
    std::size_t i = s.size();
    while (i > 0 && !contains(s[i - 1])) --i;
    return i > 0 ? i - 1 : std::string_view::npos;
  }
  /// `s` without bytes of the set at its beginning, and at its end.
  constexpr std::string_view trim_front(std::string_view s) const {
    while (!s.empty() && contains(s.front())) s.remove_prefix(1);
    return s;
  }
  constexpr std::string_view trim_back(std::string_view s) const {
    while (!s.empty() && contains(s.back())) s.remove_suffix(1);
    return s;
  }
  constexpr std::string_view trim(std::string_view s) const { return trim_back(trim_front(s)); }

 private:
  std::array<bool, 256> in_{};
};

}  // namespace kaynak
