/// @file Look-up of number words.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/numbers_data.h"

namespace kaynak::text_detail {

struct NumberWord {
  enum Kind : unsigned char { add, power, teen, join } kind = add;
  bool weak = false;       ///< no number alone
  std::int64_t value = 0;  ///< the number, or the power of ten
};

/// The words of one language, ready for look-up. Immutable.
class NumberLexicon {
 public:
  /// The language's lexicon, made at first use; lives as long as the program. Thread-safe.
  static const NumberLexicon& of(std::string_view language);

  const NumberLanguage& rules() const { return rules_; }
  bool empty() const { return words_.empty(); }
  /// The number words a lower-case word consists of: one, or several where the language glues them.
  /// Empty: none.
  std::vector<NumberWord> find(std::string_view word) const;
  /// The same for a word that is one number word; null for others. Lives as long as the lexicon.
  const NumberWord* find_single(std::string_view word) const;
  /// Calls `visit` with each word that can begin a number word.
  template <typename Visit>
  void for_each_word(Visit visit) const {
    for (const auto& [word, entry] : words_) visit(word);
  }

 private:
  struct Prefix {
    std::string_view text;
    NumberWord entry;
  };
  explicit NumberLexicon(const NumberLanguage& rules);
  const Prefix* prefix_of(std::string_view word) const;
  bool take_apart(std::string_view word, std::vector<NumberWord>* parts) const;

  const NumberLanguage& rules_;
  std::unordered_map<std::string_view, NumberWord> words_;
  std::vector<Prefix> prefixes_;
  std::size_t longest_ = 0;
};

}  // namespace kaynak::text_detail
