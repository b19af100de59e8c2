#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Shape {
  const char *language, *text, *place;
  std::vector<std::string> agencies;
};

TEST(DatelineShapes, AreReadInEveryLanguage) {
  const Shape cases[] = {
      {"en",
       "NORRVIK, Sweden, April 25 (Reuters) - A ship came in.",
       "NORRVIK, Sweden",
       {"Reuters"}},
      {"en", "NORRVIK (AP) — A ship came in.", "NORRVIK", {"AP"}},
      {"fr", "PARIS, 12 juin (AFP) - Un navire est arrivé.", "PARIS", {"AFP"}},
      {"es", "Madrid, 3 mar (EFE).- Un barco llegó.", "Madrid", {"EFE"}},
      {"tr", "ANKARA (AA) - Gemi geldi.", "ANKARA", {"Anadolu"}},
      {"ru", "МОСКВА, 5 мар — РИА Новости. Судно пришло.", "МОСКВА", {"RIA Novosti"}},
      {"ru", "МОСКВА, 5 марта. /ТАСС/. Судно пришло.", "МОСКВА", {"TASS"}},
      {"ar", "القاهرة (رويترز) - وصلت السفينة.", "القاهرة", {"Reuters"}},
      {"it", "(ANSA) - ROMA, 12 GIU - Una nave è arrivata.", "ROMA", {"ANSA"}},
      {"pl", "Warszawa (PAP) – Statek przypłynął.", "Warszawa", {"PAP"}},
      {"sv", "STOCKHOLM (TT) Ett fartyg kom in.", "STOCKHOLM", {"TT"}},
      {"de", "Stuttgart (dpa/lsw) - Ein Schiff kam an.", "Stuttgart", {"dpa"}},
      {"de", "Berlin (AFP, dpa) - Ein Schiff kam an.", "Berlin", {"AFP", "dpa"}},
      {"vi", "Hà Nội (TTXVN 15/8) - Con tàu đã đến.", "Hà Nội", {"VNA"}},
      {"zh", "新华社北京4月24日电（记者李尕、王小海）船已抵达港口。", "北京", {"Xinhua"}},
      {"ja", "【ソウル＝山田花子】船が着いた。", "ソウル", {}},
      {"ja", "【北京共同】船が着いた。", "北京", {"Kyodo"}},
      {"ja", "［東京 ４日 ロイター］ - 船が着いた。", "東京", {"Reuters"}},
      {"ko", "(서울=연합뉴스) 홍길동 기자 = 배가 도착했다.", "서울", {"Yonhap"}},
      {"es", "Washington.- Un barco llegó al puerto.", "Washington", {}},
      {"en", "KVELLER via JTA — A ship came in.", "", {"JTA"}},
  };
  for (const Shape& c : cases) {
    const Article a = read(page(c.language, {c.text}));
    EXPECT_EQ(a.dateline.place, c.place) << c.text;
    EXPECT_EQ(a.text_agencies, c.agencies) << c.text;
    if (!c.agencies.empty()) {
      const Hop& hop = a.hops[*c.place ? 0 : 1];
      EXPECT_EQ(hop.role, "agency") << c.text;
      ASSERT_EQ(hop.evidence.block, 0) << c.text;
      EXPECT_LE(hop.evidence.range.end, a.blocks[0].text.size());
      EXPECT_FALSE(hop.evidence.range.empty()) << c.text;
    }
  }
}

TEST(DatelineShapes, GiveTheReportersNamedInThem) {
  EXPECT_THAT(read(page("zh", {"新华社北京4月24日电（记者李尕、王小海）船已抵达。"})).authors,
              ElementsAre("李尕", "王小海"));
  EXPECT_THAT(read(page("ja", {"【ソウル＝山田花子】船が着いた。"})).authors,
              ElementsAre("山田花子"));
}

TEST(DatelineShapes, APlaceBeforeAFullStopIsOneThatTheTextNamesAgain) {
  const Article named = read(page(
      "de", {"Riad. Das Schiff ist angekommen.", "Die Hafenarbeiter in Riad warten seit Montag."}));
  EXPECT_EQ(named.dateline.place, "Riad");
  for (const auto& text : {"Schluss. Das Schiff ist fort.", "Exklusiv: Das Schiff ist fort.",
                           "Riad. Das Schiff ist angekommen."})
    EXPECT_EQ(read(page("de", {text, "Am Schluss blieb ein Exklusiv-Bericht."})).dateline.place, "")
        << text;
}

TEST(DatelineShapes, AKickerInCapitalsIsNoPlace) {
  for (const auto& [language, text] : {std::pair{"fr", "EXCLUSIF - Le navire est arrivé au port."},
                                       {"en", "WATCH: The ship comes into port."},
                                       {"es", "VIDEO - El barco llega al puerto."},
                                       {"en", "CHINESE AGGRESSION: The ship was followed."}})
    EXPECT_TRUE(read(page(language, {text, "Nobody was hurt."})).dateline.empty()) << text;
}

TEST(DatelineShapes, StandInTheByline) {
  const Article a = read(page("en", {"A ship came in."}, "AFP, NORRVIK"));
  EXPECT_EQ(a.dateline.place, "NORRVIK");
  EXPECT_EQ(a.dateline.agency, "AFP");
  const Article b = read(page("tr", {"Gemi geldi."}, "Ahmet Kaya, ANKARA (AA)"));
  EXPECT_EQ(b.dateline.place, "ANKARA");
  EXPECT_THAT(b.authors, ElementsAre("Ahmet Kaya"));
  EXPECT_THAT(b.text_agencies, ElementsAre("Anadolu"));
}

Hop beside(std::string line, std::string where = "line before the text") {
  Hop hop{"credit", std::move(line), {}, {}};
  hop.proof = std::move(where);
  return hop;
}

TEST(DatelineShapes, StandOnALineBesideTheText) {
  Article a = page("en", {"After years of waiting, the ship came in."});
  a.declared = {beside("AUBURN, Wash. —")};
  EXPECT_EQ(read(a).dateline.place, "AUBURN, Wash.");
  EXPECT_EQ(read(read(a)), read(a));
  Article b = page("tr", {"Bakan, gemi hakkında konuştu."});
  b.outlet = "Anadolu Ajansı";
  b.declared = {beside("20 Nisan 2026"), beside("Ankara")};
  EXPECT_EQ(read(b).dateline.place, "Ankara");
  b.outlet = "Deniz Postası";  // on others it may be a section
  EXPECT_EQ(read(b).dateline.place, "");
}

// ---- what only looks like one

TEST(DatelineShapes, AmbiguousInitialsAreAgenciesByPositionAlone) {
  const struct {
    const char *language, *text;
  } cases[] = {
      {"en", "AA meetings (Alcoholics Anonymous) are held on Mondays."},
      {"en", "The lamp needs two AA batteries, and they last a week."},
      {"en", "He moved to Erie, PA, and opened a shop by the lake."},
      {"en", "She won the TT race on the island, and smiled."},
      {"en", "The road leads through AP and Telangana to the coast."},
      {"en", "Peter Reuter said the harbour would stay open."},
      {"en", "Paris Lind said the harbour would stay open."},
  };
  for (const auto& c : cases) {
    const Article a = read(page(c.language, {c.text, "A second paragraph follows."}));
    EXPECT_THAT(a.text_agencies, IsEmpty()) << c.text;
    EXPECT_TRUE(a.dateline.empty()) << c.text;
  }
}

}  // namespace
}  // namespace kaynak
