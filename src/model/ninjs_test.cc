// Whole documents are held against the schema itself in tests/ninjs_schema_test.py.
#include <gtest/gtest.h>

#include "model/json.h"
#include "model/sample_for_tests.h"

namespace kaynak {
namespace {

TEST(Ninjs, CarriesHeadlineBodyAndSourcesInTheFieldsOfTheStandard) {
  const auto j = to_ninjs(full_sample());
  EXPECT_EQ(j["uri"].as_string(), "https://songbao.example/cau");
  EXPECT_EQ(j["headlines"].items()[0]["value"].as_string(), "Cây cầu \"mới\" <b>");
  EXPECT_EQ(j["infoSources"].items()[0]["name"].as_string(), "KCNA");
  EXPECT_EQ(j["infoSources"].items()[0]["role"].as_string(), "agency");
  EXPECT_EQ(j["associations"].items()[0]["by"].as_string(), "KCNA");
  EXPECT_EQ(j["located"].as_string(), "HÀ NỘI");
  EXPECT_EQ(j["pubStatus"].as_string(), "canceled");
  EXPECT_EQ(j["versionCreated"].as_string(), "2026-11-21T00:00:00Z");
}

TEST(Ninjs, ExtensionHoldsTheWholeArticle) {
  const auto article = full_sample();
  const auto extension = to_ninjs(article)["bodies"].items()[1];
  EXPECT_EQ(extension["contentType"].as_string(), "application/vnd.kaynak.article+json");
  EXPECT_TRUE(article_from_json(parse_json(extension["value"].as_string()).value()).value() ==
              article);
}

TEST(Ninjs, AnEditionNamesItsOriginal) {
  Edition e;
  e.id = EditionId("a.tr");
  e.language = LanguageTag("tr");
  e.headline = "Köprü";
  e.blocks.resize(4);
  e.blocks[0].text = "Bir cümle.";
  const auto j = to_ninjs(full_sample(), e);
  EXPECT_EQ(j["language"].as_string(), "tr");
  EXPECT_EQ(j["bodies"].items()[0]["value"].as_string(), "Bir cümle.");
  EXPECT_EQ(j["associations"].items()[0]["rel"].as_string(), "translationOf");
  EXPECT_EQ(j["associations"].items()[0]["uri"].as_string(), "https://songbao.example/cau");
}

TEST(Ninjs, AnArticleWithoutAnAddressStillHasAUri) {
  EXPECT_TRUE(to_ninjs(Article{})["uri"].as_string().starts_with("urn:kaynak:article:"));
}

}  // namespace
}  // namespace kaynak
