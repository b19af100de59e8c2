// What the targets of attribution share.
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "attribute/attribute.h"

namespace kaynak::fuzz {

inline const AttributionData& data() {
  static const AttributionData loaded = [] {
    auto folder = share_folder();
    if (!folder) std::abort();
    auto result = AttributionData::load(*folder);
    if (!result) std::abort();
    return std::move(result).value();
  }();
  return loaded;
}

inline void require(bool good) {
  if (!good) std::abort();
}

/// The next line of `text`, which leaves it.
inline std::string next_line(std::string_view* text) {
  const std::size_t end = text->find('\n');
  std::string line(text->substr(0, end));
  text->remove_prefix(end == text->npos ? text->size() : end + 1);
  return line;
}

}  // namespace kaynak::fuzz
