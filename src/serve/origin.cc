#include "serve/origin.h"

#include <algorithm>

#include "base/strings.h"

namespace kaynak::serve_detail {
namespace {

/// "host:port" of an http(s) URL, lower case, without a default port; empty for anything else.
std::string authority_of(std::string_view url) {
  for (const auto& [scheme, port] :
       {std::pair<std::string_view, std::string_view>("http://", ":80"), {"https://", ":443"}}) {
    if (!istarts_with(url, scheme)) continue;
    std::string authority = ascii_lower(url.substr(scheme.size()));
    authority = authority.substr(0, authority.find_first_of("/?#"));
    if (authority.ends_with(port)) authority.resize(authority.size() - port.size());
    return authority;
  }
  return {};
}

bool is_ours(const Request& request, std::string_view url, std::string_view base_url) {
  const std::string theirs = authority_of(url);
  if (theirs.empty()) return false;
  const std::string host(header(request.headers, "Host"));
  return theirs == authority_of(base_url) || theirs == authority_of("http://" + host) ||
         theirs == authority_of("https://" + host);
}

}  // namespace

std::string client_address(const Request& request, const std::vector<std::string>& proxies) {
  if (std::find(proxies.begin(), proxies.end(), request.peer) == proxies.end()) return request.peer;
  // The last header and address are the ones our own proxy added; what is before, anybody may
  // write.
  std::string_view forwarded;
  for (const auto& [name, value] : request.headers)
    if (iequals(name, "X-Forwarded-For")) forwarded = value;
  const std::string_view last = trim(split(forwarded, ',').back());
  return last.empty() ? request.peer : std::string(last.substr(0, 64));
}

bool is_cross_site(const Request& request, std::string_view base_url) {
  const auto fetch_site = header(request.headers, "Sec-Fetch-Site");
  if (!fetch_site.empty() && !iequals(fetch_site, "same-origin")) return true;
  const auto origin = header(request.headers, "Origin");
  if (!origin.empty()) return !is_ours(request, origin, base_url);
  if (!fetch_site.empty()) return false;
  const auto referer = header(request.headers, "Referer");
  return !referer.empty() && !is_ours(request, referer, base_url);
}

std::string_view cookie(const Request& request, std::string_view name) {
  for (const auto& [header_name, value] : request.headers) {
    if (!iequals(header_name, "Cookie")) continue;
    for (const std::string_view part : split(value, ';')) {
      const std::string_view pair = trim(part);
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
        return pair.substr(name.size() + 1);
    }
  }
  return {};
}

}  // namespace kaynak::serve_detail
