/// @file The captures table made again from the WARC files, which are the truth.
#pragma once

#include <functional>
#include <vector>

#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct RebuildCounts {
  std::int64_t files = 0;
  std::int64_t captures = 0;   ///< answers read
  std::int64_t fresh = 0;      ///< rows that were not there
  std::int64_t moved = 0;      ///< rows whose record is elsewhere than they said
  std::int64_t withdrawn = 0;  ///< captures of pages that were withdrawn: they are not extracted
  std::int64_t skipped = 0;    ///< records that could not be read
  std::vector<Error> problems;
};

/// Reads every `.warc.gz` and `.warc` of data/warc in order of names and makes the row, fetch state
/// and log entry of each capture that has none; corrects where a row says its record is. Every
/// capture of an article is then to be extracted again, but those of pages withdrawn since. Doing
/// it again, or after it was stopped, does nothing twice. Damaged records are counted and passed
/// over. Errors: conflict (another process works on the newsroom), those of store and disk.
Result<RebuildCounts> rebuild_index(const Newsroom& newsroom,
                                    const std::function<void(const RebuildCounts&)>& progress = {});

/// The files of data/warc in order of names.
Result<std::vector<Path>> archive_files(const Newsroom& newsroom);

}  // namespace kaynak
