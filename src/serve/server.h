/// @file A server whose pages come from functions: what Server::start makes, and tests without a
/// theme.
#pragma once

#include "serve/live.h"

namespace kaynak::serve_detail {

/// As Server::start.
Result<std::unique_ptr<Server>> start_server(const ServeOptions& options, const Path& folder,
                                             LivePages pages, ServeHooks hooks, Clock clock);

}  // namespace kaynak::serve_detail
