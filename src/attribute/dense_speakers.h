/// @file Who says a quotation, in scripts that are written without blanks.
#pragma once

#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

/// Reads the words of the sentence before and after a quotation.
Attribution read_dense(const Scan& scan, const People& people, WordRange before, WordRange after);

}  // namespace kaynak::attribute_detail
