/// @file What a person does with sources: finds one by any of its names, pauses, removes, asks it
/// now, and sees how it does.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "gather/fetch_state.h"
#include "pipeline/newsroom.h"
#include "store/store.h"

namespace kaynak {

/// The source that `word` names: its id, the last part of it, its name, a host or an address of it.
/// Errors: not_found (with near matches), usage (several could be meant).
Result<SourceEntry> name_source(const SourceBook& book, const std::string& word);

/// `toml` with `paused = true`, or without it; all else stays byte for byte as it is.
std::string with_pause(std::string_view toml, bool paused);

/// Writes that into the source's file; of one that comes with Kaynak, into a copy in the newsroom.
/// Gives whether anything changed. Errors: those of the disk.
Result<bool> set_paused(const Newsroom& newsroom, const SourceEntry& entry, bool paused);

/// Moves the source's file to sources/removed/, where it is not read; its articles stay. Gives the
/// file's new place. Errors: refused (it comes with Kaynak: pause it), those of the disk.
Result<Path> remove_source(const Newsroom& newsroom, const SourceEntry& entry);

/// Makes a source's polls due at `now`, those that were given up too. Gives how many there are.
/// Errors: those of the store.
Result<int> poll_now(Store& store, const SourceId& id, Time now);

/// How one polled address does.
struct PollHealth {
  FetchKind kind = FetchKind::feed;
  FetchState state;
  std::optional<Time> due;  ///< nothing: never, or not known to the gatherer yet
  Time subscribed_until{};  ///< of a WebSub lease; the epoch: none
};

enum class SourceState {
  ok,
  fresh,  ///< nothing was asked yet
  paused,
  failing,    ///< at least one poll's last answer was no good
  moved,      ///< a poll is answered at another address for good
  retired,    ///< a poll is never asked again
  not_polled  ///< its file names nothing to poll
};
const char* to_string(SourceState state);

struct SourceHealth {
  SourceEntry entry;
  std::vector<PollHealth> polls;
  SourceState state = SourceState::ok;
  std::string note;     ///< what is wrong, in words; empty: nothing
  Time last_success{};  ///< of any poll; the epoch: never
  Time last_new{};
  std::optional<Time> due;    ///< the next poll
  double articles_a_day = 0;  ///< over the last seven days
};

/// One source's health. Errors: those of the store.
Result<SourceHealth> source_health(Store& store, const SourceEntry& entry, Time now);

/// "5 minutes", "3 hours", "2 days": a length of time in its largest whole unit.
std::string duration_words(Milliseconds length);
/// "5 minutes ago", "never" for the epoch.
std::string ago_words(Time at, Time now);
/// "in 5 minutes", "now" for what is due; "never" where there is nothing.
std::string until_words(const std::optional<Time>& at, Time now);

}  // namespace kaynak
