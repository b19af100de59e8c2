/// @file What the parts of dates share.
#pragma once

#include <bitset>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "text/dates.h"
#include "text/numbers_lexicon.h"

namespace kaynak::text_detail {

using std::chrono::sys_days;

/// One word or phrase of dates; a word may be several things ("tháng" is a unit and stands before a
/// month's number).
struct DateWord {
  enum Flag : std::uint32_t {
    last = 1,
    current = 2,
    next = 4,
    ago_behind = 8,
    ago_before = 16,
    in_behind = 32,
    in_before = 64,
    year_next = 128,
    year_behind = 256,
    join = 512,
    day_cue = 1024,
    ordinal = 2048,
    month_next = 4096,
    month_mark = 8192,
    day_mark = 16384,
    year_mark = 32768,
    relative_day = 65536,
    weak = 131072,
    from = 1u << 18,
    to = 1u << 19,
    both = 1u << 20,
    close = 1u << 21,
    after = 1u << 22,
    before = 1u << 23,
    decade = 1u << 24,
    far = 1u << 25,
    anchored = 1u << 26,  ///< from the day the text spoke of last
    later = 1u << 27,
    starts = 1u << 28,  ///< "beginning": the first day of a week or count follows
    plural = 1u << 29,
    roughly = 1u << 31,  ///< "about", "etwa": beside an amount
    brief = 1u << 30     ///< "mar", "sun": a date only beside a number
  };
  int month = 0;           ///< 1 to 12
  int weekday = 0;         ///< 1 to 7 from Monday
  int offset = 0;          ///< days (relative_day) or `relative_unit`s from now
  char relative_unit = 0;  ///< 'W', 'M', 'Q', 'Y' or 'E'
  char unit = 0;    ///< 's', 'n', 'h', 'd', 'w', 'm', 'y' or 'e'; 'q', 'b' quarter, half year
  int nth = 0;      ///< "third"; -1 the last
  int season = 0;   ///< 1 spring to 4 winter
  int part = 0;     ///< 1 early, 2 middle, 3 late, 4 exact thirds of a month from 4 to 6
  int era = 0;      ///< the year before an era's first
  int foreign = 0;  ///< 101 to 112 a Persian month, 201 to 212 an Islamic one
  int count = 0;    ///< units in the word itself: "fortnight", "이틀", "يومين"
  int coming = 0;   ///< of a next weekday: 1 the nearest, 2 the nearest that is not tomorrow
  std::uint32_t flags = 0;
  bool has(std::uint32_t flag) const { return (flags & flag) != 0; }
};

struct DateToken {
  enum Kind : unsigned char { number, word, mark } kind = mark;
  std::size_t begin = 0, end = 0;
  bool glued = false;               ///< nothing stands between it and the token before
  bool behind_proclitic = false;    ///< "and" is written together with it
  bool ordinal = false;             ///< a number in words that ends as an ordinal
  int digits = 0;                   ///< of a number in figures; 0 in words
  int value = -1;                   ///< of a number
  char32_t c = 0;                   ///< of a mark
  const DateWord* entry = nullptr;  ///< of a word that dates know
};

/// The date words of one language. Immutable; kept for the program's life. Thread-safe.
class DateLexicon {
 public:
  static const DateLexicon& of(std::string_view language);
  std::vector<DateToken> read(std::string_view text) const;
  std::string_view language() const { return language_; }
  /// What a word, lower case, is; null where dates do not know it.
  const DateWord* find(std::string_view word) const {
    const auto found = words_.find(word);
    return found == words_.end() ? nullptr : &found->second;
  }
  bool is_cjk() const { return cjk_; }

 private:
  explicit DateLexicon(std::string_view language);
  void add_all(std::string_view words);
  void add(const std::string& key, DateWord word);
  bool is_brief(std::string_view key) const;
  struct First {
    int longest = 0;
    const DateWord* word = nullptr;
    int number = -1;
  };
  static std::size_t behind_letters(std::string_view text, std::size_t i, bool figures);
  static void take(const First& known, DateToken* token);
  std::size_t read_word(std::string_view text, std::size_t at, DateToken* token) const;
  std::size_t read_behind_proclitic(std::string_view text, std::size_t at, std::string_view written,
                                    DateToken* token) const;
  std::size_t read_phrase(std::string_view text, std::size_t at, std::size_t first_end, int longest,
                          DateToken* token) const;
  int glued_number(std::string_view word) const;
  std::size_t read_cjk(std::string_view text, std::size_t at, bool behind_number,
                       DateToken* token) const;
  int small_number(std::string_view word) const;
  void note_beginning(std::string_view word);
  bool may_know(std::string_view word) const;

  std::string language_;
  bool cjk_ = false;
  bool glues_numbers_ = false;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  template <class T>
  using Map = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  const NumberLexicon& numbers_;
  /// Beginnings of all words and numbers, three ASCII letters of five bits each: nine words of ten
  /// are passed over by them without a lookup.
  std::bitset<1 << 15> beginnings_;
  Map<DateWord> words_;
  /// What begins with a word (character): the parts (characters) of the longest phrase, and what
  /// the word is alone.
  Map<First> firsts_;
};

/// 0 where no such day is.
bool is_day(int year, int month, int day);
sys_days day_of(int year, int month, int day);
std::string print_day(sys_days day);
std::string print_month(int year, int month);
/// A span of whole months.
std::string print_months(int year, int month, int count);
/// Monday of the day's week.
sys_days monday_of(sys_days day);

/// Whether figures like 3/4/2026 begin with the month.
bool month_first(std::string_view language);

}  // namespace kaynak::text_detail
