#include "pipeline/import.h"

#include "base/strings.h"
#include "base/toml.h"
#include "pipeline/archive.h"
#include "pipeline/inputs.h"
#include "text/url.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

Arrival arrival_of(InputPage page) {
  Arrival arrival;
  arrival.remember = false;
  auto& c = arrival.capture;
  c.url = page.url.empty() ? "file:///" + safe_name(page.id) : page.url;
  c.final_url = page.url;
  c.fetched = page.fetched.value_or(system_now());
  c.http_status = 200;
  c.headers = {{"Content-Type", page.content_type.empty() ? "text/html" : page.content_type}};
  c.body = std::move(page.bytes);
  c.id = capture_id_for(c.url, c.body);
  return arrival;
}

}  // namespace

Result<ImportCounts> import_pages(const Newsroom& newsroom, const std::vector<std::string>& inputs,
                                  const std::function<void(const ImportCounts&)>& progress) {
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto archive, Archive::open(newsroom, system_now()));
  const auto transport = make_http_transport(newsroom.config.http);
  InputOptions options;
  options.transport = transport.get();
  const auto pages = open_pages(inputs, options);
  ImportCounts counts;
  for (;;) {
    auto page = pages->next();
    if (!page) {
      counts.problems.push_back(std::move(page).error());
      continue;
    }
    if (!*page) return counts;
    ++counts.pages;
    if ((*page)->error)
      counts.problems.push_back(*(*page)->error);
    else {
      KAYNAK_ASSIGN(const bool fresh, archive->keep(arrival_of(std::move(**page))));
      ++(fresh ? counts.fresh : counts.known);
    }
    if (progress) progress(counts);
  }
}

Result<EditionId> import_edition(const Newsroom& newsroom, const std::string& name,
                                 const LanguageTag& language, const std::string& translator,
                                 const std::string& text, Time now) {
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  KAYNAK_ASSIGN(const auto article, find_article(newsroom, *store, name));
  KAYNAK_ASSIGN(const auto edition, import_human_edition(article, language, translator, text, now));
  const auto kept = store->transaction([&]() -> Result<void> {
    KAYNAK_TRY(store->put_edition(edition));
    Event event;
    event.at = edition.created;
    event.kind = "translated";
    event.subject = edition.id.value;
    event.detail.set("language", language.value).set("translator", translator);
    KAYNAK_TRY(store->append_event(event));
    return store->enqueue("publish", article.id.value, Time{});
  });
  if (!kept) return fail(kept.error());
  return edition.id;
}

Result<WaitingEditions> import_waiting_editions(const Newsroom& newsroom, Time now) {
  WaitingEditions out;
  const auto list = newsroom.paths.editions() / "editions.toml";
  const auto text = read_file(list, 1 << 20);
  if (!text && text.error().code == ErrorCode::not_found) return out;
  if (!text) return fail(text.error());
  KAYNAK_ASSIGN(const auto manifest, parse_toml(*text, "editions/editions.toml"));
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  for (const auto& j : manifest["edition"].items()) {
    const auto article = find_article(newsroom, *store, j["article"].as_string());
    if (!article) continue;  // its original is not here yet
    const LanguageTag language(j["language"].as_string());
    const auto known = store->edition(edition_id_for(article->id, language));
    if (known && known->kind == EditionKind::human) continue;
    const auto words =
        read_file(newsroom.paths.editions() / Path(j["file"].as_string()).filename());
    const auto kept = words ? import_edition(newsroom, article->id.value, language,
                                             j["translator"].as_string(), *words, now)
                            : Result<EditionId>(fail(words.error()));
    if (kept)
      ++out.fresh;
    else
      out.problems.push_back({kept.error().code, kept.error().stage,
                              "editions/" + j["file"].as_string() + ": " + kept.error().detail});
  }
  return out;
}

Result<Article> find_article(const Newsroom& newsroom, Store& store, const std::string& name) {
  auto by_id = store.article(ArticleId(name));
  if (by_id || by_id.error().code != ErrorCode::not_found) return by_id;
  auto by_url = store.article_by_url(name);
  if (by_url || by_url.error().code != ErrorCode::not_found) return by_url;
  if (const auto url = Url::parse(name)) {
    auto by_key = store.article(article_id_for(identity_key(*url)));
    if (by_key || by_key.error().code != ErrorCode::not_found) return by_key;
    const auto path = std::string(url->path().substr(1));
    for (const auto& language : newsroom.config.site.languages) {
      KAYNAK_ASSIGN(const auto publications, store.publications_in(language));
      for (const auto& p : publications)
        if (p.path == path) return store.article(p.article);
    }
  }
  return fail(ErrorCode::not_found, "newsroom",
              "no article '" + name +
                  "'; give its id, its address or the address of its page "
                  "(kaynak search finds them)");
}

}  // namespace kaynak
