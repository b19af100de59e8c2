/// @file HTTP server (Boost.Beast): the site's files, and what must be live.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "model/comment.h"
#include "publish/site.h"

namespace kaynak {

struct ServeOptions {
  std::string address = "127.0.0.1";
  unsigned short port = 8080;  ///< 0: the system chooses; Server::port() says
  int threads = 2;
  std::size_t max_request_bytes = 64u << 10;
  int comments_per_minute = 5;  ///< from one address
  std::string csrf_key;         ///< secret for form tokens
};

/// What the server asks of the newsroom. Called from the server's threads; implementations are thread-safe.
struct ServeHooks {
  std::function<Result<void>(const Comment&)> post_comment;                       ///< keeps a held comment
  std::function<Result<Listing>(const LanguageTag&, const std::string& query)> search;
  std::function<std::vector<std::pair<std::string, double>>()> gauges;            ///< for /metrics: name and value
  std::function<Result<void>()> healthy;
  std::function<bool(const ArticleId&, const LanguageTag&)> page_exists;
};

class Server {
 public:
  /// Binds and starts. Errors: unavailable (port busy: the detail says so and what to do), usage (address).
  static Result<std::unique_ptr<Server>> start(const ServeOptions& options, const Path& site_folder, const Site& site,
                                               ServeHooks hooks, Clock clock);
  virtual ~Server() = default;
  virtual unsigned short port() const = 0;
  /// Takes no more connections, lets running requests end (at most `grace`), returns when all threads have ended.
  virtual void stop(Seconds grace = Seconds(5)) = 0;
};

}  // namespace kaynak
