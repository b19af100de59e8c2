/// @file Which WARC file is written next, and what a crash left at the end of the last one.
/// Internal to the archive.
#pragma once

#include <string>

#include "pipeline/archive_record.h"

namespace kaynak::pipeline_detail {

/// Name of a day's file, such as "2026-11-25-00001.warc.gz": names sort by time.
std::string warc_name(const std::string& day, int number);

/// Puts the end of the file that this database began last in order: whole captures without rows,
/// which a process wrote that died before its transaction, get their rows; a part of one is cut
/// off. Files that it did not begin are never touched. Errors: those of store and disk.
Result<void> settle_last_file(const Newsroom& newsroom, Store& store);

/// The file of the day to append to, noted as begun by this database: its last one where that is
/// under `max_bytes`, else a new one. Errors: those of the store.
Result<std::string> file_of_day(const Newsroom& newsroom, Store& store, const std::string& day,
                                std::uint64_t max_bytes);

}  // namespace kaynak::pipeline_detail
