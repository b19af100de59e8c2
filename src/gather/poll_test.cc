#include "gather/poll.h"

#include "gather/test_data.h"

namespace kaynak {
namespace {

using Urls = std::vector<std::string>;

Capture answer(const std::string& body) {
  Capture c;
  c.url = c.final_url = "https://outlet.example/feed";
  c.http_status = 200;
  c.headers = {{"Content-Type", "application/xml"}};
  c.body = body;
  return c;
}

std::string item(const std::string& path, const std::string& title = "T") {
  return "<item><title>" + title + "</title><link>https://outlet.example/" + path +
         "</link></item>";
}

PollReading read(const std::string& items, std::size_t most = 200) {
  return read_feed_poll(answer("<rss version='2.0'><channel><title>Outlet</title>" + items +
                               "</channel></rss>"),
                        {most})
      .value();
}

Urls urls(const PollReading& reading) {
  Urls out;
  for (const auto& page : reading.pages) out.push_back(page.url.substr(23));
  return out;
}

TEST(Poll, NamesEachPageOnce) {
  EXPECT_EQ(urls(read(item("a") + item("b") + item("a?utm_source=rss"))), (Urls{"a", "b"}));
}

TEST(Poll, TakesNoMoreItemsThanAllowed) {
  std::string items;
  for (int i = 0; i < 30; ++i) items += item("p" + std::to_string(i));
  EXPECT_EQ(read(items, 7).pages.size(), 7u);
}

TEST(Poll, WantsWhatIsNewOrChanged) {
  const auto first = read(item("a", "One")).pages.at(0);
  EXPECT_TRUE(is_wanted(nullptr, first.version));
  FetchState known;
  known.item_version = first.version;
  EXPECT_FALSE(is_wanted(&known, first.version));
  EXPECT_TRUE(is_wanted(&known, read(item("a", "One, corrected")).pages.at(0).version));
}

TEST(Poll, TombstonesAreWithdrawnAndNotFetched) {
  const auto reading = read_feed_poll(
      answer("<feed xmlns='http://www.w3.org/2005/Atom' "
             "xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
             "<at:deleted-entry ref='https://outlet.example/a' when='2026-11-25T00:00:00Z'/>"
             "<entry><id>https://outlet.example/a</id><title>x</title></entry></feed>"),
      {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->withdrawn, Urls{"https://outlet.example/a"});
  EXPECT_TRUE(reading->pages.empty());
}

TEST(Poll, SaysWhatIsNoFeed) {
  EXPECT_FALSE(read_feed_poll(answer("<html><body>no feed</body></html>"), {}));
}

TEST(Poll, KeysPagesByIdentityAndPollsByAddress) {
  EXPECT_EQ(fetch_key(FetchKind::page, "https://www.outlet.example/a?utm_medium=x#top"),
            fetch_key(FetchKind::page, "http://outlet.example/a"));
  EXPECT_NE(fetch_key(FetchKind::feed, "https://outlet.example/a"),
            fetch_key(FetchKind::sitemap, "https://outlet.example/a"));
}

TEST(Poll, FeedsSayTheirHubAndHowLongToWait) {
  const auto reading = read(
      "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='hub' href='https://hub.example/'/>"
      "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' rel='self' "
      "href='https://outlet.example/f'/><ttl>600</ttl>");
  EXPECT_EQ(reading.hub, "https://hub.example/");
  EXPECT_EQ(reading.topic, "https://outlet.example/f");
  EXPECT_EQ(reading.hint, Seconds(3600));
}

const Time kNow = parse_iso8601("2026-11-25T12:00:00Z")->utc;

std::string entry(const std::string& path, const std::string& inner = {}) {
  return "<url><loc>https://outlet.example/" + path + "</loc>" + inner + "</url>";
}

PollReading read_sitemap(const std::string& body, bool first) {
  return read_sitemap_poll(answer(body), {}, kNow, first).value();
}

std::string urlset(const std::string& entries) {
  return "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
         "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9'>" +
         entries + "</urlset>";
}

TEST(SitemapPoll, TakesTheLastTwoDaysNewestFirst) {
  const auto reading = read_sitemap(
      urlset(entry("old", "<lastmod>2026-11-22T12:00:00Z</lastmod>") +
             entry("day", "<lastmod>2026-11-23</lastmod>") +
             entry("new", "<lastmod>2026-11-25T11:00:00Z</lastmod>") +
             entry("mistake", "<lastmod>2027-11-25</lastmod>") +
             entry("new?utm_source=sitemap", "<lastmod>2026-11-25T10:00:00Z</lastmod>")),
      true);
  EXPECT_EQ(urls(reading), (Urls{"new", "day"}));
  EXPECT_TRUE(reading.pages.at(0).fetch);
}

TEST(SitemapPoll, ANewsDateCountsBeforeLastmod) {
  const auto reading = read_sitemap(
      urlset(entry("archive",
                   "<lastmod>2026-11-25</lastmod><news:news><news:publication_date>2019-01-01"
                   "</news:publication_date><news:title>Old</news:title></news:news>") +
             entry("ferry",
                   "<news:news><news:publication_date>2026-11-25T09:00:00Z</news:publication_date>"
                   "<news:title>Ferry runs</news:title></news:news>")),
      true);
  EXPECT_EQ(urls(reading), Urls{"ferry"});
  EXPECT_EQ(reading.pages.at(0).item.title, "Ferry runs");
  EXPECT_TRUE(reading.pages.at(0).item.published);
}

TEST(SitemapPoll, WhatHasNoDateIsOnlyRememberedAtFirst) {
  const auto body = urlset(entry("a") + entry("b"));
  for (const auto& page : read_sitemap(body, true).pages) EXPECT_FALSE(page.fetch);
  for (const auto& page : read_sitemap(body, false).pages) EXPECT_TRUE(page.fetch);
}

TEST(SitemapPoll, OfAnIndexWhatMayHoldNewsIsPolled) {
  const auto child = [](const std::string& path, const std::string& lastmod) {
    return "<sitemap><loc>https://outlet.example/" + path + "</loc>" +
           (lastmod.empty() ? "" : "<lastmod>" + lastmod + "</lastmod>") + "</sitemap>";
  };
  std::string children = child("2019.xml", "2019-12-31") + child("now.xml", "2026-11-25") +
                         child("news-sitemap.xml", "") + child("pages.xml", "");
  EXPECT_EQ(read_sitemap("<sitemapindex>" + children + "</sitemapindex>", true).sitemaps,
            (Urls{"https://outlet.example/now.xml", "https://outlet.example/news-sitemap.xml"}));
  for (int i = 0; i < 60; ++i) children += child("n" + std::to_string(i), "2026-11-25");
  EXPECT_EQ(read_sitemap("<sitemapindex>" + children + "</sitemapindex>", true).sitemaps.size(),
            50u);
}

TEST(SitemapPoll, AFeedInItsPlaceIsReadAsOne) {
  EXPECT_EQ(
      urls(read_sitemap("<rss version='2.0'><channel>" + item("a") + "</channel></rss>", true)),
      Urls{"a"});
}

}  // namespace
}  // namespace kaynak
