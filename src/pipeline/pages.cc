#include "pipeline/pages.h"

#include <algorithm>
#include <set>

#include "base/strings.h"
#include "pipeline/history.h"
#include "pipeline/images.h"

namespace kaynak {
namespace {

constexpr std::size_t kOutletItems = 100;
constexpr std::size_t kSearchHits = 50;

const Publication* publication_in(const ArticleView& view, const LanguageTag& language) {
  for (const auto& p : view.publications)
    if (p.language == language) return &p;
  return nullptr;
}

/// Languages in which the text can really be read, with their paths.
std::vector<std::pair<LanguageTag, std::string>> alternates(const Newsroom& newsroom,
                                                            const ArticleView& view) {
  std::vector<std::pair<LanguageTag, std::string>> out;
  for (const auto& language : newsroom.config.site.languages)
    if (same_language(language, view.article.language) || edition_for(view, language) != nullptr)
      out.emplace_back(language, page_path(newsroom, view, language));
  return out;
}

std::string held_reason(const ArticleView& view, const LanguageTag& language) {
  for (const auto& edition : view.editions) {
    if (edition.language != language || edition.status != EditionStatus::held) continue;
    for (const auto& finding : edition.findings)
      if (finding.holds) return finding.check + ": " + finding.detail;
  }
  return {};
}

Result<std::vector<ArticlePage::Holder>> holders(const Newsroom& newsroom, Store& store,
                                                 const ArticleView& view,
                                                 const LanguageTag& language) {
  std::vector<ArticlePage::Holder> out;
  for (const auto& id : view.story.articles) {
    KAYNAK_ASSIGN(const auto other, id == view.article.id ? Result<ArticleView>(view)
                                                          : article_view(newsroom, store, id));
    ArticlePage::Holder holder;
    holder.outlet = other.source.name;
    holder.url =
        other.article.canonical_url.empty() ? other.article.url : other.article.canonical_url;
    if (const auto* p = publication_in(other, language); p != nullptr && is_public(other))
      holder.path = p->path;
    holder.published = other.article.published;
    holder.first = id == view.story.first;
    for (const auto& edge : view.story.edges)
      if (edge.to == id) holder.share = edge.share;
    out.push_back(std::move(holder));
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  return out;
}

}  // namespace

Result<ArticleView> article_view(const Newsroom& newsroom, Store& store, const ArticleId& id) {
  ArticleView view;
  KAYNAK_ASSIGN(view.article, store.article(id));
  if (const auto entry = newsroom.sources().find(view.article.source))
    view.source = entry->source;
  else {
    view.source.id = view.article.source;
    view.source.name = view.article.outlet;
    view.source.rights = Rights::none;  // its file is gone: nothing is permitted any more
  }
  KAYNAK_ASSIGN(view.editions, store.editions_of(id));
  KAYNAK_ASSIGN(view.publications, store.publications_of(id));
  auto story = store.story_of(id);
  if (story)
    view.story = std::move(*story);
  else
    view.story = Story{StoryId(id.value), {id}, id, {}};
  return view;
}

const Edition* edition_for(const ArticleView& view, const LanguageTag& language) {
  if (view.source.rights != Rights::full) return nullptr;
  for (const auto& edition : view.editions)
    if (edition.language == language && edition.status == EditionStatus::ready &&
        edition.blocks.size() == view.article.blocks.size() &&
        edition.source_digest == text_digest(view.article))
      return &edition;
  return nullptr;
}

bool is_public(const ArticleView& view) {
  return view.source.rights != Rights::none && view.article.status == PubStatus::usable;
}

std::string page_path(const Newsroom& newsroom, const ArticleView& view,
                      const LanguageTag& language) {
  if (const auto* known = publication_in(view, language)) return known->path;
  const auto* edition = edition_for(view, language);
  return newsroom.site().path_for(language, view.article,
                                  edition != nullptr ? edition->headline : view.article.headline);
}

Result<ArticlePage> article_page(const Newsroom& newsroom, Store& store, const ArticleView& view,
                                 const LanguageTag& language) {
  ArticlePage page;
  page.language = language;
  page.path = page_path(newsroom, view, language);
  page.article = view.article;
  if (newsroom.config.images) KAYNAK_TRY(use_own_images(newsroom, store, &page.article));
  page.source = view.source;
  if (const auto* edition = edition_for(view, language))
    page.edition = *edition;
  else
    page.held_reason = held_reason(view, language);
  page.alternates = alternates(newsroom, view);
  KAYNAK_ASSIGN(page.holders, holders(newsroom, store, view, language));
  KAYNAK_ASSIGN(page.comments, store.comments_of(view.article.id, language));
  if (page.edition) page.warnings = page.edition->findings;
  if (const auto* known = publication_in(view, language))
    page.first_published = known->first_published;
  KAYNAK_ASSIGN(page.changed, last_changed(store, view.article));
  return page;
}

Result<ListingItem> listing_item(const Newsroom& newsroom, Store& store, const ArticleView& view,
                                 const LanguageTag& language) {
  KAYNAK_ASSIGN(const auto page, article_page(newsroom, store, view, language));
  return kaynak::listing_item(page);
}

Result<Listing> front_listing(const Newsroom& newsroom, Store& store, const LanguageTag& language) {
  Listing listing{language, {}};
  const auto wanted = newsroom.config.site.front_page_stories;
  KAYNAK_ASSIGN(const auto stories, store.recent_stories(2 * wanted));
  for (const auto& story : stories) {
    if (listing.items.size() == wanted) break;
    auto order = story.articles;
    std::stable_partition(order.begin(), order.end(),
                          [&](const ArticleId& id) { return id == story.first; });
    for (const auto& id : order) {
      KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, id));
      if (!is_public(view)) continue;
      KAYNAK_ASSIGN(auto item, listing_item(newsroom, store, view, language));
      listing.items.push_back(std::move(item));
      break;
    }
  }
  return listing;
}

Result<OutletPage> outlet_page(const Newsroom& newsroom, Store& store, const SourceId& source,
                               const LanguageTag& language) {
  OutletPage page;
  if (const auto entry = newsroom.sources().find(source)) page.source = entry->source;
  page.listing.language = language;
  KAYNAK_ASSIGN(const auto publications,
                store.publications_of_source(source, language, kOutletItems));
  for (const auto& publication : publications) {
    KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, publication.article));
    if (!is_public(view)) continue;
    KAYNAK_ASSIGN(auto item, listing_item(newsroom, store, view, language));
    page.listing.items.push_back(std::move(item));
  }
  return page;
}

Result<Listing> search_listing(const Newsroom& newsroom, Store& store, const LanguageTag& language,
                               const std::string& query) {
  Listing listing{language, {}};
  KAYNAK_ASSIGN(const auto hits, store.search(query, kSearchHits));
  std::set<std::string> seen;
  for (const auto& hit : hits) {
    if (!seen.insert(hit.article.value).second) continue;
    KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, hit.article));
    if (!is_public(view)) continue;
    KAYNAK_ASSIGN(auto item, listing_item(newsroom, store, view, language));
    if (view.source.rights == Rights::full) item.summary = hit.snippet;
    listing.items.push_back(std::move(item));
  }
  return listing;
}

}  // namespace kaynak
