/// @file The archive for others: captures as one WARC, and an index of all files as CDXJ.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct ExportFilter {
  SourceId source;  ///< of this source alone; empty: of all
  Time since{};     ///< fetched then or later
};

struct ArchiveExport {
  std::int64_t captures = 0;
  std::int64_t skipped = 0;  ///< records that could not be read
  std::vector<Error> problems;
};

using WriteBytes = std::function<Result<void>(std::string_view)>;

/// Writes a WARC/1.1 file of the captures that the filter lets through, each with its request and
/// metadata records, in order of the files. A revisit whose original is not among them is written
/// whole. `kaynak import` of it gives the same articles. Errors: those of store, disk and `write`.
Result<ArchiveExport> export_warc(const Newsroom& newsroom, Store& store,
                                  const ExportFilter& filter, const WriteBytes& write);

/// Writes the CDXJ lines of all files of data/warc, sorted. Holds them in memory: about 400 bytes a
/// capture. Errors: those of disk and `write`.
Result<ArchiveExport> export_cdxj(const Newsroom& newsroom, const WriteBytes& write);

}  // namespace kaynak
