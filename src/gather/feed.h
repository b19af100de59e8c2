/// @file Feeds: RSS 0.9x/1.0/2.0, Atom 0.3/1.0, JSON Feed → one form. XML by pugixml, read
/// leniently.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace kaynak {

struct Enclosure {
  std::string url;
  std::string type;
  std::int64_t length = 0;
};

struct FeedItem {
  std::string id;     ///< guid or atom:id as written
  std::string url;    ///< absolute
  std::string title;  ///< plain text
  std::optional<ZonedTime> published;
  std::optional<ZonedTime> updated;
  std::string summary;       ///< plain text
  std::string content_text;  ///< plain text of content:encoded / atom:content
  std::vector<std::string> authors;
  std::vector<std::string> categories;
  std::vector<Enclosure> enclosures;
  bool deleted = false;  ///< an RFC 6721 tombstone (at:deleted-entry): withdrawn by its publisher
};

struct Feed {
  std::string format;  ///< "rss", "rdf", "atom", "json"
  std::string title;
  std::string language;
  std::string link;
  std::vector<FeedItem> items;
  std::vector<std::string> problems;  ///< what was wrong and read all the same
};

/// `base` is the feed's own URL. No network, no external entities, no entity expansion beyond the
/// five of XML and HTML's names; at most 10,000 items. Errors: malformed (no feed in it), too_large
/// (> 32 MiB).
Result<Feed> parse_feed(std::string_view bytes, std::string_view base = {},
                        std::string_view content_type = {});

}  // namespace kaynak
