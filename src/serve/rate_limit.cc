#include "serve/rate_limit.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <cstring>

namespace kaynak::serve_detail {

bool RateLimiter::allow(const std::string& key, Time now) {
  const std::lock_guard lock(mutex_);
  const auto found = by_key_.find(key);
  if (found == by_key_.end()) {
    buckets_.push_front({key, per_minute_, now});
    by_key_.emplace(buckets_.front().key, buckets_.begin());
    if (buckets_.size() > max_keys_) {
      by_key_.erase(buckets_.back().key);
      buckets_.pop_back();
    }
  } else {
    buckets_.splice(buckets_.begin(), buckets_, found->second);
  }
  Bucket& bucket = buckets_.front();
  const double minutes = std::chrono::duration<double, std::ratio<60>>(now - bucket.filled).count();
  bucket.tokens = std::min(per_minute_, bucket.tokens + std::max(0.0, minutes) * per_minute_);
  bucket.filled = std::max(bucket.filled, now);
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

namespace {

using Bytes6 = std::array<unsigned char, 16>;

/// As IPv6, IPv4 mapped into it (::ffff:a.b.c.d).
bool read_address(std::string_view text, Bytes6* bytes) {
  const std::string address(text.substr(0, text.find('%')));
  in_addr v4{};
  if (inet_pton(AF_INET, address.c_str(), &v4) == 1) {
    *bytes = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    std::memcpy(bytes->data() + 12, &v4, 4);
    return true;
  }
  return inet_pton(AF_INET6, address.c_str(), bytes->data()) == 1;
}

bool is_mapped(const Bytes6& b) {
  return std::all_of(b.begin(), b.begin() + 10, [](unsigned char c) { return c == 0; }) &&
         b[10] == 0xFF && b[11] == 0xFF;
}

}  // namespace

std::string rate_key(std::string_view address) {
  Bytes6 bytes{};
  if (!read_address(address, &bytes)) return std::string(address.substr(0, 64));
  const std::size_t from = is_mapped(bytes) ? 12 : 0, length = is_mapped(bytes) ? 4 : 8;
  return std::string(reinterpret_cast<const char*>(bytes.data()) + from, length);
}

bool is_private_address(std::string_view address) {
  Bytes6 b{};
  if (!read_address(address, &b)) return false;
  if (is_mapped(b))
    return b[12] == 127 || b[12] == 10 || (b[12] == 172 && (b[13] & 0xF0) == 16) ||
           (b[12] == 192 && b[13] == 168) || (b[12] == 169 && b[13] == 254);
  const bool loopback =
      b[15] == 1 && std::all_of(b.begin(), b.begin() + 15, [](unsigned char c) { return c == 0; });
  return loopback || (b[0] & 0xFE) == 0xFC || (b[0] == 0xFE && (b[1] & 0xC0) == 0x80);
}

}  // namespace kaynak::serve_detail
