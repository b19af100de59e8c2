#include "attribute/figures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"
#include "text/encoding.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Figure read_one(const std::string& language, const Block& block) {
  Article a = page(language, {});
  a.blocks.push_back(block);
  return *read(std::move(a)).blocks.back().figure;
}

TEST(PhotoCredits, ConditionsOfUseBelongToTheCreditAndNameNobody) {
  const auto f =
      read_one("en", figure("Smoke over the bay. @harbour_eye/via REUTERS THIS IMAGE HAS "
                            "BEEN SUPPLIED BY A THIRD PARTY. NO RESALES."));
  EXPECT_EQ(f.caption, "Smoke over the bay.");
  EXPECT_THAT(f.agencies, ElementsAre("Reuters"));
  EXPECT_EQ(f.credit.find("Smoke"), std::string::npos);
  EXPECT_THAT(f.photographers, ElementsAre("@harbour_eye"));
}

TEST(PhotoCredits, TheCreditThatNamesAPersonCountsBesideTheAgencyAlone) {
  const auto f = read_one("en", figure("A flag over the port. (AP Photo/Nora Dahlin)", "AP Photo"));
  EXPECT_EQ(f.caption, "A flag over the port.");
  EXPECT_THAT(f.photographers, ElementsAre("Nora Dahlin"));
}

TEST(PhotoCredits, PartOfAnOrganisationsNameIsNoPhotographer) {
  EXPECT_THAT(read_one("en", figure("On stage.", "Just Stop Tides/PA Wire")).photographers,
              IsEmpty());
  EXPECT_THAT(read_one("de", figure("Die Runde.", "EU-Kommission")).photographers, IsEmpty());
  EXPECT_THAT(read_one("en", figure("The fair.", "Press Office & Sons")).photographers, IsEmpty());
}

TEST(PhotoCredits, AContributorToALibraryIsNamed) {
  EXPECT_THAT(read_one("de", figure("Das Meer.", "Getty Images/Seewolf")).photographers,
              ElementsAre("Seewolf"));
}

TEST(PhotoCredits, TheAlternativeTextBeforeACreditIsTheCaption) {
  const auto f = read_one("pl", figure("", "Sąd Morski / Shutterstock", "Sąd Morski"));
  EXPECT_EQ(f.caption, "Sąd Morski");
  EXPECT_EQ(f.credit, "Shutterstock");
  EXPECT_THAT(f.photographers, IsEmpty());
}

TEST(PhotoCredits, ACaptionThatOnlySaysHandoutIsTheCredit) {
  const auto f = read_one("en", figure("Handout"));
  EXPECT_EQ(f.caption, "");
  EXPECT_EQ(f.credit, "Handout");
}

TEST(PhotoCredits, MarksAloneAreNone) {
  EXPECT_EQ(read_one("de", figure("Das Meer.", "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]")).credit, "");
}

TEST(PhotoCredits, BracketsWithoutAPartnerGo) {
  EXPECT_EQ(read_one("de", figure("Das Meer.", "Eva Kern (CC0) - (Symbolbild))")).credit,
            "Eva Kern (CC0) - (Symbolbild)");
  EXPECT_EQ(read_one("de", figure("Das Meer.", "Eva Kern (Archiv (dpa))")).credit,
            "Eva Kern (Archiv (dpa))");
}

TEST(PhotoCredits, AreCutOutOfACaptionHoweverOftenTheyStandThere) {
  const auto f = read_one("en", figure("Boats. Jane Doe Jane Doe Jane Doe Jane Doe", "Jane Doe"));
  EXPECT_EQ(f.caption, "Boats.");
  EXPECT_EQ(f.credit, "Jane Doe");
}

TEST(PhotoCredits, ASignInBracketsIsTakenWholeOrNotAtAll) {
  const auto f = read_one("en", figure("A boat (–c) Archive) Yba"));
  EXPECT_TRUE(is_valid_utf8(f.caption + f.credit));
}

TEST(PhotoCredits, AreTheSameWhenReadAgain) {
  Article a = page("en", {});
  a.blocks = {figure("Boats at dusk. Photo: Jane Doe/Reuters"),
              figure("", "Court / Shutterstock", "Court")};
  const Article once = read(a);
  EXPECT_EQ(read(once), once);
}

}  // namespace
}  // namespace kaynak
