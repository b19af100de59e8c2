/// @file The words of dates, as data.
#pragma once

#include <string_view>

namespace kaynak::text_detail {

/// Words of dates in one language: "word=code" between blanks, lower case, '_' for a blank inside.
/// Codes:
///   m1…m12 a month (m101… a Persian, m201… an Islamic one); w1…w7 a weekday from Monday; d-2…d2 a
///   day from today; W, M, Y, E with -1, 0 or 1 the last, this or next week, month, year or week's
///   end; us un uh ud uw um uy ue the units second to year and the week's end; letters of one word
///   together: '<' last, '=' this, '>' next, 'a' ago (behind), 'A' ago (before), 'i' from now
///   (behind), 'I' from now (before), 'y' a year follows, 'Y' stands behind a year; j joins ("of");
///   c a day follows; o makes an ordinal; mm before a month's number, MM DD YY behind a month's, a
///   day's, a year's number; '<<' and '>>' the one before the last and behind the next; 'f' from,
///   't' to, 'n' "and" between two ends of a range, 'k' closes a range behind it; '+' after, '~'
///   before; uq ub quarter and half year; s1…s4 spring to winter; p1 p2 p3 early, middle, late, p4
///   p5 p6 exact thirds of a month; o1…o31 and o-1 first to last; 'x' a decade; g with the year
///   before an era's first; # with the units that are in the word ("fortnight"); v1 of a next
///   weekday the nearest, v2 the nearest but tomorrow, v1 of "until" that a weekday behind it lies
///   ahead; 'S' the first day of a week follows; '*' a plural; N with its value a number, in
///   languages whose numbers we do not read. Q as W, M, Y: quarters. Codes of one word given twice
///   add up.
/// '?' before a word: a date only beside a number.
struct DateWords {
  std::string_view language;
  std::string_view words;
};

/// Words of a primary language subtag; null where there are none.
const DateWords* date_words(std::string_view language);
/// Words of ranges, seasons, ordinals and parts, and languages whose months ICU knows.
const DateWords* more_date_words(std::string_view language);

/// Zone names and their minutes east of UTC, lower case.
struct ZoneName {
  std::string_view name;
  int minutes;
};
/// -1441 where the name is none.
int zone_minutes(std::string_view lower_name);

/// Locales whose month names a page's date may be written in.
extern const char* const kMonthLocales[];
extern const unsigned kMonthLocaleCount;
/// Month names that ICU lacks, for all languages together: "name=month", '_' for a blank.
extern const std::string_view kExtraMonths;
/// The months of the Persian calendar, in order.
extern const std::string_view kPersianMonths;

}  // namespace kaynak::text_detail
