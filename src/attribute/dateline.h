/// @file "CITY, April 25 (Reuters) - …": where and from whom a text comes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct FoundDateline {
  Dateline dateline;
  std::string agency_name;  ///< canonical
  std::uint32_t medium_index = 0;
  bool has_agency = false;
  bool has_outlet = false;  ///< "OUTLET via AGENCY"
  std::uint32_t outlet_medium = 0;
  ByteRange outlet_range;
  ByteRange range;  ///< the dateline in the paragraph
  ByteRange agency_range;
  std::vector<std::string> authors;  ///< reporters named in it: 【ソウル＝Name】
  /// Agencies after the first one: "(AFP, dpa)".
  struct Further {
    std::uint32_t medium;
    ByteRange range;
  };
  std::vector<Further> further;
  /// Words before a mark that stands behind many other words, too ("Riad. …", "LIVE - …"): a place
  /// only where something else says so.
  bool loose = false;
  bool found() const { return !range.empty(); }
};

/// Reads the beginning of a paragraph. `loose` ones are given, too; see dateline_search.h.
FoundDateline read_dateline(std::string_view text, const AttributionData::Impl& data,
                            const Language& language);

}  // namespace kaynak::attribute_detail
