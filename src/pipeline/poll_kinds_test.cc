// Feeds, sitemaps and section pages of one outlet, polled by the loop.
#include <gtest/gtest.h>

#include <map>

#include "pipeline/gather_loop.h"

namespace kaynak {
namespace {

using Times = std::map<std::string, int>;

const std::string kBase = "https://a.example";

/// Pages by path; counts how often each was asked for.
class Outlet : public Transport {
 public:
  Result<Capture> get(const Request& request) override {
    Capture c;
    c.url = c.final_url = request.url;
    c.fetched = now;
    const auto path = request.url.substr(kBase.size());
    ++asked[path];
    const auto page = pages.find(path);
    c.http_status = page == pages.end() ? 404 : 200;
    c.headers = {{"Content-Type", "text/html"}};
    if (page != pages.end()) c.body = page->second;
    c.id = capture_id_for(c.url, c.body);
    return c;
  }
  Time now = parse_iso8601("2026-11-20T06:00:00Z")->utc;
  std::map<std::string, std::string> pages;
  Times asked;
};

class PollKinds : public testing::Test {
 protected:
  PollKinds() : folder_(TemporaryFolder::make().value()), room_(folder_.path() / "n") {
    EXPECT_TRUE(Newsroom::create(room_, default_config_text("T", {"en"})));
  }

  /// A round of a source with these keys; what was asked for in it.
  Times round(const std::string& keys) {
    EXPECT_TRUE(write_file_atomically(room_ / "sources" / "a.toml", "name = 'A'\n" + keys));
    const auto newsroom =
        Newsroom::open(room_, [](const std::string&) { return std::nullopt; }).value();
    const auto archive = Archive::open(*newsroom, outlet.now).value();
    const auto fetcher = make_serial_fetcher(outlet);
    LoopOptions options;
    options.clock = [this] { return outlet.now; };
    options.live = false;
    outlet.asked.clear();
    auto counts = GatherLoop::make(*newsroom, *fetcher, *archive, options)->round();
    EXPECT_TRUE(counts) << counts.error().detail;
    problems = std::move(counts->problems);
    outlet.now += Seconds(3600 * 60);  // pages are not young any more
    return outlet.asked;
  }

  Outlet outlet;
  std::vector<Error> problems;

 private:
  TemporaryFolder folder_;
  Path room_;
};

std::string urlset(const std::vector<std::string>& paths, const std::string& lastmod = {}) {
  std::string out = "<urlset>";
  for (const auto& path : paths)
    out += "<url><loc>" + kBase + path + "</loc>" +
           (lastmod.empty() ? "" : "<lastmod>" + lastmod + "</lastmod>") + "</url>";
  return out + "</urlset>";
}

TEST_F(PollKinds, ASitemapWithoutDatesGivesWhatIsAddedLater) {
  const std::string keys = "sitemaps = ['https://a.example/s.xml']\n";
  outlet.pages = {{"/s.xml", urlset({"/1", "/2"})}};
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}}));
  outlet.pages["/s.xml"] = urlset({"/1", "/2", "/3"});
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}, {"/3", 1}}));
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}, {"/3", 1}}));  // a 404 is looked at once more
}

TEST_F(PollKinds, AnIndexLeadsToItsSitemapsAndNoFurther) {
  const auto index = [](const std::string& path) {
    return "<sitemapindex><sitemap><loc>" + kBase + path + "</loc></sitemap></sitemapindex>";
  };
  outlet.pages = {{"/s.xml", index("/news.xml")}, {"/news.xml", index("/news2.xml")}};
  const std::string keys = "sitemaps = ['https://a.example/s.xml']\n";
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}, {"/news.xml", 1}}));
  outlet.pages["/news.xml"] = urlset({"/1"}, "2026-11-22T18:00:00Z");
  outlet.pages["/1"] = "<p>One";
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}, {"/news.xml", 1}, {"/1", 1}}));
  round(keys);
  EXPECT_EQ(round("sections = []\n"), Times{}) << "an index that no file names has no sitemaps";
}

TEST_F(PollKinds, ASitemapInWhichNothingComesIsForgotten) {
  outlet.pages = {{"/s.xml", "<sitemapindex><sitemap><loc>" + kBase +
                                 "/news.xml</loc></sitemap></sitemapindex>"},
                  {"/news.xml", urlset({})}};
  const std::string keys = "sitemaps = ['https://a.example/s.xml']\n";
  round(keys);
  outlet.pages["/s.xml"] = "<sitemapindex></sitemapindex>";
  for (int rounds = 0; rounds < 4; ++rounds) round(keys);
  EXPECT_EQ(round(keys), (Times{{"/s.xml", 1}}));
}

std::string front_page(const std::vector<std::string>& paths) {
  std::string out;
  for (const auto& path : paths)
    out += "<h2><a href='" + path + "'>The ferry runs again today</a></h2>";
  return out;
}

TEST_F(PollKinds, ASectionPageGivesItsArticles) {
  const std::string keys = "sections = ['https://a.example/news']\n";
  outlet.pages = {{"/news", front_page({"/n/10001", "/n/10002", "/n/10003"})}};
  EXPECT_EQ(round(keys), (Times{{"/news", 1}, {"/n/10001", 1}, {"/n/10002", 1}, {"/n/10003", 1}}));
  outlet.pages["/news"] = "<p>We are being rebuilt";
  round(keys);
  ASSERT_FALSE(problems.empty());
  EXPECT_NE(problems.front().detail.find("section_links = "), std::string::npos);
}

TEST_F(PollKinds, ASectionsOwnSelectorIsUsed) {
  outlet.pages = {{"/news", "<b><a href='/x'>X</a></b><a href='/y'>Y</a>"}};
  EXPECT_EQ(round("sections = ['https://a.example/news']\nsection_links = 'b'\n"),
            (Times{{"/news", 1}, {"/x", 1}}));
}

TEST_F(PollKinds, APageOfTwoPollsIsNotFetchedForEachOfThem) {
  const std::string keys =
      "feeds = ['https://a.example/f.xml']\nsitemaps = ['https://a.example/s.xml']\n";
  outlet.pages = {{"/f.xml", "<rss version='2.0'><channel><item><title>One</title><link>" + kBase +
                                 "/1</link></item></channel></rss>"},
                  {"/s.xml", urlset({"/1"}, "2026-11-20T05:00:00Z")},
                  {"/1", "<p>One"}};
  EXPECT_EQ(round(keys)["/1"], 1);
  EXPECT_EQ(round(keys)["/1"], 1) << "looked at again while it is young";
  outlet.pages["/s.xml"] = urlset({"/1"}, "2026-11-25T05:00:00Z");
  outlet.pages["/f.xml"] += "<!-- made anew -->";
  EXPECT_EQ(round(keys)["/1"], 0);
}

TEST_F(PollKinds, WhatASitemapOnlyRemembersAFeedStillBrings) {
  outlet.pages = {{"/s.xml", urlset({"/1"})}};
  round("sitemaps = ['https://a.example/s.xml']\n");
  outlet.pages["/f.xml"] = "<rss version='2.0'><channel><item><title>One</title><link>" + kBase +
                           "/1</link></item></channel></rss>";
  EXPECT_EQ(
      round("sitemaps = ['https://a.example/s.xml']\nfeeds = ['https://a.example/f.xml']\n")["/1"],
      1);
}

TEST_F(PollKinds, MoreThanOnePollsShareIsTakenByTheNext) {
  std::vector<std::string> paths;
  for (int i = 0; i < 250; ++i) paths.push_back("/" + std::to_string(i));
  outlet.pages = {{"/s.xml", urlset(paths, "2026-11-22T17:00:00Z")}};
  for (const auto& path : paths) outlet.pages[path] = "<p>x";
  const std::string keys = "sitemaps = ['https://a.example/s.xml']\n";
  outlet.now = parse_iso8601("2026-11-22T12:00:00Z")->utc;
  EXPECT_EQ(round(keys).size(), 201u);
  outlet.now = parse_iso8601("2026-11-22T20:00:00Z")->utc;
  outlet.asked.clear();
  const auto second = round(keys);
  std::size_t of_the_rest = 0;
  for (int i = 200; i < 250; ++i) of_the_rest += second.contains("/" + std::to_string(i)) ? 1 : 0;
  EXPECT_EQ(of_the_rest, 50u);
}

}  // namespace
}  // namespace kaynak
