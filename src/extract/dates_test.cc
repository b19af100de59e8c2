#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "extract/date_claims.h"
#include "extract/date_labels.h"
#include "extract/page_dates.h"
#include "extract/page_for_tests.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

std::string shown(const std::optional<ZonedTime>& t) {
  return !t ? "none" : t->has_time ? to_rfc3339(*t) : to_day(*t);
}
/// Dates of an article whose headline is followed by `inside`; its address holds no date.
PageDates dates_of(std::string_view inside, std::string_view head = "", std::string_view after = "",
                   std::string_view url = "https://a.example/ice",
                   std::string_view language = "en") {
  const Document page = parse_for_test(page_with(inside, head, after));
  const StructuredData data = read_structured_data(page, url, "Ice breaks early in Norrvik");
  const PageMap map = map_page(page);
  const Content content = score_content(page, map, {});
  NodeIndex headline = no_node;
  for (NodeIndex i = 0; i < page.nodes().size(); ++i)
    if (page.node(i).tag == Tag::h1) headline = i;
  return find_dates_of_page(page, map, content, data, headline, url, language, {});
}
std::string published(std::string_view inside, std::string_view head = "",
                      std::string_view after = "", std::string_view url = "https://a.example/ice",
                      std::string_view language = "en") {
  return shown(dates_of(std::string(inside) + news_text(), head, after, url, language).published);
}

std::string segments(std::string_view line) {
  const std::string folded = fold(line);
  std::string out;
  for (const auto& [text, label] : date_segments(folded)) {
    out += label == DateLabel::published ? 'P'
           : label == DateLabel::updated ? 'U'
           : label == DateLabel::other   ? 'O'
                                         : '-';
  }
  return out;
}

TEST(DateLabels, SayWhatADateIsTheDateOf) {
  for (const auto& [line, wanted] : std::vector<std::pair<std::string, std::string>>{
           {"Published 24 November 2026", "P"},
           {"Published 24 November 2026 | Updated 25 November 2026", "PU"},
           {"24 November 2026, updated 25 November 2026", "-U"},
           {"Last updated date: 25 November 2026", "U"},
           {"24 Nov 2026 | Originally published", "P"},
           {"Member since 2019", "O"},
           {"© 2026 Havsbild", "O"},
           {"Stand: 24.11.2026", "U"},
           {"They stand 24 metres high", "-"},
           {"Veröffentlicht am 24.11.2026 - Aktualisiert: 25.11.2026", "PU"},
           {"Mis à jour le 25 novembre 2026", "U"},
           {"Publicado el 24/11/2026. Última actualización 25/11/2026", "PU"},
           {"Giriş: 24.11.2026 - Güncelleme: 25.11.2026", "PU"},
           {"Ngày đăng: 24/11/2026", "P"},
           {"Cập nhật lúc 10:30, 25/11/2026", "U"},
           {"نشر في 24 نوفمبر 2026", "P"},
           {"آخر تحديث: 25 نوفمبر 2026", "U"},
           {"Опубликовано 24.11.2026, обновлено 25.11.2026", "PU"},
           {"发布时间：2026-11-24 更新：2026-11-25", "PU"},
           {"입력 2026-11-24 수정 2026-11-25", "PU"},
           {"公開日 2026年11月24日", "P"},
           {"เผยแพร่ 24 พ.ย. 2569", "P"}})
    EXPECT_EQ(segments(line), wanted) << line;
}

TEST(DateInUrl, ReadsDaysOfManyForms) {
  const auto day = [](std::string_view url) { return shown(date_in_url(url)); };
  EXPECT_EQ(day("https://a.example/2026/aug/15/ice"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/2026/August/15/ice"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/news/15-08-2026"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/news/15-08-2026123"), "none");
  EXPECT_EQ(day("https://a.example/2026/ice/15/"), "none");
}

TEST(DateInUrl, ReadsDaysWithinNumbers) {
  const auto day = [](std::string_view url) { return shown(date_in_url(url)); };
  EXPECT_EQ(day("https://a.example/news/15082026-ice"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/view/A2026081514320005196"), "2026-08-15");
  EXPECT_EQ(day("https://a.example/view/A2026131514320005196"), "none");  // no month
  EXPECT_EQ(day("https://a.example/id/2026081514"), "none");
  EXPECT_EQ(day("https://archive.example/web/20260815143200/http://a.example/ice"), "none");
  EXPECT_EQ(day("https://archive.example/web/20260815143200/http://a.example/2026/08/01/ice"),
            "2026-08-01");
}

TEST(PageDates, TellPublicationFromUpdate) {
  const PageDates d = dates_of(
      "<p class=meta>Updated 25 November 2026</p><p class=meta>Published 24 November "
      "2026</p>" +
      news_text());
  EXPECT_EQ(shown(d.published), "2026-11-24");
  EXPECT_EQ(shown(d.modified), "2026-11-25");
}

TEST(PageDates, StandBesideOtherInlineElements) {
  EXPECT_EQ(published("<div class=meta><a href=/sea>Sea</a><span>November 24, "
                      "2026</span><span>Updated: November 25, 2026</span></div>"),
            "2026-11-24");
}

TEST(PageDates, TakeALabelFromTheBlockBefore) {
  EXPECT_EQ(published("<dl><dt>Veröffentlicht</dt><dd>24. November 2026</dd></dl>", "", "",
                      "https://a.example/eis", "de"),
            "2026-11-24");
}

TEST(PageDates, ReadMicrodataAndRdfa) {
  EXPECT_EQ(published("<span itemprop=datePublished "
                      "content='2026-11-24T08:30:00+07:00'>today</span>"),
            "2026-11-24T08:30:00+07:00");
  EXPECT_EQ(published("<span property=schema:dateModified content=2026-11-25></span><span "
                      "property=schema:datePublished content=2026-11-24></span>"),
            "2026-11-24");
}

TEST(PageDates, ReadNamesOfManySystems) {
  for (const char* name : {"publish_date", "PublishDate", "bt:pubDate", "DC.date.issued",
                           "parsely-pub-date", "sailthru.date", "x:published_time"})
    EXPECT_EQ(
        published("", "<meta name='" + std::string(name) + "' content='2026-11-24T08:30:00Z'>"),
        "2026-11-24T08:30:00Z")
        << name;
  EXPECT_EQ(published("", "<meta name='event:start_time' content='2026-12-01'>"), "none");
}

TEST(PageDates, PreferAPlainNameToAVendors) {
  EXPECT_EQ(published("",
                      "<meta name=pubdate content=2026-11-20><meta "
                      "property=article:published_time content=2026-11-24>"),
            "2026-11-24");
}

TEST(PageDates, LetAVagueDateGiveWayToAnEarlierShownOne) {
  const std::string_view vague = "<meta name=date content=2026-11-25>";
  EXPECT_EQ(published("<p class=post-date>24 November 2026</p>", vague), "2026-11-24");
  EXPECT_EQ(published("<p class=post-date>26 November 2026</p>", vague), "2026-11-25");
}

TEST(PageDates, KeepThePagesOwnDay) {
  const std::string_view utc =
      "<meta property=article:published_time content='2026-11-25T03:30:00Z'>";
  EXPECT_EQ(published("<p class=date>24 November 2026, 22:30</p>", utc),
            "2026-11-24T22:30:00-05:00");
  EXPECT_EQ(published("", utc, "", "https://a.example/2026/11/24/ice"),
            "2026-11-24T23:30:00-04:00");
  // another minute is another event; a day too far away is none of this page's
  EXPECT_EQ(published("<p class=date>24 November 2026, 22:41</p>", utc), "2026-11-25T03:30:00Z");
  EXPECT_EQ(published("", utc, "", "https://a.example/2026/11/20/ice"), "2026-11-25T03:30:00Z");
}

TEST(PageDates, AreNotThoseOfOtherThings) {
  for (const char* inside :
       {"<p>Member since 12 March 2019</p>",
        "<figure><figcaption>The quay, 12 March "
        "2019</figcaption></figure>",
        "<aside><a href=/x>The quay was built long ago and has stood since, says the town</a> "
        "<time "
        "datetime=2026-11-20>20 November</time></aside>",
        "<ul class=related><li><a href=/x>The quay was built long ago and has stood since, says "
        "the town</a> <span class=date>12 March 2019</span></li></ul>",
        "<div class=event-date>Begins: 1 December 2026</div>"})
    EXPECT_EQ(published(inside), "none") << inside;
  EXPECT_EQ(published("", "", "<footer><p>© 12 March 2019 Havsbild</p></footer>"), "none");
  EXPECT_EQ(published("", "",
                      "<section id=comments><div class=comment><time "
                      "datetime=2026-11-30T10:00:00Z>30 November</time><p>Nice.</p></div></"
                      "section>"),
            "none");
}

TEST(PageDates, StandBesideTheAuthorOrAtTheEnd) {
  EXPECT_EQ(published("<p>By Mira Lind · 24 November 2026</p>"), "2026-11-24");
  EXPECT_EQ(dates_of(news_text() + "<p>This entry was posted on 24 November 2026 at 2:48 pm and "
                                   "is filed under Sea, Harbours and Ships of the North.</p>")
                .published.has_value(),
            true);
}

TEST(PageDates, OpenTheFirstParagraph) {
  EXPECT_EQ(shown(dates_of("<p>Norrvik (24 November 2026) - The ice in the harbour broke on "
                           "Monday, a month before it usually does, the port authority said.</p>" +
                           news_text())
                      .published),
            "2026-11-24");
  EXPECT_EQ(shown(dates_of("<p>In 24 November 2026 words the ice in the harbour broke, a month "
                           "before it usually does, the port authority said.</p>" +
                           news_text())
                      .published),
            "none");
}

TEST(PageDates, ComeFromScriptsWhereNothingElseSaysThem) {
  EXPECT_EQ(published("",
                      "<script>var s = {\"id\":7,\"publishedAt\":\"2026-11-24T08:30:00Z\"}"
                      "</script>"),
            "2026-11-24T08:30:00Z");
  EXPECT_EQ(published("",
                      "<script>self.push([1,\"{\\\"publish_date\\\":\\\"2026-11-24\\\"}\"])"
                      "</script>"),
            "2026-11-24");
  EXPECT_EQ(published("", "<script>var firstPublicationDate = '20261124';</script>"), "2026-11-24");
  EXPECT_EQ(published("", "<script>var s = {\"publisher\":\"2026-11-24\"}</script>"), "none");
}

constexpr std::string_view changed_in_may =
    "<meta property=article:published_time content=2025-11-24T08:30:00Z>"
    "<meta property=article:modified_time content=2026-05-06T10:00:00Z>";

TEST(PageDates, AreOfTheDayThePageShowsWhereItWasSetForwardToAChange) {
  const PageDates d = dates_of("<p class=meta>6 May 2026</p>" + news_text(), changed_in_may);
  EXPECT_EQ(shown(d.published), "2026-05-06T10:00:00Z");
  EXPECT_EQ(shown(d.first_published), "2025-11-24T08:30:00Z");
}

TEST(PageDates, StayThoseOfPublicationWhereAChangeIsCalledOne) {
  for (const std::string line :
       {"<p class=meta>Updated 6 May 2026</p>", "", "<p class=meta>24 November 2025</p>",
        "<div class=when datetime=2026-05-06>\n<em>Last Updated:</em> May 6, 2026</div>"}) {
    const PageDates d = dates_of(line + news_text(), changed_in_may);
    EXPECT_EQ(shown(d.published), "2025-11-24T08:30:00Z") << line;
    EXPECT_EQ(shown(d.first_published), "none") << line;
  }
}

TEST(PageDates, StayThoseOfTheEveningWhereNewsRunsOverMidnight) {
  const PageDates d =
      dates_of("<p class=meta>25 November 2026</p>" + news_text(),
               "<meta property=article:published_time "
               "content=2026-11-24T23:17:00+09:00><meta property=article:modified_time "
               "content=2026-11-25T00:06:00+09:00>");
  EXPECT_EQ(shown(d.published), "2026-11-24T23:17:00+09:00");
}

TEST(PageDates, OfAListingAreThoseOfItsFirstItem) {
  const Document page = parse_for_test(
      "<body><h2>Ice breaks</h2><span>30 August 2026</span><h2>Boats return</h2>"
      "<time datetime=2026-08-17>17 August</time>");
  const PageMap map = map_page(page);
  EXPECT_EQ(shown(first_day_listed(page, map, "en", {})), "2026-08-30");
  const auto fetched = parse_iso8601("2026-08-20T10:00:00Z");
  EXPECT_EQ(shown(first_day_listed(page, map, "en", fetched->utc)), "2026-08-17");
  const Document bare = parse_for_test("<body><h2>Ice breaks</h2>");
  EXPECT_EQ(shown(first_day_listed(bare, map_page(bare), "en", {})), "none");
}

TEST(PageDates, OrderDayAndMonthAsTheAddressDoes) {
  const std::string line = "<p class=meta>Published 03/10/2026</p>";
  EXPECT_EQ(published(line), "2026-03-10");
  EXPECT_EQ(published(line, "", "", "https://a.example/2026/october/03/ice"), "2026-10-03");
  EXPECT_EQ(published(line, "", "", "https://a.example/2026/10/05/ice"), "2026-03-10");
}

TEST(PageDates, ComeFromTheTitleAtLast) {
  const auto titled = [](std::string_view title) {
    const Document page = parse_for_test("<html lang=de><title>" + std::string(title) +
                                         "</title><body><h1>Boote</h1>" + news_text());
    const PageMap map = map_page(page);
    return shown(
        find_dates_of_page(page, map, score_content(page, map, {}), {}, no_node, "", "de", {})
            .published);
  };
  EXPECT_EQ(titled("24.11.2026 | Das Eis bricht früh"), "2026-11-24");
  EXPECT_EQ(titled("Boote - 26 Oktober 2010 - Blog"), "2010-10-26");
  EXPECT_EQ(titled("Das Eis von 2026 - Teil 3"), "none");
}

TEST(PageDates, AreBelievedOnlyUntilThePageWasFetched) {
  const Document page =
      parse_for_test(page_with("<time datetime=2027-11-24>24 November</time>" + news_text()));
  const PageMap map = map_page(page);
  const Content content = score_content(page, map, {});
  const auto fetched = parse_iso8601("2026-11-25T10:00:00Z");
  EXPECT_FALSE(
      find_dates_of_page(page, map, content, {}, no_node, "", "en", fetched->utc).published);
}

TEST(PageDates, AreFoundInTheNamedPartOfALongLine) {
  const std::string rest =
      "<a href=/w>durch Stefanie Brandt-Aasen</a><a href=#c>Keine Kommentare</a><em><a href=/1>"
      "Hafen</a>, <a href=/2>Handgepflücktes</a>, <a href=/3>Neues vom Meer</a></em></div>";
  EXPECT_EQ(published("<div><a class=post-meta-time href=/d>24/11/2026</a>" + rest), "2026-11-24");
  EXPECT_EQ(published("<div><a class=tide-link href=/d>24/11/2026</a>" + rest), "none");
}

}  // namespace
}  // namespace kaynak::extract_detail
