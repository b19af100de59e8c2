/// @file The dates that a page shows its readers: time elements and written date lines.
#pragma once

#include "extract/content.h"
#include "extract/date_reader.h"
#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// Where shown dates are looked for.
struct DatePlace {
  const Document& page;
  const PageMap& map;
  const Content& content;
  NodeIndex headline = no_node;
};

struct ShownDate {
  MaybeTime time;
  int score = 0;          ///< how sure it is that this is the article's
  bool labelled = false;  ///< words or attributes say what it is the date of
};

struct ShownDates {
  ShownDate published;
  ShownDate updated;
};

/// The best date of publication and of change that stand near the headline, the byline or the
/// article's end. Dates of comments, teasers, events, people and rights are left out.
ShownDates find_shown_dates(const DatePlace& place, const DateReader& reader);

}  // namespace kaynak::extract_detail
