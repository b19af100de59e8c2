#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/headline.h"
#include "extract/outlet.h"
#include "extract/page_for_tests.h"

namespace kaynak::extract_detail {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

/// "role name proof" of what the page declares.
std::vector<std::string> declared(const Article& a) {
  std::vector<std::string> found;
  for (const Hop& hop : a.declared) found.push_back(hop.role + ": " + hop.proof);
  return found;
}

std::vector<std::string> lines(const Article& a) {
  std::vector<std::string> found;
  for (const Hop& hop : a.declared)
    if (hop.proof.starts_with("line ")) found.push_back(hop.name);
  return found;
}

std::string with_data(std::string_view members) {
  return page_with(news_text(),
                   "<script type=application/ld+json>{\"@context\":\"https://schema.org\","
                   "\"@type\":\"NewsArticle\",\"headline\":\"Ice breaks early in Norrvik\"," +
                       std::string(members) + "}</script>");
}

TEST(Declared, StructuredDataTellsWhereATextComesFrom) {
  const Article a = extract_for_test(
      with_data(R"("isBasedOn":{"@type":"NewsArticle","url":"https://song-bao.example/1",
                "inLanguage":"vi","publisher":{"@type":"Organization","name":"Sóng Báo"}},
                "sourceOrganization":{"@type":"Organization","name":"dpa"},
                "translator":{"@type":"Person","name":"Jan Doll"},
                "creditText":"AFP / Jan Doll")"));
  EXPECT_THAT(declared(a), Contains("publisher: isBasedOn https://song-bao.example/1"));
  EXPECT_THAT(declared(a), Contains("source: sourceOrganization dpa"));
  EXPECT_THAT(declared(a), Contains("translator: translator Jan Doll"));
  EXPECT_THAT(declared(a), Contains("credit: creditText AFP / Jan Doll"));
  for (const Hop& hop : a.declared) {
    if (hop.role != "publisher") continue;
    EXPECT_EQ(hop.name, "Sóng Báo");
    EXPECT_EQ(hop.url, "https://song-bao.example/1");
    EXPECT_EQ(hop.language.value, "vi");
  }
}

TEST(Declared, AWorkOfTheSameOwnerOrACitationTellsNothing) {
  const Article a =
      extract_for_test(with_data(R"("isBasedOn":"https://www.havsbild.example/2026/old",
                "citation":"https://other.example/study")"));
  for (const Hop& hop : a.declared) EXPECT_NE(hop.role, "publisher") << hop.proof;
}

TEST(Declared, MetaElementsAndLinksCount) {
  const Article a =
      extract_for_test(page_with(news_text(),
                                 "<meta name=original-source content=https://song-bao.example/2>"
                                 "<link rel=syndication-source href=https://kurier.example/7>"));
  EXPECT_THAT(declared(a), Contains("publisher: original-source https://song-bao.example/2"));
  EXPECT_THAT(declared(a), Contains("publisher: syndication-source https://kurier.example/7"));
}

TEST(Declared, ACanonicalAddressElsewhereIsAnotherOwnersOnly) {
  const auto with = [](const char* canonical) {
    return declared(extract_for_test(
        page_with(news_text(), "<link rel=canonical href=" + std::string(canonical) + ">")));
  };
  EXPECT_THAT(with("https://song-bao.example/ice"),
              Contains("publisher: canonical https://song-bao.example/ice"));
  EXPECT_THAT(with("https://www.havsbild.example/ice"),
              Not(Contains(testing::StartsWith("publisher"))));
  EXPECT_THAT(with("https://havsbild.co.uk/ice"), Not(Contains(testing::StartsWith("publisher"))));
  // An archive's copy bears the name of what it copies.
  EXPECT_THAT(with("https://www.havsbildpost.com/ice"),
              Not(Contains(testing::StartsWith("publisher"))));
}

TEST(Declared, AnAddressThatIsNoneOfTheWebIsDropped) {
  const Article a = extract_for_test(
      with_data(R"x("translator":{"@type":"Person","name":"Jan Doll","url":"javascript:alert(1)"},
                "isBasedOn":"javascript:alert(2)")x"));
  for (const Hop& hop : a.declared) {
    EXPECT_TRUE(hop.url.empty() || hop.url.starts_with("http")) << hop.url;
    EXPECT_NE(hop.role, "publisher");
  }
}

TEST(Declared, IsBounded) {
  std::string works;
  for (int i = 0; i < 500; ++i)
    works += (i ? ",\"https://w" : "\"https://w") + std::to_string(i) + ".example/1\"";
  const Article a = extract_for_test(with_data("\"isBasedOn\":[" + works + "]"));
  EXPECT_LE(a.declared.size(), 80u);
}

TEST(LinesBesideText, AreThoseBetweenHeadlineAndTextAndBehindIt) {
  const Article a = extract_for_test(
      page_with("<div class=who>AFP, NORRVIK</div>" + news_text() +
                    "<div class=who><a href=https://kurier.example/7>Quelle: Abendkurier</a></div>",
                "", "<nav><p>Reuters</p></nav>"));
  EXPECT_THAT(lines(a), Contains("AFP, NORRVIK"));
  EXPECT_THAT(lines(a), Not(Contains("Reuters")));
}

TEST(LinesBesideText, OfFiguresTeasersAndMenusAreLeftOut) {
  const Article a = extract_for_test(
      page_with(news_text() + "<figure><img src=a.jpg><figcaption>Foto: dpa</figcaption></figure>"
                              "<div class=related><p>Von AFP</p></div>"));
  for (const std::string& line : lines(a)) EXPECT_TRUE(line != "Foto: dpa" && line != "Von AFP");
}

TEST(OutletName, IsWeighedFromAllThatStateOne) {
  const struct {
    const char *head, *expected;
  } cases[] = {
      // A section's name, an address, a slug are worse than a name.
      {"<title>Ice | Havsbild Post</title><meta property=og:site_name content=Politik><meta "
       "property=article:section content=Politik>",
       "Havsbild Post"},
      {"<title>Ice</title><meta property=og:site_name content=www.havsbild.example><meta "
       "name=application-name content='Havsbild Post'>",
       "Havsbild Post"},
      {"<title>Ice | Havsbild Post</title><meta property=og:site_name content=havsbildpost>",
       "Havsbild Post"},
      {"<title>Ice</title><meta property=og:site_name content='Havsbild (www.havsbild.example)'>",
       "Havsbild"},
      // Nor is what the outlet says of itself.
      {"<title>Ice</title><meta property=og:site_name content='Havsbild - news of the coast'>",
       "Havsbild"},
      {"<title>Ice</title><meta property=og:site_name content='All of the coast | Havsbild'>",
       "Havsbild"},
      {"<title>Ice</title><meta property=og:site_name content='Norrvik Post | Havsbild.com'>",
       "Norrvik Post"},
      {"<title>Ice</title><meta property=og:site_name content='Norrvik - Mast and Meer'>",
       "Norrvik - Mast and Meer"},
      {"<title>Ice breaks - The Havsbild</title>", "The Havsbild"},
      {"<title>Ice breaks - Justice denies it</title>", ""},
  };
  for (const auto& c : cases) {
    const Document page = parse_for_test("<html><head>" + std::string(c.head) +
                                         "</head><body><p>x</p></body></html>");
    const StructuredData data = read_structured_data(page, "https://havsbild.example/ice", "");
    const std::string shown = document_title(page);
    EXPECT_EQ(outlet_name(data, {shown, "https://www.havsbild.example/ice", &page}), c.expected)
        << c.head;
  }
}

TEST(OutletName, OfSomebodysOwnSiteIsNoReasonToLoseTheAuthor) {
  const Article a = extract_for_test(
      page_with(news_text() + "<p class=byline>By <span class=author>Mira Lind</span></p>",
                "<script type=application/ld+json>{\"@type\":\"BlogPosting\",\"headline\":\"Ice "
                "breaks early in Norrvik\",\"author\":{\"@type\":\"Person\",\"name\":\"Mira "
                "Lind\"},\"publisher\":{\"@type\":\"Person\",\"name\":\"Mira Lind\"}}</script>"));
  EXPECT_THAT(a.authors, ElementsAre("Mira Lind"));
}

TEST(FirmAsAuthor, IsNoPersonInScriptsWithoutBlanks) {
  const Article a = extract_for_test(with_data(
      R"("author":{"@type":"Organization","name":"港日報"},"publisher":{"@type":"Organization","name":"港日報"})"));
  EXPECT_THAT(a.authors, IsEmpty());
}

}  // namespace
}  // namespace kaynak::extract_detail
