#include <array>

#include "extract/page_dates.h"

namespace kaynak::extract_detail {
namespace {

bool digit_at(std::string_view s, std::size_t i) {
  return i < s.size() && s[i] >= '0' && s[i] <= '9';
}
/// Reads `digits` figures at `i`; -1 where they are not there.
int figures(std::string_view s, std::size_t i, std::size_t digits) {
  int n = 0;
  for (std::size_t k = i; k < i + digits; ++k) {
    if (!digit_at(s, k)) return -1;
    n = n * 10 + (s[k] - '0');
  }
  return n;
}
bool is_separator(char c) { return c == '/' || c == '-' || c == '_' || c == '.'; }

std::optional<ZonedTime> make_day(int y, int m, int d) {
  using namespace std::chrono;
  if (y < 1995 || y > 2100 || m < 1 || d < 1) return std::nullopt;
  const year_month_day date{year{y}, month{static_cast<unsigned>(m)},
                            day{static_cast<unsigned>(d)}};
  if (!date.ok()) return std::nullopt;
  return ZonedTime{Time(sys_days(date)), {}, false};
}

/// One or two figures at `*i`, which is moved behind them; -1 where there are none or more.
int short_number(std::string_view s, std::size_t* i) {
  const std::size_t digits = digit_at(s, *i + 1) ? 2 : 1;
  const int n = figures(s, *i, digits);
  if (n < 0 || digit_at(s, *i + digits)) return -1;
  *i += digits;
  return n;
}

/// "aug", "August": the English names, which addresses of all languages use; 0 where none is.
int month_word(std::string_view s, std::size_t* i) {
  static constexpr std::array<std::string_view, 12> months = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string word;
  for (std::size_t k = *i; k < s.size() && word.size() < 10; ++k) {
    const char c = static_cast<char>(s[k] | 0x20);
    if (c < 'a' || c > 'z') break;
    word += c;
  }
  for (std::size_t m = 0; m < months.size(); ++m)
    if (word == months[m] || word == months[m].substr(0, 3)) {
      *i += word.size();
      return static_cast<int>(m) + 1;
    }
  return 0;
}

std::size_t digits_at(std::string_view s, std::size_t i) {
  std::size_t n = 0;
  while (digit_at(s, i + n)) ++n;
  return n;
}

/// Whether a run of figures that begins with a day may go on with the hour or a number of the day:
/// "A2026081514320005196". An archive's own ("/web/20260815143200/http://…") is that of the copy.
bool is_numbered_day(std::string_view url, std::size_t i, std::size_t digits) {
  constexpr std::size_t day = 8, shortest = 11, longest = 20;
  if (digits == day) return true;
  return digits >= shortest && digits <= longest && !url.substr(i + digits).starts_with("/http") &&
         !url.substr(i + digits, 8).ends_with("/http");
}

/// "2026/08/15", "2026-8-15", "2026/aug/15", "20260815" at `i`.
std::optional<ZonedTime> year_first(std::string_view url, std::size_t i) {
  const int y = figures(url, i, 4);
  if (y < 1995 || y > 2100) return std::nullopt;
  i += 4;
  if (digit_at(url, i))
    return is_numbered_day(url, i - 4, 4 + digits_at(url, i))
               ? make_day(y, figures(url, i, 2), figures(url, i + 2, 2))
               : std::nullopt;
  if (i >= url.size() || !is_separator(url[i])) return std::nullopt;
  const char separator = url[i++];
  int m = digit_at(url, i) ? short_number(url, &i) : month_word(url, &i);
  if (m <= 0 || i >= url.size() || url[i] != separator) return std::nullopt;
  ++i;
  const int d = short_number(url, &i);
  return d > 0 ? make_day(y, m, d) : std::nullopt;
}

/// "15-08-2026", "15082026" at `i`; the day comes first, as it does nearly everywhere where the
/// year is last.
std::optional<ZonedTime> year_last(std::string_view url, std::size_t i) {
  if (digits_at(url, i) == 8)
    return make_day(figures(url, i + 4, 4), figures(url, i + 2, 2), figures(url, i, 2));
  const int d = short_number(url, &i);
  if (d <= 0 || i >= url.size() || !is_separator(url[i])) return std::nullopt;
  const char separator = url[i++];
  const int m = short_number(url, &i);
  if (m <= 0 || i >= url.size() || url[i] != separator || digit_at(url, i + 5)) return std::nullopt;
  const int y = figures(url, i + 1, 4);
  return m > 12 ? make_day(y, d, m) : make_day(y, m, d);
}

}  // namespace

std::optional<ZonedTime> date_in_url(std::string_view url) {
  url = url.substr(0, 2048);
  for (std::size_t i = 0; i + 8 <= url.size(); ++i) {
    if (!digit_at(url, i) || (i > 0 && digit_at(url, i - 1))) continue;
    if (const auto t = year_first(url, i)) return t;
    if (const auto t = year_last(url, i)) return t;
  }
  return std::nullopt;
}

}  // namespace kaynak::extract_detail
