/// @file Pictures of articles, kept and published with them where the newsroom wants that
/// (gather.images).
#pragma once

#include <string>

#include "base/result.h"
#include "gather/transport.h"
#include "pipeline/archive.h"
#include "pipeline/newsroom.h"
#include "publish/site.h"

namespace kaynak {

/// Fetches the pictures of recent articles whose source permits the whole text, each once (a
/// failing one twice), keeps them as captures, and enqueues the articles' publication. Gives how
/// many came. Errors: those of store and disk.
Result<int> gather_images(const Newsroom& newsroom, Transport& transport, Archive& archive,
                          const Clock& clock);

/// Points the article's figures at the site's own copies, and writes those that are not there yet.
Result<void> use_own_images(const Newsroom& newsroom, Store& store, Article* article);

}  // namespace kaynak
