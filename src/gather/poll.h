/// @file What a polled address answers: the pages it names, and what became of them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "gather/feed.h"
#include "gather/fetch_state.h"
#include "model/capture.h"

namespace kaynak {

struct GatherOptions {
  std::size_t max_items_per_poll = 200;  ///< of a feed or section page: the first it names; of a
                                         ///< sitemap: new ones fetched after one poll
};

/// Version of a page whose list does not say when it changed.
inline constexpr const char* kListedVersion = "listed";

/// A page that a feed, sitemap or section page named.
struct FoundPage {
  std::string url;
  FeedItem item;
  std::string version;  ///< changes when the item does: by its own account, else by what it says
  bool fetch = true;    ///< false: only remembered, so that what comes later is known to be new
};

struct PollReading {
  std::vector<FoundPage> pages;        ///< each page once, in the order named
  std::vector<std::string> withdrawn;  ///< addresses that the feed says were deleted
  std::vector<std::string> sitemaps;   ///< of an index: those that may hold news, to be polled too
  std::string hub, topic;              ///< WebSub
  std::optional<Seconds> hint;         ///< how long the feed asks to be left alone; at most an hour
};

/// Reads a feed's answer. Errors: those of parse_feed.
Result<PollReading> read_feed_poll(const Capture& capture, const GatherOptions& options);

/// Reads a sitemap's answer: of pages with a date those of the two days before `now`, newest first;
/// those without one are news unless this is the `first` look, which only remembers them. Of an
/// index, the sitemaps that changed in these two days or have "news" in their address, at most 50.
/// A feed in the sitemap's place is read as one. Errors: those of parse_sitemap.
Result<PollReading> read_sitemap_poll(const Capture& capture, const GatherOptions& options,
                                      Time now, bool first);

/// The key under which an address is fetched: two addresses of one page have the same (the identity
/// key); a feed's is its address.
std::string fetch_key(FetchKind kind, std::string_view url);

/// Whether a page is to be fetched, now that a poll names it in this version. `known` is what was
/// remembered of it, null where nothing was.
bool is_wanted(const FetchState* known, const std::string& version);

}  // namespace kaynak
