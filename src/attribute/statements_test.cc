#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

struct Indirect {
  const char* language;
  const char* sentence;
  std::string source;
  std::string content;
};

void expect_statement(const Indirect& c) {
  const Article a = read(page(c.language, {c.sentence}));
  ASSERT_THAT(a.statements, SizeIs(1)) << c.sentence;
  const Statement& s = a.statements[0];
  EXPECT_EQ(s.source, c.source) << c.sentence;
  EXPECT_EQ(evidence_words(a, s.evidence), c.content) << c.sentence;
  EXPECT_EQ(evidence_words(a, s.source_evidence), s.source_as_written);
  EXPECT_FALSE(s.cue.empty());
  EXPECT_GT(s.confidence, 0.5);
  EXPECT_LE(s.confidence, 0.9);
}

TEST(Statements, SayWhoSaysWhatWithoutMarks) {
  const Indirect cases[] = {
      {"en", "Ann Lee said that the pier would close in May.", "Ann Lee",
       "the pier would close in May"},
      {"en", "Ann Lee said the pier would close in May.", "Ann Lee", "the pier would close in May"},
      {"en", "The pier will close in May, Ann Lee said on Monday.", "Ann Lee",
       "The pier will close in May"},
      {"en", "The pier will close in May, said Ann Lee.", "Ann Lee", "The pier will close in May"},
      {"en", "According to Ann Lee, the pier will close in May.", "Ann Lee",
       "the pier will close in May"},
      {"en", "The pier will close in May, according to Reuters.", "Reuters",
       "The pier will close in May"},
      {"en", "Ann Lee, a mother of two who owns the pier, said it would close in May.", "Ann Lee",
       "it would close in May"},
      {"en", "The pier, Ann Lee said, will close for good in May.", "Ann Lee",
       "will close for good in May"},
      {"en", "As Ann Lee explained, the pier will close in May.", "Ann Lee",
       "the pier will close in May"},
      {"en", "On Thursday, Ann Lee announced that the pier would close.", "Ann Lee",
       "the pier would close"},
      {"en", "The Institute for Coastal Law said the pier would close.",
       "Institute for Coastal Law", "the pier would close"},
      {"en", "Ann Lee of the Harbour Trust said the pier would close.", "Ann Lee",
       "the pier would close"},
      {"en", "Ann Lee’s campaign said the pier would close in May.", "Ann Lee’s campaign",
       "the pier would close in May"},
      {"en", "Joan Rivers’ campaign said the pier would close in May.", "Joan Rivers’ campaign",
       "the pier would close in May"},
      {"en", "Ann Lee has said the pier would close in May.", "Ann Lee",
       "the pier would close in May"},
      {"en", "Ann Lee declined to comment on the closing of the pier.", "Ann Lee",
       "to comment on the closing of the pier"},
      {"en", "According to Rep. Ann Lee, the pier will close in May.", "Ann Lee",
       "the pier will close in May"},
      {"en", "The mayor left early, but Ann Lee said the pier would close.", "Ann Lee",
       "the pier would close"},
      {"en", "But Ann Lee said the pier would close in May.", "Ann Lee",
       "the pier would close in May"},
      {"en", "The pier will close for good in May, Ann Lee warned on Wednesday.", "Ann Lee",
       "The pier will close for good in May"},
      {"en", "Ann Lee left the hall early and has said that the pier would close.", "Ann Lee",
       "the pier would close"},
      {"en", "Ann Lee announced it would close the pier in May.", "Ann Lee",
       "it would close the pier in May"},
      {"en", "Ann Lee told the Associated Press on Friday she would close the pier.", "Ann Lee",
       "she would close the pier"},
      {"en", "Ann Lee on Friday said all of the piers would close.", "Ann Lee",
       "all of the piers would close"},
      {"en", "Ann Lee says the pier will close in May, and that the port will follow.", "Ann Lee",
       "the pier will close in May, and that the port will follow"},
      {"nb", "Havnesjefen, Kari Moe, fortalte NTB at moloen stenger i mai.", "Kari Moe",
       "moloen stenger i mai"},
      {"nl", "Volgens Jan Smit blijft de haven tot mei gesloten.", "Jan Smit",
       "blijft de haven tot mei gesloten"},
      {"cs", "Jan Novák uvedl, že přístav zůstane do května zavřený.", "Jan Novák",
       "přístav zůstane do května zavřený"},
      {"cs", "Předseda Jan Novák včera v přístavu prohlásil, že molo zůstane zavřené.", "Jan Novák",
       "molo zůstane zavřené"},
      {"ro", "Ion Munteanu a declarat că portul va rămâne închis.", "Ion Munteanu",
       "portul va rămâne închis"},
      {"id", "Budi Santoso mengatakan bahwa pelabuhan akan ditutup.", "Budi Santoso",
       "pelabuhan akan ditutup"},
      {"az", "Elçin Quliyev bildirdi ki, liman may ayına qədər bağlı qalacaq.", "Elçin Quliyev",
       "liman may ayına qədər bağlı qalacaq"},
      {"de", "Eva Kern sagte am Montag, der Hafen bleibe bis Mai geschlossen.", "Eva Kern",
       "der Hafen bleibe bis Mai geschlossen"},
      {"de", "Eva Kern erklärte, dass der Hafen bis Mai geschlossen bleibt.", "Eva Kern",
       "der Hafen bis Mai geschlossen bleibt"},
      {"de", "Der Hafen bleibe bis Mai geschlossen, sagte Eva Kern.", "Eva Kern",
       "Der Hafen bleibe bis Mai geschlossen"},
      {"de", "Laut Eva Kern bleibt der Hafen bis Mai geschlossen.", "Eva Kern",
       "bleibt der Hafen bis Mai geschlossen"},
      {"fr", "Jean Petit a déclaré que le port resterait fermé.", "Jean Petit",
       "le port resterait fermé"},
      {"fr", "Selon Jean Petit, le port restera fermé.", "Jean Petit", "le port restera fermé"},
      {"fr", "Le port restera fermé jusqu’en mai, a affirmé Jean Petit.", "Jean Petit",
       "Le port restera fermé jusqu’en mai"},
      {"es", "María Pérez dijo que el puerto seguirá cerrado.", "María Pérez",
       "el puerto seguirá cerrado"},
      {"es", "Según María Pérez, el puerto seguirá cerrado.", "María Pérez",
       "el puerto seguirá cerrado"},
      {"es", "Ayer dijo María Pérez que el puerto seguirá cerrado.", "María Pérez",
       "el puerto seguirá cerrado"},
      {"pt", "Segundo Rita Alves, o porto continuará fechado.", "Rita Alves",
       "o porto continuará fechado"},
      {"pt", "Rita Alves disse que o porto continuará fechado.", "Rita Alves",
       "o porto continuará fechado"},
      {"it", "Secondo Luca Neri, il porto resterà chiuso.", "Luca Neri", "il porto resterà chiuso"},
      {"it", "Luca Neri ha detto che il porto resterà chiuso.", "Luca Neri",
       "il porto resterà chiuso"},
      {"ca", "Marta Soler ha dit que el port continuarà tancat.", "Marta Soler",
       "el port continuarà tancat"},
      {"ru", "Иван Петров сообщил, что порт останется закрытым.", "Иван Петров",
       "порт останется закрытым"},
      {"ru", "По словам Ивана Петрова, порт останется закрытым.", "Ивана Петрова",
       "порт останется закрытым"},
      {"ru", "Порт останется закрытым до мая, сообщил Иван Петров.", "Иван Петров",
       "Порт останется закрытым до мая"},
      {"uk", "Олена Коваль заявила, що порт залишиться закритим.", "Олена Коваль",
       "порт залишиться закритим"},
      {"pl", "Anna Nowak powiedziała, że port pozostanie zamknięty.", "Anna Nowak",
       "port pozostanie zamknięty"},
      {"pl", "Według Anny Nowak port pozostanie zamknięty.", "Anny Nowak",
       "port pozostanie zamknięty"},
      {"tr", "Ayşe Deniz, limanın mayısa kadar kapalı kalacağını söyledi.", "Ayşe Deniz",
       "limanın mayısa kadar kapalı kalacağını"},
      {"tr", "Ayşe Deniz'e göre liman mayısa kadar kapalı kalacak.", "Ayşe Deniz",
       "liman mayısa kadar kapalı kalacak"},
      {"vi", "Ông Lê An cho biết cảng sẽ đóng cửa đến tháng Năm.", "Lê An",
       "cảng sẽ đóng cửa đến tháng Năm"},
      {"vi", "Theo ông Lê An, cảng sẽ đóng cửa đến tháng Năm.", "Lê An",
       "cảng sẽ đóng cửa đến tháng Năm"},
      {"zh", "局长王小明说，港口将关闭到五月底。", "王小明", "港口将关闭到五月底"},
      {"ja", "山田太郎知事は港を五月まで閉鎖すると述べた。", "山田太郎", "港を五月まで閉鎖する"},
      {"ar", "وقال الوزير أحمد علي إن الميناء سيبقى مغلقا.", "أحمد علي", "الميناء سيبقى مغلقا"},
  };
  for (const Indirect& c : cases) expect_statement(c);
}

TEST(Statements, NeedASourceWithAName) {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "Officials said the pier would close in May."},
      {"en", "She said that the pier would close in May."},
      {"en", "According to people familiar with the plan, the pier will close."},
      {"de", "Er sagte, der Hafen bleibe bis Mai geschlossen."},
      {"fr", "Selon elle, le port restera fermé."},
      {"tr", "Buna göre liman mayısa kadar kapalı kalacak."},
      {"zh", "他说，港口将关闭到五月底。"},
  };
  for (const auto& [language, sentence] : cases)
    EXPECT_THAT(read(page(language, {sentence})).statements, IsEmpty()) << sentence;
}

TEST(Statements, NeedAClauseThatIsSaid) {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "Ann Lee said on Monday in Dover."},
      {"en", "Ann Lee called the mayor a friend of the harbour."},
      {"en", "On Monday in the hall, Ann Lee warned of the closing."},
      {"en", "People in Dover and Ann Lee warned of it on Monday."},
      {"en", "Ann Lee lives in the United States with her two sons."},
      {"de", "Eva Kern sprach mit der Polizei über den Hafen."},
      {"es", "María Pérez dijo adiós al puerto de su infancia."},
  };
  for (const auto& [language, sentence] : cases)
    EXPECT_THAT(read(page(language, {sentence})).statements, IsEmpty()) << sentence;
}

TEST(Statements, AreTwoWhereASecondSourceFollows) {
  const Article a = read(page(
      "en", {"Ann Lee warned that the pier would close, but Tom Roe said it would stay open."}));
  ASSERT_THAT(a.statements, SizeIs(2));
  EXPECT_EQ(a.statements[0].source, "Ann Lee");
  EXPECT_EQ(evidence_words(a, a.statements[0].evidence), "the pier would close");
  EXPECT_EQ(a.statements[1].source, "Tom Roe");
  EXPECT_EQ(evidence_words(a, a.statements[1].evidence), "it would stay open");
}

TEST(Statements, StandBesideAFewQuotedWords) {
  const Article a = read(page("en", {"Ann Lee said the plan to close the pier was “a disgrace”."}));
  EXPECT_THAT(a.quotes, SizeIs(1));
  EXPECT_THAT(a.statements, SizeIs(1));
}

TEST(Statements, AreNoneWhereTheSentenceQuotes) {
  const Article a = read(
      page("en", {"Ann Lee said the pier would close, “whatever the council may want to do”."}));
  EXPECT_THAT(a.quotes, SizeIs(1));
  EXPECT_THAT(a.statements, IsEmpty());
}

TEST(Statements, HaveTheFullestNameAndTheRelay) {
  const Article a = read(page("en", {"Harbour master Ann Lee closed the pier on Friday.",
                                     "Lee told Reuters that the pier would open in May."}));
  ASSERT_THAT(a.statements, SizeIs(1));
  EXPECT_EQ(a.statements[0].source, "Ann Lee");
  EXPECT_EQ(a.statements[0].source_as_written, "Lee");
  EXPECT_EQ(a.statements[0].via, "Reuters");
}

TEST(Statements, AWordAtTheSentencesBeginningIsANameWhereThePageHasItInside) {
  const char* said = "Brightwater said the pier would close in May.";
  EXPECT_THAT(read(page("en", {said})).statements, IsEmpty());
  EXPECT_THAT(read(page("en", {"The owner is Brightwater of Dover.", said})).statements, SizeIs(1));
}

}  // namespace
}  // namespace kaynak
