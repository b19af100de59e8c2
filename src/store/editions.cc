// Editions, publications and comments: what readers see.
#include "model/json.h"
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

Result<Edition> edition_row(const Query& row) {
  KAYNAK_ASSIGN(const Json record, stored_json(row.text(0)));
  return edition_from_json(record);
}

Result<Comment> comment_row(const Query& row) {
  KAYNAK_ASSIGN(const Json record, stored_json(row.text(0)));
  return comment_from_json(record);
}

Publication publication_row(const Query& row) {
  Publication publication;
  publication.article = ArticleId(row.text(0));
  publication.language = LanguageTag(row.text(1));
  publication.path = row.text(2);
  publication.first_published = row.time(3);
  publication.updated = row.time(4);
  publication.digest = row.text(5);
  return publication;
}

}  // namespace

Result<void> SqliteStore::put_edition(const Edition& edition) {
  return database_
      .query("keep the edition",
             "INSERT INTO editions (id, article, language, status, created, record)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET"
             " article = ?2, language = ?3, status = ?4, created = ?5, record = ?6")
      .with(edition.id.value, edition.article.value, edition.language.value,
            to_string(edition.status), edition.created, to_json(edition).dump())
      .run();
}

Result<Edition> SqliteStore::edition(const EditionId& id) {
  auto query = database_.query("read the edition", "SELECT record FROM editions WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no edition " + id.value);
  return edition_row(query);
}

Result<std::vector<Edition>> SqliteStore::editions_of(const ArticleId& id) {
  auto query = database_.query("read the editions",
                               "SELECT record FROM editions WHERE article = ? ORDER BY language");
  return all(query.with(id.value), edition_row);
}

Result<std::vector<Edition>> SqliteStore::held_editions() {
  auto query = database_.query("list held editions",
                               "SELECT record FROM editions WHERE status = ? ORDER BY created, id");
  return all(query.with(to_string(EditionStatus::held)), edition_row);
}

Result<void> SqliteStore::put_publication(const Publication& publication) {
  KAYNAK_TRY(database_
                 .query("keep the publication",
                        "INSERT INTO publications (article, language, path, first_published,"
                        " updated, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
                        " ON CONFLICT (article, language) DO UPDATE SET updated = ?5, digest = ?6"
                        " WHERE path = ?3")
                 .with(publication.article.value, publication.language.value, publication.path,
                       publication.first_published, publication.updated, publication.digest)
                 .run());
  if (database_.changes() == 0)
    return fail(ErrorCode::conflict, "store",
                "article " + publication.article.value + " stands at another path than " +
                    publication.path + " already: paths never change");
  return {};
}

Result<void> SqliteStore::remove_publication(const ArticleId& id, const LanguageTag& language) {
  return database_
      .query("remove the publication",
             "DELETE FROM publications WHERE article = ? AND language = ?")
      .with(id.value, language.value)
      .run();
}

Result<std::vector<Publication>> SqliteStore::publications_of(const ArticleId& id) {
  auto query = database_.query("list publications",
                               "SELECT article, language, path, first_published, updated, digest"
                               " FROM publications WHERE article = ? ORDER BY language");
  return all(query.with(id.value), publication_row);
}

Result<std::vector<Publication>> SqliteStore::publications_in(const LanguageTag& language) {
  auto query = database_.query("list publications",
                               "SELECT article, language, path, first_published, updated, digest"
                               " FROM publications WHERE language = ?"
                               " ORDER BY first_published DESC, article DESC");
  return all(query.with(language.value), publication_row);
}

Result<std::vector<Publication>> SqliteStore::publications_of_source(const SourceId& source,
                                                                     const LanguageTag& language,
                                                                     std::size_t limit) {
  // CROSS JOIN keeps the order of the tables: walk the source's articles, newest first, and stop at
  // the limit.
  auto query = database_.query("list publications",
                               "SELECT p.article, p.language, p.path, p.first_published,"
                               " p.updated, p.digest FROM articles a CROSS JOIN publications p"
                               " ON p.article = a.id AND p.language = ?2 WHERE a.source = ?1"
                               " ORDER BY a.listed DESC, a.id DESC LIMIT ?3");
  return all(query.with(source.value, language.value, sql_limit(limit)), publication_row);
}

Result<void> SqliteStore::put_comment(const Comment& comment) {
  return database_
      .query("keep the comment",
             "INSERT INTO comments (id, article, language, status, created, record)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (id) DO UPDATE SET"
             " article = ?2, language = ?3, status = ?4, created = ?5, record = ?6")
      .with(comment.id.value, comment.article.value, comment.language.value,
            to_string(comment.status), comment.created, to_json(comment).dump())
      .run();
}

Result<Comment> SqliteStore::comment(const CommentId& id) {
  auto query = database_.query("read the comment", "SELECT record FROM comments WHERE id = ?");
  KAYNAK_ASSIGN(const bool any, query.with(id.value).next());
  if (!any) return fail(ErrorCode::not_found, "store", "there is no comment " + id.value);
  return comment_row(query);
}

Result<std::vector<Comment>> SqliteStore::comments_of(const ArticleId& id,
                                                      const LanguageTag& language) {
  auto query = database_.query("read the comments",
                               "SELECT record FROM comments WHERE article = ? AND language = ?"
                               " AND status = ? ORDER BY created, id");
  return all(query.with(id.value, language.value, to_string(CommentStatus::approved)), comment_row);
}

Result<std::vector<Comment>> SqliteStore::comments_with(CommentStatus status) {
  auto query = database_.query("list comments",
                               "SELECT record FROM comments WHERE status = ? ORDER BY created, id");
  return all(query.with(to_string(status)), comment_row);
}

Result<std::map<ArticleId, std::int64_t>> SqliteStore::comment_counts(const LanguageTag& language) {
  auto query = database_.query("count comments",
                               "SELECT article, count(*) FROM comments WHERE language = ?"
                               " AND status = ? GROUP BY article");
  KAYNAK_ASSIGN(const auto rows, all(query.with(language.value, to_string(CommentStatus::approved)),
                                     [](const Query& row) {
                                       return std::pair(ArticleId(row.text(0)), row.integer(1));
                                     }));
  return std::map<ArticleId, std::int64_t>(rows.begin(), rows.end());
}

}  // namespace kaynak::store_detail
