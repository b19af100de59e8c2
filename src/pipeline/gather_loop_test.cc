#include "pipeline/gather_loop.h"

#include <gtest/gtest.h>

#include <stdexcept>

#include "base/file.h"
#include "pipeline/newsroom.h"

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;
const std::string kFeed = "https://a.example/feed.xml", kPage = "https://a.example/1";

/// An outlet of one feed with one page; can die when the page is asked for.
class Outlet : public Transport {
 public:
  Result<Capture> get(const Request& request) override {
    Capture c;
    c.url = c.final_url = request.url;
    c.fetched = kNow;
    if (request.url == kFeed) {
      c.http_status = request.etag.empty() ? 200 : 304;
      c.headers = {{"Content-Type", "application/rss+xml"}, {"ETag", "\"1\""}};
      if (c.http_status == 200)
        c.body = "<rss version='2.0'><channel><title>A</title><item><title>One</title><link>" +
                 kPage + "</link></item></channel></rss>";
    } else if (request.url == kPage) {
      if (dies) throw std::runtime_error("killed");
      c.http_status = 200;
      c.headers = {{"Content-Type", "text/html"}};
      c.body = "<p>One";
      ++pages;
    } else {
      c.http_status = 404;
    }
    c.id = capture_id_for(c.url, c.body);
    return c;
  }
  bool dies = false;
  int pages = 0;
};

Result<RoundCounts> gather(const Newsroom& newsroom, Transport& transport, Archive& archive) {
  const auto fetcher = make_serial_fetcher(transport);
  LoopOptions options;
  options.clock = [] { return kNow; };
  options.live = false;
  KAYNAK_ASSIGN(auto loop, GatherLoop::make(newsroom, *fetcher, archive, options));
  return loop.round();
}

TEST(GatherLoop, AsksAgainForThePagesOfAFeedThatADeadRunLeft) {
  const auto folder = TemporaryFolder::make().value();
  const Path room = folder.path() / "n";
  ASSERT_TRUE(Newsroom::create(room, default_config_text("T", {"en"})));
  ASSERT_TRUE(write_file_atomically(
      room / "sources" / "a.toml",
      "name = \"A\"\nhome = \"https://a.example/\"\nfeeds = [\"" + kFeed + "\"]\n"));
  const auto newsroom =
      Newsroom::open(room, [](const std::string&) { return std::nullopt; }).value();
  Outlet outlet;
  outlet.dies = true;
  {
    const auto archive = Archive::open(*newsroom, kNow).value();
    EXPECT_THROW((void)gather(*newsroom, outlet, *archive), std::runtime_error);
  }
  outlet.dies = false;
  const auto archive = Archive::open(*newsroom, kNow).value();
  ASSERT_TRUE(gather(*newsroom, outlet, *archive));
  EXPECT_EQ(outlet.pages, 1);
}

/// What a round over one source with these page rules logs.
std::string logged_with_rules(const std::string& rules) {
  const auto folder = TemporaryFolder::make().value();
  const Path room = folder.path() / "n";
  EXPECT_TRUE(Newsroom::create(room, default_config_text("T", {"en"})));
  EXPECT_TRUE(write_file_atomically(room / "sources" / "a.toml",
                                    "name = \"A\"\nfeeds = [\"" + kFeed + "\"]\n" + rules));
  const auto newsroom =
      Newsroom::open(room, [](const std::string&) { return std::nullopt; }).value();
  Outlet outlet;
  const auto archive = Archive::open(*newsroom, kNow).value();
  testing::internal::CaptureStderr();
  const auto counts = gather(*newsroom, outlet, *archive);
  EXPECT_TRUE(counts && counts->problems.empty());
  return testing::internal::GetCapturedStderr();
}

TEST(GatherLoop, WarnsOfPageRulesThatHaveEnded) {
  const std::string ended = "[[extract]]\nstrip = \".x\"\nvalid_until = \"2026-11-19\"\n";
  const auto said = logged_with_rules(ended);
  EXPECT_NE(said.find("sources/a.toml: [[extract]] ended with valid_until = \"2026-11-19\""),
            std::string::npos)
      << said;
  EXPECT_EQ(logged_with_rules("[[extract]]\nstrip = \".y\"\n" + ended).find("[[extract]]"),
            std::string::npos);
}

}  // namespace
}  // namespace kaynak
