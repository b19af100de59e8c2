#include "base/toml.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(Toml, BecomesJson) {
  const auto j = parse_toml(
      "a = 1\nb = ['x', 'y']\n[t]\nc = true\nd = 2026-08-31\n[[t.e]]\nf = 1.5\n", "x.toml");
  ASSERT_TRUE(j);
  EXPECT_EQ((*j)["a"].as_int(), 1);
  EXPECT_EQ((*j)["b"].items()[1].as_string(), "y");
  EXPECT_TRUE((*j)["t"]["c"].as_bool());
  EXPECT_EQ((*j)["t"]["d"].as_string(), "2026-08-31");
  EXPECT_EQ((*j)["t"]["e"].items()[0]["f"].as_double(), 1.5);
}

TEST(Toml, NamesTheLineThatIsWrong) {
  const auto j = parse_toml("a = 1\nb = \n", "kaynak.toml");
  ASSERT_FALSE(j);
  EXPECT_EQ(j.error().code, ErrorCode::malformed);
  EXPECT_TRUE(j.error().detail.starts_with("kaynak.toml:2: ")) << j.error().detail;
}

TEST(Toml, KnowsTheLineOfEveryKeyAndItem) {
  const auto document =
      parse_toml_with_lines("a = 1\nb = [\n 'x',\n 'y']\n[[t]]\nc.d = true\n", "x");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->line("a"), 1);
  EXPECT_EQ(document->line("b"), 2);
  EXPECT_EQ(document->line("b[1]"), 4);
  EXPECT_EQ(document->line("t[0].c.d"), 6);
  EXPECT_EQ(document->line("z"), 0);
}

}  // namespace
}  // namespace kaynak
