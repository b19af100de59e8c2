/// @file Two lists of hashes → which entries are the same, in order. Internal to trace.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

namespace kaynak::trace_detail {

using Match = std::pair<std::uint32_t, std::uint32_t>;  ///< indices into the two lists

/// Pairs of equal entries, rising in both: common beginning and end, then entries that are unique
/// in both (patience diff), then the longest common subsequence of what lies between, where that is
/// no more than `most_cells` comparisons. What a limit leaves out is not matched.
std::vector<Match> match_in_order(const std::vector<std::uint64_t>& a,
                                  const std::vector<std::uint64_t>& b,
                                  std::size_t most_cells = 40000);

}  // namespace kaynak::trace_detail
