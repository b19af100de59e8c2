#include "base/byte_set.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

constexpr ByteSet marks("[]\xFF ");

TEST(ByteSet, FindsTheFirstOfItsBytesFromAPlace) {
  EXPECT_EQ(marks.find("ab[c]"), 2u);
  EXPECT_EQ(marks.find("ab[c]", 3), 4u);
  EXPECT_EQ(marks.find("ab[c]", 5), std::string_view::npos);
  EXPECT_EQ(marks.find("\xFE\xFF"), 1u) << "bytes over 127 are bytes like others";
}

TEST(ByteSet, TrimsWhatItHolds) {
  EXPECT_EQ(marks.trim(" [a b] "), "a b");
  EXPECT_EQ(marks.trim_front(" [a] "), "a] ");
  EXPECT_EQ(marks.trim_back(" [a] "), " [a");
  EXPECT_EQ(marks.trim("[] ["), "");
}

}  // namespace
}  // namespace kaynak
