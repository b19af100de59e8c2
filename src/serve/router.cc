#include "serve/router.h"

#include <algorithm>
#include <chrono>
#include <exception>

#include "base/log.h"
#include "serve/origin.h"
#include "serve/security.h"

namespace kaynak::serve_detail {
namespace {

Response not_allowed(const char* allowed) {
  Response response = text_response(405, "This address does not take that method.\n");
  response.set("Allow", allowed);
  return response;
}

bool reads(const Request& request) { return request.method == "GET" || request.method == "HEAD"; }

}  // namespace

Router::Router(ServeOptions options, const Path& folder, LivePages pages, ServeHooks hooks,
               Clock clock)
    : options_(std::move(options)),
      hooks_(std::move(hooks)),
      languages_(pages.languages),
      files_(folder, pages.languages),
      live_(options_, std::move(pages), hooks_, clock,
            [this](CommentOutcome outcome) { metrics_.comment(outcome); }),
      deliveries_(options_, hooks_, clock) {}

Response Router::handle(const Request& request) {
  const auto begin = std::chrono::steady_clock::now();
  Response response;
  try {
    response = route(request);
  } catch (const std::exception& e) {  // a bug of ours must not end the server
    log_error("serve", std::string("a request failed: ") + e.what());
    response = text_response(500, "Something went wrong here.\n");
  }
  add_security_headers(&response);
  metrics_.request(response.status, std::chrono::steady_clock::now() - begin);
  return response;
}

Response Router::route(const Request& request) {
  if (!reads(request) && request.method != "POST") return not_allowed("GET, HEAD, POST");
  const auto target = parse_target(request.target);
  if (!target) {
    if (target.error().code == ErrorCode::too_large)
      return text_response(414, "The address is too long.\n");
    if (target.error().code == ErrorCode::malformed)
      return text_response(400, "The address is not well-formed.\n");
    return files_.not_found({});
  }
  const auto& segments = target->segments;
  if (segments.size() == 1 && segments[0] == "healthz")
    return reads(request) ? health() : not_allowed("GET, HEAD");
  if (segments.size() == 1 && segments[0] == "metrics")
    return reads(request) ? metrics(request) : not_allowed("GET, HEAD");
  if (deliveries_.takes(*target)) return deliveries_.answer(request, *target);
  if (segments.size() >= 2 && !target->folder)
    for (const LanguageTag& language : languages_)
      if (language.value == segments[0] && (segments[1] == "comment" || segments[1] == "search"))
        return live(request, *target, language);
  return reads(request) ? files_.get(request, *target) : not_allowed("GET, HEAD");
}

Response Router::live(const Request& request, const Target& target, const LanguageTag& language) {
  const auto& segments = target.segments;
  const bool comment = segments.size() == 2 && segments[1] == "comment";
  if (comment && request.method == "POST") return live_.post_comment(request, language);
  if (!reads(request)) return not_allowed(comment ? "GET, HEAD, POST" : "GET, HEAD");
  const auto query = parse_form(target.query);
  if (!query) return text_response(400, "The address has too many fields.\n");
  if (comment) return live_.show_form(request, language, *query);
  if (segments.size() == 3 && segments[1] == "comment" && segments[2] == "thanks")
    return live_.thanks(language, *query);
  if (segments.size() == 2 && segments[1] == "search" && hooks_.search)
    return live_.search(request, language, *query);
  return files_.not_found(target);
}

Response Router::health() const {
  if (hooks_.healthy) {
    const auto healthy = hooks_.healthy();
    if (!healthy) {
      log_error("serve", "not healthy: " + healthy.error().message());
      return text_response(503, "unhealthy\n");  // the reason is for the operator's log
    }
  }
  return text_response(200, "ok\n");
}

/// Not for the world: a proxied request shows by its header, whatever address the proxy has.
Response Router::metrics(const Request& request) const {
  const bool proxied = !header(request.headers, "X-Forwarded-For").empty() ||
                       !header(request.headers, "Forwarded").empty() ||
                       !header(request.headers, "Via").empty();
  if (proxied || !is_private_address(request.peer)) return files_.not_found({});
  Response response = text_response(
      200, metrics_.text(hooks_.gauges ? hooks_.gauges() : decltype(hooks_.gauges()){},
                         connections_ ? connections_() : 0));
  response.headers.front().second = "text/plain; version=0.0.4; charset=utf-8";
  return response;
}

}  // namespace kaynak::serve_detail
