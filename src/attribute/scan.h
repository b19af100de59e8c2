/// @file A text as words with what stands between them, and the dictionary matches in it.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"

namespace kaynak::attribute_detail {

/// What stands between two words, as bits.
enum Gap : std::uint16_t {
  gap_space = 1,
  gap_comma = 2,
  gap_stop = 4,  ///< . ! ? … before white space, a mark or the end; the full-width ones anywhere
  gap_colon = 8,
  gap_semicolon = 16,
  gap_open = 32,   ///< opening bracket
  gap_close = 64,  ///< closing bracket
  gap_dash = 128,
  gap_slash = 256,
  gap_bar = 512,  ///< | • ·
  gap_apostrophe = 1024,
  gap_mark = 2048,  ///< a quotation mark
  gap_dot = 4096,   ///< a full stop inside a word: "sport.de"
  gap_sign = 8192,  ///< © and anything else
  gap_hyphen = 16384,
};

/// A word: a run of letters and digits; one character of a script that is written without blanks.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t word = 0;        ///< id among the language's words, 0 where it is in no list
  std::uint32_t name_word = 0;   ///< id among the words of media's names, 0 where it is in none
  std::uint32_t fold_begin = 0;  ///< into Scan::folded
  std::uint32_t fold_end = 0;
  std::uint16_t before = 0;  ///< Gap bits before this word
  std::uint16_t after = 0;
  bool capital = false;  ///< begins with a capital
  bool upper = false;    ///< no small letter, at least two capitals
  bool digits = false;   ///< begins with a digit
  bool dense = false;    ///< a character of a script without blanks
};

/// Longest phrase of the language that begins at a word: its kinds and how many words it takes.
struct PhraseAt {
  std::uint64_t kinds = 0;
  std::uint16_t length = 0;
};

/// A medium named in the text: words [first, last) and its index in the lexicon.
struct Mention {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t medium = 0;
  bool ambiguous = false;  ///< what is written may be something else: initials, an ordinary word
};

struct Scan {
  std::string_view text;
  std::string folded;  ///< folded words, one after the other
  std::vector<Token> tokens;
  std::vector<PhraseAt> phrases;  ///< as many as tokens
  std::vector<Mention> mentions;
  std::vector<ByteRange> sentences;

  std::string_view at(std::uint32_t i) const {
    return text.substr(tokens[i].begin, tokens[i].end - tokens[i].begin);
  }
  std::string_view fold_at(std::uint32_t i) const {
    return std::string_view(folded).substr(tokens[i].fold_begin,
                                           tokens[i].fold_end - tokens[i].fold_begin);
  }
  /// Bytes of words [first, last).
  std::string_view words(std::uint32_t first, std::uint32_t last) const {
    return first < last
               ? text.substr(tokens[first].begin, tokens[last - 1].end - tokens[first].begin)
               : std::string_view();
  }
  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  bool is(std::uint32_t i, std::uint64_t kinds) const {
    return i < phrases.size() && (phrases[i].kinds & kinds) != 0;
  }
  /// First word at or after a byte.
  std::uint32_t token_at(std::uint32_t byte) const;
};

/// Folding and classes of code points, computed from text/unicode.h, a block of them when first
/// asked for: a page needs two or three. Thread-safe.
class Characters {
 public:
  struct Entry {
    char32_t fold[2] = {0, 0};
    bool word = false, capital = false, digit = false, dense = false, small = false;
  };
  /// `rare` holds what is in no table.
  const Entry& of(char32_t c, Entry* rare) const {
    if (c >= table_size) return *rare = of_rare(c);
    const Block* block = blocks_[c / block_size].load(std::memory_order_acquire);
    return (block ? *block : made(c / block_size))[c % block_size];
  }

 private:
  static constexpr char32_t table_size = 0x2000, block_size = 0x80;
  using Block = std::array<Entry, block_size>;
  Entry of_rare(char32_t c) const;
  static Entry compute(char32_t c);
  const Block& made(std::size_t index) const;

  mutable std::array<std::atomic<const Block*>, table_size / block_size> blocks_{};
  mutable std::array<std::unique_ptr<const Block>, table_size / block_size> owned_;
  mutable std::mutex making_;
};

/// Cuts `text` into words; fills tokens and folded.
Scan tokenise(std::string_view text, const Characters& characters);

}  // namespace kaynak::attribute_detail
