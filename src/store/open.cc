// Opening, transactions, and what an operator asks of the whole.
#include "store/schema.h"
#include "store/sqlite_store.h"

namespace kaynak {
namespace store_detail {
namespace {

constexpr std::int64_t kPageBytes = 4096;
/// A WAL over this says that a reader never ends: it keeps the file from being folded in.
constexpr std::uintmax_t kLargeWal = 256u << 20;

Result<void> check_integrity(Database& database, std::vector<std::string>* problems) {
  auto query = database.query("check the database", "PRAGMA integrity_check(10)");
  KAYNAK_ASSIGN(const auto rows, all(query, [](const Query& row) { return row.text(0); }));
  for (const std::string& row : rows)
    if (row != "ok") problems->push_back(database.path().string() + " is damaged: " + row);
  return {};
}

Result<void> check_references(Database& database, std::vector<std::string>* problems) {
  auto query = database.query("check the database",
                              "SELECT \"table\", \"parent\", count(*) FROM"
                              " pragma_foreign_key_check GROUP BY 1, 2");
  KAYNAK_ASSIGN(const auto rows, all(query, [](const Query& row) {
                  return std::to_string(row.integer(2)) + " rows of " + row.text(0) +
                         " belong to a row of " + row.text(1) + " that is not there";
                }));
  problems->insert(problems->end(), rows.begin(), rows.end());
  return {};
}

void check_search(Database& database, std::vector<std::string>* problems) {
  const auto done = database.script("check the search index",
                                    "INSERT INTO search(search) VALUES('integrity-check')");
  if (!done) problems->push_back("the search index is damaged: " + done.error().detail);
}

void check_wal(const Database& database, std::vector<std::string>* problems) {
  std::error_code none;
  const auto bytes = std::filesystem::file_size(database.path().string() + "-wal", none);
  if (!none && bytes > kLargeWal)
    problems->push_back(database.path().string() + "-wal has grown to " +
                        std::to_string(bytes >> 20) +
                        " MB: a process keeps the database open and reads without end");
}

}  // namespace

Result<Json> stored_json(const std::string& text) {
  auto json = parse_json(text);
  if (!json)
    return fail(ErrorCode::malformed, "store",
                "a stored record is damaged: " + json.error().detail);
  return json;
}

std::string json_list(const std::vector<std::string>& values) {
  Json list = Json::array();
  for (const std::string& value : values) list.push(value);
  return list.dump();
}

Result<void> SqliteStore::transaction(const std::function<Result<void>()>& work) {
  if (database_.in_transaction())
    return fail(ErrorCode::internal, "store", "a transaction inside a transaction");
  return database_.atomically(work);
}

Result<std::vector<std::string>> SqliteStore::check() {
  std::vector<std::string> problems;
  KAYNAK_TRY(check_integrity(database_, &problems));
  KAYNAK_TRY(check_references(database_, &problems));
  check_search(database_, &problems);
  check_wal(database_, &problems);
  // Opening refuses a newer database; this one may have been migrated since by a newer program.
  auto query = database_.query("read the database's version",
                               "SELECT coalesce(max(version), 0) FROM schema_version");
  KAYNAK_TRY(query.next());
  if (query.integer(0) != static_cast<std::int64_t>(schema_files().size()))
    problems.push_back("the database has schema " + std::to_string(query.integer(0)) +
                       ", this program knows " + std::to_string(schema_files().size()));
  return problems;
}

Result<std::vector<std::pair<std::string, std::int64_t>>> SqliteStore::table_counts() {
  auto query =
      database_.query("count rows",
                      "SELECT 'article_versions', (SELECT count(*) FROM article_versions)"
                      " UNION ALL SELECT 'articles', (SELECT count(*) FROM articles)"
                      " UNION ALL SELECT 'captures', (SELECT count(*) FROM captures)"
                      " UNION ALL SELECT 'comments', (SELECT count(*) FROM comments)"
                      " UNION ALL SELECT 'editions', (SELECT count(*) FROM editions)"
                      " UNION ALL SELECT 'events', (SELECT count(*) FROM events)"
                      " UNION ALL SELECT 'jobs', (SELECT count(*) FROM jobs)"
                      " UNION ALL SELECT 'publications', (SELECT count(*) FROM publications)"
                      " UNION ALL SELECT 'signatures', (SELECT count(*) FROM signatures)"
                      " UNION ALL SELECT 'stories', (SELECT count(*) FROM stories)"
                      " UNION ALL SELECT 'texts', (SELECT count(*) FROM texts)");
  return all(query, [](const Query& row) { return std::pair(row.text(0), row.integer(1)); });
}

}  // namespace store_detail

Result<std::unique_ptr<Store>> open_sqlite_store(const Path& path, const StoreOptions& options) {
  store_detail::DatabaseOptions settings;
  settings.max_pages =
      (options.max_bytes + store_detail::kPageBytes - 1) / store_detail::kPageBytes;
  settings.busy_timeout = options.busy_timeout;
  KAYNAK_ASSIGN(auto database, store_detail::Database::open(path, settings));
  KAYNAK_TRY(store_detail::migrate(database, store_detail::schema_files()));
  return std::unique_ptr<Store>(std::make_unique<store_detail::SqliteStore>(std::move(database)));
}

}  // namespace kaynak
