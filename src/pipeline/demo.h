/// @file The demo newsroom: Kaynak's own samples as a newsroom that replays them.
#pragma once

#include "base/file.h"
#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// Makes the demo newsroom in `folder`: settings, sources, people's translations, and the samples'
/// captures packed into WARC files, one a round.
/// Leaves a newsroom that is there as it is. `samples` is samples/demo. Errors: not_found,
/// malformed (a sample), conflict (the folder holds another newsroom), unavailable (disk).
Result<void> make_demo(const Path& samples, const Path& folder);

}  // namespace kaynak
