/// @file OPML: lists of feeds as readers exchange them, in and out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kaynak {

/// One feed of a list. Plain text on one line; addresses are absolute http(s) ones or empty.
struct OpmlFeed {
  std::string title;     ///< its address where none is given
  std::string xml_url;   ///< of the feed; never empty
  std::string html_url;  ///< of its page
  std::string description;
  std::string language;                 ///< as written
  std::vector<std::string> folders;     ///< it stands in, from the outermost; at most 16
  std::vector<std::string> categories;  ///< as written ("/News/World"), at most 100
};

struct Opml {
  std::string title;
  std::vector<OpmlFeed> feeds;
  std::vector<std::string> problems;  ///< what was wrong and read all the same
};

/// Reads OPML 1.0 and 2.0, leniently. `base` is where the document is from. No network, no external
/// entities, no entity expansion; at most 10,000 feeds (a problem says so). Errors: malformed (no
/// outline in it), too_large (> 16 MiB).
Result<Opml> parse_opml(std::string_view bytes, std::string_view base = {},
                        std::string_view content_type = {});

/// OPML 2.0 in UTF-8: folders as nested outlines, in the order in which they first come. What it
/// writes is read back as it was, but for that order.
std::string write_opml(const Opml& opml);

}  // namespace kaynak
