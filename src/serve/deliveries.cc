#include "serve/deliveries.h"

#include <charconv>

#include "base/log.h"
#include "serve/origin.h"

namespace kaynak::serve_detail {
namespace {

Delivery delivery_of(const Request& request, std::string to) {
  Delivery d;
  d.to = std::move(to);
  d.authorization = header(request.headers, "Authorization");
  d.signature = header(request.headers, "X-Hub-Signature");
  d.content_type = header(request.headers, "Content-Type");
  d.location = header(request.headers, "Content-Location");
  d.body = request.body;
  return d;
}

/// What the newsroom makes of a delivery, as a status.
int status_for(ErrorCode code) {
  switch (code) {
    case ErrorCode::refused:
      return 401;
    case ErrorCode::not_found:
      return 404;
    case ErrorCode::too_large:
      return 413;
    case ErrorCode::unsupported:
    case ErrorCode::malformed:
      return 415;
    default:
      return 503;
  }
}

/// A subscriber's lease in seconds; nothing where the hub names none.
Seconds lease_of(const std::string& text) {
  std::int64_t seconds = 0;
  std::from_chars(text.data(), text.data() + text.size(), seconds);
  return Seconds(seconds);
}

}  // namespace

bool is_delivery(std::string_view target) {
  return target.starts_with("/push/") || target.starts_with("/websub/");
}

Deliveries::Deliveries(const ServeOptions& options, const ServeHooks& hooks, Clock clock)
    : options_(options),
      hooks_(hooks),
      clock_(std::move(clock)),
      limiter_(options.deliveries_per_minute) {}

bool Deliveries::takes(const Target& target) const {
  const auto& s = target.segments;
  if (s.size() < 2 || target.folder) return false;
  if (s[0] == "push") return s.size() <= 4 && hooks_.push;
  return s[0] == "websub" && s.size() == 2 && hooks_.websub_confirm && hooks_.websub_deliver;
}

Response Deliveries::answer(const Request& request, const Target& target) {
  if (!limiter_.allow(rate_key(client_address(request, options_.proxies)), clock_())) {
    auto response = text_response(429, "Too many at once.\n");
    response.set("Retry-After", "60");
    return response;
  }
  return target.segments[0] == "push" ? push(request, target) : websub(request, target);
}

Response Deliveries::push(const Request& request, const Target& target) {
  if (request.method != "POST") {
    auto response = text_response(405, "Articles are sent by POST.\n");
    response.set("Allow", "POST");
    return response;
  }
  std::string source = target.segments[1];
  for (std::size_t i = 2; i < target.segments.size(); ++i) source += "/" + target.segments[i];
  const auto taken = hooks_.push(delivery_of(request, std::move(source)));
  if (taken) return text_response(202, "Taken.\n");
  const int status = status_for(taken.error().code);
  if (status == 503) log_error("serve", "a push was not taken: " + taken.error().message());
  auto response = text_response(status, taken.error().detail + "\n");
  if (status == 401) response.set("WWW-Authenticate", "Bearer");
  return response;
}

/// A wrong signature is answered like a right one: the sender learns nothing, and a hub does not
/// try for ever (WebSub §8).
Response Deliveries::websub(const Request& request, const Target& target) {
  const auto& id = target.segments[1];
  if (request.method == "POST") {
    const auto taken = hooks_.websub_deliver(delivery_of(request, id));
    if (taken) return text_response(202, "Taken.\n");
    log_warning("serve", "a WebSub delivery was not taken: " + taken.error().detail);
    return text_response(
        taken.error().code == ErrorCode::refused ? 202 : status_for(taken.error().code), "\n");
  }
  const auto query = parse_form(target.query);
  if (!query) return text_response(400, "The address has too many fields.\n");
  const auto& challenge = field(*query, "hub.challenge");
  const auto meant =
      hooks_.websub_confirm(id, field(*query, "hub.mode"), field(*query, "hub.topic"),
                            lease_of(field(*query, "hub.lease_seconds")));
  if (!meant || challenge.empty()) return text_response(404, "No such subscription.\n");
  return text_response(200, challenge);
}

}  // namespace kaynak::serve_detail
