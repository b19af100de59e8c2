#include "pipeline/discovery.h"

#include <gtest/gtest.h>

#include <map>

namespace kaynak {
namespace {

/// Serves what it is given; everything else is a 404.
class Site : public Transport {
 public:
  Result<Capture> get(const Request& request) override {
    ++requests;
    Capture c;
    c.url = c.final_url = request.url;
    const auto page = pages.find(request.url);
    c.http_status = page == pages.end() ? 404 : 200;
    c.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    if (page != pages.end()) c.body = page->second;
    return c;
  }
  std::map<std::string, std::string> pages;
  int requests = 0;
};

const std::string kHome = "https://www.alder.example/";

std::string feed(const std::vector<std::string>& paths,
                 const std::string& title = "The Alder RSS") {
  std::string out = "<rss version='2.0'><channel><title>" + title + "</title><link>" + kHome +
                    "</link><language>en-gb</language>";
  for (const auto& path : paths)
    out += "<item><title>T</title><link>" + kHome + path + "</link></item>";
  return out + "</channel></rss>";
}

std::string link_to(const std::string& path) {
  return "<link rel=alternate type='application/rss+xml' href='" + path + "'>";
}

Discovery find(Site& site, const std::string& url = kHome) {
  auto found = discover(site, url, "Kaynak");
  EXPECT_TRUE(found) << found.error().detail;
  return found ? *found : Discovery();
}

using Urls = std::vector<std::string>;

TEST(Discovery, AFrontPageLeadsToEverything) {
  Site site;
  site.pages = {{kHome, "<html lang=en><meta property='og:site_name' content='The Alder'>" +
                            link_to("/comments/feed") + link_to("/all.xml") + link_to("/same.xml") +
                            link_to("/sport.xml") + "<p>News"},
                {kHome + "comments/feed", feed({"c"})},
                {kHome + "all.xml", feed({"a", "b"})},
                {kHome + "same.xml", feed({"b", "a?utm_source=x"})},
                {kHome + "sport.xml", feed({"b", "s"})},
                {kHome + "robots.txt", "Sitemap: /sitemap.xml\nSitemap: /news-sitemap.xml\n"},
                {kHome + "sitemap.xml", "<sitemapindex></sitemapindex>"},
                {kHome + "news-sitemap.xml", "<urlset></urlset>"}};
  const auto source = find(site).source;
  EXPECT_EQ(source.feeds, (Urls{kHome + "all.xml", kHome + "sport.xml"}));
  EXPECT_EQ(source.sitemaps, Urls{kHome + "news-sitemap.xml"});
  EXPECT_TRUE(source.sections.empty());
  EXPECT_EQ(source.name, "The Alder");
  EXPECT_EQ(source.home, kHome);
  EXPECT_EQ(source.language.value, "en-GB");
  EXPECT_EQ(source.country, "GB");
  EXPECT_EQ(source.hosts, Urls{"alder.example"});
}

TEST(Discovery, UsualAddressesAreTriedWhereThePageNamesNoFeed) {
  Site site;
  site.pages = {{kHome, "<title>x</title><p>News"}, {kHome + "rss.xml", feed({"a"})}};
  EXPECT_EQ(find(site).source.feeds, Urls{kHome + "rss.xml"});
  EXPECT_EQ(find(site, "www.alder.example").source.feeds.size(), 1u) << "https is understood";
}

TEST(Discovery, AFeedsAddressIsEnough) {
  Site site;
  site.pages = {{"https://feeds.host.example/alder", feed({"a", "b"}, "The Alder")}};
  const auto source = find(site, "https://feeds.host.example/alder").source;
  EXPECT_EQ(source.feeds, Urls{"https://feeds.host.example/alder"});
  EXPECT_EQ(source.home, kHome);
  EXPECT_EQ(source.name, "The Alder");
}

TEST(Discovery, WithoutFeedsAnySitemapIsTaken) {
  Site site;
  site.pages = {
      {kHome, "<p>News"},
      {kHome + "robots.txt", "Sitemap: https://www.alder.example/map.xml\n"},
      {kHome + "map.xml", "<urlset><url><loc>https://www.alder.example/a</loc></url></urlset>"}};
  EXPECT_EQ(find(site).source.sitemaps, Urls{kHome + "map.xml"});
}

TEST(Discovery, WithNeitherThePageItselfIsASection) {
  Site site;
  std::string page = "<html lang=tr>";
  for (const char* n : {"10001", "10002", "10003"})
    page += "<h2><a href='/haber/" + std::string(n) + "'>Vapur bugün yeniden sefere çıktı</a></h2>";
  site.pages = {{kHome + "son", page}};
  const auto source = find(site, kHome + "son").source;
  EXPECT_EQ(source.sections, Urls{kHome + "son"});
  EXPECT_EQ(source.language.value, "tr");
}

TEST(Discovery, WhereThereIsNothingItSaysWhatWasTried) {
  Site site;
  site.pages = {{kHome, "<p>Under construction"}};
  const auto found = discover(site, kHome, "Kaynak");
  ASSERT_FALSE(found);
  EXPECT_NE(found.error().detail.find("/rss.xml: status 404"), std::string::npos);
  EXPECT_NE(found.error().detail.find("/robots.txt: status 404"), std::string::npos);
  EXPECT_LE(site.requests, 15);
}

TEST(Discovery, ANameSteersNoTerminal) {
  Site site;
  site.pages = {{kHome, "<meta property='og:site_name' content='The\x1b[2J  Alder'>" +
                            link_to("/all.xml") + "<p>x"},
                {kHome + "all.xml", feed({"a"})}};
  EXPECT_EQ(find(site).source.name, "The[2J Alder");
}

TEST(Discovery, AsksAtMostFifteenTimes) {
  Site site;
  std::string page;
  for (int i = 0; i < 40; ++i) page += link_to("/f" + std::to_string(i));
  site.pages = {{kHome, page + "<p>x"}};
  EXPECT_FALSE(discover(site, kHome, "Kaynak"));
  EXPECT_EQ(site.requests, 15);
}

}  // namespace
}  // namespace kaynak
