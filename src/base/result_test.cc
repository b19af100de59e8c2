#include "base/result.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

Result<int> half(int n) {
  if (n % 2 != 0) return fail(ErrorCode::malformed, "test", "odd");
  return n / 2;
}

Result<int> quarter(int n) {
  KAYNAK_ASSIGN(const int h, half(n));
  return half(h);
}

Result<void> check(int n) {
  KAYNAK_TRY(half(n));
  return {};
}

TEST(Result, CarriesAValueOrTheFirstError) {
  EXPECT_EQ(quarter(8).value(), 2);
  ASSERT_FALSE(quarter(6));
  EXPECT_EQ(quarter(6).error().message(), "test: odd (malformed)");
  EXPECT_TRUE(check(2));
  EXPECT_EQ(check(3).error().code, ErrorCode::malformed);
  EXPECT_EQ(quarter(6).value_or(-1), -1);
}

TEST(Result, NotAnArticleIsSpelledAsTheCommandLineContractHasIt) {
  EXPECT_STREQ(to_string(ErrorCode::not_article), "not_an_article");
}

}  // namespace
}  // namespace kaynak
