/// @file What dates without a year, and words like "last week", mean on the day of a publication.
#pragma once

#include "text/dates_detail.h"

namespace kaynak::text_detail {

class DateResolver {
 public:
  explicit DateResolver(sys_days today);

  sys_days today() const { return today_; }
  int this_year() const { return year_; }
  int this_month() const { return month_; }

  /// The year that brings a month's day nearest to the publication.
  int nearest_year(int month, int day) const;
  std::string day_without_year(int month, int day) const;
  /// A month's year by -1 (last), 0 (this) or 1 (next).
  int year_of_month(int month, int which) const;
  /// This year's month and `offset` months, as year and month.
  std::pair<int, int> month_from_now(int offset) const;
  /// The week, month, year or week's end (units as in DateWord) that is `offset` away.
  std::string relative(char unit, int offset) const;
  /// A weekday by -1 (the last before today), 0 (of this week) or 1 (of the next).
  sys_days weekday_of(int wanted, int which) const;
  /// A weekday without a word beside it: the most recent one, today included, because news tells
  /// what happened.
  sys_days bare_weekday(int wanted) const;
  /// The same where the sentence speaks of what is to come: the next one, today included.
  sys_days coming_weekday(int wanted) const;

 private:
  sys_days today_;
  int year_ = 0, month_ = 0;
};

/// Months of a unit ('m', 'q', 'b' half a year, 'y'); 0 for others.
int month_count(char unit);
/// `day` moved by whole months; the 31st becomes a month's last day.
sys_days add_months(sys_days day, int months);

}  // namespace kaynak::text_detail
