/// @file The outlet's own note that it corrected an article, known by the words it begins with.
#pragma once

#include <string>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Text of the first block that is a note of correction in the page's language; empty where there
/// is none. The block stays: readers of the text shall see it, too.
std::string find_correction(const std::vector<Block>& blocks, const std::vector<Scan>& scans);

}  // namespace kaynak::attribute_detail
