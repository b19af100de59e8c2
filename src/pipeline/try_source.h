/// @file A source tried out: its polls fetched once, its newest pages read, nothing kept.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "gather/fetch_state.h"
#include "gather/transport.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct TriedPoll {
  FetchKind kind = FetchKind::feed;
  std::string url;
  std::size_t pages = 0;              ///< it names
  std::optional<ZonedTime> newest;    ///< date of those
  std::vector<std::string> problems;  ///< in words; not empty and no pages: it cannot be read
};

struct TriedPage {
  std::string url;
  std::string headline;
  std::string published;  ///< RFC 3339; empty: not found
  std::string author;     ///< names, else the byline as written
  std::size_t words = 0;  ///< of the text
  std::string problem;    ///< why it is no article; empty: it is one
};

struct Trial {
  std::vector<TriedPoll> polls;
  std::vector<TriedPage> pages;  ///< the first three
  /// Whether a poll was read, and a page where any is named.
  bool is_readable() const;
};

/// Fetches each poll (of sitemap indexes, the first sitemap too; at most 20 requests for polls) and
/// the first three pages, where robots.txt allows it. Never fails: what goes wrong is in the
/// result.
Trial try_source(const Newsroom& newsroom, Transport& transport, const SourceEntry& entry,
                 Time now);

}  // namespace kaynak
