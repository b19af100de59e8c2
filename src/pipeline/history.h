/// @file An article through its versions.
#pragma once

#include <optional>
#include <vector>

#include "model/article.h"
#include "store/store.h"
#include "trace/revision.h"

namespace kaynak {

/// One version of an article, held against the one before.
struct HistoryEntry {
  int version = 0;
  std::optional<Time> seen;  ///< when the capture came
  CaptureId capture;         ///< empty: none
  std::string headline;
  PubStatus status = PubStatus::usable;
  /// "first", "corrected", "restyled" (typography alone), "details" (byline, date, picture file,
  /// links around the text), "withdrawn", "restored", or "read anew": the same capture, understood
  /// otherwise.
  std::string what;
  Revision revision;  ///< from the version before; of "read anew", what Kaynak changed itself
};

/// The newest `limit` versions, oldest first. Errors: those of the store.
Result<std::vector<HistoryEntry>> article_history(Store& store, const ArticleId& id,
                                                  std::size_t limit = 1000);
Json to_json(const HistoryEntry& entry);

/// Whether a later look gives nothing that is worth a version: text and details are the same, but
/// for stamps, counters, links around it and the time of change that the page states.
bool is_nothing_new(const Article& before, const Article& after, const Revision& revision);

/// When its outlet was last seen to change the text, of a withdrawn article: to take it back, as
/// the log has it. Nothing where it did not.
Result<std::optional<Time>> last_changed(Store& store, const Article& article);

}  // namespace kaynak
