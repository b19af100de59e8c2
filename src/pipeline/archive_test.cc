#include "pipeline/archive.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/hash.h"
#include "store/sqlite.h"

namespace kaynak {
namespace {

const std::string kFirst = "2026-11-20-00001.warc.gz";
const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;

class Archives : public testing::Test {
 protected:
  void SetUp() override {
    folder_.emplace(TemporaryFolder::make().value());
    ASSERT_TRUE(Newsroom::create(folder_->path() / "n", default_config_text("T", {"en"})));
    room_ = Newsroom::open(folder_->path() / "n", [](const std::string&) {
              return std::nullopt;
            }).value();
  }
  static Arrival page(const std::string& name) {
    Arrival a;
    a.capture.url = a.capture.final_url = "https://a.example/" + name;
    a.capture.fetched = kNow;
    a.capture.http_status = 200;
    a.capture.headers = {{"Content-Type", "text/html"}};
    a.capture.body = "<p>" + name;
    a.capture.id = capture_id_for(a.capture.url, a.capture.body);
    return a;
  }
  static std::string body(const std::string& name) { return "<p>" + name; }
  /// A page that does not get small in a file.
  static Arrival big_page(const std::string& name) {
    Arrival a = page(name);
    a.capture.body = name;
    for (int i = 0; i < 60; ++i) a.capture.body += sha256_hex(name + std::to_string(i));
    a.capture.id = capture_id_for(a.capture.url, a.capture.body);
    return a;
  }
  Path file(const std::string& name) const { return room_->paths.warc() / name; }
  std::vector<WarcGroup> groups(const std::string& type, const std::string& name = kFirst) const {
    std::vector<WarcGroup> out;
    WarcGroupReader reader(open_warc(file(name)).value());
    for (auto group = reader.next(); group && *group; group = reader.next())
      if ((*group)->main.type == type) out.push_back(std::move(**group));
    return out;
  }
  std::size_t count(const std::string& type, const std::string& name = kFirst) const {
    return groups(type, name).size();
  }
  std::string body_of(Archive& archive, const Arrival& arrival) const {
    const auto row = archive.store().capture(arrival.capture.id);
    if (!row) return "no row: " + row.error().detail;
    const auto capture = read_capture(*room_, archive.store(), *row);
    return capture ? capture->body : capture.error().detail;
  }
  /// Takes rows, states and jobs away again, as if their transaction had not been.
  void forget(const std::vector<Arrival>& arrivals) const {
    std::string sql;
    for (const auto& a : arrivals) {
      sql += "DELETE FROM captures WHERE id = '" + a.capture.id.value + "';";
      sql += "DELETE FROM jobs WHERE item = '" + a.capture.id.value + "';";
      sql += "DELETE FROM fetch_states WHERE url = '" + a.capture.url + "';";
    }
    auto database = store_detail::Database::open(room_->paths.database(), {});
    ASSERT_TRUE(database && database->script("forget", sql));
  }
  std::optional<TemporaryFolder> folder_;
  std::unique_ptr<Newsroom> room_;
};

TEST_F(Archives, KeepAPageOnceAndEnqueueIt) {
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_TRUE(archive->keep(page("a")).value());
  EXPECT_FALSE(archive->keep(page("a")).value());
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 1);
  EXPECT_EQ(count("response"), 1);
  EXPECT_EQ(count("revisit"), 0);
}

TEST_F(Archives, AskForEveryArticleThatShowsAPictureWhenTheyKeepIt) {
  const auto archive = Archive::open(*room_, kNow).value();
  Arrival picture = page("quay.svg");
  picture.article = false;
  picture.shown_by = {article_id_for("https://a.example/1"), article_id_for("https://a.example/2")};
  EXPECT_TRUE(archive->keep(picture).value());
  EXPECT_EQ(archive->store().job_counts("publish")->waiting, 2);
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 0);
}

TEST_F(Archives, KeepABatchTogetherAndWhatItRepeatsOnce) {
  const auto archive = Archive::open(*room_, kNow).value();
  ASSERT_TRUE(archive->keep(page("a")));
  int called = 0;
  const auto fresh = archive->keep_all({page("a"), page("b"), page("b"), page("c")},
                                       [&](Store& store) -> Result<void> {
                                         ++called;
                                         EXPECT_TRUE(store.capture(page("c").capture.id));
                                         return {};
                                       });
  ASSERT_TRUE(fresh);
  EXPECT_EQ(*fresh, (std::vector<bool>{false, true, false, true}));
  EXPECT_EQ(called, 1);
  EXPECT_EQ(count("response"), 3);
  EXPECT_TRUE(archive->keep_all({}, [&](Store&) { return ++called, Result<void>(); })->empty());
  EXPECT_EQ(called, 2);
  for (const char* name : {"a", "b", "c"}) EXPECT_EQ(body_of(*archive, page(name)), body(name));
}

TEST_F(Archives, KeepNothingOfABatchWhoseTransactionFails) {
  const auto archive = Archive::open(*room_, kNow).value();
  const auto failed = archive->keep_all(
      {page("a")}, [](Store&) -> Result<void> { return fail(ErrorCode::conflict, "test", "no"); });
  EXPECT_EQ(failed.error().code, ErrorCode::conflict);
  EXPECT_EQ(archive->store().capture(page("a").capture.id).error().code, ErrorCode::not_found);
  EXPECT_TRUE(archive->keep(page("a")).value());
  EXPECT_EQ(body_of(*archive, page("a")), body("a"));
}

TEST_F(Archives, NoteAnArticleThatCameAgainAsARevisitAndAFeedNotAtAll) {
  const auto archive = Archive::open(*room_, kNow).value();
  auto article = page("a"), feed = page("feed");
  feed.article = false;
  ASSERT_TRUE(archive->keep_all({article, feed}));
  article.capture.fetched += Seconds(600);
  feed.capture.fetched += Seconds(600);
  EXPECT_EQ(*archive->keep_all({article, feed}), (std::vector<bool>{false, false}));
  EXPECT_EQ(count("response"), 2);
  ASSERT_EQ(count("revisit"), 1);
  const auto revisit = groups("revisit").front();
  EXPECT_EQ(header(revisit.main.headers, "WARC-Refers-To"), warc_record_id(page("a").capture));
  EXPECT_EQ(header(revisit.main.headers, "WARC-Refers-To-Date"), "2026-11-20T06:00:00Z");
  EXPECT_EQ(revisit.main.date, "2026-11-20T06:10:00Z");
}

TEST_F(Archives, KeepABodyOnceThatTwoAddressesGive) {
  const auto archive = Archive::open(*room_, kNow).value();
  auto one = page("one"), two = page("two"), three = page("three");
  for (auto* a : {&one, &two, &three}) {
    a->capture.body = std::string(2000, 'x');
    a->capture.id = capture_id_for(a->capture.url, a->capture.body);
  }
  two.capture.headers.emplace_back("ETag", "\"2\"");
  EXPECT_EQ(*archive->keep_all({one, two}), (std::vector<bool>{true, true}));
  EXPECT_TRUE(archive->keep(three).value());
  EXPECT_EQ(count("response"), 1);
  EXPECT_EQ(count("revisit"), 2);
  for (const auto& a : {one, two, three}) EXPECT_EQ(body_of(*archive, a), a.capture.body);
  const auto row = archive->store().capture(two.capture.id).value();
  const auto back = read_capture(*room_, archive->store(), row).value();
  EXPECT_EQ(back.url, two.capture.url);
  EXPECT_EQ(header(back.headers, "ETag"), "\"2\"");
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 3);
}

TEST_F(Archives, NoteThatAServerSaidNotModified) {
  const auto archive = Archive::open(*room_, kNow).value();
  auto a = page("a");
  ASSERT_TRUE(archive->keep(a));
  a.unchanged_of = a.capture.id;
  a.capture.http_status = 304;
  a.capture.body.clear();
  a.capture.fetched += Seconds(60);
  EXPECT_FALSE(archive->keep(a).value());
  ASSERT_EQ(count("revisit"), 1);
  const auto revisit = groups("revisit").front();
  EXPECT_TRUE(header(revisit.main.headers, "WARC-Profile").ends_with("server-not-modified"));
  EXPECT_EQ(header(revisit.main.headers, "WARC-Refers-To"), warc_record_id(page("a").capture));
  a.article = false;
  ASSERT_TRUE(archive->keep(a));
  EXPECT_EQ(count("revisit"), 1);
}

TEST_F(Archives, TakeInWhatACrashLeftWithoutRows) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  const auto before = read_file(file(kFirst)).value();
  Arrival b = page("b");
  FeedItem item;
  item.title = "As the feed says\nin two lines";
  b.item = item;
  b.item_version = "v1";
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep_all({b, page("c")})); }
  const auto after = read_file(file(kFirst)).value();
  // The database as it stood before the second batch.
  forget({b, page("c")});
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_EQ(read_file(file(kFirst)).value(), after);
  EXPECT_GT(after.size(), before.size());
  const auto row = archive->store().capture(b.capture.id);
  ASSERT_TRUE(row);
  EXPECT_EQ(feed_item_from(parse_json(row->item).value()).title, item.title);
  EXPECT_EQ(body_of(*archive, b), body("b"));
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 3);
  EXPECT_FALSE(archive->keep(page("c")).value());
  EXPECT_EQ(count("response"), 3);
}

TEST_F(Archives, CutOffAPartOfACaptureWhereverItBreaksOff) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  const auto good = read_file(file(kFirst)).value();
  Arrival b = page("b");
  b.capture.request_head = "GET /b HTTP/1.1\r\n\r\n";
  const auto rest = warc_bytes({&b.capture, {{"kaynak-capture", b.capture.id.value}}, {}});
  for (std::size_t size = 1; size < rest.size(); size += 13) {
    ASSERT_TRUE(write_file_atomically(file(kFirst), good + rest.substr(0, size)));
    const auto archive = Archive::open(*room_, kNow).value();
    ASSERT_EQ(read_file(file(kFirst)).value().size(), good.size()) << size;
    EXPECT_FALSE(archive->store().capture(b.capture.id));
  }
}

TEST_F(Archives, LeaveWholeRecordsThatOthersHaveAppended) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  auto bytes = read_file(file(kFirst)).value() + warcinfo_bytes("another");
  ASSERT_TRUE(write_file_atomically(file(kFirst), bytes));
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_EQ(read_file(file(kFirst)).value(), bytes);
  EXPECT_TRUE(archive->keep(page("c")).value());
  EXPECT_EQ(body_of(*archive, page("c")), body("c"));
}

TEST_F(Archives, NeverTouchAFileThatIsNotTheirs) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  const auto bytes = read_file(file(kFirst)).value() + "torn";
  ASSERT_TRUE(write_file_atomically(file(kFirst), bytes));
  for (const char* ending : {"", "-wal", "-shm"})
    std::filesystem::remove(room_->paths.database().string() + ending);
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_TRUE(archive->keep(page("b")).value());
  EXPECT_EQ(read_file(file(kFirst)).value(), bytes);
  EXPECT_EQ(count("response", "2026-11-20-00002.warc.gz"), 1);
}

TEST_F(Archives, BeginAFileWhenOneIsFullOrTheDayIsOver) {
  Time now = kNow;
  ArchiveOptions options;
  options.max_file_bytes = 2000;
  options.clock = [&now] { return now; };
  const auto archive = Archive::open(*room_, now, options).value();
  for (const char* name : {"a", "b", "c"}) ASSERT_TRUE(archive->keep(big_page(name)));
  now += Seconds(86400);
  ASSERT_TRUE(archive->keep(big_page("d")));
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(room_->paths.warc()))
    names.push_back(entry.path().filename().string());
  std::sort(names.begin(), names.end());
  EXPECT_EQ(names,
            (std::vector<std::string>{"2026-11-20-00001.warc.gz", "2026-11-20-00002.warc.gz",
                                      "2026-11-20-00003.warc.gz", "2026-11-21-00001.warc.gz"}));
  for (const char* name : {"a", "b", "c", "d"})
    EXPECT_EQ(body_of(*archive, big_page(name)), big_page(name).capture.body);
}

TEST_F(Archives, FetchStatesSurviveStorage) {
  FetchState s;
  s.url = "https://a.example/";
  s.etag = "\"1\"";
  s.item_version = "v";
  s.capture = CaptureId("c");
  s.fetched = kNow;
  s.first_fetched = kNow - Seconds(60);
  s.failures = 2;
  const auto back = fetch_state_from(parse_json(to_json(s).dump()).value());
  EXPECT_EQ(back.url, s.url);
  EXPECT_EQ(back.etag, s.etag);
  EXPECT_EQ(back.capture, s.capture);
  EXPECT_EQ(back.first_fetched, s.first_fetched);
  EXPECT_EQ(back.failures, 2);
}

}  // namespace
}  // namespace kaynak
