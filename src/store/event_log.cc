// The append-only log. docs/formats-log.md gives the bytes that are hashed.
#include "base/hash.h"
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

const std::string kNoEntry(64, '0');

/// What an entry's hash covers. Only `detail` can hold a line break, and it comes last, so no two
/// entries have the same bytes.
std::string canonical_bytes(const std::string& previous, std::int64_t sequence, Time at,
                            const std::string& kind, const std::string& subject,
                            const std::string& detail) {
  return "kaynak-log-1\n" + previous + "\n" + std::to_string(sequence) + "\n" +
         std::to_string(at.time_since_epoch().count()) + "\n" + kind + "\n" + subject + "\n" +
         detail;
}

/// No line breaks (the hash's separators), no NUL (where SQL's own functions stop to read).
bool is_one_line(const std::string& word) {
  return word.find_first_of(std::string_view("\n\r\0", 3)) == std::string::npos;
}

struct Head {
  std::int64_t sequence = 0;
  std::string hash = kNoEntry;
};

Result<Head> log_head(Database& database) {
  auto query = database.query("read the log",
                              "SELECT sequence, hash FROM events ORDER BY sequence DESC LIMIT 1");
  KAYNAK_ASSIGN(const bool any, query.next());
  return any ? Head{query.integer(0), query.text(1)} : Head{};
}

Result<Event> event_row(const Query& row) {
  Event event;
  event.sequence = row.integer(0);
  event.at = row.time(1);
  event.kind = row.text(2);
  event.subject = row.text(3);
  KAYNAK_ASSIGN(event.detail, stored_json(row.text(4)));
  event.previous = row.text(5);
  event.hash = row.text(6);
  return event;
}

/// Why the row does not follow `before`; empty where it does.
std::string problem_with(const Query& row, const Head& before) {
  const auto sequence = row.integer(0);
  if (sequence != before.sequence + 1)
    return "entry " + std::to_string(before.sequence + 1) + " is missing";
  if (row.text(5) != before.hash)
    return "entry " + std::to_string(sequence) + " does not follow the one before it";
  if (sha256_hex(canonical_bytes(before.hash, sequence, row.time(1), row.text(2), row.text(3),
                                 row.text(4))) != row.text(6))
    return "entry " + std::to_string(sequence) + " was changed after it was written";
  return {};
}

}  // namespace

Result<void> SqliteStore::append_event(const Event& event) {
  if (event.kind.empty() || !is_one_line(event.kind) || !is_one_line(event.subject))
    return fail(ErrorCode::usage, "store", "a log entry's kind and subject are one line each");
  const std::string detail = event.detail.is_object() ? event.detail.dump() : "{}";
  return database_.atomically([&]() -> Result<void> {
    KAYNAK_ASSIGN(const Head head, log_head(database_));
    const std::int64_t sequence = head.sequence + 1;
    const std::string hash = sha256_hex(
        canonical_bytes(head.hash, sequence, event.at, event.kind, event.subject, detail));
    return database_
        .query("write to the log",
               "INSERT INTO events (sequence, at, kind, subject, detail, previous, hash)"
               " VALUES (?, ?, ?, ?, ?, ?, ?)")
        .with(sequence, event.at, event.kind, event.subject, detail, head.hash, hash)
        .run();
  });
}

Result<std::vector<Event>> SqliteStore::events(const std::string& subject, std::size_t limit) {
  auto query = subject.empty()
                   ? database_.query("read the log",
                                     "SELECT sequence, at, kind, subject, detail, previous, hash"
                                     " FROM events ORDER BY sequence DESC LIMIT ?")
                   : database_.query("read the log",
                                     "SELECT sequence, at, kind, subject, detail, previous, hash"
                                     " FROM events WHERE subject = ?2"
                                     " ORDER BY sequence DESC LIMIT ?1");
  query.with(sql_limit(limit));
  if (!subject.empty()) query.with(subject);
  return all(query, event_row);
}

Result<LogVerdict> SqliteStore::verify_log() {
  auto query = database_.query("read the log",
                               "SELECT sequence, at, kind, subject, detail, previous, hash"
                               " FROM events ORDER BY sequence");
  LogVerdict verdict;
  Head before;
  while (true) {
    KAYNAK_ASSIGN(const bool more, query.next());
    if (!more) break;
    ++verdict.entries;
    if (verdict.first_bad == 0) {
      verdict.problem = problem_with(query, before);
      if (!verdict.problem.empty()) verdict.first_bad = before.sequence + 1;
    }
    before = Head{query.integer(0), query.text(6)};
  }
  verdict.head = before.hash;
  return verdict;
}

}  // namespace kaynak::store_detail
