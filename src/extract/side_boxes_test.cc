#include "extract/side_boxes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/scored_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string text =
    "<p>The ice in the harbour of Norrvik broke on Monday, a month before it usually does, and "
    "the ferries leave on time again.</p>";

std::string box(std::string_view attributes) {
  return "<div " + std::string(attributes) + "><p>Havsbild has a map for you.</p></div>";
}

/// Which of `boxes` are left out, counted from 0, each behind a paragraph of kept text.
std::vector<std::size_t> left_out(const std::vector<std::string>& boxes) {
  std::string html;
  for (const auto& one : boxes) html += text + one;
  const Scored page(html, std::vector<float>(2 * boxes.size(), 1.0f));
  auto found = side_boxes(page.blocks(), page.kept);
  for (std::size_t& i : found) i = i % 2 == 0 ? 1000 : i / 2;  // no paragraph
  return found;
}

TEST(SideBoxes, AreToldByWhatTheirClassesSayTheyAreFor) {
  EXPECT_THAT(left_out({box("class=article--cta"), box("class='x-block promo'"),
                        box("class=postAuthorBio"), box("class=p-disclaimer"), box("class=note"),
                        box("id=article-promo"), box("class=related-posts")}),
              ElementsAre(0, 1, 2, 3, 5, 6));
}

TEST(SideBoxes, AreNotWhatOnlyHasSuchAWordInItsName) {
  EXPECT_THAT(left_out({box("class=cta-padding-top"), box("class=table-before-related"),
                        box("class=directad"), box("class=octave")}),
              IsEmpty());
  EXPECT_THAT(left_out({"<h2 id=related-news>Related news of the sea</h2>",
                        box("id=how-have-substances-and-related-deaths-changed")}),
              IsEmpty());
}

TEST(SideBoxes, AreFormsInAnArticle) {
  const std::string form = "<form action=/ask><p>Ask the harbour a question.</p></form>";
  EXPECT_THAT(left_out({form, box("class=note")}), ElementsAre(0));
}

TEST(SideBoxes, HoldLittleOfTheTextElseTheyAreWrappers) {
  const Scored form("<form action=/page>" + text + text + "</form>" + text, {1, 1, 1});
  EXPECT_THAT(side_boxes(form.blocks(), form.kept), IsEmpty());
  const Scored banner("<div class=banner>" + text + text + "</div>" + text, {1, 1, 1});
  EXPECT_THAT(side_boxes(banner.blocks(), banner.kept), IsEmpty());
}

}  // namespace
}  // namespace kaynak::extract_detail
