#include "model/article.h"

#include <gtest/gtest.h>

#include "model/capture.h"
#include "model/comment.h"
#include "model/edition.h"
#include "model/sample_for_tests.h"
#include "model/source.h"

namespace kaynak {
namespace {

TEST(Article, SummaryPrefersTheLeadAndEndsWithASentence) {
  auto a = full_sample();
  EXPECT_EQ(summary_text(a), "Một câu. Hai câu.");
  EXPECT_EQ(summary_text(a, 12), "Một câu.");
  a.blocks[0].sentences.clear();
  EXPECT_EQ(summary_text(a, 9), "Một…");
  EXPECT_EQ(summary_text(Article{}), "");
}

TEST(Article, DigestChangesWithTheTextAlone) {
  auto a = full_sample();
  const auto before = text_digest(a);
  a.authors.push_back("Somebody");
  EXPECT_EQ(text_digest(a), before);
  a.blocks[0].text += "!";
  EXPECT_NE(text_digest(a), before);
}

TEST(Article, IdsAreStable) {
  EXPECT_EQ(article_id_for("songbao.example/cau"), article_id_for("songbao.example/cau"));
  EXPECT_EQ(article_id_for("x").value.size(), 16u);
  EXPECT_NE(capture_id_for("a", "b"), capture_id_for("ab", ""));
}

TEST(Words, EveryEnumeratorHasOneThatReadsBack) {
  for (const auto kind : {BlockKind::heading, BlockKind::figure, BlockKind::ad_slot})
    EXPECT_EQ(block_kind_from(to_string(kind)), kind);
  for (const auto kind : {SpanKind::link, SpanKind::opaque})
    EXPECT_EQ(span_kind_from(to_string(kind)), kind);
  for (const auto rights : {Rights::full, Rights::excerpt, Rights::link, Rights::none})
    EXPECT_EQ(rights_from(to_string(rights)), rights);
  for (const auto s : {CommentStatus::held, CommentStatus::rejected})
    EXPECT_EQ(comment_status_from(to_string(s)), s);
  for (const auto s : {EditionStatus::ready, EditionStatus::withdrawn})
    EXPECT_EQ(edition_status_from(to_string(s)), s);
  EXPECT_EQ(rights_from("all"), std::nullopt);
}

TEST(Headers, AreFoundWhateverTheirCase) {
  const Headers headers = {{"Content-Type", "text/html"}, {"ETag", "\"1\""}};
  EXPECT_EQ(header(headers, "etag"), "\"1\"");
  EXPECT_EQ(header(headers, "x"), "");
}

}  // namespace
}  // namespace kaynak
