/// @file What a person's name looks like, and what else stands in its place: media, places, roles.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kaynak::extract_detail {

/// How sure it is that a text names authors at all.
enum class NameTrust {
  words,  ///< running words near an article: a name must look like one
  named,  ///< given as the author's name: pen names and lower case are taken too
};

/// Words of a list parted by '|'. Most questions end at an empty slot.
class WordSet {
 public:
  /// The list outlives the set.
  explicit WordSet(std::string_view list);
  bool contains(std::string_view word) const;

 private:
  static std::size_t slot(std::string_view word);
  std::array<std::vector<std::string_view>, 512> slots_;
};

/// Names are short and hold no words of organisations.
bool is_person(std::string_view name, std::string_view outlet, NameTrust trust);
/// "Sr. Director of Operations".
bool is_role(std::string_view name);
/// Whether the outlet's name, or a part of it.
bool is_outlet(std::string_view name, std::string_view outlet);
/// Whether a text, folded, holds what links and buttons say: "read more", "查看更多".
bool reads_like_button(std::string_view folded);
/// Two to four words that all begin with a capital, or of a script that has none.
bool looks_like_full_name(std::string_view text);
/// Whether a word is none that names somebody: of a date ("Monday", "Uhr", "Updated"), of how long
/// it takes to read.
bool may_stand_beside_date(std::string_view word);
/// A name that a person types to log in: "mlind", "mira.lind", "admin2".
bool looks_like_login(std::string_view name);
/// A full stop after a word that is no abbreviation, one of Chinese and Japanese, or "…".
bool ends_sentence(std::string_view text);

// Of single words.

std::size_t count_words(std::string_view s);
bool has_digit(std::string_view s);
bool has_letter(std::string_view s);
bool all_caps(std::string_view s);
std::string lower_word(std::string_view word);
/// "A" where the word begins with a capital, "a" where with a small letter, else 0.
char initial_case(std::string_view word);
/// Hebrew, Arabic and the scripts of India and its neighbours: a single word there is as often a
/// place as a name.
bool has_blanks_but_no_case(std::string_view word);

}  // namespace kaynak::extract_detail
