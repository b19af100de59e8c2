/// @file Dates as feeds write them. Internal to gather/.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"

namespace kaynak::gather_detail {

/// RFC 822, ISO 8601 / RFC 3339, asctime, and sloppy relatives of these ("January 5, 2004 8:05 PM",
/// "5 Jan 04", "2004/01/05 …", weekday missing or wrong, zone missing: UTC). Nothing where it is
/// none.
std::optional<ZonedTime> parse_feed_date(std::string_view text);

}  // namespace kaynak::gather_detail
