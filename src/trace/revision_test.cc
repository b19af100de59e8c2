#include "trace/revision.h"

#include <gtest/gtest.h>

#include "text/sentences.h"
#include "trace/sentence_match.h"

namespace kaynak {
namespace {

Block block(std::string text, BlockKind kind = BlockKind::paragraph) {
  Block b;
  b.kind = kind;
  b.text = std::move(text);
  for (const auto& r : split_sentences(b.text, "en")) b.sentences.push_back({{r.begin, r.end}, {}});
  return b;
}

Block link(const std::string& text) {
  auto b = block(text);
  b.spans = {{SpanKind::link, {0, static_cast<std::uint32_t>(text.size())}, "https://a.example/"}};
  return b;
}

Block picture(const std::string& url, const std::string& caption) {
  auto b = block(caption, BlockKind::figure);
  b.figure = Figure{url, caption, "Ada Quill", "", {}, {}};
  return b;
}

Article article(std::vector<Block> blocks) {
  Article a;
  a.language = LanguageTag("en");
  a.headline = "Council buys time for a bridge";
  a.blocks = std::move(blocks);
  return a;
}

const std::string kOne = "The council of Port Alder met on Thursday for four hours.";
const std::string kTwo = "It will spend 3.5 million on the old swing bridge.";
const std::string kThree = "The ferries run until midnight while the bridge is closed.";

TEST(Diff, OfTheSameTextIsEmpty) {
  const auto a = article({block(kOne + " " + kTwo), block(kThree)});
  EXPECT_TRUE(diff(a, a).empty());
  // Another way of cutting the text into paragraphs changes no sentence.
  EXPECT_TRUE(diff(a, article({block(kOne), block(kTwo + " " + kThree)})).empty());
}

TEST(Diff, PairsARewordedSentenceAndSeesItsNumbers) {
  const auto r = diff(article({block(kOne + " " + kTwo), block(kThree)}),
                      article({block(kOne + " It will spend 4.7 million on the old swing bridge."),
                               block(kThree)}));
  ASSERT_EQ(r.sentences.size(), 1u);
  const auto& c = r.sentences[0];
  EXPECT_EQ(c.kind, ChangeKind::changed);
  EXPECT_EQ(c.weight, ChangeWeight::text);
  EXPECT_EQ(c.before, kTwo);
  EXPECT_EQ(c.was, (SentencePlace{0, 1}));
  EXPECT_EQ(c.is, (SentencePlace{0, 1}));
  EXPECT_TRUE(c.numbers);
}

TEST(Diff, TellsAddedAndRemovedSentencesInReadingOrder) {
  const auto r = diff(article({block(kOne), block(kTwo), block(kThree)}),
                      article({block(kOne), block(kThree), block("A lamp was put out at dusk.")}));
  ASSERT_EQ(r.sentences.size(), 2u);
  EXPECT_EQ(r.sentences[0].kind, ChangeKind::removed);
  EXPECT_EQ(r.sentences[0].before, kTwo);
  EXPECT_EQ(r.sentences[0].was, (SentencePlace{1, 0}));
  EXPECT_EQ(r.sentences[1].kind, ChangeKind::added);
  EXPECT_EQ(r.sentences[1].is, (SentencePlace{2, 0}));
}

TEST(Diff, TellsAMovedSentenceFromARemovedOne) {
  const auto r = diff(article({block(kOne), block(kTwo), block(kThree)}),
                      article({block(kThree), block(kOne), block(kTwo)}));
  ASSERT_EQ(r.sentences.size(), 1u);
  EXPECT_EQ(r.sentences[0].kind, ChangeKind::moved);
  EXPECT_EQ(r.sentences[0].before, kThree);
}

TEST(Diff, TakesQuotationMarksDashesAndSpaceForTypography) {
  const auto r = diff(article({block("\"It is - at last - ours,\" she said.")}),
                      article({block("“It is – at last – ours,” she\u00a0said.")}));
  ASSERT_EQ(r.sentences.size(), 1u);
  EXPECT_EQ(r.sentences[0].weight, ChangeWeight::typography);
  EXPECT_FALSE(r.has(ChangeWeight::text));
  EXPECT_EQ(r.counts().minor, 1);
  EXPECT_EQ(r.counts().changed, 0);
}

TEST(Diff, TakesStampsCountersAndLinksToOthersForFurniture) {
  const auto r = diff(article({block("Updated 12 August 2026, 14:05"), block(kOne),
                               block("12 comments"), link("Harbour gets a crane")}),
                      article({block("Updated 13 August 2026, 09:30"), block(kOne),
                               block("315 comments"), link("Ferry runs aground")}));
  EXPECT_FALSE(r.empty());
  EXPECT_FALSE(r.has(ChangeWeight::text));
  EXPECT_FALSE(r.has(ChangeWeight::typography));
}

TEST(Diff, TakesANumberInTheTextForNoCounter) {
  for (const auto& [before, after] : std::vector<std::pair<std::string, std::string>>{
           {"He died on 15 August.", "He died on 16 August."},
           {"Dead: 12", "Dead: 13"},
           {"Port Alder 2, Fenwick 1", "Port Alder 3, Fenwick 1"}}) {
    const auto r =
        diff(article({block(kOne), block(before)}), article({block(kOne), block(after)}));
    EXPECT_TRUE(r.has(ChangeWeight::text)) << before;
  }
}

TEST(Diff, KeepsHeadlineAndSubHeadlineApartFromTheBody) {
  auto before = article({block(kOne)}), after = before;
  after.headline = "Council buys a bridge";
  after.subheadline = "Four hours of debate";
  const auto r = diff(before, after);
  ASSERT_TRUE(r.headline);
  EXPECT_EQ(r.headline->before, before.headline);
  ASSERT_EQ(r.sentences.size(), 1u);
  EXPECT_EQ(r.sentences[0].is, SentencePlace{});
  EXPECT_EQ(r.counts().headline, 1);
}

TEST(Diff, TellsWhatBecameOfPictures) {
  const auto r = diff(article({picture("https://a.example/1.jpg?w=300", "The bridge."),
                               picture("https://a.example/2.jpg", "The quay.")}),
                      article({picture("https://a.example/1.jpg?w=900", "The bridge at dawn."),
                               picture("https://a.example/3.jpg", "The lamps.")}));
  ASSERT_EQ(r.pictures.size(), 3u);
  EXPECT_EQ(r.pictures[0].kind, ChangeKind::changed);
  EXPECT_EQ(r.pictures[0].caption_after, "The bridge at dawn.");
  EXPECT_EQ(r.pictures[1].kind, ChangeKind::added);
  EXPECT_EQ(r.pictures[2].kind, ChangeKind::removed);
  EXPECT_TRUE(diff(article({picture("https://a.example/1.jpg?w=300", "A.")}),
                   article({picture("https://a.example/1.jpg?w=900", "A.")}))
                  .empty());
}

TEST(Diff, WritesItsCountsAndPlacesAsJson) {
  const auto j = to_json(diff(article({block(kOne)}), article({block(kOne), block(kTwo)})));
  EXPECT_EQ(j["counts"].dump(), R"({"added":1})");
  EXPECT_EQ(j["sentences"].items()[0]["is"]["block"].as_int(), 1);
  EXPECT_FALSE(j["sentences"].items()[0].contains("was"));
}

TEST(Matches, RiseInBothListsAndArePairsOfEquals) {
  const std::vector<std::uint64_t> a = {1, 2, 3, 3, 4, 5, 9}, b = {1, 3, 2, 3, 5, 4, 9};
  const auto found = trace_detail::match_in_order(a, b);
  EXPECT_EQ(found.size(), 5u);
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(a[found[i].first], b[found[i].second]);
    if (i == 0) continue;
    EXPECT_LT(found[i - 1].first, found[i].first);
    EXPECT_LT(found[i - 1].second, found[i].second);
  }
}

TEST(Matches, LeaveOutAPassageWithoutUniqueEntriesThatIsPastTheLimit) {
  const std::vector<std::uint64_t> a = {1, 7, 8, 7, 8, 2}, b = {1, 8, 7, 8, 8, 7, 2};
  EXPECT_GT(trace_detail::match_in_order(a, b).size(), 2u);
  EXPECT_EQ(trace_detail::match_in_order(a, b, 3).size(), 2u);
}

TEST(Resembling, AreLooksAtOneArticleAndNotTwoArticles) {
  const auto a = article({block(kOne + " " + kTwo + " " + kThree)});
  EXPECT_TRUE(resembles(a, article({block(kOne + " One. Two. Three. Four. Five.")})));
  EXPECT_FALSE(resembles(a, article({block("A crane was bought. It is blue. It lifts a ton.")})));
}

}  // namespace
}  // namespace kaynak
