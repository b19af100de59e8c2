#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::SizeIs;

struct Inside {
  const char* language;
  const char* paragraph;
  std::string text;     // of the nested quotation
  std::string speaker;  // of it
};

void expect_nested(const Inside& c) {
  const Article a = read(page(c.language, {c.paragraph}));
  ASSERT_THAT(a.quotes, SizeIs(2)) << c.paragraph;
  const Quote& inner = a.quotes[1];
  EXPECT_EQ(a.quotes[0].within, -1);
  EXPECT_EQ(inner.within, 0);
  EXPECT_EQ(inner.text, c.text);
  EXPECT_EQ(inner.speaker, c.speaker) << c.paragraph;
  EXPECT_EQ(evidence_words(a, inner.evidence), inner.text);
  EXPECT_NE(a.quotes[0].text.find(inner.text), std::string::npos);
  EXPECT_EQ(evidence_words(a, inner.speaker_evidence), inner.speaker_as_written);
}

TEST(Nested, AQuotationInAQuotationIsOneOfItsOwn) {
  const Inside cases[] = {
      {"en", "“He said ‘go home now please’ and then he left,” Ann Lee recalled.",
       "go home now please", ""},
      {"en", "“Peter Hall told me: ‘The pier won’t last the night.’ And it didn’t,” Ann Lee said.",
       "The pier won’t last the night.", "Peter Hall"},
      {"en", "\"The captain said, 'we are going back to port', and we did,\" said Ann Lee.",
       "we are going back to port", "The captain"},
      {"en",
       "‘My mother wrote “never turn your back on the sea”, and she was right,’ said Ann "
       "Lee.",
       "never turn your back on the sea", "My mother"},
      {"de",
       "„Der Kapitän rief: ‚Wir müssen sofort zurück in den Hafen‘, und dann kam die Welle“, "
       "sagte Eva Kern.",
       "Wir müssen sofort zurück in den Hafen", "Der Kapitän"},
      {"fr",
       "« Mon père répétait : “ne tourne jamais le dos à la mer”, et il avait raison », a "
       "déclaré Jeanne Petit.",
       "ne tourne jamais le dos à la mer", ""},
      {"es",
       "«Mi abuelo decía: “nunca le des la espalda al mar”, y tenía razón», dijo María Pérez.",
       "nunca le des la espalda al mar", ""},
      {"it",
       "«Il pilota gridava: “torniamo subito tutti in porto”, e poi l’onda», ha detto Luca Neri.",
       "torniamo subito tutti in porto", ""},
      {"ru",
       "«Он крикнул: „Надо сейчас же вернуться в порт“, и тут пришла волна», — сказал Иван Петров.",
       "Надо сейчас же вернуться в порт", ""},
      {"pl",
       "„Pilot krzyknął: «musimy natychmiast wracać do portu», a potem przyszła fala” – "
       "powiedziała Anna Nowak.",
       "musimy natychmiast wracać do portu", ""},
      {"tr",
       "“Kaptan bana ‘Ankara’da kar var, hemen geri dön’ dedi, ben de döndüm” diye konuştu "
       "Ayşe Deniz.",
       "Ankara’da kar var, hemen geri dön", ""},
      {"sv",
       "”Lotsen ropade: ’vi måste tillbaka till hamnen nu’, och sedan kom vågen”, säger Eva Berg.",
       "vi måste tillbaka till hamnen nu", "Lotsen"},
      {"vi", "“Thuyền trưởng bảo ‘phải quay về cảng ngay bây giờ’ rồi sóng ập tới”, ông Lê An nói.",
       "phải quay về cảng ngay bây giờ", ""},
      {"zh", "王小明说：“船长对我说‘我们必须马上回到港口去’，然后浪就来了。”",
       "我们必须马上回到港口去", "船长"},
      {"ja",
       "山田太郎氏は「船長は『今すぐ港へ戻らなければならない』と叫び、その後に波が来た」と述べた。",
       "今すぐ港へ戻らなければならない", "船長"},
      {"ar", "قال أحمد علي: «صاح القبطان: “يجب أن نعود إلى الميناء الآن” ثم جاءت الموجة العالية».",
       "يجب أن نعود إلى الميناء الآن", ""},
  };
  for (const Inside& c : cases) expect_nested(c);
}

TEST(Nested, ShortWordsCountBesideAVerbOfSpeech) {
  expect_nested({"en", "“The captain said, ‘Turn back,’ and so we all turned back,” Ann Lee said.",
                 "Turn back,", "The captain"});
}

TEST(Nested, TermsTitlesAndApostrophesAreNone) {
  const Inside cases[] = {
      {"en", "“It was the ‘new normal’ on the coast in those days,” said Ann Lee.", "", ""},
      {"en", "“We read ‘The Old Man And The Sea’ on the way home,” said Ann Lee.", "", ""},
      {"en", "“In the ’90s we didn’t fear the sailors’ strikes, and that’s that,” said Ann Lee.",
       "", ""},
      {"fr", "« L’eau n’a pas de passeport, et l’homme n’y peut rien », a déclaré Jean Petit.", "",
       ""},
      {"tr", "\"Ankara'da ve İzmir'de bugün 50'den fazla gemi bekliyor\" dedi Ayşe Deniz.", "", ""},
  };
  for (const Inside& c : cases)
    EXPECT_THAT(read(page(c.language, {c.paragraph})).quotes, SizeIs(1)) << c.paragraph;
}

TEST(Nested, ThreeDeepPointToTheNextOuterOne) {
  const Article a = read(
      page("en", {"“My aunt wrote: ‘The mate shouted “the ship is going down” all night long.’ We "
                  "believed her,” said Ann Lee."}));
  ASSERT_THAT(a.quotes, SizeIs(3));
  EXPECT_EQ(a.quotes[1].within, 0);
  EXPECT_EQ(a.quotes[2].within, 1);
  EXPECT_EQ(a.quotes[2].text, "the ship is going down");
}

TEST(Nested, MayEndWithTheOuterOnesMark) {
  expect_nested({"ru", "«Капитан крикнул: «Надо сейчас же вернуться в порт», — сказал Иван Петров.",
                 "Надо сейчас же вернуться в порт", ""});
}

TEST(Nested, StandBehindTheirOuterOneBeforeTheNext) {
  const Article a = read(page("en", {"“He said ‘go home now please’ and left,” Ann Lee recalled.",
                                     "“We never saw him after that day,” said Ann Lee."}));
  ASSERT_THAT(a.quotes, SizeIs(3));
  EXPECT_EQ(a.quotes[1].within, 0);
  EXPECT_EQ(a.quotes[2].within, -1);
  EXPECT_EQ(a.quotes[2].speaker, "Ann Lee");
}

TEST(Nested, AreFoundInSpeechWithADash) {
  expect_nested({"pl",
                 "– Pilot krzyknął: „musimy natychmiast wracać do portu” i zawróciliśmy – "
                 "powiedziała Anna Nowak.",
                 "musimy natychmiast wracać do portu", ""});
}

}  // namespace
}  // namespace kaynak
