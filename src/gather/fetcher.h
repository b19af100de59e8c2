/// @file Many requests at a time on one thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "gather/transport.h"
#include "model/capture.h"

namespace kaynak {

/// What one fetch gave.
struct Fetched {
  Capture capture;
  std::string moved_to;  ///< where permanent redirects (301, 308) from the address asked for lead,
                         ///< up to the first temporary one; empty: nowhere
  std::uint64_t bytes = 0;  ///< of bodies as they came over the wire, all hops
  Milliseconds took{0};
};

/// Fetches begun together and ended in any order, each within its own limits, so that none waits
/// for another. Errors of a fetch are those of Transport::get. Not thread-safe.
class Fetcher {
 public:
  using Done = std::function<void(Result<Fetched>)>;
  virtual ~Fetcher() = default;
  /// Begins one GET (or POST, whose redirects are answers and not followed). `done` is called once,
  /// out of run(), and may call start() again.
  virtual void start(const Request& request, Done done) = 0;
  /// Works on what was begun; returns when something ended, at the latest after `wait`.
  virtual void run(Milliseconds wait) = 0;
  virtual std::size_t in_flight() const = 0;
};

/// Over the network: HTTP/1.1 and HTTP/2, connections kept and shared by requests to one host,
/// gzip, br and zstd. What is not destroyed ends without its `done`.
std::unique_ptr<Fetcher> make_http_fetcher(const HttpOptions& options);

/// Over a transport, one request after the other (replay, tests). The transport must outlive it.
std::unique_ptr<Fetcher> make_serial_fetcher(Transport& transport);

}  // namespace kaynak
