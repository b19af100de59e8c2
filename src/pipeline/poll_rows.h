/// @file The polls of the newsroom's sources as rows of the store.
#pragma once

#include "base/result.h"
#include "pipeline/newsroom.h"
#include "store/store.h"

namespace kaynak::pipeline_detail {

/// Brings the store's polls in line with the sources' files: new ones are due at once, those no
/// file names any more are forgotten (their pages stay). Gives how many sources have anything to
/// poll. Errors: those of the store.
Result<int> sync_polls(const Newsroom& newsroom, Store& store, Time now);

}  // namespace kaynak::pipeline_detail
