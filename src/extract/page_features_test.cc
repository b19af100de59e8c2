#include "extract/page_features.h"

#include <gtest/gtest.h>

#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {
namespace {

float measured(std::string_view html, P feature) {
  Explanation why;
  PageContext context;
  context.url = "https://havsbild.example/2026/11/24/ice";
  const auto ignored = extract(parse_for_test(html), context, {}, &why);
  return why.page_features.at(static_cast<std::size_t>(feature));
}

TEST(PageFeatures, CountsPricesInWholeTextsAndInCells) {
  const auto plain = measured(page_with(news_text()), P::log_prices);
  EXPECT_EQ(plain, 0);
  const auto one =
      measured(page_with(news_text() + "<p>The ticket to the islands now costs 12 € and a place "
                                       "for a bicycle costs nothing until spring.</p>"),
               P::log_prices);
  const auto three =
      measured(page_with(news_text() + "<p>$20</p><p>£ 5</p><p>12 €</p>"), P::log_prices);
  EXPECT_GT(one, plain);
  EXPECT_GT(three, one);
}

TEST(PageFeatures, CountsLinksToMembersUpToABound) {
  const auto with_members = [](int many) {
    std::string list;
    for (int i = 0; i < many; ++i) list += "<a href='/members/ana'>ana</a> <a href=/unit/x>x</a> ";
    return measured(page_with(news_text(), "", "<div>" + list + "</div>"), P::log_user_links);
  };
  EXPECT_EQ(with_members(0), 0);
  EXPECT_GT(with_members(8), with_members(2));
  EXPECT_EQ(with_members(400), with_members(200));
}

TEST(PageFeatures, CountsTheLinksOfAManual) {
  const std::string manual = "<a href=/a>Installation</a><button>Copy</button><a href=/b>Guide</a>";
  EXPECT_GT(measured(page_with(news_text(), "", manual), P::log_doc_links), 0);
  EXPECT_EQ(measured(page_with(news_text(), "",
                               "<a href=/a>The guide to the harbour, in a long headline of its "
                               "own</a><a href=/b>Sea</a>"),
                     P::log_doc_links),
            0);
}

TEST(PageFeatures, HearsWhoSpeaksOfItself) {
  const std::string german =
      "<p>Unsere Werft baut Boote seit 1921, und wir beraten Sie gern an unserem Stand.</p>"
      "<p>Wir holen Ihr Boot im Herbst ab und bringen es im Frühjahr zurück.</p>";
  EXPECT_GT(measured(page_with(german), P::says_we), measured(page_with(news_text()), P::says_we));
}

}  // namespace
}  // namespace kaynak::extract_detail
