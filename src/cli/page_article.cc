#include "cli/page_article.h"

#include "html/document.h"
#include "text/url.h"

namespace kaynak {

Result<Article> extracted(const InputPage& page, const SiteRules& rules, Explanation* why,
                          PageFacts* facts) {
  if (page.error) return fail(*page.error);
  KAYNAK_ASSIGN(const auto document, Document::parse(page.bytes, page.content_type));
  PageContext context;
  context.url = page.url;
  context.record_id = page.id;
  context.fetched = page.fetched;
  return extract(document, context, rules, why, facts);
}

Result<Article> attributed(const InputPage& page, const SiteRules& rules,
                           const AttributionData& data, PageFacts* facts) {
  KAYNAK_ASSIGN(auto article, extracted(page, rules, nullptr, facts));
  const auto& address = article.canonical_url.empty() ? article.url : article.canonical_url;
  const auto url = Url::parse(address);
  article.id = article_id_for(url ? identity_key(*url) : page.id);
  return attribute(std::move(article), data);
}

}  // namespace kaynak
