/// @file From one address of an outlet to everything a source's file says.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "gather/transport.h"
#include "model/source.h"

namespace kaynak {

/// One thing that was found out, for a person to judge.
struct Discovered {
  std::string what;  ///< "feed", "name", …
  std::string value;
  std::string how;  ///< "link on the page", "robots.txt", …
};

struct Discovery {
  Source source;  ///< without id and rights
  std::vector<Discovered> findings;
  std::vector<std::string> tried;  ///< every request and what it gave, in order
};

/// Asks an outlet's server at most 15 times. `url` may be of a front page, feed, sitemap or section
/// page; without a scheme it is taken as https. Finds: feeds (those that the page names, else the
/// usual addresses; at most 5, none of comments, none that only repeats another), a news sitemap
/// that robots.txt names beside them (where there is no feed, any sitemap), and where there is
/// neither, the page itself as a section; and the outlet's name, language, country and icon.
/// `agent` is the name robots.txt is asked under. Errors: usage (no address), not_found (nothing to
/// poll: says what was tried), those of Transport::get for the address itself.
Result<Discovery> discover(Transport& transport, const std::string& url, const std::string& agent);

}  // namespace kaynak
