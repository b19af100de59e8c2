#include <optional>
#include <string>

#include "store/schema.h"
#include "store/sqlite.h"

namespace kaynak::store_detail {
namespace {

constexpr const char* kPurpose = "read the database's version";

Unexpected unsupported(const Database& database, const std::string& what) {
  return fail(ErrorCode::unsupported, "store", database.path().string() + " " + what);
}

/// The first thing in the file, so that a database which is not ours is left as it is.
Result<void> make_version_table(Database& database) {
  bool ours = false;
  std::int64_t tables = 0;
  {
    auto query = database.query(kPurpose,
                                "SELECT count(*), coalesce(sum(name = 'schema_version'), 0)"
                                " FROM sqlite_schema WHERE type = 'table'");
    KAYNAK_TRY(query.next());
    tables = query.integer(0);
    ours = query.integer(1) > 0;
  }
  if (ours) return {};
  if (tables > 0)
    return unsupported(database, "is a database of another program: name another file");
  return database.script("set the database up",
                         "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, name TEXT NOT "
                         "NULL, sha256 TEXT NOT NULL)");
}

struct Applied {
  int version = 0;
  std::string digest;
};

/// The last applied file; version 0 where there is none.
Result<Applied> last_applied(Database& database) {
  auto query = database.query(
      kPurpose, "SELECT version, sha256 FROM schema_version ORDER BY version DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.next());
  return any ? Applied{static_cast<int>(query.integer(0)), query.text(1)} : Applied{};
}

/// Every applied file must be the one we know: later files rely on what it made.
Result<void> compare_applied(Database& database, const std::vector<SchemaFile>& files) {
  auto query =
      database.query(kPurpose, "SELECT version, sha256 FROM schema_version ORDER BY version");
  while (true) {
    KAYNAK_ASSIGN(const bool more, query.next());
    if (!more) return {};
    const auto version = query.integer(0);
    if (version > static_cast<std::int64_t>(files.size()))
      return unsupported(database, "was made by a newer Kaynak (schema " + std::to_string(version) +
                                       ", this program knows " + std::to_string(files.size()) +
                                       "): run that one");
    if (query.text(1) != files[static_cast<std::size_t>(version) - 1].sha256)
      return unsupported(database, "was made by another " + std::string(files[version - 1].name) +
                                       " than this program's: run the Kaynak that made it");
  }
}

/// Looks again inside the transaction: another process may have applied it since.
Result<void> apply(Database& database, const SchemaFile& file) {
  return database.atomically([&]() -> Result<void> {
    KAYNAK_ASSIGN(const Applied last, last_applied(database));
    if (last.version >= file.version) return {};
    KAYNAK_TRY(database.script("set the database up", file.sql));
    return database
        .query("set the database up",
               "INSERT INTO schema_version (version, name, sha256) VALUES (?, ?, ?)")
        .with(file.version, file.name, file.sha256)
        .run();
  });
}

}  // namespace

Result<void> migrate(Database& database, const std::vector<SchemaFile>& files) {
  // Looking first without the write lock lets a reader open while another process writes.
  bool there = false;
  {
    auto query =
        database.query(kPurpose, "SELECT 1 FROM sqlite_schema WHERE name = 'schema_version'");
    KAYNAK_ASSIGN(there, query.next());
  }
  if (!there) KAYNAK_TRY(database.atomically([&] { return make_version_table(database); }));
  KAYNAK_TRY(compare_applied(database, files));
  KAYNAK_ASSIGN(const Applied last, last_applied(database));
  for (const SchemaFile& file : files)
    if (file.version > last.version) KAYNAK_TRY(apply(database, file));
  return {};
}

}  // namespace kaynak::store_detail
