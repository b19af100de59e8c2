#include "publish/site.h"

#include <gtest/gtest.h>

#include <set>

#include "base/strings.h"
#include "publish/page_text_for_tests.h"
#include "publish/samples_for_tests.h"
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

TEST(FrontPage, ListsStoriesWithTheirMarks) {
  const auto html =
      shipped_site().render_front(samples::front_listing(LanguageTag("tr")), Time{}).bytes;
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

TEST(Front, NamesALanguageOnlyWhereItIsAnother) {
  auto listing = samples::front_listing(LanguageTag("en"));
  listing.items.resize(1);
  listing.items[0].text_language = LanguageTag("en-GB");
  EXPECT_FALSE(has(shipped_site().render_front(listing, Time{}).bytes, "United Kingdom"));
  listing.items[0].text_language = LanguageTag("vi");
  EXPECT_TRUE(has(shipped_site().render_front(listing, Time{}).bytes, ">Vietnamese<"));
}

TEST(CommentForm, AsksToCheckOnlyWhatWasWritten) {
  CommentFormPage form;
  form.language = LanguageTag("en");
  EXPECT_FALSE(has(shipped_site().render_comment_form(form).bytes, "role=\"status\""));
  form.text = "Both bridges.";
  EXPECT_TRUE(has(shipped_site().render_comment_form(form).bytes, "send it once more"));
}

TEST(Feed, IsWellFormedRss) {
  const auto now = parse_iso8601("2026-08-20")->utc;
  const auto file = shipped_site().render_feed(samples::front_listing(LanguageTag("tr")), now);
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
  const auto files = shipped_site().render_sitemaps(
      {{LanguageTag("tr"), {{"tr/a.html", at}}}, {LanguageTag("en"), {}}});
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
  const auto files = shipped_site().render_sitemaps({{LanguageTag("tr"), pages}});
  ASSERT_EQ(files.size(), 4u);
  EXPECT_EQ(files[1].path, "sitemap-tr-2.xml");
  EXPECT_EQ(count_of(files[1].bytes, "<url>"), 1u);
}

TEST(Statics, HoldTheStylesheetIconAndLanguageChoice) {
  std::set<std::string> paths;
  for (const auto& file : shipped_site().render_static()) {
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
        shipped_site().render_front(samples::front_listing(LanguageTag("en")), Time{}).bytes,
        shipped_site().render_not_found(LanguageTag("en")).bytes}) {
    EXPECT_EQ(count_of(html, "<script"), count_of(html, "<script type=\"application/ld+json\">"));
    EXPECT_FALSE(has(html, " style=\""));
    EXPECT_FALSE(has(html, "<style"));
  }
}

TEST(Notice, SpeaksTheReadersLanguageAndLeadsOnlyBackIntoTheSite) {
  const auto notice = [](const std::string& key, const std::string& back) {
    return shipped_site().render_notice(LanguageTag("tr"), key, back).bytes;
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
      shipped_site()
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
        has(shipped_site().render_notice(LanguageTag("en"), key, "").bytes, "Something went wrong"))
        << key;
}

TEST(Search, EchoesTheQueryAsText) {
  const auto html =
      shipped_site()
          .render_search(LanguageTag("en"), "\"><script>x</script>", {LanguageTag("en"), {}})
          .bytes;
  EXPECT_TRUE(well_formed(html));
  EXPECT_TRUE(has(html, "value=\"&quot;&gt;&lt;script&gt;x&lt;/script&gt;\""));
  EXPECT_TRUE(has(html, "No article has all these words."));
}

TEST(Paths, NameDayAndHeadline) {
  auto a = samples::vietnamese_story();
  EXPECT_EQ(shipped_site().path_for(LanguageTag("tr"), a, "Baraj açıldı"),
            "tr/2026/08/15/baraj-acildi-" + a.id.value.substr(0, 8) + ".html");
  a.published.reset();
  EXPECT_EQ(shipped_site().path_for(LanguageTag("tr"), a, ""),
            "tr/undated/" + a.id.value.substr(0, 8) + ".html");
  a.captured = parse_iso8601("2026-01-02T03:04:05Z")->utc;
  EXPECT_EQ(shipped_site().path_for(LanguageTag("tr"), a, "../../etc"),
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
