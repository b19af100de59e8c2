#include "pipeline/source_desk.h"

#include <gtest/gtest.h>

#include "pipeline/incoming.h"

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;

/// A newsroom with one source, 'tr/korfez'.
class Desk : public testing::Test {
 protected:
  Desk() : folder_(TemporaryFolder::make().value()), room_(folder_.path() / "n") {
    EXPECT_TRUE(Newsroom::create(room_, default_config_text("T", {"en"})));
    EXPECT_TRUE(write_file_atomically(file(), kText));
    open();
  }
  void open() {
    newsroom = Newsroom::open(room_, [](const std::string&) { return std::nullopt; }).value();
  }
  Path file() const { return room_ / "sources/tr/korfez.toml"; }
  SourceEntry entry() const { return newsroom->sources().find(SourceId("tr/korfez")).value(); }

  static constexpr const char* kText =
      "# Ours since spring.\nname = 'Körfez Postası'   # as they write it\nfeeds = "
      "['https://korfez.example/f']\nhosts = ['korfez.example']\n\n[[extract]]\nbody = 'p'\n";
  std::unique_ptr<Newsroom> newsroom;

 private:
  TemporaryFolder folder_;
  Path room_;
};

TEST_F(Desk, ASourceHasManyNames) {
  for (const char* word : {"tr/korfez", "korfez", "körfez postası", "www.korfez.example",
                           "https://korfez.example/haber/1"})
    EXPECT_TRUE(name_source(newsroom->sources(), word)) << word;
  const auto nobody = name_source(newsroom->sources(), "korfes");
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().code, ErrorCode::not_found);
  EXPECT_NE(name_source(newsroom->sources(), "tr/korfes")
                .error()
                .detail.find("did you mean 'tr/korfez'?"),
            std::string::npos);
}

TEST_F(Desk, PausingKeepsEverythingElseAsItWas) {
  EXPECT_TRUE(set_paused(*newsroom, entry(), true).value());
  EXPECT_EQ(read_file(file()).value(), std::string("paused = true\n") + kText);
  open();
  EXPECT_TRUE(entry().source.paused);
  EXPECT_FALSE(set_paused(*newsroom, entry(), true).value());
  EXPECT_TRUE(set_paused(*newsroom, entry(), false).value());
  EXPECT_EQ(read_file(file()).value(), kText);
}

TEST(WithPause, OnlyTheKeyOfTheFileCounts) {
  EXPECT_EQ(with_pause("a = 1\npaused = false # for now\n[t]\npaused = 2\n", true),
            "paused = true\na = 1\n[t]\npaused = 2\n");
  EXPECT_EQ(with_pause("paused=true", false), "");
}

TEST_F(Desk, ARemovedSourceIsNotReadAnyMore) {
  const auto to = remove_source(*newsroom, entry());
  ASSERT_TRUE(to) << to.error().detail;
  EXPECT_EQ(read_file(*to).value(), kText);
  open();
  EXPECT_TRUE(newsroom->sources().all().empty());
}

/// A poll of the source in this state.
void put_poll(Store& store, const FetchState& state) {
  FetchTask task;
  task.state = state;
  task.state.url = "https://korfez.example/f";
  FetchRow row;
  row.key = fetch_key(FetchKind::feed, task.state.url);
  row.source = SourceId("tr/korfez");
  row.kind = "feed";
  row.url = task.state.url;
  row.host = "korfez.example";
  row.due = kNow + Seconds(600);
  row.state = to_text(task);
  ASSERT_TRUE(store.put_fetch(row));
}

TEST_F(Desk, HealthSaysWhatIsWrongAndSinceWhen) {
  const auto store = newsroom->open_store().value();
  EXPECT_EQ(source_health(*store, entry(), kNow)->state, SourceState::fresh);
  FetchState state;
  state.fetched = state.last_success = state.last_new = kNow - Seconds(7200);
  put_poll(*store, state);
  auto health = source_health(*store, entry(), kNow).value();
  EXPECT_EQ(health.state, SourceState::ok);
  EXPECT_EQ(until_words(health.due, kNow), "in 10 minutes");
  EXPECT_EQ(ago_words(health.last_success, kNow), "2 hours ago");
  state.moved_to = "https://korfez.example/new";
  put_poll(*store, state);
  EXPECT_EQ(source_health(*store, entry(), kNow)->state, SourceState::moved);
  state.failures = 3;
  state.last_error = "answers with status 500";
  put_poll(*store, state);
  health = source_health(*store, entry(), kNow).value();
  EXPECT_EQ(health.state, SourceState::failing);
  EXPECT_NE(health.note.find("(2 hours), 3 times in a row: answers with status 500"),
            std::string::npos)
      << health.note;
}

TEST_F(Desk, AskingNowBringsARetiredPollBack) {
  const auto store = newsroom->open_store().value();
  FetchState state;
  state.fetched = kNow;
  state.retired = "gone";
  put_poll(*store, state);
  EXPECT_EQ(source_health(*store, entry(), kNow)->state, SourceState::retired);
  EXPECT_EQ(poll_now(*store, SourceId("tr/korfez"), kNow).value(), 1);
  const auto health = source_health(*store, entry(), kNow).value();
  EXPECT_EQ(until_words(health.due, kNow), "now");
  EXPECT_TRUE(health.polls.at(0).state.retired.empty());
}

TEST(Words, LengthsOfTimeAreSaidInTheirLargestUnit) {
  EXPECT_EQ(duration_words(Seconds(1)), "1 second");
  EXPECT_EQ(duration_words(Seconds(3600)), "60 minutes");
  EXPECT_EQ(duration_words(Seconds(86400)), "24 hours");
  EXPECT_EQ(duration_words(Seconds(10 * 86400)), "10 days");
  EXPECT_EQ(ago_words(Time{}, kNow), "never");
}

}  // namespace
}  // namespace kaynak
