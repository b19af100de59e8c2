#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/byline.h"
#include "extract/class_words.h"
#include "extract/figures.h"
#include "extract/furniture.h"
#include "extract/headline.h"
#include "extract/page_dates.h"
#include "extract/page_for_tests.h"
#include "extract/phrases.h"
#include "extract/slots.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

TEST(ClassWords, KnowsNothingByClassesThatOnlyStyle) {
  for (const char* name :
       {"margin-bottom-l", "no-padding-bottom", "md:items-center", "hover:text-white", "text-sm",
        "overflow-hidden", "-top-2", "bottom-0", "grid-cols-2 list-none", "content-center",
        "field--label-hidden field__item", "has-text-align-center has-large-font-size"})
    EXPECT_EQ(meanings_of(name), 0u) << name;
  EXPECT_TRUE(has(meanings_of("page-bottom"), Meaning::footer));
  EXPECT_TRUE(has(meanings_of("text-block"), Meaning::body));
  EXPECT_TRUE(has(meanings_of("items-list"), Meaning::teaser));
  EXPECT_TRUE(has(meanings_of("flex-center article-body mb-4"), Meaning::body));
  EXPECT_TRUE(has(meanings_of("text-sm comments"), Meaning::comment));
  EXPECT_TRUE(has(meanings_of("field--name-body field__item"), Meaning::body));
  EXPECT_TRUE(has(meanings_of("has-related"), Meaning::related));
  EXPECT_EQ(meanings_of("-"), 0u);
  EXPECT_EQ(meanings_of("md: -- no- :"), 0u);
}

TEST(ClassWords, ReadsWordsInAnySpelling) {
  for (const char* name :
       {"articleBody", "article-body", "article_body", "articlebody", "c-article__body"})
    EXPECT_TRUE(has(meanings_of(name), Meaning::body)) << name;
  EXPECT_TRUE(has(meanings_of("haber-yorumlar"), Meaning::comment));
  EXPECT_TRUE(has(meanings_of("readMore"), Meaning::related));
  EXPECT_FALSE(has(meanings_of("download header-roads"), Meaning::ad));
  EXPECT_EQ(meanings_of(std::string(100000, 'a')), 0u);
}

TEST(Phrases, KnowsLinesAroundArticlesInManyLanguages) {
  EXPECT_EQ(phrase_of("Read more: Storm takes the pier"), PhraseKind::read_more);
  EXPECT_EQ(phrase_of("Lesen Sie auch: Sturm nimmt den Steg"), PhraseKind::read_more);
  EXPECT_EQ(phrase_of("İlgili Haberler"), PhraseKind::read_more);
  EXPECT_EQ(phrase_of("ЧИТАЙТЕ ТАКЖЕ"), PhraseKind::read_more);
  EXPECT_EQ(phrase_of("Mehr: Der Hafen öffnet früher"), PhraseKind::read_more);
  EXPECT_EQ(phrase_of("PUBLICIDAD"), PhraseKind::ad);
  EXPECT_EQ(phrase_of("Der Artikel geht unten weiter"), PhraseKind::ad);
  EXPECT_EQ(phrase_of("E-Mail (wird nicht veröffentlicht)"), PhraseKind::comments);
  EXPECT_EQ(phrase_of("Dieser Beitrag wurde am 3. Mai von Ana geschrieben"), PhraseKind::date);
  EXPECT_EQ(phrase_of("This post may contain affiliate links."), PhraseKind::ad);
  EXPECT_EQ(phrase_of("Hat dir dieser Artikel gefallen?"), PhraseKind::share);
  EXPECT_EQ(phrase_of("- Reklam -"), PhraseKind::ad);
  EXPECT_EQ(phrase_of("© 2026 Havsbild"), PhraseKind::rights);
  EXPECT_EQ(phrase_of("The ice broke on Monday"), PhraseKind::none);
  EXPECT_EQ(phrase_of(""), PhraseKind::none);
}

TEST(Slots, TellPlaceholdersFromText) {
  const auto kind = [](std::string_view text) {
    const auto slot = slot_from_text(text);
    return slot ? to_string(slot->kind) : "text";
  };
  for (const char* ad : {"[reklam_2]", "{{ad}}", "[ad-300x250]", "Advertisement", "%%banner%%"})
    EXPECT_STREQ(kind(ad), to_string(BlockKind::ad_slot)) << ad;
  for (const char* embed : {"[embed id=4]", "[gallery ids=\"1,2\"]", "{{video 12}}", "[/embed]"})
    EXPECT_STREQ(kind(embed), to_string(BlockKind::embed)) << embed;
  for (const char* text : {"[sic]", "[1]", "[…]", "[laughs]", "[The ad was withdrawn on Monday]",
                           "An ad in the paper", "{}", "[", "$5 and $6"})
    EXPECT_STREQ(kind(text), "text") << text;
}

TEST(Slots, KnowPlaceholdersThatWereTranslatedWithTheText) {
  for (const char* ad : {"[ad_2]",          "[Anzeige 3]",       "[Werbung_1]",
                         "[publicité_1]",   "[anuncio_1]",       "[publicidad_2]",
                         "[anúncio_1]",     "[pubblicità_2]",    "[annuncio pubblicitario_1]",
                         "[anunci_1]",      "[iragarkia_1]",     "[advertentie_2]",
                         "[advertensie_1]", "[annonse_1]",       "[annons_2]",
                         "[reklame_1]",     "[mainos_1]",        "[auglýsing_1]",
                         "[reklaam_2]",     "[reklāma_1]",       "[reklama_2]",
                         "[ogłoszenie_1]",  "[inzerce_1]",       "[hirdetés_2]",
                         "[reclamă_1]",     "[реклама_2]",       "[объявление_1]",
                         "[оголошення_2]",  "[оглас_1]",         "[oglas_1]",
                         "[njoftim_1]",     "[διαφήμιση_1]",     "[reklam_2]",
                         "[ilan_1]",        "[жарнама_1]",       "[რეკლამა_1]",
                         "[գովազդ_1]",      "[פרסומת_1]",        "[إعلان_2]",
                         "[آگهی_1]",        "[اشتہار_1]",        "[विज्ञापन_2]",
                         "[বিজ্ঞাপন_1]",     "[விளம்பரம்_1]",       "[โฆษณา_2]",
                         "[quảng cáo_1]",   "[Quảng Cáo_12]",    "[iklan_1]",
                         "[patalastas_1]",  "[tangazo_1]",       "[广告_2]",
                         "[廣告_1]",        "[広告_1]",          "[광고_1]",
                         "{{ad}}",          "[the_ad id=\"5\"]", "[[ad_unit_3]]"}) {
    const auto slot = slot_from_text(ad);
    ASSERT_TRUE(slot) << ad;
    EXPECT_STREQ(to_string(slot->kind), to_string(BlockKind::ad_slot)) << ad;
  }
  // A language nobody listed: no text all the same.
  EXPECT_TRUE(slot_from_text("[zorvaq nimeth_2]"));
  for (const char* text : {"[her mother_in-law]", "[see page 2]", "[the 12_000 men]", "[Berlin]",
                           "[aus dem Archiv 3]", "[quảng cáo trên báo]"})
    EXPECT_FALSE(slot_from_text(text)) << text;
}

TEST(Furniture, TellsCountersFromText) {
  for (const char* counter :
       {"Comments (0)", "0 Bình luận", "Yorumlar (0)", "Kommentare: 12", "(3) commentaires",
        "1.204 comentarios", "Комментарии 7", "评论(0)", "تعليقات (2)", "12 shares",
        "Komentarze (5)", "0 Komentar", "Σχόλια (1)"})
    EXPECT_TRUE(is_counter(counter)) << counter;
  for (const char* text : {"Comments", "3 ships sank", "12 comments were read out in court",
                           "In 2024, 3 comments", "Kommentar", "Comments 3/4 of the way", "2026"})
    EXPECT_FALSE(is_counter(text)) << text;
}

TEST(Slots, ReadCommentsAndNames) {
  EXPECT_TRUE(slot_from_comment(" ad "));
  EXPECT_TRUE(slot_from_comment("reklam-2"));
  EXPECT_FALSE(slot_from_comment(" end ad "));
  EXPECT_FALSE(slot_from_comment("the header starts here"));
  EXPECT_TRUE(is_ad_name("div-gpt-ad-1234"));
  EXPECT_FALSE(is_ad_name("header lead"));
}

TEST(Byline, GivesPersonsOnly) {
  EXPECT_THAT(names_in_byline("By Mira Lind and Jon Berg, Norrvik", "Havsbild"),
              ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_THAT(names_in_byline("Von Ana Weiß und J. Kern", ""), ElementsAre("Ana Weiß", "J. Kern"));
  EXPECT_THAT(names_in_byline("Havsbild Redaktion", "Havsbild"), IsEmpty());
  EXPECT_THAT(names_in_byline("ANA WEISS", ""), ElementsAre("Ana Weiss"));
  EXPECT_THAT(names_in_byline("https://havsbild.example/mira", ""), IsEmpty());
  EXPECT_THAT(names_in_byline("By Mira Lind | Updated 3 May 2026", ""), ElementsAre("Mira Lind"));
  EXPECT_THAT(names_in_byline("Mehmet Öz, Ayşe Kaya", ""), ElementsAre("Mehmet Öz", "Ayşe Kaya"));
}

TEST(Headline, DropsTheSitesName) {
  EXPECT_EQ(without_site_name("Ice breaks early | Sea | Havsbild Post", "Havsbild Post"),
            "Ice breaks early | Sea");
  EXPECT_EQ(without_site_name("Ice breaks early - havsbild.example", "Havsbild"),
            "Ice breaks early");
  EXPECT_EQ(without_site_name("War - and peace", "Havsbild"), "War - and peace");
}

Headline headline_of(std::string_view html) {
  const Document page = parse_for_test(html);
  const StructuredData data = read_structured_data(page, "", document_title(page));
  return find_headline(page, map_page(page), data, outlet_name(data), {});
}

TEST(Headline, IsTheOneTheReaderSees) {
  EXPECT_EQ(headline_of("<title>Ice early! You won't believe it | "
                        "Havsbild</title><body><header><h1>Havsbild</h1></header><h1>Ice breaks "
                        "early in Norrvik</h1>")
                .text,
            "Ice breaks early in Norrvik");
  EXPECT_EQ(headline_of("<title>Ice breaks early in Norrvik</title><body><h1><span>Sea</span> "
                        "<span>Ice breaks early in Norrvik</span></h1>")
                .text,
            "Ice breaks early in Norrvik");
  EXPECT_EQ(headline_of("<title>Ice breaks early in Norrvik | Havsbild</title><meta "
                        "property=og:site_name content=Havsbild><body><p>text")
                .text,
            "Ice breaks early in Norrvik");
}

TEST(PageDates, ReadsDaysInAddresses) {
  const auto day = [](std::string_view url) {
    const auto t = date_in_url(url);
    return t ? to_day(*t) : std::string("none");
  };
  EXPECT_EQ(day("https://a.example/2026/08/15/ice"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/sea/20260815-ice"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/2026-8-5/ice"), "2026-08-05");
  EXPECT_EQ(day("https://a.example/2026/13/40/ice"), "none");
  EXPECT_EQ(day("https://a.example/news/120260815"), "none");
}

TEST(PageDates, PrefersTheArticlesOwnDate) {
  const Article a = extract_for_test(
      page_with("<time datetime=2026-11-24T08:30:00+01:00>24 November</time>" + news_text(), "",
                "<aside class=sidebar><time datetime=2026-11-25>25 November</time></aside>"));
  ASSERT_TRUE(a.published);
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-24T08:30:00+01:00");
}

TEST(Figures, SplitCaptionAndCredit) {
  EXPECT_THAT(split_credit("The harbour on Monday. Photo: Mira Lind/Havsbild"),
              Pair("The harbour on Monday.", "Mira Lind/Havsbild"));
  EXPECT_THAT(split_credit("The harbour (Foto: Jon Berg)"), Pair("The harbour", "Jon Berg"));
  EXPECT_THAT(split_credit("Bến cảng hôm thứ Hai. Ảnh: KCN"), Pair("Bến cảng hôm thứ Hai.", "KCN"));
  EXPECT_THAT(split_credit("The harbour"), Pair("The harbour", ""));
  EXPECT_THAT(split_credit("© Havsbild"), Pair("", "Havsbild"));
}

TEST(Figures, ChooseTheLargestPicture) {
  const auto best = [](std::string_view img) {
    const Document page = parse_for_test(img);
    for (NodeIndex i = 0; i < page.nodes().size(); ++i)
      if (page.node(i).tag == Tag::img) return std::string(best_image(page, i));
    return std::string();
  };
  EXPECT_EQ(
      best("<picture><source srcset='/w.webp 900w, /v.webp 1800w'><img src=/a.jpg></picture>"),
      "/v.webp");
  EXPECT_EQ(best("<img src='data:image/gif;base64,R0' data-src=/b.jpg>"), "/b.jpg");
  EXPECT_EQ(best("<img src=/a.jpg srcset='/a,1.jpg 1x, /b.jpg 2x'>"), "/b.jpg");
  EXPECT_EQ(best("<img src=/blank.gif>"), "");
}

TEST(StructuredData, ForgivesBrokenJson) {
  EXPECT_EQ(parse_lenient_json("<!-- {\"a\": [1, 2,], } -->")["a"].items().size(), 2u);
  EXPECT_EQ(parse_lenient_json("{\"a\": \"two\nlines\"};")["a"].as_string(), "two\nlines");
  EXPECT_TRUE(parse_lenient_json("not json").is_null());
}

TEST(StructuredData, SalvagesSingleValues) {
  const Document page = parse_for_test(
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Ice "
      "\\u201cearly\\u201d\",\"image\":\"<img "
      "src=\"x\">\",\"datePublished\":\"2026-11-24\",\"author\":{\"@type\":\"Person\",\"name\":"
      "\"Mira Lind\"}}</script><p>x");
  const StructuredData data = read_structured_data(page, "", "");
  EXPECT_EQ(data.article.headline, "Ice “early”");
  EXPECT_EQ(data.article.published, "2026-11-24");
  ASSERT_EQ(data.article.authors.size(), 1u);
  EXPECT_EQ(data.article.authors[0].name, "Mira Lind");
}

TEST(StructuredData, ChoosesThePagesOwnArticleAmongOthers) {
  const Document page = parse_for_test(
      "<script type=application/ld+json>[{\"@type\":\"NewsArticle\",\"headline\":\"Another story "
      "of the day\",\"datePublished\":\"2026-11-20\"},"
      "{\"@type\":\"NewsArticle\",\"headline\":\"Ice breaks early in "
      "Norrvik\",\"datePublished\":\"2026-11-24\"}]</script><p>x");
  EXPECT_EQ(
      read_structured_data(page, "", "Ice breaks early in Norrvik | Havsbild").article.published,
      "2026-11-24");
}

TEST(PlainText, TakesTagsAndReferencesOut) {
  EXPECT_EQ(plain_text("<p>Ice &amp;quot;breaks&amp;quot; &#8211;&nbsp;early</p>"),
            "Ice \"breaks\" – early");
  EXPECT_EQ(plain_text("a < b &unknown; &#xd800; c"), "a < b &unknown; c");
  EXPECT_EQ(plain_text("<p>One</p><p>Two</p>", '\n'), "One\nTwo");
}

}  // namespace
}  // namespace kaynak::extract_detail
