#include "extract/block_features.h"

#include <gtest/gtest.h>

#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {
namespace {

struct Measured {
  explicit Measured(std::string_view html)
      : page(parse_for_test(html)), map(map_page(page)), features(measure_blocks(page, map, {})) {}

  /// A feature of the block that holds `text`.
  float of(std::string_view text, F f) const {
    for (std::size_t i = 0; i < map.blocks.size(); ++i)
      if (raw_text_of(page, map.blocks[i]).find(text) != std::string_view::npos)
        return features[i][f];
    ADD_FAILURE() << "no block with " << text;
    return -1;
  }

  Document page;
  PageMap map;
  std::vector<BlockFeatures> features;
};

TEST(BlockFeatures, AHeadingThatLinksToItselfIsNoLink) {
  const Measured page(
      "<h2 id=ice><a href='#ice'>Ice breaks early</a></h2><h2><a href='/sea'>All about the sea</a>"
      "</h2><ul><li><a href='#ice'>To the ice</a></li></ul>");
  EXPECT_EQ(page.of("Ice breaks", F::link_share), 0);
  EXPECT_EQ(page.of("All about", F::link_share), 1);
  EXPECT_EQ(page.of("To the ice", F::link_share), 1);
}

std::string post(const std::string& name) {
  return "<li class=member><a href=/u>" + name +
         "</a><time datetime=2026-11-24T14:56:00+01:00>24.11.2026, 14:56</time><div><p>" + name +
         " thinks that the port should have told the skippers much sooner.</p></div></li>";
}

TEST(BlockFeatures, TellPostsWithATimeEachFromTheArticle) {
  const Measured m(page_with("<time>24 November 2026</time>" + news_text(), "",
                             "<ul>" + post("josta") + post("Wickel") + post("Mara") + "</ul>"));
  EXPECT_EQ(m.of("josta thinks", F::dated_item), 1);
  EXPECT_EQ(m.of("Mara thinks", F::dated_item), 1);
  EXPECT_EQ(m.of("Mara thinks", F::many_dated_items), 0) << "three are not many";
  EXPECT_EQ(m.of("broke on Monday", F::dated_item), 0);
}

TEST(BlockFeatures, TellNothingByClassesOfWrappersAroundAllText) {
  const std::string sold =
      "<div class=newsletter><div><div><div><p>Get all the news of the bay in "
      "your mail, each morning, before you take the boat out.</p></div></div>"
      "</div></div>";
  const Meaning newsletter = Meaning::newsletter;
  const auto far = static_cast<F>(first_far + static_cast<std::size_t>(newsletter));
  EXPECT_EQ(Measured(page_with(news_text() + sold)).of("Get all the news", far), 1);
  const Measured whole("<body><div class=newsletter><div><div><div>" + news_text() +
                       "</div></div></div></div></body>");
  EXPECT_EQ(whole.of("broke on Monday", far), 0);
}

TEST(BlockFeatures, TellNothingByAFormThatThePageIsAsAWhole) {
  const auto form = static_cast<F>(first_place + static_cast<std::size_t>(Place::form));
  const std::string asks = "<form action=/ask><p>Tell the harbour master what you saw.</p></form>";
  EXPECT_EQ(Measured(page_with(news_text() + asks)).of("Tell the harbour", form), 1);
  const Measured whole("<body><form action=page.aspx>" + news_text() + "</form></body>");
  EXPECT_EQ(whole.of("broke on Monday", form), 0);
}

TEST(BlockFeatures, SeeLinksBetweenTextsAndLinesOfContact) {
  const Measured m(page_with(news_text() + "<p><a href=/b>Storm takes the pier of Granvik</a></p>" +
                             news_text() +
                             "<p>Write to mara.lind@havsbild.example</p><p>@maralind "
                             "saw it first</p>"));
  EXPECT_EQ(m.of("Storm takes", F::link_between_texts), 1);
  EXPECT_EQ(m.of("Write to", F::contact_line), 1);
  EXPECT_EQ(m.of("saw it first", F::contact_line), 0) << "a handle is no address";
}

}  // namespace
}  // namespace kaynak::extract_detail
