/// @file A fixed list of words, each with what it means, looked up in nanoseconds.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/fnv.h"

namespace kaynak::extract_detail {

/// Words that mean the same thing. `Kind` is an enum or number below 64.
template <typename Kind>
struct WordGroup {
  Kind kind;
  std::string_view words;  ///< separated by blanks; must outlive the table
};

/// Word → bit set of kinds, open addressing. Immutable once made, so free to share.
template <typename Kind>
class WordTable {
 public:
  explicit WordTable(std::span<const WordGroup<Kind>> groups) : entries_(size) {
    for (const auto& group : groups)
      for (std::string_view rest = group.words; !rest.empty();) {
        const auto end = rest.find(' ');
        add(rest.substr(0, end), std::uint64_t{1} << static_cast<unsigned>(group.kind));
        rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
      }
  }

  /// 0 for a word in no list.
  std::uint64_t find(std::string_view word) const { return find(word, Fnv1a(word)); }
  /// The same where the caller has hashed the word while reading it.
  std::uint64_t find(std::string_view word, Fnv1a hash) const {
    for (std::size_t i = slot_of(hash);; i = (i + 1) % size) {
      if (tags_[i] == 0) return 0;
      if (tags_[i] == tag_of(hash) && entries_[i].word == word) return entries_[i].kinds;
    }
  }

 private:
  static constexpr std::size_t size = 4096;  // power of two, over twice the words

  struct Entry {
    std::string_view word;
    std::uint64_t kinds = 0;
  };

  static std::size_t slot_of(Fnv1a hash) { return (hash.value() ^ (hash.value() >> 15)) % size; }
  static std::uint8_t tag_of(Fnv1a hash) {
    return static_cast<std::uint8_t>((hash.value() >> 24) | 1);
  }

  void add(std::string_view word, std::uint64_t kinds) {
    if (word.empty()) return;
    const Fnv1a hash(word);
    std::size_t i = slot_of(hash);
    while (!entries_[i].word.empty() && entries_[i].word != word) i = (i + 1) % size;
    entries_[i].word = word;
    entries_[i].kinds |= kinds;
    tags_[i] = tag_of(hash);
  }

  /// A byte of each entry's hash, 0 for none: small enough for the nearest cache, and most words
  /// are in no list.
  std::array<std::uint8_t, size> tags_{};
  std::vector<Entry> entries_;
};

}  // namespace kaynak::extract_detail
