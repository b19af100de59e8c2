#include "pipeline/identity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace kaynak {
namespace {

const std::string kStory = "https://alder.example/harbour/council-buys-time-for-bridge";

PageIdentity of(const std::string& page, const std::string& canonical,
                const std::string& guid = {}) {
  return identity_of({page, page, canonical, guid});
}

TEST(Identity, IsTheAddressAfterRedirects) {
  const auto id = identity_of({"https://feeds.feedburner.com/~r/alder/3", kStory, "", ""});
  EXPECT_EQ(id.address, kStory);
  EXPECT_EQ(id.key, "alder.example/harbour/council-buys-time-for-bridge");
}

TEST(Identity, JoinsAnOutletsOtherFormsOfAPage) {
  for (const char* page :
       {"https://amp.alder.example/harbour/bridge-48213", "https://m.alder.example/n/48213",
        "https://print.alder.example/48213", "https://alder.example/amp/bridge?id=48213",
        "https://alder.example/harbour/council-buys-time-for-bridge/print",
        "https://alder.example/harbour/council-buys-time-for-bridge/2",
        "https://alder.example/harbour/council-buys-time-for-bridge/slide/3",
        "https://alder.example/harbour/council-buys-time-for-bridge/comment-page-1"})
    EXPECT_EQ(of(page, kStory).address, kStory) << page;
}

TEST(Identity, TakesACanonicalOfAnotherOutletAsProvenance) {
  const auto id = of("https://fenwick.example/news/council-buys-time-for-bridge", kStory);
  EXPECT_EQ(id.key, "fenwick.example/news/council-buys-time-for-bridge");
  EXPECT_EQ(id.original, kStory);
}

TEST(Identity, HasNoOriginalInAFrontPage) {
  EXPECT_EQ(of("https://fenwick.example/news/a-b-c", "https://alder.example/").original, "");
}

TEST(Identity, DoesNotBelieveACanonicalThatIsTheFrontPageOrASection) {
  for (const char* canonical :
       {"https://alder.example/", "https://alder.example/index.html", "https://alder.example/en/",
        "https://alder.example/harbour", "https://alder.example/politics",
        "https://www.alder.example/local/news/"})
    EXPECT_EQ(of(kStory, canonical).address, kStory) << canonical;
}

TEST(Identity, BelievesAnotherSectionOfTheSameStory) {
  EXPECT_EQ(of("https://alder.example/sport/council-buys-time-for-bridge", kStory).address, kStory);
}

TEST(Identity, BelievesShortNamesOfPagesThatHaveShortNamesThemselves) {
  EXPECT_EQ(of("https://alder.example/bridge-2", "https://alder.example/bridge").address,
            "https://alder.example/bridge");
}

TEST(Identity, OfAPageThatACacheCarriesIsTheOutlets) {
  EXPECT_EQ(of("https://feedproxy.google.com/~r/alder/3", kStory).address, kStory);
  EXPECT_EQ(of("https://feedproxy.google.com/~r/alder/3", "", kStory).address, kStory);
  EXPECT_EQ(of("https://alder-example.cdn.ampproject.org/c/s/" + kStory.substr(8), "").key,
            "alder.example/harbour/council-buys-time-for-bridge");
}

TEST(Identity, TakesAGuidForThePermalinkWhereOnlyTheQueryDiffers) {
  EXPECT_EQ(of(kStory + "?at=rss-harbour", "", kStory).address, kStory);
  EXPECT_EQ(of(kStory + "?page=2", "", "https://alder.example/?p=12").key,
            "alder.example/harbour/council-buys-time-for-bridge?page=2");
  EXPECT_EQ(
      of("https://alder.example/story.php?id=48213", "", "https://alder.example/story.php").key,
      "alder.example/story.php?id=48213");
}

TEST(Identity, OfAFileIsWhatThePageSays) {
  EXPECT_EQ(identity_of({"file:///a.html", "", kStory, ""}).address, kStory);
  EXPECT_EQ(identity_of({"file:///a.html", "", "", ""}).key, "file:///a.html");
}

TEST(OutletHosts, AreOneUnderOneRegisteredName) {
  EXPECT_TRUE(same_outlet_host("www.alder.co.uk", "print.alder.co.uk"));
  EXPECT_TRUE(same_outlet_host("alder.example", "amp.alder.example"));
  EXPECT_FALSE(same_outlet_host("alder.co.uk", "fenwick.co.uk"));
  EXPECT_FALSE(same_outlet_host("alder.com.tr", "fenwick.com.tr"));
  EXPECT_FALSE(same_outlet_host("alder.blogspot.com", "fenwick.blogspot.com"));
  EXPECT_FALSE(same_outlet_host("alder.substack.com", "fenwick.substack.com"));
  EXPECT_TRUE(same_outlet_host("www.alder.substack.com", "alder.substack.com."));
  EXPECT_FALSE(same_outlet_host("alder.kobe.jp", "fenwick.kobe.jp"));
  EXPECT_FALSE(same_outlet_host("127.0.0.1", "127.0.1.1"));
  EXPECT_FALSE(same_outlet_host("", ""));
}

TEST(Redirects, ToTheFrontASectionOrAnErrorPageLeadAway) {
  for (const char* to : {"https://alder.example/", "https://www.alder.example/en",
                         "https://alder.example/harbour/", "https://alder.example/404"})
    EXPECT_TRUE(redirected_away(kStory, to)) << to;
}

TEST(Redirects, ToThePageItselfItsNewNameOrAWallDoNot) {
  for (const auto& to : std::vector<std::string>{
           kStory, kStory + "/", "https://alder.example/harbour/bridge-is-bought-after-all",
           "https://alder.example/login?next=x", "https://sold.example/",
           "https://alder.example/?p=12"})
    EXPECT_FALSE(redirected_away(kStory, to)) << to;
  EXPECT_FALSE(redirected_away(kStory + "/print", kStory));
}

}  // namespace
}  // namespace kaynak
