/// @file How bytes are had: live over HTTP, or replayed from WARC. Both behind one interface.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"
#include "gather/networks.h"
#include "model/capture.h"

namespace kaynak {

struct Request {
  std::string url;            ///< absolute, http or https
  std::string etag;           ///< of the last answer, for If-None-Match
  std::string last_modified;  ///< of the last answer, for If-Modified-Since
  std::string form = {};      ///< sent by POST as application/x-www-form-urlencoded; empty: a GET
  bool insecure_tls = false;  ///< do not verify the server's certificate: only where a source's
                              ///< file says so
};

struct HttpOptions {
  std::string user_agent = "Kaynak/0.1 (+https://kaynak.example/bot)";
  Milliseconds connect_timeout{10000};
  Milliseconds total_timeout{30000};
  std::size_t max_bytes = 20u << 20;  ///< of a body after decoding
  int max_ratio = 200;  ///< of a body after decoding to what came, beyond the first MiB: more is a
                        ///< decompression bomb
  std::size_t max_buffered = 24u << 20;  ///< bodies of all requests in flight: beyond it, one that
                                         ///< is already large ends as unavailable
  int max_redirects = 5;
  /// Reached besides the public Internet. Loopback, link-local, private and reserved ranges are
  /// refused otherwise, also after redirects and DNS.
  AllowedNetworks allow_networks;
  /// Answers of DNS fixed beforehand, "host:port:address" (tests, split-horizon networks).
  std::vector<std::string> resolve;
  /// "address:port" that every connection goes to, whatever its host; it has to be an allowed
  /// network as well (an egress gateway, a load test). Empty: each host's own.
  std::string connect_to;
};

class Transport {
 public:
  virtual ~Transport() = default;
  /// One GET. A 304 gives a Capture with that status and no body; other statuses are answers too,
  /// not errors. Errors: malformed (URL), refused (scheme, private address, too many redirects),
  /// timed_out, too_large, unavailable (no connection, truncated transfer), not_found (replay:
  /// nothing archived at that time). Thread-safe.
  virtual Result<Capture> get(const Request& request) = 0;
};

std::unique_ptr<Transport> make_http_transport(const HttpOptions& options);

/// Replays archives: get() answers with the latest record of that URL captured at or before
/// `now()`. Conditional requests are honoured by ETag. Redirect records are followed. Errors of
/// opening: not_found, malformed.
Result<std::unique_ptr<Transport>> make_replay_transport(const std::vector<Path>& warcs, Clock now);

/// The instants at which an archive was written, ascending: the distinct WARC-Dates of its records,
/// grouped into rounds no closer than `gap` to each other (each round is named by its last
/// instant).
Result<std::vector<Time>> replay_rounds(const std::vector<Path>& warcs,
                                        Seconds gap = Seconds(3600));

}  // namespace kaynak
