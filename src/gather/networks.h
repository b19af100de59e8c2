/// @file Networks that the operator lets be reached besides the public Internet.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace kaynak {

using Ipv6Bytes = std::array<std::uint8_t, 16>;

/// A list of address ranges; empty allows nothing. Plain value, reading is thread-safe.
class AllowedNetworks {
 public:
  AllowedNetworks() = default;
  /// "10.2.0.0/16", "fd00::/8", one address, or the words "loopback", "private" (RFC 1918 and RFC
  /// 4193), "all". Errors: malformed (names the entry).
  static Result<AllowedNetworks> parse(const std::vector<std::string>& entries);
  static AllowedNetworks all();

  bool empty() const { return blocks_.empty(); }
  bool contains(std::uint32_t ipv4) const;     ///< host byte order
  bool contains(const Ipv6Bytes& ipv6) const;  ///< one that carries an IPv4 address counts as that

 private:
  struct Block {
    Ipv6Bytes network{};  ///< IPv4 as ::ffff:a.b.c.d
    int bits = 0;
  };
  Result<void> add(const std::string& entry);
  std::vector<Block> blocks_;
};

}  // namespace kaynak
