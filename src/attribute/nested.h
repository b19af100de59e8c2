/// @file Quotations inside quotations.
#pragma once

#include <string_view>
#include <vector>

#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

/// Puts what is quoted inside the quotations of an article behind them, as quotations of their own
/// with `Quote::within`. Their speakers are whom the words around them, inside the outer quotation,
/// name; else nobody.
void add_nested(const std::vector<Scan>& scans, const std::vector<std::vector<Relay>>& relays,
                const Language& language, const People& people, std::string_view tag,
                std::vector<Quote>* quotes);

}  // namespace kaynak::attribute_detail
