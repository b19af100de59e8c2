/// @file The numbers by which a whole page is judged to be an article or something else.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/result.h"
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
  bool from_feed = false;  ///< an outlet's feed calls it an article
};

/// X(name): one number each, most 0 or 1. Groups: what the page says it is; its address; the text
/// that was kept; the page around it.
// clang-format off
#define KAYNAK_PAGE_FEATURES(X)                                                                    \
  X(bias) X(data_article) X(data_news) X(data_blog) X(data_listing) X(data_product) X(data_forum)  \
  X(data_organisation) X(data_software) X(data_faq) X(data_none) X(og_article) X(og_website)       \
  X(og_product) X(og_none) X(article_metas) X(has_author) X(has_published) X(has_modified)         \
  X(has_url) X(url_root) X(url_deep) X(url_slug) X(url_date) X(url_number) X(url_forum)            \
  X(url_product) X(url_listing) X(url_docs) X(url_service) X(url_article) X(url_index)             \
  X(host_forum) X(host_docs) X(log_text) X(log_paragraphs) X(long_paragraphs) X(kept_share)        \
  X(link_share) X(page_link_share) X(heading_share) X(list_share) X(table_share) X(code_share)     \
  X(quote_share) X(figures) X(short_share) X(no_headline) X(title_question) X(log_articles)        \
  X(log_times) X(log_forms) X(log_buttons) X(log_code) X(log_headings) X(log_images)               \
  X(log_prices) X(class_forum) X(class_product) X(class_article)             \
  X(class_docs) X(says_you) X(body_is_main) X(title_forum) X(title_product) X(title_listing)       \
  X(title_docs) X(title_service) X(headline_words) X(headline_short) X(made_docs) X(made_forum)    \
  X(made_shop) X(made_blog) X(log_user_links) X(one_time)             \
  X(log_dates) X(log_authors) X(log_italic) X(log_parent_kept) X(log_after_kept) X(log_captions)   \
  X(log_comments) X(nav_share)
// clang-format on

enum class P : unsigned {
#define KAYNAK_FEATURE(name) name,
  KAYNAK_PAGE_FEATURES(KAYNAK_FEATURE)
#undef KAYNAK_FEATURE
      count_
};

inline constexpr std::size_t page_feature_count = static_cast<std::size_t>(P::count_);

struct PageFeatures {
  std::array<float, page_feature_count> values{};
  float& operator[](P p) { return values[static_cast<std::size_t>(p)]; }
  float operator[](P p) const { return values[static_cast<std::size_t>(p)]; }
};

std::string_view page_feature_name(std::size_t index);

PageFeatures measure_page(const PageEvidence& evidence);

}  // namespace kaynak::extract_detail
