#include "pipeline/import.h"

#include "base/strings.h"
#include "base/toml.h"
#include "pipeline/archive.h"
#include "text/url.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

// What is kept together: as little waits in memory as makes one write worth its while.
constexpr std::size_t kPagesAtOnce = 64;
constexpr std::size_t kBytesAtOnce = 8u << 20;

/// The source is found by the page's address: what an archive says of it is not taken.
Arrival arrival_of(InputPage page) {
  Arrival arrival;
  if (page.arrival) arrival = std::move(*page.arrival);
  arrival.article = true;
  arrival.shown_by.clear();
  auto& c = arrival.capture;
  c.source = {};
  if (page.url.empty() || c.url.empty())
    c.url = page.url.empty() ? "file:///" + safe_name(page.id) : page.url;
  c.final_url = page.url;
  c.fetched = page.fetched.value_or(system_now());
  c.http_status = 200;
  if (header(c.headers, "Content-Type").empty())
    c.headers.emplace_back("Content-Type",
                           page.content_type.empty() ? "text/html" : page.content_type);
  c.body = std::move(page.bytes);
  c.id = capture_id_for(c.url, c.body);
  return arrival;
}

/// Pages on their way into the archive.
class Import {
 public:
  Import(Archive& archive, const PageReader& pages,
         const std::function<void(const ImportCounts&)>& progress)
      : archive_(archive), pages_(pages), progress_(progress) {}

  Result<void> take(Result<std::optional<InputPage>> page) {
    if (!page) {
      counts.problems.push_back(std::move(page).error());
      return {};
    }
    ++counts.pages;
    if ((*page)->error) {
      counts.problems.push_back(*(*page)->error);
      return {};
    }
    bytes_ += (*page)->bytes.size();
    waiting_.push_back(arrival_of(std::move(**page)));
    return waiting_.size() < kPagesAtOnce && bytes_ < kBytesAtOnce ? Result<void>() : keep();
  }

  Result<void> keep() {
    KAYNAK_ASSIGN(const auto fresh, archive_.keep_all(waiting_));
    for (const bool is_new : fresh) ++(is_new ? counts.fresh : counts.known);
    waiting_.clear();
    bytes_ = 0;
    counts.passed = pages_.passed_over();
    if (progress_) progress_(counts);
    return {};
  }

  ImportCounts counts;

 private:
  Archive& archive_;
  const PageReader& pages_;
  const std::function<void(const ImportCounts&)>& progress_;
  std::vector<Arrival> waiting_;
  std::size_t bytes_ = 0;
};

}  // namespace

Result<ImportCounts> import_pages(const Newsroom& newsroom, const std::vector<std::string>& inputs,
                                  const std::function<void(const ImportCounts&)>& progress) {
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto archive, Archive::open(newsroom, system_now()));
  const auto transport = make_http_transport(newsroom.config.http);
  InputOptions options;
  options.transport = transport.get();
  options.revisits = true;
  const auto pages = open_pages(inputs, options);
  Import import(*archive, *pages, progress);
  for (;;) {
    auto page = pages->next();
    if (page && !*page) break;
    KAYNAK_TRY(import.take(std::move(page)));
  }
  KAYNAK_TRY(import.keep());
  return std::move(import.counts);
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
