/// @file Which of the names of a byline and of the page's data are persons, and how they are
/// written.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct NameReader {
  const AttributionData::Impl& data;
  const Language& language;
  std::string_view tag;  ///< of the language
};

/// Names that extraction found, without agencies, outlets and desks among them.
std::vector<std::string> persons_among(const std::vector<std::string>& names,
                                       std::string_view outlet, const NameReader& reader);

/// Whether one of the names holds the other as whole words.
bool is_part_of(std::string_view name, std::string_view words);

/// Of a known name and the one read in the byline: as written there, where it is the same; the
/// known one where the byline bears all of it ("Dr. Jane Doe"), else the shorter ("Jane Doe
/// Published").
std::string nearer_name(std::string_view byline, const std::string& known, std::string read);

/// The same name elsewhere on the page may know where it ends ("John Doe Published"): the shortest
/// of `known` that it holds.
std::string shortest_of(std::string name, const std::vector<std::string>& known);

}  // namespace kaynak::attribute_detail
