#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"
#include "model/json.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Hop declared(std::string role, std::string name, std::string url, std::string proof) {
  Hop hop{std::move(role), std::move(name), std::move(url), {}};
  hop.proof = std::move(proof);
  return hop;
}

Hop line(std::string text, std::string where, std::string url = {}) {
  return declared("credit", std::move(text), std::move(url), "line " + where + " the text");
}

const Hop* find(const Article& article, std::string_view name) {
  for (const Hop& hop : article.hops)
    if (hop.name == name) return &hop;
  return nullptr;
}

Article again(const Article& article) { return read(article); }

// ---- lines beside the text

TEST(LinesBeside, CreditAgencies) {
  const struct {
    const char *language, *text, *where;
    std::vector<std::string> agencies;
  } cases[] = {
      {"de", "von APA", "before", {"APA"}},
      {"en", "AFP, NORRVIK", "before", {"AFP"}},
      {"de", "Reuters, Mira Lind", "before", {"Reuters"}},
      {"tr", "Anadolu Ajansı", "before", {"Anadolu"}},
      {"de", "(KNA, DR)", "within", {"KNA"}},
      {"de", "Weitere Quellen • AP", "after", {"AP"}},
      {"en", "© 2026 The Canadian Press", "after", {"The Canadian Press"}},
      {"de", "© dpa-infocom, dpa:260424-99-1/2", "after", {"dpa"}},
      {"fr", "Avec AFP", "after", {"AFP"}},
      {"es", "Redacción / EFE", "before", {"EFE"}},
      {"ru", "Источник: ТАСС", "after", {"TASS"}},
      {"zh", "深夜新闻 2026-06-04 来源：新华社", "before", {"Xinhua"}},
      {"de", "Reuters/kra Frankfurt", "within", {"Reuters"}},
  };
  for (const auto& c : cases) {
    Article a = page(c.language, {"Das Schiff liegt seit gestern fest."}, "Mira Lind");
    a.declared = {line(c.text, c.where)};
    a = read(a);
    EXPECT_EQ(a.text_agencies, c.agencies) << c.text;
    EXPECT_EQ(again(a), a) << c.text << to_json(again(a)).dump_pretty();
  }
}

TEST(LinesBeside, OfPicturesButtonsAndTagsCreditNobody) {
  const struct {
    const char *language, *text, *where;
  } cases[] = {
      {"de", "Bloomberg/Benjamin Gir", "before"},
      {"en", "Photo: AFP", "before"},
      {"de", "© Dieter Mai (KNA)", "before"},
      {"en", "AA", "before"},
      {"en", "Jane Doe/Reuters", "within"},
      {"en", "Reuters", "within"},
      {"de", "Mehr News", "after"},
      {"de", "Stand: 10:49 Uhr", "after"},
      {"en", "View Large Map", "after"},
      {"en", "Why Reuters was wrong about the sea", "after"},
      {"de", "Copyright: Gisa Wender", "after"},
  };
  for (const auto& c : cases) {
    Article a = page(c.language, {"Das Schiff liegt seit gestern fest."}, "Mira Lind");
    a.declared = {line("nothing", "after"), line("Tags", "after"), line(c.text, c.where)};
    a = read(a);
    EXPECT_THAT(a.text_agencies, IsEmpty()) << c.text;
    EXPECT_THAT(a.declared, IsEmpty()) << c.text;
    EXPECT_THAT(chain(a), ElementsAre("author:Mira Lind", "publisher:Deniz Postası")) << c.text;
  }
}

TEST(LinesBeside, AFigureKeepsItsCredit) {
  Article a = page("en", {"A ship came in."}, "Jane Doe");
  a.blocks.push_back(figure("The harbour.", "AFP"));
  a.declared = {line("AFP", "before")};
  EXPECT_THAT(read(a).text_agencies, IsEmpty());
}

TEST(LinesBeside, ALabelGoesWithTheNextLine) {
  Article a = page("de", {"Das Schiff liegt fest."});
  a.declared = {line("von", "before"), line("dpa", "before")};
  a = read(a);
  EXPECT_EQ(a.byline, "von dpa");
  EXPECT_THAT(chain(a), ElementsAre("agency:dpa", "publisher:Deniz Postası"));
  EXPECT_EQ(again(a), a);
}

TEST(LinesBeside, AreLessSureThanTheText) {
  Article a = page("pl", {"Statek przypłynął."}, "Anna Kowalska");
  a.declared = {line("Źródło: PAP", "after")};
  a = read(a);
  ASSERT_NE(find(a, "PAP"), nullptr);
  EXPECT_LT(find(a, "PAP")->confidence, 1);
  EXPECT_GE(find(a, "PAP")->confidence, doubtful_below);
  const Evidence& e = find(a, "PAP")->evidence;
  EXPECT_EQ(e.block, Evidence::metadata);
  EXPECT_EQ(a.text_credit.substr(e.range.begin, e.range.size()), "PAP");
}

TEST(LinesBeside, ABarInALineIsNoneBetweenLines) {
  Article a =
      page("de", {"Das Schiff liegt fest.", "1.12.2026 | Quelle: Abendkurier Nord | Seite 2"});
  a.blocks.push_back(paragraph("Quelle: dpa | Stand 12 Uhr"));
  a = read(a);
  EXPECT_EQ(again(a), a) << to_json(again(a)).dump_pretty();
}

// ---- what the data declares

TEST(Declared, AgenciesOfTheDataAreHopsWithTheirProof) {
  Article a = page("en", {"A ship came in."}, "Jane Doe");
  a.declared = {declared("source", "Deutsche Presse-Agentur", "",
                         "sourceOrganization Deutsche Presse-Agentur")};
  a = read(a);
  EXPECT_THAT(chain(a), ElementsAre("agency:dpa", "author:Jane Doe", "publisher:Deniz Postası"));
  EXPECT_EQ(a.hops[0].proof, "sourceOrganization Deutsche Presse-Agentur");
  EXPECT_LT(a.hops[0].confidence, 1);
  EXPECT_EQ(again(a), a);
}

TEST(Declared, AHolderThatContradictsTheVisibleCreditIsDoubtful) {
  Article a = page("en", {"A ship came in. (AFP)"});
  a.declared = {declared("source", "dpa", "", "copyrightHolder dpa")};
  a = read(a);
  EXPECT_THAT(a.text_agencies, ElementsAre("AFP"));
  ASSERT_NE(find(a, "dpa"), nullptr);
  EXPECT_LT(find(a, "dpa")->confidence, doubtful_below);
}

TEST(Declared, AnUnknownHolderMakesNoClaim) {
  Article a = page("en", {"A ship came in."});
  a.declared = {
      declared("source", "Nordlicht Holding GmbH", "", "copyrightHolder Nordlicht Holding GmbH")};
  EXPECT_THAT(chain(read(a)), ElementsAre("publisher:Deniz Postası"));
}

TEST(Declared, TheWorkItIsBasedOnIsTheFirstPublishers) {
  Article a = page("tr", {"Gemi limana yanaştı."});
  a.declared = {declared("publisher", "song-bao.example", "https://song-bao.example/1",
                         "isBasedOn https://song-bao.example/1")};
  a.declared[0].language = LanguageTag("vi");
  a = read(a);
  EXPECT_THAT(chain(a), ElementsAre("publisher:song-bao.example", "republisher:Deniz Postası"));
  EXPECT_EQ(a.hops[0].url, "https://song-bao.example/1");
  EXPECT_EQ(a.hops[0].language.value, "vi");
  EXPECT_EQ(a.hops[0].proof, "isBasedOn https://song-bao.example/1");
  EXPECT_EQ(again(a), a);
}

TEST(Declared, AnOriginThatContradictsTheSourceLineIsDoubtfulAndMakesNoRepublisher) {
  Article a = page("en", {"A ship came in.", "Source: Evening Courier North"});
  a.declared = {declared("publisher", "other.example", "https://other.example/1",
                         "canonical https://other.example/1")};
  a = read(a);
  ASSERT_NE(find(a, "other.example"), nullptr);
  EXPECT_LT(find(a, "other.example")->confidence, doubtful_below);
  EXPECT_EQ(a.hops.back().role, "republisher");
}

TEST(Declared, TheAddressOfACreditedOutletIsTaken) {
  Article a = page("de", {"Das Schiff liegt fest."});
  a.blocks.push_back(paragraph("Quelle: Abendkurier Nord"));
  const auto at = static_cast<std::uint32_t>(a.blocks[1].text.find("Abendkurier"));
  a.blocks[1].spans = {{SpanKind::link,
                        {at, static_cast<std::uint32_t>(a.blocks[1].text.size())},
                        "https://abendkurier.example/hafen/7"}};
  a = read(a);
  EXPECT_EQ(a.blocks.size(), 1u);
  EXPECT_THAT(chain(a), ElementsAre("publisher:Abendkurier Nord", "republisher:Deniz Postası"));
  EXPECT_EQ(a.hops[0].url, "https://abendkurier.example/hafen/7");
  EXPECT_EQ(again(a), a) << to_json(again(a)).dump_pretty();
}

// ---- order

TEST(Order, ATranslatedTextWasWrittenBeforeItWasPublished) {
  const Article a = read(page("de",
                              {"Ein Text.", "Noch ein Absatz.", "Aus dem Englischen von Jan Doll",
                               "Copyright: Project Syndicate, 2026"},
                              "Anne Lind"));
  EXPECT_THAT(chain(a), ElementsAre("author:Anne Lind", "publisher:Project Syndicate",
                                    "translator:Jan Doll", "republisher:Deniz Postası"));
}

TEST(Order, AnAgencyPassesOnWhatAnOutletPublished) {
  EXPECT_THAT(chain(read(page("en", {"KVELLER via JTA — A judge was sworn in."}, "Emily Bur"))),
              ElementsAre("publisher:Kveller", "agency:JTA", "author:Emily Bur",
                          "publisher:Deniz Postası"));
}

TEST(Order, AnOutletTakesWhatAnAgencyCarried) {
  Article a = page("zh", {"新华社北京4月24日电 飞机已降落在机场。"});
  a.declared = {line("2026年04月24日23:52 来源：新华网", "before")};
  EXPECT_THAT(chain(read(a)),
              ElementsAre("agency:Xinhua", "publisher:新华网", "republisher:Deniz Postası"));
}

TEST(Order, ThePageItselfIsProvedByWhatStatesItsName) {
  Article a = page("en", {"A ship came in."});
  a.published = parse_iso8601("2026-08-20");
  a.declared = {declared("outlet", "Deniz Postası", "", "og:site_name Deniz Postası")};
  a = read(a);
  ASSERT_EQ(a.hops.size(), 1u);
  EXPECT_EQ(a.hops[0].proof, "og:site_name Deniz Postası");
  EXPECT_EQ(a.hops[0].language.value, "en");
  EXPECT_EQ(a.hops[0].date.substr(0, 10), "2026-08-20");
  EXPECT_EQ(a.hops[0].evidence.block, Evidence::none);
}

TEST(Order, EveryClaimHasEvidenceOrProof) {
  Article a = page("de",
                   {"Riad (dpa) - Das Schiff, berichtete Reuters unter Berufung auf KCNA.",
                    "Quelle: https://song-bao.example/1"},
                   "Von Mira Lind, AFP");
  a.authors = {"Mira Lind", "Jan Weiß"};
  for (const Hop& hop : read(a).hops)
    EXPECT_TRUE(!hop.evidence.range.empty() || !hop.proof.empty()) << hop.role << hop.name;
}

// ---- interviews

TEST(Interview, NamesWhomItIsWith) {
  Article a = page("de",
                   {"Wir haben mit Milan Dahl, einem Fischer aus Norrvik, gesprochen.",
                    "Wie geht es dem Hafen?", "Gut, sagen die einen.", "Und den Schiffen?",
                    "Die liegen fest.", "Was kommt nun?", "Der Winter."},
                   "Mira Lind");
  a.headline = "Der Hafen im Winter: Interview mit einem Fischer";
  a.blocks[0].lead = true;
  a = read(a);
  EXPECT_THAT(chain(a),
              ElementsAre("speaker:Milan Dahl", "author:Mira Lind", "publisher:Deniz Postası"));
  EXPECT_EQ(
      a.blocks[0].text.substr(a.hops[0].evidence.range.begin, a.hops[0].evidence.range.size()),
      "Milan Dahl");
}

TEST(Interview, QuestionsAloneMakeNone) {
  Article a = page("en",
                   {"Ann Lee keeps a shop.", "How old is it?", "Who built it?",
                    "What does it sell?", "It sells ropes."},
                   "Jane Doe");
  a.headline = "A shop by the sea";
  EXPECT_THAT(chain(read(a)), ElementsAre("author:Jane Doe", "publisher:Deniz Postası"));
}

TEST(Interview, AFirmIsNoSpeaker) {
  Article a = page("de",
                   {"Im Interview mit Havsbild Medien GmbH geht es um Geld.", "Wie viel?", "Viel.",
                    "Woher?", "Von hier.", "Wohin?"},
                   "Mira Lind");
  a.blocks[0].lead = true;
  EXPECT_THAT(chain(read(a)), ElementsAre("author:Mira Lind", "publisher:Deniz Postası"));
}

// ---- adversarial bylines

TEST(Carrier, APersonMayBearAnAgencysName) {
  const Article a = read(page("de", {"Das Schiff liegt fest."}, "Von Peter Reuter"));
  EXPECT_THAT(a.authors, ElementsAre("Peter Reuter"));
  EXPECT_THAT(a.text_agencies, IsEmpty());
  EXPECT_THAT(read(page("en", {"A ship."}, "By Paris Lind")).authors, ElementsAre("Paris Lind"));
}

TEST(Carrier, AnAgencyThatTheTextOnlyNamesIsNone) {
  for (const auto& [language, text] : {std::pair{"en", "The harbour is closed, Reuters reported."},
                                       {"de", "Der Hafen ist zu, meldete die dpa."},
                                       {"es", "El puerto cerró, según EFE."},
                                       {"fr", "Le port est fermé, selon l'AFP."},
                                       {"tr", "Liman kapandı, AA'nın haberine göre."}}) {
    const Article a = read(page(language, {text, "Ein zweiter Absatz."}, "Mira Lind"));
    EXPECT_THAT(a.text_agencies, IsEmpty()) << text;
    EXPECT_EQ(a.cited_sources.size(), 1u) << text;
  }
}

TEST(Carrier, IsToldByHowItsTextsEndWhereNoneIsNamed) {
  const std::string text = "If the case reaches the court, it may not be heard this term.";
  const auto carriers = [&](const std::string& closing) {
    Article a;
    a.language = LanguageTag("en");
    a.outlet = "Norrvik Courier";
    a.blocks = {paragraph(text), paragraph(text), paragraph(text + closing)};
    return attribute(a, data());
  };
  const Article told = carriers(
      " (Reporting by Maja Lind; Additional reporting by Olof Berg; Editing by Will Strand)");
  EXPECT_THAT(told.text_agencies, ElementsAre("Reuters"));
  const auto hop = std::find_if(told.hops.begin(), told.hops.end(),
                                [](const Hop& h) { return h.role == "agency"; });
  ASSERT_NE(hop, told.hops.end());
  EXPECT_LT(hop->confidence, 0.8);
  EXPECT_EQ(told.blocks[2].text.substr(hop->evidence.range.begin, 10), "(Reporting");
  EXPECT_THAT(carriers(" (Reporting by Maja Lind)").text_agencies, IsEmpty());
  EXPECT_THAT(carriers(" He said he liked editing by night, and reporting by day.").text_agencies,
              IsEmpty());
}

TEST(Carrier, BylinesOfManyFormsNameTheirs) {
  const struct {
    const char *language, *byline;
    std::vector<std::string> authors, agencies;
  } cases[] = {
      {"en", "AP, Seoul", {}, {"AP"}},
      {"de", "mit Material von dpa", {}, {"dpa"}},
      {"de", "von Mira Lind mit dpa", {"Mira Lind"}, {"dpa"}},
      {"de", "(AFP, dpa)", {}, {"AFP", "dpa"}},
      {"de", "dpa/ino", {}, {"dpa"}},
      {"es", "Redacción / EFE", {}, {"EFE"}},
      {"fr", "Par Anne Dumas avec AFP", {"Anne Dumas"}, {"AFP"}},
      {"fr", "Par A. Dumas avec AFP", {"A. Dumas"}, {"AFP"}},
      {"ru", "Текст: Анна Гавань", {"Анна Гавань"}, {}},
      {"vi", "Ngọc Anh (theo KCNA, Reuters)", {"Ngọc Anh"}, {"KCNA", "Reuters"}},
      {"en", "Jane Doe (according to KCNA, Reuters)", {"Jane Doe"}, {"KCNA", "Reuters"}},
      {"it", "di Anna Costa, ANSA", {"Anna Costa"}, {"ANSA"}},
      {"pt", "Por Ana Lima, com Lusa", {"Ana Lima"}, {"Lusa"}},
      {"pl", "Anna Kowalska, PAP", {"Anna Kowalska"}, {"PAP"}},
  };
  for (const auto& c : cases) {
    const Article a = read(page(c.language, {"Text."}, c.byline));
    EXPECT_EQ(a.authors, c.authors) << c.byline;
    EXPECT_EQ(a.text_agencies, c.agencies) << c.byline;
  }
}

TEST(SourceLine, LeadsBackInEveryLanguage) {
  for (const auto& [language, text] : {std::pair{"tr", "Kaynak: Akşam Gazetesi Kuzey"},
                                       {"vi", "Nguồn: Báo Biển Xanh"},
                                       {"de", "Quelle: Abendkurier Nord"},
                                       {"es", "Fuente: Diario del Puerto"},
                                       {"ru", "Источник: Северный Вестник"},
                                       {"ar", "المصدر: جريدة الميناء"},
                                       {"zh", "来源：海港晚报"},
                                       {"en", "Source: Evening Courier North"},
                                       {"pl", "Źródło: Kurier Portowy"},
                                       {"fr", "Source : Courrier du Port"},
                                       {"it", "Fonte: Corriere del Porto"},
                                       {"pt", "Fonte: Diário do Cais"},
                                       {"uk", "Джерело: Портовий Вісник"},
                                       {"ca", "Font: Diari del Moll"},
                                       {"ja", "出典：港夕刊"}}) {
    const std::string_view tag = language;
    const bool latin = tag != "ar" && tag != "zh" && tag != "ja";
    const char* first = latin ? "Gemi bu sabah limana yanaştı ve yolcular indi."
                        : tag == "ar"
                            ? "وصلت السفينة هذا الصباح إلى الميناء ونزل الركاب منها بسلام."
                            : "今天早上船已抵达港口，乘客下了船。";
    const char* second = latin         ? "Bir paragraf daha var."
                         : tag == "ar" ? "وقال القبطان إن الرحلة كانت طويلة وصعبة بسبب العاصفة."
                                       : "船长说，这次航行因暴风雨而漫长。";
    const Article a = read(page(language, {first, second, text}));
    EXPECT_EQ(a.blocks.size(), 2u) << text;
    ASSERT_EQ(a.hops.size(), 2u) << text;
    EXPECT_EQ(a.hops[0].role, "publisher") << text;
    EXPECT_EQ(a.hops[1].role, "republisher") << text;
    EXPECT_EQ(again(a), a) << text;
  }
}

}  // namespace
}  // namespace kaynak
