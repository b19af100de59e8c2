#include "extract/person_names.h"

#include <algorithm>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/byline_leads.h"
#include "extract/byline_words.h"
#include "extract/date_labels.h"
#include "extract/heading_parts.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {

using namespace byline_words;

namespace {

using WordList = std::vector<std::string_view>;

/// Whether a word ends as names of organisations and addresses do.
bool has_organisation_end(std::string_view word) {
  static const auto by_last_byte = [] {
    std::array<WordList, 256> ends;
    for (const auto end : split(organisation_ends, '|'))
      ends[static_cast<unsigned char>(end.back())].push_back(end);
    return ends;
  }();
  if (word.empty()) return false;
  const WordList& ends = by_last_byte[static_cast<unsigned char>(word.back())];
  return std::any_of(ends.begin(), ends.end(), [&](auto end) { return word.ends_with(end); });
}

/// Whether a folded name holds a word, address or ending of an organisation.
bool names_organisation(std::string_view folded) {
  static constexpr ByteSet between(" -/");
  static const WordSet word_list(not_persons);
  static const auto phrases = split(not_person_phrases, '|');
  if (folded.find('@') != folded.npos || reads_like_button(folded)) return true;
  for (const auto phrase : phrases)
    if (folded.find(phrase) != folded.npos) return true;
  for (std::size_t begin = 0; begin <= folded.size();) {
    const auto word = folded.substr(begin, between.find(folded, begin) - begin);
    if (word_list.contains(word) || has_organisation_end(word)) return true;
    begin += word.size() + 1;
  }
  return false;
}

/// First and last word begin with a capital, words between too or are particles; or the script has
/// no case.
bool cased_like_name(std::string_view name) {
  static const WordSet particle_list(particles);
  const auto parts = split(name, ' ');
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (initial_case(parts[i]) != 'a') continue;
    if (i + 1 == parts.size() && parts.size() > 1) return false;
    if (!particle_list.contains(lower_word(parts[i])) && parts.size() > 1 &&
        parts[i].find_first_of("-'") == std::string_view::npos)
      return false;
  }
  return true;
}

/// A single word that is no "Monday", "by" or "Editor".
bool may_stand_alone(std::string_view name, NameTrust trust) {
  static const WordSet ender_list(enders), role_list(role_words);
  const std::string lowered = lower(name);
  const bool no_case = static_cast<unsigned char>(name.front()) >= 0xE0;  // "입력": of a date
  return !ender_list.contains(lowered) && !role_list.contains(lowered) &&
         !(no_case && label_in(fold(name)) != DateLabel::none) && lead_size(lowered + " x") == 0 &&
         (trust == NameTrust::named ||
          (initial_case(name) != 'a' && !has_blanks_but_no_case(name)));
}

/// "In Neustadt", "Em Porto Claro": where the text was written.
bool reads_like_place(std::string_view name) {
  const auto blank = name.find(' ');
  if (blank == name.npos) return false;
  const std::string first = lower_word(name.substr(0, blank));
  return first == "in" || first == "em" || first == "en" || first == "aus" || first == "from";
}

/// "El Faro de Puerto Claro", "Do NBK": what only media are called.
bool reads_like_medium(std::string_view name) {
  constexpr std::size_t longest_short = 5;
  const auto parts = split(name, ' ');
  const std::string first = lower_word(parts.front());
  const auto is_one_of = [](std::string_view word, std::initializer_list<std::string_view> list) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  if (parts.size() == 2 &&
      is_one_of(first, {"do", "da", "de", "dal", "dalla", "von", "vom", "van"}))
    return parts[1].size() <= longest_short && all_caps(parts[1]);
  return parts.size() > 2 && is_one_of(first, {"el", "los", "las", "the", "il", "gli", "das"}) &&
         std::any_of(parts.begin() + 1, parts.end(), [&](std::string_view word) {
           return is_one_of(word, {"de", "del", "di", "da", "of", "des"});
         });
}

/// "harbour_girl", "fjordmarie7": what somebody signs a blog with that bears the same name.
bool is_pen_name(std::string_view name) {
  return count_words(name) == 1 && initial_case(name) == 'a' && name.find('.') == name.npos;
}

}  // namespace

WordSet::WordSet(std::string_view list) {
  for (const auto word : split(list, '|')) slots_[slot(word)].push_back(word);
}

bool WordSet::contains(std::string_view word) const {
  if (word.empty()) return false;
  const auto& words = slots_[slot(word)];
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t WordSet::slot(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  const auto last = static_cast<unsigned char>(word.back());
  return (word.size() * 67 + first * 31u + last * 7u) % 512;
}

bool has_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

std::string lower_word(std::string_view word) {
  const bool ascii = std::none_of(word.begin(), word.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return ascii ? ascii_lower(word) : lower(word);
}

char initial_case(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const std::size_t before = i;
    const char32_t c = next_code_point(word, &i);
    if (!is_letter(c)) continue;
    if (is_upper(c)) return 'A';
    const auto letter = word.substr(before, i - before);
    return upper(letter) != letter ? 'a' : 0;
  }
  return 0;
}

bool has_letter(std::string_view s) {
  for (std::size_t i = 0; i < s.size();)
    if (is_letter(next_code_point(s, &i))) return true;
  return false;
}

bool all_caps(std::string_view s) { return s == upper(s) && s != lower(s); }

bool has_blanks_but_no_case(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 0xD6 && first <= 0xDB) || first == 0xE0;
}

bool ends_sentence(std::string_view text) {
  constexpr std::size_t longest_abbreviation = 5;
  if (text.find("。") != text.npos || text.find("…") != text.npos) return true;
  if (text.find('.') == text.npos) return false;
  for (const auto word : split(text, ' '))
    if (word.size() > longest_abbreviation && word.find('.') + 1 == word.size()) return true;
  return false;
}

bool is_person(std::string_view name, std::string_view outlet, NameTrust trust) {
  if (name.size() < 3 || name.size() > 70 || count_words(name) > 5 || !has_letter(name))
    return false;
  if (has_digit(name) && (trust == NameTrust::words || count_words(name) > 1)) return false;
  if (names_organisation(fold_case(name)) || ends_sentence(name) || reads_like_medium(name) ||
      reads_like_place(name))
    return false;
  if (count_words(name) == 1 && !may_stand_alone(name, trust)) return false;
  if (name.find_first_of(":?") != name.npos || name.find("：") != name.npos) return false;
  if (is_outlet(name, outlet) && !(trust == NameTrust::named && is_pen_name(name))) return false;
  if (name.size() <= 5 && count_words(name) == 1 && all_caps(name)) return false;  // "LTO"
  return cased_like_name(name) || (trust == NameTrust::named && name == lower(name));
}

bool is_role(std::string_view name) {
  static const WordSet role_list(role_words);
  const auto parts = split(name, ' ');
  const auto is_role_word = [](std::string_view word) {
    return role_list.contains(lower_word(word));
  };
  if (parts.size() == 2) return is_role_word(parts.front());
  return parts.size() > 2 && std::any_of(parts.begin(), parts.end(), is_role_word);
}

bool reads_like_button(std::string_view folded) {
  static const auto phrases = split(button_phrases, '|');
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto phrase) { return folded.find(phrase) != folded.npos; });
}

bool is_outlet(std::string_view name, std::string_view outlet) {
  if (outlet.empty()) return false;
  const std::string own = fold(outlet), bare = fold(name);
  if (own == bare) return true;
  if (bare.size() >= 4 && bare.find(' ') == std::string::npos && own.find(bare) != own.npos)
    return true;
  if (own.size() >= 5 && bare.find(own) != bare.npos) return true;
  // "NBK North" of "NBK".
  if (all_caps(outlet) && bare.starts_with(own + ' ')) return true;
  if (own.find(bare + "'s") != own.npos || own.find(bare + "’s") != own.npos) return false;
  const std::string letters = letters_only(name);
  if (letters.size() < 8) return false;
  const std::string own_letters = letters_only(outlet);
  return 2 * letters.size() >= own_letters.size() && own_letters.find(letters) != own_letters.npos;
}

bool looks_like_full_name(std::string_view text) {
  text = without_lead(text);
  if (text.size() > 60 || count_words(text) < 2 || count_words(text) > 4) return false;
  for (const auto word : split(text, ' '))
    if (!has_letter(word) || initial_case(word) == 'a' ||
        (word.size() <= 4 && word.size() > 2 && all_caps(word)))
      return false;  // "Politics EU"
  return is_person(text, {}, NameTrust::words);
}

bool may_stand_beside_date(std::string_view word) {
  static const WordSet ender_list(enders);
  const std::string lowered = lower(strip_marks(word));
  return ender_list.contains(lowered) || label_in(fold(lowered)) != DateLabel::none;
}

bool looks_like_login(std::string_view name) {
  return name.find(' ') == std::string_view::npos &&
         (has_digit(name) || name.find_first_of("._-@") != std::string_view::npos ||
          initial_case(name) == 'a');
}

}  // namespace kaynak::extract_detail
