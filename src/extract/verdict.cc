#include "extract/verdict.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/phrases.h"
#include "text/url.h"

namespace kaynak::extract_detail {
namespace {

/// What a page's kind is judged by.
struct PageFeatures {
  std::size_t text = 0;        ///< bytes of body text
  std::size_t paragraphs = 0;  ///< of 60 bytes or more
  std::size_t link_text = 0;   ///< bytes of it inside links
  bool says_article = false;   ///< its structured data or og:type
  bool says_listing = false;   ///< its structured data or og:type
  bool error_title = false;
  bool consent_title = false;
  bool front_path = false;  ///< the address is the site's root
};

bool named(const std::vector<std::string>& types, std::initializer_list<std::string_view> wanted) {
  return std::any_of(types.begin(), types.end(), [&](const std::string& t) {
    return std::find(wanted.begin(), wanted.end(), t) != wanted.end();
  });
}

PageFeatures measure(const PageEvidence& e) {
  PageFeatures f;
  for (const Block& b : e.blocks) {
    if (b.kind == BlockKind::figure || b.text.empty()) continue;
    f.text += b.text.size();
    f.paragraphs += b.text.size() >= 60;
    for (const Span& s : b.spans)
      if (s.kind == SpanKind::link) f.link_text += s.range.size();
  }
  const auto type = ascii_lower(e.data.meta({"og:type"}));
  f.says_article =
      e.data.article.found || type == "article" || type == "news" || type == "newsarticle";
  f.says_listing =
      named(e.data.page_types, {"CollectionPage", "ItemList", "SearchResultsPage", "QAPage",
                                "ProfilePage", "Product", "ContactPage", "CheckoutPage"}) &&
      !e.data.article.found;
  f.error_title = phrase_of(e.title) == PhraseKind::error_page ||
                  phrase_of(e.headline) == PhraseKind::error_page;
  const auto title_kind = phrase_of(e.title);
  f.consent_title = title_kind == PhraseKind::consent;
  if (const auto url = Url::parse(e.url))
    f.front_path = (url->path() == "/" || url->path().empty()) && url->query().empty();
  return f;
}

}  // namespace

Result<void> judge_page(const PageEvidence& evidence) {
  const PageFeatures f = measure(evidence);
  const auto refuse = [](const char* why) { return fail(ErrorCode::not_article, "extract", why); };
  if (f.error_title && f.text < 1500 && !f.says_article) return refuse("an error page");
  if (f.consent_title && f.text < 2500 && !f.says_article) return refuse("a consent wall");
  if (f.text == 0) return refuse("no article text on the page");
  if (f.text < 140 && f.paragraphs == 0 && !f.says_article)
    return refuse("hardly any text on the page");
  if (f.link_text * 10 >= f.text * 8 && f.text > 200 && !f.says_article)
    return refuse("a page of links");
  if (f.front_path && !evidence.data.article.found && f.paragraphs < 8)
    return refuse("a front page");
  return {};
}

}  // namespace kaynak::extract_detail
