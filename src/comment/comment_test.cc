#include "comment/comment.h"

#include <gtest/gtest.h>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

const ArticleId kArticle("0123456789abcdef");
const LanguageTag kTurkish("tr");
const Time kNow(Milliseconds(1'790'000'000'000));

std::string text_of(std::string_view typed) {
  const auto comment = accept_comment(kArticle, kTurkish, "Ayşe", typed, kNow);
  return comment ? comment->text : comment.error().detail;
}
std::string author_of(std::string_view typed) {
  const auto comment = accept_comment(kArticle, kTurkish, typed, "Metin", kNow);
  return comment ? comment->author : comment.error().detail;
}

TEST(Comment, IsHeldWithAllThatWasGiven) {
  const auto comment = accept_comment(kArticle, kTurkish, " Ayşe ", "İyi haber.\r\n", kNow);
  ASSERT_TRUE(comment);
  EXPECT_EQ(comment->author, "Ayşe");
  EXPECT_EQ(comment->text, "İyi haber.");
  EXPECT_EQ(comment->article, kArticle);
  EXPECT_EQ(comment->language, kTurkish);
  EXPECT_EQ(comment->created, kNow);
  EXPECT_EQ(comment->status, CommentStatus::held);
  EXPECT_EQ(comment->reason, "");
  EXPECT_EQ(comment->id.value.size(), 16u);
}

TEST(Comment, HasAnIdOfItsOwnForEachInstantAndText) {
  const auto id = [](std::string_view text, Time at) {
    return accept_comment(kArticle, kTurkish, "A", text, at)->id;
  };
  EXPECT_EQ(id("x", kNow), id("x", kNow));
  EXPECT_NE(id("x", kNow), id("y", kNow));
  EXPECT_NE(id("x", kNow), id("x", kNow + Milliseconds(1)));
}

TEST(Comment, KeepsMarkupAsTheCharactersItWasTypedAs) {
  for (const std::string attack :
       {"<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "&lt;b&gt;",
        "\"><svg/onload=alert(1)>", "{{{headline}}}", "{{#x}}", "javascript:alert(1)", "<!--",
        "]]>", "' OR 1=1; --", "%3Cscript%3E"}) {
    EXPECT_EQ(text_of(attack), attack);
    EXPECT_EQ(author_of(attack.substr(0, 70)), attack.substr(0, 70));
  }
}

TEST(Comment, LosesControlsAndBidirectionalOverrides) {
  EXPECT_EQ(text_of(std::string_view("a\0b\x01\x1b[31mc\x7f", 10)), "ab[31mc");
  EXPECT_EQ(text_of("abc\u202Edcba\u202C \u2066x\u2069 \u200Fy \u061Cz"), "abcdcba x y z");
  EXPECT_EQ(text_of("a\u0085b"), "a\nb");
  EXPECT_EQ(author_of("ad\u202Enim\u200B\uFEFF\u00ADa"), "adnima");
}

TEST(Comment, OfNothingVisibleIsRefused) {
  EXPECT_EQ(text_of(""), "no_text");
  EXPECT_EQ(text_of(" \t\r\n\u00A0\u3000"), "no_text");
  EXPECT_EQ(text_of("\u200B\u200D\u2060\u3164\uFEFF\U000E0041"), "no_text");
  EXPECT_EQ(author_of("\u200B"), "no_author");
}

TEST(Comment, KeepsJoinersThatALanguageOrEmojiNeeds) {
  EXPECT_EQ(text_of("می\u200Cخواهم"), "می\u200Cخواهم");
  EXPECT_EQ(text_of("क्\u200Dष"), "क्\u200Dष");
  EXPECT_EQ(text_of("👩\u200D👩\u200D👧 ❤\uFE0F\u200D🔥"), "👩\u200D👩\u200D👧 ❤\uFE0F\u200D🔥");
  EXPECT_EQ(text_of("a\u200D\u200D\u200D\u200Db\u200C"), "a\u200Db");
}

TEST(Comment, TowersOfMarksAreCutDown) {
  std::string tower = "Z";
  for (int i = 0; i < 40; ++i) tower += "\u0336\u0318";
  EXPECT_LE(count_code_points(text_of(tower + "a")), 6u);
  EXPECT_EQ(text_of("Vie\u0323\u0302t"), "Việt") << "composed, not cut";
}

TEST(Comment, FoldsWhiteSpaceAndBlankLines) {
  EXPECT_EQ(text_of("  bir \t iki  \r\n\r\n\r\n\r\n üç\rdört\u2028beş \n "),
            "bir iki\n\nüç\ndört\nbeş");
  EXPECT_EQ(author_of("Ay\nşe\r\nSet-Cookie: x"), "Ay şe Set-Cookie: x");
}

TEST(Comment, OfBrokenUtf8IsStillText) {
  const std::string text = text_of("a\xff\xfe\xc3(b\xed\xa0\x80");
  EXPECT_EQ(nfc(text), text);
  EXPECT_NE(text.find('a'), std::string::npos);
  EXPECT_NE(text.find('b'), std::string::npos);
}

TEST(Comment, OverALimitSaysWhich) {
  EXPECT_EQ(text_of(std::string(5001, 'x')), "text_too_long");
  EXPECT_EQ(text_of(std::string(5000, 'x')).size(), 5000u);
  EXPECT_EQ(text_of("a" + std::string(20000, ' ') + "b"), "a b");
  EXPECT_EQ(text_of(std::string(10'000'000, ' ')), "text_too_long");
  EXPECT_EQ(author_of(std::string(81, 'x')), "author_too_long");
  EXPECT_EQ(accept_comment(kArticle, kTurkish, "A", std::string(6000, 'x'), kNow).error().code,
            ErrorCode::too_large);
  EXPECT_EQ(accept_comment(kArticle, kTurkish, "", "x", kNow).error().code, ErrorCode::malformed);
}

TEST(Comment, CleaningTwiceChangesNothing) {
  for (const char* typed :
       {"a \u200D b\n\n\nc", "e\u0301\u0301\u0301\u0301\u0301x", " x\u200C \n\u200C",
        "\u1100\u1161\u11A8", "z\u0336\u0336\u0336\u0736\u0336"}) {
    const std::string once = clean_comment_text(typed, false);
    EXPECT_EQ(clean_comment_text(once, false), once);
  }
}

}  // namespace
}  // namespace kaynak
