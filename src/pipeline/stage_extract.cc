// Capture → Articles: html and extract, or wire, then attribute, and what a new version of a known
// article sets off.
#include <algorithm>

#include "attribute/attribute.h"
#include "base/strings.h"
#include "extract/extract.h"
#include "gather/warc.h"
#include "html/document.h"
#include "model/json.h"
#include "pipeline/archive.h"
#include "pipeline/stage_jobs.h"
#include "text/url.h"
#include "wire/wire.h"

namespace kaynak::pipeline_detail {
namespace {

bool is_web(std::string_view url) {
  return istarts_with(url, "http://") || istarts_with(url, "https://");
}

/// The source a capture belongs to: the one that gathered it, else the one that has its host.
std::optional<SourceEntry> source_of(const Newsroom& newsroom, const SourceId& id,
                                     const std::string& url) {
  if (!id.empty()) return newsroom.sources().find(id);
  const auto parsed = Url::parse(url);
  return parsed ? newsroom.sources().find_by_host(parsed->host()) : std::nullopt;
}

PageContext page_context(const Newsroom& newsroom, const CaptureRow& row) {
  PageContext page;
  const auto& address = row.final_url.empty() ? row.url : row.final_url;
  if (is_web(address)) page.url = address;
  page.fetched = row.fetched;
  if (const auto entry = source_of(newsroom, row.source, page.url)) {
    page.source = entry->source.id;
    page.outlet = entry->source.name;
    page.language = entry->source.language;
  }
  if (!row.item.empty()) {
    if (const auto j = parse_json(row.item)) {
      const auto item = feed_item_from(*j);
      page.feed_title = item.title;
      page.feed_published = item.published ? item.published : item.updated;
    }
  }
  return page;
}

/// Gives the article its identity, and its source where extraction found the page's own address;
/// `otherwise` stands for the host of one that has no address.
Result<void> settle(const Newsroom& newsroom, const CaptureRow& row, Article* article,
                    const std::string& otherwise = "local") {
  const auto& address = !article->canonical_url.empty() ? article->canonical_url : article->url;
  const auto url = Url::parse(address);
  article->id = article_id_for(url ? identity_key(*url) : row.url);
  if (!article->source.empty()) return {};
  const std::string host = url ? std::string(url->host()) : otherwise;
  const auto known = newsroom.sources().find_by_host(host);
  SourceEntry entry;
  if (known)
    entry = *known;
  else {
    KAYNAK_ASSIGN(
        entry, newsroom.sources().adopt(host, article->outlet, article->language,
                                        newsroom.config.import_rights, newsroom.paths.sources()));
  }
  article->source = entry.source.id;
  article->outlet = entry.source.name;
  return {};
}

Effects refused(const StageContext& context, const CaptureRow& row, const Error& error) {
  Effects effects;
  effects.outcome = {"extract", row.url, error.detail, true};
  const auto event = make_event(
      context, "refused", row.id.value,
      Json().set("url", row.url).set("error", to_string(error.code)).set("why", error.detail));
  effects.apply = [event](Store& store) { return store.append_event(event); };
  return effects;
}

Result<Article> page_article(const StageContext& context, const CaptureRow& row,
                             const std::string& body) {
  KAYNAK_ASSIGN(const auto document, Document::parse(body, row.content_type));
  const auto page = page_context(context.newsroom, row);
  const auto entry = source_of(context.newsroom, page.source, page.url);
  KAYNAK_ASSIGN(auto article, extract(document, page, entry ? entry->rules : SiteRules{}));
  article.captured = row.fetched;
  KAYNAK_TRY(settle(context.newsroom, row, &article));
  return attribute(std::move(article), context.newsroom.attribution());
}

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
  KAYNAK_TRY(settle(context.newsroom, row, &article, sender.empty() ? "local" : sender));
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

Result<Found> articles_of(const StageContext& context, const CaptureRow& row) {
  KAYNAK_ASSIGN(const auto capture,
                read_capture_at(context.newsroom.paths.warc() / row.warc, row.offset));
  if (sniff_wire(capture.body, row.content_type)) return wire_articles(context, row, capture.body);
  KAYNAK_ASSIGN(auto article, page_article(context, row, capture.body));
  Found found;
  found.articles.push_back(std::move(article));
  return found;
}

/// Errors that say something of the page, not of this machine.
bool is_of_the_page(ErrorCode code) {
  return code == ErrorCode::not_article || code == ErrorCode::malformed ||
         code == ErrorCode::too_large || code == ErrorCode::unsupported;
}

/// What one article of the capture sets off.
Result<Effects> effects_of(const StageContext& context, const CaptureRow& row, Article article) {
  KAYNAK_ASSIGN(const int version, context.store.article_version(article.id));
  bool corrected = false;
  if (version > 0) {
    KAYNAK_ASSIGN(const auto before, context.store.article(article.id));
    if (before.captured && article.captured && *before.captured > *article.captured)
      return Effects{};  // an older look
    corrected = text_digest(before) != text_digest(article);
    KAYNAK_ASSIGN(const auto seen, context.store.article_capture(article.id));
    if (seen == row.id)
      article.status = before.status;  // looked at again: what was withdrawn stays so
  }
  Effects effects;
  effects.outcome = {"extract", article.headline, corrected ? "corrected by its outlet" : "",
                     false};
  auto detail = Json()
                    .set("capture", row.id.value)
                    .set("headline", article.headline)
                    .set("digest", text_digest(article));
  std::vector<Event> events = {make_event(context, "extracted", article.id.value, detail)};
  if (corrected)
    events.push_back(
        make_event(context, "corrected", article.id.value, Json().set("note", article.correction)));
  effects.apply = [article, events, capture = row.id](Store& store) -> Result<void> {
    KAYNAK_TRY(store.put_article(article, capture));
    for (const auto& event : events) KAYNAK_TRY(store.append_event(event));
    return store.enqueue("trace", article.id.value, Time{});
  };
  return effects;
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

Result<Effects> extract_capture(const StageContext& context, const std::string& capture_id) {
  KAYNAK_ASSIGN(const auto row, context.store.capture(CaptureId(capture_id)));
  auto found = articles_of(context, row);
  if (!found && is_of_the_page(found.error().code)) return refused(context, row, found.error());
  if (!found) return fail(std::move(found).error());
  std::vector<Effects> all;
  for (Article& article : found->articles) {
    KAYNAK_ASSIGN(auto one, effects_of(context, row, std::move(article)));
    all.push_back(std::move(one));
  }
  for (const ArticleId& id : found->canceled) all.push_back(taken_back(row, id));
  if (found->again) all.push_back(embargoed(row, *found->again));
  return together(std::move(all));
}

}  // namespace kaynak::pipeline_detail
