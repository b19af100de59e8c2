/// @file Looking into rendered pages, for the tests of this room.
#pragma once

#include <string>
#include <string_view>

namespace kaynak::samples {

inline bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

inline std::size_t count_of(const std::string& text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

/// The text between the first `before` and the next `after`.
inline std::string between(const std::string& text, std::string_view before,
                           std::string_view after) {
  const auto begin = text.find(before);
  if (begin == std::string::npos) return {};
  const auto end = text.find(after, begin + before.size());
  return text.substr(begin + before.size(), end - begin - before.size());
}

}  // namespace kaynak::samples
