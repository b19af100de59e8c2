/// @file HTTP/1.1 on a socket: the one place that knows Boost.Asio and Beast.
#pragma once

#include <functional>
#include <memory>

#include "base/result.h"
#include "serve/http.h"
#include "serve/serve.h"

namespace kaynak::serve_detail {

struct ListenerCallbacks {
  std::function<Response(const Request&)> handle;  ///< on any of the threads; does not throw
  std::function<void(int status)> refused;  ///< told of a request that was answered before it
};

class Listener {
 public:
  /// Takes the port. Errors as Server::start.
  static Result<std::unique_ptr<Listener>> bind(const ServeOptions& options);
  virtual ~Listener() = default;
  /// Starts the threads and takes connections. Once.
  virtual void run(ListenerCallbacks callbacks) = 0;
  virtual unsigned short port() const = 0;
  virtual std::size_t connections() const = 0;
  virtual void stop(Seconds grace) = 0;
};

}  // namespace kaynak::serve_detail
