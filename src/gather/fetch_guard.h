/// @file What may be fetched: http and https, public addresses. Internal to gather/.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "gather/networks.h"
#include "text/url.h"

namespace kaynak::gather_detail {

/// Whether the address is one of the public Internet: not loopback, private, link-local, shared
/// (CGNAT), multicast, documentation, benchmarking or reserved (IANA's special-purpose registries).
bool is_public_ipv4(std::uint32_t address);  ///< host byte order
/// The same; an IPv4 address mapped, translated (NAT64) or tunnelled (6to4) into it decides.
bool is_public_ipv6(const Ipv6Bytes& address);
/// The IPv4 address that is mapped, translated (NAT64) or tunnelled (6to4) into it.
std::optional<std::uint32_t> embedded_ipv4(const Ipv6Bytes& address);

/// Parses and checks an address that came from outside. Refuses addresses that are neither public
/// nor allowed, however written, and, where nothing is allowed, names that mean the inside:
/// localhost, cloud metadata, names of one label, ".internal", ".local" and their like. Names still
/// have to be checked for what they resolve to. User names and passwords are always refused.
/// Errors: malformed, refused.
Result<Url> check_fetchable(std::string_view url, const AllowedNetworks& allowed);

}  // namespace kaynak::gather_detail
