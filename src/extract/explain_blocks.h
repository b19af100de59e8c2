/// @file The blocks of a page with the reasons for keeping or dropping them.
#pragma once

#include "extract/blocks.h"
#include "extract/explain.h"

namespace kaynak::extract_detail {

/// Fills `explanation`'s headline, main_place and blocks.
void explain_blocks(const BlockContext& context, const Choice& choice, Explanation* explanation);

}  // namespace kaynak::extract_detail
