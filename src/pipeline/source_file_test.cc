#include "pipeline/source_file.h"

#include <gtest/gtest.h>

#include "pipeline/near_names.h"

namespace kaynak {
namespace {

/// Everything that is wrong with `toml`, a line each.
std::string problems(const std::string& toml) {
  const SourceId id("x");
  const auto reading = read_source(id, "name = 'X'\n" + toml);
  if (!reading) return reading.error().detail;
  std::string out;
  for (const auto& problem : reading->problems) out += to_text(id, problem) + "\n";
  return out;
}

TEST(SourceFile, AnUnknownKeyIsNamedWithTheNearestOne) {
  EXPECT_EQ(problems("feed = ['https://a.example/f']\n"),
            "sources/x.toml:2: 'feed' is no key of a source; did you mean 'feeds'?\n");
  EXPECT_EQ(problems("[[extract]]\nbdoy = 'p'\n"),
            "sources/x.toml:3: 'bdoy' is no key of a source; did you mean 'body'?\n");
  EXPECT_EQ(problems("zzzzzz = 1\n"),
            "sources/x.toml:2: 'zzzzzz' is no key of a source; docs/sources.md lists them\n");
}

TEST(SourceFile, AValueOfTheWrongKindIsNamed) {
  EXPECT_EQ(problems("feeds = 'https://a.example/f'\n"),
            "sources/x.toml:2: feeds is not a list; write feeds = [\"…\"]\n");
  EXPECT_EQ(problems("paused = 'yes'\n"), "sources/x.toml:2: paused is neither true nor false\n");
  EXPECT_EQ(problems("excerpt_words = 501\n"),
            "sources/x.toml:2: excerpt_words is not a whole number from 0 to 500\n");
  EXPECT_EQ(problems("home = 7\n"), "sources/x.toml:2: home is not a text\n");
}

TEST(SourceFile, AddressesLanguagesAndCountriesAreChecked) {
  EXPECT_EQ(problems("feeds = ['https://a.example/f',\n 'ftp://a.example/g']\n"),
            "sources/x.toml:3: feeds: 'ftp://a.example/g' is no http or https address\n");
  EXPECT_EQ(problems("language = 'en-UK'\n"),
            "sources/x.toml:2: language: 'UK' is no country (the United Kingdom is GB)\n");
  EXPECT_EQ(problems("country = 'tr'\n"),
            "sources/x.toml:2: country: 'tr' is no country of ISO 3166-1\n");
  EXPECT_EQ(problems("hosts = ['https://a.example/']\n"),
            "sources/x.toml:2: hosts: 'https://a.example/' is no host; write \"news.example\"\n");
  EXPECT_NE(problems("section_links = 'a['\n").find("section_links: not a CSS selector"),
            std::string::npos);
}

TEST(SourceFile, EveryProblemIsFoundAndTheErrorSaysHowMany) {
  EXPECT_EQ(problems("country = 'xx'\nrights = 'all'\nfeds = []\n"),
            "sources/x.toml:2: country: 'xx' is no country of ISO 3166-1\n"
            "sources/x.toml:3: rights: 'all' is none of full, excerpt, link, none\n"
            "sources/x.toml:4: 'feds' is no key of a source; did you mean 'feeds'?\n");
  const auto entry = parse_source(SourceId("x"), "name='X'\nrights='all'\nfeds=[]\n");
  EXPECT_NE(entry.error().detail.find("(and 1 more; `kaynak source check`"), std::string::npos);
}

TEST(NearNames, AreASlipOrAPartAway) {
  const std::vector<std::string> names = {"gb/harbour-ledger", "tr/korfez", "feeds"};
  EXPECT_EQ(near_names("harbour", names), std::vector<std::string>{"gb/harbour-ledger"});
  EXPECT_EQ(near_names("fedes", names), std::vector<std::string>{"feeds"});
  EXPECT_TRUE(near_names("unrelated", names).empty());
}

}  // namespace
}  // namespace kaynak
