#include <algorithm>

#include "text/calendars_icu.h"
#include "text/dates_finder.h"

namespace kaynak::text_detail {

using std::chrono::days;

namespace {

constexpr int kMonths = 100;  // 101 to 112 are Persian, 201 to 212 Islamic

Calendar calendar_of(int foreign) {
  return foreign / kMonths == 1 ? Calendar::persian : Calendar::islamic;
}

/// From the first day of a month to the last.
std::string month_in(Calendar calendar, int year, int month) {
  const auto first = day_in(calendar, year, month, 1);
  const auto next = day_in(calendar, month == 12 ? year + 1 : year, month % 12 + 1, 1);
  return first && next ? print_span(*first, *next - days(1)) : std::string();
}

std::string whole_year(Calendar calendar, int year) {
  const auto first = day_in(calendar, year, 1, 1), next = day_in(calendar, year + 1, 1, 1);
  return first && next ? print_span(*first, *next - days(1)) : std::string();
}

constexpr int kThaiEra = 543;

/// "2569" in Thai is 2026.
bool is_buddhist(const DateToken& token) {
  return token.digits == 4 && token.value >= 2400 && token.value <= 2643;
}

}  // namespace

/// "25 พ.ย. 2569", "พ.ศ. 2569": abbreviations are one word, the era goes, years become Gregorian.
void DateFinder::read_thai() {
  const auto written = [&](const DateToken& from, const DateToken& to) {
    return s_.substr(from.begin, to.end - from.begin);
  };
  std::vector<DateToken> kept;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    DateToken token = tokens_[i];
    if (is_buddhist(token)) token.value -= kThaiEra;
    if (token.kind == DateToken::word && is_mark(i + 1, '.') && kind(i + 2) == DateToken::word &&
        glued(i + 1) && glued(i + 2)) {
      const std::string_view word = written(token, tokens_[i + 2]);
      const std::size_t end = is_mark(i + 3, '.') && glued(i + 3) ? i + 3 : i + 2;
      const bool era = word == "พ.ศ" || word == "ค.ศ";
      if (era && is_number(end + 1)) {
        i = end;
        continue;
      }
      if (const DateWord* known = lexicon_.find(word)) {
        token.entry = known;
        token.end = tokens_[end].end;
        i = end;
      }
    }
    kept.push_back(token);
  }
  tokens_ = std::move(kept);
}

/// Behind "هـ", "AH", "هجرية"; `i` itself where there is none.
std::size_t DateFinder::behind_hijri(std::size_t i) const {
  static constexpr std::string_view list[] = {"هـ",   "ه",      "هجرية", "هجري", "هجرى",
                                              "هجری", "للهجرة", "AH",    "H"};
  if (i >= tokens_.size() || kind(i) != DateToken::word) return i;
  const std::string_view word = s_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin);
  return std::find(std::begin(list), std::end(list), word) != std::end(list) ? i + 1 : i;
}

/// A year of the Hijra behind a month, perhaps behind "of the year"; the token behind it.
std::optional<std::pair<int, std::size_t>> DateFinder::hijri_year(std::size_t i) const {
  constexpr int kFirst = 1200, kLast = 1599;
  std::size_t k = behind_links(is_mark(i, ',') || is_mark(i, 0x60C) ? i + 1 : i);
  if (unit(k) == 'y' && !which(entry(k))) ++k;
  if (!is_number(k) || digits(k) != 4 || value(k) < kFirst || value(k) > kLast) return std::nullopt;
  return std::pair(value(k), behind_hijri(k + 1));
}

/// "15 رمضان 1447 هـ", "۴ آذر ۱۴۰۵", "آذرماه", "سال ۱۴۰۴".
bool DateFinder::other_calendar(std::size_t i) {
  if (is_number(i) && digits(i) == 4) return other_year(i);
  const auto foreign = [&](std::size_t k) { return entry(k) ? entry(k)->foreign : 0; };
  int day = 0;
  std::size_t k = i;
  if (foreign(i) == 0) {
    std::tie(day, k) = day_named(i);
    if (day == 0) return false;
    k = behind_links(k);
    if (unit(k) == 'm' && foreign(k + 1)) ++k;  // "شهر رمضان"
    if (foreign(k) == 0) return false;
  }
  const Calendar calendar = calendar_of(foreign(k));
  const int month = foreign(k) % kMonths;
  const std::size_t end = unit(k + 1) == 'm' ? k + 2 : k + 1;  // "آذر ماه"
  if (const auto year = hijri_year(end)) {
    if (day == 0) return done(year->second, month_in(calendar, year->first, month));
    const auto at = day_in(calendar, year->first, month, day);
    return at && done(year->second, print_day(*at));
  }
  // Elsewhere their names are those of persons, too.
  if (lexicon_.language() != "ar" && lexicon_.language() != "fa") return false;
  const int now = year_in(calendar, today());
  const auto distance = [&](sys_days at) { return std::labs((at - today()).count()); };
  std::optional<sys_days> nearest;
  int year = 0;
  for (int y = now - 1; y <= now + 1; ++y)
    if (const auto at = day_in(calendar, y, month, day ? day : 15);
        at && (!nearest || distance(*at) < distance(*nearest))) {
      nearest = at;
      year = y;
    }
  if (!nearest) return false;
  if (day > 0) return done(end, print_day(*nearest));
  const bool named = end > k + 1 || !has(k, DateWord::weak);
  return named && calendar == Calendar::persian && done(end, month_in(calendar, year, month));
}

/// "سال ۱۴۰۴", "عام 1447هـ".
bool DateFinder::other_year(std::size_t i) {
  const auto year = hijri_year(i);
  if (!year) return false;
  const bool told = i > 0 && unit(i - 1) == 'y';
  const bool persian = lexicon_.language() == "fa";
  if (year->second == i + 1 && !(persian && told)) return false;
  if (told) first_ = i - 1;
  return done(year->second,
              whole_year(persian ? Calendar::persian : Calendar::islamic, year->first));
}

/// "۱۴۰۵/۰۹/۰۴", "1447/9/15هـ": figures whose year is one of the Hijra; empty where it is none.
std::string DateFinder::hijri_figures(int year, int month, int day, std::size_t end) const {
  constexpr int kFirst = 1200, kLast = 1500;
  if (year < kFirst || year >= kLast) return {};
  const bool persian = lexicon_.language() == "fa";
  if (!persian && behind_hijri(end) == end) return {};
  const auto at = day_in(persian ? Calendar::persian : Calendar::islamic, year, month, day);
  return at ? print_day(*at) : std::string();
}

}  // namespace kaynak::text_detail
