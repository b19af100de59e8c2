/// @file A new source from an address: found out, then its file written.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "gather/transport.h"
#include "pipeline/discovery.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct NewSource {
  std::string url;     ///< of the outlet's front page, a feed, a sitemap or a section page
  std::string name;    ///< empty: as found
  std::string rights;  ///< full, excerpt, link or none; empty: link
};

/// A source that can be added, and what its file would say.
struct SourcePlan {
  SourceEntry entry;  ///< `file` is where it goes
  std::string text;   ///< of the file
  std::vector<Discovered> findings;
};

/// Finds out what there is at the address and plans sources/<country>/<host>.toml (or
/// sources/<host>.toml where the country is not known). Writes nothing. Errors: conflict (the
/// source is known; says where), those of discover.
Result<SourcePlan> plan_source(const Newsroom& newsroom, Transport& transport,
                               const NewSource& wanted);

/// Where the file of a new source goes: its id, from country and host.
SourceId new_source_id(const std::string& country, const std::string& host);

/// Writes the plan's file. Errors: conflict (there is one by now), unavailable (disk).
Result<void> write_source(const SourcePlan& plan);

}  // namespace kaynak
