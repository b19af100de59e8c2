/// @file When an address is asked for again. Pure functions; the clock and the jitter come as
/// arguments.
#pragma once

#include <optional>

#include "base/time.h"
#include "gather/fetch_state.h"

namespace kaynak {

struct ScheduleOptions {
  Seconds poll_least{120};  ///< a poll is never asked again sooner
  Seconds poll_most{86400};
  Seconds recheck_younger_than{
      48 * 3600};  ///< pages first fetched this recently are looked at again for corrections
};

/// How often polls find something, brought up to date by one that found `fresh` new items. The
/// first one only sets a moderate guess: what stood in the feed already says little.
void learn_rhythm(FetchState* state, int fresh, Time now);

/// When to poll again after an answer that could be read. The more often there is something new,
/// the sooner (one over the square root of the rate; eval/poll_sweep), within the limits; not
/// before `fresh_for` is over, which the answer asked for. `jitter`, 0 to 1, spreads it by a tenth,
/// so that sources do not come in step.
Time next_poll(const FetchState& state, std::optional<Seconds> fresh_for, Time now, double jitter,
               const ScheduleOptions& options);

/// When to poll again after `state.failures` failures in a row: twice as late each time, a fifth
/// spread by `jitter`, and not before `state.not_before`.
Time next_try(const FetchState& state, Time now, double jitter, const ScheduleOptions& options);

/// When a page that came is looked at again: when it is twice as old, while it is young. Nothing:
/// never.
std::optional<Time> next_look(const FetchState& state, Time now, const ScheduleOptions& options);

/// A page that did not come is tried this often.
inline constexpr int kMaxPageFailures = 5;
/// When a page that did not come is tried again; nothing: it is given up.
std::optional<Time> next_page_try(const FetchState& state, Time now, double jitter);

}  // namespace kaynak
