/// @file A fixed list of words, each with what it means, looked up in nanoseconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace kaynak::extract_detail {

/// Words that mean the same thing. `Kind` is an enum of at most 64 values.
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
  std::uint64_t find(std::string_view word) const {
    for (std::size_t i = slot(word);; i = (i + 1) % size) {
      if (entries_[i].word.empty()) return 0;
      if (entries_[i].word == word) return entries_[i].kinds;
    }
  }

 private:
  static constexpr std::size_t size = 4096;  // power of two, over twice the words

  struct Entry {
    std::string_view word;
    std::uint64_t kinds = 0;
  };

  /// FNV-1a.
  static std::size_t slot(std::string_view word) {
    std::uint32_t h = 2166136261u;
    for (const char c : word) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
    return (h ^ (h >> 15)) % size;
  }

  void add(std::string_view word, std::uint64_t kinds) {
    if (word.empty()) return;
    std::size_t i = slot(word);
    while (!entries_[i].word.empty() && entries_[i].word != word) i = (i + 1) % size;
    entries_[i].word = word;
    entries_[i].kinds |= kinds;
  }

  std::vector<Entry> entries_;
};

}  // namespace kaynak::extract_detail
