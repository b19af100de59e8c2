#include "attribute/lexicon.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <thread>
#include <vector>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using namespace attribute_detail;

/// A share folder with one language ("en") and one file of media.
class LexiconFiles : public testing::Test {
 protected:
  void write(const std::string& media, const std::string& english = "cue = [\"said\"]\n") {
    std::filesystem::create_directories(folder() / "sources");
    std::filesystem::create_directories(folder() / "locale" / "en");
    ASSERT_TRUE(write_file_atomically(folder() / "sources" / "agencies.toml", media));
    ASSERT_TRUE(write_file_atomically(folder() / "locale" / "en" / "attribution.toml", english));
  }
  std::string problem_of(const std::string& media) {
    write(media);
    const auto loaded = AttributionData::load(folder());
    return loaded ? "" : loaded.error().detail;
  }
  const Path& folder() const { return folder_.path(); }

 private:
  TemporaryFolder folder_ = TemporaryFolder::make().value();
};

TEST_F(LexiconFiles, KnowWhereAnAgencyIsAndWhatItPublishesIn) {
  write("[[agency]]\nname = \"Tideline News\"\ncountry = \"IE\"\nlanguages = [\"en\", \"ga\"]\n");
  const auto loaded = AttributionData::load(folder()).value();
  const Medium* medium = loaded.impl().medium_named("Tideline News");
  ASSERT_NE(medium, nullptr);
  EXPECT_EQ(medium->country, "IE");
  EXPECT_EQ(medium->languages, (std::vector<std::string>{"en", "ga"}));
}

TEST_F(LexiconFiles, NameTheLineOfWhatIsWrong) {
  const std::string good = "country = \"IE\"\nlanguages = [\"en\"]\n";
  const auto ends = [&](const std::string& media, const std::string& line,
                        const std::string& words) {
    const std::string problem = problem_of(media);
    EXPECT_NE(problem.find("agencies.toml:" + line + ":"), std::string::npos) << problem;
    EXPECT_NE(problem.find(words), std::string::npos) << problem;
  };
  ends("[[agency]]\nname = \"Tideline\"\nhome = \"x\"\n" + good, "3", "unknown key home");
  ends("[[agency]]\nname = \"Tideline\"\ncountry = \"Eire\"\nlanguages = []\n", "3", "no country");
  ends("[[agency]]\nname = \"Tideline\"\ncountry = \"\"\nlanguages = [\"qq\"]\n", "4", "'qq'");
  ends("[[photo]]\nname = \"Tideline\"\nlanguages = []\n", "1", "has no country");
  ends("[[media]]\nname = \"Tideline\"\nurl = \"tideline\"\n", "3", "no address");
  ends("[[media]]\nname = \"Tideline\"\nambiguous = [\"TL\"]\n", "3", "none of the names");
  ends("[[media]]\nname = \"Tideline\"\nsign_off = [\"(Reporting by\"]\n", "3", "sign_off");
  ends("[[media]]\nname = \"Tideline\"\nsign_off = [\"reporting by\"]\n", "3", "bracket");
  ends("[[paper]]\nname = \"Tideline\"\n", "1", "unknown table");
}

TEST_F(LexiconFiles, NameBothLinesOfANameThatIsThereTwice) {
  const std::string problem = problem_of(
      "[[media]]\nname = \"Tideline\"\n[[media]]\nname = \"Evening Tide\"\naliases = [\n"
      "\"The Tide\",\n\"TIDELINE\"]\n");
  EXPECT_NE(problem.find("agencies.toml:7:"), std::string::npos) << problem;
  EXPECT_NE(problem.find("line 2"), std::string::npos) << problem;
}

TEST_F(LexiconFiles, LetThePageDecideWhoseInitialsItHas) {
  write(
      "[[agency]]\nname = \"Tidal News\"\naliases = [\"TNX\"]\nambiguous = [\"TNX\"]\n"
      "country = \"IE\"\nlanguages = [\"ga\"]\n"
      "[[agency]]\nname = \"Town News\"\naliases = [\"TNX\"]\nambiguous = [\"TNX\"]\n"
      "country = \"GB\"\nlanguages = [\"en\"]\n"
      "[[agency]]\nname = \"Shore News\"\naliases = [\"SHX\"]\nambiguous = [\"SHX\"]\n"
      "country = \"IE\"\nlanguages = [\"ga\"]\n");
  const auto loaded = AttributionData::load(folder()).value();
  const auto& impl = loaded.impl();
  const auto scan = impl.scan("Reports TNX and SHX", impl.language("en"));
  ASSERT_EQ(scan.mentions.size(), 1u);  // nobody who writes English is called SHX
  EXPECT_EQ(impl.media[scan.mentions[0].medium].name, "Town News");
  EXPECT_TRUE(scan.mentions[0].ambiguous);
}

TEST_F(LexiconFiles, OfALanguageThatAreBrokenAreSaidAndCountAsEmpty) {
  write("", "cues = [\"said\"]\n");
  const auto loaded = AttributionData::load(folder()).value();
  const auto problem = loaded.check_languages();
  ASSERT_FALSE(problem);
  EXPECT_NE(problem.error().detail.find("unknown key cues"), std::string::npos);
  EXPECT_FALSE(loaded.impl().scan("said", loaded.impl().language("en")).is(0, k_cue));
}

TEST_F(LexiconFiles, RefuseWhatIsNoListOfPhrases) {
  for (const char* bad : {"cue = \"said\"\n", "cue = [1]\n", "no_case = [\"x\"]\n"}) {
    write("", bad);
    EXPECT_FALSE(AttributionData::load(folder()).value().check_languages()) << bad;
  }
}

TEST_F(LexiconFiles, TakeEndingsAndPrefixesFromNames) {
  write("[[agency]]\nname = \"Tideline\"\naliases = [\"TDL\"]\ncountry = \"FI\"\nlanguages = []\n",
        "name_ending = [\"n\", \"in\", \"lle\"]\nname_prefix = [\"u\"]\ncue = [\"said\"]\n");
  const auto loaded = AttributionData::load(folder()).value();
  const auto& impl = loaded.impl();
  const auto scan = impl.scan("TDL:n Tidelinen Tidelinelle TDL: uZungu", impl.language("en"));
  ASSERT_EQ(scan.mentions.size(), 4u);
  EXPECT_EQ(scan.words(scan.mentions[1].first, scan.mentions[1].last), "Tideline");
  ASSERT_EQ(scan.size(), 5u);
  EXPECT_EQ(scan.at(4), "Zungu");
  EXPECT_TRUE(scan.tokens[4].capital);
  EXPECT_EQ(scan.fold_at(4), "zungu");
}

TEST(Lexicon, TakesNoGivenNameForInitials) {
  const auto& impl = data().impl();
  const auto mentions = [&](std::string_view credit) {
    return impl.scan(credit, impl.language("de"), true).mentions.size();
  };
  EXPECT_EQ(mentions("Von Ina Lindholz und Lena Falk"), 0u);
  EXPECT_EQ(mentions("(Afp, INA)"), 2u);
}

TEST(Lexicon, ServesRelatedLanguagesByOneFile) {
  EXPECT_EQ(language_file("nn-NO"), "nb");
  EXPECT_EQ(language_file("bs"), "hr");
  EXPECT_EQ(language_file("de-AT"), "de");
}

TEST(Lexicon, ReadsALanguageOnceForManyThreads) {
  const auto loaded = AttributionData::load(KAYNAK_ROOT).value();
  std::vector<const Language*> seen(8);
  std::vector<std::thread> threads;
  for (auto& slot : seen)
    threads.emplace_back([&slot, &loaded] { slot = &loaded.impl().language("tr"); });
  for (auto& thread : threads) thread.join();
  for (const Language* language : seen) {
    EXPECT_EQ(language, seen[0]);
    EXPECT_EQ(language->tag, "tr");
  }
}

TEST(Characters, AreFoldedAlikeOnAllThreads) {
  const std::string text = "İSTANBUL Straße ΑΘΗΝΑ Москва القاهرة मंत्री 東京 Đà Nẵng";
  const std::string alone = tokenise(text, Characters()).folded;
  EXPECT_NE(alone.find("москва"), std::string::npos);
  const Characters shared;
  std::array<std::string, 4> folded;
  std::vector<std::thread> threads;
  for (std::string& own : folded)
    threads.emplace_back([&] { own = tokenise(text, shared).folded; });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& own : folded) EXPECT_EQ(own, alone);
}

TEST(Lexicon, KeepsWordsOfIndicScriptsWhole) {
  const auto scan = tokenise("मंत्री ने कहा। ঢাকায় বলেন", Characters());
  ASSERT_EQ(scan.size(), 5u);
  EXPECT_EQ(scan.at(0), "मंत्री");
  EXPECT_TRUE(scan.tokens[2].after & gap_stop);
}

}  // namespace
}  // namespace kaynak
