#include "extract/gone_notice.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

const GonePhrases& phrases() {
  static const GonePhrases loaded = GonePhrases::load(KAYNAK_ROOT).value();
  return loaded;
}

bool gone(const std::string& headline, const std::string& text, const std::string& title = {}) {
  return gone_notice({title, headline, text, {}}, phrases()).has_value();
}

const std::string kStory =
    "The council of Port Alder met on Thursday. It will spend 3.5 million on the old bridge.";

TEST(GoneNotice, IsFoundInTheFirstSentences) {
  EXPECT_EQ(*gone_notice({"", "Council buys time for a bridge",
                          "The Alder\nThis article has been removed. We regret the error.", "en"},
                         phrases()),
            "This article has been removed.");
  EXPECT_TRUE(gone("Bridge", "This story was withdrawn on 3 May after a complaint."));
  EXPECT_TRUE(gone("Bridge", "[This story has been retracted.]"));
}

TEST(GoneNotice, IsFoundInEveryLanguage) {
  for (const char* text :
       {"Dieser Artikel wurde zurückgezogen.", "Cet article n’est plus disponible.",
        "Esta noticia ha sido retirada por la redacción.", "Aquest article s'ha retirat.",
        "Questo articolo è stato rimosso.", "Esta matéria foi retirada do ar.",
        "Ten artykuł został wycofany.", "Этот материал удалён по решению редакции.",
        "Цю статтю видалено.", "Bu haber yayından kaldırılmıştır.", "Bài viết này đã bị gỡ.",
        "تم حذف هذا الخبر.", "この記事は削除されました。", "该文章已被删除。"})
    EXPECT_TRUE(gone("", text)) << text;
}

TEST(GoneNotice, IsFoundInHeadlinesAndTitlesThatSayNothingElse) {
  EXPECT_TRUE(gone("Article removed", "Read on: the ferry, the crane."));
  EXPECT_TRUE(gone("", "Read on.", "Page not found | The Alder"));
  EXPECT_TRUE(gone("404 - Sayfa bulunamadı!", ""));
  EXPECT_TRUE(gone("This article has been withdrawn by the publisher", ""));
}

TEST(GoneNotice, IsNoReportAboutAWithdrawnArticle) {
  EXPECT_FALSE(gone("Journal retracts study of tides",
                    "The journal has withdrawn the article. It said the numbers were invented."));
  EXPECT_FALSE(gone("Paper removes story about mayor",
                    "“This article has been removed,” says a note on the paper's site. The mayor "
                    "had complained."));
  EXPECT_FALSE(gone("Retracted: how a hoax went round the world", kStory));
  EXPECT_FALSE(gone("Page not found: library misses a leaf of its oldest book", kStory));
}

TEST(GoneNotice, IsNoneInALongText) {
  std::string text = "This article has been removed from the archive's vault for the show. ";
  while (text.size() < 900) text += kStory;
  EXPECT_FALSE(gone("Archive shows its treasures", text));
}

TEST(GoneNotice, IsNoneFurtherDown) {
  EXPECT_FALSE(gone("Bridge", kStory + " One more. This article has been removed."));
}

TEST(GoneNotice, NeedsItsPhrases) {
  EXPECT_EQ(GonePhrases::load("/nowhere").error().code, ErrorCode::not_found);
}

}  // namespace
}  // namespace kaynak
