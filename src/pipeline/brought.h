/// @file Takes in what others brought: the inbox and the sources' watched folders.
#pragma once

#include <vector>

#include "base/result.h"
#include "pipeline/gather_session.h"

namespace kaynak::pipeline_detail {

/// Puts what waits into the session's incoming, at most `limit` deliveries. Gives the inbox's files
/// that may be deleted once the incoming is kept. A delivery that cannot be read is set aside (its
/// name ends in ".bad") and told. Errors: those of the store.
Result<std::vector<Path>> take_inbox(GatherSession& session, Store& store, std::size_t limit);

/// New and changed files of the sources' folders, at most `limit`. Errors: those of the store.
Result<void> take_folders(GatherSession& session, std::size_t limit);

}  // namespace kaynak::pipeline_detail
