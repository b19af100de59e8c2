// Captures, fetch states and articles.
#include "base/hash.h"
#include "model/json.h"
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

CaptureRow capture_row(const Query& row) {
  CaptureRow capture;
  capture.id = CaptureId(row.text(0));
  capture.source = SourceId(row.text(1));
  capture.url = row.text(2);
  capture.final_url = row.text(3);
  capture.fetched = row.time(4);
  capture.http_status = static_cast<int>(row.integer(5));
  capture.content_type = row.text(6);
  capture.warc = row.text(7);
  capture.offset = static_cast<std::uint64_t>(row.integer(8));
  capture.item = row.text(9);
  capture.machine_use = row.text(10);
  capture.payload = row.text(11);
  capture.record = row.text(12);
  capture.body_of = CaptureId(row.text(13));
  return capture;
}

ArticleHead article_head_row(const Query& row) {
  ArticleHead head;
  head.id = ArticleId(row.text(0));
  head.source = SourceId(row.text(1));
  head.story = StoryId(row.text(2));
  head.language = LanguageTag(row.text(3));
  head.url = row.text(4);
  head.headline = row.text(5);
  head.published = row.optional_time(6);
  head.status = row.integer(7) ? PubStatus::canceled : PubStatus::usable;
  return head;
}

Result<Article> article_row(const Query& row) {
  KAYNAK_ASSIGN(const Json record, stored_json(row.text(0)));
  return article_from_json(record);
}

std::string digest_of(const Article& article) {
  Article timeless = article;
  timeless.captured.reset();
  return sha256_hex(to_json(timeless).dump());
}

std::optional<std::string> if_any(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

struct Latest {
  std::int64_t version = 0;
  std::string digest;
};

Result<Latest> latest_version(Database& database, const ArticleId& id) {
  auto query = database.query("read the article's version",
                              "SELECT version, digest FROM article_versions WHERE article = ?"
                              " ORDER BY version DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  return any ? Latest{query.integer(0), query.text(1)} : Latest{};
}

Result<void> put_head(Database& database, const Article& article, std::int64_t version) {
  std::optional<Time> published;
  if (article.published) published = article.published->utc;
  const Time listed = published ? *published : article.captured.value_or(Time{});
  KAYNAK_TRY(
      database
          .query("keep the article",
                 "INSERT INTO articles (id, version, source, language, url, headline, published,"
                 " listed, status) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"
                 " ON CONFLICT (id) DO UPDATE SET version = ?2, source = ?3, language = ?4,"
                 " url = ?5, headline = ?6, published = ?7, listed = ?8, status = ?9")
          .with(article.id.value, version, article.source.value, article.language.value,
                article.canonical_url.empty() ? article.url : article.canonical_url,
                article.headline, published, listed, article.status == PubStatus::canceled ? 1 : 0)
          .run());
  return database
      .query("keep the story's time",
             "UPDATE stories SET latest = (SELECT max(listed) FROM articles WHERE story ="
             " stories.id) WHERE id = (SELECT story FROM articles WHERE id = ?)")
      .with(article.id.value)
      .run();
}

}  // namespace

Result<void> SqliteStore::put_capture(const CaptureRow& row) {
  return database_
      .query("keep the capture",
             "INSERT INTO captures (id, source, url, final_url, fetched, http_status,"
             " content_type, warc, offset, item, machine_use, payload, record, body_of)"
             " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING")
      .with(row.id.value, row.source.value, row.url, row.final_url, row.fetched, row.http_status,
            row.content_type, row.warc, row.offset, row.item, row.machine_use, row.payload,
            row.record, row.body_of.value)
      .run();
}

Result<void> SqliteStore::move_capture(const CaptureRow& row) {
  return database_
      .query("move the capture",
             "UPDATE captures SET warc = ?2, offset = ?3, payload = ?4, record = ?5, body_of = ?6"
             " WHERE id = ?1")
      .with(row.id.value, row.warc, row.offset, row.payload, row.record, row.body_of.value)
      .run();
}

Result<std::optional<CaptureRow>> SqliteStore::capture_with_body(const std::string& payload) {
  auto query =
      database_.query("find a body",
                      "SELECT id, source, url, final_url, fetched, http_status,"
                      " content_type, warc, offset, item, machine_use, payload, record, body_of"
                      " FROM captures WHERE payload = ? AND payload <> ''"
                      " AND body_of = '' LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(payload).next());
  return any ? std::optional(capture_row(query)) : std::nullopt;
}

Result<CaptureRow> SqliteStore::capture(const CaptureId& id) {
  auto query =
      database_.query("read the capture",
                      "SELECT id, source, url, final_url, fetched, http_status,"
                      " content_type, warc, offset, item, machine_use, payload, record, body_of"
                      " FROM captures WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no capture " + id.value);
  return capture_row(query);
}

Result<std::vector<CaptureRow>> SqliteStore::captures_of(const std::string& url) {
  auto query =
      database_.query("read the captures",
                      "SELECT id, source, url, final_url, fetched, http_status,"
                      " content_type, warc, offset, item, machine_use, payload, record, body_of"
                      " FROM captures WHERE url = ? ORDER BY fetched DESC, id");
  return all(query.with(url), capture_row);
}

Result<void> SqliteStore::put_fetch_state(const SourceId& source, const Json& state,
                                          const std::string& url) {
  return database_
      .query("keep the fetch state",
             "INSERT INTO fetch_states (source, url, state) VALUES (?, ?, ?)"
             " ON CONFLICT (source, url) DO UPDATE SET state = excluded.state")
      .with(source.value, url, state.dump())
      .run();
}

Result<std::vector<Json>> SqliteStore::fetch_states(const SourceId& source) {
  auto query = database_.query("read the fetch states",
                               "SELECT state FROM fetch_states WHERE source = ? ORDER BY url");
  return all(query.with(source.value), [](const Query& row) { return stored_json(row.text(0)); });
}

Result<void> SqliteStore::put_article(const Article& article, const CaptureId& capture) {
  if (article.id.empty()) return fail(ErrorCode::usage, "store", "an article without an id");
  const std::string digest = digest_of(article);
  return database_.atomically([&]() -> Result<void> {
    KAYNAK_ASSIGN(const Latest latest, latest_version(database_, article.id));
    if (latest.digest == digest) return {};
    KAYNAK_TRY(put_head(database_, article, latest.version + 1));
    return database_
        .query("keep the article",
               "INSERT INTO article_versions (article, version, digest, capture, record)"
               " VALUES (?, ?, ?, ?, ?)")
        .with(article.id.value, latest.version + 1, digest, if_any(capture.value),
              to_json(article).dump())
        .run();
  });
}

Result<Article> SqliteStore::article(const ArticleId& id) {
  auto query = database_.query("read the article",
                               "SELECT record FROM article_versions WHERE article = ?"
                               " ORDER BY version DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no article " + id.value);
  return article_row(query);
}

Result<Article> SqliteStore::article_at(const ArticleId& id, int version) {
  auto query = database_.query(
      "read the article", "SELECT record FROM article_versions WHERE article = ? AND version = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value, version).next());
  if (!any)
    return fail(ErrorCode::not_found, "store",
                "there is no version " + std::to_string(version) + " of article " + id.value);
  return article_row(query);
}

Result<ArticleHead> SqliteStore::article_head(const ArticleId& id) {
  auto query = database_.query("read the article",
                               "SELECT id, source, story, language, url, headline, published,"
                               " status FROM articles WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no article " + id.value);
  return article_head_row(query);
}

Result<std::vector<ArticleHead>> SqliteStore::articles_of_source(const SourceId& source,
                                                                 std::size_t limit) {
  auto query = database_.query("list articles",
                               "SELECT id, source, story, language, url, headline, published,"
                               " status FROM articles WHERE source = ?"
                               " ORDER BY listed DESC, id DESC LIMIT ?");
  return all(query.with(source.value, sql_limit(limit)), article_head_row);
}

Result<std::vector<ArticleHead>> SqliteStore::recent_articles(std::size_t limit,
                                                              std::size_t offset) {
  auto query = database_.query("list articles",
                               "SELECT id, source, story, language, url, headline, published,"
                               " status FROM articles ORDER BY listed DESC, id DESC"
                               " LIMIT ? OFFSET ?");
  return all(query.with(sql_limit(limit), sql_limit(offset)), article_head_row);
}

Result<std::vector<ArticleId>> SqliteStore::all_articles() {
  auto query = database_.query("list articles", "SELECT id FROM articles ORDER BY id");
  return all(query, [](const Query& row) { return ArticleId(row.text(0)); });
}

Result<int> SqliteStore::article_version(const ArticleId& id) {
  KAYNAK_ASSIGN(const Latest latest, latest_version(database_, id));
  return static_cast<int>(latest.version);
}

Result<Article> SqliteStore::article_by_url(const std::string& url) {
  auto query = database_.query("find the article of an address",
                               "SELECT v.article FROM captures AS c JOIN article_versions AS v"
                               " ON v.capture = c.id WHERE c.url = ?"
                               " ORDER BY c.fetched DESC, v.version DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(url).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no article at " + url);
  const ArticleId id(query.text(0));
  return article(id);
}

Result<std::optional<std::uint64_t>> SqliteStore::last_offset(const std::string& warc) {
  auto query = database_.query("find a WARC file's last record",
                               "SELECT offset FROM captures WHERE warc = ? ORDER BY offset DESC"
                               " LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(warc).next());
  if (!any) return std::optional<std::uint64_t>();
  return std::optional(static_cast<std::uint64_t>(query.integer(0)));
}

Result<CaptureId> SqliteStore::article_capture(const ArticleId& id) {
  auto query = database_.query("read the article's capture",
                               "SELECT capture FROM article_versions WHERE article = ?"
                               " ORDER BY version DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no article " + id.value);
  return CaptureId(query.text(0));
}

Result<std::vector<ArticleVersion>> SqliteStore::versions_of(const ArticleId& id,
                                                             std::size_t limit) {
  auto query = database_.query("list the article's versions",
                               "SELECT version, capture FROM (SELECT version, capture FROM"
                               " article_versions WHERE article = ? ORDER BY version DESC LIMIT ?)"
                               " ORDER BY version");
  return all(query.with(id.value, sql_limit(limit)), [](const Query& row) {
    return ArticleVersion{static_cast<int>(row.integer(0)), CaptureId(row.text(1))};
  });
}

}  // namespace kaynak::store_detail
