#include "gather/poll.h"

#include <algorithm>
#include <set>

#include "base/hash.h"
#include "base/strings.h"
#include "gather/sitemap.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr Seconds kRecent{2 * 86400}, kAhead{86400}, kMostHint{3600};
constexpr std::size_t kMostSitemaps = 50;

std::string version_of(const FeedItem& item) {
  if (item.updated) return to_rfc3339(*item.updated);
  return sha256_hex(item.title + "\n" + item.summary).substr(0, 16);
}

std::string key_of(std::string_view url) {
  const auto parsed = Url::parse(url);
  return parsed ? identity_key(*parsed) : std::string(url);
}

/// When a page came or changed, as the sitemap says.
std::optional<ZonedTime> date_of(const SitemapEntry& entry) {
  if (entry.news && entry.news->published) return entry.news->published;
  return entry.lastmod;
}

/// A day alone counts until its end. What lies far ahead is a mistake and no date.
bool is_recent(const ZonedTime& at, Time now) {
  const auto end = at.utc + Seconds(at.has_time ? 0 : 86400);
  return end >= now - kRecent && at.utc <= now + kAhead;
}

FoundPage page_of(SitemapEntry entry, bool fetch) {
  FoundPage page;
  page.version = entry.lastmod                         ? to_rfc3339(*entry.lastmod)
                 : entry.news && entry.news->published ? to_rfc3339(*entry.news->published)
                                                       : kListedVersion;
  page.url = page.item.url = std::move(entry.url);
  page.fetch = fetch;
  if (!entry.news) return page;
  page.item.title = std::move(entry.news->title);
  page.item.published = entry.news->published;
  page.item.language = std::move(entry.news->language);
  return page;
}

std::vector<std::string> recent_sitemaps(const Sitemap& index, Time now) {
  std::vector<std::string> out;
  for (const auto& entry : index.entries) {
    const bool recent = entry.lastmod && is_recent(*entry.lastmod, now);
    if (!recent && ascii_lower(entry.url).find("news") == std::string::npos) continue;
    if (std::find(out.begin(), out.end(), entry.url) == out.end()) out.push_back(entry.url);
    if (out.size() >= kMostSitemaps) break;
  }
  return out;
}

}  // namespace

std::string fetch_key(FetchKind kind, std::string_view url) {
  return std::string(to_string(kind)) + " " + (is_polled(kind) ? std::string(url) : key_of(url));
}

bool is_wanted(const FetchState* known, const std::string& version) {
  return !known || known->item_version != version;
}

Result<PollReading> read_feed_poll(const Capture& capture, const GatherOptions& options) {
  KAYNAK_ASSIGN(auto feed, parse_feed(capture.body, capture.final_url,
                                      header(capture.headers, "content-type")));
  PollReading out;
  out.hub = std::move(feed.hub);
  out.topic = std::move(feed.self);
  if (feed.poll_hint) out.hint = std::min(*feed.poll_hint, kMostHint);
  std::set<std::string> seen;
  for (const auto& item : feed.items)
    if (item.deleted && !item.url.empty() && seen.insert(key_of(item.url)).second)
      out.withdrawn.push_back(item.url);
  for (auto& item : feed.items) {
    if (item.deleted || item.url.empty() || !seen.insert(key_of(item.url)).second) continue;
    if (out.pages.size() >= options.max_items_per_poll) break;
    auto version = version_of(item);
    auto url = item.url;
    out.pages.push_back({std::move(url), std::move(item), std::move(version)});
  }
  return out;
}

Result<PollReading> read_sitemap_poll(const Capture& capture, const GatherOptions& options,
                                      Time now, bool first) {
  const auto type = header(capture.headers, "content-type");
  KAYNAK_ASSIGN(auto sitemap, parse_sitemap(capture.body, capture.final_url, type));
  if (sitemap.kind == SitemapKind::feed) return read_feed_poll(capture, options);
  PollReading out;
  if (sitemap.kind == SitemapKind::index) {
    out.sitemaps = recent_sitemaps(sitemap, now);
    return out;
  }
  std::stable_sort(sitemap.entries.begin(), sitemap.entries.end(),
                   [](const SitemapEntry& a, const SitemapEntry& b) {
                     const auto at = date_of(a), bt = date_of(b);
                     return (at ? at->utc : Time{}) > (bt ? bt->utc : Time{});
                   });
  std::set<std::string> seen;
  for (auto& entry : sitemap.entries) {
    const auto at = date_of(entry);
    if (at && !is_recent(*at, now)) continue;
    if (!seen.insert(key_of(entry.url)).second) continue;
    out.pages.push_back(page_of(std::move(entry), at.has_value() || !first));
  }
  return out;
}

}  // namespace kaynak
