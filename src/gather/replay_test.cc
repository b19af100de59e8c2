#include "gather/test_data.h"
#include "gather/transport.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

using namespace gather_test;

constexpr Time kMonday{Seconds(1795575600)};

Capture answer(const std::string& url, int status, Headers headers, const std::string& body,
               Time at) {
  Capture capture;
  capture.url = capture.final_url = url;
  capture.http_status = status;
  capture.headers = std::move(headers);
  capture.body = body;
  capture.fetched = at;
  return capture;
}

class Replay : public testing::Test {
 protected:
  void SetUp() override {
    path_ = folder_.path() / "news.warc.gz";
    auto writer = must(WarcWriter::open(path_, "Kaynak"));
    for (const auto& capture : {
             answer("http://outlet.example/old", 301, {{"Location", "/a"}}, "", kMonday),
             answer("http://outlet.example/a", 200, {{"ETag", "\"1\""}}, "first", kMonday),
             answer("http://outlet.example/loop", 302, {{"Location", "/loop"}}, "", kMonday),
             answer("http://outlet.example/a", 200, {{"ETag", "\"2\""}}, "corrected",
                    kMonday + Seconds(7200)),
             answer("http://outlet.example/b", 404, {}, "none", kMonday + Seconds(7260)),
         })
      must(writer->append(capture));
  }
  Result<Capture> get(const Request& request, Time now) {
    return must(make_replay_transport({path_}, fixed_clock(now)))->get(request);
  }

  TemporaryFolder folder_ = must(TemporaryFolder::make());
  Path path_;
};

TEST_F(Replay, AnswersAsTheArchiveStoodThen) {
  const Request page{"http://outlet.example/a#top", {}, {}};
  EXPECT_EQ(get(page, kMonday - Seconds(1)).error().code, ErrorCode::not_found);
  EXPECT_EQ(must(get(page, kMonday)).body, "first");
  EXPECT_EQ(must(get(page, kMonday + Seconds(7199))).body, "first");
  const auto later = must(get(page, kMonday + Seconds(7200)));
  EXPECT_EQ(later.body, "corrected");
  EXPECT_EQ(later.fetched, kMonday + Seconds(7200));
  EXPECT_EQ(later.url, page.url);
  EXPECT_EQ(must(get({"http://outlet.example/b", {}, {}}, kMonday + Seconds(9000))).http_status,
            404);
}

TEST_F(Replay, FindsThePageUnderItsOtherNames) {
  EXPECT_EQ(must(get({"https://www.outlet.example/a?utm_source=x", {}, {}}, kMonday)).body,
            "first");
}

TEST_F(Replay, FollowsRedirectsButNotForEver) {
  const auto capture = must(get({"http://outlet.example/old", {}, {}}, kMonday));
  EXPECT_EQ(capture.body, "first");
  EXPECT_EQ(capture.url, "http://outlet.example/old");
  EXPECT_EQ(capture.final_url, "http://outlet.example/a");
  EXPECT_EQ(get({"http://outlet.example/loop", {}, {}}, kMonday).error().code, ErrorCode::refused);
}

TEST_F(Replay, HonoursAnEtag) {
  const auto same = must(get({"http://outlet.example/a", "\"1\"", {}}, kMonday));
  EXPECT_EQ(same.http_status, 304);
  EXPECT_TRUE(same.body.empty());
  const auto changed = must(get({"http://outlet.example/a", "\"1\"", {}}, kMonday + Seconds(9000)));
  EXPECT_EQ(changed.http_status, 200);
}

TEST_F(Replay, NamesItsRoundsByTheirLastInstant) {
  EXPECT_EQ(must(replay_rounds({path_})), (std::vector<Time>{kMonday, kMonday + Seconds(7260)}));
  EXPECT_EQ(must(replay_rounds({path_}, Seconds(30))).size(), 3u);
  EXPECT_EQ(must(replay_rounds({path_}, Seconds(90000))).size(), 1u);
}

TEST_F(Replay, ResolvesRevisitsAndReadsForeignArchives) {
  const auto files = read_tar("warc/files.tar.gz");
  KAYNAK_NEED_DATA(files);
  const auto path = write_bytes(folder_.path(), "other.warc", files.at("pywb/example.warc"));
  auto transport = must(make_replay_transport({path}, system_clock()));
  const auto capture = must(transport->get({"http://example.com/?example=1", {}, {}}));
  EXPECT_EQ(capture.body.size(), 1270u);
  EXPECT_EQ(to_rfc3339(capture.fetched), "2014-01-03T03:03:41Z");  // the revisit's date
}

TEST_F(Replay, SaysWhichArchiveIsMissingOrNone) {
  EXPECT_EQ(make_replay_transport({folder_.path() / "no.warc"}, system_clock()).error().code,
            ErrorCode::not_found);
  const auto path = write_bytes(folder_.path(), "a.warc", "rubbish");
  EXPECT_EQ(make_replay_transport({path}, system_clock()).error().code, ErrorCode::malformed);
  EXPECT_EQ(replay_rounds({path}).error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace kaynak
