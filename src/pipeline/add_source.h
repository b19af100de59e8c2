/// @file A new source from an address: its feed found and read, its file written.
#pragma once

#include <string>

#include "base/result.h"
#include "gather/transport.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct NewSource {
  std::string url;     ///< of a feed, or of a page that names one
  std::string name;    ///< empty: the feed's title
  std::string rights;  ///< full, excerpt, link or none; empty: link
};

/// Fetches the address, finds the feed (RSS, Atom or JSON Feed; or the one a page's <link
/// rel=alternate> names), and writes sources/<host>.toml. Gives the entry. Errors: not_found (no
/// feed there), conflict (the source is known), those of Transport::get.
Result<SourceEntry> add_source(const Newsroom& newsroom, Transport& transport,
                               const NewSource& wanted);

}  // namespace kaynak
