#include "pipeline/archive.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

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
  Path file(const char* name) const { return room_->paths.warc() / name; }
  static int responses(const Path& path) {
    const auto reader = open_warc(path).value();
    int n = 0;
    for (auto record = reader->next(); record && *record; record = reader->next())
      n += (*record)->type == "response";
    return n;
  }
  std::optional<TemporaryFolder> folder_;
  std::unique_ptr<Newsroom> room_;
};

TEST_F(Archives, KeepAPageOnceAndEnqueueIt) {
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_TRUE(archive->keep(page("a")).value());
  EXPECT_FALSE(archive->keep(page("a")).value());
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 1);
  EXPECT_EQ(responses(file("2026-11-20.warc.gz")), 1);
}

TEST_F(Archives, AskForEveryArticleThatShowsAPictureWhenTheyKeepIt) {
  const auto archive = Archive::open(*room_, kNow).value();
  Arrival picture = page("quay.svg");
  picture.article = picture.remember = false;
  picture.shown_by = {article_id_for("https://a.example/1"), article_id_for("https://a.example/2")};
  EXPECT_TRUE(archive->keep(picture).value());
  EXPECT_EQ(archive->store().job_counts("publish")->waiting, 2);
  EXPECT_EQ(archive->store().job_counts("extract")->waiting, 0);
}

TEST_F(Archives, CutOffTheRecordThatACrashLeftWithoutItsRow) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  {
    ASSERT_TRUE(
        WarcWriter::open(file("2026-11-20.warc.gz"), "crash").value()->append(page("b").capture));
  }
  EXPECT_EQ(responses(file("2026-11-20.warc.gz")), 2);
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_EQ(responses(file("2026-11-20.warc.gz")), 1);
  EXPECT_TRUE(archive->keep(page("b")).value());
  EXPECT_EQ(responses(file("2026-11-20.warc.gz")), 2);
}

TEST_F(Archives, NeverCutAFileThatIsNotTheirs) {
  { ASSERT_TRUE(Archive::open(*room_, kNow).value()->keep(page("a"))); }
  for (const char* ending : {"", "-wal", "-shm"})
    std::filesystem::remove(room_->paths.database().string() + ending);
  const auto archive = Archive::open(*room_, kNow).value();
  EXPECT_TRUE(archive->keep(page("b")).value());
  EXPECT_EQ(responses(file("2026-11-20.warc.gz")), 1);
  EXPECT_EQ(responses(file("2026-11-20-2.warc.gz")), 1);
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
