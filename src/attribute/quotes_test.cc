#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::IsEmpty;

struct Said {
  const char* language;
  std::vector<std::string> paragraphs;
  std::vector<std::string> expected;  // text, speaker, as written, via
};

TEST(Quotes, HaveTextSpeakerAndRelay) {
  const Said cases[] = {
      {"en",
       {"Harbour master Jane Doe closed the port. “The sea is far too rough today,” Doe told "
        "Reuters."},
       {"The sea is far too rough today,", "Jane Doe", "Doe", "Reuters"}},
      {"en",
       {"In a letter relayed by KCNA, Kim Sol wrote: “We shall meet again in the spring.”"},
       {"We shall meet again in the spring.", "Kim Sol", "Kim Sol", "KCNA"}},
      {"en",
       {"“I saw the wave come in,” said Ann Lee, a fisherwoman."},
       {"I saw the wave come in,", "Ann Lee", "Ann Lee", ""}},
      {"en",
       {"\"The port will open on Monday,\" the minister said."},
       {"The port will open on Monday,", "the minister", "the minister", ""}},
      {"tr",
       {"Liman başkanı Ayşe Deniz limanı kapattı.",
        "AA'ya konuşan Deniz, \"Bugün deniz çok dalgalı ve tehlikeli\" dedi."},
       {"Bugün deniz çok dalgalı ve tehlikeli", "Ayşe Deniz", "Deniz", "Anadolu"}},
      {"vi",
       {"Trong tin nhắn được KCNA đăng, ông Kim Sol viết: \"Chúng ta sẽ gặp lại vào mùa xuân\"."},
       {"Chúng ta sẽ gặp lại vào mùa xuân", "Kim Sol", "ông Kim Sol", "KCNA"}},
      {"es",
       {"La alcaldesa María Pérez cerró el puerto. «Hoy el mar está demasiado revuelto», dijo "
        "Pérez a EFE."},
       {"Hoy el mar está demasiado revuelto", "María Pérez", "Pérez", "EFE"}},
      {"ca",
       {"«Avui la mar està massa moguda», ha dit l'alcaldessa Marta Soler."},
       {"Avui la mar està massa moguda", "Marta Soler", "alcaldessa Marta Soler", ""}},
      {"ru",
       {"«Сегодня море слишком бурное для судов», — сказал Иван Петров."},
       {"Сегодня море слишком бурное для судов", "Иван Петров", "Иван Петров", ""}},
      {"ru",
       {"– Сегодня море слишком бурное для судов, – сказал Иван Петров."},
       {"Сегодня море слишком бурное для судов", "Иван Петров", "Иван Петров", ""}},
      {"ar",
       {"وقال الوزير أحمد علي: «البحر اليوم شديد الاضطراب جدا»."},
       {"البحر اليوم شديد الاضطراب جدا", "أحمد علي", "الوزير أحمد علي", ""}},
      {"de",
       {"„Das Meer ist heute viel zu rau“, sagte Hafenmeisterin Eva Kern der dpa."},
       {"Das Meer ist heute viel zu rau", "Eva Kern", "Hafenmeisterin Eva Kern", "dpa"}},
      {"fr",
       {"« La mer est bien trop agitée », a déclaré le maire, Jean Petit."},
       {"La mer est bien trop agitée", "Jean Petit", "maire, Jean Petit", ""}},
      {"it",
       {"«Oggi il mare è troppo mosso», ha detto Luca Neri."},
       {"Oggi il mare è troppo mosso", "Luca Neri", "Luca Neri", ""}},
      {"pl",
       {"– Dziś morze jest zbyt wzburzone – powiedziała Anna Nowak."},
       {"Dziś morze jest zbyt wzburzone", "Anna Nowak", "Anna Nowak", ""}},
      {"sv",
       {"– I dag är havet alldeles för grovt, säger Eva Berg."},
       {"I dag är havet alldeles för grovt", "Eva Berg", "Eva Berg", ""}},
      {"zh",
       {"港务局局长王小明说：“今天的海浪实在太大了，不能出海。”"},
       {"今天的海浪实在太大了，不能出海。", "王小明", "港务局局长王小明", ""}},
      {"ja",
       {"港湾局の報道官は「今日は波が高すぎて船は出せない」と述べた。"},
       {"今日は波が高すぎて船は出せない", "港湾局の報道官", "港湾局の報道官", ""}},
  };
  for (const Said& c : cases) {
    const Article a = read(page(c.language, c.paragraphs));
    ASSERT_EQ(a.quotes.size(), 1u) << c.paragraphs.back();
    const Quote& q = a.quotes[0];
    EXPECT_EQ(q.text, c.expected[0]);
    EXPECT_EQ(q.speaker, c.expected[1]) << q.text;
    EXPECT_EQ(q.speaker_as_written, c.expected[2]) << q.text;
    EXPECT_EQ(q.via, c.expected[3]) << q.text;
    EXPECT_FALSE(q.cue.empty()) << q.text;
    const std::string& block = a.blocks[q.evidence.block].text;
    EXPECT_EQ(block.substr(q.evidence.range.begin, q.evidence.range.size()), q.text);
    const Evidence& e = q.speaker_evidence;
    EXPECT_EQ(a.blocks[e.block].text.substr(e.range.begin, e.range.size()), q.speaker_as_written);
  }
}

TEST(Quotes, APronounIsWhoSpokeLast) {
  const Article a = read(page("en", {"“The sea is far too rough,” said Ann Lee.",
                                     "“We shall wait until tomorrow,” she said."}));
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_EQ(a.quotes[1].speaker, "Ann Lee");
  EXPECT_EQ(a.quotes[1].speaker_as_written, "she");
}

TEST(Quotes, APronounWithNobodyBeforeItStaysUnresolved) {
  const Article a = read(page("en", {"“We shall wait until tomorrow,” she said."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].speaker, "");
  EXPECT_EQ(a.quotes[0].speaker_as_written, "she");
}

TEST(Quotes, TermsAndTitlesAreNone) {
  const std::pair<const char*, const char*> cases[] = {
      {"en", "She read “War and Peace” on the train, then saw “The Old Man Of The Sea”."},
      {"en", "The prize went to Ann Lee for the film “Once Upon A Time At Sea,” as expected."},
      {"en", "The comedy prize, said Ann Lee, should have gone to “Harbourlight.”"},
      {"de", "Die Autorin von „Das Haus und der Fluss“, „Der alte Mann am Wehr“ und „Licht“ kam."},
      {"tr",
       "Soruşturma \"suç işlemek amacıyla örgüt kurma\" ve \"tefecilik\" suçlarından açıldı."},
      {"zh", "县里新建“互联网农产品直销基地项目”，开了八家店。"},
      {"fr", "— Marie Petit (@mpetit) 16 mars 2020"},
  };
  for (const auto& [language, text] : cases)
    EXPECT_THAT(read(page(language, {text})).quotes, IsEmpty()) << text;
}

TEST(Quotes, AFewWordsBesideAVerbAndItsSubjectArePartial) {
  const Said cases[] = {
      {"en", {"Mayor Ann Lee called the plan “a disgrace” on Monday."}, {"a disgrace", "Ann Lee"}},
      {"en", {"“Never,” said Ann Lee when she was asked about it."}, {"Never,", "Ann Lee"}},
      {"de", {"Eva Kern erklärte, sie sei „zutiefst besorgt“."}, {"zutiefst besorgt", "Eva Kern"}},
      {"pt",
       {"Ana Lima disse que conversa \"muito de perto\" com o porto."},
       {"muito de perto", "Ana Lima"}},
  };
  for (const Said& c : cases) {
    const Article a = read(page(c.language, c.paragraphs));
    ASSERT_EQ(a.quotes.size(), 1u) << c.paragraphs[0];
    EXPECT_TRUE(a.quotes[0].partial);
    EXPECT_EQ(a.quotes[0].text, c.expected[0]);
    EXPECT_EQ(a.quotes[0].speaker, c.expected[1]);
  }
}

TEST(Quotes, AFewWordsThatNobodyIsSaidToSayAreNone) {
  EXPECT_THAT(read(page("en", {"The “smart port” opened on Monday.",
                               "Ann Lee said the “quay” was closed."}))
                  .quotes,
              IsEmpty());
}

TEST(Quotes, AListedStringIsSaidWithTheOneBeforeIt) {
  const Article a = read(page(
      "no", {"Kari Berg beskriver duoen som «litt rastløse» og «ganske glade i å være ute»."}));
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_TRUE(a.quotes[0].partial);
  EXPECT_FALSE(a.quotes[1].partial);
  EXPECT_EQ(a.quotes[1].speaker, "Kari Berg");
}

TEST(Quotes, GoOnOverParagraphs) {
  const Article a = read(page(
      "en", {"Ann Lee said: “The sea was rough all day.", "“We waited until the night came.”"}));
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_EQ(a.quotes[0].speaker, "Ann Lee");
  EXPECT_EQ(a.quotes[1].speaker, "Ann Lee");
}

TEST(Quotes, WhoWasToldIsNotWhoSpeaks) {
  const Said cases[] = {
      {"es",
       {"«El agua no lleva pasaporte», dijo a Reuters el ministro de Aguas, Milan Terek."},
       {"El agua no lleva pasaporte", "Milan Terek", "ministro de Aguas, Milan Terek", "Reuters"}},
      {"es",
       {"«Abrir la compuerta es cosa de una mañana», advirtió a Reuters el hidrólogo Jonas Halm."},
       {"Abrir la compuerta es cosa de una mañana", "Jonas Halm", "hidrólogo Jonas Halm",
        "Reuters"}},
      {"en",
       {"“It looked at us as if we were late,” the person told Reuters."},
       {"It looked at us as if we were late,", "the person", "the person", "Reuters"}},
  };
  for (const Said& c : cases) {
    const Article a = read(page(c.language, c.paragraphs));
    ASSERT_EQ(a.quotes.size(), 1u) << c.paragraphs.back();
    EXPECT_EQ(a.quotes[0].speaker, c.expected[1]) << c.paragraphs.back();
    EXPECT_EQ(a.quotes[0].via, c.expected[3]) << c.paragraphs.back();
  }
}

TEST(Quotes, ATagBetweenTheMarksIsCutOut) {
  const Article a = read(page(
      "ru", {"«У нас уже была готова речь, — сказала „Рейтер“ руководитель полёта Мара Линдквист. "
             "— Ничего прекраснее я не читала»."}));
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_EQ(a.quotes[0].text, "У нас уже была готова речь");
  EXPECT_EQ(a.quotes[1].text, "Ничего прекраснее я не читала");
  EXPECT_EQ(a.quotes[0].speaker, "Мара Линдквист");
  EXPECT_EQ(a.quotes[1].speaker, "Мара Линдквист");
}

TEST(Quotes, ThreeWordsCountAsASentenceWithATag) {
  const Article a = read(page("ru", {"«Услышали только такси», — признался Антон Вересов."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].speaker, "Антон Вересов");
}

TEST(Quotes, ANewNameBeforeTheMarksIsTheSpeakerOfTheVerbAfterThem) {
  const Article a = read(page(
      "tr",
      {"Gönüllülerden Phan Văn Tín, “Bir kuş çok uzağa uçuyor, sonra dönüyor” diye konuştu."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].speaker, "Phan Văn Tín");
}

TEST(Quotes, ARoleIsThePersonThePageGivesItTo) {
  const Article a = read(
      page("es", {"«Llegué a saludarla como todos los días», contó la directora, Carmen Oriol.",
                  "En la carta, el autor asegura: «Mi abuelo la fundió en el puerto viejo».",
                  "«Volveremos a abrir el lunes», dijo la directora."}));
  ASSERT_EQ(a.quotes.size(), 3u);
  EXPECT_EQ(a.quotes[1].speaker, "el autor");
  EXPECT_EQ(a.quotes[2].speaker, "Carmen Oriol");
}

TEST(Quotes, APlaceBeforeANameIsNoPartOfIt) {
  const Article a = read(page(
      "vi", {"Orvania đồng ý mở cửa xả. Bộ trưởng Thủy lợi Orvania Milan Terek đã ký quyết định.",
             "“Nước không mang hộ chiếu, chúng tôi biết”, ông Terek nói với Reuters."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].speaker, "Milan Terek");
}

TEST(Quotes, AreRelayedByWhoPublishedThemInTheSentenceBefore) {
  const Article a = read(page(
      "ru", {"Письмо опубликовал ТАСС. «Птица не опаздывает, это мы торопимся», — пишет Сомов."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].via, "TASS");
}

}  // namespace
}  // namespace kaynak
