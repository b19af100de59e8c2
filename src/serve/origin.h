/// @file Where a request comes from: which address, which site's page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "serve/http.h"

namespace kaynak::serve_detail {

/// The reader's address: the peer's, or what a known proxy says of it.
std::string client_address(const Request& request, const std::vector<std::string>& proxies);

/// Whether the browser says that the request was made by a page of another site: Sec-Fetch-Site,
/// Origin, Referer, the first of them that is there. `base_url` is ours; so is the request's own
/// host.
bool is_cross_site(const Request& request, std::string_view base_url);

/// The value of one cookie, or empty.
std::string_view cookie(const Request& request, std::string_view name);

}  // namespace kaynak::serve_detail
