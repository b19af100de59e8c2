#include "extract/block_groups.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/caption_blocks.h"
#include "extract/page_for_tests.h"
#include "extract/scored_for_tests.h"
#include "model/json.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

std::string slide(std::string_view text) {
  return "<div class=story><div class=slide><p>" + std::string(text) + "</p></div></div>";
}

const std::string long_text =
    "The ice in the harbour of Norrvik broke on Monday, a month before it usually does.";

TEST(DialogTexts, AreAlsoToldByWhatTheyAskFor) {
  const std::string asks =
      "<p>An dieser Stelle finden Sie einen externen Inhalt, der den Artikel ergänzt.</p>";
  const Scored page("<p>" + long_text + "</p>" + asks + "<p>" + long_text + "</p>", {1, 1, 1});
  EXPECT_THAT(dialog_texts(page.blocks(), page.kept), ElementsAre(1));
}

TEST(LikeTheirKind, KeepsWhatOfOneKindWasScoredOutByLittle) {
  const Scored page(slide(long_text) + slide(long_text) + slide(long_text) + slide(long_text) +
                        slide(long_text) + "<p class=teaser>" + long_text + "</p>",
                    {1, 2, 1, -0.5f, -3, -0.5f});
  EXPECT_THAT(like_their_kind(page.blocks(), page.kept), ElementsAre(3));
}

TEST(LikeTheirKind, KeepsParagraphsBetweenOthersOfWhichHardlyOneIsLeftOut) {
  const std::string asks = "Subscribe to the newsletter of the harbour and read it all in one go.";
  std::string html = slide(long_text) + slide(long_text) + slide(asks);
  std::vector<float> scores = {1, -1.5f, -1.5f};
  for (int i = 0; i < 12; ++i) html += slide(long_text), scores.push_back(1);
  scores.push_back(-1.5f);
  const Scored page(html + slide(long_text), scores);
  EXPECT_THAT(like_their_kind(page.blocks(), page.kept), ElementsAre(1));
}

TEST(LikeTheirKind, LeavesOutAKindOfWhichHardlyAnythingIsText) {
  std::string html;
  for (int i = 0; i < 8; ++i) html += slide(long_text);
  const Scored page(html, {1, 1, 1, -0.5f, -0.5f, -0.5f, -0.5f, -0.5f});
  EXPECT_THAT(like_their_kind(page.blocks(), page.kept), IsEmpty());
}

TEST(ConsentTexts, AreNoneOfTheArticleUnlessTheArticleIsAboutThem) {
  const std::string dialog =
      "<div id=onetrust-sdk><ul><li><p>" + long_text + "</p></li></ul></div>";
  const Scored page("<p>" + long_text + long_text + "</p>" + dialog, {1, 1});
  EXPECT_THAT(dialog_texts(page.blocks(), page.kept), ElementsAre(1));
  const Scored about("<div class=cookie-law><p>" + long_text + long_text + "</p></div>" + "<p>" +
                         long_text + "</p>",
                     {1, 1});
  EXPECT_THAT(dialog_texts(about.blocks(), about.kept), IsEmpty());
}

TEST(ConsentTexts, MayBeLongerThanAShortArticle) {
  std::string dialog = "<div id=onetrust-sdk>", article;
  for (int i = 0; i < 6; ++i) article += "<p>" + long_text + "</p>";
  for (int i = 0; i < 9; ++i) dialog += "<p>" + long_text + "</p>";
  const Scored page(article + dialog + "</div>", std::vector<float>(15, 1));
  EXPECT_THAT(dialog_texts(page.blocks(), page.kept), SizeIs(9));
}

std::string article_of(const std::string& inside) {
  return "<article><h2>Ice</h2>" + inside + "</article>";
}

TEST(Forms, ForCommentsHoldNoText) {
  const std::string form =
      "<form><label>Name (required)</label><p>" + long_text + "</p><textarea></textarea></form>";
  const std::string text = "<p>" + long_text + "</p>";
  const Scored page(text + text + form, {1, 1, 1, 1});
  EXPECT_THAT(dialog_texts(page.blocks(), page.kept), ElementsAre(2, 3));
  const Scored whole("<form><div>" + text + text + text + "</div><textarea></textarea></form>",
                     {1, 1, 1});
  EXPECT_THAT(dialog_texts(whole.blocks(), whole.kept), IsEmpty());
  const Scored search(text + text + "<form><input><p>" + long_text + "</p></form>", {1, 1, 1});
  EXPECT_THAT(dialog_texts(search.blocks(), search.kept), IsEmpty());
}

TEST(NextArticles, AreThoseBehindTheOneThatTheHeadlineHeads) {
  std::string text;
  for (int i = 0; i < 4; ++i) text += "<p>" + long_text + "</p>";
  const auto next = [](const Scored& page) {
    NodeIndex headline = 0;
    while (page.page.node(headline).tag != Tag::h2) ++headline;
    return next_articles(page.blocks(), page.kept, headline);
  };
  const std::vector<float> all(16, 1);
  EXPECT_THAT(next(Scored("<section>" + article_of(text) + "</section><section>" +
                              article_of(text) + "</section>",
                          all)),
              ElementsAre(5, 6, 7, 8, 9));
  // Entries of a live blog, a text that goes on behind the article, an article of one line.
  EXPECT_THAT(next(Scored(article_of(text + article_of(text)), all)), IsEmpty());
  EXPECT_THAT(next(Scored(article_of(text) + text, all)), IsEmpty());
  EXPECT_THAT(next(Scored(article_of("<p>Ice.</p>") + article_of(text), all)), IsEmpty());
  EXPECT_THAT(next(Scored("<h2>Ice</h2>" + article_of(text) + article_of(text), all)), IsEmpty());
}

TEST(WindowTexts, AreNoneOfTheArticleBehindThem) {
  const std::string article = "<p>" + long_text + "</p><p>" + long_text + "</p>";
  const std::string rules = "<ul><li>" + long_text + "</li><li>" + long_text + "</li><li>" +
                            long_text + "</li></ul></div>";
  const std::vector<float> scores{4, 3, 0.3f, 0.2f, 0.4f};
  for (const char* box : {"<div class='modal-window comments-rules'>", "<div role=dialog>",
                          "<div class=newsletterPopup>"}) {
    const Scored page(article + box + rules, scores);
    EXPECT_THAT(dialog_texts(page.blocks(), page.kept), ElementsAre(2, 3, 4)) << box;
  }
  const Scored notice(article + "<div class=message>" + rules, scores);
  EXPECT_THAT(dialog_texts(notice.blocks(), notice.kept), IsEmpty());
}

TEST(WindowTexts, AreTheArticleWhereTheyAreMoreSurelyText) {
  const Scored page("<p>" + long_text + "</p><p>" + long_text + "</p><div class=modal><p>" +
                        long_text + "</p></div>",
                    {0.2f, 0.3f, 5});
  EXPECT_THAT(dialog_texts(page.blocks(), page.kept), IsEmpty());
}

TEST(Captions, StandInABoxWithAPictureAndItsCredit) {
  const std::string box = "<div class=image-widget><img src=/quay.jpg><h1>" + long_text +
                          "</h1><p>Photo: Maja Lind</p></div>";
  const Scored page("<p>" + long_text + "</p>" + box + "<p>" + long_text + "</p>", {4, 4, -1, 4});
  EXPECT_THAT(captions(page.blocks(), page.kept), ElementsAre(1));
}

TEST(Captions, TellAFilmsLength) {
  const Scored page(
      "<p>Was das frühe Tauwetter für die Fischer heißt.<br>21.11.2026 | 3:18 "
      "min</p><p>Die Fähre braucht jetzt 38 min</p>",
      {4, 4});
  EXPECT_THAT(captions(page.blocks(), page.kept), ElementsAre(0));
}

TEST(Captions, AreWhatAPicturesAlternativeTextBeginsWith) {
  const Scored page(
      "<ul><li><img src=/q.jpg alt='Ships at the old quay of Norrvik. Photo: Maja "
      "Lind, NTF'><div>Ships at the old quay of Norrvik.</div></li></ul>",
      {4});
  EXPECT_THAT(captions(page.blocks(), page.kept), ElementsAre(0));
}

TEST(Choice, LeavesOutCallsToFollowTheOutlet) {
  const std::string text = body_text(extract_for_test(page_with(
      news_text() + "<p>Follow Havsbild on Instagram, Facebook, Twitter and YouTube.</p>" +
      "<p>Following the leads of Facebook and Instagram, the port has a channel of its own.</p>")));
  EXPECT_THAT(text, Not(HasSubstr("Follow Havsbild")));
  EXPECT_THAT(text, HasSubstr("Following the leads"));
}

TEST(Choice, LeavesOutLinesForTheOutletItself) {
  const std::string text = body_text(extract_for_test(
      page_with(news_text() + "<p>Read on in comfort with the Havsbild Post app!</p>")));
  EXPECT_THAT(text, Not(HasSubstr("Read on")));
  EXPECT_THAT(text, HasSubstr("did not confirm it"));
}

TEST(Choice, KeepsTheStandfirstThatThePageDescribesItselfWith) {
  const std::string lead = "Nobody has seen the bay open before Christmas in living memory";
  const std::string text = body_text(extract_for_test(
      "<html lang=en><head><title>Ice breaks early</title><meta name=description content='" + lead +
      "'></head><body><header class='story-header tools'><h1>Ice breaks early</h1><div class=x>" +
      lead + "</div></header><div class=story>" + news_text() + "</div></body></html>"));
  EXPECT_THAT(text, HasSubstr(lead));
}

TEST(Choice, ReadingsAboveWordsStandInTheirBrackets) {
  const std::string text =
      body_text(extract_for_test(page_with(
          news_text() + "<p>韓国の<ruby>尹錫悦<rp>（</rp><rt>ユンソンニョル</rt><rp>）</rp></ruby>"
                        "大統領が<ruby>港<rt>みなと</rt></ruby>を訪れたと港湾局が発表した。</p>")));
  EXPECT_THAT(text, HasSubstr("尹錫悦（ユンソンニョル）大統領が港を訪れた"));
}

TEST(StateText, HasKindsAndNoCaptions) {
  const std::string state =
      R"(<script id=state type=application/json>{"body":"<h2>A month early<\/h2><p>The ice in the )"
      R"(harbour of Norrvik broke on Monday, a month before it usually does, the port authority )"
      R"(said.<\/p><div class=\"img\"><img src=\"\/quay.jpg\"><div class=\"caption\"><p>Ships at the )"
      R"(old quay.<\/p><\/div><\/div><p>Ships that wait out the winter at the old quay may leave )"
      R"(from Friday on, and the <a href=\"\/ferry\">ferry<\/a> to the islands runs again.<\/p><p>)"
      R"(The harbour master, who has kept the log since 1994, said that the water was two degrees )"
      R"(warmer than a year ago.<\/p><p>Fishers in the north of the bay had reported open water two )"
      R"(weeks ago, but the coast guard did not confirm it.<\/p>"}</script>)";
  const Article a = extract_for_test(
      "<html lang=en><head><title>Ice breaks early in Norrvik</title><meta property=og:type "
      "content=article></head><body><div id=app><h1>Ice breaks early in Norrvik</h1></div>" +
      state + "</body></html>");
  ASSERT_GE(a.blocks.size(), 5u);
  EXPECT_EQ(a.blocks[0].kind, BlockKind::heading);
  EXPECT_THAT(body_text(a), Not(HasSubstr("Ships at the old quay.")));
  EXPECT_THAT(body_text(a), HasSubstr("the ferry to the islands"));
  EXPECT_EQ(a.blocks[1].source, ByteRange());
}

}  // namespace
}  // namespace kaynak::extract_detail
