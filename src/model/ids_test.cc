#include "model/ids.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(LanguageTag, HasCanonicalCase) {
  EXPECT_EQ(LanguageTag("PT_br").value, "pt-BR");
  EXPECT_EQ(LanguageTag("zh-hant-tw").value, "zh-Hant-TW");
  EXPECT_EQ(LanguageTag("en-u-CA-buddhist").value, "en-u-ca-buddhist");
  EXPECT_TRUE(LanguageTag("").empty());
}

TEST(LanguageTag, KnowsItsPrimarySubtagAndDirection) {
  EXPECT_EQ(LanguageTag("sr-Latn-RS").primary(), "sr");
  EXPECT_TRUE(same_language(LanguageTag("pt"), LanguageTag("pt-BR")));
  EXPECT_TRUE(is_right_to_left(LanguageTag("ar-EG")));
  EXPECT_FALSE(is_right_to_left(LanguageTag("tr")));
  EXPECT_FALSE(is_right_to_left(LanguageTag("ar-Latn")));
  EXPECT_TRUE(is_right_to_left(LanguageTag("pa-Arab")));
}

}  // namespace
}  // namespace kaynak
