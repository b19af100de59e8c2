#include "cli/console.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(Console, CountsColumnsAsATerminalDoes) {
  EXPECT_EQ(display_width("abc"), 3);
  EXPECT_EQ(display_width("việt"), 4);
  EXPECT_EQ(display_width("e\u0301"), 1);
  EXPECT_EQ(display_width("新闻"), 4);
  EXPECT_EQ(display_width("خبر"), 3);
}

TEST(Console, CutsWhatIsTooWide) {
  EXPECT_EQ(fit("abcdef", 4), "abc…");
  EXPECT_EQ(fit("abcd", 4), "abcd");
  EXPECT_EQ(fit("新闻新闻", 5), "新闻…");
}

TEST(Console, ForeignTextNeverSteersTheTerminal) {
  EXPECT_EQ(fit("a\x1b[2Jb\x07\u009b1m", 20), "a[2Jb1m");
}

}  // namespace
}  // namespace kaynak
