#include "gather/freshness.h"

#include <algorithm>
#include <charconv>

#include "base/strings.h"

namespace kaynak {
namespace {

constexpr Seconds kMostFresh{7 * 86400};
constexpr Seconds kMostWait{30 * 86400};

/// Whole seconds; what is larger than a number holds is as long as can be.
std::optional<Seconds> seconds_of(std::string_view text) {
  text = trim(text);
  if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  if (text.empty() ||
      !std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }))
    return std::nullopt;
  std::int64_t n = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), n);
  return Seconds(parsed.ec == std::errc() ? std::min<std::int64_t>(n, 1 << 30) : 1 << 30);
}

struct CacheControl {
  bool never = false;
  std::optional<Seconds> max_age;
};

CacheControl cache_control(std::string_view value) {
  CacheControl out;
  for (const auto part : split(value, ',')) {
    const auto directive = trim(part);
    const auto equals = directive.find('=');
    const auto name = ascii_lower(trim(directive.substr(0, equals)));
    if (name == "no-store" || name == "no-cache") out.never = true;
    if (name == "max-age" && equals != std::string_view::npos)
      out.max_age = seconds_of(directive.substr(equals + 1));
  }
  return out;
}

std::optional<Seconds> until(std::string_view http_date, Time from) {
  const auto at = parse_rfc822(http_date);
  if (!at) return std::nullopt;
  return std::chrono::duration_cast<Seconds>(at->utc - from);
}

}  // namespace

std::optional<Seconds> fresh_for(const Headers& headers, Time now) {
  const auto control = cache_control(header(headers, "Cache-Control"));
  if (control.never) return std::nullopt;
  auto lifetime = control.max_age;
  if (!lifetime) {
    const auto date = parse_rfc822(header(headers, "Date"));
    lifetime = until(header(headers, "Expires"), date ? date->utc : now);
  }
  if (!lifetime) return std::nullopt;
  const auto age = seconds_of(header(headers, "Age")).value_or(Seconds(0));
  const auto left = std::min(*lifetime - age, kMostFresh);
  return left > Seconds(0) ? std::optional(left) : std::nullopt;
}

std::optional<Seconds> retry_after(const Headers& headers, Time now) {
  const auto value = header(headers, "Retry-After");
  auto wait = seconds_of(value);
  if (!wait) wait = until(value, now);
  if (!wait || *wait <= Seconds(0)) return std::nullopt;
  return std::min(*wait, kMostWait);
}

}  // namespace kaynak
