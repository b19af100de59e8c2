#include "trace/unwind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

namespace kaynak {
namespace {

using testing::ElementsAre;

Article page(const std::string& url, std::vector<Hop> hops, const std::string& byline = "") {
  Article a;
  a.id = article_id_for(url);
  a.url = a.canonical_url = url;
  a.byline = byline;
  a.language = LanguageTag("vi");
  a.published = parse_iso8601("2026-08-15T08:00:00Z");
  a.hops = std::move(hops);
  return a;
}

Article portal() {
  return page("https://portal.example/1",
              {{"publisher", "Song Báo", "https://songbao.example/1", {}},
               {"republisher", "Portal", "https://portal.example/1", {}}});
}

Article original() {
  return page("https://songbao.example/1",
              {{"agency", "KCNA", "", {Evidence::byline, {6, 10}}},
               {"publisher", "Song Báo", "https://songbao.example/1", {}, "og:site_name Song Báo"}},
              "theo: KCNA");
}

FindArticle among(std::vector<Article> articles) {
  return [articles = std::move(articles)](const std::string& url) -> std::optional<Article> {
    for (const Article& a : articles)
      if (a.url == url) return a;
    return std::nullopt;
  };
}

std::vector<std::string> names(const std::vector<Hop>& hops) {
  std::vector<std::string> out;
  for (const Hop& hop : hops) out.push_back(hop.role + " " + hop.name);
  return out;
}

TEST(Unwind, LeadsBackThroughTheRepublishedPage) {
  const auto chain = unwound(portal(), among({original()}));
  EXPECT_THAT(names(chain), ElementsAre("agency KCNA", "publisher Song Báo", "republisher Portal"));
  EXPECT_EQ(chain[0].proof, "https://songbao.example/1: KCNA");
  EXPECT_EQ(chain[0].evidence, Evidence{});
  EXPECT_EQ(chain[1].date, "2026-08-15T08:00:00Z");
  EXPECT_EQ(chain[1].language.value, "vi");
}

TEST(Unwind, LeadsBackThroughSeveral) {
  const auto copy =
      page("https://copy.example/1", {{"publisher", "Portal", "https://portal.example/1", {}},
                                      {"republisher", "Copy", "https://copy.example/1", {}}});
  EXPECT_THAT(
      names(unwound(copy, among({original(), portal()}))),
      ElementsAre("agency KCNA", "publisher Song Báo", "republisher Portal", "republisher Copy"));
}

TEST(Unwind, LeavesAChainWhoseOriginIsNotKnown) {
  EXPECT_EQ(unwound(portal(), among({})), portal().hops);
  EXPECT_EQ(unwound(original(), among({original()})), original().hops);
}

TEST(Unwind, EndsWherePagesNameEachOther) {
  const auto a = page("https://a.example/", {{"publisher", "B", "https://b.example/", {}},
                                             {"republisher", "A", "https://a.example/", {}}});
  const auto b = page("https://b.example/", {{"publisher", "A", "https://a.example/", {}},
                                             {"republisher", "B", "https://b.example/", {}}});
  EXPECT_EQ(unwound(a, among({a, b})).size(), 2u);
}

}  // namespace
}  // namespace kaynak
