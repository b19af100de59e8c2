// Signatures and stories.
#include "model/json.h"
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

/// Bands are 64 bits without a sign, SQLite's integers have one: the same bits.
std::string band_list(const std::vector<std::uint64_t>& bands) {
  Json list = Json::array();
  for (const std::uint64_t band : bands) list.push(static_cast<std::int64_t>(band));
  return list.dump();
}

Result<std::vector<ArticleId>> members_of(Database& database, const StoryId& id) {
  auto query = database.query("read the story",
                              "SELECT id FROM articles WHERE story = ? ORDER BY place, listed, id");
  return all(query.with(id.value), [](const Query& row) { return ArticleId(row.text(0)); });
}

bool contains(const std::vector<ArticleId>& ids, const ArticleId& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// Whoever was a member before, and is not now, is in no story.
Result<void> set_members(Database& database, const Story& story) {
  KAYNAK_TRY(database.query("empty the story", "UPDATE articles SET story = NULL WHERE story = ?")
                 .with(story.id.value)
                 .run());
  for (std::size_t place = 0; place < story.articles.size(); ++place) {
    const ArticleId& article = story.articles[place];
    KAYNAK_TRY(
        database.query("keep the story", "UPDATE articles SET story = ?, place = ? WHERE id = ?")
            .with(story.id.value, place, article.value)
            .run());
    if (database.changes() == 0)
      return fail(ErrorCode::not_found, "store",
                  "story " + story.id.value + " names an unknown article " + article.value);
  }
  return {};
}

/// The story, and those its articles are in before they move here, as a JSON list of ids.
Result<std::string> stories_touched(Database& database, const Story& story) {
  std::vector<std::string> ids;
  for (const ArticleId& article : story.articles) ids.push_back(article.value);
  auto query = database.query("read the stories before",
                              "SELECT ?2 UNION SELECT story FROM articles WHERE story IS NOT NULL"
                              " AND id IN (SELECT value FROM json_each(?1))");
  query.with(json_list(ids), story.id.value);
  KAYNAK_ASSIGN(const auto touched, all(query, [](const Query& row) { return row.text(0); }));
  return json_list(touched);
}

/// Stories that lost their last article go; the others get the time of their newest.
Result<void> bring_up_to_date(Database& database, const std::string& ids) {
  KAYNAK_TRY(database
                 .query("clear empty stories",
                        "DELETE FROM stories WHERE id IN (SELECT value FROM json_each(?))"
                        " AND NOT EXISTS (SELECT 1 FROM articles WHERE story = stories.id)")
                 .with(ids)
                 .run());
  return database
      .query("keep the story's time",
             "UPDATE stories SET latest = (SELECT max(listed) FROM articles"
             " WHERE story = stories.id) WHERE id IN (SELECT value FROM json_each(?))")
      .with(ids)
      .run();
}

}  // namespace

Result<void> SqliteStore::put_signature(const ArticleId& id,
                                        const std::vector<std::uint64_t>& bands,
                                        const Json& signature) {
  return database_.atomically([&]() -> Result<void> {
    KAYNAK_TRY(database_
                   .query("keep the signature",
                          "INSERT INTO signatures (article, signature) VALUES (?, ?)"
                          " ON CONFLICT (article) DO UPDATE SET signature = excluded.signature")
                   .with(id.value, signature.dump())
                   .run());
    KAYNAK_TRY(database_.query("keep the signature", "DELETE FROM bands WHERE article = ?")
                   .with(id.value)
                   .run());
    return database_
        .query("keep the signature",
               "INSERT OR IGNORE INTO bands (band, article)"
               " SELECT value, ?2 FROM json_each(?1)")
        .with(band_list(bands), id.value)
        .run();
  });
}

Result<std::vector<Json>> SqliteStore::signatures_sharing(const std::vector<std::uint64_t>& bands) {
  auto query = database_.query("find signatures",
                               "SELECT signature FROM signatures WHERE article IN"
                               " (SELECT article FROM bands WHERE band IN"
                               " (SELECT value FROM json_each(?))) ORDER BY article");
  return all(query.with(band_list(bands)),
             [](const Query& row) { return stored_json(row.text(0)); });
}

Result<void> SqliteStore::put_story(const Story& story) {
  if (story.id.empty() || story.articles.empty())
    return fail(ErrorCode::usage, "store", "a story without an id or without articles");
  return database_.atomically([&]() -> Result<void> {
    KAYNAK_TRY(database_
                   .query("keep the story",
                          "INSERT INTO stories (id, first, edges, latest) VALUES (?1, ?2, ?3, 0)"
                          " ON CONFLICT (id) DO UPDATE SET first = ?2, edges = ?3")
                   .with(story.id.value, story.first.value, to_json(story).dump())
                   .run());
    KAYNAK_ASSIGN(const std::string touched, stories_touched(database_, story));
    KAYNAK_TRY(set_members(database_, story));
    return bring_up_to_date(database_, touched);
  });
}

/// A member may have moved to another story since this one was put: what its record says of it is
/// left out.
Result<Story> SqliteStore::story_with(const StoryId& id) {
  auto query = database_.query("read the story", "SELECT first, edges FROM stories WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no story " + id.value);
  KAYNAK_ASSIGN(const Json record, stored_json(query.text(1)));
  KAYNAK_ASSIGN(Story story, story_from_json(record));
  story.id = id;
  KAYNAK_ASSIGN(story.articles, members_of(database_, id));
  story.first = ArticleId(query.text(0));
  if (!contains(story.articles, story.first) && !story.articles.empty())
    story.first = story.articles.front();
  std::erase_if(story.edges, [&](const CopyEdge& edge) {
    return !contains(story.articles, edge.from) || !contains(story.articles, edge.to);
  });
  return story;
}

Result<Story> SqliteStore::story_of(const ArticleId& id) {
  auto query = database_.query("read the story", "SELECT story FROM articles WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any || query.is_null(0))
    return fail(ErrorCode::not_found, "store", "article " + id.value + " is in no story");
  return story_with(StoryId(query.text(0)));
}

Result<std::vector<Story>> SqliteStore::recent_stories(std::size_t limit) {
  auto query = database_.query("list stories",
                               "SELECT id FROM stories ORDER BY latest DESC, id DESC LIMIT ?");
  return all(query.with(sql_limit(limit)),
             [&](const Query& row) { return story_with(StoryId(row.text(0))); });
}

}  // namespace kaynak::store_detail
