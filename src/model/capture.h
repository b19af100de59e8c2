/// @file What was fetched, byte for byte.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/time.h"
#include "model/ids.h"

namespace kaynak {

using Headers =
    std::vector<std::pair<std::string, std::string>>;  ///< in the order received, names as received

/// The value of the first header of that name (case-insensitive), or empty. The view lives as long
/// as `headers`.
std::string_view header(const Headers& headers, std::string_view name);

/// One HTTP response. `body` is after transfer and content decoding, and is kept so: the codings
/// are the server's way of sending, not what it said.
struct Capture {
  CaptureId id;
  SourceId source;
  std::string url;        ///< asked for
  std::string final_url;  ///< after redirects
  Time fetched{};
  int http_status = 0;
  Headers headers;
  std::string body;
  std::string request_head;  ///< the request as sent, to the blank line; empty where unknown
  std::string ip;            ///< address it came from; empty where unknown
  Headers metadata;          ///< what we know besides the answer ("via", "fetchTimeMs"), for the
                             ///< archive's metadata record
  friend bool operator==(const Capture&, const Capture&) = default;
};

CaptureId capture_id_for(std::string_view url, std::string_view body);

}  // namespace kaynak
