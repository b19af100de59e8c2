#include <gtest/gtest.h>

#include <map>

#include "base/json.h"
#include "base/strings.h"
#include "publish/page_text_for_tests.h"
#include "publish/samples_for_tests.h"
#include "publish/site.h"
#include "publish/well_formed_for_tests.h"
#include "text/url.h"

namespace kaynak {
namespace {

using samples::article;
using samples::between;
using samples::count_of;
using samples::has;
using samples::shipped_site;
using samples::well_formed;

Json json_ld(const std::string& html) {
  auto parsed = parse_json(between(html, "<script type=\"application/ld+json\">", "</script>"));
  EXPECT_TRUE(parsed) << "JSON-LD does not parse";
  return parsed ? *parsed : Json();
}

TEST(ArticlePage, IsWellFormedInEveryForm) {
  for (const auto& page :
       {samples::vietnamese_page(), samples::turkish_page(), samples::spanish_page(),
        samples::english_wire_page(), samples::arabic_page(), samples::arabic_page_in_english(),
        samples::excerpt_page()})
    EXPECT_TRUE(well_formed(article(page))) << page.path;
  EXPECT_TRUE(well_formed(shipped_site().render_withdrawn(samples::withdrawn_page()).bytes));
}

TEST(ArticlePage, ShowsWhoseWordsTheyAre) {
  const auto html = article(samples::vietnamese_page());
  EXPECT_TRUE(
      has(html, ">Triều Sơn khánh thành đập nước lớn nhất vùng cao sau sáu năm xây dựng</h1>"));
  EXPECT_TRUE(has(html, "<p class=\"kicker\">Thủy lợi</p>"));
  EXPECT_TRUE(has(html, ">Thế giới</span>"));
  EXPECT_TRUE(has(html, "<span class=\"byline\">Ngoc Anh</span>"));
  EXPECT_TRUE(has(html, "<time datetime=\"2026-08-15T14:30:00+07:00\">"));
  EXPECT_TRUE(has(html, "<time datetime=\"2026-08-15T21:05:00+07:00\">"));
  EXPECT_TRUE(has(html, "<bdi class=\"credit-label\">Ảnh:</bdi> <bdi>KCNA</bdi>"));
  EXPECT_TRUE(has(html, "Bản trước ghi sai chiều cao"));
  EXPECT_TRUE(has(html, "CC BY 4.0"));
}

TEST(ArticlePage, KeepsCaptionAndCreditApart) {
  const auto figure = between(article(samples::vietnamese_page()), "<figure>", "</figure>");
  EXPECT_TRUE(has(figure, "src=\"https://songbao.example/anh/dap.jpg\""));
  EXPECT_TRUE(has(figure, "loading=\"lazy\""));
  EXPECT_TRUE(has(figure, "referrerpolicy=\"no-referrer\""));
  EXPECT_TRUE(has(figure, "Lễ khánh thành đập Bạch Vân.<a"));
  EXPECT_FALSE(has(figure, "Lễ khánh thành đập Bạch Vân. KCNA"));
}

TEST(ArticlePage, TiesEachTranslatedSentenceToItsOriginalAndBack) {
  const auto page = samples::turkish_page();
  const auto html = article(page);
  for (int n = 1; n <= 13; ++n) {
    const auto number = std::to_string(n);
    EXPECT_TRUE(has(html, "id=\"s" + number + "\"")) << n;
    EXPECT_TRUE(has(html, "href=\"#o" + number + "\"")) << n;
    EXPECT_TRUE(has(html, "<li id=\"o" + number + "\" value=\"" + number + "\"")) << n;
    EXPECT_TRUE(has(html, "href=\"#s" + number + "\"")) << n;
  }
  const auto original = between(html, "<li id=\"o5\"", "</li>");
  EXPECT_TRUE(has(original, "Bức thư được đọc tại buổi lễ."));
  EXPECT_TRUE(has(original, text_fragment_url(page.article.url, "Bức thư được đọc tại buổi lễ.")));
  EXPECT_TRUE(has(between(html, "id=\"s5\"", "</span>"), "Mektup törende okundu."));
  EXPECT_TRUE(has(html, "<ol class=\"orig\" lang=\"vi\" dir=\"ltr\""));
}

TEST(ArticlePage, LeadsFromItsOwnSentencesIntoTheSourcePage) {
  const auto page = samples::english_wire_page();
  const auto sentence = between(article(page), "id=\"s2\">", "</span>");
  EXPECT_TRUE(has(sentence, "Engineers replaced 254 cables."));
  EXPECT_TRUE(has(sentence, text_fragment_url(page.article.url, "Engineers replaced 254 cables.")));
  EXPECT_FALSE(has(article(page), "class=\"orig\""));
}

TEST(ArticlePage, AlignsByBlockWhereSentencesDoNotMatch) {
  auto page = samples::turkish_page();
  auto& block = page.edition->blocks[2];
  block.sentences = {{0, static_cast<std::uint32_t>(block.text.size())}};
  const auto original = between(article(page), "<li id=\"o4\"", "</li>");
  EXPECT_TRUE(has(original, "Theo KCNA"));
  EXPECT_TRUE(has(original, "hồ đã tích đủ nước."));
}

TEST(ArticlePage, ShowsAnUntranslatedBlockInItsOwnLanguage) {
  auto page = samples::turkish_page();
  page.edition->blocks[11] = {};
  EXPECT_TRUE(
      has(article(page), "<p lang=\"vi\" dir=\"ltr\"><span class=\"s\" id=\"s18\">Giai đoạn hai"));
  page.edition->blocks.resize(2);
  EXPECT_TRUE(has(article(page), "Con số chính"));
}

TEST(ArticlePage, SurvivesRangesThatDoNotFitTheText) {
  auto page = samples::turkish_page();
  page.edition->blocks[0].sentences = {{900, 4000}, {5, 2}};
  page.article.blocks[2].sentences[0].range = {1, 100000};
  page.article.blocks[2].spans[0].range = {7, 3};
  EXPECT_TRUE(well_formed(article(page)));
}

TEST(ArticlePage, MergesListItemsIntoNestedLists) {
  const auto html = article(samples::vietnamese_page());
  EXPECT_EQ(count_of(html, "<ul>\n<li><span class=\"s\""),
            2u);  // the list and the one inside its second item
  auto page = samples::vietnamese_page();
  page.article.blocks[6].ordered = true;
  page.article.blocks[7].level = 4;
  EXPECT_TRUE(well_formed(article(page)));
  EXPECT_EQ(count_of(article(page), "<ol>\n<li><span class=\"s\""), 1u);
  EXPECT_EQ(count_of(article(page), "<ul>\n"),
            1u + 1u + 3u);  // languages, first item, levels 2 to 4
}

TEST(ArticlePage, AListItemIsAPairOnlyWithItsOriginal) {
  const auto pairs = [](const ArticlePage& page) {
    return count_of(article(page), "<li><div class=\"pair\">");
  };
  EXPECT_EQ(pairs(samples::vietnamese_page()), 0u);
  EXPECT_EQ(pairs(samples::turkish_page()), 3u);
}

TEST(ArticlePage, MakesTablesOfCells) {
  const auto table = between(article(samples::vietnamese_page()), "<table>", "</table>");
  EXPECT_EQ(count_of(table, "<tr>"), 3u);
  EXPECT_EQ(count_of(table, "<td>"), 6u);
  EXPECT_TRUE(has(table, ">Vốn (triệu)</span>"));
}

TEST(ArticlePage, NamesTheSpeakerOfAQuotation) {
  const auto html = article(samples::vietnamese_page());
  EXPECT_TRUE(has(html, "<q title=\"Han Ji-woo, theo KCNA\">Nước là nguồn của mọi mùa màng</q>"));
  EXPECT_TRUE(has(html, "<footer>Pak Mi-ran</footer></blockquote>"));
  EXPECT_TRUE(has(html, "Người được trích lời:"));
}

TEST(ArticlePage, NestsMarksInsideLinks) {
  const auto html = article(samples::vietnamese_page());
  EXPECT_TRUE(
      has(html,
          "<a href=\"https://songbao.example/han-ji-woo\" rel=\"external noopener\">kỹ sư trưởng "
          "<em>Han Ji-woo</em></a>"));
}

TEST(ArticlePage, LinksEmbedsAndBoxesAdsWithoutTheirText) {
  auto options = samples::options();
  options.ad_slots = {"below"};
  const auto html = samples::site(options).render_article(samples::vietnamese_page()).bytes;
  EXPECT_TRUE(has(html, "<a href=\"https://video.example/watch?v=42&amp;t=7\""));
  EXPECT_FALSE(has(html, "<iframe"));
  EXPECT_TRUE(has(html, "<aside class=\"ad\" aria-label=\"Quảng cáo\" data-slot=\"reklam_2\">"));
  EXPECT_TRUE(has(html, "data-slot=\"below\""));
  EXPECT_EQ(count_of(html, "reklam_2"), 1u);  // the attribute: never text
}

TEST(ArticlePage, LabelsTranslationsByWhoMadeThem) {
  const auto machine = article(samples::spanish_page());
  EXPECT_TRUE(has(machine, "Traducción automática del inglés, hecha por Apertium 3.8.3 eng-spa"));
  EXPECT_TRUE(has(machine, "class=\"s doubt\" id=\"s4\""));
  EXPECT_TRUE(has(machine, "halló 1 pasaje"));
  EXPECT_TRUE(has(article(samples::turkish_page()), "Vietnamca aslından çeviren: Elif Sönmez"));
  EXPECT_FALSE(has(article(samples::english_wire_page()), "class=\"label"));
}

TEST(ArticlePage, SaysWhyTheTextIsInAnotherLanguage) {
  auto page = samples::arabic_page_in_english();
  auto html = article(page);
  EXPECT_TRUE(has(html, "<html lang=\"en\" dir=\"ltr\">"));
  EXPECT_TRUE(has(html, "<article class=\"story\" lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(
      has(html, "Shown in its own language (Arabic): there is no translation into English."));
  page.held_reason = "number: 320 is missing";
  html = article(page);
  EXPECT_TRUE(has(html, "the translation is being checked."));
  EXPECT_FALSE(has(html, "320 is missing"));
}

TEST(ArticlePage, NeverShowsAHeldEdition) {
  auto page = samples::spanish_page();
  page.edition->status = EditionStatus::held;
  const auto html = article(page);
  EXPECT_FALSE(has(html, "reabrió"));
  EXPECT_TRUE(has(html, "la traducción se está revisando"));
  EXPECT_FALSE(has(listing_item(page).headline, "reabre"));
}

TEST(ArticlePage, RunsRightToLeftForArabic) {
  const auto html = article(samples::arabic_page());
  EXPECT_TRUE(has(html, "<html lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(has(html, "المصدر"));
  EXPECT_TRUE(has(html, "تعليق واحد"));
  EXPECT_TRUE(has(html, "hreflang=\"en\">English</a>"));
}

TEST(ArticlePage, HasReciprocalAlternates) {
  const auto links = [](const std::string& html) {
    std::map<std::string, std::string> found;
    for (auto at = html.find("hreflang=\""); at != std::string::npos;
         at = html.find("hreflang=\"", at + 1)) {
      const auto line =
          html.substr(html.rfind('\n', at) + 1, html.find('\n', at) - html.rfind('\n', at) - 1);
      if (line.rfind("<link rel=\"alternate\"", 0) == 0)
        found[between(line, "hreflang=\"", "\"")] = between(line, "href=\"", "\"");
    }
    return found;
  };
  const auto vietnamese = links(article(samples::vietnamese_page()));
  EXPECT_EQ(vietnamese, links(article(samples::turkish_page())));
  ASSERT_EQ(vietnamese.size(), 3u);
  EXPECT_EQ(vietnamese.at("tr"), "https://kaynak.example/tr/2026/08/15/baraj.html");
  EXPECT_EQ(vietnamese.at("x-default"), vietnamese.at("vi"));
  // A page without its own edition names the original as canonical and claims no language.
  const auto foreign = article(samples::arabic_page_in_english());
  EXPECT_TRUE(links(foreign).empty());
  EXPECT_TRUE(has(foreign, "<link rel=\"canonical\" href=\"https://kaynak.example/" +
                               samples::arabic_page().path));
}

TEST(ArticlePage, DescribesItselfAsNewsArticle) {
  const auto page = samples::turkish_page();
  const auto json = json_ld(article(page));
  EXPECT_EQ(json["@type"].as_string(), "NewsArticle");
  EXPECT_EQ(json["headline"].as_string(), page.edition->headline);
  EXPECT_EQ(json["inLanguage"].as_string(), "tr");
  EXPECT_EQ(json["datePublished"].as_string(), "2026-08-15T14:30:00+07:00");
  EXPECT_EQ(json["dateModified"].as_string(), "2026-08-15T21:05:00+07:00");
  EXPECT_EQ(json["isBasedOn"].as_string(), page.article.url);
  EXPECT_EQ(json["translationOfWork"]["inLanguage"].as_string(), "vi");
  EXPECT_EQ(json["translator"]["name"].as_string(), "Elif Sönmez");
  EXPECT_EQ(json["creditText"].as_string(),
            "Haberi geçen: KCNA ve Reuters · Song Báo için yazan: Ngoc Anh · çeviri: Elif Sönmez");
  EXPECT_EQ(json["correction"].as_string(), page.article.correction);
  EXPECT_EQ(json["author"].items().at(0)["name"].as_string(), "Ngoc Anh");
  EXPECT_EQ(json["image"].items().at(0)["creditText"].as_string(), "KCNA");
  const auto own = json_ld(article(samples::english_wire_page()));
  EXPECT_FALSE(own.contains("translationOfWork"));
  EXPECT_EQ(own["dateline"].as_string(), "PORT ELLERY, Meridian Wire, Aug 15");
}

TEST(ArticlePage, TellsWhoHadTheStoryFirst) {
  const auto box =
      between(article(samples::turkish_page()), "<section class=\"holders\"", "</section>");
  EXPECT_TRUE(has(box, "3 yayın"));
  EXPECT_LT(box.find("KCNA"), box.find("Song Báo"));
  EXPECT_TRUE(has(box, "<b class=\"badge\">ilk</b>"));
  EXPECT_TRUE(has(box, "%92"));
  EXPECT_FALSE(has(article(samples::spanish_page()), "class=\"holders\""));
}

TEST(ArticlePage, CountsCommentsInTheReadersGrammar) {
  const auto title = [](const char* language, std::size_t count) {
    auto page = samples::arabic_page();
    page.language = LanguageTag(language);
    page.comments.assign(count, page.comments.front());
    return between(article(page), "id=\"comments-title\">", "</h2>");
  };
  EXPECT_EQ(title("en", 0), "Comments (0)");
  EXPECT_EQ(title("en", 1), "Comment (1)");
  EXPECT_EQ(title("en", 2), "Comments (2)");
  EXPECT_EQ(title("tr", 0), "Yorumlar (0)");
  EXPECT_EQ(title("tr", 5), "Yorumlar (5)");
  EXPECT_EQ(title("ru", 1), "1 комментарий");
  EXPECT_EQ(title("ru", 3), "3 комментария");
  EXPECT_EQ(title("ru", 5), "5 комментариев");
  EXPECT_EQ(title("ru", 21), "21 комментарий");
  EXPECT_EQ(title("ar", 1), "تعليق واحد");
  EXPECT_EQ(title("ar", 2), "تعليقان");
  EXPECT_TRUE(has(title("ar", 3), "تعليقات"));
  EXPECT_TRUE(has(title("ar", 11), "تعليقًا"));
}

TEST(ArticlePage, TakesCommentsByAPlainForm) {
  const auto page = samples::turkish_page();
  const auto html = article(page);
  const auto form = between(html, "<form method=\"post\"", "</form>");
  EXPECT_TRUE(has(form, "action=\"/tr/comment\""));
  EXPECT_TRUE(has(form, "name=\"article\" value=\"" + page.article.id.value + "\""));
  EXPECT_TRUE(has(form, "name=\"back\" value=\"" + page.path + "\""));
  for (const auto* name : {"author", "text", "website"})
    EXPECT_TRUE(has(form, std::string("name=\"") + name + "\"")) << name;
  EXPECT_TRUE(has(html, "<p dir=\"auto\">Çeviri çok açık.</p>\n<p dir=\"auto\">Teşekkürler.</p>"));
  auto options = samples::options();
  options.comments = false;
  EXPECT_FALSE(has(samples::site(options).render_article(page).bytes, "<form"));
}

TEST(ArticlePage, LeavesOutCommentsThatAreNotApproved) {
  auto page = samples::turkish_page();
  page.comments[0].status = CommentStatus::held;
  EXPECT_FALSE(has(article(page), "Deniz"));
  EXPECT_TRUE(has(article(page), "Yorumlar (1)"));
}

TEST(Rights, CutAnExcerptAndLinkToTheWhole) {
  const auto page = samples::excerpt_page();
  const auto html = article(page);
  EXPECT_TRUE(
      has(html, "The first of nine electric ferries began its regular crossings on Thursday…</p>"));
  EXPECT_FALSE(has(html, "morning"));
  EXPECT_FALSE(has(html, "Second sentence"));
  EXPECT_FALSE(has(html, "not granted"));
  EXPECT_FALSE(has(html, "not ours"));
  EXPECT_FALSE(has(html, "f.jpg"));
  EXPECT_TRUE(has(html, "Read the whole article at Tidewater Post"));
  EXPECT_EQ(listing_item(page).summary,
            "The first of nine electric ferries began its regular crossings on Thursday…");
  EXPECT_EQ(listing_item(page).image_url, "");
}

TEST(Rights, LeaveOnlyHeadlineAndLinkOrNothing) {
  auto page = samples::excerpt_page();
  page.source.rights = Rights::link;
  auto html = article(page);
  EXPECT_TRUE(has(html, "Harbor ferries switch to electric power"));
  EXPECT_FALSE(has(html, "nine electric ferries"));
  EXPECT_TRUE(has(html, "href=\"https://tidewaterpost.example/harbor\""));
  page.source.rights = Rights::none;
  html = article(page);
  EXPECT_FALSE(has(html, "Harbor"));
  EXPECT_EQ(listing_item(page).headline, "");
}

TEST(Rights, AllowTranslationsOnlyOfFullTexts) {
  auto page = samples::spanish_page();
  page.source.rights = Rights::excerpt;
  const auto html = article(page);
  EXPECT_FALSE(has(html, "reabrió"));
  EXPECT_TRUE(has(html, "The Ellery bridge reopened"));
}

TEST(ArticlePage, SaysWhenItWasCorrected) {
  auto page = samples::turkish_page();
  auto box = between(article(page), "<aside class=\"correction\"", "</aside>");
  EXPECT_TRUE(has(box, "<time datetime=\"2026-08-15T21:05:00+07:00\">"));
  page.article.modified.reset();  // the outlet does not say: then as it was seen
  EXPECT_FALSE(has(between(article(page), "<aside class=\"correction\"", "</aside>"), "<time"));
  page.changed = parse_iso8601("2026-08-16T08:00:00Z")->utc;
  box = between(article(page), "<aside class=\"correction\"", "</aside>");
  EXPECT_TRUE(has(box, "<time datetime=\"2026-08-16T08:00:00"));
}

TEST(WithdrawnPage, SaysWhenItWasSeenToBeWithdrawn) {
  auto page = samples::withdrawn_page();
  page.changed = parse_iso8601("2026-08-17T08:00:00Z")->utc;
  EXPECT_TRUE(
      has(shipped_site().render_withdrawn(page).bytes, "<time datetime=\"2026-08-17T08:00:00"));
}

TEST(WithdrawnPage, SaysWhoWithdrewItAndKeepsTheSource) {
  const auto html = shipped_site().render_withdrawn(samples::withdrawn_page()).bytes;
  EXPECT_TRUE(has(html, "Meridian Wire has withdrawn this article."));
  EXPECT_TRUE(has(html, "<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_TRUE(has(html, "<ol class=\"stations\">"));
  EXPECT_TRUE(has(html, "Clara Whitcombe"));
  EXPECT_FALSE(has(html, "River bridge"));
  EXPECT_FALSE(has(html, "cables"));
}

TEST(ArticlePage, LeadsFromTheMastheadToEditionsElseToFrontPages) {
  const auto page = samples::turkish_page();
  const auto menu = between(article(page), "<nav class=\"langs\"", "</nav>");
  EXPECT_TRUE(has(menu, "href=\"/" + samples::vietnamese_page().path + "\" lang=\"vi\""));
  EXPECT_TRUE(has(menu, "href=\"/en/\""));
}

TEST(ArticlePage, RepeatsNoDatelineThatTheTextOpensWith) {
  auto page = samples::turkish_page();
  page.article.dateline = {"PORT ALDER", "Meridian Wire", "Nov 18"};
  EXPECT_TRUE(has(article(page), "<p class=\"dateline\""));
  page.article.blocks.front().text = "PORT ALDER, Nov 18 (Meridian Wire) - A satellite answered.";
  EXPECT_FALSE(has(article(page), "<p class=\"dateline\""));
}

}  // namespace
}  // namespace kaynak
