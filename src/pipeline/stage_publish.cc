// Article → its pages in every language; listings.
#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "pipeline/pages.h"
#include "pipeline/site_files.h"
#include "pipeline/stage_jobs.h"

namespace kaynak::pipeline_detail {
namespace {

/// A page written to disk, and the row that says so.
struct Written {
  Publication publication;
  bool first = false;
  bool changed = false;
};

Result<Written> write_page(const StageContext& context, const ArticleView& view,
                           const LanguageTag& language) {
  const auto& site = context.newsroom.site();
  KAYNAK_ASSIGN(auto page, article_page(context.newsroom, context.store, view, language));
  Written out;
  const auto known = std::find_if(view.publications.begin(), view.publications.end(),
                                  [&](const Publication& p) { return p.language == language; });
  out.first = known == view.publications.end();
  out.publication =
      out.first ? Publication{view.article.id, language, page.path, context.now, context.now, {}}
                : *known;
  page.first_published = out.publication.first_published;
  const auto file = view.article.status == PubStatus::canceled ? site.render_withdrawn(page)
                                                               : site.render_article(page);
  const auto digest = sha256_hex(file.bytes);
  out.changed = digest != out.publication.digest;
  if (out.changed) out.publication.updated = context.now;
  out.publication.digest = digest;
  KAYNAK_TRY(write_site_file(context.newsroom.paths.site(), file));
  return out;
}

/// What the search index may hold: no more than the page shows.
Result<void> index_texts(Store& store, const ArticleView& view) {
  KAYNAK_TRY(store.unindex(view.article.id));
  if (!is_public(view)) return {};
  const bool whole = view.source.rights == Rights::full;
  const auto body = whole                                   ? body_text(view.article)
                    : view.source.rights == Rights::excerpt ? summary_text(view.article)
                                                            : std::string();
  KAYNAK_TRY(store.index_text(view.article.id, view.article.language, view.article.headline, body));
  for (const auto& edition : view.editions) {
    if (edition_for(view, edition.language) != &edition) continue;
    std::string text;
    for (const auto& block : edition.blocks) text += block.text + "\n";
    KAYNAK_TRY(store.index_text(view.article.id, edition.language, edition.headline, text));
  }
  return {};
}

Result<void> enqueue_listings(const Newsroom& newsroom, Store& store, const ArticleView& view) {
  for (const auto& language : newsroom.config.site.languages) {
    KAYNAK_TRY(store.enqueue("listings", language.value, Time{}));
    KAYNAK_TRY(store.enqueue("outlet", pair_item(language.value, view.source.id.value), Time{}));
  }
  return {};
}

/// The other tellings of a story link to this article's pages as soon as there are any: those that
/// are published, or are being published from what was so far. Others see them in their own turn;
/// published before it, they would be without their translations.
Result<void> publish_others_again(Store& store, const ArticleView& view) {
  for (const auto& id : view.story.articles) {
    if (id == view.article.id) continue;
    KAYNAK_ASSIGN(const auto there, store.publications_of(id));
    KAYNAK_TRY(there.empty() ? store.repeat_if_running("publish", id.value)
                             : store.enqueue("publish", id.value, Time{}));
  }
  return {};
}

Effects held_by_rights(const ArticleView& view) {
  Effects effects;
  effects.outcome = {"publish", view.article.headline,
                     "held: " + view.source.name + " permits no publication (rights = \"none\")",
                     true};
  effects.apply = [view](Store& store) -> Result<void> {
    for (const auto& p : view.publications)
      KAYNAK_TRY(store.remove_publication(p.article, p.language));
    return store.unindex(view.article.id);
  };
  return effects;
}

}  // namespace

Result<Effects> publish_article(const StageContext& context, const std::string& article_id) {
  KAYNAK_ASSIGN(const auto view,
                article_view(context.newsroom, context.store, ArticleId(article_id)));
  if (view.source.rights == Rights::none) {
    for (const auto& p : view.publications)
      KAYNAK_TRY(remove_site_file(context.newsroom.paths.site(), p.path));
    return held_by_rights(view);
  }
  if (view.article.status == PubStatus::canceled && view.publications.empty()) return Effects{};
  std::vector<Written> pages;
  for (const auto& language : context.newsroom.config.site.languages) {
    KAYNAK_ASSIGN(auto written, write_page(context, view, language));
    pages.push_back(std::move(written));
  }
  Effects effects;
  effects.outcome = {"publish", view.article.headline, "", false};
  effects.apply = [context, view, pages](Store& store) -> Result<void> {
    bool changed = false, first = false;
    auto detail = Json::object();
    for (const auto& page : pages) {
      KAYNAK_TRY(store.put_publication(page.publication));
      first = first || page.first;
      if (page.changed) detail.set(page.publication.language.value, page.publication.digest);
      changed = changed || page.changed;
    }
    KAYNAK_TRY(index_texts(store, view));
    if (first) KAYNAK_TRY(publish_others_again(store, view));
    if (!changed) return {};
    KAYNAK_TRY(store.append_event(
        make_event(context, "published", view.article.id.value, Json().set("pages", detail))));
    return enqueue_listings(context.newsroom, store, view);
  };
  return effects;
}

Result<Effects> publish_listings(const StageContext& context, const std::string& tag) {
  const auto& newsroom = context.newsroom;
  const LanguageTag language{std::string_view(tag)};
  KAYNAK_ASSIGN(const auto listing, front_listing(newsroom, context.store, language));
  std::vector<Source> outlets;
  for (const auto& entry : newsroom.sources().all()) {
    KAYNAK_ASSIGN(const auto some,
                  context.store.publications_of_source(entry.source.id, language, 1));
    if (!some.empty()) outlets.push_back(entry.source);
  }
  std::vector<OutputFile> files = {newsroom.site().render_front(listing, context.now),
                                   newsroom.site().render_feed(listing, context.now),
                                   newsroom.site().render_outlets(language, outlets),
                                   newsroom.site().render_not_found(language)};
  KAYNAK_ASSIGN(const auto maps, sitemap_files(newsroom, context.store));
  files.insert(files.end(), maps.begin(), maps.end());
  for (auto& file : newsroom.site().render_static()) files.push_back(std::move(file));
  for (const auto& file : files) KAYNAK_TRY(write_site_file(newsroom.paths.site(), file));
  Effects effects;
  effects.outcome = {"listings", language.value, "", false};
  return effects;
}

Result<Effects> publish_outlet(const StageContext& context, const std::string& pair) {
  const auto [tag, source] = split_pair(pair);
  KAYNAK_ASSIGN(const auto page, outlet_page(context.newsroom, context.store, SourceId(source),
                                             LanguageTag(std::string_view(tag))));
  KAYNAK_TRY(write_site_file(context.newsroom.paths.site(),
                             context.newsroom.site().render_outlet(page, context.now)));
  Effects effects;
  effects.outcome = {"outlet", page.source.name, "", false};
  return effects;
}

}  // namespace kaynak::pipeline_detail
