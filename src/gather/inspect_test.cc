#include "gather/inspect.h"

#include "gather/test_data.h"

namespace kaynak {
namespace {

TEST(Inspect, ShowsAFeedAsTheContractSays) {
  const auto feed = gather_test::must(
      parse_feed("<rss><channel><title>T</title><item><title>A</title><enclosure "
                 "url='https://outlet.example/a.mp3' length='5'/></item></channel></rss>"));
  EXPECT_EQ(
      feed_json(feed).dump(),
      R"({"format":"rss","title":"T","language":"","link":"","problems":[],"items":[{"id":"",)"
      R"("url":"","title":"A","published":null,"updated":null,"summary":"","content_text":"",)"
      R"("authors":[],"categories":[],"enclosures":[{"url":"https://outlet.example/a.mp3",)"
      R"("type":"","length":5}]}]})");
}

TEST(Inspect, ShowsWhichRuleDecided) {
  const auto robots = Robots::parse("User-agent: *\nDisallow: /a\nAllow: /a/b\nCrawl-delay: 2\n");
  EXPECT_EQ(robots_json(robots, "Kaynak", "https://outlet.example/a/x").dump(),
            R"({"url":"https://outlet.example/a/x","allowed":false,"rule":"Disallow: /a",)"
            R"("crawl_delay":2.0})");
  EXPECT_EQ(robots_json(robots, "Kaynak", "/a/b")["rule"].as_string(), "Allow: /a/b");
  EXPECT_TRUE(robots_json(robots, "Kaynak", "/c")["rule"].is_null());
}

TEST(Inspect, ShowsAnAddressAndItsKeyOrWhyItIsNone) {
  const auto json = url_json("../b?utm_source=x#top", "https://www.Outlet.example/a/");
  EXPECT_EQ(json["href"].as_string(), "https://www.outlet.example/b?utm_source=x#top");
  EXPECT_FALSE(json["key"].as_string().empty());
  EXPECT_FALSE(url_json("http://[", "")["error"].as_string().empty());
  EXPECT_FALSE(url_json("a", "also none")["error"].as_string().empty());
}

TEST(Inspect, ShowsARecordsPayloadAfterDecoding) {
  WarcRecord record;
  record.type = "response";
  record.target_uri = "https://outlet.example/";
  record.content_type = "application/http; msgtype=response";
  record.block = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
  const auto json = warc_record_json(record);
  EXPECT_EQ(json["http_status"].as_int(), 200);
  EXPECT_EQ(json["payload_len"].as_int(), 3);
  EXPECT_EQ(json["payload_sha1"].as_string(), "a9993e364706816aba3e25717850c26c9cd0d89d");
  record.type = "request";
  record.block = "GET / HTTP/1.1\r\n\r\n";
  EXPECT_TRUE(warc_record_json(record)["http_status"].is_null());
  EXPECT_EQ(warc_record_json(record)["payload_len"].as_int(), 0);
}

}  // namespace
}  // namespace kaynak
