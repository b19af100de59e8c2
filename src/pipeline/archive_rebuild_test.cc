#include "pipeline/archive_rebuild.h"

#include <gtest/gtest.h>

#include "gather/poll.h"
#include "pipeline/archive_export.h"
#include "pipeline/archive_record.h"
#include "pipeline/import.h"
#include "pipeline/incoming.h"

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;

class RebuiltArchives : public testing::Test {
 protected:
  void SetUp() override {
    folder_.emplace(TemporaryFolder::make().value());
    room_ = make("n");
  }
  std::unique_ptr<Newsroom> make(const std::string& name) const {
    EXPECT_TRUE(Newsroom::create(folder_->path() / name, default_config_text("T", {"en"})));
    return Newsroom::open(folder_->path() / name, [](const std::string&) { return std::nullopt; })
        .value();
  }
  static Arrival page(const std::string& name, std::size_t size = 2000) {
    Arrival a;
    auto& c = a.capture;
    c.source = SourceId("outlet");
    c.url = "https://a.example/" + name + "?utm_source=feed";
    c.final_url = "https://a.example/" + name;
    c.fetched = kNow;
    c.http_status = 200;
    c.headers = {{"Content-Type", "text/html"}, {"ETag", "\"" + name + "\""}};
    c.body = "<p>" + name + std::string(size, '.');
    c.id = capture_id_for(c.url, c.body);
    c.request_head = "GET /" + name + " HTTP/1.1\r\n\r\n";
    c.metadata = {{"via", "https://a.example/feed"}};
    FeedItem item;
    item.title = "Title of " + name;
    a.item = item;
    a.item_version = "v1";
    return a;
  }
  /// A feed, three pages of which the last has the body of the first, and one that came again.
  void fill() {
    const auto archive = Archive::open(*room_, kNow).value();
    auto copy = page("copy");
    copy.capture.body = page("a").capture.body;
    copy.capture.id = capture_id_for(copy.capture.url, copy.capture.body);
    auto feed = page("feed");
    feed.article = false;
    feed.capture.headers = {{"Content-Type", "application/rss+xml"}};
    auto again = page("a");
    again.capture.fetched += Seconds(60);
    arrivals_ = {page("a"), page("b"), copy, feed};
    ASSERT_TRUE(archive->keep_all(arrivals_));
    ASSERT_TRUE(archive->keep_all({again}));
  }
  void lose_database(const Newsroom& room) const {
    for (const char* ending : {"", "-wal", "-shm"})
      std::filesystem::remove(room.paths.database().string() + ending);
  }
  std::string exported(const ExportFilter& filter = {}) const {
    std::string bytes;
    const auto store = room_->open_store().value();
    const auto done = export_warc(*room_, *store, filter, [&](std::string_view part) {
      bytes += part;
      return Result<void>();
    });
    EXPECT_TRUE(done && done->problems.empty());
    return bytes;
  }
  std::vector<WarcGroup> groups_of(const std::string& bytes) const {
    const auto path = folder_->path() / "export.warc.gz";
    EXPECT_TRUE(write_file_atomically(path, bytes));
    std::vector<WarcGroup> out;
    WarcGroupReader reader(open_warc(path).value());
    for (auto group = reader.next().value(); group; group = reader.next().value())
      if (group->main.type != "warcinfo") out.push_back(std::move(*group));
    return out;
  }
  std::optional<TemporaryFolder> folder_;
  std::unique_ptr<Newsroom> room_;
  std::vector<Arrival> arrivals_;
};

TEST_F(RebuiltArchives, HaveEveryRowAsItWas) {
  fill();
  std::vector<CaptureRow> before;
  for (const auto& a : arrivals_)
    before.push_back(room_->open_store().value()->capture(a.capture.id).value());
  lose_database(*room_);
  const auto counts = rebuild_index(*room_).value();
  EXPECT_EQ(counts.fresh, 4);
  EXPECT_TRUE(counts.problems.empty());
  const auto store = room_->open_store().value();
  for (const auto& row : before) {
    const auto now = store->capture(row.id).value();
    EXPECT_EQ(now.source, row.source);
    EXPECT_EQ(now.url, row.url);
    EXPECT_EQ(now.final_url, row.final_url);
    EXPECT_EQ(now.fetched, row.fetched);
    EXPECT_EQ(now.http_status, row.http_status);
    EXPECT_EQ(now.content_type, row.content_type);
    EXPECT_EQ(now.warc, row.warc);
    EXPECT_EQ(now.offset, row.offset);
    EXPECT_EQ(now.item, row.item);
    EXPECT_EQ(now.payload, row.payload);
    EXPECT_EQ(now.record, row.record);
    EXPECT_EQ(now.body_of, row.body_of);
  }
  EXPECT_EQ(store->job_counts("extract")->waiting, 3);
  const auto& page = arrivals_[0].capture;
  const auto fetched = store->fetch_row(fetch_key(FetchKind::page, page.url)).value();
  ASSERT_TRUE(fetched);
  EXPECT_FALSE(fetched->due);
  const auto state = fetch_task_from(fetched->state).state;
  EXPECT_EQ(state.etag, "\"a\"");
  EXPECT_EQ(state.item_version, "v1");
}

TEST_F(RebuiltArchives, DoNothingTwiceAndCorrectWhatMoved) {
  fill();
  const auto nothing = rebuild_index(*room_).value();
  EXPECT_EQ(nothing.captures, 4);
  EXPECT_EQ(nothing.fresh + nothing.moved, 0);
  std::filesystem::rename(room_->paths.warc() / "2026-11-20-00001.warc.gz",
                          room_->paths.warc() / "older.warc.gz");
  EXPECT_EQ(rebuild_index(*room_).value().moved, 4);
  const auto store = room_->open_store().value();
  const auto row = store->capture(arrivals_[2].capture.id).value();
  EXPECT_EQ(row.warc, "older.warc.gz");
  EXPECT_EQ(read_capture(*room_, *store, row).value().body, arrivals_[2].capture.body);
}

TEST_F(RebuiltArchives, PassOverWhatIsDamaged) {
  fill();
  const auto file = room_->paths.warc() / "2026-11-20-00001.warc.gz";
  const auto row = room_->open_store().value()->capture(arrivals_[1].capture.id).value();
  auto bytes = read_file(file).value();
  bytes[row.offset + 200] ^= 0x55;
  ASSERT_TRUE(write_file_atomically(file, bytes));
  lose_database(*room_);
  const auto counts = rebuild_index(*room_).value();
  EXPECT_EQ(counts.fresh, 3);
  EXPECT_EQ(counts.skipped, 1);
}

TEST_F(RebuiltArchives, DoNotBringBackWhatWasWithdrawn) {
  fill();
  const auto& gone = arrivals_[1].capture;
  Article article;
  article.id = article_id_for(gone.url);
  article.url = gone.url;
  {
    const auto archive = Archive::open(*room_, kNow + Seconds(600)).value();
    ASSERT_TRUE(archive->store().put_article(article, gone.id));
    ASSERT_TRUE(archive->note_withdrawal(gone.url, "status 410"));
  }
  lose_database(*room_);
  const auto counts = rebuild_index(*room_).value();
  EXPECT_EQ(counts.withdrawn, 1);
  EXPECT_EQ(room_->open_store().value()->job_counts("extract")->waiting, 2);
}

TEST_F(RebuiltArchives, AreExportedWithAllTheirRecordsAndComeInAgain) {
  fill();
  const auto groups = groups_of(exported());
  ASSERT_EQ(groups.size(), 5u);
  EXPECT_EQ(groups[0].request_head, arrivals_[0].capture.request_head);
  EXPECT_EQ(header(groups[0].metadata, "via"), "https://a.example/feed");
  const auto other = make("other");
  const auto counts =
      import_pages(*other, {(folder_->path() / "export.warc.gz").string()}, {}).value();
  EXPECT_TRUE(counts.problems.empty());
  EXPECT_EQ(counts.fresh, 3);
  EXPECT_EQ(counts.known, 1);  // the one that came again
  EXPECT_EQ(counts.passed.not_html, 1);
  const auto store = other->open_store().value();
  for (std::size_t i = 0; i < 3; ++i) {
    const auto row = store->capture(arrivals_[i].capture.id);
    ASSERT_TRUE(row) << i;
    EXPECT_EQ(row->fetched, kNow);
    const auto back = read_capture(*other, *store, *row).value();
    EXPECT_EQ(back.body, arrivals_[i].capture.body);
    EXPECT_EQ(header(back.headers, "ETag"), header(arrivals_[i].capture.headers, "ETag"));
    EXPECT_EQ(feed_item_from(parse_json(row->item).value()).title, arrivals_[i].item->title);
  }
}

TEST_F(RebuiltArchives, AreExportedByDayWithTheBodiesThatAreElsewhere) {
  fill();
  ExportFilter later;
  later.since = kNow + Seconds(1);
  const auto groups = groups_of(exported(later));
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].main.type, "response");
  EXPECT_EQ(capture_from(groups[0].main)->body, arrivals_[0].capture.body);
  ExportFilter other;
  other.source = SourceId("another");
  EXPECT_TRUE(groups_of(exported(other)).empty());
}

TEST_F(RebuiltArchives, AreIndexedForReplayTools) {
  fill();
  std::vector<std::string> lines;
  const auto done = export_cdxj(*room_, [&](std::string_view line) {
    lines.emplace_back(line);
    return Result<void>();
  });
  ASSERT_TRUE(done);
  EXPECT_EQ(done->captures, 5);
  EXPECT_TRUE(std::is_sorted(lines.begin(), lines.end()));
  EXPECT_TRUE(lines.front().starts_with("example,a)/a 20261120060000 {\"url\":")) << lines.front();
}

}  // namespace
}  // namespace kaynak
