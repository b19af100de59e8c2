/// @file What a web server asks of robots and of text and data miners, kept in the store for a day.
#pragma once

#include <string>

#include "gather/fetcher.h"
#include "store/store.h"

namespace kaynak::pipeline_detail {

/// Scheme, host and port of an address: "https://news.example:8443"; empty where it is no URL.
std::string origin_of(const std::string& url);

/// What to ask an origin for before a page of it is fetched.
enum class HostQuestion { none, robots, tdmrep };
HostQuestion open_question(const HostRow& host, Time now);
std::string address_of(HostQuestion question, const std::string& origin);

/// Takes the answer in. Robots of a server that fails hold for ten minutes, all else for a day;
/// at most 500 KiB of a file are kept (RFC 9309 §2.5).
void answered(HostQuestion question, const Result<Fetched>& answer, Time now, HostRow* host);

}  // namespace kaynak::pipeline_detail
