/// @file Serving a newsroom until a signal says stop: what `serve`, `demo` and `make run` do last.
#pragma once

#include "base/result.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// Starts the server, prints its address, and returns after SIGINT or SIGTERM. Errors: unavailable
/// (port busy).
Result<int> serve_until_stopped(const Newsroom& newsroom);

}  // namespace kaynak
