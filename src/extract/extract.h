/// @file Document → Article: main content, headline, dates, byline as written, figures.
#pragma once

#include <optional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "extract/explain.h"
#include "extract/site_rules.h"
#include "html/document.h"
#include "model/article.h"

namespace kaynak {

/// What is known of a page beside its bytes.
struct PageContext {
  std::string
      url;  ///< as fetched; empty where unknown: then the page's own canonical address is used
  std::string record_id;  ///< Article::record_id
  std::optional<Time> fetched;
  SourceId source;
  std::string
      outlet;  ///< outlet's name if configured; else the page's own og:site_name and the like
  LanguageTag language;    ///< the source's language, a hint
  std::string feed_title;  ///< headline the feed gave, used where the page has none
  std::optional<ZonedTime> feed_published;
};

/// What a page says of itself, be it an article or not.
struct PageFacts {
  std::string headline;
  std::string canonical_url;
  std::string outlet;
  LanguageTag language;
  std::optional<ZonedTime> published, modified;
  std::string title;  ///< of the document
  std::string text;   ///< beginning of its text, some 4000 bytes; paragraphs parted by \n
};

/// Finds the article on a page. Fills everything of Article but what attribute() finds (authors
/// from structured data and byline as written are filled here). Keeps no reference to `page`.
/// Errors: not_article (with the reason), too_large. Thread-safe: no shared state. `explanation` is
/// filled where given, refused pages included; making it costs more than extracting. So is `facts`,
/// which costs a refused page the rest of its reading.
Result<Article> extract(const Document& page, const PageContext& context,
                        const SiteRules& rules = {}, Explanation* explanation = nullptr,
                        PageFacts* facts = nullptr);

}  // namespace kaynak
