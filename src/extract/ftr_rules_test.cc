#include "extract/ftr_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::string css(std::string_view xpath) {
  const auto made = css_of_xpath(xpath);
  return made && made->size() == 1 ? made->front() : "?";
}

TEST(FtrRules, XPathsThatNameElementsBecomeCss) {
  EXPECT_EQ(css("//div[@id='text']"), "div[id=\"text\"]");
  EXPECT_EQ(css("//article//p[2]"), "article p:nth-of-type(2)");
  EXPECT_EQ(css("/html/body/div"), ":root > html > body > div");
  EXPECT_EQ(css("//*[contains(@class, 'story')]/span"), "*[class*=\"story\"] > span");
  EXPECT_EQ(css("//div[contains(concat(' ',normalize-space(@class),' '),' body ')]"),
            "div[class~=\"body\"]");
  EXPECT_EQ(css("//a[@rel and not(@href='#')]"), "a[rel]:not([href=\"#\"])");
  EXPECT_EQ(css("//meta[@property='article:author']/@content"),
            "meta[property=\"article:author\"]");
  EXPECT_EQ(css("id(\"main\")//ul[last()]"), "[id=\"main\"] ul:last-of-type");
  EXPECT_THAT(*css_of_xpath("//h1 | //h2[@class='a\"b']"),
              ElementsAre("h1", "h2[class=\"a\\\"b\"]"));
}

TEST(FtrRules, OtherXPathsAreRefusedWithTheirPart) {
  for (const char* xpath : {"//p[text()='x']", "substring-after(//p, 'by')", "//div[", "//p/..",
                            "//a/@href", "", "//div[@id='x", "//p[following-sibling::div]"}) {
    const auto made = css_of_xpath(xpath);
    ASSERT_FALSE(made) << xpath;
    EXPECT_EQ(made.error().code, ErrorCode::unsupported);
  }
}

constexpr std::string_view kFile = R"(# The Harbour Ledger
title: //h1[@class='headline']
body: //div[@class='prose'] | //div[@id='more']
date: //time/@datetime
strip: //aside
strip_id_or_class: "promo"
strip_image_src: /pixel
single_page_link: //a[@class='all']
body: //p[contains(text(), 'x')]
tidy: no
test_url: https://ledger.example/1
)";

TEST(FtrRules, AFileBecomesOneVersionOfTheRules) {
  const FtrImport made = import_ftr_rules(kFile);
  EXPECT_THAT(made.version.headline, ElementsAre("h1[class=\"headline\"]"));
  EXPECT_THAT(made.version.body, ElementsAre("div[class=\"prose\"]", "div[id=\"more\"]"));
  EXPECT_THAT(made.version.strip, ElementsAre("aside", "[id*=\"promo\"]", "[class*=\"promo\"]",
                                              "img[src*=\"/pixel\"]"));
  EXPECT_THAT(made.left_out, ElementsAre(HasSubstr("single_page_link"), HasSubstr("no CSS")));
  const auto read = parse_site_rules(to_toml(made.version));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->versions.front().body, made.version.body);
  EXPECT_EQ(read->versions.front().strip, made.version.strip);
}

TEST(FtrRules, WhatIsImportedIsWhatExtractionTakes) {
  SiteRules rules;
  rules.versions.push_back(import_ftr_rules(kFile).version);
  const auto page = Document::parse(
      "<html><body><h1>Site</h1><h1 class='headline'>The bridge swings</h1><time "
      "datetime='2026-11-20T08:00:00Z'>today</time><div class='prose'><p>The old bridge opened for "
      "the first time in eleven years.</p><p class='a-promo-b'>Buy a boat from us today, they are "
      "all on sale.</p></div><p>Somebody else's words that stand beside the story itself.</p><div "
      "id='more'><p>Forty boats were waiting.</p></div></body></html>");
  const auto article = extract(*page, {}, rules);
  ASSERT_TRUE(article);
  EXPECT_EQ(article->headline, "The bridge swings");
  EXPECT_EQ(
      body_text(*article),
      "The old bridge opened for the first time in eleven years.\n\nForty boats were waiting.");
}

TEST(FtrRules, GarbageIsLeftOutAndNeverARule) {
  const FtrImport made = import_ftr_rules(std::string(5000, '[') + "\nbody: \x80\xff//[\nbody://");
  EXPECT_THAT(made.version.body, IsEmpty());
  EXPECT_EQ(made.left_out.size(), 3u);
}

}  // namespace
}  // namespace kaynak
