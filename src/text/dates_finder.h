/// @file The patterns of dates in a text, language by language words, all languages one grammar.
#pragma once

#include <cstdlib>

#include "text/dates_resolve.h"
#include "text/dates_tense.h"

namespace kaynak::text_detail {

/// What a date leaves to the reader: the year of "3 May", the week of "Monday".
enum class Open : unsigned char { none, week, year, month };

/// A date among the tokens: [first, end).
struct DatePiece {
  std::size_t first = 0, end = 0;
  std::string resolved;
  Open open = Open::none;
};

/// Finds the dates among the tokens of a text. A pattern that matches at a token sets `end_` (one
/// past its last token), `resolved_` and what it left open; the longest of the patterns that match
/// is taken, and two dates with "to" between them are one.
class DateFinder : private DateResolver {
 public:
  /// `memory`, where given, is what the texts before told, and takes what this one tells.
  DateFinder(std::string_view text, std::string_view language, sys_days today, DateMemory* memory);
  std::vector<DateInText> run();

 private:
  // --- looking at tokens
  // Behind the last token there is a mark without a character.
  bool glued(std::size_t i) const { return i < tokens_.size() && tokens_[i].glued; }
  int digits(std::size_t i) const { return i < tokens_.size() ? tokens_[i].digits : -1; }
  DateToken::Kind kind(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].kind : DateToken::mark;
  }
  char32_t mark(std::size_t i) const { return i < tokens_.size() ? tokens_[i].c : U'\0'; }
  bool spoken_ordinal(std::size_t i) const { return i < tokens_.size() && tokens_[i].ordinal; }
  bool is_number(std::size_t i) const {
    return i < tokens_.size() && kind(i) == DateToken::number && tokens_[i].value >= 0;
  }
  int value(std::size_t i) const { return is_number(i) ? tokens_[i].value : -1; }
  bool is_mark(std::size_t i, char32_t c) const {
    return i < tokens_.size() && kind(i) == DateToken::mark && mark(i) == c;
  }
  const DateWord* entry(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].entry : nullptr;
  }
  bool has(std::size_t i, std::uint32_t flags) const {
    return entry(i) != nullptr && entry(i)->has(flags);
  }
  char unit(std::size_t i) const { return entry(i) ? entry(i)->unit : '\0'; }
  bool is_day_number(std::size_t i) const {
    return value(i) >= 1 && value(i) <= 31 && digits(i) <= 2;
  }
  void share_year(const DatePiece& found, std::size_t first);
  bool names_year(const DatePiece& found) const;
  int narrative_of(const DatePiece& found) const;
  bool is_year_number(std::size_t i) const {
    return is_number(i) && (digits(i) == 4 || (digits(i) == 0 && lexicon_.is_cjk())) &&
           value(i) >= 1000 && value(i) <= 2200;
  }
  int month(std::size_t i) const { return entry(i) ? entry(i)->month : 0; }
  /// Behind joining words ("of", "de"), at most three.
  std::size_t behind_joins(std::size_t i) const;
  /// Behind what makes a number an ordinal: "th", "er", "º", '.', or a German full stop.
  std::size_t behind_ordinal(std::size_t i) const;
  bool done(std::size_t end, std::string resolved, Open open = Open::none) {
    end_ = end;
    resolved_ = std::move(resolved);
    open_ = open;
    return !resolved_.empty();
  }
  static std::optional<int> which(const DateWord* word) {
    if (word == nullptr) return std::nullopt;
    const int step = word->has(DateWord::far) ? 2 : 1;
    if (word->has(DateWord::last)) return -step;
    if (word->has(DateWord::current)) return 0;
    if (word->has(DateWord::next)) return step;
    return std::nullopt;
  }
  std::size_t behind_suffix(std::size_t i) const;
  std::size_t behind_links(std::size_t i) const;
  std::size_t behind_counter(std::size_t i) const;
  /// The day that "third", "3rd", "3." or "3" names, and the token behind it; 0 where there is
  /// none.
  bool dots_ordinals() const;
  std::pair<int, std::size_t> day_named(std::size_t i) const;
  /// "first", "3rd", "last": the ordinal and the token behind it; 0 where there is none.
  std::pair<int, std::size_t> ordinal(std::size_t i) const;

  // --- the longest match
  std::optional<DatePiece> piece(std::size_t i);
  bool is_of_a_name(std::size_t i) const;
  bool is_linking(std::size_t i) const;
  std::optional<DatePiece> linked(std::size_t i);
  bool range_near(std::size_t i);
  void offer(bool matched, std::size_t i, std::optional<DatePiece>* best) const;
  void start(std::size_t i);

  // --- patterns that begin with a number (dates_days.cc)
  bool at_number(std::size_t i);
  /// 15/8/2026, 15.08.2026, 2026-08-15, 8/2026 and, where the language writes so, 15/8.
  bool eight_figures(std::size_t i);
  bool figures(std::size_t i);
  /// "15/8" in Vietnamese, "15.08." in German: a day and a month, no fraction and no result of a
  /// match.
  bool day_slash_month(std::size_t i, char32_t c);
  bool list_follows(std::size_t i) const;
  /// "ngày" belongs to the date.
  void include_cue(std::size_t i);
  /// 2026年8月15日, 8月15日, 8月, 2026年, 15日.
  bool cjk_date(std::size_t i);
  /// "8月15日" at its month's number.
  bool cjk_day(std::size_t i);
  bool era(std::size_t i);
  bool is_first_year(std::size_t i) const;
  bool cjk_month(std::size_t i, std::optional<int> year);
  /// The year behind a month, perhaps behind a comma or "of"; its token's index and end, or no
  /// value.
  std::optional<std::pair<int, std::size_t>> short_year(std::size_t i, std::size_t k) const;
  std::optional<std::pair<int, std::size_t>> year_behind(std::size_t i) const;
  /// "15 August 2026", "15. August", "3–5 May".
  bool day_and_month(std::size_t i);
  int year_of_day(int month, int day) const;
  int narrative_year() const;
  bool day_listed(std::size_t i);
  bool finish_day(int day, int last_day, int month,
                  const std::optional<std::pair<int, std::size_t>>& year, std::size_t end);
  /// "15 tháng này", "15 de este mes".
  bool month_of_cue(std::size_t, std::size_t k, int day);
  /// "ngày 15 tháng 8 năm 2026", "ngày 15 tháng 8/2026".
  bool vietnamese_day(std::size_t i);
  /// "2026 August 15", "2025 yılında", "2025'te", "в 2025 году".
  bool year_first(std::size_t i);
  bool plausible_year(int year) const { return year >= 1500 && year <= this_year() + 80; }
  /// "in 2025", "năm 2025".
  bool bare_year(std::size_t i);

  // --- amounts (dates_amounts.cc)
  /// What is counted: months and days, and the smallest unit with its number.
  struct Amount {
    int months = 0, days = 0;
    int count = 0;
    char unit = 0;
    int parts = 0;
    std::size_t end = 0;
  };
  std::optional<Amount> amount(std::size_t i, int parts) const;
  Amount one(std::size_t i) const;
  bool is_couple(std::size_t i) const;
  static sys_days moved(sys_days day, const Amount& by, int sign);
  bool weekdays_counted(std::size_t i, std::size_t k);
  bool ago_or_in(std::size_t i);
  std::optional<bool> later(const Amount& by, std::size_t end);
  /// "hace 3 días", "vor einer Woche", "in 3 days", "через неделю".
  bool prefixed(std::size_t i);
  bool counts_bare() const;
  bool finish_shift(const Amount& by, int sign, std::size_t end);
  bool counted(std::size_t i);
  bool counts_onward(std::size_t i) const;
  bool finish_count(char unit, int count, int sign, std::size_t end);

  // --- patterns that begin with a word (dates_words.cc)
  bool at_word(std::size_t i);
  /// "today"; a day written behind it is the same day: "yesterday, 14 August".
  bool relative_day(std::size_t i);
  /// "去年8月", "上周一", "bu yıl haziran", "next week Monday".
  bool relative_unit(std::size_t i);
  /// "tháng 8", "tháng 8/2026", "tháng 8 năm ngoái".
  bool month_of_number(std::size_t i);
  /// "last week", "this June", "next Monday", "прошлой неделе".
  bool modified(std::size_t i);
  /// "la semana pasada", "tuần trước", "неделю назад", "الشهر المقبل".
  bool told_day(std::size_t i, std::size_t k, int way);
  bool unit_modified(std::size_t i);
  /// "Monday, 15 August": the weekday belongs to the date behind it.
  sys_days weekday_told(std::size_t i, int wanted) const;
  void agree_with(int weekday);
  bool full_weekday(std::size_t i);
  bool weekday(std::size_t i);
  bool is_until(std::size_t i) const;
  bool weekday_of_weeks(std::size_t i);
  /// "Friday 13th", "terça-feira, dia 25": the nearest such day, where one of the next or last
  /// weeks is.
  bool is_past_possessive(std::size_t i) const;
  bool is_abbreviation(std::size_t i) const;
  bool weekday_and_number_at(std::size_t i, int number);
  bool weekday_and_number(std::size_t i);
  /// "August 15, 2026", "August 2026", "August".
  bool is_closed(std::size_t i) const;
  bool is_small_month(std::size_t i) const;
  bool month_word(std::size_t i);
  Tense tense(std::size_t i) const { return tense_at(s_, tokens_, i, lexicon_.language()); }
  /// The year of a bare month: the nearest, unless its sentence speaks of the past or that month
  /// is long gone ("from August to October, we will …" in September begins in this August).
  int told_year(std::size_t i, int month) const;
  bool capital(std::size_t i) const;
  /// "Julio Menda": capitals where the language writes months small.
  bool is_name(std::size_t i) const;
  // --- spans and counts (dates_spans.cc)
  bool quarter_sign(std::size_t i);
  bool season(std::size_t i);
  bool decade(std::size_t i);
  bool part_of(std::size_t i);
  std::optional<bool> end_of_period(std::size_t i, std::size_t k);
  int roman(std::size_t i) const;
  bool century(int number, std::size_t end);
  bool nth(std::size_t i);
  std::optional<bool> nth_behind(std::size_t i);
  bool year_then_nth(std::size_t i);
  bool nth_inside(const DatePiece& whole);
  bool weekday_behind(const DatePiece& day);
  std::string on_weekday(const std::string& day, int weekday) const;
  bool weekday_inside(const DatePiece& week);
  std::string nth_of(int n, std::size_t target, sys_days first, sys_days last) const;
  std::optional<DatePiece> period(std::size_t i);
  bool shifted_from(std::size_t i);
  bool month_or_year_named(std::size_t i);
  bool week_number(std::size_t i);
  std::optional<DatePiece> expected_piece(std::size_t i);
  bool word_day(std::size_t i);
  bool day_alone(std::size_t i);
  bool separated(std::size_t i);

  // --- other calendars (dates_calendars.cc)
  void read_thai();
  std::size_t behind_hijri(std::size_t i) const;
  std::optional<std::pair<int, std::size_t>> hijri_year(std::size_t i) const;
  bool other_calendar(std::size_t i);
  bool other_year(std::size_t i);
  std::string hijri_figures(int year, int month, int day, std::size_t end) const;

  // --- ranges (dates_ranges.cc)
  bool range(std::size_t i);
  bool range_from(std::size_t i, bool cued);
  bool day_range(std::size_t i, bool cued);
  bool year_range(std::size_t i, bool cued);
  /// Behind "to" or a dash, or "and" where `cued`; `i` itself where there is none.
  std::size_t behind_to(std::size_t i, bool cued) const;
  bool closes(std::size_t i) const { return has(i, DateWord::close); }
  bool from_suffix_to(std::size_t a, std::size_t b) const;
  bool join(const DatePiece& a, const DatePiece& b);

  std::string_view s_;
  std::string_view language_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
  DateMemory* memory_;
  std::size_t first_ = 0, end_ = 0;
  std::size_t last_year_ =
      0;                   ///< token behind the year found last, 0 where something else came last
  std::size_t taken_ = 0;  ///< token behind the date found last
  std::string resolved_;
  Open open_ = Open::none;
  std::optional<sys_days> anchor_;  ///< the day found last
  std::size_t next_to_ = 0;         ///< the next token that may join two ends of a range
  int told_year_ = 0;               ///< the year of the date found last, where the text names it
  bool yearless_ = false;           ///< the date found last has no year of its own
  bool slashed_ = false;            ///< a day and month in figures was found
  bool expected_ = false;           ///< a date must stand here
  int depth_ = 0;                   ///< of patterns inside patterns
  std::vector<DateInText> out_;
};

/// First and last day of what was resolved.
std::pair<sys_days, sys_days> days_of(std::string_view resolved);
/// The same day or month in another year; empty where it has no such day.
std::string in_year(const std::string& resolved, int year);
/// A span of days, or the month, year or day it is.
std::string print_span(sys_days first, sys_days last);

}  // namespace kaynak::text_detail
