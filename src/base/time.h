/// @file Instants, and the clock that is passed to whoever needs to know the time.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kaynak {

/// An instant, UTC, millisecond resolution.
using Time = std::chrono::sys_time<std::chrono::milliseconds>;
using Milliseconds = std::chrono::milliseconds;
using Seconds = std::chrono::seconds;

/// Where stages get "now" from: the system's clock in production, the archive's on replay, a fixed
/// one in tests.
using Clock = std::function<Time()>;

Time system_now();
Clock system_clock();
Clock fixed_clock(Time at);

/// An instant with the offset it was written with, so a page's "23:30+07:00" stays on its own
/// calendar day.
struct ZonedTime {
  Time utc{};
  std::chrono::minutes offset{0};  ///< east of UTC
  bool has_time = true;            ///< false: only the day is known, `utc` is midnight at `offset`
  friend bool operator==(const ZonedTime&, const ZonedTime&) = default;
};

/// RFC 3339, UTC: "2026-11-25T03:04:05Z".
std::string to_rfc3339(Time at);
/// RFC 3339 with the offset as written: "2026-11-25T06:04:05+03:00"; a day alone prints as
/// midnight.
std::string to_rfc3339(const ZonedTime& at);
/// "2026-11-25", the day at the written offset.
std::string to_day(const ZonedTime& at);
/// RFC 1123 for HTTP headers and RSS: "Wed, 25 Nov 2026 03:04:05 GMT".
std::string to_http_date(Time at);
/// Reads RFC 3339 and the ISO 8601 forms met on the web ("2026-11-25", "2026-11-25T03:04",
/// "…+0300", "…+03"). Nothing for what is not a date, or lies outside years 1 to 9999.
std::optional<ZonedTime> parse_iso8601(std::string_view text);
/// Reads RFC 822 / RFC 1123 dates with named or numeric zones ("Wed, 25 Nov 2026 03:04:05 +0300").
std::optional<ZonedTime> parse_rfc822(std::string_view text);

}  // namespace kaynak
