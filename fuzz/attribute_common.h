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

/// Whether two readings claim the same: of the chain the roles, names and addresses in their order,
/// of all else every word. Where and how surely a hop is proved may be another when a line has
/// moved from the text into text_credit.
inline bool claim_the_same(Article a, Article b) {
  for (Article* article : {&a, &b})
    for (Hop& hop : article->hops) {
      hop.evidence = {};
      hop.proof.clear();
      hop.confidence = 1;
    }
  return a == b;
}

}  // namespace kaynak::fuzz
