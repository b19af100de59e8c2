#include "gather/opt_out.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

using Words = std::vector<std::string>;

MachineUse of(const Headers& headers) { return machine_use_from(headers, "Kaynak"); }

TEST(OptOut, ReadsRobotsTagsForAllAndForUs) {
  EXPECT_EQ(of({{"X-Robots-Tag", "NoAI, noimageai, max-snippet:50, index"}}).directives,
            (Words{"noai", "noimageai"}));
  EXPECT_EQ(of({{"x-robots-tag", "kaynak: noarchive"}}).directives, Words{"noarchive"});
  EXPECT_TRUE(of({{"X-Robots-Tag", "otherbot: noindex, nofollow"}}).empty());
  EXPECT_EQ(
      of({{"X-Robots-Tag", "unavailable_after: 25 Jun 2027 15:00:00 GMT, nosnippet"}}).directives,
      Words{"nosnippet"});
  EXPECT_EQ(of({{"X-Robots-Tag", "noindex"}, {"X-Robots-Tag", "noindex, noai"}}).directives,
            (Words{"noai", "noindex"}));
}

TEST(OptOut, ReadsTdmHeaders) {
  const auto use = of({{"TDM-Reservation", " 1"}, {"tdm-policy", "https://a.example/terms.json"}});
  EXPECT_EQ(use.tdm_reserved, true);
  EXPECT_EQ(use.tdm_policy, "https://a.example/terms.json");
  EXPECT_EQ(of({{"tdm-reservation", "0"}}).tdm_reserved, false);
  EXPECT_FALSE(of({{"tdm-reservation", "yes"}}).tdm_reserved);
  EXPECT_EQ(of({{"tdm-policy", "javascript:x"}}).tdm_policy, "");
}

TEST(OptOut, FindsTheFirstRuleOfTheWellKnownFile) {
  const auto rules = parse_tdmrep(
      R"([{"location":"/free/*.html$","tdm-reservation":0},
          {"location":"/","tdm-reservation":1,"tdm-policy":"https://a.example/p"},7,{}])");
  ASSERT_TRUE(rules);
  ASSERT_EQ(rules->size(), 2u);
  EXPECT_FALSE(tdm_rule_for(*rules, "https://a.example/free/x/y.html")->reserved);
  EXPECT_TRUE(tdm_rule_for(*rules, "https://a.example/free/y.html?p=1")->reserved);
  EXPECT_EQ(tdm_rule_for({(*rules)[0]}, "https://a.example/else"), nullptr);
  EXPECT_FALSE(parse_tdmrep("{}"));
  EXPECT_FALSE(parse_tdmrep("<html>"));
}

TEST(OptOut, TheAnswerItselfCountsBeforeTheFile) {
  MachineUse said = of({{"tdm-reservation", "0"}});
  apply({"/", true, "https://a.example/p"}, &said);
  EXPECT_EQ(said.tdm_reserved, false);
  MachineUse silent;
  apply({"/", true, "https://a.example/p"}, &silent);
  EXPECT_EQ(silent.tdm_reserved, true);
  EXPECT_EQ(silent.tdm_policy, "https://a.example/p");
  EXPECT_EQ(machine_use_from(to_json(silent)), silent);
}

TEST(OptOut, ManyStarsEndSoon) {
  std::string pattern(200, '*');
  for (std::size_t i = 1; i < pattern.size(); i += 2) pattern[i] = 'a';
  const TdmRule rule{pattern + "b$", true, {}};
  EXPECT_EQ(tdm_rule_for({rule}, "https://a.example/" + std::string(2000, 'a')), nullptr);
}

}  // namespace
}  // namespace kaynak
