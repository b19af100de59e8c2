#include "base/strings.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(Strings, TrimsAsciiSpaceOnly) {
  EXPECT_EQ(trim(" \t a b\r\n"), "a b");
  EXPECT_EQ(trim(" \n"), "");
  EXPECT_EQ(trim("\u00a0x"), "\u00a0x");
}

TEST(Strings, SplitKeepsEmptyParts) {
  EXPECT_EQ(split("a,,b,", ',').size(), 4u);
  EXPECT_EQ(split("", ',').size(), 1u);
  EXPECT_EQ(join({"a", "b"}, ", "), "a, b");
}

TEST(Strings, ComparesWithoutAsciiCase) {
  EXPECT_TRUE(iequals("Content-Type", "content-type"));
  EXPECT_FALSE(iequals("a", "ab"));
  EXPECT_TRUE(istarts_with("WARC/1.0", "warc/"));
}

TEST(Strings, AreAsciiWhereNoByteIsOver7F) {
  std::string text = "The ice in the harbour broke.";
  EXPECT_TRUE(is_ascii(""));
  EXPECT_TRUE(is_ascii(text));
  for (std::size_t i = 0; i < text.size(); ++i) {
    std::string other = text;
    other[i] = '\x80';
    EXPECT_FALSE(is_ascii(other)) << i;
  }
}

TEST(Strings, ReplacesEveryOccurrence) {
  EXPECT_EQ(replace_all("aaa", "a", "bb"), "bbbbbb");
  EXPECT_EQ(replace_all("abc", "", "x"), "abc");
}

TEST(Strings, EscapesWhatMeansSomethingInHtml) {
  EXPECT_EQ(escape_html("<a href=\"x\" b='y'>é & c</a>"),
            "&lt;a href=&quot;x&quot; b=&#39;y&#39;&gt;é &amp; c&lt;/a&gt;");
}

TEST(Strings, ClipsBetweenCodePoints) {
  EXPECT_EQ(clip_utf8("aé", 2), "a");
  EXPECT_EQ(clip_utf8("aé", 3), "aé");
}

}  // namespace
}  // namespace kaynak
