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
  std::size_t max_items_per_poll = 200;  ///< of a feed or section page; the first it names
};

/// A page that a feed, sitemap or section page named.
struct FoundPage {
  std::string url;
  FeedItem item;
  std::string version;  ///< changes when the item does: by its own account, else by what it says
};

struct PollReading {
  std::vector<FoundPage> pages;        ///< each page once, in the order named
  std::vector<std::string> withdrawn;  ///< addresses that the feed says were deleted
  std::string hub, topic;              ///< WebSub
};

/// Reads a feed's answer. Errors: those of parse_feed.
Result<PollReading> read_feed_poll(const Capture& capture, const GatherOptions& options);

/// The key under which an address is fetched: two addresses of one page have the same (the identity
/// key); a feed's is its address.
std::string fetch_key(FetchKind kind, std::string_view url);

/// Whether a page is to be fetched, now that a poll names it in this version. `known` is what was
/// remembered of it, null where nothing was.
bool is_wanted(const FetchState* known, const std::string& version);

}  // namespace kaynak
