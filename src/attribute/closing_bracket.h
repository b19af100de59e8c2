/// @file "… (AFP, dpa)", "… （记者A、B）": credits in brackets at the end of a text.
#pragma once

#include <optional>

#include "attribute/credit_line.h"

namespace kaynak::attribute_detail {

struct ClosingBracket {
  std::size_t block;
  std::size_t open;    ///< where the bracket stands in the block's text
  std::size_t inside;  ///< where the words between the brackets begin
  CreditLine line;
};

/// The last bracket of the last paragraphs that holds nothing but a credit. The paragraph stays
/// whole: it holds more.
std::optional<ClosingBracket> find_closing_bracket(const Article& article,
                                                   const AttributionData::Impl& data,
                                                   const Language& language);

}  // namespace kaynak::attribute_detail
