/// @file How long an answer says it holds: Cache-Control, Expires, Age (RFC 9111), Retry-After (RFC
/// 9110 §10.2.3).
#pragma once

#include <optional>

#include "base/time.h"
#include "model/capture.h"

namespace kaynak {

/// How long from `now` on the answer is fresh: max-age (or Expires less Date), less Age. Nothing
/// where it does not say, or says no-cache or no-store; at most a week.
std::optional<Seconds> fresh_for(const Headers& headers, Time now);

/// How long the server asks to be left alone, in seconds or as a date; at most 30 days.
std::optional<Seconds> retry_after(const Headers& headers, Time now);

}  // namespace kaynak
