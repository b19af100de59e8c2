#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "attribute/page_for_tests.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Case {
  const char *language, *text;
  std::vector<std::string> cited;
};

TEST(CitedMedia, ThatNoListKnowsAreToldByTheWordsBesideThem) {
  const Case cases[] = {
      {"en", "The gate fell, the newspaper Norrvik Gazette reported.", {"Norrvik Gazette"}},
      {"en", "Her father confirmed her death to Nine Harbours News.", {"Nine Harbours News"}},
      {"de", "Das Tor fiel, sagte er in einem Interview mit dem Sender Kanal Elf.", {"Kanal Elf"}},
      {"de",
       "„Es ist schon wieder gefallen“, sagte er dem Portal „hafen.example.de“.",
       {"hafen.example.de"}},
      {"fr", "Le portail est tombé, a rapporté le journal Courrier du Quai.", {"Courrier du Quai"}},
      {"es", "La puerta cayó, informó el diario Puerto Nuevo.", {"Puerto Nuevo"}},
      {"pl", "Brama spadła – podaje portnowy.pl.", {"portnowy.pl"}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read(page(c.language, {c.text})).cited_sources, c.cited) << c.text;
}

TEST(CitedMedia, PointToWhereTheyAreFirstNamed) {
  const Article a = read(page("en", {"The gate stood open for three days in the wind.",
                                     "The gate fell, Reuters reported. Reuters said it was old."}));
  ASSERT_EQ(a.cited_sources, std::vector<std::string>{"Reuters"});
  ASSERT_EQ(a.cited_evidence.size(), 1u);
  EXPECT_EQ(a.cited_evidence[0].block, 1);
  EXPECT_EQ(evidence_words(a, a.cited_evidence[0]), "Reuters");
}

TEST(CitedMedia, AreNotCollectedWithoutEnd) {
  std::vector<std::string> paragraphs;
  for (int i = 0; i < 300; ++i)
    paragraphs.push_back("The gate fell, the newspaper Gazette" + std::to_string(i) + " reported.");
  const Article a = read(page("en", paragraphs));
  EXPECT_EQ(a.cited_sources.size(), 200u);
  EXPECT_EQ(a.cited_evidence.size(), 200u);
}

TEST(CitedMedia, WhatOnlySoundsLikeOneIsNone) {
  const Case cases[] = {
      {"de", "Er sagte, das Mallorca Magazin habe dort seinen Sitz in der Stadt.", {}},
      {"de", "Die Post-Covid-Sprechstunde hilft, sagte die Ärztin.", {}},
      {"de", "Bönte, der für DAZN den Kampf begleitet, sagte nichts.", {}},
      {"es", "El presidente dijo que el país necesita barcos.", {}},
      {"en", "The fire was seen on CCTV, police said.", {}},
      {"en", "Network traffic grew, the newspaper seller said on Monday.", {}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(read(page(c.language, {c.text})).cited_sources, c.cited) << c.text;
}

TEST(CitedMedia, ANetworkRelaysAndIsNoSource) {
  for (const auto& [language, text, network] :
       {std::tuple{"en", "“The ice has broken in the bay,” Ann Lee wrote on Truth Social.",
                   "Truth Social"},
        {"en", "“The ice has broken in the bay,” Ann Lee tweeted.", "Twitter"},
        {"de", "„Das Eis in der Bucht ist gebrochen“, twitterte Anna Lind.", "Twitter"},
        {"de", "„Das Eis in der Bucht ist gebrochen“, schrieb Anna Lind auf Telegram.",
         "Telegram"}}) {
    const Article a = read(page(language, {text}));
    EXPECT_THAT(a.cited_sources, IsEmpty()) << text;
    ASSERT_EQ(a.quotes.size(), 1u) << text;
    EXPECT_EQ(a.quotes[0].via, network) << text;
    EXPECT_FALSE(a.quotes[0].via_evidence.range.empty()) << text;
  }
}

TEST(ViaOf, AnInterviewGovernsWhatItsSpeakerSaysLater) {
  const Article a =
      read(page("en", {"Ann Lee, a fisher, spoke in an interview with Reuters on Monday.",
                       "The winter was long and cold in the bay.", "The ice broke late.",
                       "“I have never seen so much ice in the bay,” Lee said.",
                       "“We will build a better quay next year,” said Bob Ray, the mayor."}));
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_EQ(a.quotes[0].via, "Reuters");
  EXPECT_EQ(a.quotes[0].via_evidence.block, 0);
  EXPECT_EQ(a.quotes[1].via, "");
}

TEST(ViaOf, PicturesDoNotPushAnInterviewOutOfTheOpening) {
  const std::string interview = "Ann Lee, a fisher, spoke in an interview with Reuters on Monday.";
  const std::string said = "“I have never seen so much ice in the bay,” Lee said.";
  Article article = page(
      "en", {"The ice broke late in the bay of Norrvik.", interview, "The winter was long.",
             "The quay is old.", "It is of wood.", "Nobody mends it.", "The bay was white.", said});
  article.blocks.insert(article.blocks.begin() + 1, {figure("The quay."), figure("The bay.")});
  ASSERT_EQ(read(article).quotes.size(), 1u);
  EXPECT_EQ(read(article).quotes[0].via, "Reuters");
  std::swap(article.blocks[3], article.blocks[4]);  // further down it is mentioned by the way
  EXPECT_EQ(read(article).quotes[0].via, "");
}

TEST(ViaOf, WhatOneToldAMediumIsNotWhatAnotherSaid) {
  const std::string told =
      "„Darauf wartet die Welt seit Jahren“, sagte Bernd Bönte der Deutschen Presse-Agentur.";
  Article said =
      page("de", {told + " Frank Warren sprach vom „größten Ereignis des Jahrhunderts“."});
  const auto end = static_cast<std::uint32_t>(told.size());
  const auto size = static_cast<std::uint32_t>(said.blocks[0].text.size());
  said.blocks[0].sentences = {{{0, end}, {}}, {{end + 1, size}, {}}};
  const Article a = read(said);
  ASSERT_EQ(a.quotes.size(), 2u);
  EXPECT_EQ(a.quotes[0].via, "dpa");
  EXPECT_EQ(a.quotes[1].via, "");
}

TEST(ViaOf, ThePagesOwnOutletMayBeToldSomething) {
  const Article a =
      read(page("en", {"“The ice has broken in the bay,” Ann Lee told Deniz Postası on Monday."}));
  ASSERT_EQ(a.quotes.size(), 1u);
  EXPECT_EQ(a.quotes[0].via, "Deniz Postası");
  EXPECT_THAT(a.cited_sources, IsEmpty());
}

}  // namespace
}  // namespace kaynak
