/// @file One round of gathering over the newsroom's sources: live, or replayed from archives.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "gather/transport.h"
#include "pipeline/archive.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct RoundCounts {
  int sources = 0, pages = 0, fresh = 0, unchanged = 0, gone = 0;
  std::vector<Error> problems;  ///< feeds and pages that could not be had, each naming its address
};

/// Called after each page with what is going on, for a progress line. May be empty.
using GatherProgress = std::function<void(const std::string& source, const RoundCounts& so_far)>;

/// Asks every source that has feeds once. Problems of one source or page never stop the others.
/// Errors: those of the store and the disk.
Result<RoundCounts> gather_round(const Newsroom& newsroom, Transport& transport, Archive& archive,
                                 const Clock& clock, const GatherProgress& progress);

/// The WARC files the newsroom replays, in order of names. Errors: not_found (the folder).
Result<std::vector<Path>> replay_files(const Newsroom& newsroom);
/// The last round of the replayed archives that was gathered whole; the epoch if none was.
Result<Time> last_replayed(Store& store);
Result<void> set_last_replayed(Store& store, Time round);

}  // namespace kaynak
