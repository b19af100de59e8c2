#include "extract/byline_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/byline_words.h"
#include "extract/date_labels.h"
#include "extract/heading_parts.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using namespace byline_words;
using WordList = std::vector<std::string_view>;

/// Words of a list parted by '|'. Most questions end at an empty slot.
class WordSet {
 public:
  explicit WordSet(std::string_view list) {
    for (const auto word : split(list, '|')) slots_[slot(word)].push_back(word);
  }
  bool contains(std::string_view word) const {
    if (word.empty()) return false;
    const WordList& words = slots_[slot(word)];
    return std::find(words.begin(), words.end(), word) != words.end();
  }

 private:
  static std::size_t slot(std::string_view word) {
    const auto first = static_cast<unsigned char>(word.front());
    const auto last = static_cast<unsigned char>(word.back());
    return (word.size() * 67 + first * 31u + last * 7u) % 512;
  }
  std::array<WordList, 512> slots_;
};

unsigned char small(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

bool has_digit(std::string_view s) {
  return std::any_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
}

constexpr ByteSet ascii_marks(" ,;:|/-()[]*\"+><~\t\n\r");

std::string_view strip_marks(std::string_view s) {
  static constexpr std::string_view wide[] = {"–", "—", "·", "•", "«", "»", "©", "›", "‹", "❯"};
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  for (bool again = true; again;) {
    again = false;
    s = ascii_marks.trim(s);
    if (s.empty() || !(is_wide(s.front()) || is_wide(s.back()))) break;
    for (const std::string_view mark : wide) {
      if (s.ends_with(mark)) s.remove_suffix(mark.size()), again = true;
      if (s.starts_with(mark)) s.remove_prefix(mark.size()), again = true;
    }
  }
  return s;
}

/// Leads by their first two bytes, the longest first.
class LeadTable {
 public:
  LeadTable() {
    for (const auto lead : split(leads, '|')) slots_[slot(lead[0], lead[1])].push_back(lead);
    for (WordList& list : slots_)
      std::sort(list.begin(), list.end(), [](auto a, auto b) { return a.size() > b.size(); });
  }
  /// Those that may begin with these bytes, whatever their case.
  const WordList& beginning(char first, char second) const { return slots_[slot(first, second)]; }

 private:
  static std::size_t slot(char first, char second) {
    return (small(first) * 33u + small(second)) % 512;
  }
  std::array<WordList, 512> slots_;
};

const LeadTable& lead_table() {
  static const LeadTable table;
  return table;
}

/// Length of the lead that `s` begins with; 0 where there is none.
std::size_t lead_size(std::string_view s) {
  if (s.size() < 2) return 0;
  if (static_cast<unsigned char>(s[0]) < 0x80) {
    for (const auto lead : lead_table().beginning(s[0], s[1]))
      if (lead.size() < s.size() && istarts_with(s, lead)) return lead.size();
    return 0;
  }
  const std::string lowered = lower(clip_utf8(s, 40));
  if (lowered.size() < 2) return 0;
  for (const auto lead : lead_table().beginning(lowered[0], lowered[1]))
    if (lead.size() < s.size() && lowered.starts_with(lead)) return lead.size();
  return 0;
}

/// Titles that follow a name in Korean and Chinese.
std::string_view without_title(std::string_view s) {
  for (const std::string_view title : {" 기자", "기자", " 특파원", "記者", "记者", " 記者"})
    if (s.size() > title.size() && s.ends_with(title))
      return trim(s.substr(0, s.size() - title.size()));
  return s;
}

std::size_t count_words(std::string_view s) {
  return static_cast<std::size_t>(std::count(s.begin(), s.end(), ' ')) + 1;
}

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

std::string lower_word(std::string_view word) {
  const bool ascii = std::none_of(word.begin(), word.end(),
                                  [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  return ascii ? ascii_lower(word) : lower(word);
}

/// "A" where the word begins with a capital, "a" where with a small letter, else 0.
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

/// Hebrew, Arabic and the scripts of India and its neighbours: a single word there is as often a
/// place as a name.
bool has_blanks_but_no_case(std::string_view word) {
  const auto first = static_cast<unsigned char>(word.front());
  return (first >= 0xD6 && first <= 0xDB) || first == 0xE0;
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

/// A full stop after a word that is no abbreviation, one of Chinese and Japanese, or "…".
bool ends_sentence(std::string_view text) {
  constexpr std::size_t longest_abbreviation = 5;
  if (text.find("。") != text.npos || text.find("…") != text.npos) return true;
  if (text.find('.') == text.npos) return false;
  for (const auto word : split(text, ' '))
    if (word.size() > longest_abbreviation && word.find('.') + 1 == word.size()) return true;
  return false;
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

/// Names are short and hold no words of organisations.
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

/// "Sr. Director of Operations".
bool is_role(std::string_view name) {
  static const WordSet role_list(role_words);
  const auto parts = split(name, ' ');
  const auto is_role_word = [](std::string_view word) {
    return role_list.contains(lower_word(word));
  };
  if (parts.size() == 2) return is_role_word(parts.front());
  return parts.size() > 2 && std::any_of(parts.begin(), parts.end(), is_role_word);
}

/// "WEISS" and "ANA WEISS" as "Ana Weiss"; other spellings as they are.
std::string settle_case(std::string_view name) {
  if (!all_caps(name) || name.size() <= 5 || name.find(' ') == std::string_view::npos)
    return std::string(name);
  std::string out;
  bool start = true;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t before = i;
    next_code_point(name, &i);
    const auto letter = name.substr(before, i - before);
    out += start ? std::string(letter) : lower(letter);
    start = letter == " " || letter == "-" || letter == "." || letter == "'";
  }
  return out;
}

/// Size of the bracket that `s` begins with, where it holds one word in the middle of a name: "Ana
/// (Lind) Weiß". 0 for others.
std::size_t bracket_in_name(std::string_view s) {
  if (!s.starts_with('(')) return 0;
  const auto end = s.find(')');
  if (end == s.npos || end > 20 || end + 2 >= s.size() || s[end + 1] != ' ') return 0;
  const auto inside = s.substr(1, end - 1);
  const bool name = inside.find(' ') == s.npos && initial_case(inside) == 'A';
  const bool initials = inside.find('.') != inside.npos;  // "(R. L.)", but no "(NBK)"
  return name && initial_case(s.substr(end + 2)) == 'A' && (initials || !all_caps(inside)) ? end + 1
                                                                                           : 0;
}

/// Marks that part names as a blank-free unit of their own; the comma is kept apart, since what
/// follows it may be a place or a role.
std::string mark_parts(std::string_view s) {
  static constexpr std::string_view marks[] = {"|", "/", ";", "·", "•", "،", "、",
                                               "–", "—", "(", ")", "[", "]", "\n"};
  static constexpr ByteSet first_bytes(",|/;()[]\n\xc2\xd8\xe2\xe3");
  std::string out;
  out.reserve(s.size() + 16);
  for (std::size_t i = 0; i < s.size();) {
    const std::size_t stop = std::min(first_bytes.find(s, i), s.size());
    out += s.substr(i, stop - i);
    if ((i = stop) == s.size()) break;
    std::string_view found;
    const std::size_t bracket = bracket_in_name(s.substr(i));
    for (const auto mark : marks)
      if (bracket == 0 && s.substr(i).starts_with(mark)) found = mark;
    if (!found.empty()) {
      const bool dash = found == "–" || found == "—";
      out += found == "(" || found == "[" ? " \x02 " : dash ? " \x03 " : " \x01 ";
      i += found.size();
    } else if (bracket > 0) {
      out += s.substr(i, bracket);
      i += bracket;
    } else if (s[i] == ',') {
      out += " , ";
      ++i;
    } else {
      out += s[i++];
    }
  }
  for (const std::string_view between : {" - ", " im Gespräch mit ", " in conversation with "})
    if (out.find(between) != out.npos) out = replace_all(std::move(out), between, " \x01 ");
  return out;
}

/// One name being put together out of words.
class NameReader {
 public:
  NameReader(std::string_view outlet, NameTrust trust) : outlet_(outlet), trust_(trust) {}

  /// Takes the next word. False where the rest of the text names no authors.
  bool read(std::string_view word) {
    static const WordSet join_list(joins), ender_list(enders), helper_list(helper_words),
        role_list(role_words), organisation_list(organisation_enders), with_list(withs);
    if (word == "\x01") return close(false);
    if (word == "\x03") {  // "Ana Weiß, NBK — Neustadt": where the text was written
      close(false);
      skipping_ = !names_.empty() && after_other_;
      return true;
    }
    if (word == "\x02") {  // what stands in brackets is no name, but see below
      close(false);
      after_other_ |= !names_.empty();
      return opened_ = skipping_ = true;
    }
    if (word == ",") return close(true);
    const std::string bare = lower_word(strip_marks(word));
    if (std::exchange(opened_, false) && with_list.contains(bare)) {  // "(with Mira Lind)"
      skipping_ = false;
      return true;
    }
    if (helper_list.contains(bare)) {
      close(false);
      return false;
    }
    if (names_.empty() && is_year(bare)) {  // a date ends there
      close(false);
      return after_year_ = true;
    }
    if (word.size() > 1 && word.ends_with(':')) {  // of something else: "Data: 24-11-2026"
      const bool lead = is_lead(word);             // "A post by: Ana Weiß"
      if (lead) words_.clear();
      close(false);
      skipping_ = !lead;
      return true;
    }
    if (skipping_ || bare.empty()) return true;
    const bool inside = !words_.empty();
    if (join_list.contains(bare) && joins_as_written(word)) return !inside || close(false);
    const bool pen_name = trust_ == NameTrust::named && !inside;
    if ((has_digit(word) && !pen_name) || word.find('@') != std::string_view::npos ||
        (inside && (ender_list.contains(bare) || role_list.contains(bare)) &&
         (words_.size() > 1 || initial_case(word) != 'A'))) {
      const bool role_after_comma = after_comma_ && role_list.contains(bare);
      if (role_after_comma || (words_.size() == 1 && organisation_list.contains(bare)))
        words_.clear();
      if (role_list.contains(bare)) drop_beat();
      close(false);
      after_other_ |= !inside && has_letter(word);  // "N1", "24sata"
      skipping_ = true;
      return true;
    }
    words_.push_back(word);
    return true;
  }
  std::vector<std::string> finish() {
    close(false);
    // "أبو ظبي - البيان": beside what is no name, a single word of such scripts is a place.
    if (after_other_)
      std::erase_if(names_, [](const std::string& name) {
        return name.find(' ') == std::string::npos && has_blanks_but_no_case(name);
      });
    return std::move(names_);
  }

 private:
  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word.starts_with("20") || word.starts_with("19")) &&
           word[2] >= '0' && word[2] <= '9' && word[3] >= '0' && word[3] <= '9';
  }
  /// "Y" and "Dan" may be names; "And" is none.
  static bool joins_as_written(std::string_view word) {
    if (initial_case(word) != 'A') return true;
    const std::string lowered = lower(word);
    return lowered == "and" || lowered == "und" || lowered == "et" || lowered == "with";
  }
  bool close(bool comma) {
    static const WordSet ender_list(enders);
    skipping_ = false;
    drop_repetition();
    while (words_.size() > 1 && ender_list.contains(lower_word(words_.back()))) words_.pop_back();
    std::string text;
    for (const auto word : words_) {
      if (!text.empty()) text += ' ';
      text += word;
    }
    words_.clear();
    const bool was_after_comma = after_comma_, was_after_year = after_year_;
    after_comma_ = comma;
    const auto name = without_title(without_lead(text));
    if (name.empty()) return true;
    after_year_ = false;
    if (was_after_year && !looks_like_full_name(name)) return true;
    // After a comma a single word is a place or a role ("Ana Weiß, Berlin"), unless all names are
    // single words.
    const bool single = count_words(name) == 1;
    if (single && !names_.empty() && (was_after_comma || after_other_)) {
      after_other_ = true;
    } else if (is_role(name)) {
      return names_.empty();  // what follows is whom the author works for
    } else if (!is_person(name, outlet_, trust_) || (single && after_other_)) {
      after_other_ = true;
    } else {
      add_name(&names_, settle_case(name));
    }
    return true;
  }
  /// "Ana Weiß Court" before "Reporter" is Ana Weiß; "Neustadt Court" is nobody.
  void drop_beat() {
    static const WordSet beat_list(beats);
    const std::size_t before = words_.size();
    while (!words_.empty() && beat_list.contains(lower_word(words_.back()))) words_.pop_back();
    if (words_.size() < before && words_.size() < 2) words_.clear();
  }
  /// Portrait and name are often read as the name twice.
  void drop_repetition() {
    const std::size_t half = words_.size() / 2;
    constexpr std::size_t initial = 2;  // "R. R."
    if (half == 0 || words_.size() % 2 != 0 || words_.back().size() <= initial) return;
    if (std::equal(words_.begin(), words_.begin() + static_cast<std::ptrdiff_t>(half),
                   words_.begin() + static_cast<std::ptrdiff_t>(half)))
      words_.resize(half);
  }

  std::string_view outlet_;
  NameTrust trust_;
  std::vector<std::string_view> words_;
  std::vector<std::string> names_;
  bool skipping_ = false;  ///< a date, place or organisation, until the next mark
  bool opened_ = false;    ///< the word before was an opening bracket
  bool after_comma_ = false;
  bool after_year_ = false;   ///< of a date: a full name may follow
  bool after_other_ = false;  ///< something was no name: single words are none then
};

std::vector<std::string> names_in_line(std::string_view line, std::string_view outlet,
                                       NameTrust trust) {
  constexpr std::size_t longest_alone = 60;  // "By Mira Lind." is no sentence
  line = without_lead(line);
  if (line.size() <= longest_alone && line.ends_with('.') && ends_sentence(line))
    line.remove_suffix(1);
  const std::string marked = mark_parts(line);
  NameReader reader(outlet, trust);
  for (const auto word : split(marked, ' '))
    if (!word.empty() && !reader.read(word)) break;
  return reader.finish();
}

}  // namespace

bool reads_like_button(std::string_view folded) {
  static const auto phrases = split(button_phrases, '|');
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](auto phrase) { return folded.find(phrase) != folded.npos; });
}

std::string_view without_address(std::string_view s) {
  const auto address = s.find("://");
  if (address == s.npos) return s;
  const auto blank = s.rfind(' ', address);
  return blank == s.npos ? std::string_view{} : s.substr(0, blank);
}

std::string_view without_lead(std::string_view s) {
  for (s = strip_marks(s); !s.empty(); s = strip_marks(s)) {
    const std::size_t size = lead_size(s);
    if (size == 0) break;
    s.remove_prefix(size);
  }
  return s;
}

void add_name(std::vector<std::string>* names, std::string name) {
  const std::string key = fold(name);
  for (std::string& n : *names) {
    const std::string other = fold(n);
    if (other == key || key.starts_with(other + ' ')) return;  // the name and more
    if (key.find(' ') != std::string::npos && other.starts_with(key + ' ')) {
      n = std::move(name);
      return;
    }
  }
  if (names->size() < 20) names->push_back(std::move(name));
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

bool begins_with_lead(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0] | 0x20);
  return lead_size(first >= 'a' && first <= 'z' ? text : strip_marks(text)) > 0;
}

bool may_begin_with_lead(std::string_view text) {
  if (text.size() < 3 || ascii_marks.contains(text[0])) return true;
  const auto is_clear = [](char c) { return c > ' ' && c <= '~'; };
  if (!is_clear(text[0]) || !is_clear(text[1]) || !is_clear(text[2])) return true;
  for (const auto lead : lead_table().beginning(text[0], text[1]))
    if (lead.size() > 2 && static_cast<unsigned char>(lead[2]) == small(text[2])) return true;
  return false;
}

bool is_lead(std::string_view text) {
  if (text.size() < 2 || text.size() > 30) return false;
  if (text.ends_with(':') && is_lead(text.substr(0, text.size() - 1))) return true;
  if (static_cast<unsigned char>(text[0]) >= 0x80)
    return lead_size(std::string(text) + " x") >= text.size();
  for (const auto lead : lead_table().beginning(text[0], text[1])) {
    const bool blank_after = lead.size() == text.size() + 1 && lead.back() == ' ';
    if ((blank_after || lead.size() == text.size()) && iequals(lead.substr(0, text.size()), text))
      return true;
  }
  return false;
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

/// "Mast & Meer" of the magazine of that name is no "Mast" and "Meer".
static bool is_joined_outlet(std::string_view byline, std::string_view outlet) {
  return byline.find(' ') != byline.npos && byline.size() <= outlet.size() + 8 &&
         fold(byline) == fold(outlet);
}

std::vector<std::string> parse_names(std::string_view byline, std::string_view outlet,
                                     NameTrust trust) {
  byline = without_address(clip_utf8(byline, 400));
  std::vector<std::string> names;
  if (is_joined_outlet(without_lead(byline), outlet)) return names;
  auto lines = split(byline, '\n');
  // The line that says "By" is the one, wherever it stands.
  const auto by = std::find_if(lines.begin(), lines.end(), [](std::string_view line) {
    return begins_with_lead(line) || is_lead(strip_marks(line));
  });
  if (by != lines.end()) lines.erase(lines.begin(), by);
  for (const auto line : lines) {
    if (!names.empty() && !line.starts_with(';')) continue;
    for (std::string& name : names_in_line(line, outlet, trust)) add_name(&names, std::move(name));
  }
  return names;
}

}  // namespace kaynak::extract_detail
