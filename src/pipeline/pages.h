/// @file What the site shows, gathered from the store: the values that publish/ renders.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pipeline/newsroom.h"
#include "publish/site.h"

namespace kaynak {

/// An article with all that its pages need, read once for all languages.
struct ArticleView {
  Article article;
  Source source;
  std::vector<Edition> editions;
  Story story;
  std::vector<Publication> publications;
};
Result<ArticleView> article_view(const Newsroom& newsroom, Store& store, const ArticleId& id);

/// The edition that a language's page may show: ready, made from the text as it is now, and
/// permitted by the source.
const Edition* edition_for(const ArticleView& view, const LanguageTag& language);
/// Whether the source permits anything of it to be shown, and it was not withdrawn.
bool is_public(const ArticleView& view);
/// Path of the article's page in a language's folder: the one it has, or the one it will get.
std::string page_path(const Newsroom& newsroom, const ArticleView& view,
                      const LanguageTag& language);

Result<ArticlePage> article_page(const Newsroom& newsroom, Store& store, const ArticleView& view,
                                 const LanguageTag& language);
Result<ListingItem> listing_item(const Newsroom& newsroom, Store& store, const ArticleView& view,
                                 const LanguageTag& language);
/// Newest stories, each once, by their first holder that may be shown.
Result<Listing> front_listing(const Newsroom& newsroom, Store& store, const LanguageTag& language);
Result<OutletPage> outlet_page(const Newsroom& newsroom, Store& store, const SourceId& source,
                               const LanguageTag& language);
/// Articles that match a query, as a listing in a language's folder.
Result<Listing> search_listing(const Newsroom& newsroom, Store& store, const LanguageTag& language,
                               const std::string& query);

}  // namespace kaynak
