/// @file The dates that a page gives to machines outside JSON-LD: meta elements, microdata, RDFa,
/// and the state that its scripts carry.
#pragma once

#include "extract/date_reader.h"
#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// How plainly a claim speaks of the article's publication.
enum class ClaimRank : unsigned char {
  plain,    ///< article:published_time, itemprop datePublished
  vendor,   ///< a system's own name for it: "sailthru.date", "publish_date"
  created,  ///< when the document was made
  vague,    ///< "date": of publication or of the last change
  none
};

struct DateClaims {
  MaybeTime published;
  ClaimRank rank = ClaimRank::none;
  MaybeTime modified;
};

DateClaims find_date_claims(const Document& page, const PageMap& map, const DateReader& reader);

/// The first date in a script under a key like "datePublished" or "publishedAt": JSON with or
/// without quotes around its keys, also inside a string, or an assignment. For pages that say it
/// nowhere else.
MaybeTime date_in_scripts(const Document& page, const DateReader& reader);

}  // namespace kaynak::extract_detail
