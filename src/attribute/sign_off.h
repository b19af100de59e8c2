/// @file "(Reporting by A; editing by B)": agencies known by how their texts end.
#pragma once

#include <cstdint>
#include <optional>

#include "attribute/lexicon.h"
#include "model/article.h"

namespace kaynak::attribute_detail {

struct SignOff {
  std::uint32_t medium;  ///< index in the lexicon
  Evidence evidence;     ///< the bracket in the byline or in a paragraph
};

/// The agency whose form of sign-off (`sign_off` in sources/agencies.toml) the byline or one of the
/// last paragraphs has: phrases in that order within one bracket. A strong hint, no statement: for
/// texts that name no agency.
std::optional<SignOff> find_sign_off(const Article& article, const AttributionData::Impl& data);

}  // namespace kaynak::attribute_detail
