/// @file How often one address may do something: a token bucket for each. Thread-safe.
#pragma once

#include <list>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/time.h"

namespace kaynak::serve_detail {

/// A bucket holds `per_minute` tokens and is filled with as many a minute. Of more than `max_keys`
/// addresses, the ones seen longest ago are forgotten (they start with a full bucket again).
class RateLimiter {
 public:
  explicit RateLimiter(int per_minute, std::size_t max_keys = 10000)
      : per_minute_(per_minute), max_keys_(max_keys) {}

  /// Takes a token, if there is one.
  bool allow(const std::string& key, Time now);

 private:
  struct Bucket {
    std::string key;
    double tokens;
    Time filled;
  };
  const double per_minute_;
  const std::size_t max_keys_;
  std::mutex mutex_;
  std::list<Bucket> buckets_;  ///< most recently used first
  std::unordered_map<std::string_view, std::list<Bucket>::iterator> by_key_;
};

/// Whose requests are counted together: an IPv4 address, the /64 network of an IPv6 one (which is
/// what one household has).
std::string rate_key(std::string_view address);

/// Whether an address (as the listener writes it) is this machine's or of a private network.
bool is_private_address(std::string_view address);

}  // namespace kaynak::serve_detail
