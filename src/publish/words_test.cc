#include "publish/words.h"

#include <gtest/gtest.h>

namespace kaynak::publish_detail {
namespace {

const Path kLocales = Path(KAYNAK_ROOT) / "locale";

Result<Words> from_text(const std::string& text) {
  auto folder = TemporaryFolder::make();
  EXPECT_TRUE(write_file_atomically(folder->path() / "en" / "interface.toml", text));
  return Words::load(LanguageTag("en"), {folder->path()});
}

std::string own_file(const std::string& language) {
  return *read_file(kLocales / language / "interface.toml");
}

/// Words of a language's own file alone, without the English ones below it.
std::vector<std::pair<std::string, std::vector<std::string>>> own_signatures(
    const std::string& language) {
  return from_text(own_file(language))->signatures();
}

TEST(Words, EveryLanguageHasTheSameKeysAndArguments) {
  const auto english = own_signatures("en");
  ASSERT_GT(english.size(), 70u);
  for (const auto* language : {"tr", "vi", "es", "ca", "ru", "ar"})
    EXPECT_EQ(own_signatures(language), english) << language;
}

TEST(Words, FollowTheGrammarOfNumbers) {
  const auto words = Words::load(LanguageTag("ru"), {kLocales});
  ASSERT_TRUE(words);
  const auto outlets = [&](std::int64_t n) {
    return words->say("list.holders", {{"n", n}, {"first", "А"}});
  };
  EXPECT_EQ(outlets(2), "2 издания, первым: А");
  EXPECT_EQ(outlets(5), "5 изданий, первым: А");
  EXPECT_EQ(outlets(21), "21 издание, первым: А");
}

TEST(Words, FallBackToEnglishAndThenToTheKey) {
  const auto words = Words::load(LanguageTag("uk"), {kLocales});
  ASSERT_TRUE(words);
  EXPECT_EQ(words->say("site.search"), "Search");
  EXPECT_EQ(words->say("no.such"), "no.such");
  EXPECT_FALSE(words->has("no.such"));
}

TEST(Words, UseThePrimaryLanguageForARegion) {
  EXPECT_EQ(Words::load(LanguageTag("es-MX"), {kLocales})->say("site.search"), "Buscar");
}

TEST(Words, TakeArgumentsAsDataNotAsPatterns) {
  const auto words = Words::load(LanguageTag("en"), {kLocales});
  EXPECT_EQ(words->say("article.by", {{"names", "{n, plural, other {x}} '"}}),
            "By {n, plural, other {x}} '");
}

TEST(Words, NameTheFileAndThePlaceOfAMistake) {
  EXPECT_NE(from_text("[a]\nb = \"{n, plural, one {x}\"\n")
                .error()
                .detail.find("interface.toml: a.b: U_"),
            std::string::npos);
  EXPECT_NE(from_text("[a]\nb = \n").error().detail.find("interface.toml:2"), std::string::npos);
  EXPECT_NE(from_text("[a]\nb = 3\n").error().detail.find("a.b is no string"), std::string::npos);
  EXPECT_NE(from_text("a = \"x\"\n").error().detail.find("no table"), std::string::npos);
}

TEST(Intl, WritesDatesInTheReadersLanguageAtTheWrittenOffset) {
  const auto at = *parse_iso8601("2026-08-15T23:30:00+07:00");
  EXPECT_EQ(Intl(LanguageTag("tr")).day_and_time(at), "15 Ağustos 2026 23:30 GMT+7");
  EXPECT_EQ(Intl(LanguageTag("ru")).day(at), "15 августа 2026 г.");
  EXPECT_EQ(Intl(LanguageTag("es")).day(at), "15 de agosto de 2026");
  EXPECT_EQ(Intl(LanguageTag("en")).day_and_time(*parse_iso8601("2026-08-15")), "August 15, 2026");
  EXPECT_NE(Intl(LanguageTag("en"))
                .day_and_time(*parse_iso8601("2026-08-15T10:00:00-03:30"))
                .find("GMT-3:30"),
            std::string::npos);
}

TEST(Intl, JoinsListsAndNamesLanguages) {
  EXPECT_EQ(Intl(LanguageTag("tr")).list({"A", "B", "C"}), "A, B ve C");
  EXPECT_EQ(Intl(LanguageTag("en")).list({}), "");
  EXPECT_EQ(Intl(LanguageTag("es")).language_name(LanguageTag("en")), "inglés");
  EXPECT_EQ(Intl(LanguageTag("es")).language_name(LanguageTag("en-GB")), "inglés");
  EXPECT_EQ(Intl(LanguageTag("en")).language_name_alone(LanguageTag("zh-Hant-TW")),
            Intl(LanguageTag("en")).language_name_alone(LanguageTag("zh-Hant")));
  EXPECT_EQ(Intl(LanguageTag("en")).region_name("VN"), "Vietnam");
  EXPECT_EQ(Intl(LanguageTag("en")).region_name("V'"), "V'");
  EXPECT_EQ(own_language_name(LanguageTag("vi")), "Tiếng Việt");
  EXPECT_EQ(own_language_name(LanguageTag("ca")), "Català");
  EXPECT_NE(own_language_name(LanguageTag("pt-BR")), own_language_name(LanguageTag("pt-PT")));
  EXPECT_EQ(Intl(LanguageTag("xx-nonsense")).language_name(LanguageTag("qqq")), "qqq");
}

}  // namespace
}  // namespace kaynak::publish_detail
