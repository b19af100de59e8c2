#include "base/time.h"

#include <array>
#include <cstdio>

#include "base/strings.h"

namespace kaynak {
namespace {

using std::chrono::floor;
using std::chrono::minutes;

constexpr std::array<const char*, 12> kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                 "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<const char*, 7> kWeekdays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

struct Parts {
  std::chrono::year_month_day day;
  int hour, minute, second;
};

Parts parts_of(Time at) {
  const auto day = floor<std::chrono::days>(at);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(at - day).count();
  return {std::chrono::year_month_day(day), static_cast<int>(seconds / 3600),
          static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60)};
}

std::string print(Time local, const char* zone) {
  const auto p = parts_of(local);
  char out[48];
  std::snprintf(out, sizeof out, "%04d-%02u-%02uT%02d:%02d:%02d%s", static_cast<int>(p.day.year()),
                static_cast<unsigned>(p.day.month()), static_cast<unsigned>(p.day.day()), p.hour,
                p.minute, p.second, zone);
  return out;
}

/// A cursor over ASCII text.
struct Scanner {
  std::string_view rest;

  bool take(char c) {
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
    return true;
  }
  void skip_space() {
    while (take(' ') || take('\t')) {
    }
  }
  /// Between `least` and `most` digits as a number; -1 where there are fewer.
  int digits(int least, int most) {
    int value = 0, n = 0;
    while (n < most && !rest.empty() && rest.front() >= '0' && rest.front() <= '9') {
      value = value * 10 + (rest.front() - '0');
      rest.remove_prefix(1);
      ++n;
    }
    return n < least ? -1 : value;
  }
  std::string_view letters() {
    std::size_t n = 0;
    while (n < rest.size() && ((rest[n] | 32) >= 'a' && (rest[n] | 32) <= 'z')) ++n;
    const auto word = rest.substr(0, n);
    rest.remove_prefix(n);
    return word;
  }
};

std::optional<Time> make_time(int year, int month, int day, int hour, int minute, int second) {
  const std::chrono::year_month_day date{std::chrono::year(year),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (year < 1 || year > 9999 || !date.ok() || hour < 0 || hour > 24 || minute < 0 || minute > 59 ||
      second < 0 || second > 60)
    return std::nullopt;
  return std::chrono::sys_days(date) + std::chrono::hours(hour) + minutes(minute) +
         std::chrono::seconds(second);
}

/// "+03:00", "+0300", "+03" behind a sign.
std::optional<minutes> numeric_offset(Scanner* in, int sign) {
  const int hour = in->digits(1, 2);
  if (hour < 0 || hour > 15) return std::nullopt;
  in->take(':');
  const int minute = in->digits(2, 2);
  if (minute > 59) return std::nullopt;
  return minutes(sign * (hour * 60 + (minute < 0 ? 0 : minute)));
}

std::optional<minutes> named_zone(std::string_view name) {
  static constexpr std::pair<const char*, int> zones[] = {
      {"GMT", 0},    {"UTC", 0},    {"UT", 0},     {"Z", 0},      {"WET", 0},    {"EST", -300},
      {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480},
      {"PDT", -420}, {"CET", 60},   {"CEST", 120}, {"MEZ", 60},   {"MESZ", 120}, {"EET", 120},
      {"EEST", 180}, {"MSK", 180},  {"BST", 60},   {"IST", 330},  {"JST", 540},  {"KST", 540},
      {"TRT", 180},  {"ICT", 420}};
  for (const auto& [zone, offset] : zones)
    if (iequals(name, zone)) return minutes(offset);
  return std::nullopt;
}

/// Hour, minute and optional second with fraction. False where it is no time of day.
bool clock_time(Scanner* in, int* hour, int* minute, int* second, int* milliseconds = nullptr) {
  *hour = in->digits(1, 2);
  if (*hour < 0) return false;
  const bool colon = in->take(':');
  *minute = in->digits(2, 2);
  if (*minute < 0) return false;
  *second = 0;
  const auto before = in->rest;
  if (!colon || in->take(':')) {
    const int s = in->digits(2, 2);
    if (s >= 0)
      *second = s;
    else
      in->rest = before;
  }
  if (in->take('.') || in->take(',')) {
    const auto digits = in->rest;
    in->digits(1, 9);
    const auto n = std::min<std::size_t>(digits.size() - in->rest.size(), 3);
    if (milliseconds != nullptr)
      for (std::size_t i = 0, scale = 100; i < n; ++i, scale /= 10)
        *milliseconds += (digits[i] - '0') * static_cast<int>(scale);
  }
  return true;
}

}  // namespace

Time system_now() { return floor<Milliseconds>(std::chrono::system_clock::now()); }
Clock system_clock() { return system_now; }
Clock fixed_clock(Time at) {
  return [at] { return at; };
}

std::string to_rfc3339(Time at) { return print(at, "Z"); }

std::string to_rfc3339(const ZonedTime& at) {
  if (at.offset == minutes(0)) return print(at.utc, "Z");
  const auto o = std::abs(static_cast<int>(at.offset.count()));
  char zone[16];
  std::snprintf(zone, sizeof zone, "%c%02d:%02d", at.offset.count() < 0 ? '-' : '+', o / 60 % 100,
                o % 60);
  return print(at.utc + at.offset, zone);
}

std::string to_day(const ZonedTime& at) { return to_rfc3339(at.utc + at.offset).substr(0, 10); }

std::string to_http_date(Time at) {
  const auto p = parts_of(at);
  const std::chrono::weekday weekday{std::chrono::sys_days(p.day)};
  char out[48];
  std::snprintf(out, sizeof out, "%s, %02u %s %04d %02d:%02d:%02d GMT",
                kWeekdays[weekday.c_encoding()], static_cast<unsigned>(p.day.day()),
                kMonths[static_cast<unsigned>(p.day.month()) - 1], static_cast<int>(p.day.year()),
                p.hour, p.minute, p.second);
  return out;
}

std::optional<ZonedTime> parse_iso8601(std::string_view text) {
  Scanner in{trim(text)};
  const int year = in.digits(4, 4);
  const bool dashes = in.take('-') || in.take('/');
  const int month = in.digits(dashes ? 1 : 2, 2);
  if (dashes && !in.take('-') && !in.take('/')) return std::nullopt;
  const int day = in.digits(dashes ? 1 : 2, 2);
  if (year < 0 || month < 0 || day < 0) return std::nullopt;
  int hour = 0, minute = 0, second = 0, milliseconds = 0;
  ZonedTime out;
  out.has_time = false;
  const auto after_day = in.rest;
  const bool separated = in.take('T') || in.take('t') || in.take(' ');
  if (!separated && !after_day.empty() && after_day.front() >= '0' && after_day.front() <= '9')
    return std::nullopt;
  if (separated) {
    in.skip_space();
    out.has_time = clock_time(&in, &hour, &minute, &second, &milliseconds);
    if (!out.has_time) hour = minute = second = milliseconds = 0;
  }
  if (out.has_time) {
    in.skip_space();
    if (in.take('+'))
      out.offset = numeric_offset(&in, 1).value_or(minutes(0));
    else if (in.take('-'))
      out.offset = numeric_offset(&in, -1).value_or(minutes(0));
    else if (const auto zone = named_zone(in.letters()))
      out.offset = *zone;
  }
  const auto local = make_time(year, month, day, hour, minute, second);
  if (!local) return std::nullopt;
  out.utc = *local - out.offset + Milliseconds(milliseconds);
  return out;
}

std::optional<ZonedTime> parse_rfc822(std::string_view text) {
  Scanner in{trim(text)};
  const auto weekday = in.letters();
  if (!weekday.empty() && !in.take(',') && !in.take('.') && in.rest.empty()) return std::nullopt;
  in.skip_space();
  const int day = in.digits(1, 2);
  in.skip_space();
  in.take('-');
  const auto name = in.letters();
  in.skip_space();
  in.take('-');
  int year = in.digits(2, 4);
  if (day < 0 || name.size() < 3 || year < 0) return std::nullopt;
  if (year < 100) year += year < 70 ? 2000 : 1900;
  int month = 0;
  for (int m = 0; m < 12; ++m)
    if (iequals(name.substr(0, 3), kMonths[static_cast<std::size_t>(m)])) month = m + 1;
  if (month == 0) return std::nullopt;
  in.skip_space();
  int hour = 0, minute = 0, second = 0;
  ZonedTime out;
  out.has_time = clock_time(&in, &hour, &minute, &second);
  if (!out.has_time) hour = minute = second = 0;
  in.skip_space();
  if (in.take('+'))
    out.offset = numeric_offset(&in, 1).value_or(minutes(0));
  else if (in.take('-'))
    out.offset = numeric_offset(&in, -1).value_or(minutes(0));
  else if (const auto zone = named_zone(in.letters()))
    out.offset = *zone;
  const auto local = make_time(year, month, day, hour, minute, second);
  if (!local) return std::nullopt;
  out.utc = *local - out.offset;
  return out;
}

}  // namespace kaynak
