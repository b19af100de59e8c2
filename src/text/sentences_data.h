/// @file What a language's full stops mean, as data.
#pragma once

#include <string_view>

namespace kaynak::text_detail {

/// Words lower case, without their full stop, between blanks (one also at either end of a list).
struct SentenceWords {
  std::string_view language;
  /// Never end a sentence: titles and what always has a name behind it.
  std::string_view titles;
  /// Abbreviations that may end one: they do where a starter follows.
  std::string_view abbreviations;
  /// Abbreviations only before a figure ("No. 5", "Sept. 11").
  std::string_view before_figures;
  /// Function words that begin sentences often, so that a capital letter of theirs is no name's.
  std::string_view starters;
  /// "15. August", "2. Dünya Savaşı": a full stop makes an ordinal.
  bool ordinals = false;
};

/// The words of a primary language subtag; those of English where the language has none.
const SentenceWords& sentence_words(std::string_view language);

}  // namespace kaynak::text_detail
