#include "model/ids.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(LanguageTag, HasCanonicalCase) {
  EXPECT_EQ(LanguageTag("PT_br").value, "pt-BR");
  EXPECT_EQ(LanguageTag("zh-hant-tw").value, "zh-Hant-TW");
  EXPECT_EQ(LanguageTag("en-u-CA-buddhist").value, "en-u-ca-buddhist");
  EXPECT_TRUE(LanguageTag("").empty());
  EXPECT_EQ(LanguageTag("en_US.UTF-8").value, "en-US");
  EXPECT_EQ(LanguageTag("en, de").value, "en");
  EXPECT_EQ(LanguageTag("vi\u00e1\u00e1").value, "vi");
  EXPECT_TRUE(LanguageTag("\u00e1\u00e1").empty());
  EXPECT_EQ(LanguageTag("de-" + std::string(1000, 'a')).value, "de");
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
