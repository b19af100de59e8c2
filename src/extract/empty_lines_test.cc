#include "extract/empty_lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/extract.h"
#include "extract/page_for_tests.h"
#include "model/article.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string prose =
    "<p>The ice on the northern harbour broke on Monday morning, two weeks before anyone had "
    "expected it, and the first boats left for the outer islands at noon.</p>"
    "<p>Nobody was hurt, said the harbour master, who had watched the ice from the tower since "
    "five in the morning and had warned all crews in time.</p>";

Article extracted(const std::string& body, const std::string& title = "Ice: The harbour opens") {
  auto page =
      Document::parse("<html lang=en><head><title>" + title + "</title></head><body><article><h1>" +
                      title + "</h1>" + body + "</article></body></html>");
  auto article = extract(*page, PageContext{});
  return article ? std::move(*article) : Article{};
}

TEST(EmptyLines, SpecksAreMarksOrNothingToBeSeen) {
  for (const char* speck : {"", ".", "—", "):", "{}", "\u200D", "\u200B \u200D"})
    EXPECT_TRUE(is_speck(speck)) << speck;
  for (const char* text : {"___", "* * *", "***", "a", "7", "✓", "★★★★★", "海", "?!?"})
    EXPECT_FALSE(is_speck(text)) << text;
}

TEST(EmptyLines, LeaveTheText) {
  const std::string text = body_text(extracted(prose + "<p>\u200D</p><p>.</p>" + prose));
  EXPECT_THAT(text, Not(HasSubstr("\u200D")));
  EXPECT_THAT(text, Not(HasSubstr("\n.\n")));
}

TEST(EmptyLines, ALabelOfNothingGoesFromTheEndOnly) {
  const std::string label = "<p>Further information:</p>";
  EXPECT_THAT(body_text(extracted(prose + label)), Not(HasSubstr("Further information")));
  const std::string more =
      "<p>The harbour office answers questions by telephone on all working days, and its notices "
      "hang at the pier and stand in the Tuesday paper.</p>";
  EXPECT_THAT(body_text(extracted(prose + label + more)), HasSubstr("Further information:"));
  EXPECT_THAT(body_text(extracted(prose + label + "<p><img src='/harbour.jpg' width=900></p>")),
              HasSubstr("Further information:"));
}

TEST(EmptyLines, TheHeadlineInPartsIsNoText) {
  const std::string text = body_text(extracted("<p>Ice</p><p>The harbour opens</p>" + prose));
  EXPECT_TRUE(text.starts_with("The ice on the northern harbour")) << text.substr(0, 60);
}

TEST(EmptyLines, NamesForScriptsAreNoText) {
  std::string sizes;
  for (const char* size : {"portrait", "wide-browser", "above-phone", "landscape-tablet"})
    sizes += "<p>" + std::string(size) + "-and-below</p>";
  const std::string text = body_text(extracted(prose + sizes + prose));
  EXPECT_THAT(text, Not(HasSubstr("and-below")));
  EXPECT_THAT(body_text(extracted(prose + "<p>kaynak-doctor</p>" + prose)),
              HasSubstr("kaynak-doctor"));
}

TEST(EmptyLines, WordsForScreenReadersAreNoText) {
  const std::string text =
      body_text(extracted(prose + "<div class='u visually-hidden'>Article content</div>" + prose));
  EXPECT_THAT(text, Not(HasSubstr("Article content")));
}

TEST(EmptyLines, AnExcerptBeforeItsTextIsKeptOnce) {
  const std::string text = body_text(extracted(
      "<p>The ice on the northern harbour broke on Monday morning, two weeks before anyone…</p>" +
      prose));
  EXPECT_TRUE(
      text.starts_with("The ice on the northern harbour broke on Monday morning, two weeks "
                       "before anyone had expected it"))
      << text.substr(0, 120);
  EXPECT_EQ(text.find("The ice on the northern harbour", 10), std::string::npos);
}

}  // namespace
}  // namespace kaynak::extract_detail
