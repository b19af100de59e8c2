#include "extract/front_page.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

FrontPage read(const std::string& html, const char* url = "https://www.alder.example/") {
  return read_front_page(Document::parse(html, "text/html; charset=utf-8").value(), url);
}

TEST(FrontPage, SaysItsNameLanguageAndCountry) {
  const auto page = read(
      "<html lang='en-GB'><meta property='og:site_name' content='The Alder &amp; Quay'>"
      "<title>News of the harbour</title><p>x");
  EXPECT_EQ(page.name.value, "The Alder & Quay");
  EXPECT_EQ(page.name.where, "og:site_name");
  EXPECT_EQ(page.language.value, "en-GB");
  EXPECT_EQ(page.country.value, "GB");
}

TEST(FrontPage, TheAddressOfItsPublisherCountsMost) {
  const auto page = read(
      "<html lang='en-GB'><script type='application/ld+json'>{\"@type\":\"NewsMediaOrganization\","
      "\"name\":\"Alder\",\"address\":{\"addressCountry\":\"IE\"}}</script><p>x");
  EXPECT_EQ(page.country.value, "IE");
}

TEST(FrontPage, TheDefaultLocaleOfToolsIsNoCountry) {
  EXPECT_EQ(read("<meta property='og:locale' content='en_US'><p>x").country.value, "");
  EXPECT_EQ(read("<html lang=tr><meta property='og:locale' content='tr_TR'><p>x").country.value,
            "TR");
}

TEST(FrontPage, TheTitleNamesTheOutlet) {
  EXPECT_EQ(read("<title>Alder - News from the harbour</title><p>x").title_name.value, "Alder");
  EXPECT_EQ(read("<title>News of today | Quay Post</title><p>x").title_name.value, "Quay Post");
  EXPECT_EQ(read("<title>News of today</title><p>x").title_name.value, "");
}

TEST(FrontPage, TheLargestIconIsTaken) {
  EXPECT_EQ(read("<link rel=icon href=/16.png sizes=16x16><link rel=icon href=/a.png sizes='32x32 "
                 "192x192'>"
                 "<link rel=apple-touch-icon href=/t.png><p>x")
                .icon.value,
            "https://www.alder.example/a.png");
  EXPECT_EQ(read("<link rel='shortcut icon' href='javascript:x'><p>x").icon.value, "");
}

TEST(FrontPage, FeedsOfTheWholeComeBeforeThoseOfPartsAndComments) {
  const std::string rss = "<link rel=alternate type='application/rss+xml' ";
  const auto page = read(rss + "title='Comments' href='/comments/feed/'>" + rss +
                         "href='/category/sport/feed/'>" + rss + "title=All href='feed.xml'>" +
                         rss + "href='/feed.xml'><link rel=alternate hreflang=tr href=/tr><p>x");
  ASSERT_EQ(page.feeds.size(), 3u);
  EXPECT_EQ(page.feeds[0].url, "https://www.alder.example/feed.xml");
  EXPECT_TRUE(page.feeds[1].part);
  EXPECT_TRUE(page.feeds[2].comments);
}

}  // namespace
}  // namespace kaynak
