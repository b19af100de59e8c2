#include "extract/byline_names.h"

#include <algorithm>
#include <utility>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/byline_words.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using namespace byline_words;

/// Titles that follow a name in Korean and Chinese.
std::string_view without_title(std::string_view s) {
  for (const std::string_view title : {" 기자", "기자", " 특파원", "記者", "记者", " 記者"})
    if (s.size() > title.size() && s.ends_with(title))
      return trim(s.substr(0, s.size() - title.size()));
  return s;
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
  const bool initials = inside.find('.') != inside.npos;  // "(R.L.)", but no "(NBK)"
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

/// "Mast & Meer" of the magazine of that name is no "Mast" and "Meer".
bool is_joined_outlet(std::string_view byline, std::string_view outlet) {
  return byline.find(' ') != byline.npos && byline.size() <= outlet.size() + 8 &&
         fold(byline) == fold(outlet);
}

}  // namespace

std::string_view without_address(std::string_view s) {
  const auto address = s.find("://");
  if (address == s.npos) return s;
  const auto blank = s.rfind(' ', address);
  return blank == s.npos ? std::string_view{} : s.substr(0, blank);
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
