#include "store/sqlite.h"

#include <sqlite3.h>

#include <thread>

namespace kaynak::store_detail {
namespace {

ErrorCode code_for(int code) {
  switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return ErrorCode::malformed;
    case SQLITE_CONSTRAINT:
      return (code == SQLITE_CONSTRAINT_FOREIGNKEY) ? ErrorCode::not_found : ErrorCode::conflict;
    case SQLITE_TOOBIG:
      return ErrorCode::too_large;
    case SQLITE_ERROR:
    case SQLITE_MISUSE:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
      return ErrorCode::internal;
    default:
      return ErrorCode::unavailable;
  }
}

/// What the operator can do about it; empty where SQLite's own words say all there is.
const char* advice_for(int code) {
  switch (code & 0xff) {
    case SQLITE_FULL:
      return "; the disk, or the size the database may have, is full: make room and run again";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "; another process holds the database: let it end and run again";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "; the file is damaged or no database: put a copy of the newsroom's folder back";
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return "; look at the rights of the file and its folder";
    case SQLITE_CONSTRAINT:
      return code == SQLITE_CONSTRAINT_FOREIGNKEY ? "; what it belongs to is not in the store" : "";
    default:
      return "";
  }
}

}  // namespace

// --- Query

Query::Query(Query&& other) noexcept
    : database_(other.database_),
      statement_(std::exchange(other.statement_, nullptr)),
      lent_(other.lent_),
      purpose_(other.purpose_),
      bound_(other.bound_),
      failure_(std::move(other.failure_)) {}

Query::~Query() {
  if (!statement_) return;
  if (!lent_) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *lent_ = false;
}

Error Query::error(int code) const { return database_->error(code, purpose_); }

void Query::bind(std::string_view text) {
  if (!statement_) return;
  const int code = sqlite3_bind_text64(statement_, ++bound_, text.empty() ? "" : text.data(),
                                       text.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK && !failure_) failure_ = error(code);
}

void Query::bind(std::nullopt_t) {
  if (!statement_) return;
  const int code = sqlite3_bind_null(statement_, ++bound_);
  if (code != SQLITE_OK && !failure_) failure_ = error(code);
}

void Query::bind_integer(std::int64_t value) {
  if (!statement_) return;
  const int code = sqlite3_bind_int64(statement_, ++bound_, value);
  if (code != SQLITE_OK && !failure_) failure_ = error(code);
}

Result<bool> Query::next() {
  if (failure_) return fail(*failure_);
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  failure_ = error(sqlite3_extended_errcode(database_->handle_));
  return fail(*failure_);
}

Result<void> Query::run() {
  while (true) {
    KAYNAK_ASSIGN(const bool more, next());
    if (!more) return {};
  }
}

bool Query::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string Query::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (!bytes) return {};
  return std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

double Query::real(int column) const { return sqlite3_column_double(statement_, column); }

std::optional<Time> Query::optional_time(int column) const {
  if (is_null(column)) return std::nullopt;
  return time(column);
}

// --- Database

Database::Database(Database&& other) noexcept
    : handle_(std::exchange(other.handle_, nullptr)),
      path_(std::move(other.path_)),
      statements_(std::move(other.statements_)) {}

Database::~Database() {
  if (!handle_) return;
  for (auto& [sql, cached] : statements_) sqlite3_finalize(cached.statement);
  sqlite3_close(handle_);
}

Error Database::error(int code, const char* purpose) const {
  return Error{code_for(code), "store",
               std::string("could not ") + purpose + " in " + path_.string() + ": " +
                   (handle_ ? sqlite3_errmsg(handle_) : sqlite3_errstr(code)) + advice_for(code)};
}

Result<Database> Database::open(const Path& path, const DatabaseOptions& options) {
  std::error_code ignored;  // a folder that cannot be made shows as a file that cannot be opened
  if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
  sqlite3* handle = nullptr;
  const int code =
      sqlite3_open_v2(path.c_str(), &handle,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(handle, path);
  if (code != SQLITE_OK) return fail(database.error(code, "open the database"));
  KAYNAK_TRY(database.set_up(options));
  return database;
}

/// WAL: readers and one writer do not wait for each other, and a commit is one write.
/// synchronous=FULL: each commit reaches the disk before it returns. NORMAL would be faster and
/// would keep the file whole too, but may lose the last commits when the power fails; then a job
/// that had published, mailed or logged something would be done a second time. trusted_schema, cell
/// checks: a file that somebody else prepared runs no functions of its own.
Result<void> Database::set_up(const DatabaseOptions& options) {
  sqlite3_extended_result_codes(handle_, 1);
  sqlite3_busy_timeout(handle_, static_cast<int>(options.busy_timeout.count()));
  sqlite3_db_config(handle_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  KAYNAK_TRY(script("read the database",
                    "PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
                    "SELECT count(*) FROM sqlite_schema"));
  // The switch to WAL does not wait for other connections that do the same at this moment.
  Result<void> switched;
  for (int attempt = 0; attempt < 100; ++attempt) {
    switched = script("set the database up", "PRAGMA journal_mode=WAL");
    if (switched || sqlite3_errcode(handle_) != SQLITE_BUSY) break;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  KAYNAK_TRY(std::move(switched));
  std::string settings =
      "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16000;"
      "PRAGMA temp_store=MEMORY; PRAGMA journal_size_limit=67108864;";
  if (options.max_pages > 0)
    settings += "PRAGMA max_page_count=" + std::to_string(options.max_pages) + ";";
  return script("set the database up", settings);
}

Query Database::query(const char* purpose, const char* sql) {
  auto found = statements_.find(sql);
  if (found != statements_.end() && !found->second.lent) {
    found->second.lent = true;
    return Query(this, found->second.statement, &found->second.lent, purpose);
  }
  sqlite3_stmt* statement = nullptr;
  const int code =
      sqlite3_prepare_v3(handle_, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) {
    Query broken(this, nullptr, nullptr, purpose);
    broken.failure_ = error(sqlite3_extended_errcode(handle_), purpose);
    return broken;
  }
  if (found != statements_.end()) return Query(this, statement, nullptr, purpose);
  Cached& kept = statements_.emplace(sql, Cached{statement, true}).first->second;
  return Query(this, statement, &kept.lent, purpose);
}

Result<void> Database::script(const char* purpose, const std::string& sql) {
  if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
    return fail(error(sqlite3_extended_errcode(handle_), purpose));
  return {};
}

bool Database::in_transaction() const { return sqlite3_get_autocommit(handle_) == 0; }

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

Result<void> Database::atomically(const std::function<Result<void>()>& work) {
  const bool inner = in_transaction();
  const char* begin = inner ? "SAVEPOINT part" : "BEGIN IMMEDIATE";
  const char* undo = inner ? "ROLLBACK TO part; RELEASE part" : "ROLLBACK";
  KAYNAK_TRY(script("begin to write", begin));
  // SQLite itself may have rolled all back (a full disk), so undoing may fail, and need not
  // succeed.
  const auto take_back = [&] {
    if (in_transaction()) (void)sqlite3_exec(handle_, undo, nullptr, nullptr, nullptr);
  };
  Result<void> done;
  try {
    done = work();
  } catch (...) {
    take_back();
    throw;
  }
  if (done && !in_transaction())
    done = fail(ErrorCode::unavailable, "store", "the database took a transaction back: run again");
  if (done) done = script("keep what was written", inner ? "RELEASE part" : "COMMIT");
  if (!done) take_back();
  return done;
}

}  // namespace kaynak::store_detail
