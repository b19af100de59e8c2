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

}  // namespace
}  // namespace kaynak::extract_detail
