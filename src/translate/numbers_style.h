/// @file Decimal points and commas, from one language's habit to another's.
#pragma once

#include <string>
#include <string_view>

#include "model/ids.h"

namespace kaynak::translate_detail {

/// Writes numbers of `source` that an engine copied into `translation` as they were ("1,250.5") the
/// way `to` writes them ("1.250,5"): a copied number would otherwise mean another one. Leaves all
/// else alone.
std::string localise_numbers(std::string_view source, const LanguageTag& from,
                             std::string translation, const LanguageTag& to);

}  // namespace kaynak::translate_detail
