/// @file Which part answers a request. Thread-safe.
#pragma once

#include <functional>

#include "serve/deliveries.h"
#include "serve/files.h"
#include "serve/live.h"
#include "serve/metrics.h"

namespace kaynak::serve_detail {

class Router {
 public:
  Router(ServeOptions options, const Path& folder, LivePages pages, ServeHooks hooks, Clock clock);

  Response handle(const Request& request);
  /// A request that was no HTTP, or too large: answered by the listener, counted here.
  void count(int status) { metrics_.request(status, {}); }
  /// Who knows how many connections are open.
  void set_connections(std::function<std::size_t()> connections) {
    connections_ = std::move(connections);
  }
  const ServeOptions& options() const { return options_; }

 private:
  Response route(const Request& request);
  Response live(const Request& request, const Target& target, const LanguageTag& language);
  Response health() const;
  Response metrics(const Request& request) const;

  ServeOptions options_;
  ServeHooks hooks_;
  std::vector<LanguageTag> languages_;
  Metrics metrics_;
  SiteFiles files_;
  LiveParts live_;
  Deliveries deliveries_;
  std::function<std::size_t()> connections_;
};

}  // namespace kaynak::serve_detail
