/// @file Is this page an article at all?
#pragma once

#include "extract/explain.h"
#include "extract/page_features.h"

namespace kaynak::extract_detail {

/// Success for an article; not_article with the reason for error pages, consent walls, listings,
/// forums, products, fronts and pages without text. In doubt it is an article: a refused article is
/// lost, a listing let through is one odd page. The weights are data: page_weights.inc, made by
/// eval/train_pages. Fills `explanation`'s page_* where given.
Result<void> judge_page(const PageEvidence& evidence, Explanation* explanation = nullptr);

}  // namespace kaynak::extract_detail
