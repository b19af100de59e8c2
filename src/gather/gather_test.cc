#include "gather/gather.h"

#include <map>

#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

constexpr Time kNow{Seconds(1795575600)};
constexpr const char* kFeed = "https://outlet.example/feed";

/// Answers from a table; remembers what was asked.
class TableTransport : public Transport {
 public:
  Result<Capture> get(const Request& request) override {
    requests.push_back(request);
    const auto found = pages.find(request.url);
    if (found == pages.end()) return fail(ErrorCode::unavailable, "test", "no such page");
    Capture capture;
    capture.url = capture.final_url = request.url;
    capture.http_status = request.etag == "\"same\"" ? 304 : 200;
    capture.headers = {{"ETag", "\"v1\""}, {"Content-Type", "application/xml"}};
    capture.body = found->second;
    capture.id = capture_id_for(capture.url, capture.body);
    return capture;
  }
  std::map<std::string, std::string> pages;
  std::vector<Request> requests;
};

Source outlet() {
  Source source;
  source.id = SourceId("song-bao");
  source.feeds = {kFeed};
  return source;
}

std::string rss(const std::string& items) {
  return "<rss version='2.0'><channel><title>Outlet</title>" + items + "</channel></rss>";
}

std::string item(const std::string& path, const std::string& title = "T") {
  return "<item><title>" + title + "</title><link>https://outlet.example/" + path +
         "</link></item>";
}

FetchState seen(const std::string& path, Time first, const std::string& version = {}) {
  FetchState state;
  state.url = "https://outlet.example/" + path;
  state.etag = "\"e\"";
  state.item_version = version;
  state.capture = CaptureId("c");
  state.first_fetched = state.fetched = first;
  return state;
}

std::vector<std::string> urls(const RoundPlan& plan) {
  std::vector<std::string> out;
  for (const auto& page : plan.pages) out.push_back(page.request.url.substr(23));
  return out;
}

using Urls = std::vector<std::string>;

TEST(PlanRound, TakesNewItemsOnce) {
  TableTransport web;
  web.pages[kFeed] = rss(item("a") + item("b") + item("a?utm_source=rss"));
  const auto plan = plan_round(outlet(), {}, web, kNow);
  EXPECT_EQ(urls(plan), (Urls{"a", "b"}));
  ASSERT_EQ(plan.feed_captures.size(), 1u);
  EXPECT_EQ(plan.feed_captures[0].source, SourceId("song-bao"));
  ASSERT_EQ(plan.feed_states.size(), 1u);
  EXPECT_EQ(plan.feed_states[0].etag, "\"v1\"");
  EXPECT_EQ(plan.feed_states[0].fetched, kNow);
}

TEST(PlanRound, LeavesOldPagesAloneUntilTheirItemChanges) {
  TableTransport web;
  web.pages[kFeed] = rss(item("a", "One"));
  auto first = plan_round(outlet(), {}, web, kNow);
  const auto old = kNow - Seconds(100 * 3600);
  const auto state = seen("a", old, first.pages.at(0).item_version);
  EXPECT_TRUE(plan_round(outlet(), {state}, web, kNow).pages.empty());
  web.pages[kFeed] = rss(item("a", "One, corrected"));
  const auto plan = plan_round(outlet(), {state}, web, kNow);
  EXPECT_EQ(urls(plan), Urls{"a"});
  EXPECT_EQ(plan.pages[0].request.etag, "\"e\"");
  EXPECT_NE(plan.pages[0].item_version, state.item_version);
}

TEST(PlanRound, AsksYoungPagesAgainEvenWhenTheFeedHasDroppedThem) {
  TableTransport web;
  web.pages[kFeed] = rss(item("a"));
  const std::vector<FetchState> known = {seen("gone", kNow - Seconds(3600)),
                                         seen("a", kNow - Seconds(3600)),
                                         seen("old", kNow - Seconds(49 * 3600))};
  const auto plan = plan_round(outlet(), known, web, kNow);
  EXPECT_EQ(urls(plan), (Urls{"a", "gone"}));
  EXPECT_EQ(plan.pages[1].request.etag, "\"e\"");
  EXPECT_FALSE(plan.pages[1].item);
}

TEST(PlanRound, TriesAPageThatDidNotComeAFewTimes) {
  TableTransport web;
  web.pages[kFeed] = rss("");
  FetchState failed;
  failed.url = "https://outlet.example/a";
  failed.failures = 1;
  EXPECT_EQ(urls(plan_round(outlet(), {failed}, web, kNow)), Urls{"a"});
  failed.failures = 5;
  EXPECT_TRUE(plan_round(outlet(), {failed}, web, kNow).pages.empty());
  web.pages[kFeed] = rss(item("a"));
  failed.item_version = plan_round(outlet(), {}, web, kNow).pages.at(0).item_version;
  EXPECT_TRUE(plan_round(outlet(), {failed}, web, kNow).pages.empty());
}

TEST(PlanRound, KeepsAnUnchangedFeedsState) {
  TableTransport web;
  web.pages[kFeed] = rss(item("a"));
  FetchState feed = seen("feed", kNow - Seconds(10));
  feed.etag = "\"same\"";
  feed.failures = 2;
  const auto plan = plan_round(outlet(), {feed}, web, kNow);
  EXPECT_TRUE(plan.pages.empty());
  EXPECT_TRUE(plan.feed_captures.empty());
  EXPECT_EQ(plan.feed_states.at(0).etag, "\"same\"");
  EXPECT_EQ(plan.feed_states.at(0).failures, 0);
}

TEST(PlanRound, GoesOnWhenAFeedFails) {
  TableTransport web;
  auto source = outlet();
  source.feeds = {"https://outlet.example/down", "https://outlet.example/page", kFeed};
  web.pages["https://outlet.example/page"] = "<html><body>no feed</body></html>";
  web.pages[kFeed] = rss(item("a"));
  const auto plan = plan_round(source, {}, web, kNow);
  EXPECT_EQ(urls(plan), Urls{"a"});
  EXPECT_EQ(plan.problems.size(), 2u);
  ASSERT_EQ(plan.feed_states.size(), 3u);
  EXPECT_EQ(plan.feed_states[0].failures, 1);
}

TEST(PlanRound, ReportsTombstonesAndDoesNotFetchThem) {
  TableTransport web;
  web.pages[kFeed] =
      "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
      "<at:deleted-entry ref='https://outlet.example/a' when='2026-11-25T00:00:00Z'/>"
      "<entry><id>https://outlet.example/a</id><title>x</title></entry></feed>";
  const auto plan = plan_round(outlet(), {seen("a", kNow - Seconds(60))}, web, kNow);
  EXPECT_EQ(plan.withdrawn, Urls{"https://outlet.example/a"});
  EXPECT_TRUE(plan.pages.empty());
}

TEST(PlanRound, TakesNoMoreItemsThanAllowed) {
  TableTransport web;
  std::string items;
  for (int i = 0; i < 30; ++i) items += item("p" + std::to_string(i));
  web.pages[kFeed] = rss(items);
  GatherOptions options;
  options.max_items_per_feed = 7;
  EXPECT_EQ(plan_round(outlet(), {}, web, kNow, options).pages.size(), 7u);
}

}  // namespace
}  // namespace kaynak
