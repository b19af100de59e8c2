/// @file An arrival as the archive's records tell it, and the rows that it gets. Internal to the
/// archive.
#pragma once

#include <optional>

#include "gather/warc.h"
#include "pipeline/archive.h"

namespace kaynak::pipeline_detail {

/// An arrival with its row.
struct Archived {
  Arrival arrival;
  CaptureRow row;  ///< `warc` is left empty by archived_in
};

/// The fields of the metadata record that tell all of an arrival that its answer does not.
Headers archive_fields(const Arrival& arrival, const CaptureId& body_of);

/// What a group of records tells; nothing where it needs no row (a revisit of what has one, a 304,
/// records that hold no answer). A group that Kaynak did not write is an article where it is a web
/// page. Errors: malformed, too_large.
Result<std::optional<Archived>> archived_in(const WarcGroup& group);

/// What the fields of archive_fields() say, put into the arrival; other fields become its capture's
/// metadata. False where there are none of ours: then nothing is changed.
bool read_archive_fields(const Headers& fields, Arrival* arrival);

/// Whether the group is a response that Kaynak wrote and whose metadata record is missing.
bool is_torn(const WarcGroup& group);

/// The address and reason of a withdrawal that the group notes.
struct Withdrawal {
  std::string url, why;
  Time at{};
};
std::optional<Withdrawal> withdrawal_in(const WarcGroup& group);
Headers withdrawal_fields(const std::string& why);

/// The row of an arrival whose record is in `warc`.
CaptureRow row_of(const Arrival& arrival, std::string payload, std::string record);

/// What is remembered of an article's page when its rows are made again: it is asked for when its
/// feed says that it changed.
Result<void> put_fetched(Store& store, const Arrival& arrival);
/// Row, event and jobs of a new capture. To be called in a transaction.
Result<void> put_rows(Store& store, const Arrival& arrival, const CaptureRow& row);

}  // namespace kaynak::pipeline_detail
