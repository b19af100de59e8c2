/// @file Whether the numbers of a text are in its translation.
#pragma once

#include <vector>

#include "translate/translate.h"

namespace kaynak::translate_detail {

/// Adds a holding finding for every number written in digits that the translation has lost or
/// changed, and one that does not hold for every number that it adds. Compared by value, in any
/// form of writing.
void check_numbers(const TextPair& pair, std::vector<Finding>* out);

}  // namespace kaynak::translate_detail
