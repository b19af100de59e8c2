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

// ---- figures

TEST(FigureCredit, IsTakenOutOfTheCaption) {
  struct {
    const char *language, *caption, *left, *credit;
    std::vector<std::string> photographers, agencies;
  } const cases[] = {
      {"en",
       "Leaders meet at the harbour. KCNA",
       "Leaders meet at the harbour.",
       "KCNA",
       {},
       {"KCNA"}},
      {"en",
       "A mother sells flowers. (AP Photo/Marco Ugart)",
       "A mother sells flowers.",
       "AP Photo/Marco Ugart",
       {"Marco Ugart"},
       {"AP"}},
      {"en",
       "A bridge at dusk. (Photo: Jane Doe/PA Wire)",
       "A bridge at dusk.",
       "Jane Doe/PA Wire",
       {"Jane Doe"},
       {"PA"}},
      {"en",
       "A stall in town Photo by GHULAM RASO /AFP via Getty Images",
       "A stall in town",
       "GHULAM RASO /AFP via Getty Images",
       {"Ghulam Raso"},
       {"AFP", "Getty Images"}},
      {"en",
       "The judge in her court | Paul Ells/PA Images via Getty Images",
       "The judge in her court",
       "Paul Ells/PA Images via Getty Images",
       {"Paul Ells"},
       {"PA", "Getty Images"}},
      {"vi",
       "Các nhà lãnh đạo tại cảng. Ảnh: KCNA",
       "Các nhà lãnh đạo tại cảng.",
       "KCNA",
       {},
       {"KCNA"}},
      {"es",
       "El puerto al anochecer. Foto: REUTERS/Juan Soto",
       "El puerto al anochecer.",
       "REUTERS/Juan Soto",
       {"Juan Soto"},
       {"Reuters"}},
      {"es",
       "El puerto al anochecer. EFE/ Juan Soto",
       "El puerto al anochecer.",
       "EFE/ Juan Soto",
       {"Juan Soto"},
       {"EFE"}},
      {"es", "El puerto al anochecer / AFP", "El puerto al anochecer", "AFP", {}, {"AFP"}},
      {"ca", "El port al vespre. Foto: ACN", "El port al vespre.", "ACN", {}, {"ACN"}},
      {"tr", "Liman akşamüstü. Fotoğraf: AA", "Liman akşamüstü.", "AA", {}, {"Anadolu"}},
      {"tr",
       "Liman akşamüstü. Fotoğraf : Didem Ment/AA",
       "Liman akşamüstü.",
       "Didem Ment/AA",
       {"Didem Ment"},
       {"Anadolu"}},
      {"ru",
       "Порт вечером. Фото: Иван Петров/ТАСС",
       "Порт вечером.",
       "Иван Петров/ТАСС",
       {"Иван Петров"},
       {"TASS"}},
      {"ar", "الميناء مساء. تصوير: رويترز", "الميناء مساء.", "رويترز", {}, {"Reuters"}},
      {"de",
       "Der Hafen am Abend. © Alba Pach/Agencia LOF/dpa",
       "Der Hafen am Abend.",
       "Alba Pach/Agencia LOF/dpa",
       {"Alba Pach"},
       {"Agencia LOF", "dpa"}},
      {"de",
       "Der Hafen am Abend Foto: Urs Flüe (Keystone)",
       "Der Hafen am Abend",
       "Urs Flüe (Keystone)",
       {"Urs Flüe"},
       {"Keystone"}},
      {"fr",
       "Le port le soir. NATHAN ALLI / AFP",
       "Le port le soir.",
       "NATHAN ALLI / AFP",
       {"Nathan Alli"},
       {"AFP"}},
      {"pl", "Port wieczorem Foto: PAP", "Port wieczorem", "PAP", {}, {"PAP"}},
      {"ja", "夕方の港＝ＡＰ", "夕方の港", "ＡＰ", {}, {"AP"}},
      {"zh", "傍晚的港口。李尕 摄", "傍晚的港口。", "李尕", {"李尕"}, {}},
      {"pt",
       "O porto. (Foto: Tony Silv/Reuters)",
       "O porto.",
       "Tony Silv/Reuters",
       {"Tony Silv"},
       {"Reuters"}},
  };
  for (const auto& c : cases) {
    Article a = page(c.language, {"Text."});
    a.blocks.push_back(figure(c.caption));
    a = read(a);
    const Block& block = a.blocks.back();
    ASSERT_TRUE(block.figure);
    EXPECT_EQ(block.text, c.left) << c.caption;
    EXPECT_EQ(block.figure->caption, c.left) << c.caption;
    EXPECT_EQ(block.figure->credit, c.credit) << c.caption;
    EXPECT_EQ(block.figure->photographers, c.photographers) << c.caption;
    EXPECT_EQ(block.figure->agencies, c.agencies) << c.caption;
    ASSERT_EQ(block.sentences.size(), 1u);
    EXPECT_EQ(block.sentences[0].range,
              (ByteRange{0, static_cast<std::uint32_t>(block.text.size())}));
    EXPECT_EQ(block.sentences[0].source.size(), block.text.size()) << c.caption;
  }
}

TEST(FigureCredit, ACaptionWithoutOneIsLeftAlone) {
  for (const char* caption :
       {"The photo that Reuters showed the world is on the wall.", "Mike and Jane Roberts at home",
        "This image shows a harbour.", "A letter from the BBC lies on the table of Ann Lee"}) {
    Article a = page("en", {"Text."});
    a.blocks.push_back(figure(caption));
    a = read(a);
    EXPECT_EQ(a.blocks.back().text, caption);
    EXPECT_EQ(a.blocks.back().figure->credit, "") << caption;
  }
}

TEST(FigureCredit, AGivenOneLosesItsLabelAndLeavesTheCaption) {
  Article a = page("de", {"Text."});
  a.blocks.push_back(
      figure("Der Hafen am Abend Foto: Urs Flüe (Keystone)", "Foto: Urs Flüe (Keystone)"));
  a = read(a);
  EXPECT_EQ(a.blocks.back().text, "Der Hafen am Abend");
  EXPECT_EQ(a.blocks.back().figure->credit, "Urs Flüe (Keystone)");
}

TEST(FigureCredit, StandsInTheAlternativeText) {
  Article a = page("de", {"Text."});
  a.blocks.push_back(figure("", "", "Andrew Robson vom FC | AFP/Paul Elis"));
  a = read(a);
  EXPECT_EQ(a.blocks.back().figure->credit, "AFP/Paul Elis");
  EXPECT_EQ(a.blocks.back().text, "Andrew Robson vom FC");
}

TEST(FigureCredit, ACompanyIsNoPhotographer) {
  Article a = page("en", {"The craft answered, said its owner, citing Northlight Orbital.",
                          "Northlight said the craft had lost a wheel."});
  a.blocks.push_back(figure("The craft above the sea.", "Northlight Orbital/Reuters"));
  a.blocks.push_back(figure("The mast.", "Jane Doe/Reuters"));
  a = read(a);
  EXPECT_THAT(a.blocks[2].figure->photographers, IsEmpty());
  EXPECT_THAT(a.blocks[3].figure->photographers, ElementsAre("Jane Doe"));
}

}  // namespace
}  // namespace kaynak
