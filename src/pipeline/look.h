/// @file One look at a page, held against what is known of its article. Internal to pipeline/.
#pragma once

#include "pipeline/identity.h"
#include "pipeline/stage_jobs.h"

namespace kaynak::pipeline_detail {

/// A capture, and whether its bytes were known already when they came at `row.fetched`.
struct Look {
  CaptureRow row;
  bool again = false;
};

/// Keeps the article that a look gave: a new one, a new version with what changed in the log, or
/// nothing where all that moved are stamps, counters and links around the text. A withdrawn article
/// is usable again, unless this is the very capture it was last read from.
Result<Effects> keep_look(const StageContext& context, const Look& look, Article article,
                          const PageIdentity& identity);

}  // namespace kaynak::pipeline_detail
