#include "gather/inspect.h"

#include <cctype>

#include "base/hash.h"
#include "text/url.h"

namespace kaynak {
namespace {

Json date_json(const std::optional<ZonedTime>& at) { return at ? Json(to_rfc3339(*at)) : Json(); }

Json strings_json(const std::vector<std::string>& values) {
  auto out = Json::array();
  for (const auto& value : values) out.push(value);
  return out;
}

Json item_json(const FeedItem& item) {
  auto out = Json::object();
  out.set("id", item.id).set("url", item.url).set("title", item.title);
  out.set("published", date_json(item.published)).set("updated", date_json(item.updated));
  out.set("summary", item.summary).set("content_text", item.content_text);
  out.set("authors", strings_json(item.authors)).set("categories", strings_json(item.categories));
  auto enclosures = Json::array();
  for (const auto& e : item.enclosures)
    enclosures.push(Json::object().set("url", e.url).set("type", e.type).set("length", e.length));
  out.set("enclosures", enclosures);
  if (item.deleted) out.set("deleted", true);
  return out;
}

/// What the record carries, after HTTP decoding where it is HTTP.
std::string payload_of(const WarcRecord& record, int* status) {
  *status = 0;
  if (record.type == "arc_header") return {};
  if (!carries_http(record)) return record.type == "revisit" ? std::string() : record.block;
  auto message = parse_http_message(record.block);
  if (!message) return record.arc ? std::string() : record.block;
  *status = message->status;
  return record.type == "revisit" ? std::string() : std::move(message->payload);
}

}  // namespace

Json feed_json(const Feed& feed) {
  auto out = Json::object();
  out.set("format", feed.format).set("title", feed.title).set("language", feed.language);
  out.set("link", feed.link).set("problems", strings_json(feed.problems));
  auto items = Json::array();
  for (const auto& item : feed.items) items.push(item_json(item));
  return out.set("items", items);
}

Json warc_record_json(const WarcRecord& record) {
  int status = 0;
  const auto payload = payload_of(record, &status);
  const auto or_null = [](const std::string& s) { return s.empty() ? Json() : Json(s); };
  auto out = Json::object();
  out.set("type", record.type).set("target_uri", or_null(record.target_uri));
  out.set("date", or_null(record.date)).set("offset", record.offset).set("length", record.length);
  out.set("http_status", status ? Json(status) : Json());
  out.set("content_type", or_null(record.content_type));
  out.set("payload_len", static_cast<std::uint64_t>(payload.size()));
  out.set("payload_sha1", sha1_hex(payload));
  if (record.truncated) out.set("truncated", true);
  return out;
}

Json robots_json(const Robots& robots, std::string_view agent, std::string_view url) {
  const auto decision = robots.decide(agent, url);
  const auto delay = robots.crawl_delay(agent);
  auto out = Json::object();
  out.set("url", url).set("allowed", decision.allowed);
  out.set("rule", decision.rule.empty() ? Json() : Json(decision.rule));
  return out.set("crawl_delay", delay ? Json(*delay) : Json());
}

Json url_json(std::string_view url, std::string_view base) {
  auto out = Json::object().set("url", url);
  std::optional<Url> parsed_base;
  if (!base.empty()) {
    auto b = Url::parse(base);
    if (!b) return out.set("error", b.error().detail);
    parsed_base = std::move(b).value();
  }
  const auto parsed = Url::parse(url, parsed_base ? &*parsed_base : nullptr);
  if (!parsed) return out.set("error", parsed.error().detail);
  return out.set("href", parsed->href()).set("key", identity_key(*parsed));
}

}  // namespace kaynak
