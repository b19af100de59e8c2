#include "text/dates_resolve.h"

#include <cstdlib>

namespace kaynak::text_detail {

using std::chrono::days;

DateResolver::DateResolver(sys_days today) : today_(today) {
  const std::chrono::year_month_day date(today);
  year_ = static_cast<int>(date.year());
  month_ = static_cast<int>(static_cast<unsigned>(date.month()));
}

int DateResolver::nearest_year(int month, int day) const {
  int best = year_;
  long best_distance = 1L << 30;
  for (int year = year_ - 4; year <= year_ + 4; ++year) {  // 29 February may be so far away
    if (!is_day(year, month, day)) continue;
    const long distance = std::labs((day_of(year, month, day) - today_).count());
    if (distance < best_distance) {
      best_distance = distance;
      best = year;
    }
  }
  return best;
}

std::string DateResolver::day_without_year(int month, int day) const {
  return print_day(day_of(nearest_year(month, day), month, day));
}

int DateResolver::year_of_month(int month, int which) const {
  if (which == 0) return year_;
  if (which > 1) return year_of_month(month, 1) + which - 1;
  if (which < -1) return year_of_month(month, -1) + which + 1;
  if (which < 0) return month < month_ ? year_ : year_ - 1;
  return month > month_ ? year_ : year_ + 1;
}

std::pair<int, int> DateResolver::month_from_now(int offset) const {
  const int months = year_ * 12 + month_ - 1 + offset;
  return {months / 12, months % 12 + 1};
}

std::string DateResolver::relative(char unit, int offset) const {
  if (unit == 'w' || unit == 'W' || unit == 'e' || unit == 'E') {
    const sys_days monday = monday_of(today_) + days(7 * offset);
    const bool whole = unit == 'w' || unit == 'W';
    return print_day(monday + days(whole ? 0 : 5)) + "/" + print_day(monday + days(6));
  }
  if (unit == 'y' || unit == 'Y') {
    const std::string year = std::to_string(year_ + offset);
    return year.size() == 4 ? year : std::string();
  }
  if (unit == 'q' || unit == 'Q' || unit == 'b') {
    const int count = unit == 'b' ? 6 : 3;
    const int first = (year_ * 12 + month_ - 1) / count * count + count * offset;
    return print_months(first / 12, first % 12 + 1, count);
  }
  const auto [year, month] = month_from_now(offset);
  return print_month(year, month);
}

sys_days DateResolver::weekday_of(int wanted, int which) const {
  if (which >= 0) return monday_of(today_) + days(7 * which + wanted - 1);
  const int now = static_cast<int>(std::chrono::weekday(today_).iso_encoding());
  const int back = (now - wanted + 7) % 7;
  return today_ - days(back == 0 ? 7 : back);
}

sys_days DateResolver::bare_weekday(int wanted) const {
  const int now = static_cast<int>(std::chrono::weekday(today_).iso_encoding());
  return today_ - days((now - wanted + 7) % 7);
}

sys_days DateResolver::coming_weekday(int wanted) const {
  const int now = static_cast<int>(std::chrono::weekday(today_).iso_encoding());
  return today_ + days((wanted - now + 7) % 7);
}

int month_count(char unit) {
  return unit == 'm' ? 1 : unit == 'q' ? 3 : unit == 'b' ? 6 : unit == 'y' ? 12 : 0;
}

sys_days add_months(sys_days day, int months) {
  const std::chrono::year_month_day date(day);
  const int all = static_cast<int>(date.year()) * 12 +
                  static_cast<int>(static_cast<unsigned>(date.month())) - 1 + months;
  const int year = all / 12, month = all % 12 + 1;
  int number = static_cast<int>(static_cast<unsigned>(date.day()));
  while (number > 28 && !is_day(year, month, number)) --number;
  return day_of(year, month, number);
}

}  // namespace kaynak::text_detail
