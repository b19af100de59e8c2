#include "gather/fetch_guard.h"

#include <arpa/inet.h>

#include <algorithm>
#include <string>

namespace kaynak::gather_detail {
namespace {

struct Ipv4Block {
  std::uint32_t network;
  int bits;
};

constexpr std::uint32_t ip(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24 | b << 16 | c << 8 | d;
}

constexpr Ipv4Block kInner[] = {
    {ip(0, 0, 0, 0), 8},      {ip(10, 0, 0, 0), 8},     {ip(100, 64, 0, 0), 10},
    {ip(127, 0, 0, 0), 8},    {ip(169, 254, 0, 0), 16}, {ip(172, 16, 0, 0), 12},
    {ip(192, 0, 0, 0), 24},   {ip(192, 0, 2, 0), 24},   {ip(192, 88, 99, 0), 24},
    {ip(192, 168, 0, 0), 16}, {ip(198, 18, 0, 0), 15},  {ip(198, 51, 100, 0), 24},
    {ip(203, 0, 113, 0), 24}, {ip(224, 0, 0, 0), 4},    {ip(240, 0, 0, 0), 4},
};

std::uint32_t ipv4_at(const Ipv6Bytes& a, std::size_t i) {
  return ip(a[i], a[i + 1], a[i + 2], a[i + 3]);
}

/// Names of the inside: what resolvers, clouds and container hosts answer for.
bool is_inner_name(std::string_view host) {
  while (!host.empty() && host.back() == '.') host.remove_suffix(1);
  const auto ends_with = [&](std::string_view end) {
    return host.size() >= end.size() && host.substr(host.size() - end.size()) == end;
  };
  if (host.find('.') == std::string_view::npos) return true;
  const auto first = host.substr(0, host.find('.'));
  if (first == "metadata" || first == "instance-data") return true;
  for (const char* end : {".localhost", ".localdomain", ".local", ".internal", ".intranet", ".lan",
                          ".home", ".corp", ".private", ".home.arpa", ".in-addr.arpa"})
    if (ends_with(end)) return true;
  return false;
}

/// WHATWG parsing has made every way to write an IPv4 address four decimal numbers by now.
bool is_inner_host(std::string_view host, const AllowedNetworks& allowed) {
  const std::string text(host.substr(0, 1) == "[" ? host.substr(1, host.size() - 2) : host);
  Ipv6Bytes six{};
  in_addr four{};
  if (::inet_pton(AF_INET6, text.c_str(), six.data()) == 1)
    return !is_public_ipv6(six) && !allowed.contains(six);
  if (::inet_pton(AF_INET, text.c_str(), &four) == 1)
    return !is_public_ipv4(ntohl(four.s_addr)) && !allowed.contains(ntohl(four.s_addr));
  return allowed.empty() && is_inner_name(host);
}

}  // namespace

bool is_public_ipv4(std::uint32_t address) {
  return std::none_of(std::begin(kInner), std::end(kInner), [&](const Ipv4Block& block) {
    return address >> (32 - block.bits) == block.network >> (32 - block.bits);
  });
}

std::optional<std::uint32_t> embedded_ipv4(const Ipv6Bytes& a) {
  const bool first_ten_zero = std::all_of(a.begin(), a.begin() + 10, [](auto b) { return b == 0; });
  if (first_ten_zero && a[10] == 0xff && a[11] == 0xff) return ipv4_at(a, 12);
  constexpr std::array<std::uint8_t, 12> nat64 = {0, 0x64, 0xff, 0x9b};
  if (std::equal(nat64.begin(), nat64.end(), a.begin())) return ipv4_at(a, 12);
  if (a[0] == 0x20 && a[1] == 0x02) return ipv4_at(a, 2);
  return std::nullopt;
}

bool is_public_ipv6(const Ipv6Bytes& a) {
  if (const auto four = embedded_ipv4(a)) return is_public_ipv4(*four);
  if ((a[0] & 0xe0) != 0x20) return false;  // only 2000::/3 is global unicast
  const bool teredo_or_benchmark = a[0] == 0x20 && a[1] == 0x01 && a[2] < 0x02;
  const bool documentation = a[0] == 0x20 && a[1] == 0x01 && a[2] == 0x0d && a[3] == 0xb8;
  return !teredo_or_benchmark && !documentation;
}

Result<Url> check_fetchable(std::string_view url, const AllowedNetworks& allowed) {
  KAYNAK_ASSIGN(auto parsed, Url::parse(url));
  const auto refused = [&](const char* why) {
    return fail(ErrorCode::refused, "gather", parsed.href() + " is not fetched: " + why);
  };
  if (!parsed.is_http()) return refused("only http and https are");
  const auto& href = parsed.href();
  const auto authority = href.substr(parsed.scheme().size() + 3);
  if (authority.substr(0, authority.find_first_of("/?#")).find('@') != std::string::npos)
    return refused("it carries a user name");
  if (parsed.host().empty()) return refused("it has no host");
  if (is_inner_host(parsed.host(), allowed))
    return refused("its host is not on the public Internet (gather.allow_networks lifts this)");
  return parsed;
}

}  // namespace kaynak::gather_detail
