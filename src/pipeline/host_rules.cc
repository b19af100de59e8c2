#include "pipeline/host_rules.h"

#include "gather/opt_out.h"
#include "text/url.h"

namespace kaynak::pipeline_detail {
namespace {

constexpr Seconds kKeep{86400}, kKeepFailure{600};
constexpr std::size_t kMaxFile = 500 << 10;

}  // namespace

std::string origin_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  if (!parsed || !parsed->is_http()) return {};
  const auto port = std::string(parsed->port());
  return std::string(parsed->scheme()) + "://" + std::string(parsed->host()) +
         (port.empty() ? "" : ":" + port);
}

HostQuestion open_question(const HostRow& host, Time now) {
  if (host.robots_until <= now) return HostQuestion::robots;
  if (host.tdmrep_until <= now) return HostQuestion::tdmrep;
  return HostQuestion::none;
}

std::string address_of(HostQuestion question, const std::string& origin) {
  return origin + (question == HostQuestion::robots ? "/robots.txt" : "/.well-known/tdmrep.json");
}

void answered(HostQuestion question, const Result<Fetched>& answer, Time now, HostRow* host) {
  const int status = answer ? answer->capture.http_status : 0;
  const bool failing = status == 0 || status == 429 || status >= 500;
  const auto until = now + (failing ? kKeepFailure : kKeep);
  std::string body;
  if (status >= 200 && status < 300) body = answer->capture.body.substr(0, kMaxFile);
  if (question == HostQuestion::robots) {
    host->robots = std::move(body);
    host->robots_status = status;
    host->robots_until = until;
  } else {
    host->tdmrep = parse_tdmrep(body) ? std::move(body) : std::string();
    host->tdmrep_until = until;
  }
}

}  // namespace kaynak::pipeline_detail
