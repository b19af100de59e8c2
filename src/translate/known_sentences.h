/// @file Sentences whose translation is known from an earlier edition. Internal to translate.
#pragma once

#include <string>
#include <vector>

#include "translate/unit.h"

namespace kaynak::translate_detail {

/// Marks the units that `earlier` has a translation of, made by the same engines, and fills their
/// results. Left to be translated: what a check found something in, and what a hidden part of does
/// not stand in the translation exactly once.
void reuse_sentences(const EarlierEdition& earlier, const std::string& engine,
                     std::vector<Unit>* units);

}  // namespace kaynak::translate_detail
