/// @file Dates in words: what a page's date line says, and dates inside a text.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace kaynak {

/// A date or interval found in a text.
struct DateInText {
  std::uint32_t begin = 0;  ///< bytes into the text, half-open
  std::uint32_t end = 0;
  /// "2026-08-15", "2026-08", "2026", or an interval of two of these, both ends included:
  /// "2026-11-16/2026-11-22", "2026-07/2026-09", "1990/1999". A week starts on Monday.
  std::string resolved;
};

/// What an article's texts have told so far, for "the next day".
struct DateMemory {
  std::optional<std::chrono::sys_days> day;
};

/// Every date in `text` that names a day, week, month, quarter, season, year or decade, a range of
/// them, also relative ones ("this June", "thứ Hai", "dün"), resolved against the local day of
/// `published`. Also dates of the Persian, Islamic and Buddhist calendars and of East Asian eras,
/// as Gregorian days. In order, not overlapping. Languages: see dates_data.cc and
/// dates_data_more.cc; in others numeric dates only. `memory` carries the day spoken of last from
/// one text of an article to the next ("two days later").
std::vector<DateInText> find_dates(std::string_view text, std::string_view language,
                                   const ZonedTime& published, DateMemory* memory = nullptr);

/// The publication date a page prints: any written or numeric form with a year, in over 40
/// languages, with the time and zone where they stand beside it. `language` may be empty (all are
/// tried); day-month order of numeric dates follows the language. `reference` resolves "2 hours
/// ago" and "today". Nothing where there is no date.
std::optional<ZonedTime> parse_page_date(std::string_view text, std::string_view language,
                                         const std::optional<ZonedTime>& reference = std::nullopt);

}  // namespace kaynak
