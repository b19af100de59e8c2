#include <algorithm>

#include "text/dates_finder.h"
#include "text/unicode.h"

namespace kaynak::text_detail {

using std::chrono::days;

bool DateFinder::at_word(std::size_t i) {
  const DateWord& word = *entry(i);
  if (word.has(DateWord::relative_day)) return relative_day(i);
  if (word.relative_unit) return relative_unit(i);
  if (word.count > 0 && ago_or_in(i)) return true;
  if (month_of_number(i) || prefixed(i) || modified(i) || unit_modified(i)) return true;
  if (word.weekday) return weekday(i);
  return word.month != 0 && month_word(i);
}

bool DateFinder::relative_day(std::size_t i) {
  const DateWord& word = *entry(i);
  const bool tomorrow = lexicon_.language() == "de" && !capital(i);  // "der Morgen" is the morning
  if (word.has(DateWord::weak) && !expected_ && !(tomorrow && word.offset == 1) &&
      !(i > 0 && has(i - 1, DateWord::day_cue)))
    return false;
  if (const std::size_t k = behind_joins(i + 1); word.has(DateWord::anchored) && k > i + 1) {
    const auto of = piece(k);  // "le lendemain du 13 février"
    start(i);
    if (of && of->resolved.size() == 10)
      return done(of->end, print_day(days_of(of->resolved).first + days(word.offset)), of->open);
  }
  // "The next day" of an article that has told no day yet is not tomorrow.
  if (word.has(DateWord::anchored) && !anchor_ && memory_ != nullptr) return false;
  const sys_days from = word.has(DateWord::anchored) ? anchor_.value_or(today()) : today();
  return done(i + 1, print_day(from + days(word.offset)));
}

bool DateFinder::relative_unit(std::size_t i) {
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
    if (is_day(year, month, value(k))) return done(k + 2, print_day(day_of(year, month, value(k))));
  }
  if (word.relative_unit == 'W') {
    const int day = entry(k) && entry(k)->weekday ? entry(k)->weekday
                    : lexicon_.is_cjk() && tokens_.size() > k && glued(k) && digits(k) == 0 &&
                            value(k) <= 6 && value(k) > 0
                        ? value(k)
                    : lexicon_.is_cjk() && k < tokens_.size() && glued(k) &&
                            (has(k, DateWord::day_mark) || unit(k) == 'd')
                        ? 7
                        : 0;
    if (day) return done(k + 1, print_day(monday_of(today()) + days(7 * word.offset + day - 1)));
  }
  return done(i + 1, relative(word.relative_unit, word.offset));
}

bool DateFinder::month_of_number(std::size_t i) {
  if (!has(i, DateWord::month_next) || value(i + 1) < 1 || value(i + 1) > 12 || digits(i + 1) == 0)
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
              print_month(offset ? year_of_month(month, *offset) : told_year(i, month), month),
              offset ? Open::none : Open::year);
}

/// "el próximo 29 de enero", "next 5/12": the day of that name which comes next, or was last.
bool DateFinder::told_day(std::size_t i, std::size_t k, int way) {
  if (!is_number(k)) return false;
  const auto day = expected_piece(k);
  start(i);
  if (!day || day->open != Open::year || day->resolved.size() != 10) return false;
  const int month = std::stoi(day->resolved.substr(5, 2));
  const int number = std::stoi(day->resolved.substr(8, 2));
  for (int n = 0; n < 2; ++n) {
    const int year = this_year() + (way > 0 ? n : -n);
    if (is_day(year, month, number) && (day_of(year, month, number) - today()).count() * way > 0)
      return done(day->end, print_day(day_of(year, month, number)));
  }
  return false;
}

bool DateFinder::modified(std::size_t i) {
  const auto offset = which(entry(i));
  if (!offset) return false;
  const std::size_t k =
      has(i + 1, DateWord::join) && !entry(i + 1)->unit && month(i + 1) == 0 ? i + 2 : i + 1;
  const DateWord* word = entry(k);
  if (word == nullptr) return *offset != 0 && told_day(i, k, *offset);
  if (word->has(DateWord::decade) && word->unit == 0) {
    const int start = (this_year() / 10 + *offset) * 10;
    return done(k + 1, std::to_string(start) + "/" + std::to_string(start + 9));
  }
  if (k > i + 1 && !lexicon_.is_cjk()) return false;  // "was it the week …"
  if (word->month) {
    if (word->has(DateWord::weak) && lexicon_.language() == "en" && !capital(k)) return false;
    const auto year = year_behind(k + 1);
    return done(year ? year->second : k + 1,
                print_month(year ? year->first : year_of_month(word->month, *offset), word->month));
  }
  if (word->weekday)
    return full_weekday(k) || done(k + 1, print_day(weekday_told(i, word->weekday)));
  if (word->has(DateWord::plural) || word->count > 0) return false;
  if (word->unit == 0 || word->unit == 'd' || word->unit == 'h' || word->unit == 'n' ||
      word->unit == 's')
    return false;
  if (is_number(k + 1) && has(k, DateWord::year_next | DateWord::month_next)) return false;
  // "geçen hafta pazartesi", "next week on Tuesday"
  const std::size_t inner = behind_links(k + 1);
  if (word->unit == 'w' && entry(inner) && entry(inner)->weekday)
    return done(inner + 1,
                print_day(monday_of(today()) + days(7 * *offset + entry(inner)->weekday - 1)));
  if (word->unit == 'm') {  // "next month the 4th", "来月の4日"
    const std::size_t number = behind_links(k + 1);
    const auto [day, end] = day_named(number);
    const bool marked = has(end, DateWord::day_mark);
    const auto [year, month] = month_from_now(*offset);
    if (day > 0 && is_day(year, month, day) && (marked || end > number + 1))
      return done(marked ? end + 1 : end, print_day(day_of(year, month, day)));
  }
  if (word->unit == 'y' && month(k + 1) > 0 && !has(k + 1, DateWord::weak))
    return done(k + 2, print_month(this_year() + *offset, month(k + 1)));
  return done(k + 1, relative(word->unit, *offset));
}

bool DateFinder::unit_modified(std::size_t i) {
  const char u = unit(i);
  if (u == 0 || u == 'h' || u == 'n' || u == 's' || has(i, DateWord::plural) || entry(i)->count > 0)
    return false;
  if (is_number(i + 1) && !which(entry(i + 1))) return false;
  if (u != 'd') {
    if (const auto offset = which(entry(i + 1)); offset && !(i > 0 && is_number(i - 1)))
      return done(i + 2, relative(u, *offset));
  }
  if (lexicon_.is_cjk() && glued(i) && i > 0) return false;  // "기념일 전"
  return has(i + 1, DateWord::ago_behind) && u != 'e' && !which(entry(i + 1)) &&
         finish_shift(one(i), -1, i + 2);
}

/// The weekday that the word at `i` ("next", "este", "kommenden") tells.
sys_days DateFinder::weekday_told(std::size_t i, int wanted) const {
  constexpr int kJustGone = 2;  // days
  static constexpr std::string_view romance[] = {"es", "pt", "fr", "it", "ca", "ro"};
  const int offset = which(entry(i)).value_or(0);
  const int coming = entry(i)->coming;
  if (offset == 1 && coming > 0) {
    const sys_days next = coming_weekday(wanted);
    return (next - today()).count() < coming ? next + days(7) : next;
  }
  // "Ganó este domingo", told on Monday.
  const sys_days gone = bare_weekday(wanted);
  if (offset == 0 && (today() - gone).count() <= kJustGone && tense(i) == Tense::past &&
      std::find(std::begin(romance), std::end(romance), lexicon_.language()) != std::end(romance))
    return gone;
  return weekday_of(wanted, offset);
}

/// A year that the text leaves open is one in which the day is that weekday.
void DateFinder::agree_with(int weekday) {
  constexpr long kNear = 120;  // days in which a year is hardly left open
  if (open_ == Open::year && resolved_.size() == 10 &&
      std::labs((days_of(resolved_).first - today()).count()) > kNear)
    resolved_ = on_weekday(resolved_, weekday);
}

bool DateFinder::full_weekday(std::size_t i) {
  const std::size_t start = first_;
  std::size_t k = i + 1;
  if (is_mark(k, ',') || is_mark(k, '(') || (is_mark(k, '.') && glued(k))) ++k;
  for (int n = 0;
       n < 2 && (has(k, DateWord::join | DateWord::day_cue) && month(k) == 0 && !which(entry(k)));
       ++n)
    ++k;
  if (is_number(k) && (figures(k) || day_and_month(k) || vietnamese_day(k) || cjk_date(k))) {
    first_ = start;
    agree_with(entry(i)->weekday);
    return resolved_.size() >= 10;
  }
  const bool found = month(k) > 0 && is_day_number(k + 1) && month_word(k);
  if (found) agree_with(entry(i)->weekday);
  return found;
}

bool DateFinder::weekday(std::size_t i) {
  if (has(i, DateWord::plural)) return false;  // "on Saturdays"
  const int wanted = entry(i)->weekday;
  if (full_weekday(i)) return true;
  const auto offset = which(entry(i + 1));
  if (offset) return done(i + 2, print_day(weekday_told(i + 1, wanted)));
  // "thứ Hai tuần trước", "понедельник на прошлой неделе"
  const std::size_t k = behind_joins(i + 1);
  if (unit(k) == 'w' && which(entry(k + 1)))
    return done(k + 2, print_day(monday_of(today()) + days(7 * *which(entry(k + 1)) + wanted - 1)));
  if (unit(k + 1) == 'w' && which(entry(k)))
    return done(k + 2, print_day(monday_of(today()) + days(7 * *which(entry(k)) + wanted - 1)));
  if (entry(k) && entry(k)->relative_unit == 'W')
    return done(k + 1, print_day(monday_of(today()) + days(7 * entry(k)->offset + wanted - 1)));
  if (weekday_of_weeks(i)) return true;
  if (weekday_and_number(i)) return true;
  const bool stopped = is_abbreviation(i);
  if (has(i, DateWord::brief) && !expected_ && !stopped) return false;
  if (has(i, DateWord::weak) && !expected_ && !(i > 0 && has(i - 1, DateWord::day_cue)))
    return false;
  if (has(i + 1, DateWord::after) && which(entry(i + 2)) == 1)  // "Friday after next"
    return done(i + 3, print_day(coming_weekday(wanted) + days(7)));
  if (is_name(i)) return false;  // "Domingo José Ramos"
  const Tense told = tense(i);
  const bool ahead =
      (told == Tense::future || (told == Tense::unknown && is_until(i))) && !is_past_possessive(i);
  return done(i + 1, print_day(ahead ? coming_weekday(wanted) : bare_weekday(wanted)), Open::week);
}

/// "Mittwoch vor zwei Wochen", "Saturday two weeks ago", "środa w przyszłym tygodniu".
bool DateFinder::weekday_of_weeks(std::size_t i) {
  const int wanted = entry(i)->weekday;
  std::size_t k = i + 1;
  if (has(k, DateWord::ago_before | DateWord::in_before) || is_number(k)) {
    const bool before = !is_number(k);
    const auto by = amount(before ? k + 1 : k, 1);
    const int sign = before ? (has(k, DateWord::ago_before) ? -1 : 1)
                     : by && has(by->end, DateWord::ago_behind) ? -1
                     : by && has(by->end, DateWord::in_behind)  ? 1
                                                                : 0;
    if (by && by->unit == 'w' && sign != 0)
      return done(before ? by->end : by->end + 1,
                  print_day(monday_of(today()) + days(7 * sign * by->count + wanted - 1)));
  }
  k = behind_links(i + 1);
  if (k == i + 1 || !which(entry(k)) || unit(k + 1) != 'w') return false;
  return done(k + 2, print_day(monday_of(today()) + days(7 * *which(entry(k)) + wanted - 1)));
}

/// "until Friday", "avant lundi".
bool DateFinder::is_until(std::size_t i) const {
  const auto looks_on = [&](std::size_t k) {
    return has(k, DateWord::to) ? entry(k)->coming > 0
                                : has(k, DateWord::before) && !has(k, DateWord::ago_before);
  };
  std::size_t k = i;
  while (k > 0 && i - k < 2 && !looks_on(k - 1) && has(k - 1, DateWord::join | DateWord::day_cue))
    --k;
  return k > 0 && !expected_ && looks_on(k - 1);
}

/// "Monday's drills", but not "ahead of Friday's vote".
bool DateFinder::is_past_possessive(std::size_t i) const {
  if (lexicon_.language() != "en" || (!is_mark(i + 1, '\'') && !is_mark(i + 1, 0x2019)))
    return false;
  if (i + 2 >= tokens_.size() || !glued(i + 2)) return false;
  for (std::size_t k = i; k > 0 && k + 3 > i; --k) {
    const std::string word =
        lower(s_.substr(tokens_[k - 1].begin, tokens_[k - 1].end - tokens_[k - 1].begin));
    if (word == "of" || word == "for" || word == "before" || word == "until" || word == "in")
      return word == "in";
  }
  return true;
}

/// "Tue." inside a sentence, or "Tue." and "Tue" alone.
bool DateFinder::is_abbreviation(std::size_t i) const {
  const bool stop = is_mark(i + 1, '.') && glued(i + 1);
  if (i == 0 && tokens_.size() <= (stop ? 2u : 1u)) return true;
  return stop && i + 2 < tokens_.size() && !capital(i + 2) && !is_mark(i + 2, '\n');
}

/// The nearest such weekday that is the month's day of that number.
bool DateFinder::weekday_and_number_at(std::size_t i, int number) {
  constexpr int kWeeks = 27;
  for (int n = 0; n <= kWeeks; ++n)
    for (const int sign : {1, -1}) {
      const sys_days day = bare_weekday(entry(i)->weekday) + days(7 * n * sign);
      if (static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).day())) == number)
        return done(i + 1, print_day(day));
    }
  return false;
}

bool DateFinder::weekday_and_number(std::size_t i) {
  std::size_t k = i + 1;
  if (is_mark(k, ',')) ++k;
  while (k < i + 4 && has(k, DateWord::join | DateWord::day_cue) && !entry(k)->nth) ++k;
  auto [number, end] = day_named(k);
  const bool figures = k < tokens_.size() && digits(k) > 0;
  if (number == 0 || (!figures && !entry(k) && !spoken_ordinal(k))) {
    if (i == 0 || !is_day_number(i - 1) || digits(i - 1) == 0) return false;
    number = value(i - 1);
    end = i + 1;
    k = i - 1;
  }
  if (k > i && end == k + 1 && end < tokens_.size() && kind(end) == DateToken::word &&
      !has(end, DateWord::both | DateWord::to | DateWord::join | DateWord::day_cue))
    return false;  // "on Friday 30 people …"
  if (is_mark(end, ':') || is_mark(end, '%')) return false;
  if (!weekday_and_number_at(i, number)) return false;
  if (k < i) first_ = k;
  return done(end, resolved_);
}

/// Whether the clause ends, or a range goes on: "Februar 18," but not "im Februar 18 Prozent".
bool DateFinder::is_closed(std::size_t i) const {
  return i >= tokens_.size() || is_mark(i, ',') || is_mark(i, ';') || is_mark(i, ')') ||
         is_mark(i, '\n') || behind_to(i, false) > i || (entry(i) && entry(i)->weekday);
}

/// "march 3, 2026", "in may.": no verb.
bool DateFinder::is_small_month(std::size_t i) const {
  const auto ends = [&](std::size_t k) { return is_closed(k) || is_mark(k, '.'); };
  if (is_day_number(i + 1) && digits(i + 1) > 0) {
    const std::size_t end = behind_ordinal(i + 2);
    return ends(end) || year_behind(end).has_value();
  }
  return ends(i + 1) && i > 0 && has(i - 1, DateWord::year_next);
}

bool DateFinder::month_word(std::size_t i) {
  const int month = entry(i)->month;
  if (has(i, DateWord::weak) && !expected_ && lexicon_.language() == "en" && !capital(i) &&
      !is_small_month(i))
    return false;
  std::size_t k = is_mark(i + 1, '.') && glued(i + 1) ? i + 2 : i + 1;
  if (is_day_number(k) && digits(k) > 0 &&
      !(is_mark(k + 1, ':') && is_number(k + 2) && glued(k + 2)) && is_day(2024, month, value(k))) {
    const std::size_t end = behind_ordinal(k + 1);
    const std::size_t plain = is_mark(end - 1, '.') ? k + 1 : end;
    const bool english = lexicon_.language() == "en" || lexicon_.language() == "es" ||
                         lexicon_.language() == "vi" || lexicon_.language() == "ar" ||
                         lexicon_.language() == "hi" || lexicon_.language().empty();
    const auto year = year_behind(end);
    if (english || year || is_closed(end)) return finish_day(value(k), 0, month, year, plain);
  }
  if (const auto year = year_behind(k)) return done(year->second, print_month(year->first, month));
  if (const auto offset = which(entry(i + 1)))
    return done(i + 2, print_month(year_of_month(month, *offset), month));
  const bool ranged = behind_to(i + 1, false) > i + 1 && this->month(behind_to(i + 1, false)) > 0;
  if (has(i, DateWord::brief) && !expected_ && !ranged && !is_abbreviation(i)) return false;
  const bool cued =
      expected_ || ranged || tokens_.size() == 1 || (i > 0 && has(i - 1, DateWord::year_next));
  if (has(i, DateWord::weak) && !cued) return false;
  if (is_name(i)) return false;
  return done(i + 1, print_month(told_year(i, month), month), Open::year);
}

int DateFinder::told_year(std::size_t i, int month) const {
  constexpr int kLongGone = 3;  // months
  if (const int year = narrative_year()) return year;
  const Tense told = tense(i);
  const int nearest = nearest_year(month, 15);
  if (this->month(i + 2) > 0) return nearest;  // "from May to March" began already
  if (told == Tense::past) return month <= this_month() ? this_year() : this_year() - 1;
  const int ago = (this_year() - nearest) * 12 + this_month() - month;
  return told == Tense::future && ago >= kLongGone ? nearest + 1 : nearest;
}

bool DateFinder::capital(std::size_t i) const {
  if (i >= tokens_.size() || kind(i) != DateToken::word) return false;
  std::size_t at = tokens_[i].begin;
  return is_upper(next_code_point(s_, &at));
}

bool DateFinder::is_name(std::size_t i) const {
  return writes_months_small(lexicon_.language()) && capital(i) && capital(i + 1) &&
         entry(i + 1) == nullptr;
}

}  // namespace kaynak::text_detail
