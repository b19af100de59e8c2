#include "extract/other_reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/scored_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

const std::string long_text =
    "The ice in the harbour of Norrvik broke on Monday, a month before it usually does.";

TEST(ShoutedLinks, AreLinksToOtherArticlesInATextWithoutCapitals) {
  const std::string text = "<p>" + long_text + "</p>";
  const std::string link = "<p><a href=/a>HARBOUR OF NORRVIK TO REOPEN</a></p>";
  const Scored page(text + link + text + "<p>HARBOUR OF NORRVIK TO REOPEN</p>" + text,
                    {1, 1, 1, 1, 1});
  EXPECT_THAT(shouted_links(page.blocks(), page.kept), ElementsAre(1));
  const Scored loud(text + link + link + link, {1, 1, 1, 1});
  EXPECT_THAT(shouted_links(loud.blocks(), loud.kept), IsEmpty());
}

TEST(LabelledLinks, AreLeftOutWhereTheLabelRepeats) {
  const std::string label =
      "<p><b>FUNDA LAPHA |</b> <a href=/a>Kuvalwe ichweba lase-Norrvik</a></p>";
  const std::string once = "<p>Website: <a href=/b>Port of Norrvik</a></p>";
  const Scored page(label + "<p>" + long_text + "</p>" + label + once + once, {1, 1, 1, 1, 1});
  EXPECT_THAT(labelled_links(page.blocks(), page.kept), ElementsAre(0, 2));
}

TEST(LabelledLinks, AreOneAloneWhereTheLabelCallsToReadMore) {
  const Scored page(
      "<p>Read more: <a href=/a>Ice breaks early</a></p><p>Website: <a href=/b>the harbour's</a>"
      "</p><p><a href=/c>Lesen Sie auch: Das Eis bricht</a></p>"
      "<p>Read more: <a href=/d>here</a> about how the ice of the bay broke.</p>",
      {1, 1, 1, 1});
  EXPECT_THAT(labelled_links(page.blocks(), page.kept), ElementsAre(0, 2));
}

TEST(LinkedBoxes, AreLinksThatAreNoParagraph) {
  const std::string link = "<a href=/a>View the original</a>";
  const Scored page("<div>" + link + "</div><p>" + link + "</p><ul><li>" + link +
                        "</li></ul><div>" + link + " of this text.</div>",
                    {1, 1, 1, 1});
  EXPECT_THAT(linked_boxes(page.blocks(), page.kept), ElementsAre(0));
}

TEST(LinksUnderCalls, AreLeftOutWithTheCallUntilTextFollows) {
  const std::string link = "<p><a href=/a>Ice breaks early in Norrvik</a></p>";
  const std::string text = "<p>" + long_text + "</p>";
  const Scored page(text + "<h2>Weiterlesen:</h2>" + link + link + text + link,
                    {1, 0.5f, 1, 1, 1, 1});
  EXPECT_THAT(links_under_calls(page.blocks(), page.kept), ElementsAre(1, 2, 3));
  const Scored sources(text + "<h2>Where the numbers are from</h2>" + link, {1, 1, 1});
  EXPECT_THAT(links_under_calls(sources.blocks(), sources.kept), IsEmpty());
}

}  // namespace
}  // namespace kaynak::extract_detail
