// Capture → Article: html, extract and attribute, and what a new version of a known article sets
// off.
#include "pipeline/stage_extract.h"

#include "attribute/attribute.h"
#include "base/strings.h"
#include "extract/extract.h"
#include "gather/warc.h"
#include "html/document.h"
#include "pipeline/archive.h"
#include "pipeline/identity_known.h"
#include "pipeline/look.h"
#include "text/url.h"
#include "trace/revision.h"
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

/// Another outlet's page that a page calls the original, as the station before the page's own.
void add_original(const Newsroom& newsroom, const std::string& original, Article* article) {
  const auto url = Url::parse(original);
  if (original.empty() || !url) return;
  const auto known = newsroom.sources().find_by_host(url->host());
  const std::string name = known ? known->source.name : std::string(url->host());
  auto& hops = article->hops;
  const bool has_own =
      !hops.empty() && (hops.back().role == "publisher" || hops.back().role == "republisher");
  std::erase_if(hops, [&](const Hop& hop) {
    return hop.role == "publisher" && (hop.name == name || hop.url == url->href());
  });
  Hop hop{"publisher", name, url->href(), {Evidence::none, {}}};
  hop.proof = "canonical " + original;
  if (has_own) hops.back().role = "republisher";
  hops.insert(has_own ? hops.end() - 1 : hops.end(), hop);
}

/// The host of an address; "local" where it has none.
std::string host_of_address(const std::string& address) {
  const auto url = Url::parse(address);
  return url && !url->host().empty() ? std::string(url->host()) : std::string("local");
}

/// Gives the article its source and its identity.
Result<void> settle(const StageContext& context, const CaptureRow& row, Article* article,
                    PageIdentity* identity) {
  const auto claims = claims_of(row, article->canonical_url);
  *identity = identity_of(claims);
  KAYNAK_TRY(settle_source(context.newsroom, host_of_address(identity->address), article));
  KAYNAK_ASSIGN(article->id, settle_identity(context.store, claims, *article, identity));
  if (identity->reason != IdentityReason::address)
    article->canonical_url = identity->address;
  else if (const auto url = Url::parse(article->canonical_url);
           url && identity_key(*url) != identity->key)
    article->canonical_url.clear();
  return {};
}

/// What one look at a page gave.
struct Page {
  PageFacts facts;
  PageIdentity identity;
};

Result<Article> article_of(const StageContext& context, const CaptureRow& row,
                           const std::string& body, Page* seen) {
  KAYNAK_ASSIGN(const auto document, Document::parse(body, row.content_type));
  const auto page = page_context(context.newsroom, row);
  const auto entry = source_of(context.newsroom, page.source, page.url);
  KAYNAK_ASSIGN(auto article,
                extract(document, page, entry ? entry->rules : SiteRules{}, nullptr, &seen->facts));
  article.captured = row.fetched;
  if (!row.machine_use.empty())
    if (const auto said = parse_json(row.machine_use))
      article.machine_use.fill_from(machine_use_from(*said));
  KAYNAK_TRY(settle(context, row, &article, &seen->identity));
  article = attribute(std::move(article), context.newsroom.attribution());
  add_original(context.newsroom, seen->identity.original, &article);
  return article;
}

Result<Look> look_of(Store& store, const std::string& item) {
  const auto [id, seen] = split_pair(item);
  Look look;
  KAYNAK_ASSIGN(look.row, store.capture(CaptureId(id)));
  if (const auto time = parse_iso8601(seen)) look.row.fetched = time->utc, look.again = true;
  return look;
}

/// The article that stood at the page's address so far.
Result<std::optional<Article>> known_at(Store& store, const CaptureRow& row, const Page& page) {
  auto found = store.article_by_url(row.url);
  if (!found && found.error().code == ErrorCode::not_found)
    found =
        store.article(article_id_for(identity_of(claims_of(row, page.facts.canonical_url)).key));
  if (!found && found.error().code == ErrorCode::not_found) return std::optional<Article>();
  if (!found) return fail(std::move(found).error());
  return std::optional(std::move(*found));
}

/// The page's own words that its article is gone, for the log; empty where it has none.
std::string stated_gone(const GonePhrases& phrases, const PageFacts& facts) {
  const auto notice =
      gone_notice({facts.title, facts.headline, facts.text, facts.language.value}, phrases);
  return notice ? "its page says: " + *notice : std::string();
}

/// Whether the address leads to the front page or the like, and not to the article after all.
bool leads_away(const CaptureRow& row, const Result<Article>& made,
                const std::optional<Article>& known) {
  return redirected_away(row.url, row.final_url) && !(made && known && resembles(*known, *made));
}

Result<Effects> gone(const StageContext& context, const CaptureRow& row,
                     const std::optional<Article>& known, const std::string& stated) {
  const auto why = stated.empty() ? "its address leads to " + row.final_url : stated;
  if (!known) return refused(context, row, {ErrorCode::not_article, "extract", why});
  if (known->captured && *known->captured > row.fetched) return Effects{};  // an older look
  if (stated.empty()) {
    KAYNAK_ASSIGN(const bool elsewhere, stands_elsewhere(context.store, *known, row.url));
    if (elsewhere) return Effects{};
  }
  return withdraw(context, *known, why);
}

Result<Effects> extract_page(const StageContext& context, const Look& look,
                             const std::string& body) {
  Page page;
  auto made = article_of(context, look.row, body, &page);
  if (!made && !is_of_the_page(made.error().code)) return fail(std::move(made).error());
  KAYNAK_ASSIGN(const auto known, known_at(context.store, look.row, page));
  const auto stated = stated_gone(context.newsroom.gone_phrases(), page.facts);
  if (!stated.empty() || leads_away(look.row, made, known))
    return gone(context, look.row, known, stated);
  if (!made) return refused(context, look.row, made.error());
  return keep_look(context, look, std::move(*made), page.identity);
}

}  // namespace

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

Result<void> settle_source(const Newsroom& newsroom, const std::string& host, Article* article) {
  if (!article->source.empty()) return {};
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

bool is_of_the_page(ErrorCode code) {
  return code == ErrorCode::not_article || code == ErrorCode::malformed ||
         code == ErrorCode::too_large || code == ErrorCode::unsupported;
}

Result<Effects> extract_capture(const StageContext& context, const std::string& item) {
  KAYNAK_ASSIGN(const Look look, look_of(context.store, item));
  KAYNAK_ASSIGN(const auto capture, read_capture(context.newsroom, context.store, look.row));
  if (sniff_wire(capture.body, look.row.content_type))
    return extract_wire(context, look, capture.body);
  return extract_page(context, look, capture.body);
}

}  // namespace kaynak::pipeline_detail
