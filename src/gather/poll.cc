#include "gather/poll.h"

#include <set>

#include "base/hash.h"
#include "text/url.h"

namespace kaynak {
namespace {

std::string version_of(const FeedItem& item) {
  if (item.updated) return to_rfc3339(*item.updated);
  return sha256_hex(item.title + "\n" + item.summary).substr(0, 16);
}

std::string key_of(std::string_view url) {
  const auto parsed = Url::parse(url);
  return parsed ? identity_key(*parsed) : std::string(url);
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
  out.hub = feed.hub;
  out.topic = feed.self;
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

}  // namespace kaynak
