/// @file One SQLite connection: statements that are prepared once, errors that say what could not
/// be done. The only door to SQLite; its header is known to sqlite.cc alone.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace kaynak::store_detail {

class Database;

/// A statement on loan from the connection, given back (reset and unbound) when the value goes.
/// Bind all parameters in order with `with`, then `next` row by row, or `run` to the end. A failure
/// of preparing or binding is told by the first of these.
class Query {
 public:
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  template <class... Values>
  Query& with(const Values&... values) {
    (bind(values), ...);
    return *this;
  }
  Result<bool> next();  ///< whether a row stands
  Result<void> run();

  // Columns of the row that stands, from 0. NULL reads as empty or 0.
  bool is_null(int column) const;
  std::string text(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  Time time(int column) const { return Time(Milliseconds(integer(column))); }
  std::optional<Time> optional_time(int column) const;

 private:
  friend class Database;
  Query(Database* database, sqlite3_stmt* statement, bool* lent, const char* purpose)
      : database_(database), statement_(statement), lent_(lent), purpose_(purpose) {}
  void bind(std::string_view text);
  void bind(const std::string& text) { bind(std::string_view(text)); }
  void bind(const char* text) { bind(std::string_view(text)); }
  void bind(std::nullopt_t);
  void bind_integer(std::int64_t value);
  template <std::integral Integer>
  void bind(Integer value) {
    bind_integer(static_cast<std::int64_t>(value));
  }
  void bind(Time at) { bind_integer(at.time_since_epoch().count()); }
  template <class Value>
  void bind(const std::optional<Value>& value) {
    if (value)
      bind(*value);
    else
      bind(std::nullopt);
  }
  Error error(int code) const;

  Database* database_;
  sqlite3_stmt* statement_;  ///< null: preparing failed, `failure_` says how
  bool* lent_;               ///< of the cache's entry; null: the statement is this value's own
  const char* purpose_;
  int bound_ = 0;
  std::optional<Error> failure_;
};

struct DatabaseOptions {
  std::int64_t max_pages = 0;        ///< the file's limit; 0: only the disk's
  Milliseconds busy_timeout{10000};  ///< how long to wait for another connection's writing to end
};

/// Not thread-safe; other threads and processes open their own.
class Database {
 public:
  /// Opens or makes the file and sets the connection up (sqlite.cc says how, and why so). Errors:
  /// unavailable (disk, rights, lock), malformed (no database, or a damaged one).
  static Result<Database> open(const Path& path, const DatabaseOptions& options);
  Database(Database&& other) noexcept;
  Database& operator=(Database&&) = delete;
  ~Database();

  /// `sql` is one statement and a literal: the cache knows it by its address. `purpose` ends the
  /// sentence "could not …" ("keep the article").
  Query query(const char* purpose, const char* sql);
  /// Runs every statement of a script.
  Result<void> script(const char* purpose, const std::string& sql);
  /// All of `work` in one write transaction, or nothing of it, also where it throws. Inside a
  /// transaction it is a savepoint of that one.
  Result<void> atomically(const std::function<Result<void>()>& work);

  bool in_transaction() const;
  std::int64_t changes() const;  ///< rows the last statement inserted, updated or deleted
  const Path& path() const { return path_; }

 private:
  friend class Query;
  Database(sqlite3* handle, Path path) : handle_(handle), path_(std::move(path)) {}
  Result<void> set_up(const DatabaseOptions& options);
  Error error(int code, const char* purpose) const;

  struct Cached {
    sqlite3_stmt* statement = nullptr;
    bool lent = false;
  };
  sqlite3* handle_;
  Path path_;
  std::unordered_map<const void*, Cached> statements_;
};

/// Every row of `query` as what `read` makes of it: a value, or a Result whose error ends it.
template <class Read>
auto all(Query& query, Read read) {
  using Row = std::decay_t<decltype(read(query))>;
  constexpr bool fallible = requires(Row row) {
    row.has_value();
    row.error();
  };
  using Value = typename std::conditional_t<fallible, Row, std::optional<Row>>::value_type;
  using Rows = Result<std::vector<Value>>;
  std::vector<Value> rows;
  while (true) {
    auto more = query.next();
    if (!more) return Rows(fail(std::move(more).error()));
    if (!*more) return Rows(std::move(rows));
    auto row = read(query);
    if constexpr (fallible) {
      if (!row) return Rows(fail(std::move(row).error()));
      rows.push_back(std::move(row).value());
    } else {
      rows.push_back(std::move(row));
    }
  }
}

}  // namespace kaynak::store_detail
