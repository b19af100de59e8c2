#include "pipeline/try_source.h"

#include <gtest/gtest.h>

#include <map>

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-20T06:00:00Z")->utc;

class Site : public Transport {
 public:
  Result<Capture> get(const Request& request) override {
    Capture c;
    c.url = c.final_url = request.url;
    const auto page = pages.find(request.url.substr(std::string_view("https://a.example").size()));
    c.http_status = page == pages.end() ? 404 : 200;
    c.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    if (page != pages.end()) c.body = page->second;
    return c;
  }
  std::map<std::string, std::string> pages;
};

Trial attempt(Site& site, const std::string& keys) {
  const auto folder = TemporaryFolder::make().value();
  EXPECT_TRUE(Newsroom::create(folder.path() / "n", default_config_text("T", {"en"})));
  const auto room =
      Newsroom::open(folder.path() / "n", [](const std::string&) { return std::nullopt; }).value();
  return try_source(*room, site, parse_source(SourceId("a"), "name = 'A'\n" + keys).value(), kNow);
}

std::string article() {
  std::string text;
  for (int i = 0; i < 6; ++i)
    text +=
        "<p>The harbour council decided on Thursday, after a debate of four hours, to spend the "
        "money on the old swing bridge that has carried the tram for so long.</p>";
  return "<html lang=en><title>Bridge</title><article><h1>Council buys time for a bridge</h1>"
         "<p>By Ada Quill</p>" +
         text + "</article>";
}

std::string feed(const std::vector<std::string>& paths) {
  std::string out = "<rss version='2.0'><channel><title>A</title>";
  for (const auto& path : paths)
    out += "<item><title>T</title><link>https://a.example" + path +
           "</link><pubDate>Thu, 19 Nov 2026 10:00:00 GMT</pubDate></item>";
  return out + "</channel></rss>";
}

TEST(TrySource, ShowsWhatItsPollsAndFirstPagesGive) {
  Site site;
  site.pages = {{"/f", feed({"/1", "/2", "/private/3", "/4"})},
                {"/1", article()},
                {"/robots.txt", "User-agent: *\nDisallow: /private/\n"}};
  const auto trial = attempt(site, "feeds = ['https://a.example/f', 'https://a.example/none']\n");
  ASSERT_EQ(trial.polls.size(), 2u);
  EXPECT_EQ(trial.polls[0].pages, 4u);
  EXPECT_EQ(to_rfc3339(*trial.polls[0].newest), "2026-11-19T10:00:00Z");
  EXPECT_EQ(trial.polls[1].problems, std::vector<std::string>{"answers with status 404"});
  ASSERT_EQ(trial.pages.size(), 3u);
  EXPECT_EQ(trial.pages[0].headline, "Council buys time for a bridge");
  EXPECT_EQ(trial.pages[0].author, "Ada Quill");
  EXPECT_GT(trial.pages[0].words, 20u);
  EXPECT_EQ(trial.pages[1].problem, "answers with status 404");
  EXPECT_NE(trial.pages[2].problem.find("robots.txt"), std::string::npos);
  EXPECT_TRUE(trial.is_readable());
}

TEST(TrySource, IsNotReadableWhereNoPageIs) {
  Site site;
  site.pages = {{"/f", feed({"/1"})}};
  EXPECT_FALSE(attempt(site, "feeds = ['https://a.example/f']\n").is_readable());
  EXPECT_FALSE(attempt(site, "").is_readable());
}

TEST(TrySource, LooksIntoASitemapIndex) {
  Site site;
  site.pages = {
      {"/s",
       "<sitemapindex><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>"},
      {"/news.xml", "<urlset><url><loc>https://a.example/1</loc></url></urlset>"},
      {"/1", article()}};
  const auto trial = attempt(site, "sitemaps = ['https://a.example/s']\n");
  ASSERT_EQ(trial.polls.size(), 2u);
  EXPECT_EQ(trial.polls[1].pages, 1u);
  EXPECT_TRUE(trial.is_readable());
}

}  // namespace
}  // namespace kaynak
