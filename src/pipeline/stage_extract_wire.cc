// A capture in a newsroom's exchange format → articles.
#include <algorithm>

#include "attribute/attribute.h"
#include "pipeline/stage_extract.h"
#include "text/url.h"
#include "wire/wire.h"

namespace kaynak::pipeline_detail {
namespace {

/// What a capture holds.
struct Found {
  std::vector<Article> articles;
  std::vector<ArticleId> canceled;  ///< known ones that their sender takes back
  std::optional<Time> again;        ///< an item is under embargo until then
  int items = 0;                    ///< that say something, be it old news
};

/// An agency's item as an article of its own.
Result<Article> wire_article(const StageContext& context, const CaptureRow& row, WireItem item,
                             const ArticleId& id) {
  const std::string sender = wire_sender(item);
  Article article = std::move(item.article);
  const auto page = page_context(context.newsroom, row);
  article.source = page.source;
  article.outlet = page.outlet.empty() ? item.provider : page.outlet;
  article.captured = row.fetched;
  const auto url = Url::parse(article.canonical_url.empty() ? article.url : article.canonical_url);
  const std::string otherwise = sender.empty() ? "local" : sender;
  const std::string host = url && !url->host().empty() ? std::string(url->host()) : otherwise;
  KAYNAK_TRY(settle_source(context.newsroom, host, &article));
  article.id = id;
  return attribute(std::move(article), context.newsroom.attribution());
}

/// When the version that an article is of was made.
Time version_time(const Article& a) {
  const auto& version = a.modified ? a.modified : a.published;
  return version ? version->utc : Time{};
}

/// Whether the capture may change the article that is known by the id: no source speaks for
/// another's. What a person imported is of no source and may.
Result<bool> may_change(const StageContext& context, const CaptureRow& row, const ArticleId& id) {
  if (row.source.empty()) return true;
  KAYNAK_ASSIGN(const auto known, context.store.article(id));
  return known.source == row.source;
}

/// Adds an article; of two versions of one item the later counts, also where the other came before.
Result<void> add_article(const StageContext& context, Article article, Found* found) {
  KAYNAK_ASSIGN(const int versions, context.store.article_version(article.id));
  if (versions > 0) {
    KAYNAK_ASSIGN(const auto known, context.store.article(article.id));
    if (version_time(known) > version_time(article)) return {};
  }
  const auto same = std::find_if(found->articles.begin(), found->articles.end(),
                                 [&](const Article& a) { return a.id == article.id; });
  if (same == found->articles.end())
    found->articles.push_back(std::move(article));
  else if (version_time(*same) <= version_time(article))
    *same = std::move(article);
  return {};
}

/// Adds the item to what is found: known by its web address or else by its identifier. A notice
/// that takes back what never came, and a picture alone, are no articles.
Result<void> add_item(const StageContext& context, const CaptureRow& row, WireItem item,
                      Found* found) {
  ++found->items;
  const bool usable = item.status == WireStatus::usable;
  if (const auto until = item.embargoed; usable && until && until->utc > context.now) {
    found->again = std::min(found->again.value_or(until->utc), until->utc);
    return {};
  }
  const std::string identity = wire_identity(item);
  const auto id = article_id_for(identity.empty() ? row.url : identity);
  KAYNAK_ASSIGN(const int versions, context.store.article_version(id));
  if (versions > 0) {
    KAYNAK_ASSIGN(const bool own, may_change(context, row, id));
    if (!own) return {};
    if (!usable) return found->canceled.push_back(id), Result<void>();
  }
  if (!has_text(item)) return --found->items, Result<void>();
  KAYNAK_ASSIGN(auto article, wire_article(context, row, std::move(item), id));
  return add_article(context, std::move(article), found);
}

Result<Found> wire_articles(const StageContext& context, const CaptureRow& row,
                            const std::string& body) {
  KAYNAK_ASSIGN(auto document, read_wire(body, row.content_type));
  Found found;
  for (WireItem& item : document.items) KAYNAK_TRY(add_item(context, row, std::move(item), &found));
  if (found.items == 0)
    return fail(ErrorCode::not_article, "wire",
                std::string("no item of this ") + to_string(document.format) + " holds a text");
  return found;
}

/// All, in one transaction; the outcome of the first is told.
Effects together(std::vector<Effects> all) {
  Effects effects;
  if (!all.empty()) effects.outcome = all.front().outcome;
  effects.apply = [all = std::move(all)](Store& store) -> Result<void> {
    for (const Effects& one : all)
      if (one.apply) KAYNAK_TRY(one.apply(store));
    return {};
  };
  return effects;
}

/// Its sender takes an article back.
Effects taken_back(const CaptureRow& row, const ArticleId& id) {
  Effects effects;
  effects.outcome = {"extract", row.url, "canceled by its sender", true};
  const auto item = Json().set("article", id.value).set("why", "canceled by its sender").dump();
  effects.apply = [item](Store& store) { return store.enqueue("withdraw", item, Time{}); };
  return effects;
}

/// Nothing to show yet: the capture is looked at again when the embargo ends.
Effects embargoed(const CaptureRow& row, Time until) {
  Effects effects;
  effects.outcome = {"extract", row.url, "under embargo until " + to_rfc3339(until), false};
  effects.apply = [id = row.id, until](Store& store) {
    return store.enqueue("extract", id.value, until);
  };
  return effects;
}

}  // namespace

Result<Effects> extract_wire(const StageContext& context, const Look& look,
                             const std::string& body) {
  const auto& row = look.row;
  auto found = wire_articles(context, row, body);
  if (!found && is_of_the_page(found.error().code)) return refused(context, row, found.error());
  if (!found) return fail(std::move(found).error());
  std::vector<Effects> all;
  for (Article& article : found->articles) {
    KAYNAK_ASSIGN(auto one, keep_look(context, look, std::move(article), PageIdentity{}));
    all.push_back(std::move(one));
  }
  for (const ArticleId& id : found->canceled) all.push_back(taken_back(row, id));
  if (found->again) all.push_back(embargoed(row, *found->again));
  return together(std::move(all));
}

}  // namespace kaynak::pipeline_detail
