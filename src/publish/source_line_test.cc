#include <gtest/gtest.h>

#include "base/json.h"
#include "publish/page_text_for_tests.h"
#include "publish/samples_for_tests.h"

namespace kaynak {
namespace {

using samples::between;
using samples::count_of;
using samples::has;

std::string article(const ArticlePage& page) {
  static const Site site = samples::site();
  return site.render_article(page).bytes;
}

/// The line as a reader without styles has it: a clause a line, tags gone.
std::string line_of(const ArticlePage& page) {
  std::string out;
  bool tag = false;
  for (const char c : between(article(page), "<ol>", "</ol>")) {
    if (c == '<') tag = true;
    if (!tag && !(c == '\n' && (out.empty() || out.back() == '\n'))) out += c;
    if (c == '>') tag = false;
  }
  return out;
}

ArticlePage page_in(const std::string& language, std::vector<Hop> hops) {
  auto page = samples::turkish_page();
  page.language = LanguageTag(language);
  page.edition.reset();
  page.article.language = page.language;
  page.article.hops = std::move(hops);
  page.article.outlet = page.source.name = "Song Báo";
  return page;
}

const std::vector<Hop> agencies_author_outlet = {
    {"agency", "KCNA", "http://kcna.example/", {}},
    {"agency", "Reuters", "https://reuters.example/", {}},
    {"author", "Ngọc Anh", {}, {}},
    {"publisher", "Song Báo", "https://songbao.example/", {}}};

TEST(SourceLine, GivesEveryHopInOrder) {
  const auto chain =
      between(article(samples::turkish_page()), "<aside class=\"chain credits\"", "</div>");
  EXPECT_TRUE(has(chain, ">Kaynak</span>"));
  std::size_t at = 0;
  for (const auto* name : {"KCNA", "Reuters", "Song Báo", "Ngoc Anh", "çeviri: ", "Elif Sönmez",
                           "<bdi>Kaynak</bdi>"}) {
    const auto found = chain.find(name, at);
    ASSERT_NE(found, std::string::npos) << name;
    at = found;
  }
  EXPECT_TRUE(has(chain, "href=\"https://songbao.example/the-gioi/du-an-dap-nuoc.html\""));
  const auto stations =
      between(article(samples::turkish_page()), "<ol class=\"stations\">", "</ol>");
  EXPECT_EQ(count_of(stations, "<li"),
            7u);  // two agencies, photographer, author, outlet, translator, us
  EXPECT_TRUE(has(stations, "haber ajansı"));
  EXPECT_TRUE(has(stations, "çevirmen"));
}

TEST(SourceLine, ShowsAnAgencyThatPublishesItsOwnReportOnce) {
  auto page = samples::turkish_page();
  page.article.outlet = page.source.name = "Meridian Wire";
  page.article.hops = {{"agency", "Meridian Wire", "https://meridianwire.example/", {}},
                       {"author", "Priya Castellan", {}, {}},
                       {"publisher", "Meridian Wire", "https://meridianwire.example/", {}}};
  const auto chain = between(article(page), "<aside class=\"chain credits\"", "</div>");
  const auto once = chain.find("Meridian Wire");
  ASSERT_NE(once, std::string::npos);
  EXPECT_EQ(chain.find("Meridian Wire", once + 1), std::string::npos);
}

TEST(SourceLine, ReadsAsASentenceInTheReadersLanguage) {
  EXPECT_EQ(line_of(page_in("en", agencies_author_outlet)),
            "Reported by KCNA and Reuters\nwritten by Ngọc Anh for Song Báo\n"
            "published here by Kaynak\n");
  EXPECT_EQ(line_of(page_in("tr", agencies_author_outlet)),
            "Haberi geçen: KCNA ve Reuters\nSong Báo için yazan: Ngọc Anh\n"
            "burada yayımlayan: Kaynak\n");
  EXPECT_EQ(line_of(page_in("vi", agencies_author_outlet)),
            "Theo KCNA và Reuters\nNgọc Anh viết cho Song Báo\nKaynak đăng tại đây\n");
}

TEST(SourceLine, BeginsWithTheCapitalOfItsLanguage) {
  const auto page = page_in("tr", {{"source", "Iğdır Haber", {}, {}}});
  EXPECT_TRUE(has(line_of(page), "İlk aktaran: Iğdır Haber"));
}

TEST(SourceLine, LeavesANameThatComesFirstAsItIs) {
  const auto page = page_in("vi", {{"author", "dpa", {}, {}}, {"publisher", "Song Báo", {}, {}}});
  EXPECT_TRUE(has(line_of(page), "dpa viết cho Song Báo"));
}

TEST(SourceLine, NamesTheOriginalOutletAndTheRepublisherApart) {
  const auto page = page_in("en", {{"publisher", "Havsbild", "https://havsbild.example/a", {}},
                                   {"republisher", "Song Báo", {}, {}}});
  EXPECT_EQ(line_of(page),
            "Published by Havsbild\nrepublished by Song Báo\npublished here by Kaynak\n");
  EXPECT_TRUE(has(article(page), "href=\"https://havsbild.example/a\""));
}

TEST(SourceLine, SaysWhichNameIsDoubtful) {
  auto hops = agencies_author_outlet;
  hops[1].confidence = 0.5;
  EXPECT_TRUE(has(line_of(page_in("en", hops)), "Reported by KCNA and Reuters (uncertain)"));
}

TEST(SourceLine, NeverReadsANameAsAPattern) {
  auto hops = agencies_author_outlet;
  hops[0].name = "{names} '{' <b>";
  hops[0].url = "javascript:alert(1)";
  const auto html = article(page_in("en", hops));
  EXPECT_TRUE(has(html, "{names} &#39;{&#39; &lt;b&gt;") || has(html, "{names} '{' &lt;b&gt;"));
  EXPECT_FALSE(has(html, "javascript:"));
}

TEST(SourceLine, StandsInTheStructuredDataWithoutOurOwnSite) {
  const auto html = article(page_in("en", agencies_author_outlet));
  const auto json = parse_json(between(html, "<script type=\"application/ld+json\">", "</script>"));
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["creditText"].as_string(),
            "Reported by KCNA and Reuters · written by Ngọc Anh for Song Báo");
}

Json json_ld(const ArticlePage& page) {
  const auto json =
      parse_json(between(article(page), "<script type=\"application/ld+json\">", "</script>"));
  EXPECT_TRUE(json);
  return json ? *json : Json();
}

TEST(StructuredData, LeadsBackThroughTheRepublisherToTheOriginal) {
  const auto json =
      json_ld(page_in("en", {{"agency", "KCNA", "https://kcna.example/", {}},
                             {"publisher", "Havsbild", "https://havsbild.example/a", {}},
                             {"republisher", "Song Báo", {}, {}}}));
  EXPECT_EQ(json["isBasedOn"]["url"].as_string(),
            "https://songbao.example/the-gioi/du-an-dap-nuoc.html");
  EXPECT_EQ(json["isBasedOn"]["isBasedOn"]["url"].as_string(), "https://havsbild.example/a");
  EXPECT_EQ(json["isBasedOn"]["isBasedOn"]["publisher"]["name"].as_string(), "Havsbild");
  EXPECT_EQ(json["provider"].items().at(0)["name"].as_string(), "KCNA");
}

TEST(StructuredData, GivesQuotationsWhoseSpeakerIsSure) {
  auto page = page_in("en", agencies_author_outlet);
  page.article.quotes = {{"It is done", "Lan Pham", "Pham", "said", "KCNA", {}, {}},
                         {"Who knows", "Lan Pham", "", "", "", {}, {}, {}, -1, 0.4}};
  const auto parts = json_ld(page)["hasPart"].items();
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(parts[0]["@type"].as_string(), "Quotation");
  EXPECT_EQ(parts[0]["creditText"].as_string(), "Lan Pham");
  EXPECT_EQ(parts[0]["provider"]["name"].as_string(), "KCNA");
}

TEST(QuotedPeople, AreNamedOnceAndDoubtfulOnesAsDoubtful) {
  auto page = page_in("en", agencies_author_outlet);
  page.article.quotes = {{"One", "Lan Pham", "Pham", "said", "", {}, {}},
                         {"Two", "Lan Pham", "", "", "", {}, {}, {}, -1, 0.4},
                         {"Three", "Minh Do", "", "", "", {}, {}, {}, -1, 0.4}};
  const auto facts = between(article(page), "<p class=\"facts\">", "</p>");
  EXPECT_EQ(count_of(facts, "Lan Pham"), 1u);
  EXPECT_TRUE(has(facts, "<bdi>Lan Pham</bdi>"));
  EXPECT_TRUE(has(facts, "<bdi>Minh Do (uncertain)</bdi>"));
}

}  // namespace
}  // namespace kaynak
