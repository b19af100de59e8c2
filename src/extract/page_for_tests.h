/// @file Pages for tests.
#pragma once

#include <stdexcept>
#include <string>

#include "extract/extract.h"

namespace kaynak::extract_detail {

inline Document parse_for_test(std::string_view html) {
  auto page = Document::parse(html, "text/html; charset=utf-8");
  if (!page) throw std::runtime_error(page.error().message());
  return std::move(*page);
}

inline Result<Article> try_extract(std::string_view html, const SiteRules& rules = {}) {
  PageContext context;
  context.record_id = "t";
  context.url = "https://havsbild.example/2026/11/24/ice";
  return extract(parse_for_test(html), context, rules);
}

inline Article extract_for_test(std::string_view html, const SiteRules& rules = {}) {
  auto article = try_extract(html, rules);
  if (!article) throw std::runtime_error(article.error().message());
  return std::move(*article);
}

/// Four paragraphs of news, so that a page around them is an article.
inline std::string news_text() {
  return "<p>The ice in the harbour of Norrvik broke on Monday, a month before it usually does, "
         "the port authority said.</p>"
         "<p>Ships that wait out the winter at the old quay may leave from Friday on, and the "
         "ferry to the islands runs again.</p>"
         "<p>The harbour master, who has kept the log since 1994, said that the water was two "
         "degrees warmer than a year ago.</p>"
         "<p>Fishers in the north of the bay had reported open water two weeks ago, but the coast "
         "guard did not confirm it.</p>";
}

/// A whole page around `inside`, which stands in its article element.
inline std::string page_with(std::string_view inside, std::string_view head = "",
                             std::string_view after = "") {
  return "<!doctype html><html lang=en><head><title>Ice breaks early in Norrvik | Havsbild "
         "Post</title><meta property=og:site_name "
         "content='Havsbild Post'>" +
         std::string(head) +
         "</head><body><header class=site-header><nav><ul><li><a href=/>Home</a></li><li><a "
         "href=/sea>Sea</a></li></ul></nav></header>"
         "<main><article class=article><h1>Ice breaks early in Norrvik</h1><div "
         "class=article-body>" +
         std::string(inside) + "</div></article></main>" + std::string(after) +
         "<footer><p>© Havsbild Post. All rights reserved.</p></footer></body></html>";
}

}  // namespace kaynak::extract_detail
