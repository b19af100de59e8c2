#include <gtest/gtest.h>

#include "cli/trace_view.h"

namespace kaynak {
namespace {

bool has(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

Block paragraph(const std::string& text) {
  Block block;
  block.text = text;
  return block;
}

Evidence at(const Article& article, std::int32_t block, const std::string& words) {
  Evidence evidence{block, {}};
  const auto begin = evidence_text(article, evidence).find(words);
  evidence.range = {static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(begin + words.size())};
  return evidence;
}

Article story() {
  Article a;
  a.headline = "Barajın kapakları <açıldı>";
  a.outlet = "Kuzey Postası";
  a.language = LanguageTag("tr");
  a.byline = "Deniz Arslan (Havsbild, Meridian)";
  a.blocks = {
      paragraph("Giriş."),
      paragraph("Vali Selma Oruç, “Su ‘yavaş yavaş’ verilecek” dedi. 3 Mayıs’ta başlıyor.")};
  a.hops = {
      {"agency", "Havsbild", "https://havsbild.example/", at(a, Evidence::byline, "Havsbild")},
      {"author", "Deniz Arslan", "", at(a, Evidence::byline, "Deniz Arslan")},
      {"publisher", "Kuzey Postası", "https://kuzey.example/1", {}, "og:site_name Kuzey Postası"}};
  a.hops[1].confidence = 0.4;
  a.quotes = {{"Su ‘yavaş yavaş’ verilecek", "Selma Oruç", "Vali Selma Oruç", "dedi", "Meridian",
               at(a, 1, "Su ‘yavaş yavaş’ verilecek"), at(a, 1, "Vali Selma Oruç")},
              {"yavaş yavaş", "", "", "", "", at(a, 1, "yavaş yavaş"), {}, {}, 0}};
  a.dates = {{"3 Mayıs", "2026-05-03", at(a, 1, "3 Mayıs")}};
  return a;
}

TEST(Claims, ComeWithTheWordsThatProveThem) {
  const auto claims = claims_of(story());
  ASSERT_EQ(claims.size(), 6u);
  EXPECT_EQ(claims[0].words, "Havsbild");
  EXPECT_EQ(claims[0].before, "Deniz Arslan (");
  EXPECT_EQ(claims[0].where, "byline");
  EXPECT_EQ(claims[2].where, "page data");
  EXPECT_EQ(claims[3].where, "paragraph 2");
  EXPECT_EQ(claims[4].inside, 3);
  EXPECT_EQ(claims[5].name, "2026-05-03");
}

TEST(Claims, OutsideTheTextProveNothing) {
  auto a = story();
  a.hops[0].evidence = {7, {0, 4}};
  a.hops[1].evidence = {0, {3, 900}};
  const auto claims = claims_of(a);
  EXPECT_TRUE(claims[0].words.empty());
  EXPECT_TRUE(claims[1].words.empty());
  EXPECT_FALSE(traced_as_html(a).empty());
}

TEST(Trace, PrintsTheChainAsATreeOriginFirst) {
  const auto text = traced_as_text(story());
  EXPECT_TRUE(has(text,
                  "  Havsbild · agency · https://havsbild.example/\n"
                  "  │  byline: Deniz Arslan ([Havsbild], Meridian)\n"
                  "  └─ ? Deniz Arslan · author · doubtful, 40 %\n"))
      << text;
  EXPECT_TRUE(has(text, "     └─ Kuzey Postası · publisher · https://kuzey.example/1\n")) << text;
}

TEST(Trace, PrintsEveryQuotationWithSpeakerAndRelay) {
  const auto text = traced_as_text(story());
  EXPECT_TRUE(
      has(text, "  └─ Selma Oruç (Vali Selma Oruç · dedi), through Meridian · paragraph 2\n"))
      << text;
  EXPECT_TRUE(has(text, "     “yavaş yavaş”\n     └─ nobody named · paragraph 2\n")) << text;
}

TEST(TracePage, MarksClaimsInTheTextAndEscapesIt) {
  const auto html = traced_as_html(story());
  EXPECT_TRUE(has(html, "Barajın kapakları &lt;açıldı&gt;"));
  EXPECT_FALSE(has(html, "<açıldı>"));
  EXPECT_TRUE(has(html, "<a class=\"claim who\" href=\"#c3\"")) << html;
  // Inside the quotation, the nested one is a mark of its own.
  EXPECT_TRUE(has(html, ">Su ‘</a><a class=\"claim quotation\" href=\"#c4\"")) << html;
  EXPECT_TRUE(has(html, "claim hop doubtful\" href=\"#c1\"")) << html;
  EXPECT_TRUE(has(html, "id=\"c5\""));
}

TEST(TracePage, LinksOnlyToTheWeb) {
  auto a = story();
  a.hops[0].url = "javascript:alert(1)";
  EXPECT_FALSE(has(traced_as_html(a), "href=\"javascript"));
}

}  // namespace
}  // namespace kaynak
