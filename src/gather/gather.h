/// @file One round over one source: its feeds, and the pages that are new, changed or due for
/// another look.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "gather/feed.h"
#include "gather/fetch_state.h"
#include "gather/transport.h"
#include "model/capture.h"
#include "model/source.h"

namespace kaynak {

struct GatherOptions {
  std::size_t max_items_per_feed = 200;
  Seconds recheck_younger_than{
      48 * 3600};  ///< pages first fetched this recently are asked for again each round
};

/// What one round wants to have fetched, or found out.
struct PlannedFetch {
  Request request;
  std::optional<FeedItem> item;  ///< the feed item that named it
  std::string item_version;
};

/// Asks for the source's feeds and gives the pages to fetch now: new items, items whose version
/// changed, and known pages still young. `known` is what earlier rounds left, by URL. A feed that
/// fails is a problem in `problems`; the others go on. Tombstoned items are in `withdrawn`.
struct RoundPlan {
  std::vector<PlannedFetch> pages;
  std::vector<std::string> withdrawn;  ///< URLs
  std::vector<Capture> feed_captures;  ///< the feeds as they came
  std::vector<FetchState> feed_states;
  std::vector<Error> problems;
};
RoundPlan plan_round(const Source& source, const std::vector<FetchState>& known,
                     Transport& transport, Time now, const GatherOptions& options = {});

}  // namespace kaynak
