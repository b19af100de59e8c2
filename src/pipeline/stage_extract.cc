// Capture → Article: html, extract and attribute, and what a new version of a known article sets
// off.
#include "attribute/attribute.h"
#include "base/strings.h"
#include "extract/extract.h"
#include "html/document.h"
#include "model/json.h"
#include "pipeline/archive.h"
#include "pipeline/stage_jobs.h"
#include "text/url.h"

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

/// Gives the article its identity, and its source where extraction found the page's own address.
Result<void> settle(const Newsroom& newsroom, const CaptureRow& row, Article* article) {
  const auto& address = !article->canonical_url.empty() ? article->canonical_url : article->url;
  const auto url = Url::parse(address);
  article->id = article_id_for(url ? identity_key(*url) : row.url);
  if (!article->source.empty()) return {};
  const auto known = url ? newsroom.sources().find_by_host(url->host()) : std::nullopt;
  const std::string host = url ? std::string(url->host()) : std::string("local");
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

Result<Article> article_of(const StageContext& context, const CaptureRow& row) {
  KAYNAK_ASSIGN(const auto capture, read_capture(context.newsroom, context.store, row));
  KAYNAK_ASSIGN(const auto document, Document::parse(capture.body, row.content_type));
  const auto page = page_context(context.newsroom, row);
  const auto entry = source_of(context.newsroom, page.source, page.url);
  KAYNAK_ASSIGN(auto article, extract(document, page, entry ? entry->rules : SiteRules{}));
  article.captured = row.fetched;
  KAYNAK_TRY(settle(context.newsroom, row, &article));
  return attribute(std::move(article), context.newsroom.attribution());
}

/// Errors that say something of the page, not of this machine.
bool is_of_the_page(ErrorCode code) {
  return code == ErrorCode::not_article || code == ErrorCode::malformed ||
         code == ErrorCode::too_large || code == ErrorCode::unsupported;
}

}  // namespace

Result<Effects> extract_capture(const StageContext& context, const std::string& capture_id) {
  KAYNAK_ASSIGN(const auto row, context.store.capture(CaptureId(capture_id)));
  auto made = article_of(context, row);
  if (!made && is_of_the_page(made.error().code)) return refused(context, row, made.error());
  if (!made) return fail(std::move(made).error());
  Article article = std::move(*made);
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

}  // namespace kaynak::pipeline_detail
