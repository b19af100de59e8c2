/// @file What both looks at the blocks of a page measure with.
#pragma once

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/page_map.h"

namespace kaynak::extract_detail {

inline float log_scale(double x) { return static_cast<float>(std::log2(1 + x) / 10); }

/// The element so many levels above; the root where there are fewer.
inline NodeIndex ancestor(const Document& page, NodeIndex node, int levels) {
  for (; levels > 0 && node != no_node && page.node(node).parent != no_node; --levels)
    node = page.node(node).parent;
  return node;
}

/// What an element's class calls it, as far as anybody reads: thousands of blocks may stand in one
/// element with a class of a megabyte.
inline std::string_view class_of(const Document& page, NodeIndex node) {
  constexpr std::size_t longest = 512;
  return page.attribute(node, "class").substr(0, longest);
}

/// Equal for blocks in elements of one kind: same tag, same meanings of classes.
inline std::uint64_t class_key(const Document& page, const PageMap& map, const TextBlock& b) {
  return map.info[b.container].near * 31 + static_cast<std::uint64_t>(page.node(b.container).tag);
}

/// Values for some nodes of a page, found in two steps through memory instead of by hashing.
template <typename T>
class PerNode {
 public:
  explicit PerNode(std::size_t nodes) : slots_(nodes) {}
  T& operator[](NodeIndex i) {
    if (slots_[i] == 0) {
      values_.emplace_back();
      slots_[i] = static_cast<std::uint32_t>(values_.size());
    }
    return values_[slots_[i] - 1];
  }
  /// Of a node that has one.
  const T& at(NodeIndex i) const { return values_[slots_[i] - 1]; }

 private:
  std::vector<std::uint32_t> slots_;  ///< 0 for none
  std::vector<T> values_;
};

}  // namespace kaynak::extract_detail
