#include "pipeline/websub.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "gather/fetch_state.h"
#include "pipeline/inbox.h"
#include "pipeline/incoming.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr Seconds kLease{10 * 86400}, kMostLease{30 * 86400}, kLeastLease{60};

std::string form_value(std::string_view text) {
  std::string out;
  for (const unsigned char c : text) {
    char escaped[4];
    const bool plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                       c == '-' || c == '_' || c == '.';
    std::snprintf(escaped, sizeof escaped, "%%%02X", c);
    out += plain ? std::string(1, static_cast<char>(c)) : escaped;
  }
  return out;
}

/// The poll that a callback's id stands for.
Result<FetchRow> poll_of(Store& store, const std::string& secret, const std::string& id) {
  KAYNAK_ASSIGN(auto polls, store.polls());
  for (auto& row : polls)
    if (equal_in_constant_time(websub_id(secret, row.key), id)) return std::move(row);
  return fail(ErrorCode::not_found, "websub", "no poll has that callback");
}

bool is_page(std::string_view type) {
  return istarts_with(type, "text/html") || istarts_with(type, "application/xhtml+xml");
}

bool may_be_wire(std::string_view type) {
  for (const char* known : {"application/json", "application/vnd.iptc", "application/xml",
                            "text/xml", "text/vnd.iptc.anpa", "application/octet-stream"})
    if (istarts_with(type, known)) return true;
  return type.empty();
}

bool is_of_source(const SourceBook& book, const SourceId& id, const std::string& url) {
  const auto parsed = Url::parse(url);
  if (!parsed || !parsed->is_http()) return false;
  const auto entry = book.find_by_host(parsed->host());
  return entry && entry->source.id == id;
}

}  // namespace

std::string websub_id(const std::string& newsroom_secret, const std::string& poll_key) {
  return hmac_sha256_hex(newsroom_secret, "websub callback\n" + poll_key).substr(0, 32);
}

std::string websub_secret(const std::string& newsroom_secret, const std::string& poll_key) {
  return hmac_sha256_hex(newsroom_secret, "websub secret\n" + poll_key);
}

Request websub_subscribe(const std::string& hub, const std::string& topic,
                         const std::string& callback, const std::string& secret) {
  Request request{hub, {}, {}};
  request.form = "hub.mode=subscribe&hub.topic=" + form_value(topic) +
                 "&hub.callback=" + form_value(callback) + "&hub.secret=" + form_value(secret) +
                 "&hub.lease_seconds=" + std::to_string(kLease.count());
  return request;
}

Result<void> websub_confirm(const Newsroom& newsroom, Store& store, const std::string& id,
                            const std::string& mode, const std::string& topic, Seconds lease,
                            Time now) {
  KAYNAK_ASSIGN(const auto secret, newsroom_secret(newsroom.paths));
  KAYNAK_ASSIGN(const auto row, poll_of(store, secret, id));
  KAYNAK_ASSIGN(auto subscription, store.subscription(row.key));
  if (!subscription || subscription->topic != topic || mode != "subscribe")
    return fail(ErrorCode::refused, "websub", "this newsroom did not ask for that");
  subscription->until = now + std::clamp(lease, kLeastLease, kMostLease);
  return store.put_subscription(*subscription);
}

Result<void> websub_deliver(const Newsroom& newsroom, Store& store, const std::string& id,
                            const std::string& signature, const std::string& content_type,
                            std::string body, Time now) {
  KAYNAK_ASSIGN(const auto secret, newsroom_secret(newsroom.paths));
  KAYNAK_ASSIGN(const auto row, poll_of(store, secret, id));
  const auto equals = signature.find('=');
  const auto method = ascii_lower(signature.substr(0, equals));
  const auto wanted = hmac_hex(method, websub_secret(secret, row.key), body);
  if (equals == std::string::npos || wanted.empty() ||
      !equal_in_constant_time(wanted, ascii_lower(signature.substr(equals + 1))))
    return fail(ErrorCode::refused, "websub", "the signature is wrong");
  return put_in_inbox(newsroom.paths,
                      {row.source, row.key, row.url, content_type, now, std::move(body)});
}

Result<void> receive_push(const Newsroom& newsroom, const std::string& source,
                          const std::string& authorization, const std::string& content_type,
                          const std::string& location, std::string body, Time now) {
  const SourceId id(source);
  const auto entry = newsroom.sources().find(id);
  if (!entry || entry->source.push_token.empty())
    return fail(ErrorCode::not_found, "push", "no source of that name takes pushes");
  const std::string token(istarts_with(authorization, "Bearer ")
                              ? trim(std::string_view(authorization).substr(7))
                              : "");
  if (token.empty() ||
      !equal_in_constant_time(sha256_hex(token), ascii_lower(entry->source.push_token)))
    return fail(ErrorCode::refused, "push", "the token is missing or wrong");
  if (body.empty() || (!is_page(content_type) && !may_be_wire(content_type)))
    return fail(ErrorCode::unsupported, "push",
                "send an HTML page, or ninjs, NewsML-G2, NewsML, NITF or IPTC 7901");
  if (is_page(content_type) && !is_of_source(newsroom.sources(), id, location))
    return fail(ErrorCode::unsupported, "push",
                "a page needs Content-Location: its address on one of the source's hosts");
  return put_in_inbox(newsroom.paths, {id, {}, location, content_type, now, std::move(body)});
}

}  // namespace kaynak
