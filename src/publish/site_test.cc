#include "publish/site.h"

#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/json.h"
#include "base/strings.h"
#include "publish/page_text_for_tests.h"
#include "publish/samples_for_tests.h"
#include "text/url.h"

namespace kaynak {
namespace {

using samples::between;
using samples::count_of;
using samples::has;

using ::testing::AssertionFailure;
using ::testing::AssertionResult;
using ::testing::AssertionSuccess;

const Site& site() {
  static const Site loaded = samples::site();
  return loaded;
}

Json json_ld(const std::string& html) {
  auto parsed = parse_json(between(html, "<script type=\"application/ld+json\">", "</script>"));
  EXPECT_TRUE(parsed) << "JSON-LD does not parse";
  return parsed ? *parsed : Json();
}

std::string article(const ArticlePage& page) { return site().render_article(page).bytes; }

/// Elements that are never closed.
bool is_void(const std::string& name) {
  static const std::set<std::string> names = {"meta", "link", "img", "input", "br"};
  return names.count(name) != 0;
}

/// Whether every element is closed in order and every attribute quoted: a strict reading that
/// escaped text passes and markup from a value would not.
AssertionResult well_formed(const std::string& markup) {
  const bool html = markup.compare(0, 5, "<?xml") != 0;
  std::vector<std::string> open;
  for (auto at = markup.find('<'); at != std::string::npos; at = markup.find('<', at + 1)) {
    if (markup[at + 1] == '!' || markup[at + 1] == '?') continue;
    auto end = at + 1;
    for (bool quoted = false; end < markup.size() && (quoted || markup[end] != '>'); ++end)
      if (markup[end] == '"') quoted = !quoted;
    const bool closing = markup[at + 1] == '/';
    const auto name =
        markup.substr(at + 1 + closing, markup.find_first_of(" />", at + 2) - at - 1 - closing);
    if (closing) {
      if (open.empty() || open.back() != name)
        return AssertionFailure() << "</" << name << "> closes <"
                                  << (open.empty() ? "" : open.back())
                                  << ">: " << markup.substr(at > 80 ? at - 80 : 0, 120);
      open.pop_back();
    } else if (markup[end - 1] != '/' && !(html && is_void(name))) {
      open.push_back(name);
      if (name == "script") at = markup.find("</script>", at) - 1;
    }
  }
  if (!open.empty()) return AssertionFailure() << "<" << open.back() << "> is not closed";
  return AssertionSuccess();
}

TEST(ArticlePage, IsWellFormedInEveryForm) {
  for (const auto& page :
       {samples::vietnamese_page(), samples::turkish_page(), samples::spanish_page(),
        samples::english_wire_page(), samples::arabic_page(), samples::arabic_page_in_english(),
        samples::excerpt_page()})
    EXPECT_TRUE(well_formed(article(page))) << page.path;
  EXPECT_TRUE(well_formed(site().render_withdrawn(samples::withdrawn_page()).bytes));
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
  EXPECT_TRUE(has(site().render_withdrawn(page).bytes, "<time datetime=\"2026-08-17T08:00:00"));
}

TEST(WithdrawnPage, SaysWhoWithdrewItAndKeepsTheSource) {
  const auto html = site().render_withdrawn(samples::withdrawn_page()).bytes;
  EXPECT_TRUE(has(html, "Meridian Wire has withdrawn this article."));
  EXPECT_TRUE(has(html, "<meta name=\"robots\" content=\"noindex\">"));
  EXPECT_TRUE(has(html, "<ol class=\"stations\">"));
  EXPECT_TRUE(has(html, "Clara Whitcombe"));
  EXPECT_FALSE(has(html, "River bridge"));
  EXPECT_FALSE(has(html, "cables"));
}

TEST(FrontPage, ListsStoriesWithTheirMarks) {
  const auto html = site().render_front(samples::front_listing(LanguageTag("tr")), Time{}).bytes;
  EXPECT_TRUE(well_formed(html));
  const auto hero = between(html, "<div class=\"hero\">", "<div class=\"list\">");
  EXPECT_TRUE(has(hero, "href=\"/tr/2026/08/15/baraj.html\""));
  EXPECT_LT(hero.find("KCNA"), hero.find("Reuters"));
  EXPECT_LT(hero.find("Reuters"), hero.find("Song Báo"));
  EXPECT_TRUE(has(hero, "Çeviri: Elif Sönmez"));
  EXPECT_TRUE(has(hero, "3 yayın, ilki: KCNA"));
  EXPECT_TRUE(has(hero, "Yorumlar (2)"));
  EXPECT_TRUE(has(html, "Makine çevirisi"));
  EXPECT_TRUE(has(html, "<h2 lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(has(html, "hreflang=\"x-default\" href=\"https://kaynak.example/\""));
}

TEST(FrontPage, ShowsNoMoreStoriesThanAsked) {
  auto options = samples::options();
  options.front_page_stories = 3;
  const auto html =
      samples::site(options).render_front(samples::front_listing(LanguageTag("en")), Time{}).bytes;
  EXPECT_EQ(count_of(html, "<article class=\"item"), 3u);
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

TEST(Front, NamesALanguageOnlyWhereItIsAnother) {
  auto listing = samples::front_listing(LanguageTag("en"));
  listing.items.resize(1);
  listing.items[0].text_language = LanguageTag("en-GB");
  EXPECT_FALSE(has(site().render_front(listing, Time{}).bytes, "United Kingdom"));
  listing.items[0].text_language = LanguageTag("vi");
  EXPECT_TRUE(has(site().render_front(listing, Time{}).bytes, ">Vietnamese<"));
}

TEST(CommentForm, AsksToCheckOnlyWhatWasWritten) {
  CommentFormPage form;
  form.language = LanguageTag("en");
  EXPECT_FALSE(has(site().render_comment_form(form).bytes, "role=\"status\""));
  form.text = "Both bridges.";
  EXPECT_TRUE(has(site().render_comment_form(form).bytes, "send it once more"));
}

TEST(Feed, IsWellFormedRss) {
  const auto now = parse_iso8601("2026-08-20")->utc;
  const auto file = site().render_feed(samples::front_listing(LanguageTag("tr")), now);
  EXPECT_EQ(file.path, "tr/feed.xml");
  EXPECT_TRUE(well_formed(file.bytes));
  EXPECT_TRUE(
      has(file.bytes,
          "<guid isPermaLink=\"true\">https://kaynak.example/tr/2026/08/15/baraj.html</guid>"));
  EXPECT_TRUE(has(file.bytes, "<pubDate>Sat, 15 Aug 2026 07:30:00 GMT</pubDate>"));
  EXPECT_TRUE(has(file.bytes, "<lastBuildDate>Sat, 15 Aug 2026 09:20:00 GMT</lastBuildDate>"));
  EXPECT_TRUE(has(file.bytes, "<dc:creator>Ngoc Anh</dc:creator>"));
  EXPECT_TRUE(has(file.bytes, "<source url=\"https://songbao.example/\">Song Báo</source>"));
  EXPECT_TRUE(
      has(file.bytes, "<atom:link href=\"https://kaynak.example/tr/feed.xml\" rel=\"self\""));
}

TEST(Sitemaps, ListPagesByLanguageWithAnIndex) {
  const Time at = parse_iso8601("2026-08-15T00:00:00Z")->utc;
  const auto files =
      site().render_sitemaps({{LanguageTag("tr"), {{"tr/a.html", at}}}, {LanguageTag("en"), {}}});
  ASSERT_EQ(files.size(), 4u);
  EXPECT_EQ(files[0].path, "sitemap-tr.xml");
  EXPECT_TRUE(
      has(files[0].bytes,
          "<loc>https://kaynak.example/tr/a.html</loc><lastmod>2026-08-15T00:00:00Z</lastmod>"));
  EXPECT_EQ(files[2].path, "sitemap.xml");
  EXPECT_EQ(count_of(files[2].bytes, "<sitemap>"), 2u);
  EXPECT_EQ(files[3].path, "robots.txt");
  EXPECT_TRUE(has(files[3].bytes, "Sitemap: https://kaynak.example/sitemap.xml"));
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(well_formed(files[static_cast<std::size_t>(i)].bytes));
}

TEST(Sitemaps, SplitAtTheProtocolsLimit) {
  std::vector<std::pair<std::string, Time>> pages(50'001, {"tr/a.html", Time{}});
  const auto files = site().render_sitemaps({{LanguageTag("tr"), pages}});
  ASSERT_EQ(files.size(), 4u);
  EXPECT_EQ(files[1].path, "sitemap-tr-2.xml");
  EXPECT_EQ(count_of(files[1].bytes, "<url>"), 1u);
}

TEST(Statics, HoldTheStylesheetIconAndLanguageChoice) {
  std::set<std::string> paths;
  for (const auto& file : site().render_static()) {
    paths.insert(file.path);
    EXPECT_LT(file.bytes.size(), 30'000u) << file.path;
    if (file.path == "index.html") {
      EXPECT_TRUE(well_formed(file.bytes));
      EXPECT_TRUE(
          has(file.bytes, "<a href=\"/ar/\" lang=\"ar\" hreflang=\"ar\" dir=\"rtl\">العربية</a>"));
    }
  }
  EXPECT_EQ(paths, (std::set<std::string>{"static/style.css", "static/icon.svg", "index.html"}));
}

TEST(Pages, NeedNoScriptAndNoInlineStyle) {
  for (const auto& html :
       {article(samples::turkish_page()),
        site().render_front(samples::front_listing(LanguageTag("en")), Time{}).bytes,
        site().render_not_found(LanguageTag("en")).bytes}) {
    EXPECT_EQ(count_of(html, "<script"), count_of(html, "<script type=\"application/ld+json\">"));
    EXPECT_FALSE(has(html, " style=\""));
    EXPECT_FALSE(has(html, "<style"));
  }
}

TEST(Notice, SpeaksTheReadersLanguageAndLeadsOnlyBackIntoTheSite) {
  const auto notice = [](const std::string& key, const std::string& back) {
    return site().render_notice(LanguageTag("tr"), key, back).bytes;
  };
  EXPECT_TRUE(has(notice("comment.no_author", "tr/a.html"), "Lütfen bir ad yazın."));
  EXPECT_TRUE(has(notice("comment.thanks", "tr/a.html"), "href=\"/tr/a.html\""));
  EXPECT_TRUE(has(notice("no.such.key", ""), "Bir sorun çıktı."));
  for (const auto* evil :
       {"//evil.example", "https://evil.example", "javascript:alert(1)", "\\\\evil.example"})
    EXPECT_FALSE(has(notice("comment.thanks", evil), "evil.example\"")) << evil;
}

TEST(CommentForm, KeepsWhatTheReaderTypedAsText) {
  const auto html =
      site()
          .render_comment_form({LanguageTag("tr"), ArticleId("00ff"), "tr/a.html", "tok\"en",
                                "<b>Ada</b>", "\nbir\n</textarea><script>"})
          .bytes;
  EXPECT_TRUE(well_formed(html));
  EXPECT_TRUE(has(html, "name=\"token\" value=\"tok&quot;en\""));
  EXPECT_TRUE(has(html, "value=\"&lt;b&gt;Ada&lt;/b&gt;\""));
  // HTML drops one line feed right after the tag: the template's, not the reader's.
  EXPECT_TRUE(has(html, "dir=\"auto\">\n\nbir\n&lt;/textarea&gt;&lt;script&gt;</textarea>"));
  EXPECT_TRUE(has(html, "bir kez daha gönderin"));
  EXPECT_TRUE(has(html, "href=\"/tr/a.html\""));
}

TEST(Notice, KnowsEveryKeyOfTheServer) {
  for (const auto* key : {"comment.thanks", "comment.confirm", "comment.no_page", "comment.refused",
                          "comment.too_many", "comment.unavailable", "comment.no_author",
                          "comment.no_text", "comment.author_too_long", "comment.text_too_long",
                          "search.too_many", "search.unavailable"})
    EXPECT_FALSE(
        has(site().render_notice(LanguageTag("en"), key, "").bytes, "Something went wrong"))
        << key;
}

TEST(Search, EchoesTheQueryAsText) {
  const auto html =
      site()
          .render_search(LanguageTag("en"), "\"><script>x</script>", {LanguageTag("en"), {}})
          .bytes;
  EXPECT_TRUE(well_formed(html));
  EXPECT_TRUE(has(html, "value=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\""));
  EXPECT_TRUE(has(html, "No article has all these words."));
}

TEST(Paths, NameDayAndHeadline) {
  auto a = samples::vietnamese_story();
  EXPECT_EQ(site().path_for(LanguageTag("tr"), a, "Baraj açıldı"),
            "tr/2026/08/15/baraj-acildi-" + a.id.value.substr(0, 8) + ".html");
  a.published.reset();
  EXPECT_EQ(site().path_for(LanguageTag("tr"), a, ""),
            "tr/undated/" + a.id.value.substr(0, 8) + ".html");
  a.captured = parse_iso8601("2026-01-02T03:04:05Z")->utc;
  EXPECT_EQ(site().path_for(LanguageTag("tr"), a, "../../etc"),
            "tr/2026/01/02/etc-" + a.id.value.substr(0, 8) + ".html");
}

TEST(Loading, RefusesWhatCannotMakeASite) {
  const auto error = [](SiteOptions options, std::vector<Path> themes, Path locales) {
    const auto loaded = Site::load(options, themes, locales);
    return loaded ? std::string("loaded") : loaded.error().message();
  };
  const Path theme = Path(KAYNAK_ROOT) / "theme", locale = Path(KAYNAK_ROOT) / "locale";
  EXPECT_TRUE(has(error({}, {theme}, locale), "no languages"));
  auto options = samples::options();
  EXPECT_TRUE(has(error(options, {"/nowhere"}, locale),
                  "template article.mustache is in none of: /nowhere"));
  EXPECT_TRUE(has(error(options, {theme}, "/nowhere"), "en/interface.toml"));
  options.base_url = "javascript:alert(1)";
  EXPECT_TRUE(has(error(options, {theme}, locale), "base_url"));
  options = samples::options();
  options.languages.emplace_back("../x");
  EXPECT_TRUE(has(error(options, {theme}, locale), "not a language tag"));
}

TEST(Loading, PrefersTheFirstThemeAndLocale) {
  auto folder = TemporaryFolder::make();
  ASSERT_TRUE(folder);
  ASSERT_TRUE(write_file_atomically(folder->path() / "theme/foot.mustache",
                                    "<p>ours: {{w.site.front}}</p>\n"));
  ASSERT_TRUE(write_file_atomically(folder->path() / "locale/en/interface.toml",
                                    "[site]\nfront = \"Home\"\n"));
  const auto loaded =
      Site::load(samples::options(), {folder->path() / "theme", Path(KAYNAK_ROOT) / "theme"},
                 std::vector<Path>{folder->path() / "locale", Path(KAYNAK_ROOT) / "locale"});
  ASSERT_TRUE(loaded) << loaded.error().message();
  const auto html = loaded->render_not_found(LanguageTag("en")).bytes;
  EXPECT_TRUE(has(html, "<p>ours: Home</p>"));
  EXPECT_TRUE(has(html, "Page not found"));  // words that the newsroom's file lacks
}

TEST(Loading, PutsTheSiteBelowAPath) {
  auto options = samples::options();
  options.base_url = "https://host.example/news";
  const auto html = samples::site(options).render_article(samples::turkish_page()).bytes;
  EXPECT_TRUE(has(html, "href=\"/news/static/style.css?v="));
  EXPECT_TRUE(has(html, "action=\"/news/tr/comment\""));
  EXPECT_TRUE(has(html, "rel=\"canonical\" href=\"https://host.example/news/tr/2026"));
}

}  // namespace
}  // namespace kaynak
