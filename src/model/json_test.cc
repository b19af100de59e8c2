#include "model/json.h"

#include <gtest/gtest.h>

#include "model/sample_for_tests.h"

namespace kaynak {
namespace {

TEST(ArticleJson, LosesNoField) {
  const auto article = full_sample();
  const auto text = to_json(article).dump();
  const auto back = article_from_json(parse_json(text).value());
  ASSERT_TRUE(back);
  EXPECT_EQ(to_json(*back).dump(), text);
  EXPECT_TRUE(*back == article);
  EXPECT_TRUE(article_from_json(to_json(Article{})).value() == Article{});
}

TEST(ArticleJson, HasTheKeysOfTheCommandLineContractEvenWhenEmpty) {
  const auto j = to_json(Article{});
  for (const char* key : {"id", "uri", "language", "headline", "body_text", "byline"})
    EXPECT_TRUE(j[key].is_string()) << key;
  for (const char* key : {"blocks", "authors", "text_agencies", "figures", "cited_sources",
                          "quotes", "hops", "dates"})
    EXPECT_TRUE(j[key].is_array()) << key;
}

TEST(ArticleJson, ADayAloneStaysADay) {
  const auto j = to_json(full_sample());
  EXPECT_EQ(j["versioncreated"].as_string(), "2026-11-20T23:30:00+07:00");
  EXPECT_EQ(j["contentmodified"].as_string(), "2026-11-21T00:00:00Z");
}

TEST(ArticleJson, BodyTextLeavesOutCaptionsAndAds) {
  EXPECT_EQ(to_json(full_sample())["body_text"].as_string(), "Một câu. Hai câu.\n\nmục");
}

TEST(ArticleJson, RefusesUnknownBlockTypes) {
  const auto j = parse_json(R"({"blocks":[{"type":"script","text":"x"}]})").value();
  EXPECT_EQ(article_from_json(j).error().code, ErrorCode::malformed);
  EXPECT_EQ(article_from_json(Json(3)).error().code, ErrorCode::malformed);
}

TEST(EditionJson, LosesNoField) {
  Edition e;
  e.article = ArticleId("a1");
  e.language = LanguageTag("es");
  e.from = LanguageTag("en");
  e.id = edition_id_for(e.article, e.language);
  e.kind = EditionKind::human;
  e.status = EditionStatus::held;
  e.engine = "Apertium 3.8.3 eng-spa";
  e.translator = "Ana";
  e.headline = "Titular";
  e.subheadline = "Sub";
  e.blocks = {{"Hola. Adiós.", {{0, 5}, {6, 13}}, {{SpanKind::link, {0, 4}, "https://a.example/"}}},
              {}};
  e.findings = {{"number", "254 is missing", 0, 1, true}};
  e.source_digest = "d";
  e.created = parse_iso8601("2026-11-22T01:02:03Z")->utc;
  const auto back = edition_from_json(parse_json(to_json(e).dump()).value());
  ASSERT_TRUE(back);
  EXPECT_TRUE(*back == e);
  EXPECT_FALSE(edition_from_json(Json::object()));
}

TEST(StoryAndCommentJson, LoseNoField) {
  const Story s{StoryId("a1"),
                {ArticleId("a1"), ArticleId("a2")},
                ArticleId("a1"),
                {{ArticleId("a1"), ArticleId("a2"), 0.75, "words"}}};
  EXPECT_TRUE(story_from_json(to_json(s)).value() == s);
  const Comment c{CommentId("c"),
                  ArticleId("a"),
                  LanguageTag("tr"),
                  "<b>Ali</b>",
                  "bir\n\niki",
                  parse_iso8601("2026-01-01")->utc,
                  CommentStatus::rejected,
                  "links"};
  EXPECT_TRUE(comment_from_json(to_json(c)).value() == c);
}

}  // namespace
}  // namespace kaynak
