/// @file Days of calendars other than the Gregorian.
#pragma once

#include <chrono>
#include <optional>

namespace kaynak::text_detail {

/// Solar Hijri of Iran and Afghanistan; the lunar one by the tables of Umm al-Qura.
enum class Calendar : unsigned char { persian, islamic };

/// The Gregorian day of a day of `calendar`; no value where it has none (months are 1 to 12).
/// Thread-safe.
std::optional<std::chrono::sys_days> day_in(Calendar calendar, int year, int month, int day);

/// The year of `calendar` that a Gregorian day is in.
int year_in(Calendar calendar, std::chrono::sys_days day);

}  // namespace kaynak::text_detail
