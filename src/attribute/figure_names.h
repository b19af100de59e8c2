/// @file Who took a picture and through whom it came: the names in a photo credit.
#pragma once

#include <string_view>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Fills photographers and agencies of the figure from its credit. A photographer's name fills what
/// stands between two marks of the credit; conditions of use in capitals name nobody. `tag`: BCP 47
/// of the page, for the spelling of names in capitals.
void fill_figure_names(Figure* figure, const AttributionData::Impl& data, const Language& language,
                       std::string_view tag);

}  // namespace kaynak::attribute_detail
