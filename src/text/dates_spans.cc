#include <algorithm>
#include <cstdio>

#include "text/dates_finder.h"
#include "text/unicode.h"

namespace kaynak::text_detail {

using std::chrono::days;

namespace {

constexpr bool is_dash(char32_t c) { return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013; }

/// Languages in which what is narrower stands behind: "2018年第三季度", "ekim ayının ilk
/// pazartesisi".
bool wide_first(std::string_view language) {
  static constexpr std::string_view list[] = {"zh", "ja", "ko", "tr", "hi", "hu"};
  return std::find(std::begin(list), std::end(list), language) != std::end(list);
}

int year_of(sys_days day) { return static_cast<int>(std::chrono::year_month_day(day).year()); }
int month_of(sys_days day) {
  return static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(day).month()));
}

}  // namespace

/// Behind "of", "in", "the" and the like, at most three, up to what says which.
std::size_t DateFinder::behind_links(std::size_t i) const {
  constexpr std::uint32_t kLinks =
      DateWord::join | DateWord::day_cue | DateWord::year_next | DateWord::in_before;
  for (int n = 0; n < 3 && has(i, kLinks) && month(i) == 0 && unit(i) == 0 && entry(i)->nth == 0 &&
                  entry(i)->weekday == 0 && entry(i)->part == 0;
       ++n) {
    if (which(entry(i)) && (unit(i + 1) || month(i + 1))) break;
    ++i;
    if ((is_mark(i, '\'') || is_mark(i, 0x2019)) && glued(i)) ++i;
  }
  return i;
}

/// "Q4 2018", "2018 Q4", "H1".
bool DateFinder::quarter_sign(std::size_t i) {
  std::size_t k = i;
  std::optional<int> year;
  if (is_year_number(i) ||
      (is_number(i) && digits(i) == 2 && i + 1 < tokens_.size() && glued(i + 1))) {
    year = digits(i) == 2 ? 2000 + value(i) : value(i);
    k = i + 1;
    if (k < tokens_.size() && kind(k) == DateToken::mark && is_dash(mark(k))) ++k;
  }
  const int count = month_count(unit(k));
  if ((count != 3 && count != 6) || value(k + 1) < 1 || value(k + 1) > 12 / count ||
      !(glued(k + 1) || lexicon_.language() == "vi") || digits(k + 1) != 1)
    return false;
  std::size_t end = k + 2;
  if (!year)
    if (const auto behind = year_behind(end)) {
      year = behind->first;
      end = behind->second;
    }
  if (!year && is_mark(end, '\'') && value(end + 1) >= 0 && digits(end + 1) == 2) {
    year = 2000 + value(end + 1);
    end += 2;
  }
  return done(end, print_months(year.value_or(this_year()), (value(k + 1) - 1) * count + 1, count));
}

/// "this summer", "summer of 2018", "l'été dernier": months as meteorologists count them.
bool DateFinder::season(std::size_t i) {
  const auto before = which(entry(i));
  std::size_t k = entry(i)->season ? i : before ? behind_links(i + 1) : i;
  if (k >= tokens_.size() || !entry(k) || entry(k)->season == 0) return false;
  const int start = entry(k)->season * 3;  // March, June, September, December
  if (const auto year = year_behind(k + 1); year && !before)
    return done(year->second, print_months(year->first, start, 3));
  auto told = before;
  if (!told) {
    const std::size_t behind = behind_links(k + 1);
    told = which(entry(behind));
    if (!told || unit(behind + 1)) return false;
    k = behind;
  }
  int year = this_year();
  const int now = this_year() * 12 + this_month() - 1;
  const auto index = [&](int y) { return y * 12 + start - 1; };
  if (*told == 0 && start == 12 && this_month() < 3) --year;
  if (*told < 0)
    while (index(year) + 2 >= now) --year;
  if (*told > 0)
    while (index(year) <= now) ++year;
  return done(k + 1, print_months(year, start, 3));
}

/// "the 1990s", "90er", "les années 80", "1990年代".
bool DateFinder::decade(std::size_t i) {
  std::size_t number = i, end = i + 1;
  if (is_number(i)) {
    std::size_t k = i + 1;
    if (k < tokens_.size() && kind(k) == DateToken::mark && glued(k) &&
        (is_dash(mark(k)) || mark(k) == '\'' || mark(k) == 0x2019))
      ++k;
    if (!has(k, DateWord::decade) || !glued(k)) return false;
    end = k + 1;
  } else {
    if (!has(i, DateWord::decade)) return false;
    number = behind_links(i + 1);
    if (is_mark(number, '\'') || is_mark(number, 0x2019)) ++number;
    if (!is_number(number)) return false;
    end = number + 1;
    if (has(end, DateWord::decade) && glued(end)) ++end;
  }
  int year = value(number);
  if (year % 10 != 0 || (digits(number) != 4 && digits(number) != 2 &&
                         (digits(number) != 0 || number == i || year < 20)))
    return false;
  if (digits(number) != 4) year += year >= 20 ? 1900 : 2000;
  if (!plausible_year(year)) return false;
  return done(end, std::to_string(year) + "/" + std::to_string(year + 9));
}

/// "early March", "end of 2018", "mi-mars", "Ende Mai": the whole of it, for the words are vague;
/// "by the end of the month" is a day.
bool DateFinder::part_of(std::size_t i) {
  if (entry(i)->part == 0) return false;
  if (entry(i)->part > 6)  // in Japanese "the first half" is one of a match
    return lexicon_.language() != "ja" &&
           done(i + 1, print_months(this_year(), entry(i)->part == 7 ? 1 : 7, 6));
  std::size_t k = i + 1;
  if (k < tokens_.size() && kind(k) == DateToken::mark && is_dash(mark(k)) && glued(k)) ++k;
  k = behind_links(k);
  if (const auto ended = end_of_period(i, k)) return *ended;
  if (is_year_number(k) && plausible_year(value(k)) && unit(k + 1) == 0 &&
      !(has(k + 1, DateWord::decade) && glued(k + 1)))
    return done(k + 1, std::to_string(value(k)));
  if (const auto inner = piece(k); inner && inner->resolved.size() != 10) {
    first_ = i;
    return done(inner->end, inner->resolved, inner->open);
  }
  return false;
}

/// "by the end of the month", "Jahresende": its last day. No value where it is none of these.
std::optional<bool> DateFinder::end_of_period(std::size_t i, std::size_t k) {
  const bool own = unit(i) == 'm' || unit(i) == 'y';
  const std::size_t at = own ? i : k;
  if (entry(i)->part != 3 || (unit(at) != 'm' && unit(at) != 'y')) return std::nullopt;
  if (!own && (has(k, DateWord::plural) || which(entry(k + 1)) || is_number(k + 1) ||
               month(behind_links(k + 1)) > 0))
    return std::nullopt;
  const auto whole = days_of(unit(at) == 'm' ? print_month(this_year(), this_month())
                                             : std::to_string(this_year()));
  return done(at + 1, print_day(whole.second));
}

/// A month or year that something is the first or last of.
std::optional<DatePiece> DateFinder::period(std::size_t i) {
  if (is_year_number(i) && plausible_year(value(i)) && !has(i + 1, DateWord::year_mark)) {
    const std::size_t end = behind_suffix(i + 1);
    return DatePiece{i, has(end, DateWord::year_behind) ? end + 1 : end, std::to_string(value(i)),
                     Open::none};
  }
  auto found = expected_piece(i);
  if (found &&
      (found->resolved.size() == 7 || found->resolved.size() == 4 || found->resolved.size() == 15))
    return found;
  if (unit(i) == 'm')
    return DatePiece{i, i + 1, print_month(this_year(), this_month()), Open::none};
  if (unit(i) == 'y') return DatePiece{i, i + 1, std::to_string(this_year()), Open::none};
  return std::nullopt;
}

/// The `n`th of a weekday or unit (at token `target`) from `first` to `last`; from behind where
/// negative. A week belongs where its Thursday is.
std::string DateFinder::nth_of(int n, std::size_t target, sys_days first, sys_days last) const {
  const int weekday = entry(target) ? entry(target)->weekday : 0;
  const char u = unit(target);
  sys_days day = first;
  if (weekday || u == 'w') {
    const int wanted = weekday ? weekday : 4;
    const auto number = [](sys_days d) {
      return static_cast<int>(std::chrono::weekday(d).iso_encoding());
    };
    day = n > 0 ? first + days((wanted - number(first) + 7) % 7 + 7 * (n - 1))
                : last - days((number(last) - wanted + 7) % 7 + 7 * (-n - 1));
    if (day < first || day > last) return {};
    return weekday ? print_day(day) : print_span(day - days(3), day + days(3));
  }
  if (u == 'd') {
    day = n > 0 ? first + days(n - 1) : last + days(n + 1);
    return day < first || day > last ? std::string() : print_day(day);
  }
  if (u == 'f')
    return n == 1   ? print_span(first, first + days(14))
           : n == 2 ? print_span(first + days(15), last)
                    : std::string();
  const int count = month_count(u);
  if (count == 0 || count == 12) return {};
  const sys_days begin =
      n > 0 ? add_months(first, count * (n - 1)) : add_months(last + days(1), count * n);
  if (begin < first || begin > last) return {};
  return print_months(year_of(begin), month_of(begin), count);
}

/// "first Monday of October", "third quarter", "last week of 2018", "the first three quarters of
/// this year".
bool DateFinder::nth(std::size_t i) {
  if (const auto backward = nth_behind(i)) return *backward;
  if (unit(i) == 'c') return century(roman(i + 1), i + 2);
  auto [n, k] = ordinal(i);
  if (n == 0) return false;
  k = std::max(k, behind_counter(k));
  int count = 1;
  if ((n == 1 || n == -1) && is_number(k) && value(k) >= 1 && value(k) <= 31) count = value(k++);
  if (!entry(k) || (entry(k)->weekday == 0 && unit(k) == 0)) return false;
  if (unit(k) == 'c') return count == 1 && century(n, k + 1);
  const std::size_t target = k;
  const bool own = unit(k) == 'q' && !has(k, DateWord::weak);
  const auto whole = period(behind_links(behind_suffix(k + 1)));
  start(i);
  if (!whole) {
    if (!own || n < 0 || which(entry(i))) return false;
    return done(k + 1, nth_of(n, target, day_of(this_year(), 1, 1), day_of(this_year(), 12, 31)));
  }
  const auto [first, last] = days_of(whole->resolved);
  std::string resolved = nth_of(n, target, first, last);
  if (count > 1 && !resolved.empty()) {
    const std::string other = nth_of(n * count, target, first, last);
    if (other.empty()) return false;
    const std::string& a = n > 0 ? resolved : other;
    const std::string& b = n > 0 ? other : resolved;
    resolved = a.substr(0, a.find('/')) + "/" + b.substr(b.find('/') + 1);
  }
  return done(whole->end, std::move(resolved), whole->open);
}

/// The number of "siglo XXI"; 0 where the token is none.
int DateFinder::roman(std::size_t i) const {
  if (i >= tokens_.size() || kind(i) != DateToken::word) return 0;
  int sum = 0, before = 0;
  for (const char c : s_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)) {
    const int figure = c == 'X' ? 10 : c == 'V' ? 5 : c == 'I' ? 1 : 0;
    if (figure == 0) return 0;
    sum += figure > before && before > 0 ? figure - 2 * before : figure;
    before = figure;
  }
  return sum;
}

bool DateFinder::century(int number, std::size_t end) {
  constexpr int kFirst = 5, kLast = 22;
  if (number < kFirst || number > kLast) return false;
  char out[16];
  std::snprintf(out, sizeof out, "%04d/%04d", (number - 1) * 100, number * 100 - 1);
  return done(end, out);
}

/// "الأسبوع الأول من أكتوبر", "ngày đầu tiên của tháng ba": what is counted stands first.
std::optional<bool> DateFinder::nth_behind(std::size_t i) {
  const bool counted = entry(i) && (entry(i)->weekday || (unit(i) && unit(i) != 'c'));
  if (!counted || !entry(i + 1) || entry(i + 1)->nth == 0) return std::nullopt;
  const auto whole = period(behind_links(i + 2));
  start(i);
  if (!whole) return std::nullopt;
  const auto [first, last] = days_of(whole->resolved);
  std::string resolved = nth_of(entry(i + 1)->nth, i, first, last);
  if (resolved.empty()) return std::nullopt;
  return done(whole->end, std::move(resolved), whole->open);
}

/// "2018'in 3'üncü haftası": the year in figures, then what is inside it.
bool DateFinder::year_then_nth(std::size_t i) {
  return wide_first(lexicon_.language()) && is_year_number(i) && plausible_year(value(i)) &&
         nth_inside({i, i + 1, std::to_string(value(i)), Open::none});
}

/// Behind the counter of "第一个星期一", "첫번째".
std::size_t DateFinder::behind_counter(std::size_t i) const {
  return has(i, DateWord::join) && unit(i) == 0 && month(i) == 0 && lexicon_.is_cjk() ? i + 1 : i;
}

/// "October 2014's first Wednesday" as wide-first languages write it, "5月下旬", "Aralık sonu".
bool DateFinder::nth_inside(const DatePiece& whole) {
  if (whole.resolved.size() != 4 && whole.resolved.size() != 7) return false;
  const auto [first, last] = days_of(whole.resolved);
  std::size_t k = behind_suffix(whole.end);
  if (has(k, DateWord::year_behind)) ++k;
  if (const std::size_t linked = behind_links(k);
      lexicon_.is_cjk() && entry(linked) && entry(linked)->part)
    k = linked;
  if (k < tokens_.size() && entry(k) && entry(k)->part && !has(k, DateWord::weak)) {
    const int part = entry(k)->part;
    if (part > 6 && whole.resolved.size() == 4)
      return done(k + 1, print_months(year_of(first), part == 7 ? 1 : 7, 6));
    if (part < 4 || part > 6 || whole.resolved.size() != 7)
      return done(k + 1, whole.resolved, whole.open);
    return done(k + 1, print_span(first + days(10 * (part - 4)),
                                  part == 6 ? last : first + days(10 * (part - 4) + 9)));
  }
  k = behind_links(k);
  auto [n, target] = ordinal(k);
  if (n == 0) return false;
  target = behind_counter(target);
  if (is_number(target) && (n == 1 || n == -1) && value(target) <= 31) {  // "2021年的前2周"
    const int count = value(target);
    const bool front = n == 1 || (lexicon_.is_cjk() && entry(k)->nth == 0);
    target = behind_counter(target + 1);
    if (!unit(target)) return false;
    const std::string a = nth_of(front ? 1 : -count, target, first, last);
    const std::string b = nth_of(front ? count : -1, target, first, last);
    if (a.empty() || b.empty()) return false;
    return done(target + 1, a.substr(0, a.find('/')) + "/" + b.substr(b.find('/') + 1), whole.open);
  }
  if (!entry(target) || (entry(target)->weekday == 0 && unit(target) == 0)) return false;
  if (unit(target) != 'q' && !wide_first(lexicon_.language())) return false;
  return done(target + 1, nth_of(n, target, first, last), whole.open);
}

/// A day without a year in the year, or the one before, in which it is that weekday; as it stands
/// where it is in none.
std::string DateFinder::on_weekday(const std::string& day, int weekday) const {
  const int year = std::stoi(day.substr(0, 4));
  for (const int y : {year, year - 1}) {
    const std::string moved = in_year(day, y);
    if (!moved.empty() &&
        static_cast<int>(std::chrono::weekday(days_of(moved).first).iso_encoding()) == weekday)
      return moved;
  }
  return day;
}

/// "27 Mayıs Çarşamba günü", "15 August (Saturday)": the weekday belongs to the day before it.
bool DateFinder::weekday_behind(const DatePiece& day) {
  if (day.resolved.size() != 10 || day.open == Open::week || day.open == Open::month) return false;
  const std::size_t end = behind_suffix(day.end);
  const bool opened = is_mark(end, '(') || is_mark(end, 0xFF08);
  const std::size_t k = opened || is_mark(end, ',') ? end + 1 : end;
  if (k >= tokens_.size() || !entry(k) || entry(k)->weekday == 0 || entry(k)->month ||
      has(k, DateWord::plural | DateWord::weak) || which(entry(k + 1)))
    return false;
  const auto number = std::chrono::weekday(days_of(day.resolved).first).iso_encoding();
  if (static_cast<int>(number) != entry(k)->weekday) return false;
  const bool closed = opened && (is_mark(k + 1, ')') || is_mark(k + 1, 0xFF09));
  return (!opened || closed) && done(closed ? k + 2 : k + 1, day.resolved, day.open);
}

/// "next week Tuesday", "la semaine prochaine, mardi": the weekday of the week that stands before
/// it; "18日の週": the week that a day is in.
bool DateFinder::weekday_inside(const DatePiece& whole) {
  if (whole.resolved.size() == 10) {
    const std::size_t k = behind_links(behind_suffix(whole.end));
    if (!wide_first(lexicon_.language()) || k == whole.end || unit(k) != 'w' ||
        which(entry(k + 1)) || has(k + 1, DateWord::ago_behind | DateWord::in_behind))
      return false;
    const sys_days monday = monday_of(days_of(whole.resolved).first);
    return done(k + 1, print_span(monday, monday + days(6)), whole.open);
  }
  if (whole.resolved.size() != 21) return false;
  const auto [first, last] = days_of(whole.resolved);
  if (monday_of(first) != first || (last - first).count() != 6) return false;
  const bool dash =
      whole.end < tokens_.size() && kind(whole.end) == DateToken::mark && is_dash(mark(whole.end));
  const std::size_t k = behind_links(dash ? whole.end + 1 : whole.end);
  constexpr std::uint32_t kNot = DateWord::plural | DateWord::brief | DateWord::weak;
  if (k >= tokens_.size() || !entry(k) || entry(k)->weekday == 0 || has(k, kNot) ||
      which(entry(k + 1)) || is_day_number(k + 1))
    return false;
  return done(k + 1, print_day(first + days(entry(k)->weekday - 1)), whole.open);
}

/// "two days after today", "the week before 3 May".
bool DateFinder::shifted_from(std::size_t i) {
  std::size_t k = i;
  const int count = is_number(i) ? value(k++) : 1;
  const char u = unit(k);
  if (count < 1 || count > 500 || (u != 'd' && u != 'w' && u != 'm' && u != 'y')) return false;
  if (k == i && u != 'd') return false;
  const bool after = has(k + 1, DateWord::after | (k > i ? DateWord::from : 0u));
  if (!after && !has(k + 1, DateWord::before)) return false;
  const auto anchor = piece(behind_links(k + 2));
  start(i);
  if (!anchor || anchor->resolved.size() != 10) return false;
  const int sign = after ? count : -count;
  const sys_days day = days_of(anchor->resolved).first;
  const sys_days moved = u == 'd'   ? day + days(sign)
                         : u == 'w' ? day + days(7 * sign)
                                    : add_months(day, month_count(u) * sign);
  return done(anchor->end, print_day(moved), anchor->open);
}

/// "the month of May", "el pasado mes de noviembre".
bool DateFinder::month_or_year_named(std::size_t i) {
  const auto told = which(entry(i));
  const std::size_t k = told ? i + 1 : i;
  std::size_t named = behind_links(k + 1);
  if (unit(k) == 'w' && has(named, DateWord::starts)) named = behind_links(named + 1);
  if (unit(k) == 'w' && !told && named > k + 1) {  // "the week of 10 April"
    auto day = expected_piece(named);
    if (!day) day = expected_piece(named - 1);  // "of the 18th"
    start(i);
    if (!day || day->resolved.size() != 10) return false;
    const sys_days monday = monday_of(days_of(day->resolved).first);
    return done(day->end, print_span(monday, monday + days(6)), day->open);
  }
  if (unit(k) == 'w' && !told) return week_number(k);
  if (unit(k) == 'y' && !told && is_year_number(named) && plausible_year(value(named)) &&
      (named == k + 1 || (named == k + 2 && has(k + 1, DateWord::join)))) {
    if (year_range(named, false)) return true;
    return done(named + 1, std::to_string(value(named)));
  }
  if (unit(k) != 'm') return false;
  if (named == k + 1 && !wide_first(lexicon_.language()) && lexicon_.language() != "ar")
    return false;
  const int month = this->month(named);
  if (month == 0) return false;
  if (const auto year = year_behind(named + 1))
    return done(year->second, print_month(year->first, month));
  return done(named + 1,
              print_month(told ? year_of_month(month, *told) : told_year(named, month), month),
              told ? Open::none : Open::year);
}

/// "week 31 of 2027": by ISO 8601, where the year stands with it.
bool DateFinder::week_number(std::size_t i) {
  if (!is_number(i + 1) || value(i + 1) < 1 || value(i + 1) > 53 || unit(i + 2)) return false;
  const auto year = year_behind(i + 2);
  if (!year) return false;
  const auto whole = days_of(std::to_string(year->first));
  return done(year->second, nth_of(value(i + 1), i, whole.first, whole.second));
}

/// A date where one is expected: words that are also others are months here ("from March to May").
std::optional<DatePiece> DateFinder::expected_piece(std::size_t i) {
  const bool before = expected_;
  expected_ = true;
  auto found = piece(i);
  expected_ = before;
  return found;
}

/// "May twenty-ninth", "the third of March", "primero de mayo".
bool DateFinder::word_day(std::size_t i) {
  const auto spoken = [&](std::size_t at) {
    return at < tokens_.size() && (spoken_ordinal(at) || (entry(at) && entry(at)->nth > 0));
  };
  if (month(i) > 0) {
    if (is_mark(i + 1, '/') && glued(i + 1) && is_day_number(i + 2) &&
        (glued(i + 2) || lexicon_.language() == "ar") && is_day(2024, month(i), value(i + 2)))
      return finish_day(value(i + 2), 0, month(i), year_behind(i + 3), i + 3);  // "Oct/2"
    std::size_t k = is_mark(i + 1, ',') ? i + 2 : behind_suffix(i + 1);
    while (k < i + 4 && has(k, DateWord::join | DateWord::day_cue) && !spoken(k)) ++k;
    const auto [day, end] = day_named(k);
    const bool figures = k < tokens_.size() && digits(k) > 0;
    if (day == 0 || !is_day(2024, month(i), day) || (figures && end == k + 1)) return false;
    // "In October the first boats …" counts boats, not days.
    const bool counts = spoken(k) && end < tokens_.size() && kind(end) == DateToken::word &&
                        entry(end) == nullptr && year_behind(end) == std::nullopt;
    const bool plain = k == i + 1 && value(k) > 0 && lexicon_.language() != "en" &&
                       (year_behind(end) || end >= tokens_.size());  // "mart üç 2015"
    const bool alone = (spoken(k) && !counts) || figures || plain ||
                       (value(k) > 20 && (end >= tokens_.size() || kind(end) != DateToken::word));
    return alone && finish_day(day, 0, month(i), year_behind(end), end);
  }
  if (!spoken(i)) return false;
  const auto [day, end] = day_named(i);
  std::size_t k = behind_joins(end);
  if (k == end && unit(k) == 'd') k = behind_links(k + 1);
  if (unit(k) == 'm' && month(k + 1) > 0) ++k;  // "الأول من شهر شباط"
  return month(k) > 0 && is_day(2024, month(k), day) &&
         finish_day(day, 0, month(k), year_behind(k + 1), k + 1);
}

/// "on the 15th", "el 17,", "ngày 15": the nearest such day that is not far ahead.
bool DateFinder::day_alone(std::size_t i) {
  constexpr int kAhead = 15;
  const bool strong = has(i, DateWord::day_cue) && unit(i) == 'd';
  if (!strong && !has(i, DateWord::day_cue | DateWord::join)) return false;
  const auto [day, end] = day_named(i + 1);
  if (day == 0 || (!strong && digits(i + 1) == 0)) return false;
  const std::size_t behind = behind_joins(end);
  if (month(behind) > 0 || month(end) > 0 || has(behind, DateWord::month_next) || is_mark(end, '/'))
    return false;  // the day has its month
  const bool marked = end > i + 2;
  const bool closed = end >= tokens_.size() || is_mark(end, '.') || is_mark(end, ',') ||
                      is_mark(end, ';') || is_mark(end, ')') || is_mark(end, '\n');
  const bool number_follows = end + 1 < tokens_.size() && is_number(end + 1) && glued(end + 1);
  const bool english = lexicon_.language() == "en";
  if (number_follows || unit(end) || is_mark(end, '%') || is_mark(end, ':')) return false;
  if (!strong && !(closed && ((marked && (english || lexicon_.language() == "nl")) ||
                              (!english && has(i, DateWord::day_cue)))))
    return false;
  int year = this_year(), month = this_month();
  const auto now =
      static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(today()).day()));
  for (int back = day > now + kAhead ? 1 : 0; back < 3; ++back) {
    const int index = year * 12 + month - 1 - back;
    if (!is_day(index / 12, index % 12 + 1, day)) continue;
    return done(end, print_day(day_of(index / 12, index % 12 + 1, day)), Open::month);
  }
  return false;
}

/// "Sep-23-2020", "2019-aug-01", "23/Eyl/2020".
bool DateFinder::separated(std::size_t i) {
  if (i + 4 >= tokens_.size()) return false;
  const char32_t c = mark(i + 1);
  if (kind(i + 1) != DateToken::mark || (c != '-' && c != '/') || !is_mark(i + 3, c)) return false;
  int year = 0, month = 0, day = 0;
  for (const std::size_t k : {i, i + 2, i + 4}) {
    if (k > i && (!glued(k) || !glued(k - 1))) return false;
    if (this->month(k) > 0 && month == 0)
      month = this->month(k);
    else if (k == i + 4 && c == '-' && digits(k) == 2 && year == 0 && month && day)
      year = value(k) > 50 ? 1900 + value(k) : 2000 + value(k);
    else if (is_year_number(k) && year == 0)
      year = value(k);
    else if (is_day_number(k) && day == 0)
      day = value(k);
    else
      return false;
  }
  return is_day(year, month, day) && month > 0 &&
         (this->month(i) || this->month(i + 2) || this->month(i + 4)) &&
         done(i + 5, print_day(day_of(year, month, day)));
}

}  // namespace kaynak::text_detail
