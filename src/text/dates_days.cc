#include <algorithm>

#include "text/dates_finder.h"
#include "text/unicode.h"

namespace kaynak::text_detail {

using std::chrono::days;

bool DateFinder::at_number(std::size_t i) {
  if (value(i) < 0) return false;
  const bool inside = i > 0 && glued(i) && kind(i - 1) == DateToken::mark &&
                      (mark(i - 1) == '.' || mark(i - 1) == ',' || mark(i - 1) == '/' ||
                       mark(i - 1) == '-' || mark(i - 1) == ':') &&
                      i > 1 && kind(i - 2) == DateToken::number && glued(i - 1);
  return (!inside || expected_) &&
         (figures(i) || cjk_date(i) || day_and_month(i) || vietnamese_day(i) || year_first(i) ||
          ago_or_in(i) || bare_year(i));
}

/// "20261115" alone.
bool DateFinder::eight_figures(std::size_t i) {
  constexpr int kFigures = 8, kFirst = 1990, kAhead = 5;
  const int year = value(i) / 10000, month = value(i) / 100 % 100, day = value(i) % 100;
  const auto parted = [&](std::size_t k) {
    return k >= tokens_.size() || !glued(k) || (is_mark(k, '.') && !glued(k + 1)) ||
           is_mark(k, ',') || is_mark(k, ')');
  };
  return digits(i) == kFigures && year >= kFirst && year <= this_year() + kAhead &&
         is_day(year, month, day) && (i == 0 || !glued(i) || is_mark(i - 1, '(')) &&
         parted(i + 1) && done(i + 1, print_day(day_of(year, month, day)));
}

bool DateFinder::figures(std::size_t i) {
  if (eight_figures(i)) return true;
  if (i + 2 >= tokens_.size() || kind(i + 1) != DateToken::mark || !glued(i + 1) || !glued(i + 2) ||
      !is_number(i + 2))
    return false;
  const char32_t c = mark(i + 1);
  if (c != '/' && c != '.' && c != '-' && c != 0xFF0F) return false;
  if (lexicon_.is_cjk() && c != '-' && is_year_number(i) && !is_mark(i + 3, c) &&
      value(i + 2) >= 1 && value(i + 2) <= 12 && digits(i + 2) <= 2)
    return done(i + 3, print_month(value(i), value(i + 2)));
  if ((c == '-' || c == '/') && is_year_number(i) && digits(i + 2) == 2 &&
      plausible_year(value(i)) && value(i + 2) >= 1 && value(i + 2) <= 12 && !is_mark(i + 3, c) &&
      value(i + 2) <= value(i) % 100)  // "2014-10"; "2010-11" is a season
    return done(i + 3, print_month(value(i), value(i + 2)));
  const bool three = is_mark(i + 3, c) && is_number(i + 4) && glued(i + 3) && glued(i + 4);
  if (three) {
    const int a = value(i), b = value(i + 2);
    int year = value(i + 4), month = b, day = a;
    if (digits(i) == 4) {
      year = a;
      day = value(i + 4);
    } else if (digits(i + 4) == 2 && (c != '-' || (std::max(a, b) > 12 && year > 31))) {
      year += year + 2000 > this_year() + 10 ? 1900 : 2000;
    } else if (digits(i + 4) != 4) {
      return false;
    }
    if (digits(i) != 4 &&
        ((month_first(language_) && (c == '/' || lexicon_.language() == "en") && a <= 12) ||
         b > 12))
      std::swap(month, day);
    if (std::string hijri = hijri_figures(year, month, day, i + 5); !hijri.empty())
      return done(behind_hijri(i + 5), std::move(hijri));
    if (year < 1000 || year > 2200 || !is_day(year, month, day)) return false;
    return done(i + 5, print_day(day_of(year, month, day)));
  }
  if (digits(i) <= 2 && is_year_number(i + 2) && c != '.' && value(i) >= 1 && value(i) <= 12 &&
      !is_mark(i + 3, c))
    return done(i + 3, print_month(value(i + 2), value(i)));
  return day_slash_month(i, c);
}

/// Whether another day and month in figures follows: "20/11, 22/11", "28/2-1/3".
bool DateFinder::list_follows(std::size_t i) const {
  if (i + 3 >= tokens_.size()) return false;
  const bool mark = kind(i + 3) == DateToken::mark || has(i + 3, DateWord::to | DateWord::both);
  return mark && is_number(i + 4) && is_mark(i + 5, '/') && is_number(i + 6) && glued(i + 5) &&
         glued(i + 6) && value(i + 4) <= 31 && value(i + 6) <= 31 &&
         (std::max(value(i), value(i + 2)) > 12 || closes(behind_suffix(i + 7)) ||
          (is_mark(i + 7, '/') && is_year_number(i + 8)));
}

bool DateFinder::day_slash_month(std::size_t i, char32_t c) {
  const std::string_view primary = std::string_view(lexicon_.language());
  int day = value(i), month = value(i + 2);
  const bool swaps =
      month > 12 || (month_first(language_) && primary == "en" && day <= 12) || lexicon_.is_cjk();
  if (swaps) std::swap(day, month);
  if (month < 1 || month > 12 || !is_day(2024, month, day) || digits(i + 2) > 2 ||
      (c != '.' && is_mark(i + 3, c)) || (c == '.' && is_number(i + 4) && glued(i + 4)))
    return false;
  const bool listed = taken_ > 0 && i >= taken_ && i - taken_ <= 2 && slashed_;
  const bool suffixed =
      behind_suffix(i + 3) > i + 3 || (lexicon_.is_cjk() && has(i + 3, DateWord::join) && day > 12);
  const bool alone =
      i == 0 && i + 3 == tokens_.size() && (day > 12 || (digits(i) == 2 && digits(i + 2) == 2));
  const bool told = i > 0 && (has(i - 1, DateWord::day_cue | DateWord::from | DateWord::to) ||
                              which(entry(i - 1)) || (entry(i - 1) && entry(i - 1)->weekday));
  const bool ranged = expected_ && depth_ > 1;
  const bool padded = c == '/' && digits(i) == 2 && digits(i + 2) == 2 &&
                      (value(i) < 10 || value(i + 2) < 10);  // no fraction is written so
  const bool cued = told || listed || padded || suffixed || alone || ranged ||
                    (is_mark(i - 1, '(') && is_mark(i + 3, ')'));
  static constexpr std::string_view dotted[] = {"de", "ru", "cs", "fi", "nb",
                                                "da", "hr", "uk", "pl", "tr"};
  const bool dots =
      c == '.' && std::find(std::begin(dotted), std::end(dotted), primary) != std::end(dotted);
  const bool stop = dots && is_mark(i + 3, '.') && glued(i + 3);
  const bool day_cued =
      (told || ranged) && primary != "ru" && primary != "uk";  // "в 10.30" is a time
  const bool written = (primary == "vi" && c != '.' && (cued || c == '/')) || stop ||
                       (dots && day_cued) || (c == '-' && primary == "nl" && (told || ranged)) ||
                       (c == '/' && (cued || list_follows(i)) && !unit(i + 3));
  if (!written) return false;
  include_cue(i);
  slashed_ = true;
  return done(stop ? i + 4 : i + 3, day_without_year(month, day), Open::year);
}

void DateFinder::include_cue(std::size_t i) {
  if (i > 0 && has(i - 1, DateWord::day_cue) && unit(i - 1) == 'd') first_ = i - 1;
}

/// "15日": of the month just named, or the nearest such day that is not far ahead.
bool DateFinder::cjk_day(std::size_t i) {
  constexpr int kAhead = 15;
  if (const std::size_t k = behind_links(i + 2);
      entry(k) && entry(k)->weekday && weekday_and_number_at(k, value(i)))
    return done(k + 1, resolved_);
  if (has(i + 2, DateWord::ago_behind)) return done(i + 3, print_day(today() - days(value(i))));
  if (has(i + 2, DateWord::in_behind)) return done(i + 3, print_day(today() + days(value(i))));
  if (anchor_ && i - taken_ <= 2 && taken_ > 0) {
    const std::chrono::year_month_day date(*anchor_);
    const int year = static_cast<int>(date.year());
    const auto month = static_cast<int>(static_cast<unsigned>(date.month()));
    if (is_day(year, month, value(i)) && day_of(year, month, value(i)) > *anchor_)
      return done(i + 2, print_day(day_of(year, month, value(i))));
  }
  const auto now =
      static_cast<int>(static_cast<unsigned>(std::chrono::year_month_day(today()).day()));
  for (int back = value(i) > now + kAhead ? 1 : 0; back < 3; ++back) {
    const int index = this_year() * 12 + this_month() - 1 - back;
    if (is_day(index / 12, index % 12 + 1, value(i)))
      return done(i + 2, print_day(day_of(index / 12, index % 12 + 1, value(i))), Open::month);
  }
  return false;
}

/// "令和6年8月15日", at the era's name.
bool DateFinder::era(std::size_t i) {
  if (entry(i)->era == 0) return false;
  const bool first = i + 1 < tokens_.size() && is_first_year(i + 1);
  const int number = first ? 1 : value(i + 1);
  if (number < 1 || number > 120 || !has(i + 2, DateWord::year_mark)) return false;
  const int year = entry(i)->era + number;
  if (has(i + 4, DateWord::month_mark) && value(i + 3) >= 1 && value(i + 3) <= 12)
    return cjk_month(i + 3, year);
  return done(i + 3, std::to_string(year));
}

bool DateFinder::is_first_year(std::size_t i) const {
  return s_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin) == "元";
}

bool DateFinder::cjk_date(std::size_t i) {
  if (has(i + 1, DateWord::year_mark) && is_year_number(i)) {
    const int year = value(i);
    if (has(i + 3, DateWord::month_mark) && value(i + 2) >= 1 && value(i + 2) <= 12)
      return cjk_month(i + 2, year);
    return done(i + 2, std::to_string(year));
  }
  const bool short_year = has(i + 1, DateWord::year_mark) && digits(i) == 2 && value(i) >= 0;
  if (short_year && has(i + 3, DateWord::month_mark) && value(i + 2) >= 1 && value(i + 2) <= 12)
    return cjk_month(i + 2, value(i) > 50 ? 1900 + value(i) : 2000 + value(i));  // "24年12月"
  if (short_year && value(i) < 10) return done(i + 2, std::to_string(2000 + value(i)));  // "08年"
  constexpr int kMinguo = 1911;  // "113年12月" in Taiwan
  if (digits(i) == 3 && lexicon_.language() == "zh" && has(i + 1, DateWord::year_mark) &&
      value(i) + kMinguo <= this_year() + 10 && has(i + 3, DateWord::month_mark) &&
      value(i + 2) >= 1 && value(i + 2) <= 12)
    return cjk_month(i + 2, value(i) + kMinguo);
  if (has(i + 1, DateWord::month_mark) && value(i) >= 1 && value(i) <= 12)
    return cjk_month(i, std::nullopt);
  if (has(i + 1, DateWord::day_mark) && is_day_number(i)) return cjk_day(i);
  return false;
}

bool DateFinder::cjk_month(std::size_t i, std::optional<int> year) {
  const int month = value(i);
  if (has(i + 3, DateWord::day_mark) && is_day_number(i + 2) &&
      is_day(year.value_or(2024), month, value(i + 2)))
    return done(i + 4,
                year ? print_day(day_of(*year, month, value(i + 2)))
                     : print_day(day_of(year_of_day(month, value(i + 2)), month, value(i + 2))),
                year ? Open::none : Open::year);
  const std::size_t behind = i + 3;
  const bool closed = behind >= tokens_.size() || kind(behind) == DateToken::mark ||
                      (entry(behind) == nullptr && digits(i + 2) == 0);
  if (year && closed && glued(i + 2) && is_day_number(i + 2) &&
      is_day(*year, month, value(i + 2)) && !is_mark(behind, ':') && !is_mark(behind, '%') &&
      !is_mark(behind, '.'))
    return done(behind, print_day(day_of(*year, month, value(i + 2))));  // "八月十五"
  return done(i + 2, print_month(year ? *year : told_year(i, month), month),
              year ? Open::none : Open::year);
}

/// The "68" of "May '68", "maio de 68" and "juillet 98,".
std::optional<std::pair<int, std::size_t>> DateFinder::short_year(std::size_t i,
                                                                  std::size_t k) const {
  const bool apostrophe = is_mark(k, '\'') || is_mark(k, 0x2019);
  const std::size_t number = apostrophe ? k + 1 : k;
  constexpr int kLastDay = 31, kHundred = 100;
  if (!is_number(number) || digits(number) != 2 || (!apostrophe && value(number) <= kLastDay))
    return std::nullopt;
  if (apostrophe && !glued(number)) return std::nullopt;
  const std::size_t next = number + 1;
  const bool closed =
      next >= tokens_.size() || (kind(next) == DateToken::mark && mark(next) != '%' &&
                                 mark(next) != ':' && mark(next) != '-' && mark(next) != '/');
  if ((!apostrophe && k == i && !closed) || unit(next) || is_mark(next, '%')) return std::nullopt;
  const int century = value(number) > this_year() % kHundred + 5 ? 1900 : 2000;
  return std::pair(century + value(number), next);
}

std::optional<std::pair<int, std::size_t>> DateFinder::year_behind(std::size_t i) const {
  std::size_t k = i;
  if (is_mark(k, ',') || is_mark(k, '.')) ++k;
  constexpr std::uint32_t kOtherWay =
      DateWord::to | DateWord::after | DateWord::before | DateWord::from;
  while (has(k, DateWord::join | DateWord::year_next) &&
         (has(k, DateWord::join) || !has(k, kOtherWay)) && month(k) == 0 && k < i + 3 &&
         !(unit(k) == 'y' && which(entry(k + 1))) && !which(entry(k)))
    ++k;
  if (const auto year = short_year(i, k)) return year;
  if (is_year_number(k)) return std::pair(value(k), k + 1);
  if ((is_mark(i, '/') || is_mark(i, '-')) && glued(i) && is_year_number(i + 1) && glued(i + 1))
    return std::pair(value(i + 1), i + 2);
  if (entry(k) && entry(k)->relative_unit == 'Y')
    return std::pair(this_year() + entry(k)->offset, k + 1);
  if (unit(k) == 'y' && which(entry(k + 1)))
    return std::pair(this_year() + *which(entry(k + 1)), k + 2);  // "del año pasado"
  if (unit(k + 1) == 'y' && which(entry(k)))
    return std::pair(this_year() + *which(entry(k)), k + 2);  // "прошлого года"
  return std::nullopt;
}

bool DateFinder::day_and_month(std::size_t i) {
  if (!is_day_number(i)) return false;
  const int day = value(i);
  std::size_t k = behind_ordinal(i + 1);
  int last_day = 0;
  if ((is_mark(k, '-') || is_mark(k, 0x2013)) && is_day_number(k + 1) && value(k + 1) > day) {
    last_day = value(k + 1);
    k = behind_ordinal(k + 2);
  }
  k = behind_joins(k);
  if (month(k) == 0 && k < tokens_.size() && glued(k) && month(k + 1) > 0 && glued(k + 1) &&
      (is_mark(k, '-') || is_mark(k, '/') || is_mark(k, '.')))
    ++k;  // "22-ene-2016"
  if (month(k) == 0 || (digits(i) == 0 && (lexicon_.language() == "en" || has(k, DateWord::brief))))
    return month_of_cue(i, unit(k) == 'm' ? k : behind_links(k), day);
  const int month = this->month(k);
  const auto year = year_behind(k + 1);
  include_cue(i);
  return finish_day(day, last_day, month, year, k + 1);
}

/// The year of "7 September": the nearest, unless the text tells of an earlier year, or of what was
/// while the nearest lies well ahead.
int DateFinder::year_of_day(int month, int day) const {
  constexpr long kAhead = 45;
  if (const int told = narrative_year(); told && is_day(told, month, day)) return told;
  const int nearest = nearest_year(month, day);
  if (!is_day(nearest, month, day) || !is_day(nearest - 1, month, day)) return nearest;
  const long ahead = (day_of(nearest, month, day) - today()).count();
  return ahead > kAhead && tense(first_) == Tense::past ? nearest - 1 : nearest;
}

/// The year that dates without one belong to because the sentence is about it: "In 2019 …, in
/// May …". Only years gone; 0 where there is none.
int DateFinder::narrative_year() const {
  if (told_year_ == 0 || told_year_ >= this_year() || first_ < taken_) return 0;
  for (std::size_t k = taken_; k < first_; ++k)
    if (kind(k) == DateToken::mark && (mark(k) == '\n' || mark(k) == '!' || mark(k) == '?' ||
                                       (!lexicon_.is_cjk() && (mark(k) == '.' || mark(k) == ';'))))
      return 0;
  return told_year_;
}

bool DateFinder::finish_day(int day, int last_day, int month,
                            const std::optional<std::pair<int, std::size_t>>& year,
                            std::size_t end) {
  const int y = year ? year->first : year_of_day(month, day);
  if (!is_day(y, month, std::max(day, last_day))) return false;
  std::string text = print_day(day_of(y, month, day));
  if (last_day) text += "/" + print_day(day_of(y, month, last_day));
  return done(year ? year->second : end, std::move(text), year ? Open::none : Open::year);
}

/// "18 and 19 June", "22. & 23. August": the first has its month from the last.
bool DateFinder::day_listed(std::size_t i) {
  auto [day, end] = day_named(i);
  if (day == 0 || depth_ > 1) return false;
  std::size_t k = end;
  for (int n = 0; n < 3 && is_mark(k, ',') && is_day_number(k + 1); ++n)
    k = day_named(k + 1).second;
  if (!has(k, DateWord::both) && !is_mark(k, '&')) return false;
  ++k;
  while (has(k, DateWord::day_cue | DateWord::join) && month(k) == 0) ++k;
  if (!is_day_number(k) || value(k) <= day) return false;
  const auto last = piece(k);
  start(i);
  if (!last || last->resolved.size() != 10 || last->open == Open::month) return false;
  const int year = std::stoi(last->resolved.substr(0, 4));
  const int month = std::stoi(last->resolved.substr(5, 2));
  if (!is_day(year, month, day) || day_of(year, month, day) >= days_of(last->resolved).first)
    return false;
  return done(end, print_day(day_of(year, month, day)), last->open);
}

bool DateFinder::month_of_cue(std::size_t, std::size_t k, int day) {
  const bool behind = unit(k) == 'm';
  if ((!behind && unit(k + 1) != 'm') || has(k, DateWord::plural) || has(k + 1, DateWord::plural))
    return false;
  const auto offset = which(entry(behind ? k + 1 : k));  // "20th of the current month"
  if (!offset) return false;
  const auto [year, month] = month_from_now(*offset);
  return is_day(year, month, day) && done(k + 2, print_day(day_of(year, month, day)));
}

bool DateFinder::vietnamese_day(std::size_t i) {
  if (!is_day_number(i) || !has(i + 1, DateWord::month_next) || value(i + 2) < 1 ||
      value(i + 2) > 12)
    return false;
  include_cue(i);
  return finish_day(value(i), 0, value(i + 2), year_behind(i + 3), i + 3);
}

bool DateFinder::year_first(std::size_t i) {
  if (!is_year_number(i)) return false;
  const std::size_t k = is_mark(i + 1, '.') ? i + 2 : i + 1;
  if (month(k) > 0 && !has(k, DateWord::weak)) {
    if (is_day_number(k + 1) && is_day(value(i), month(k), value(k + 1)))
      return done(k + 2, print_day(day_of(value(i), month(k), value(k + 1))));
    return done(k + 1, print_month(value(i), month(k)));
  }
  if (has(i + 1, DateWord::year_behind)) {
    if (month(i + 2) > 0 && lexicon_.language() == "tr")  // "2024 yılının şubat ayı"
      return done(has(i + 3, DateWord::year_behind) ? i + 4 : i + 3,
                  print_month(value(i), month(i + 2)));
    return done(i + 2, std::to_string(value(i)));
  }
  const bool suffix = lexicon_.language() == "tr" &&
                      (is_mark(i + 1, '\'') || is_mark(i + 1, 0x2019)) && glued(i + 1) &&
                      i + 2 < tokens_.size() && kind(i + 2) == DateToken::word && glued(i + 2);
  return suffix && plausible_year(value(i)) && done(i + 1, std::to_string(value(i)));
}

bool DateFinder::bare_year(std::size_t i) {
  if (!is_year_number(i) || !plausible_year(value(i)) || i == 0) return false;
  // "in 2007 and 2009", "2014-2018"
  const bool listed = last_year_ > 0 && i == last_year_ + 1 && unit(i + 1) == 0 &&
                      (kind(i - 1) == DateToken::word || is_mark(i - 1, ',') ||
                       is_mark(i - 1, '-') || is_mark(i - 1, 0x2013));
  if (listed) return done(i + 1, std::to_string(value(i)));
  if (expected_ && digits(i) == 4 && unit(i + 1) == 0 && month(i + 1) == 0)
    return done(i + 1, std::to_string(value(i)));
  if (!has(i - 1, DateWord::year_next)) return false;
  if (is_mark(i + 1, ',') && glued(i + 1) && is_number(i + 2) && glued(i + 2)) return false;
  const std::uint32_t strong = DateWord::year_next;
  if (unit(i + 1) != 0 || !has(i - 1, strong)) return false;
  if (unit(i - 1) == 'y') first_ = i - 1;
  return done(i + 1, std::to_string(value(i)));
}

}  // namespace kaynak::text_detail
