#include "gather/networks.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

#include "gather/fetch_guard.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxEntries = 1000;
constexpr int kMappedBits = 96;

Ipv6Bytes mapped(std::uint32_t ipv4) {
  Ipv6Bytes out{};
  out[10] = out[11] = 0xff;
  for (std::size_t i = 0; i < 4; ++i) out[12 + i] = static_cast<std::uint8_t>(ipv4 >> (24 - 8 * i));
  return out;
}

bool same_bits(const Ipv6Bytes& a, const Ipv6Bytes& b, int bits) {
  for (std::size_t i = 0; i < 16 && bits > 0; ++i, bits -= 8) {
    const auto mask = static_cast<std::uint8_t>(bits >= 8 ? 0xff : 0xff << (8 - bits));
    if ((a[i] & mask) != (b[i] & mask)) return false;
  }
  return true;
}

Unexpected wrong(const std::string& entry) {
  return fail(ErrorCode::malformed, "gather",
              "'" + entry +
                  "' is no network; write it as 10.2.0.0/16, fd00::/8, one address, or one of "
                  "loopback, private, all");
}

}  // namespace

AllowedNetworks AllowedNetworks::all() {
  AllowedNetworks out;
  out.blocks_.push_back({});
  return out;
}

Result<AllowedNetworks> AllowedNetworks::parse(const std::vector<std::string>& entries) {
  AllowedNetworks out;
  if (entries.size() > kMaxEntries)
    return fail(ErrorCode::too_large, "gather", "more than 1000 allowed networks");
  for (const auto& entry : entries) {
    std::vector<std::string> ranges = {entry};
    if (entry == "loopback") ranges = {"127.0.0.0/8", "::1"};
    if (entry == "private") ranges = {"10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7"};
    if (entry == "all") ranges = {"::/0"};
    for (const auto& range : ranges) KAYNAK_TRY(out.add(range));
  }
  return out;
}

Result<void> AllowedNetworks::add(const std::string& entry) {
  const auto slash = entry.find('/');
  const auto address = entry.substr(0, slash);
  Block block;
  in_addr four{};
  int most = 128;
  if (::inet_pton(AF_INET, address.c_str(), &four) == 1) {
    block.network = mapped(ntohl(four.s_addr));
    most = 32;
  } else if (::inet_pton(AF_INET6, address.c_str(), block.network.data()) != 1) {
    return wrong(entry);
  }
  block.bits = most;
  if (slash != std::string::npos) {
    const auto* end = entry.data() + entry.size();
    const auto [at, problem] = std::from_chars(entry.data() + slash + 1, end, block.bits);
    if (problem != std::errc() || at != end || block.bits < 0 || block.bits > most)
      return wrong(entry);
  }
  if (most == 32) block.bits += kMappedBits;
  blocks_.push_back(block);
  return {};
}

bool AllowedNetworks::contains(std::uint32_t ipv4) const { return contains(mapped(ipv4)); }

bool AllowedNetworks::contains(const Ipv6Bytes& ipv6) const {
  const auto inner = gather_detail::embedded_ipv4(ipv6);
  const auto address = inner ? mapped(*inner) : ipv6;
  return std::any_of(blocks_.begin(), blocks_.end(),
                     [&](const Block& b) { return same_bits(address, b.network, b.bits); });
}

}  // namespace kaynak
