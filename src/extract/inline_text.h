/// @file The text of one block as readers see it, with its spans and the way back into the page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/page_map.h"
#include "model/article.h"
#include "text/folded_text.h"

namespace kaynak::extract_detail {

/// What write_block needs of the page.
struct InlineContext {
  const Document& page;
  const PageMap& map;
  std::string_view base;  ///< absolute URL that relative links are resolved against; may be empty
  std::string_view language;  ///< of the page: parts in another get a span
};

/// Fills text, spans, sentences and source of a block whose text is the nodes of `b`.
void write_text(const InlineContext& context, const TextBlock& b, Block* to);

}  // namespace kaynak::extract_detail
