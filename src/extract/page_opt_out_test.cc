#include "extract/page_opt_out.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

MachineUse of(const std::string& head) {
  return page_opt_out(Document::parse("<head>" + head + "</head><p>x", "text/html").value());
}

TEST(PageOptOut, ReadsRobotsForAllAndForUs) {
  const auto use =
      of("<meta name=Robots content='noai, NoImageAI, max-image-preview:large'>"
         "<meta name=kaynak content=noarchive><meta name=googlebot content=noindex>");
  EXPECT_EQ(use.directives, (std::vector<std::string>{"noai", "noarchive", "noimageai"}));
}

TEST(PageOptOut, ReadsTdmRep) {
  const auto use = of(
      "<meta name=tdm-reservation content=1><meta name=tdm-policy content='https://a.example/p'>");
  EXPECT_EQ(use.tdm_reserved, true);
  EXPECT_EQ(use.tdm_policy, "https://a.example/p");
  EXPECT_TRUE(of("<meta name=tdm-reservation content=yes><meta name=robots content=all>").empty());
}

TEST(PageOptOut, ThePageCountsBeforeItsAnswerAndItsHost) {
  auto use = of("<meta name=tdm-reservation content=0>");
  use.fill_from({true, "https://a.example/p", {"noai"}});
  EXPECT_EQ(use.tdm_reserved, false);
  EXPECT_EQ(use.tdm_policy, "");
  EXPECT_TRUE(use.has("noai"));
}

}  // namespace
}  // namespace kaynak
