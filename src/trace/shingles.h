/// @file Word shingles: what texts are compared by. Internal to trace/.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kaynak::trace_detail {

/// Words in a row that make one shingle. Four is the usual choice for news re-use: short enough
/// that an edited sentence keeps most of them, long enough that two reports of one event share few.
inline constexpr std::size_t shingle_words = 4;

/// Words of a text as hashes of their folded form; scripts without spaces give characters.
std::vector<std::uint64_t> word_hashes(std::string_view text);
/// Sorted distinct hashes of every `shingle_words` words in a row; at most `max_shingles` (the
/// smallest: a fair sample).
std::vector<std::uint64_t> shingles_of(const std::vector<std::uint64_t>& words);
inline constexpr std::size_t max_shingles = 20000;

}  // namespace kaynak::trace_detail
