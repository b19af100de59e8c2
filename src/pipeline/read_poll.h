/// @file What a polled address answers, read by its kind.
#pragma once

#include <string>

#include "base/result.h"
#include "gather/poll.h"

namespace kaynak {

struct PollContext {
  FetchKind kind = FetchKind::feed;
  GatherOptions options;
  Time now{};
  bool first = false;         ///< it was never read before
  std::string section_links;  ///< CSS selector of a section's links; empty: found out
};

/// The pages that a feed, sitemap or section page names. Errors: those of read_feed_poll,
/// read_sitemap_poll and read_section_poll.
Result<PollReading> read_poll(const Capture& capture, const PollContext& context);

/// The article links of a page; their text stands for the headline. Errors: not_found (no article
/// links on it; says what to do), those of Document::parse.
Result<PollReading> read_section_poll(const Capture& capture, const std::string& selector,
                                      const GatherOptions& options);

}  // namespace kaynak
