#include "attribute/attribute.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"
#include "model/json.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  std::string language, text;
  std::vector<std::string> expected;
};

// ---- chains in the text

TEST(Chain, GivesTheDeepestSourceFirst) {
  const Case cases[] = {
      {"en", "The ship sank at noon, according to Reuters, citing KCNA.", {"KCNA", "Reuters"}},
      {"tr", "Reuters'ın KCNA'ya dayandırdığı habere göre gemi öğlen battı.", {"KCNA", "Reuters"}},
      {"vi", "Theo Reuters, dẫn KCNA, con tàu đã chìm vào buổi trưa.", {"KCNA", "Reuters"}},
      {"es", "El barco se hundió, según Reuters, que cita a KCNA.", {"KCNA", "Reuters"}},
      {"ca", "El vaixell es va enfonsar, segons Reuters, citant KCNA.", {"KCNA", "Reuters"}},
      {"ru",
       "Судно затонуло в полдень, как сообщает Интерфакс со ссылкой на ЦТАК.",
       {"KCNA", "Interfax"}},
      {"ar",
       "غرقت السفينة ظهرا نقلا عن رويترز عن وكالة الأنباء المركزية الكورية.",
       {"KCNA", "Reuters"}},
      {"de",
       "Das Schiff sank am Mittag, berichtete Reuters unter Berufung auf KCNA.",
       {"KCNA", "Reuters"}},
      {"fr", "Le navire a coulé à midi, selon Reuters, citant KCNA.", {"KCNA", "Reuters"}},
      {"it", "La nave è affondata, riferisce Reuters citando KCNA.", {"KCNA", "Reuters"}},
      {"pt", "O navio afundou, segundo a Reuters, citando a KCNA.", {"KCNA", "Reuters"}},
      {"pl",
       "Statek zatonął w południe, podaje Reuters, powołując się na KCNA.",
       {"KCNA", "Reuters"}},
      {"uk", "Судно затонуло, як повідомляє Reuters із посиланням на KCNA.", {"KCNA", "Reuters"}},
  };
  for (const Case& c : cases) {
    const Article a = read(page(c.language, {c.text}));
    ASSERT_GE(a.hops.size(), 2u) << c.text;
    EXPECT_EQ(a.hops[0].name, c.expected[0]) << c.text;
    EXPECT_EQ(a.hops[1].name, c.expected[1]) << c.text;
    EXPECT_EQ(a.hops[0].evidence.block, 0);
    EXPECT_EQ(a.cited_sources.size(), 2u) << c.text;
    EXPECT_EQ(a.hops.back().role, "publisher");
  }
}

TEST(Chain, EvidenceIsTheNameAsWritten) {
  const Article a = read(page("ru", {"Судно затонуло, сообщает Интерфакс со ссылкой на ЦТАК."}));
  ASSERT_FALSE(a.hops.empty());
  const Evidence& e = a.hops[0].evidence;
  ASSERT_EQ(e.block, 0);
  EXPECT_EQ(a.blocks[0].text.substr(e.range.begin, e.range.size()), "ЦТАК");
}

TEST(Chain, KnowsTheNewsroomsOwnAgencies) {
  const Article a = read(page("tr", {"KHA'nın haberine göre gemi öğlen battı."}));
  EXPECT_THAT(a.cited_sources, ElementsAre("Kuzey Haber Ajansı"));
}

TEST(Cited, OneSourceIsCitedAndMakesNoChain) {
  const Case cases[] = {
      {"en", "Reuters reported that the harbour was closed.", {"Reuters"}},
      {"tr", "Reuters'ın haberine göre liman kapandı.", {"Reuters"}},
      {"vi", "Theo hãng tin Reuters, cảng đã đóng cửa.", {"Reuters"}},
      {"es", "El puerto cerró, informa Europa Press.", {"Europa Press"}},
      {"ca", "El port va tancar, segons l'agència EFE.", {"EFE"}},
      {"ru", "Порт закрыт, передает ТАСС.", {"TASS"}},
      {"ar", "أغلق الميناء بحسب وكالة رويترز.", {"Reuters"}},
      {"de", "Der Hafen ist geschlossen, berichtete die Nachrichtenagentur dpa.", {"dpa"}},
      {"ja", "「ロイター通信」によると港は閉鎖された。", {"Reuters"}},
      {"zh", "据新华社报道，港口已关闭。", {"Xinhua"}},
  };
  for (const Case& c : cases) {
    const Article a = read(page(c.language, {c.text}));
    EXPECT_EQ(a.cited_sources, c.expected) << c.text;
    EXPECT_EQ(a.hops.size(), 1u) << c.text;
  }
}

TEST(Cited, ANameWithoutARelayPhraseIsNoSource) {
  EXPECT_THAT(read(page("en", {"He once bought shares of Reuters in London."})).cited_sources,
              IsEmpty());
}

TEST(Chain, WhoCitesSomebodyThatIsNoMediumIsAChainAlone) {
  const Article a = read(page(
      "en", {"The gates will open, according to Reuters, citing a statement of the ministry."}));
  EXPECT_THAT(chain(a), ElementsAre("source:Reuters", "publisher:Deniz Postası"));
}

// ---- closing lines

TEST(ClosingLine, AuthorAndAgenciesBecomeTheByline) {
  const Article a = read(
      page("vi", {"Con tàu đã cập cảng an toàn vào sáng nay.", "Ngọc Anh (Theo KCNA, Reuters)"}));
  ASSERT_EQ(a.blocks.size(), 1u);
  EXPECT_EQ(a.byline, "Ngọc Anh (Theo KCNA, Reuters)");
  EXPECT_THAT(a.authors, ElementsAre("Ngọc Anh"));
  EXPECT_THAT(a.text_agencies, ElementsAre("KCNA", "Reuters"));
  EXPECT_THAT(chain(a), ElementsAre("agency:KCNA", "agency:Reuters", "author:Ngọc Anh",
                                    "publisher:Deniz Postası"));
  EXPECT_EQ(a.hops[0].evidence.block, Evidence::byline);
  EXPECT_EQ(a.byline.substr(a.hops[0].evidence.range.begin, a.hops[0].evidence.range.size()),
            "KCNA");
}

TEST(ClosingLine, CreditsAreTakenOutInEveryLanguage) {
  const Case cases[] = {
      {"en", "Ngoc Anh (according to KCNA, Reuters)", {"KCNA", "Reuters"}},
      {"en", "Source: Reuters", {"Reuters"}},
      {"en", "(AFP, dpa)", {"AFP", "dpa"}},
      {"en", "© 2026 The Canadian Press", {"The Canadian Press"}},
      {"tr", "Kaynak: AA", {"Anadolu"}},
      {"tr", "Kaynak: Kuzey Haber Ajansı", {"Kuzey Haber Ajansı"}},
      {"ru", "Источник: ТАСС", {"TASS"}},
      {"es", "Fuente: EFE", {"EFE"}},
      {"ca", "Font: ACN", {"ACN"}},
      {"ar", "المصدر: رويترز", {"Reuters"}},
      {"vi", "Nguồn: TTXVN", {"VNA"}},
      {"de", "Quelle: ntv.de, ino/dpa", {"dpa"}},
      {"de", "Quelle: sid/dpa", {"SID", "dpa"}},
      {"de", "(dpa/gem)", {"dpa"}},
      {"pl", "Źródło: PAP", {"PAP"}},
      {"zh", "来源：新华社", {"Xinhua"}},
  };
  for (const Case& c : cases) {
    const Article a = read(
        page(c.language, {"A first paragraph of the text, long enough.", "A second one.", c.text}));
    EXPECT_EQ(a.text_agencies, c.expected) << c.text;
    EXPECT_EQ(a.blocks.size(), 2u) << c.text;
    EXPECT_TRUE(a.text_credit.find(c.text) != std::string::npos || a.byline == c.text)
        << a.text_credit;
  }
}

TEST(ClosingLine, ALabelledAddressGivesAHopAndIsNoText) {
  for (const auto& [language, line] :
       {std::pair{"tr", "Kaynak: https://song-bao.example/bai-123.html"},
        {"en", "Source: https://song-bao.example/bai-123.html"},
        {"fr", "via https://song-bao.example/bai-123.html"}}) {
    const Article a = read(page(language, {"Gemi bu sabah limana yanaştı.", line}));
    ASSERT_EQ(a.blocks.size(), 1u) << line;
    EXPECT_THAT(chain(a), ElementsAre("publisher:song-bao.example", "republisher:Deniz Postası"));
    EXPECT_EQ(a.hops[0].url, "https://song-bao.example/bai-123.html");
    EXPECT_EQ(a.hops[0].evidence.block, Evidence::metadata);
    EXPECT_EQ(a.text_credit.substr(a.hops[0].evidence.range.begin, a.hops[0].evidence.range.size()),
              "https://song-bao.example/bai-123.html");
  }
}

TEST(ClosingLine, ALabelOnALineOfItsOwnGoesWithItsAddress) {
  const Article a = read(page(
      "de", {"Das Schiff liegt im Hafen.", "Quelle:", "https://song-bao.example/bai-123.html"}));
  EXPECT_EQ(a.blocks.size(), 1u);
  EXPECT_THAT(chain(a), ElementsAre("publisher:song-bao.example", "republisher:Deniz Postası"));
}

TEST(ClosingLine, AnAddressWithoutALabelStays) {
  for (const char* line : {"https://song-bao.example/bai-123.html", "www.song-bao.example/hafen",
                           "» http://song-bao.example/"}) {
    const Article a = read(page("de", {"Das Schiff liegt im Hafen.", line}));
    EXPECT_EQ(a.blocks.size(), 2u) << line;
    EXPECT_EQ(a.text_credit, "") << line;
    EXPECT_THAT(chain(a), ElementsAre("publisher:Deniz Postası")) << line;
  }
}

TEST(ClosingLine, ANameUnderTheLastParagraphSignsIt) {
  for (const auto& [language, name] : {std::pair{"de", "Mira Lind-Weber"},
                                       {"en", "Ana O’Dell"},
                                       {"vi", "Ngọc Anh"},
                                       {"ru", "Анна Гавань"}}) {
    const Article a = read(page(language, {"First.", "The ship came back to the port.", name}));
    EXPECT_EQ(a.byline, name);
    EXPECT_THAT(a.authors, ElementsAre(name));
    EXPECT_EQ(a.blocks.size(), 2u);
  }
}

TEST(ClosingLine, AShortLineThatIsNoSignatureStays) {
  const struct {
    const char* language;
    std::vector<std::string> paragraphs;
  } cases[] = {
      {"de", {"Das Los entscheidet am Freitag.", "Viel Erfolg!"}},
      {"de", {"Das Los entscheidet am Freitag.", "Euer HafenHans"}},
      {"de", {"Hafen Nordkai", "Baujahr 1911", "Heutige Nutzung Seemannsheim"}},
      {"en", {"The quay was built in 1911.", "Fear Of Storms?", "Stay below deck until it ends."}},
      {"en", {"The quay was built in 1911.", "1. Mira Lind"}},
      {"en", {"The tent is for two.", "SM Size: 12H X 15W", "MD Size: 14H X 17W"}},
      {"en", {"The coast guard answers.", "Harbour Lights Team"}},
      {"en", {"She sang on the quay.", "Mira Lind", "The people of the port listened to her."}},
  };
  for (const auto& c : cases) {
    const Article a = read(page(c.language, c.paragraphs));
    EXPECT_EQ(a.blocks.size(), c.paragraphs.size()) << c.paragraphs.back();
    EXPECT_THAT(a.authors, IsEmpty()) << c.paragraphs.back();
  }
}

TEST(ClosingLine, ASentenceAboutAnAgencyStays) {
  const Article a = read(
      page("en", {"First.", "The report was taken from Reuters and checked by two people later."}));
  EXPECT_EQ(a.blocks.size(), 2u);
  EXPECT_THAT(a.text_agencies, IsEmpty());
}

TEST(ClosingLine, ABracketAtTheEndOfAParagraphLeavesItsText) {
  const Article a = read(page("de", {"Der Hafen ist zu.", "Das Schiff liegt fest. (AFP, dpa)"}));
  EXPECT_EQ(a.blocks.size(), 2u);
  EXPECT_THAT(a.text_agencies, ElementsAre("AFP", "dpa"));
  EXPECT_EQ(a.hops[0].evidence.block, 1);
}

TEST(ClosingLine, AnotherOutletMakesThisOneTheRepublisher) {
  const Article a = read(page(
      "pl", {"Tekst o morzu i o ludziach.", "Źródło: Dziennik Bałtycki Nowy"}, "Anna Kowalska"));
  EXPECT_THAT(chain(a), ElementsAre("publisher:Dziennik Bałtycki Nowy", "author:Anna Kowalska",
                                    "republisher:Deniz Postası"));
}

TEST(ClosingLine, ThePagesOwnNameIsNoSource) {
  EXPECT_THAT(chain(read(page("tr", {"Gemi limana yanaştı.", "Kaynak: Deniz Postası"}))),
              ElementsAre("publisher:Deniz Postası"));
}

TEST(ClosingLine, WhoTookThePictureIsNoAuthor) {
  const Article a =
      read(page("pt", {"O gelo quebrou na segunda-feira, disse o mestre do porto de Norrvik.",
                       "Fonte: Agência Brasil - Foto: Caio Bragança/Porto de Norrvik"}));
  EXPECT_THAT(a.authors, IsEmpty());
  EXPECT_THAT(a.text_agencies, ElementsAre("Agência Brasil"));
  for (const Hop& hop : a.hops) EXPECT_NE(hop.name, "Porto de Norrvik");
}

TEST(ClosingLine, ADateIsNoOutlet) {
  const Article a = read(page(
      "ar", {"انكسر الجليد يوم الاثنين، قال رئيس الميناء.", "المصدر: رويترز التاريخ: يونيو 2020"}));
  for (const Hop& hop : a.hops) EXPECT_EQ(hop.name.find("2020"), std::string::npos);
}

TEST(ClosingLine, NamesTheTranslator) {
  const Case cases[] = {{"de", "Aus dem Englischen von Jan Doll", {}},
                        {"en", "Translated by Jan Doll", {}},
                        {"tr", "Çeviren: Jan Doll", {}},
                        {"es", "Traducción: Jan Doll", {}},
                        {"ca", "Traducció: Jan Doll", {}},
                        {"vi", "Dịch: Jan Doll", {}},
                        {"ru", "Перевод: Иван Долин", {}},
                        {"fr", "Traduit par Jan Doll", {}}};
  for (const Case& c : cases) {
    const Article a = read(page(c.language, {"One paragraph.", "Another paragraph.", c.text}));
    ASSERT_EQ(a.hops.size(), 2u) << c.text;
    EXPECT_EQ(a.hops[0].role, "translator") << c.text;
  }
}

// ---- bylines

TEST(Byline, GivesNamesOnly) {
  struct {
    const char *language, *byline;
    std::vector<std::string> authors, agencies;
  } const cases[] = {
      {"en", "By Gopal Sharma", {"Gopal Sharma"}, {}},
      {"en",
       "By STEVE PEOPLES, THOMAS BEAUMONT and AMELIA STONE",
       {"Steve Peoples", "Thomas Beaumont", "Amelia Stone"},
       {}},
      {"en", "By Reuters", {}, {"Reuters"}},
      {"en", "By Jane Doe and John Roe The Associated Press", {"Jane Doe", "John Roe"}, {"AP"}},
      {"en", "Jane Doe, Political Editor", {"Jane Doe"}, {}},
      {"en", "Reuters Staff", {}, {"Reuters"}},
      {"en", "Written by Harbour Lights Team", {}, {}},
      {"en", "1 Min Read", {}, {}},
      {"en", "Tuesday, 08 Apr 2026 11:39 PM GST", {}, {}},
      {"en", "The Salty Gull", {}, {}},
      {"en", "Letters To The Editor", {}, {}},
      {"en", "PINEMOORPOST.COM", {}, {}},
      {"en", "May 24, 2026 Jane Doe", {"Jane Doe"}, {}},
      {"en", "J.K. Doe", {"J.K. Doe"}, {}},
      {"de", "Redaktion Hafenwacht Nordkai", {}, {}},
      {"de", "Von Mira Lind-Krone", {"Mira Lind-Krone"}, {}},
      {"de",
       "Von Felix Schröder und Jörg Soldwisch, dpa",
       {"Felix Schröder", "Jörg Soldwisch"},
       {"dpa"}},
      {"de", "SDA/sep", {}, {"SDA"}},
      {"de", "Von Vivien Valentin, Redakteurin", {"Vivien Valentin"}, {}},
      {"de", "dpa MM-Redaktion", {}, {"dpa"}},
      {"tr", "Anadolu Ajansı", {}, {"Anadolu"}},
      {"tr", "Fatma Sevinç Çetin", {"Fatma Sevinç Çetin"}, {}},
      {"tr", "Haber: Ayşe Deniz, Mehmet Kaya", {"Ayşe Deniz", "Mehmet Kaya"}, {}},
      {"es", "EFE", {}, {"EFE"}},
      {"es", "Por María Pérez y Juan Soto", {"María Pérez", "Juan Soto"}, {}},
      {"es", "María Pérez Corresponsal en Atenas", {"María Pérez"}, {}},
      {"ca", "Per Jordi Puig i Marta Soler", {"Jordi Puig", "Marta Soler"}, {}},
      {"fr", "Par Le Figaro et AFP", {}, {"AFP"}},
      {"fr", "Par Nicolas Gutier C.", {"Nicolas Gutier C."}, {}},
      {"it", "di Viviana Mazzi", {"Viviana Mazzi"}, {}},
      {"ru", "Автор: Иван Петров, корреспондент", {"Иван Петров"}, {}},
      {"ru", "РИА Новости", {}, {"RIA Novosti"}},
      {"vi", "Ngọc Anh", {"Ngọc Anh"}, {}},
      {"ar", "حوار: آسيا العتروس", {"آسيا العتروس"}, {}},
      {"ar", "كتب: أحمد علي", {"أحمد علي"}, {}},
      {"pt", "Luana Patrício / Rafael Félix", {"Luana Patrício", "Rafael Félix"}, {}},
  };
  for (const auto& c : cases) {
    const Article a = read(page(c.language, {"Text."}, c.byline));
    EXPECT_EQ(a.authors, c.authors) << c.byline;
    EXPECT_EQ(a.text_agencies, c.agencies) << c.byline;
  }
}

TEST(Byline, NamesThatExtractionKnowsStayWholeAndInOrder) {
  const struct {
    std::string byline;
    std::vector<std::string> known, expected;
  } cases[] = {
      {"Von Dr. Mira Lind, Dr. Jan Weiß", {"Dr. Mira Lind", "Dr. Jan Weiß"}, {}},
      {"April Lind, Jan O'Dell", {"April Lind", "Jan O'Dell"}, {}},
      {"by Mira Lind @mira_lind May 1", {"Mira Lind"}, {}},
      {"Mira Lind Veröffentlicht", {"Mira Lind"}, {}},
      {"Mira Lind", {"Von Mira Lind Extra"}, {"Mira Lind"}},
  };
  for (const auto& c : cases) {
    Article a = page("de", {"Text."}, c.byline);
    a.authors = c.known;
    EXPECT_EQ(read(a).authors, c.expected.empty() ? c.known : c.expected) << c.byline;
  }
}

TEST(Byline, APersonsOwnSiteMayBearTheNameInAnotherCase) {
  Article a = page("en", {"Text."}, "mira lind");
  a.authors = {"mira lind"};
  a.outlet = "Mira Lind";
  EXPECT_THAT(read(a).authors, ElementsAre("mira lind"));
  a.outlet = "mira";
  a.authors = {"mira"};
  EXPECT_THAT(read(a).authors, IsEmpty());
}

TEST(Byline, KeepsTheWordInBracketsWithinAName) {
  Article a = page("en", {"Text."}, "Ana (R.L.) Weiß");
  a.authors = {"Ana (R.L.) Weiß"};
  EXPECT_THAT(read(a).authors, ElementsAre("Ana (R.L.) Weiß"));
}

TEST(Byline, StructuredDataFillsAnEmptyOne) {
  Article a = page("en", {"Text."});
  a.authors = {"Jane Doe", "Reuters", "Deniz Postası"};
  a = read(a);
  EXPECT_THAT(a.authors, ElementsAre("Jane Doe"));
  EXPECT_THAT(a.text_agencies, ElementsAre("Reuters"));
}

// ---- datelines

TEST(DatelineTest, GivesPlaceDateAndAgency) {
  struct {
    const char *language, *text, *place, *agency, *date;
  } const cases[] = {
      {"en", "KATHMANDU, April 25 (Reuters) - A plane landed.", "KATHMANDU", "Reuters", "April 25"},
      {"en", "MEXICO CITY (AP) — A plane landed.", "MEXICO CITY", "AP", ""},
      {"en", "LA CROSSE, Wis. (AP) — A plane landed.", "LA CROSSE, Wis.", "AP", ""},
      {"en", "AUBURN, Wash. — A plane landed.", "AUBURN, Wash.", "", ""},
      {"es", "MADRID (EFE).- Un avión aterrizó.", "MADRID", "EFE", ""},
      {"es", "Madrid, 15 oct (EFE).- Un avión aterrizó.", "Madrid", "EFE", "15 oct"},
      {"tr", "ANKARA (AA) - Uçak indi.", "ANKARA", "Anadolu", ""},
      {"vi", "HÀ NỘI, 15/8 (VNA) – Máy bay đã hạ cánh.", "HÀ NỘI", "VNA", "15/8"},
      {"ru", "МОСКВА, 25 апр — РИА Новости. Самолет приземлился.", "МОСКВА", "RIA Novosti",
       "25 апр"},
      {"ru", "МОСКВА, 25 апреля. /ТАСС/. Самолет приземлился.", "МОСКВА", "TASS", "25 апреля"},
      {"ar", "القاهرة (رويترز) – هبطت الطائرة.", "القاهرة", "Reuters", ""},
      {"de", "Riad (dpa) - Das Flugzeug ist gelandet.", "Riad", "dpa", ""},
      {"de", "London/Teheran (dpa) - Das Flugzeug ist gelandet.", "London/Teheran", "dpa", ""},
      {"zh", "新华社北京4月24日电 飞机已降落。", "北京", "Xinhua", "4月24日"},
      {"ja", "【ソウル＝山田花子】飛行機が着陸した。", "ソウル", "", ""},
  };
  for (const auto& c : cases) {
    const Article a = read(page(c.language, {c.text}));
    EXPECT_EQ(a.dateline.place, c.place) << c.text;
    EXPECT_EQ(a.dateline.agency, c.agency) << c.text;
    EXPECT_EQ(a.dateline.date, c.date) << c.text;
    EXPECT_EQ(a.text_agencies.size(), *c.agency ? 1u : 0u) << c.text;
  }
}

TEST(DatelineTest, OneGivenBesideTheTextStaysWhereTheTextHasNone) {
  Article a = page("en", {"A plane landed."});
  a.dateline = {"NORRVIK", "Havsbild", "Nov 25"};
  EXPECT_EQ(read(a).dateline, a.dateline);
  Article b = page("en", {"OSLO (AP) — A plane landed."});
  b.dateline = a.dateline;
  EXPECT_EQ(read(b).dateline.place, "OSLO");
}

TEST(DatelineTest, AnOrdinarySentenceHasNone) {
  for (const char* text : {"London is large (see Reuters).", "NATO — the alliance — met.",
                           "He said: no.", "In Paris, on Monday, it rained."})
    EXPECT_EQ(read(page("en", {text})).dateline.agency, "") << text;
}

// ---- the whole

TEST(Attribute, DatesHaveEvidence) {
  Article a = page("tr", {"Gemi 15 Ağustos 2026 günü yanaştı."});
  a.published = parse_iso8601("2026-08-20");
  a = read(a);
  ASSERT_EQ(a.dates.size(), 1u);
  EXPECT_EQ(a.dates[0].resolved, "2026-08-15");
  EXPECT_EQ(
      a.blocks[0].text.substr(a.dates[0].evidence.range.begin, a.dates[0].evidence.range.size()),
      a.dates[0].text);
}

TEST(Attribute, IsIdempotent) {
  Article a = page(
      "vi", {"HÀ NỘI, 15/8 (VNA) – Theo Reuters, dẫn KCNA, ông Kim Sol nói: \"Chúng ta sẽ gặp lại "
             "vào mùa xuân\".",
             "Nguồn: https://song-bao.example/1", "Ngọc Anh (Theo KCNA, Reuters)", "Nguồn: TTXVN"});
  a.blocks.push_back(figure("Cảng. Ảnh: Trần An/TTXVN"));
  a.authors = {"Ngọc Anh"};
  const Article once = read(a);
  EXPECT_EQ(read(once), once) << to_json(read(once)).dump_pretty() << to_json(once).dump_pretty();
}

TEST(Attribute, ForeignMarkupIsOnlyText) {
  Article a = page("en",
                   {"<script>alert(1)</script> “<b>bold words in here</b>,” said Ann Lee.",
                    "Source: <img src=x>"},
                   "<b>By Jane Doe</b>");
  a.blocks.push_back(figure("<i>A harbour</i>. Photo: <b>Reuters</b>"));
  EXPECT_EQ(read(read(a)), read(a));
}

TEST(AttributionDataTest, SaysWhichFolderIsMissing) {
  const auto result = AttributionData::load("/nonexistent-kaynak");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
  EXPECT_NE(result.error().detail.find("agencies.toml"), std::string::npos);
}

}  // namespace
}  // namespace kaynak
