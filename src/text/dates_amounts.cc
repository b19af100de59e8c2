#include <algorithm>

#include "text/dates_finder.h"

namespace kaynak::text_detail {

using std::chrono::days;

namespace {

constexpr int kMostUnits = 500;

/// Larger units first.
int rank(char unit) {
  const std::size_t at = std::string_view("snhdwfmqby").find(unit);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

int days_in(char unit) {
  constexpr int kHalfMonth = 15;  // "quincena"
  return unit == 'd' ? 1 : unit == 'w' ? 7 : unit == 'f' ? kHalfMonth : 0;
}

}  // namespace

/// "couple": a number without its unit.
bool DateFinder::is_couple(std::size_t i) const {
  return entry(i) != nullptr && entry(i)->count > 0 && entry(i)->unit == 0;
}

/// "3 weeks", "2 weeks and 2 days", "два года 3 месяца", "يومين": at most `parts` units, each
/// smaller than the one before.
std::optional<DateFinder::Amount> DateFinder::amount(std::size_t i, int parts) const {
  Amount sum;
  std::size_t k = i;
  for (int n = 0; n < parts; ++n) {
    std::size_t at = k;
    int count = 1;
    if (is_number(at)) {
      count = value(at++);
      if (has(at, DateWord::join) && unit(at) == 0) ++at;
    } else if (is_couple(at)) {
      count = entry(at)->count;
      at = behind_joins(at + 1);
    } else if (entry(at) == nullptr || entry(at)->count == 0) {
      break;
    }
    const char u = unit(at);
    if (rank(u) < 0 || count < 0 || count > kMostUnits || (n > 0 && rank(u) >= rank(sum.unit)))
      break;
    count *= std::max(1, entry(at)->count);
    sum.months += count * month_count(u);
    sum.days += count * days_in(u);
    sum.count = count;
    sum.unit = u;
    ++sum.parts;
    sum.end = k = at + 1;
    if (is_mark(k, ',') || has(k, DateWord::both)) ++k;
  }
  if (sum.parts == 0) return std::nullopt;
  return sum;
}

/// The unit at `i`, once.
DateFinder::Amount DateFinder::one(std::size_t i) const {
  return {month_count(unit(i)), days_in(unit(i)), 1, unit(i), 1, i + 1};
}

/// `day` and what was counted from it, or before it.
sys_days DateFinder::moved(sys_days day, const Amount& by, int sign) {
  if (by.months) day = add_months(day, sign * by.months);
  return day + days(sign * by.days);
}

/// "three Fridays ago", "two Mondays from now".
bool DateFinder::weekdays_counted(std::size_t i, std::size_t k) {
  constexpr int kMost = 30;
  if (entry(k) == nullptr || entry(k)->weekday == 0 || value(i) <= 0 || value(i) >= kMost)
    return false;
  const int way = has(k + 1, DateWord::ago_behind) ? -1 : has(k + 1, DateWord::in_behind) ? 1 : 0;
  const sys_days nearest =
      way < 0 ? bare_weekday(entry(k)->weekday) : coming_weekday(entry(k)->weekday);
  const int whole = value(i) - (nearest == today() ? 0 : 1);
  return way != 0 && done(k + 2, print_day(nearest + days(7 * way * whole)));
}

/// "3 days ago", "3 ngày trước", "3日前", "이틀 전", "2 weeks and 2 days ago".
bool DateFinder::ago_or_in(std::size_t i) {
  constexpr int kParts = 3;
  if (is_number(i)) {
    const std::size_t k = has(i + 1, DateWord::join) && unit(i + 1) == 0 ? i + 2 : i + 1;
    if (weekdays_counted(i, k)) return true;
  }
  const auto by = amount(i, kParts);
  if (!by) return false;
  const std::size_t k = by->end;
  if (has(k, DateWord::later))
    if (const auto told = later(*by, k + 1)) return *told;
  const int sign = has(k, DateWord::ago_behind) ? -1 : has(k, DateWord::in_behind) ? 1 : 0;
  return sign != 0 && finish_shift(*by, sign, k + 1);
}

/// "Two days later", from a day of the story; no value where the text has told none.
std::optional<bool> DateFinder::later(const Amount& by, std::size_t end) {
  if (by.unit == 'y') return told_year_ > 0 && done(end, std::to_string(told_year_ + by.count));
  if (by.unit == 'm') return false;
  if (anchor_ && by.days > 0) return done(end, print_day(moved(*anchor_, by, 1)));
  return std::nullopt;
}

/// Whether "in week" is "in a week": languages without articles.
bool DateFinder::counts_bare() const {
  static constexpr std::string_view list[] = {"ru", "uk", "pl", "cs", "hr", "bg", "ar", "he"};
  return std::find(std::begin(list), std::end(list), lexicon_.language()) != std::end(list);
}

bool DateFinder::prefixed(std::size_t i) {
  constexpr int kParts = 3;
  const int sign = has(i, DateWord::ago_before) ? -1 : has(i, DateWord::in_before) ? 1 : 0;
  if (sign == 0) return false;
  std::size_t k = behind_joins(i + 1);
  for (int n = 0; n < 2 && has(k, DateWord::roughly); ++n) k = behind_joins(k + 1);
  auto by = amount(k, kParts);
  if (!by) {  // "vor Woche"
    if (!unit(k) || rank(unit(k)) < 0 || is_number(k) || has(k, DateWord::plural) ||
        (sign > 0 && (k > i + 1 || !counts_bare())))
      return false;
    by = one(k);
  }
  const std::size_t last = by->end - 1;
  if (which(entry(by->end)) || unit(by->end) ||  // "in nearly a quarter century"
      (sign > 0 && by->count == 1 && has(last, DateWord::year_next) && is_number(by->end)))
    return false;
  return finish_shift(*by, sign, by->end);
}

bool DateFinder::finish_shift(const Amount& by, int sign, std::size_t end) {
  if (rank(by.unit) < rank('d')) return false;  // not what a reader would call a date
  // "The worst crash in 30 years killed …" looks back.
  constexpr int far_years = 5;
  if (by.unit == 'y' && sign * by.count >= far_years && tense(first_) == Tense::past) return false;
  if (by.days > 0) return done(end, print_day(moved(today(), by, sign)));
  if (by.parts == 1 && by.unit != 'b') return done(end, relative(by.unit, sign * by.count));
  return done(end, relative('m', sign * by.months));
}

/// "the last three days", "2 next weeks", "3 meses que vienen", "앞으로 사흘".
bool DateFinder::counted(std::size_t i) {
  constexpr int kMost = 200;
  std::size_t k = i;
  auto sign = which(entry(i));
  if (!sign && counts_onward(i)) sign = 1;
  if (sign) k = behind_links(i + 1);
  int count = 1;
  if (is_number(k)) {
    count = value(k++);
    if (count < 1 || count > kMost) return false;
    k = behind_counter(k);
  } else if (entry(k) == nullptr || entry(k)->count == 0) {
    return false;
  }
  if (!sign) {
    const std::size_t told = behind_links(k);
    sign = which(entry(told));
    if (sign && unit(told) == 0 && unit(told + 1))
      k = told + 1;
    else
      sign.reset();
  }
  const char u = unit(k);
  if (u == 0) return false;
  std::size_t end = k + 1;
  if (!sign) {
    sign = which(entry(end));
    if (!sign || has(end, DateWord::ago_behind) || unit(end + 1) || month(end + 1)) return false;
    ++end;
  }
  return *sign != 0 && finish_count(u, count * std::max(1, entry(k)->count), *sign, end);
}

/// "后三天", "後一年": "behind" before what is counted, where nothing stands before it.
bool DateFinder::counts_onward(std::size_t i) const {
  return lexicon_.is_cjk() && has(i, DateWord::in_behind) && is_number(i + 1) && unit(i + 2) &&
         (i == 0 || !glued(i) || (kind(i - 1) == DateToken::word && entry(i - 1) == nullptr));
}

bool DateFinder::finish_count(char u, int count, int sign, std::size_t end) {
  const int months = month_count(u) * count;
  const int whole_days = days_in(u) * count;
  if ((months == 0 && whole_days == 0) || this_year() * 12 + sign * months < 12 * 1000)
    return false;
  if (u == 'q') {  // quarters are counted whole
    const int now = this_year() * 4 + (this_month() - 1) / 3;
    const int first = sign > 0 ? now + 1 : now - count;
    return done(end, print_months(first / 4, first % 4 * 3 + 1, 3 * count));
  }
  const auto there = [&](int way) {
    return months ? add_months(today(), way * months) : today() + days(way * whole_days);
  };
  return done(end, sign < 0 ? print_span(there(-1), today() - days(1))
                            : print_span(today() + days(1), there(1)));
}

}  // namespace kaynak::text_detail
