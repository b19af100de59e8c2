/// @file When a page was published and changed.
#pragma once

#include <optional>
#include <string_view>

#include "base/time.h"
#include "extract/content.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {

struct PageDates {
  std::optional<ZonedTime> published;
  std::optional<ZonedTime> first_published;  ///< Article::first_published
  std::optional<ZonedTime> modified;
};

/// From JSON-LD; plain, then other names of meta elements, microdata and RDFa; what stands near the
/// headline; a vague "date"; the address; the date of the last change; scripts; the title: in that
/// order of trust. A page that shows, without calling it an update, the day of a change two days or
/// more behind its publication was published anew on that day. A stamp in UTC gets the offset of
/// the day or clock that the page shows. `fetched`, where known, is later than any date believed.
/// `language` orders day and month of numeric dates.
PageDates find_dates_of_page(const Document& page, const PageMap& map, const Content& content,
                             const StructuredData& data, NodeIndex headline, std::string_view url,
                             std::string_view language, const std::optional<Time>& fetched);

/// The day of the first item with a date on a page that lists or shows several: a front page, a
/// thread. Comments and pictures count no less: nothing on such a page is its own.
std::optional<ZonedTime> first_day_listed(const Document& page, const PageMap& map,
                                          std::string_view language,
                                          const std::optional<Time>& fetched);

/// The day in an address ("/2026/08/15/", "/2026/aug/15/", "20260815", "15-08-2026",
/// "15082026", "A2026081514320005196"); nothing where
/// there is none.
std::optional<ZonedTime> date_in_url(std::string_view url);

}  // namespace kaynak::extract_detail
