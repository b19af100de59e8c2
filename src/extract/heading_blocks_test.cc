#include "extract/heading_blocks.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "extract/scored_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string text =
    "<p>The ice in the harbour of Norrvik broke on Monday, a month before it usually does.</p>";

TEST(HeadingsOfText, AreKeptWithIt) {
  const Scored page(text + "<h2>What it means</h2>" + text + "<h2>Clearly none</h2>" + text,
                    {1, -1, 1, -3, 1});
  EXPECT_THAT(headings_of_text(page.blocks(), page.kept), ElementsAre(1));
}

TEST(HeadingsOfText, MayHeadALineOrStandOverSmallPrint) {
  const Scored page(text +
                        "<h3>Pros</h3><ul><li>No ice</li></ul><h3>The pier of Norrvik</h3>"
                        "<p>Picture: A. Berg</p>" +
                        text,
                    {1, -1, 1, -1, -4, 1});
  EXPECT_THAT(headings_of_text(page.blocks(), page.kept), ElementsAre(1, 3));
}

TEST(HeadingsOfText, HaveTextBeforeThemAndAreNoLinks) {
  const Scored page(
      "<h2>Latest</h2>" + text + "<h2><a href=/a>Storm takes the pier</a></h2>" + text,
      {-1, 1, -1, 1});
  EXPECT_THAT(headings_of_text(page.blocks(), page.kept), IsEmpty());
}

TEST(HeadingsOfText, AreNoCallsOfTheOutlet) {
  const Scored page(text + "<h3>Join our channel</h3>" + text + "<h3>Read more</h3>" + text,
                    {1, -1, 1, -1, 1});
  EXPECT_THAT(headings_of_text(page.blocks(), page.kept), IsEmpty());
}

TEST(HeadingsOfNothing, AreThoseAtTheEnd) {
  const Scored page("<h2>Ice</h2>" + text + "<h2>More</h2><h3>On the pier</h3>", {1, 1, 1, 1});
  EXPECT_THAT(headings_of_nothing(page.blocks(), page.kept), ElementsAre(3, 2));
}

}  // namespace
}  // namespace kaynak::extract_detail
