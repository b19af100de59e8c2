/// @file What outlets and hubs send: pushes and WebSub.
#pragma once

#include "serve/http.h"
#include "serve/rate_limit.h"
#include "serve/serve.h"
#include "serve/target.h"

namespace kaynak::serve_detail {

/// Whether a request target may carry a large body.
bool is_delivery(std::string_view target);

class Deliveries {
 public:
  Deliveries(const ServeOptions& options, const ServeHooks& hooks, Clock clock);

  /// Whether the target is one of ours and its hook is given.
  bool takes(const Target& target) const;
  Response answer(const Request& request, const Target& target);

 private:
  Response push(const Request& request, const Target& target);
  Response websub(const Request& request, const Target& target);

  const ServeOptions& options_;
  const ServeHooks& hooks_;
  Clock clock_;
  RateLimiter limiter_;
};

}  // namespace kaynak::serve_detail
