#include "text/regions.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(Regions, AHostsCountryIsThatOfItsDomainUnlessTheWorldRegistersThere) {
  EXPECT_EQ(country_of_host("www.gazete.example.tr"), "TR");
  EXPECT_EQ(country_of_host("news.example.co.uk"), "GB");
  EXPECT_EQ(country_of_host("news.tv"), "");
  EXPECT_EQ(country_of_host("news.example"), "");
  EXPECT_EQ(country_of_host("localhost"), "");
}

TEST(Regions, CountriesAreKnownByTheirNames) {
  EXPECT_EQ(country_named("Australia"), "AU");
  EXPECT_EQ(country_named(" south  korea"), "KR");
  EXPECT_EQ(country_named("Sport"), "");
}

TEST(Regions, LanguageTagsAreToldFromMistakes) {
  for (const char* good : {"en", "pt-BR", "zh-Hant-TW", "es-419", "ast", "sr-Latn", "en-x-desk"})
    EXPECT_EQ(language_tag_problem(good), "") << good;
  EXPECT_NE(language_tag_problem("english"), "");
  EXPECT_NE(language_tag_problem("gb"), "");
  EXPECT_NE(language_tag_problem("en_GB"), "");
  EXPECT_NE(language_tag_problem("en-UK").find("GB"), std::string::npos);
}

}  // namespace
}  // namespace kaynak
