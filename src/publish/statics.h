/// @file The theme's files that are served as they are. Internal to publish.
#pragma once

#include <vector>

#include "publish/site.h"

namespace kaynak::publish_detail {

/// Every file in the folders' `static/`, as "static/NAME", each from the first folder that has it,
/// sorted by path. Subfolders and hidden files are left out. Errors: not_found (no style.css),
/// too_large (a file above 4 MB).
Result<std::vector<OutputFile>> load_statics(const std::vector<Path>& themes);

}  // namespace kaynak::publish_detail
