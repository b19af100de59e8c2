#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

struct Spoken {
  const char* language;
  std::vector<std::string> paragraphs;
  std::vector<std::string> speakers;  // of all quotations in order
};

std::vector<std::string> speakers(const Article& article) {
  std::vector<std::string> names;
  for (const Quote& q : article.quotes) names.push_back(q.speaker);
  return names;
}

void expect_speakers(const std::vector<Spoken>& cases) {
  for (const Spoken& c : cases)
    EXPECT_EQ(speakers(read(page(c.language, c.paragraphs))), c.speakers) << c.paragraphs.back();
}

TEST(Speakers, APhraseForSomethingSpeaksWhereItStandsBesideTheVerb) {
  expect_speakers({
      {"en",
       {"Harbour master Jane Doe closed the port. “The quay was built on loose sand,” the report "
        "said."},
       {"the report"}},
      {"en",
       {"Mayor Ann Lee opened the hall.", "“We waited for hours in the rain,” one said."},
       {"one"}},
      {"de",
       {"Bürgermeisterin Eva Kern klagte. „Der Antrag war von Anfang an unzulässig“, erklärte das "
        "Gericht."},
       {"das Gericht"}},
  });
}

TEST(Speakers, AnObjectOfTheVerbIsNone) {
  expect_speakers({
      {"en",
       {"Senator Ann Lee spoke first. Mayor Tom Hill was there. Hill criticised Lee, saying she "
        "was "
        "“far too slow to see it”."},
       {"Tom Hill"}},
      {"en",
       {"Mayor Ann Lee flew to Brno with Tom Hill and told them that “the bridge will be built”."},
       {"Ann Lee"}},
      {"es",
       {"El ministro Juan Soler criticó a la alcaldesa Marta Rius y aseguró que “nadie la avisó a "
        "tiempo”."},
       {"Juan Soler"}},
  });
}

TEST(Speakers, WordsInsideASentenceBelongToWhatLeadsUpToThem) {
  expect_speakers({
      {"en",
       {"Ann Lee, the mayor, called it “a very bad idea indeed” until Tom Hill, her deputy, said "
        "the money was there."},
       {"Ann Lee"}},
      {"en",
       {"When Tom Hill, the treasurer, suggested a loan, Mayor Ann Lee fired back: “We have "
        "borrowed quite enough.”"},
       {"Ann Lee"}},
  });
}

TEST(Speakers, AppositionsAndBracketsDoNotHideTheName) {
  expect_speakers({
      {"en",
       {"One of the rowers, Ann Lee, 42, a teacher from Brno, said: “We nearly lost the boat.”"},
       {"Ann Lee"}},
      {"en", {"“We nearly lost the boat there,” a rower, Ann Lee, told the court."}, {"Ann Lee"}},
      {"en", {"“We shall vote against it again,” Tom Hill (Brno) said."}, {"Tom Hill"}},
  });
}

TEST(Speakers, AWordBehindSpeechIsAVerbThoughItIsNotKnown) {
  expect_speakers({
      {"de",
       {"Trainer Jan Moser war ratlos. „Das war heute einfach zu wenig“, grummelte Moser."},
       {"Jan Moser"}},
      {"en",
       {"Mayor Ann Lee arrived. “It began with a letter,” Lee teased, before being asked about "
        "Tom Hill."},
       {"Ann Lee"}},
  });
}

TEST(Speakers, APlaceThatStandsAloneIsNone) {
  expect_speakers({
      {"en",
       {"Rain fell in Georgia. The mayor of Georgia Springs, Ann Lee, said: “We have no more "
        "sandbags left.”"},
       {"Ann Lee"}},
      {"es",
       {"La senadora Marta Rius viajó a Florida. «No queda nada por decir», añadió la senadora por "
        "Florida."},
       {"Marta Rius"}},
  });
}

TEST(Speakers, APersonMayBearTheNameOfAnAgencyOrAPlace) {
  expect_speakers({
      {"de",
       {"Der Historiker Ernst Reuter liest. „Die Stadt hat ihr Archiv vergessen“, sagte Reuter."},
       {"Ernst Reuter"}},
      {"en",
       {"The singer Paris Miller was late. “The train was stuck in the snow,” Miller said."},
       {"Paris Miller"}},
  });
}

TEST(Speakers, AreCalledByWhatTheyDo) {
  expect_speakers({
      {"ru",
       {"Фильм показали в пятницу. «Мы снимали его восемь лет подряд», — говорит режиссёр."},
       {"режиссёр"}},
      {"uk",
       {"Фільм показали в п’ятницю. «Ми знімали його вісім років поспіль», — каже режисер."},
       {"режисер"}},
      {"tr",
       {"Film cuma günü gösterildi. “Onu tam sekiz yıl boyunca çektik” dedi yönetmen."},
       {"yönetmen"}},
      {"ca",
       {"La pel·lícula es va veure divendres. «La vam rodar durant vuit anys», diu l’actriu."},
       {"l’actriu"}},
  });
}

TEST(Speakers, WhoWasToldIsNone) {
  expect_speakers({
      {"zh", {"港务局局长王小明向新华社记者表示：“今天的海浪实在太大了，不能出海。”"}, {"王小明"}},
      {"en",
       {"Mayor Ann Lee spoke. “The road stays closed until May,” Lee told Reuters."},
       {"Ann Lee"}},
      {"en",
       {"Mayor Ann Lee was quoted as saying that “the road stays closed until May”."},
       {"Ann Lee"}},
  });
}

TEST(Speakers, TwoOfOneSurnameAreToldApart) {
  expect_speakers({
      {"en",
       {"Mayor Ann Lee and her brother, lawyer Tom Lee, came.",
        "“The house was never ours to sell,” Tom Lee said. “We only lived in it,” Ann Lee said."},
       {"Tom Lee", "Ann Lee"}},
  });
}

TEST(Speakers, TheSubjectOfTheSentenceGoesOnBehindAQuotation) {
  expect_speakers({
      {"en",
       {"Mayor Ann Lee said it was “a very bad idea” and then “an even worse plan”, after Tom Hill "
        "had left."},
       {"Ann Lee", "Ann Lee"}},
      {"pt",
       {"O prefeito Luís Prado visitou o porto. “A obra vai ficar pronta em maio”, disse."},
       {"Luís Prado"}},
  });
}

TEST(Speakers, WhoAskedIsNotWhoAnswers) {
  expect_speakers({
      {"en",
       {"Judge Mara Holt met the press in spring.",
        "A reporter asked Mara Holt: “What was the hardest part of it?”",
        "“Learning to wait for others,” she replied."},
       {"A reporter", "Mara Holt"}},
  });
}

TEST(Speakers, AnOfficeMeansWhoeverTheSentenceBeforeIsAbout) {
  expect_speakers({
      {"it",
       {"Il presidente Luca Neri è arrivato a Genova. «È stata una bella serata», ha twittato poi "
        "il presidente."},
       {"Luca Neri"}},
      {"es",
       {"El presidente Luis Prado calló. «La fianza se está preparando ya», respondieron los "
        "abogados del presidente Prado."},
       {"los abogados del presidente Prado"}},
  });
}

TEST(Speakers, ABodyIsMeantByItsNounWhereASentenceBeforeBeginsWithItsName) {
  expect_speakers({
      {"en",
       {"Harbour Lending Trust raised its outlook for the port on Monday.",
        "“We expect a further rise in freight,” the bank said."},
       {"Harbour Lending Trust"}},
      {"en",
       {"Mayor Ann Lee met her deputy. Ann Lee was late, and Lee said so.",
        "“We expect a further rise in freight,” the bank said."},
       {"the bank"}},
      {"sv",
       {"– Vi letar vidare hela natten, säger Anna Palm från polisen.",
        "”Kvinnan bar en röd jacka och gula stövlar”, skriver polisen på sin hemsida."},
       {"Anna Palm", "polisen"}},
  });
}

TEST(Speakers, ANameEndsThePhraseForItsOffice) {
  expect_speakers({
      {"es",
       {"«El daño al puerto es enorme», afirmó la procuradora ad hoc Marta Rius."},
       {"Marta Rius"}},
      {"en",
       {"Harbour Executive Chief Executive, Ann Lee, said: “We work with every boat owner.”",
        "“The pier will be demolished in May.”"},
       {"Ann Lee", "Ann Lee"}},
      {"es",
       {"El primer ministro, el liberal Juan Soler, anunció una tregua. «Nuestro deber es proteger "
        "el "
        "puerto», dijo el jefe de Gobierno."},
       {"Juan Soler"}},
  });
}

TEST(Speakers, InitialsMeanTheNameThatThePageSpellsOut) {
  expect_speakers({
      {"pl",
       {"Sprawa trafiła przed Trybunałem Morskim. Trybunał Morski odmówił.",
        "TM oświadczył: „port pozostanie zamknięty aż do maja”."},
       {"Trybunał Morski"}},
      {"en",
       {"The Harbour Lending Trust met on Monday.", "“We expect a further rise,” the HLT said."},
       {"Harbour Lending Trust"}},
  });
}

TEST(Speakers, WhoMadeSomethingDoesNotSayItsTitle) {
  const Article a = read(page("it", {"Torna «La leggenda del grande porto d’inverno», prodotta da "
                                     "Luca Neri nel 1986."}));
  for (const Quote& q : a.quotes) EXPECT_NE(q.speaker, "Luca Neri");
}

TEST(Speakers, BeforeAVerbThatEndsTheSentenceStandsTheSubject) {
  expect_speakers({
      {"tr",
       {"“Limanın yenilenmesi bahara kadar sürecek” diye Liman İdaresinin sözcüsü Deniz Aksoy "
        "konuştu."},
       {"Deniz Aksoy"}},
  });
}

TEST(Speakers, AJapaneseTopicIsTheSpeakerAndItsFullNameIsFound) {
  expect_speakers({
      {"ja",
       {"山田太郎（やまだ・たろう）市長が会見した。",
        "山田氏は「防波堤を必ず造り直すと約束する」と述べた。"},
       {"山田太郎"}},
      {"ja", {"港湾局は原因を調べ、「古い橋を通らないでほしい」と呼びかけた。"}, {"港湾局"}},
  });
}

TEST(Speakers, NobodyIsGuessedWhereAnEnglishSentenceNamesNobody) {
  const Article a = read(page("en", {"Mayor Ann Lee left early.",
                                     "The banner over the gate showed “freedom for the old "
                                     "harbour” in red."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].speaker, "");
}

TEST(Speakers, AreSurerTheNearerTheyStand) {
  const Article a = read(page("en", {"“The sea is far too rough,” said Ann Lee, a sailor.",
                                     "“We shall wait for the tide,” "
                                     "she said.",
                                     "“There is no other way.”"}));
  ASSERT_EQ(a.quotes.size(), 3u);
  EXPECT_EQ(a.quotes[2].speaker, "Ann Lee");
  EXPECT_GT(a.quotes[0].confidence, a.quotes[1].confidence);
  EXPECT_GT(a.quotes[1].confidence, a.quotes[2].confidence);
  EXPECT_GE(a.quotes[2].confidence, doubtful_below);
}

}  // namespace
}  // namespace kaynak
