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

Json tags_json(const std::vector<FeedTag>& tags) {
  auto out = Json::array();
  for (const auto& tag : tags) {
    auto j = Json::object().set("term", tag.term);
    out.push(j.set_if("scheme", tag.scheme).set_if("label", tag.label));
  }
  return out;
}

Json links_json(const std::vector<FeedLink>& links) {
  auto out = Json::array();
  for (const auto& link : links) {
    auto j = Json::object().set("url", link.url).set("rel", link.rel);
    j.set_if("type", link.type).set_if("title", link.title);
    out.push(j.set_if("language", link.language));
  }
  return out;
}

Json media_json(const std::vector<FeedMedia>& media) {
  auto out = Json::array();
  for (const auto& m : media) {
    auto j = Json::object();
    j.set_if("url", m.url).set_if("type", m.type).set_if("medium", m.medium);
    j.set_if("title", m.title).set_if("description", m.description);
    if (!m.credits.empty()) j.set("credits", strings_json(m.credits));
    out.push(j.set_if("thumbnail", m.thumbnail).set_if("license", m.license));
  }
  return out;
}

/// What feeds and their items say under the same names, where they say it.
template <class Part>
void set_more(Json* out, const Part& part) {
  out->set_if("contributors", strings_json(part.contributors));
  out->set_if("tags", tags_json(part.tags));
  out->set_if("links", links_json(part.links));
  out->set_if("rights", part.rights).set_if("license", part.license);
  out->set_if("publisher", part.publisher).set_if("image", part.image);
}

Json source_json(const FeedHead& source) {
  auto out = Json::object();
  out.set_if("id", source.id).set_if("title", source.title).set_if("link", source.link);
  return out.set_if("self", source.self).set_if("rights", source.rights);
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
  set_more(&out, item);
  out.set_if("media", media_json(item.media));
  out.set_if("language", item.language).set_if("comments_url", item.comments_url);
  out.set_if("in_reply_to", item.in_reply_to);
  if (item.replies) out.set("replies", *item.replies);
  if (item.source) out.set("source", source_json(*item.source));
  if (item.deleted) out.set("deleted", true);
  return out;
}

Json entry_json(const SitemapEntry& entry) {
  FeedItem item;
  item.url = entry.url;
  item.updated = entry.lastmod;
  for (const auto& image : entry.images) item.enclosures.push_back({image, {}, 0});
  if (entry.news) {
    item.title = entry.news->title;
    item.published = entry.news->published;
    item.categories = entry.news->keywords;
    item.language = entry.news->language;
  }
  auto out = item_json(item);
  if (entry.news) out.set_if("publication", entry.news->publication);
  auto alternates = Json::array();
  for (const auto& other : entry.alternates)
    alternates.push(Json::object().set("url", other.url).set("language", other.language));
  out.set_if("alternates", alternates);
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
  out.set_if("version", feed.version).set_if("id", feed.id).set_if("subtitle", feed.subtitle);
  out.set_if("authors", strings_json(feed.authors));
  set_more(&out, feed);
  out.set_if("generator", feed.generator).set_if("icon", feed.icon).set_if("self", feed.self);
  out.set_if("hub", feed.hub).set_if("next", feed.next).set_if("archive", feed.archive);
  out.set_if("moved_to", feed.moved_to);
  if (feed.updated) out.set("updated", date_json(feed.updated));
  if (feed.poll_hint) out.set("poll_hint", static_cast<std::int64_t>(feed.poll_hint->count()));
  auto hours = Json::array();
  for (const int hour : feed.skip_hours) hours.push(hour);
  out.set_if("skip_hours", hours);
  auto items = Json::array();
  for (const auto& item : feed.items) items.push(item_json(item));
  return out.set("items", items);
}

Json sitemap_json(const Sitemap& sitemap) {
  const char* format = sitemap.kind == SitemapKind::index  ? "sitemapindex"
                       : sitemap.kind == SitemapKind::text ? "text"
                                                           : "sitemap";
  auto out = Json::object();
  out.set("format", format).set("title", "").set("language", "").set("link", "");
  out.set("problems", strings_json(sitemap.problems));
  auto items = Json::array();
  for (const auto& entry : sitemap.entries) items.push(entry_json(entry));
  return out.set("items", items);
}

Result<Json> feed_or_sitemap_json(std::string_view bytes, std::string_view base,
                                  std::string_view content_type) {
  const auto feed = parse_feed(bytes, base, content_type);
  if (feed) return feed_json(*feed);
  const auto sitemap = parse_sitemap(bytes, base, content_type);
  if (sitemap) return sitemap_json(*sitemap);
  return fail(feed.error());
}

Json opml_json(const Opml& opml) {
  auto out = Json::object();
  out.set("title", opml.title).set("problems", strings_json(opml.problems));
  auto outlines = Json::array();
  for (const auto& feed : opml.feeds) {
    auto j = Json::object();
    j.set("title", feed.title).set("xml_url", feed.xml_url).set("html_url", feed.html_url);
    j.set("path", strings_json(feed.folders)).set("language", feed.language);
    j.set_if("description", feed.description);
    j.set_if("categories", strings_json(feed.categories));
    outlines.push(j);
  }
  return out.set("outlines", outlines);
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
  out.set("href", parsed->href()).set("key", identity_key(*parsed));
  out.set("clean", clean_url(*parsed)).set("domain", registrable_domain(parsed->host()));
  return out.set("homepage", is_homepage(*parsed)).set("feed", looks_like_feed(*parsed));
}

}  // namespace kaynak
