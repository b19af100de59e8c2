#include "gather/feed_date.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

using std::chrono::minutes;

struct Parts {
  int year = -1, month = -1, day = -1, hour = 0, minute = 0, second = 0;
  bool has_time = false;
  minutes offset{0};
};

int to_int(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 8)) value = value * 10 + (c - '0');
  return value;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int month_of(std::string_view word) {
  static constexpr std::array<std::string_view, 12> names = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return -1;
  const auto start = ascii_lower(word.substr(0, 3));
  const auto* found = std::find(names.begin(), names.end(), start);
  return found == names.end() ? -1 : static_cast<int>(found - names.begin()) + 1;
}

/// "8:05", "08:05:00", "8:05:00.5".
bool read_clock(std::string_view word, Parts* parts) {
  const auto fields = split(word.substr(0, word.find('.')), ':');
  if (fields.size() < 2 || fields.size() > 3) return false;
  for (const auto field : fields)
    if (!all_digits(field) || field.size() > 2) return false;
  parts->hour = to_int(fields[0]);
  parts->minute = to_int(fields[1]);
  parts->second = fields.size() == 3 ? to_int(fields[2]) : 0;
  return parts->has_time = true;
}

/// "+0300", "-03:00", "GMT+3". False where it is no offset.
bool read_offset(std::string_view word, Parts* parts) {
  const auto sign = word.find_first_of("+-");
  if (sign == std::string_view::npos || !parts->has_time) return false;
  const auto digits = replace_all(std::string(word.substr(sign + 1)), ":", "");
  if (!all_digits(digits) || digits.size() > 4) return false;
  const int value = to_int(digits);
  const int total = digits.size() <= 2 ? value * 60 : value / 100 * 60 + value % 100;
  parts->offset = minutes(word[sign] == '-' ? -total : total);
  return total <= 15 * 60;
}

bool read_zone_name(std::string_view word, Parts* parts) {
  const auto probe = parse_rfc822("Thu, 01 Jan 2004 00:00:00 " + std::string(word));
  if (probe && probe->offset != minutes(0)) parts->offset = probe->offset;
  return true;  // unknown names are UTC
}

void read_number(std::string_view word, Parts* parts) {
  const int value = to_int(word);
  if (word.size() == 4 && parts->year < 0)
    parts->year = value;
  else if (word.size() <= 2 && parts->day < 0 && value >= 1 && value <= 31)
    parts->day = value;
  else if (word.size() <= 2 && parts->year < 0)
    parts->year = value + (value < 70 ? 2000 : 1900);
}

/// Words of a date in any order around an English month name.
std::optional<Parts> read_words(std::string_view text) {
  Parts parts;
  std::string spaced;
  for (const char c : text.substr(0, 80)) {
    const bool part_of_date = c == '-' && !parts.has_time && spaced.find(':') == std::string::npos;
    spaced += c == ',' || c == '(' || c == ')' || part_of_date ? ' ' : c;
  }
  for (auto word : split(spaced, ' ')) {
    word = trim(word);
    if (word.empty()) continue;
    const auto lower = ascii_lower(word);
    if (read_clock(word, &parts)) continue;
    if (lower == "pm" || lower == "am") {
      if (parts.hour > 12) continue;
      parts.hour = parts.hour % 12 + (lower == "pm" ? 12 : 0);
    } else if (read_offset(word, &parts)) {
      continue;
    } else if (all_digits(word)) {
      read_number(word, &parts);
    } else if (word.size() > 2 && all_digits(word.substr(0, word.size() - 2))) {
      read_number(word.substr(0, word.size() - 2), &parts);  // "5th"
    } else if (parts.month < 0 && month_of(word) > 0) {
      parts.month = month_of(word);
    } else if (parts.has_time) {
      read_zone_name(word, &parts);
    }
  }
  if (parts.year < 0 || parts.month < 0 || parts.day < 0) return std::nullopt;
  return parts;
}

std::optional<ZonedTime> zoned(const Parts& p) {
  const std::chrono::year_month_day day{std::chrono::year(p.year),
                                        std::chrono::month(static_cast<unsigned>(p.month)),
                                        std::chrono::day(static_cast<unsigned>(p.day))};
  if (!day.ok() || p.hour > 24 || p.minute > 59 || p.second > 60) return std::nullopt;
  ZonedTime out;
  out.utc = std::chrono::sys_days(day) + std::chrono::hours(p.hour) + minutes(p.minute) +
            Seconds(p.second) - p.offset;
  out.offset = p.offset;
  out.has_time = p.has_time;
  return out;
}

}  // namespace

std::optional<ZonedTime> parse_feed_date(std::string_view text) {
  // RFC 822 folds lines and lets blanks stand around its commas.
  const auto folded = replace_all(fold_space(clip_utf8(trim(text.substr(0, 200)), 200)), " ,", ",");
  text = folded;
  if (text.empty()) return std::nullopt;
  if (auto iso = parse_iso8601(text)) return iso;
  const auto end = ascii_lower(text.substr(text.size() - std::min<std::size_t>(2, text.size())));
  const bool half_days = end == "am" || end == "pm";
  if (auto rfc = parse_rfc822(text); rfc && !half_days) return rfc;
  if (const auto parts = read_words(text)) return zoned(*parts);
  // "2004-06", "2004": the first day of it.
  if (text.size() == 7 && text[4] == '-') return parse_iso8601(std::string(text) + "-01");
  if (text.size() == 4 && all_digits(text)) return parse_iso8601(std::string(text) + "-01-01");
  return std::nullopt;
}

}  // namespace kaynak::gather_detail
