/// @file One page that a person names → its article, as `kaynak extract` gives it.
#pragma once

#include "attribute/attribute.h"
#include "extract/extract.h"
#include "pipeline/inputs.h"

namespace kaynak {

/// Extracts without attributing. `why` and `facts` may be null. Errors: the page's own,
/// not_article, malformed.
Result<Article> extracted(const InputPage& page, const SiteRules& rules, Explanation* why,
                          PageFacts* facts);

/// Extracts and attributes; the article's id is that of its address.
Result<Article> attributed(const InputPage& page, const SiteRules& rules,
                           const AttributionData& data, PageFacts* facts);

}  // namespace kaynak
