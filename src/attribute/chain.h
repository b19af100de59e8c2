/// @file The hops of a text, from its origin to this page.
#pragma once

#include <vector>

#include "attribute/credits.h"
#include "attribute/relays.h"

namespace kaynak::attribute_detail {

/// What the hops are made of; `relays` and `scans` have one entry a block.
struct ChainParts {
  const Article& article;
  const Credits& credits;
  const std::vector<std::vector<Relay>>& relays;
  const std::vector<Scan>& scans;
  const AttributionData::Impl& data;
  const Language& language;
};

/// Sources that the text names as a chain, whoever is interviewed, agencies, other outlets,
/// authors, translators and, last, the page's own outlet.
std::vector<Hop> make_hops(const ChainParts& parts);

}  // namespace kaynak::attribute_detail
