#include "base/hash.h"
#include "store/sqlite.h"
#include "store/store_for_tests.h"

namespace kaynak::store_detail {
namespace {

class EventLog : public StoreTest {
 protected:
  void append(const std::string& kind, const std::string& subject) {
    Event event;
    event.at = at_minute(1);
    event.kind = kind;
    event.subject = subject;
    event.detail = Json::object().set("by", "desk");
    KAYNAK_OK(store->append_event(event));
  }
  /// What somebody with the file and SQLite's shell could do.
  void tamper(const std::string& sql) {
    auto database = Database::open(path(), {});
    ASSERT_TRUE(database);
    KAYNAK_OK(database->script(
        "test", "DROP TRIGGER events_never_change; DROP TRIGGER events_never_go;" + sql));
  }
};

TEST_F(EventLog, ChainsEveryEntryToTheOneBefore) {
  append("captured", "a");
  append("extracted", "a");
  append("captured", "b");
  KAYNAK_GET(events, store->events("", 10));
  ASSERT_EQ(events.size(), 3u);
  EXPECT_EQ(events[0].sequence, 3);
  EXPECT_EQ(events[0].previous, events[1].hash);
  EXPECT_EQ(events[2].previous, std::string(64, '0'));
  EXPECT_EQ(events[0].detail["by"].as_string(), "desk");
  KAYNAK_GET(of_a, store->events("a", 1));
  ASSERT_EQ(of_a.size(), 1u);
  EXPECT_EQ(of_a[0].kind, "extracted");
  KAYNAK_GET(verdict, store->verify_log());
  EXPECT_EQ(verdict.entries, 3);
  EXPECT_EQ(verdict.first_bad, 0);
  EXPECT_EQ(verdict.head, events[0].hash);
}

TEST_F(EventLog, HashesTheDocumentedBytes) {
  append("captured", "a");
  KAYNAK_GET(events, store->events("", 1));
  const std::string bytes = "kaynak-log-1\n" + std::string(64, '0') +
                            "\n1\n1790000060000\ncaptured\na\n{\"by\":\"desk\"}";
  EXPECT_EQ(events[0].hash, sha256_hex(bytes));
}

TEST_F(EventLog, RefusesLineBreaksThatCouldForgeAField) {
  Event event;
  event.kind = "captured\na";
  EXPECT_EQ(store->append_event(event).error().code, ErrorCode::usage);
  event.kind = "captured";
  event.subject = "a\nb";
  EXPECT_EQ(store->append_event(event).error().code, ErrorCode::usage);
}

TEST_F(EventLog, CannotBeChangedOrShortenedThroughSql) {
  append("captured", "a");
  append("captured", "b");
  auto database = Database::open(path(), {});
  ASSERT_TRUE(database);
  for (const char* sql : {"UPDATE events SET subject = 'x'", "DELETE FROM events",
                          "DELETE FROM events WHERE sequence = 2",
                          "INSERT OR REPLACE INTO events VALUES (1, 0, 'k', 's', '{}', '', '')",
                          "INSERT INTO events VALUES (7, 0, 'k', 's', '{}', '', '')"}) {
    const auto done = database->script("test", sql);
    ASSERT_FALSE(done) << sql;
    EXPECT_NE(done.error().detail.find("append-only"), std::string::npos) << done.error().detail;
  }
}

TEST_F(EventLog, ShowsAnEntryThatWasChanged) {
  for (const char* subject : {"a", "b", "c", "d"}) append("captured", subject);
  tamper("UPDATE events SET detail = '{\"by\":\"nobody\"}' WHERE sequence = 2");
  KAYNAK_GET(verdict, store->verify_log());
  EXPECT_EQ(verdict.first_bad, 2);
  EXPECT_NE(verdict.problem.find("changed"), std::string::npos);
  EXPECT_EQ(verdict.entries, 4);
}

TEST_F(EventLog, ShowsAnEntryThatWasTakenOut) {
  for (const char* subject : {"a", "b", "c", "d"}) append("captured", subject);
  tamper("DELETE FROM events WHERE sequence = 3");
  KAYNAK_GET(verdict, store->verify_log());
  EXPECT_EQ(verdict.first_bad, 3);
  EXPECT_NE(verdict.problem.find("missing"), std::string::npos);
}

TEST_F(EventLog, ShowsAnEntryThatWasRehashed) {
  for (const char* subject : {"a", "b", "c"}) append("captured", subject);
  const std::string forged = sha256_hex("forged");
  tamper("UPDATE events SET subject = 'z', hash = '" + forged + "' WHERE sequence = 1");
  KAYNAK_GET(verdict, store->verify_log());
  EXPECT_EQ(verdict.first_bad, 1);
}

}  // namespace
}  // namespace kaynak::store_detail
