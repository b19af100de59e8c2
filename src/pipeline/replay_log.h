/// @file Which rounds of the replayed archives a newsroom has gathered.
#pragma once

#include <vector>

#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// The WARC files the newsroom replays, in order of names. Errors: not_found (the folder).
Result<std::vector<Path>> replay_files(const Newsroom& newsroom);
/// The last round of the replayed archives that was gathered whole; the epoch if none was.
Result<Time> last_replayed(Store& store);
Result<void> set_last_replayed(Store& store, Time round);

}  // namespace kaynak
