/// @file Is this page an article at all?
#pragma once

#include <string_view>
#include <vector>

#include "extract/content.h"
#include "extract/structured_data.h"
#include "model/article.h"

namespace kaynak::extract_detail {

struct PageEvidence {
  const Document& page;
  const PageMap& map;
  const Content& content;
  const StructuredData& data;
  const std::vector<Block>& blocks;
  std::string_view headline;
  std::string_view title;
  std::string_view url;
};

/// Success for an article; not_article with the reason for error pages, consent walls, listings and
/// pages without text. In doubt it is an article: a refused article is lost, a listing let through
/// is one odd page.
Result<void> judge_page(const PageEvidence& evidence);

}  // namespace kaynak::extract_detail
