#include <algorithm>
#include <cstdlib>

#include "text/dates_resolve.h"
#include "text/dates_tense.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

using namespace text_detail;
using std::chrono::days;

/// Finds the dates among the tokens of a text. A pattern that matches at a token sets `end_` (one
/// past its last token) and `resolved_`.
class DateFinder : private DateResolver {
 public:
  DateFinder(std::string_view text, std::string_view language, sys_days today)
      : DateResolver(today),
        s_(text),
        language_(language),
        lexicon_(DateLexicon::of(language)),
        tokens_(lexicon_.read(text)) {}

  std::vector<DateInText> run() {
    for (std::size_t i = 0; i < tokens_.size();) {
      resolved_.clear();
      first_ = i;
      const bool found = tokens_[i].kind == DateToken::number
                             ? at_number(i)
                             : tokens_[i].entry != nullptr && at_word(i);
      if (!found) {
        ++i;
        continue;
      }
      out_.push_back({static_cast<std::uint32_t>(tokens_[first_].begin),
                      static_cast<std::uint32_t>(tokens_[end_ - 1].end), resolved_});
      i = std::max(end_, i + 1);
      last_year_ = resolved_.size() == 4 && is_year_number(i - 1) ? i : 0;
    }
    return std::move(out_);
  }

 private:
  // --- looking at tokens
  // ------------------------------------------------------------------------------------------

  bool is_number(std::size_t i) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::number && tokens_[i].value >= 0;
  }
  int value(std::size_t i) const { return is_number(i) ? tokens_[i].value : -1; }
  bool is_mark(std::size_t i, char32_t c) const {
    return i < tokens_.size() && tokens_[i].kind == DateToken::mark && tokens_[i].c == c;
  }
  const DateWord* entry(std::size_t i) const {
    return i < tokens_.size() ? tokens_[i].entry : nullptr;
  }
  bool has(std::size_t i, std::uint32_t flags) const {
    return entry(i) != nullptr && entry(i)->has(flags);
  }
  char unit(std::size_t i) const { return entry(i) ? entry(i)->unit : '\0'; }
  bool is_day_number(std::size_t i) const {
    return value(i) >= 1 && value(i) <= 31 && tokens_[i].digits <= 2;
  }
  bool is_year_number(std::size_t i) const {
    return is_number(i) &&
           (tokens_[i].digits == 4 || (tokens_[i].digits == 0 && lexicon_.is_cjk())) &&
           value(i) >= 1000 && value(i) <= 2200;
  }
  int month(std::size_t i) const { return entry(i) ? entry(i)->month : 0; }
  /// Behind joining words ("of", "de"), at most three.
  std::size_t behind_joins(std::size_t i) const {
    for (int k = 0;
         k < 3 && has(i, DateWord::join) && month(i) == 0 && !(which(entry(i)) && unit(i + 1));
         ++k) {
      ++i;
      if ((is_mark(i, '\'') || is_mark(i, 0x2019)) && tokens_[i].glued) ++i;  // "d'agost"
    }
    return i;
  }
  /// Behind what makes a number an ordinal: "th", "er", "º", '.', or a German full stop.
  std::size_t behind_ordinal(std::size_t i) const {
    if ((has(i, DateWord::ordinal) || is_mark(i, 0xBA) || is_mark(i, '.')) && tokens_[i].glued)
      return i + 1;
    if (is_mark(i, '-') && tokens_[i].glued && has(i + 1, DateWord::ordinal)) return i + 2;
    return i;
  }

  bool done(std::size_t end, std::string resolved) {
    end_ = end;
    resolved_ = std::move(resolved);
    return !resolved_.empty();
  }

  static std::optional<int> which(const DateWord* word) {
    if (word == nullptr) return std::nullopt;
    if (word->has(DateWord::last)) return -1;
    if (word->has(DateWord::current)) return 0;
    if (word->has(DateWord::next)) return 1;
    return std::nullopt;
  }

  // --- patterns that begin with a number
  // --------------------------------------------------------------------------

  bool at_number(std::size_t i) {
    if (value(i) < 0) return false;
    const bool inside =
        i > 0 && tokens_[i].glued && tokens_[i - 1].kind == DateToken::mark &&
        (tokens_[i - 1].c == '.' || tokens_[i - 1].c == ',' || tokens_[i - 1].c == '/' ||
         tokens_[i - 1].c == '-' || tokens_[i - 1].c == ':') &&
        i > 1 && tokens_[i - 2].kind == DateToken::number && tokens_[i - 1].glued;
    return !inside && (figures(i) || cjk_date(i) || day_and_month(i) || vietnamese_day(i) ||
                       year_first(i) || ago_or_in(i) || bare_year(i));
  }

  /// 15/8/2026, 15.08.2026, 2026-08-15, 8/2026 and, where the language writes so, 15/8.
  bool figures(std::size_t i) {
    if (i + 2 >= tokens_.size() || tokens_[i + 1].kind != DateToken::mark ||
        !tokens_[i + 1].glued || !tokens_[i + 2].glued || !is_number(i + 2))
      return false;
    const char32_t c = tokens_[i + 1].c;
    if (c != '/' && c != '.' && c != '-') return false;
    const bool three =
        is_mark(i + 3, c) && is_number(i + 4) && tokens_[i + 3].glued && tokens_[i + 4].glued;
    if (three) {
      const int a = value(i), b = value(i + 2);
      int year = value(i + 4), month = b, day = a;
      if (tokens_[i].digits == 4) {
        year = a;
        day = value(i + 4);
      } else if (tokens_[i + 4].digits == 2 && c != '-') {
        year += year + 2000 > this_year() + 10 ? 1900 : 2000;
      } else if (tokens_[i + 4].digits != 4) {
        return false;
      }
      if (tokens_[i].digits != 4 && ((month_first(language_) && c == '/' && a <= 12) || b > 12))
        std::swap(month, day);
      if (year < 1000 || year > 2200 || !is_day(year, month, day)) return false;
      return done(i + 5, print_day(day_of(year, month, day)));
    }
    if (tokens_[i].digits <= 2 && is_year_number(i + 2) && c != '.' && value(i) >= 1 &&
        value(i) <= 12 && !is_mark(i + 3, c))
      return done(i + 3, print_month(value(i + 2), value(i)));
    return day_slash_month(i, c);
  }

  /// "15/8" in Vietnamese, "15.08." in German: a day and a month, no fraction and no result of a
  /// match.
  bool day_slash_month(std::size_t i, char32_t c) {
    const int day = value(i), month = value(i + 2);
    if (month < 1 || month > 12 || !is_day(2024, month, day) || tokens_[i + 2].digits > 2 ||
        is_mark(i + 3, c))
      return false;
    const bool cued =
        i > 0 && (has(i - 1, DateWord::day_cue) || (is_mark(i - 1, '(') && is_mark(i + 3, ')')));
    const std::string_view primary = std::string_view(lexicon_.language());
    const bool written =
        (primary == "vi" && c != '.' && (cued || c == '/')) ||
        (primary == "de" && c == '.' && is_mark(i + 3, '.') && tokens_[i + 3].glued) ||
        (c == '/' && cued && primary != "en");
    if (!written) return false;
    include_cue(i);
    return done(i + 3, day_without_year(month, day));
  }

  /// "ngày" belongs to the date.
  void include_cue(std::size_t i) {
    if (i > 0 && has(i - 1, DateWord::day_cue) && unit(i - 1) == 'd') first_ = i - 1;
  }

  /// 2026年8月15日, 8月15日, 8月, 2026年, 15日.
  bool cjk_date(std::size_t i) {
    if (has(i + 1, DateWord::year_mark) && is_year_number(i)) {
      const int year = value(i);
      if (has(i + 3, DateWord::month_mark) && value(i + 2) >= 1 && value(i + 2) <= 12)
        return cjk_month(i + 2, year);
      return done(i + 2, std::to_string(year));
    }
    if (has(i + 1, DateWord::month_mark) && value(i) >= 1 && value(i) <= 12)
      return cjk_month(i, std::nullopt);
    if (has(i + 1, DateWord::day_mark) && is_day_number(i)) {
      if (has(i + 2, DateWord::ago_behind)) return done(i + 3, print_day(today() - days(value(i))));
      int month = this_month(), year = this_year();  // the nearest such day that is not far ahead
      const int day_now =
          static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(today()).day()));
      if (value(i) > day_now + 15 && --month == 0) {
        month = 12;
        --year;
      }
      return is_day(year, month, value(i)) && done(i + 2, print_day(day_of(year, month, value(i))));
    }
    return false;
  }

  /// "8月15日" at its month's number.
  bool cjk_month(std::size_t i, std::optional<int> year) {
    const int month = value(i);
    if (has(i + 3, DateWord::day_mark) && is_day_number(i + 2) &&
        is_day(year.value_or(2024), month, value(i + 2)))
      return done(i + 4, year ? print_day(day_of(*year, month, value(i + 2)))
                              : day_without_year(month, value(i + 2)));
    return done(i + 2, print_month(year ? *year : nearest_year(month, 15), month));
  }

  /// The year behind a month, perhaps behind a comma or "of"; its token's index and end, or no
  /// value.
  std::optional<std::pair<int, std::size_t>> year_behind(std::size_t i) const {
    std::size_t k = i;
    if (is_mark(k, ',') || is_mark(k, '.')) ++k;
    while (has(k, DateWord::join | DateWord::year_next) && month(k) == 0 && k < i + 3 &&
           !(unit(k) == 'y' && which(entry(k + 1))) && !which(entry(k)))
      ++k;
    if (is_year_number(k)) return std::pair(value(k), k + 1);
    if ((is_mark(i, '/') || is_mark(i, '-')) && tokens_[i].glued && is_year_number(i + 1) &&
        tokens_[i + 1].glued)
      return std::pair(value(i + 1), i + 2);
    if (entry(k) && entry(k)->relative_unit == 'Y')
      return std::pair(this_year() + entry(k)->offset, k + 1);
    if (unit(k) == 'y' && which(entry(k + 1)))
      return std::pair(this_year() + *which(entry(k + 1)), k + 2);  // "del año pasado"
    if (unit(k + 1) == 'y' && which(entry(k)))
      return std::pair(this_year() + *which(entry(k)), k + 2);  // "прошлого года"
    return std::nullopt;
  }

  /// "15 August 2026", "15. August", "3–5 May".
  bool day_and_month(std::size_t i) {
    if (!is_day_number(i)) return false;
    const int day = value(i);
    std::size_t k = behind_ordinal(i + 1);
    int last_day = 0;
    if ((is_mark(k, '-') || is_mark(k, 0x2013)) && is_day_number(k + 1) && value(k + 1) > day) {
      last_day = value(k + 1);
      k = behind_ordinal(k + 2);
    }
    k = behind_joins(k);
    if (month(k) == 0 && k < tokens_.size() && tokens_[k].glued && month(k + 1) > 0 &&
        tokens_[k + 1].glued && (is_mark(k, '-') || is_mark(k, '/') || is_mark(k, '.')))
      ++k;  // "22-ene-2016"
    if (month(k) == 0 || (tokens_[i].digits == 0 && lexicon_.language() == "en"))
      return month_of_cue(i, k, day);
    const int month = this->month(k);
    const auto year = year_behind(k + 1);
    include_cue(i);
    return finish_day(day, last_day, month, year, k + 1);
  }

  bool finish_day(int day, int last_day, int month,
                  const std::optional<std::pair<int, std::size_t>>& year, std::size_t end) {
    const int y = year ? year->first : nearest_year(month, day);
    if (!is_day(y, month, std::max(day, last_day))) return false;
    std::string text = print_day(day_of(y, month, day));
    if (last_day) text += "/" + print_day(day_of(y, month, last_day));
    return done(year ? year->second : end, std::move(text));
  }

  /// "15 tháng này", "15 de este mes".
  bool month_of_cue(std::size_t, std::size_t k, int day) {
    if (unit(k) != 'm') return false;
    const auto offset = which(entry(k + 1));
    if (!offset) return false;
    const auto [year, month] = month_from_now(*offset);
    return is_day(year, month, day) && done(k + 2, print_day(day_of(year, month, day)));
  }

  /// "ngày 15 tháng 8 năm 2026", "ngày 15 tháng 8/2026".
  bool vietnamese_day(std::size_t i) {
    if (!is_day_number(i) || !has(i + 1, DateWord::month_next) || value(i + 2) < 1 ||
        value(i + 2) > 12)
      return false;
    include_cue(i);
    return finish_day(value(i), 0, value(i + 2), year_behind(i + 3), i + 3);
  }

  /// "2026 August 15", "2025 yılında", "2025'te", "в 2025 году".
  bool year_first(std::size_t i) {
    if (!is_year_number(i)) return false;
    const std::size_t k = is_mark(i + 1, '.') ? i + 2 : i + 1;
    if (month(k) > 0 && !has(k, DateWord::weak)) {
      if (is_day_number(k + 1) && is_day(value(i), month(k), value(k + 1)))
        return done(k + 2, print_day(day_of(value(i), month(k), value(k + 1))));
      return done(k + 1, print_month(value(i), month(k)));
    }
    if (has(i + 1, DateWord::year_behind)) return done(i + 2, std::to_string(value(i)));
    const bool suffix = lexicon_.language() == "tr" &&
                        (is_mark(i + 1, '\'') || is_mark(i + 1, 0x2019)) && tokens_[i + 1].glued &&
                        i + 2 < tokens_.size() && tokens_[i + 2].kind == DateToken::word &&
                        tokens_[i + 2].glued;
    return suffix && plausible_year(value(i)) && done(i + 1, std::to_string(value(i)));
  }

  bool plausible_year(int year) const { return year >= 1500 && year <= this_year() + 80; }

  /// "in 2025", "năm 2025".
  bool bare_year(std::size_t i) {
    if (!is_year_number(i) || !plausible_year(value(i)) || i == 0) return false;
    // "in 2007 and 2009", "2014-2018"
    const bool listed = last_year_ > 0 && i == last_year_ + 1 && unit(i + 1) == 0 &&
                        (tokens_[i - 1].kind == DateToken::word || is_mark(i - 1, ',') ||
                         is_mark(i - 1, '-') || is_mark(i - 1, 0x2013));
    if (listed) return done(i + 1, std::to_string(value(i)));
    if (!has(i - 1, DateWord::year_next)) return false;
    if (is_mark(i + 1, ',') && tokens_[i + 1].glued && is_number(i + 2) && tokens_[i + 2].glued)
      return false;
    const std::uint32_t strong = DateWord::year_next;
    if (unit(i + 1) != 0 || !has(i - 1, strong)) return false;
    if (unit(i - 1) == 'y') first_ = i - 1;
    return done(i + 1, std::to_string(value(i)));
  }

  /// "3 days ago", "3 ngày trước", "3日前".
  bool ago_or_in(std::size_t i) {
    const std::size_t k = has(i + 1, DateWord::join) && unit(i + 1) == 0 ? i + 2 : i + 1;
    const char u = unit(k);
    if (u == 0 || value(i) > 500 || value(i) < 0) return false;
    int sign = 0;
    std::size_t end = k + 1;
    if (has(k + 1, DateWord::ago_behind)) {
      sign = -1;
      end = k + 2;
    } else if (has(k + 1, DateWord::in_behind)) {
      sign = 1;
      end = k + 2;
    }
    return sign != 0 && finish_shift(u, sign * value(i), end);
  }

  bool finish_shift(char u, int count, std::size_t end) {
    if (u == 'h' && std::abs(count) < 3)
      return false;  // today, and not what a reader would call a date
    if (u == 's' || u == 'n' || u == 'h' || u == 'e') return false;
    return done(end, shifted(u, count));
  }

  // --- patterns that begin with a word
  // ----------------------------------------------------------------------------

  bool at_word(std::size_t i) {
    const DateWord& word = *entry(i);
    if (word.has(DateWord::relative_day)) return relative_day(i);
    if (word.relative_unit) return relative_unit(i);
    if (month_of_number(i) || prefixed(i) || modified(i) || unit_modified(i)) return true;
    if (word.weekday) return weekday(i);
    return word.month != 0 && month_word(i);
  }

  /// "today"; a day written behind it is the same day: "yesterday, 14 August".
  bool relative_day(std::size_t i) {
    if (has(i, DateWord::weak) && !(i > 0 && has(i - 1, DateWord::day_cue))) return false;
    return done(i + 1, print_day(today() + days(entry(i)->offset)));
  }

  /// "去年8月", "上周一", "bu yıl haziran", "next week Monday".
  bool relative_unit(std::size_t i) {
    const DateWord& word = *entry(i);
    std::size_t k = behind_joins(i + 1);
    if (word.relative_unit == 'Y') {
      if (has(k + 1, DateWord::month_mark) && value(k) >= 1 && value(k) <= 12)
        return cjk_month(k, this_year() + word.offset);
      if (month(k) > 0 && !has(k, DateWord::weak))
        return done(k + 1, print_month(this_year() + word.offset, month(k)));
    }
    if (word.relative_unit == 'M' && is_day_number(k) && has(k + 1, DateWord::day_mark)) {
      const auto [year, month] = month_from_now(word.offset);
      if (is_day(year, month, value(k)))
        return done(k + 2, print_day(day_of(year, month, value(k))));
    }
    if (word.relative_unit == 'W') {
      const int day = entry(k) && entry(k)->weekday ? entry(k)->weekday
                      : lexicon_.is_cjk() && tokens_.size() > k && tokens_[k].glued &&
                              tokens_[k].digits == 0 && value(k) <= 6 && value(k) > 0
                          ? value(k)
                      : lexicon_.is_cjk() && has(k, DateWord::day_mark) ? 7
                                                                        : 0;
      if (day) return done(k + 1, print_day(monday_of(today()) + days(7 * word.offset + day - 1)));
    }
    return done(i + 1, relative(word.relative_unit, word.offset));
  }

  /// "tháng 8", "tháng 8/2026", "tháng 8 năm ngoái".
  bool month_of_number(std::size_t i) {
    if (!has(i, DateWord::month_next) || value(i + 1) < 1 || value(i + 1) > 12 ||
        tokens_[i + 1].digits == 0)
      return false;
    const int month = value(i + 1);
    const auto year = year_behind(i + 2);
    if (year) return done(year->second, print_month(year->first, month));
    if (is_day_number(i + 2) && is_day(2024, month, value(i + 2)) && is_mark(i + 3, ',')) {
      const auto behind = year_behind(i + 3);
      if (behind) return finish_day(value(i + 2), 0, month, behind, i + 3);
    }
    const auto offset = which(entry(i + 2));
    return done(offset ? i + 3 : i + 2,
                print_month(offset ? year_of_month(month, *offset) : told_year(i, month), month));
  }

  /// "hace 3 días", "vor einer Woche", "in 3 days", "через неделю".
  bool prefixed(std::size_t i) {
    const int sign = has(i, DateWord::ago_before) ? -1 : has(i, DateWord::in_before) ? 1 : 0;
    if (sign == 0) return false;
    std::size_t k = behind_joins(i + 1);
    int count = 1;
    if (is_number(k))
      count = value(k++);
    else if (sign > 0 && !unit(k))
      return false;
    if (count > 500 || unit(k) == 0) return false;
    if (which(entry(k + 1)) ||
        (sign > 0 && count == 1 && has(k, DateWord::year_next) && is_number(k + 1)))
      return false;
    return finish_shift(unit(k), sign * count, k + 1);
  }

  /// "last week", "this June", "next Monday", "прошлой неделе".
  bool modified(std::size_t i) {
    const auto offset = which(entry(i));
    if (!offset) return false;
    const std::size_t k =
        has(i + 1, DateWord::join) && !entry(i + 1)->unit && month(i + 1) == 0 ? i + 2 : i + 1;
    const DateWord* word = entry(k);
    if (word == nullptr) {  // "el próximo 15 de agosto": the day speaks for itself
      return false;
    }
    if (word->month) {
      const auto year = year_behind(k + 1);
      return done(
          year ? year->second : k + 1,
          print_month(year ? year->first : year_of_month(word->month, *offset), word->month));
    }
    if (word->weekday)
      return full_weekday(k) || done(k + 1, print_day(weekday_of(word->weekday, *offset)));
    if (word->unit == 0 || word->unit == 'd' || word->unit == 'h' || word->unit == 'n' ||
        word->unit == 's')
      return false;
    if (is_number(k + 1) && has(k, DateWord::year_next | DateWord::month_next)) return false;
    // "geçen hafta pazartesi"
    if (word->unit == 'w' && entry(k + 1) && entry(k + 1)->weekday)
      return done(k + 2,
                  print_day(monday_of(today()) + days(7 * *offset + entry(k + 1)->weekday - 1)));
    if (word->unit == 'y' && month(k + 1) > 0 && !has(k + 1, DateWord::weak))
      return done(k + 2, print_month(this_year() + *offset, month(k + 1)));
    return done(k + 1, relative(word->unit, *offset));
  }

  /// "la semana pasada", "tuần trước", "неделю назад", "الشهر المقبل".
  bool unit_modified(std::size_t i) {
    const char u = unit(i);
    if (u == 0 || u == 'h' || u == 'n' || u == 's') return false;
    if (is_number(i + 1) && !which(entry(i + 1))) return false;
    if (u != 'd') {
      if (const auto offset = which(entry(i + 1)); offset && !(i > 0 && is_number(i - 1)))
        return done(i + 2, relative(u, *offset));
    }
    return has(i + 1, DateWord::ago_behind) && u != 'e' && !which(entry(i + 1)) &&
           finish_shift(u, -1, i + 2);
  }

  /// "Monday, 15 August": the weekday belongs to the date behind it.
  bool full_weekday(std::size_t i) {
    const std::size_t start = first_;
    std::size_t k = i + 1;
    if (is_mark(k, ',') || is_mark(k, '(') || (is_mark(k, '.') && tokens_[k].glued)) ++k;
    for (int n = 0;
         n < 2 && (has(k, DateWord::join | DateWord::day_cue) && month(k) == 0 && !which(entry(k)));
         ++n)
      ++k;
    if (is_number(k) && (figures(k) || day_and_month(k) || vietnamese_day(k) || cjk_date(k))) {
      first_ = start;
      return resolved_.size() >= 10;
    }
    return month(k) > 0 && is_day_number(k + 1) && month_word(k);
  }

  bool weekday(std::size_t i) {
    const int wanted = entry(i)->weekday;
    if (full_weekday(i)) return true;
    const auto offset = which(entry(i + 1));
    if (offset) return done(i + 2, print_day(weekday_of(wanted, *offset)));
    // "thứ Hai tuần trước", "понедельник на прошлой неделе"
    const std::size_t k = behind_joins(i + 1);
    if (unit(k) == 'w' && which(entry(k + 1)))
      return done(k + 2,
                  print_day(monday_of(today()) + days(7 * *which(entry(k + 1)) + wanted - 1)));
    if (unit(k + 1) == 'w' && which(entry(k)))
      return done(k + 2, print_day(monday_of(today()) + days(7 * *which(entry(k)) + wanted - 1)));
    if (entry(k) && entry(k)->relative_unit == 'W')
      return done(k + 1, print_day(monday_of(today()) + days(7 * entry(k)->offset + wanted - 1)));
    if (has(i, DateWord::weak) && !(i > 0 && has(i - 1, DateWord::day_cue))) return false;
    if (weekday_and_number(i)) return true;
    const bool ahead = tense(i) == Tense::future;
    return done(i + 1, print_day(ahead ? coming_weekday(wanted) : bare_weekday(wanted)));
  }

  /// "Friday 13th", "terça-feira, dia 25": the nearest such day, where one of the next or last
  /// weeks is.
  bool weekday_and_number(std::size_t i) {
    constexpr int kWeeks = 4;
    std::size_t k = i + 1;
    while (k < i + 3 && has(k, DateWord::join | DateWord::day_cue)) ++k;
    const std::size_t number = is_day_number(k) && tokens_[k].digits > 0 ? k : i - 1;
    if (number == i - 1 && (i == 0 || !is_day_number(number) || tokens_[number].digits == 0))
      return false;
    const std::size_t behind = behind_ordinal(number + 1);
    if (number > i && behind < tokens_.size() && tokens_[behind].kind == DateToken::word)
      return false;  // "on Friday 30 people …"
    for (int n = 0; n <= kWeeks; ++n)
      for (const int sign : {1, -1}) {
        const sys_days day = bare_weekday(entry(i)->weekday) + days(7 * n * sign);
        if (static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day())) !=
            value(number))
          continue;
        if (number < i) first_ = number;
        return done(std::max(i, number) + 1, print_day(day));
      }
    return false;
  }

  /// "August 15, 2026", "August 2026", "August".
  bool month_word(std::size_t i) {
    const int month = entry(i)->month;
    if (has(i, DateWord::weak) && lexicon_.language() == "en" &&
        !(s_[tokens_[i].begin] >= 'A' && s_[tokens_[i].begin] <= 'Z'))
      return false;
    std::size_t k = is_mark(i + 1, '.') && tokens_[i + 1].glued ? i + 2 : i + 1;
    if (is_day_number(k) && tokens_[k].digits > 0 && !is_mark(k + 1, ':') &&
        is_day(2024, month, value(k))) {
      const std::size_t end = behind_ordinal(k + 1);
      const std::size_t plain = is_mark(end - 1, '.') ? k + 1 : end;
      const bool english = lexicon_.language() == "en" || lexicon_.language() == "es" ||
                           lexicon_.language() == "vi" || lexicon_.language().empty();
      const auto year = year_behind(end);
      if (english || year) return finish_day(value(k), 0, month, year, plain);
    }
    if (const auto year = year_behind(k))
      return done(year->second, print_month(year->first, month));
    if (const auto offset = which(entry(i + 1)))
      return done(i + 2, print_month(year_of_month(month, *offset), month));
    const bool cued = i > 0 && has(i - 1, DateWord::year_next);
    if (has(i, DateWord::weak) && !cued) return false;
    if (is_name(i)) return false;
    return done(i + 1, print_month(told_year(i, month), month));
  }

  Tense tense(std::size_t i) const { return tense_at(s_, tokens_, i, lexicon_.language()); }

  /// The year of a bare month: the nearest, unless its sentence speaks of the past or that month
  /// is long gone ("from August to October, we will …" in September begins in this August).
  int told_year(std::size_t i, int month) const {
    constexpr int kLongGone = 3;  // months
    const Tense told = tense(i);
    const int nearest = nearest_year(month, 15);
    if (this->month(i + 2) > 0) return nearest;  // "from May to March" began already
    if (told == Tense::past) return month <= this_month() ? this_year() : this_year() - 1;
    const int ago = (this_year() - nearest) * 12 + this_month() - month;
    return told == Tense::future && ago >= kLongGone ? nearest + 1 : nearest;
  }

  bool capital(std::size_t i) const {
    if (i >= tokens_.size() || tokens_[i].kind != DateToken::word) return false;
    std::size_t at = tokens_[i].begin;
    return is_upper(next_code_point(s_, &at));
  }

  /// "Julio Menda": capitals where the language writes months small.
  bool is_name(std::size_t i) const {
    return writes_months_small(lexicon_.language()) && capital(i) && capital(i + 1) &&
           entry(i + 1) == nullptr;
  }

  std::string_view s_;
  std::string_view language_;
  const DateLexicon& lexicon_;
  std::vector<DateToken> tokens_;
  std::size_t first_ = 0, end_ = 0;
  std::size_t last_year_ =
      0;  ///< token behind the year found last, 0 where something else came last
  std::string resolved_;
  std::vector<DateInText> out_;
};

}  // namespace

std::vector<DateInText> find_dates(std::string_view text, std::string_view language,
                                   const ZonedTime& published) {
  const auto local = std::chrono::floor<days>(published.utc + published.offset);
  return DateFinder(text.substr(0, 1u << 24), language, local).run();
}

}  // namespace kaynak
