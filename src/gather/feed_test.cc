#include "gather/feed.h"

#include "gather/feed_date.h"
#include "gather/feed_repair.h"
#include "gather/feed_text.h"
#include "gather/inspect.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

/// How many items a feed that is not well-formed has, by its tags.
std::size_t items_by_tags(const std::string& text) {
  std::size_t count = 0;
  for (const std::string_view tag : {"<item>", "<item ", "<entry>", "<entry "})
    for (auto at = text.find(tag); at != std::string::npos; at = text.find(tag, at + 1)) ++count;
  return count;
}

TEST(Feed, FindsEveryItemOfRealFeedsThatAreBroken) {
  const auto rows = read_rows("feeds/real-counts.jsonl");
  KAYNAK_NEED_DATA(rows);
  const auto files = read_tar("feeds/real-files.tar.gz");
  int asked = 0;
  for (const auto& row : rows) {
    const auto file = files.find(row["id"].as_string());
    if (!row["counts"].contains("error") || file == files.end()) continue;
    const auto want = items_by_tags(file->second);
    if (want == 0) continue;
    ++asked;
    const auto feed = must(parse_feed(file->second, "https://outlet.example/feed"));
    EXPECT_EQ(feed.items.size(), want) << file->first;
  }
  EXPECT_EQ(asked, 3);
  EXPECT_GT(must(parse_feed(files.at("rsparser/allthis-partial.json"))).items.size(), 0u);
}

TEST(Feed, FindsEveryItemOfRealFeeds) {
  const auto rows = read_rows("feeds/real-counts.jsonl");
  KAYNAK_NEED_DATA(rows);
  const auto files = read_tar("feeds/real-files.tar.gz");
  int asked = 0, good = 0;
  for (const auto& row : rows) {
    const auto& counts = row["counts"];
    const auto& kind = counts["kind"].as_string();
    const auto& id = row["id"].as_string();
    if (kind != "feed" && kind != "rss" && kind != "rdf" && kind != "json") continue;
    ++asked;
    const char* key = kind == "feed" ? "entry" : kind == "json" ? "items" : "item";
    const auto feed = parse_feed(files.at(id), "https://outlet.example/feed");
    const auto want = static_cast<std::size_t>(counts[key].as_int());
    good += feed && feed->items.size() == want;
    if (!feed || feed->items.size() != want)
      std::cout << id << ": "
                << (feed ? std::to_string(feed->items.size()) : feed.error().message())
                << " items, not " << want << "\n";
  }
  std::cout << good << " of " << asked << " real feeds\n";
  EXPECT_EQ(good, asked);
}

using gather_detail::html_to_line;
using gather_detail::html_to_text;

Feed read(const std::string& bytes, const std::string& base = "https://outlet.example/feed") {
  return must(parse_feed(bytes, base));
}
std::string rss(const std::string& inside) {
  return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/' "
         "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
         "xmlns:media='http://search.yahoo.com/mrss/'><channel><title>Outlet</title>" +
         inside + "</channel></rss>";
}

TEST(Feed, ReadsAnRssItemWhole) {
  const auto feed = read(rss(
      "<language>vi</language><link>https://outlet.example/</link><item><title>A &amp;amp; "
      "B</title>"
      "<link> /news/1 </link><guid isPermaLink='false'>id-1</guid>"
      "<pubDate>Wed, 25 Nov 2026 10:04:05 +0700</pubDate>"
      "<description>&lt;p&gt;Short &lt;b&gt;text&lt;/b&gt;&lt;/p&gt;</description>"
      "<content:encoded><![CDATA[<p>One.</p><p>Two<br>lines.</p><script>x()</script>]]></"
      "content:encoded>"
      "<dc:creator>Ngoc Anh</dc:creator><author>desk@outlet.example (The Desk)</author>"
      "<category>World</category><enclosure url='a.jpg' type='image/jpeg' length='12'/>"
      "<media:group><media:content url='https://cdn.example/v.mp4' type='video/mp4' fileSize='9'/>"
      "</media:group></item>"));
  EXPECT_EQ(feed.format, "rss");
  EXPECT_EQ(feed.language, "vi");
  ASSERT_EQ(feed.items.size(), 1u);
  const auto& item = feed.items[0];
  EXPECT_EQ(item.title, "A & B");
  EXPECT_EQ(item.url, "https://outlet.example/news/1");
  EXPECT_EQ(item.id, "id-1");
  EXPECT_EQ(to_rfc3339(*item.published), "2026-11-25T10:04:05+07:00");
  EXPECT_EQ(item.summary, "Short text");
  EXPECT_EQ(item.content_text, "One.\n\nTwo\nlines.");
  EXPECT_EQ(item.authors, (std::vector<std::string>{"Ngoc Anh", "The Desk"}));
  EXPECT_EQ(item.categories, std::vector<std::string>{"World"});
  ASSERT_EQ(item.enclosures.size(), 2u);
  EXPECT_EQ(item.enclosures[0].url, "https://outlet.example/a.jpg");
  EXPECT_EQ(item.enclosures[1].length, 9);
  EXPECT_TRUE(feed.problems.empty());
}

TEST(Feed, ReadsAtomWithBasesAndTombstones) {
  const auto feed = read(
      "<a:feed xmlns:a='http://www.w3.org/2005/Atom' "
      "xmlns:at='http://purl.org/atompub/tombstones/1.0'"
      " xml:base='/tr/' "
      "xml:lang='tr'><a:title>Gazete</a:title><a:author><a:name>Masa</a:name></a:author>"
      "<a:entry xml:base='2026/'><a:id>tag:1</a:id><a:title type='text'>x &lt; y</a:title>"
      "<a:link rel='self' href='self'/><a:link "
      "href='haber'/><a:updated>2026-11-25T03:04:05Z</a:updated>"
      "<a:content type='xhtml'><div "
      "xmlns='http://www.w3.org/1999/xhtml'><p>Bir</p><p>&lt;iki&gt;</p>"
      "</div></a:content></a:entry>"
      "<at:deleted-entry ref='https://outlet.example/old' when='2026-11-25T03:04:05Z'/></a:feed>");
  EXPECT_EQ(feed.format, "atom");
  EXPECT_EQ(feed.language, "tr");
  ASSERT_EQ(feed.items.size(), 2u);
  const auto& entry = feed.items[feed.items[0].deleted ? 1 : 0];
  EXPECT_EQ(entry.url, "https://outlet.example/tr/2026/haber");
  EXPECT_EQ(entry.title, "x < y");
  EXPECT_EQ(entry.content_text, "Bir\n\n<iki>");
  EXPECT_EQ(entry.authors, std::vector<std::string>{"Masa"});
  EXPECT_FALSE(entry.published);
  const auto& gone = feed.items[feed.items[0].deleted ? 0 : 1];
  EXPECT_TRUE(gone.deleted);
  EXPECT_EQ(gone.url, "https://outlet.example/old");
}

TEST(Feed, KnowsWhatAFeedSaysOfItself) {
  const auto feed = read(
      "<rss version='2.0' xmlns:atom='http://www.w3.org/2005/Atom' "
      "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/' "
      "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel><title>T</title>"
      "<description>Sub</description><copyright>(c) Outlet</copyright><generator>G</generator>"
      "<image><url>/logo.png</url><title>not the feed's</title><link>/not</link></image>"
      "<lastBuildDate>Wed, 25 Nov 2026 10:04:05 GMT</lastBuildDate>"
      "<atom:link rel='self' href='/feed'/><atom:link rel='hub' href='https://hub.example/'/>"
      "<atom:link rel='next' href='?page=2'/><atom:link rel='prev-archive' href='/old'/>"
      "<skipHours><hour>3</hour><hour>24</hour><hour>99</hour></skipHours>"
      "<itunes:new-feed-url>https://new.example/feed</itunes:new-feed-url>"
      "<sy:updateFrequency>2</sy:updateFrequency><sy:updatePeriod>hourly</sy:updatePeriod>"
      "</channel></rss>");
  EXPECT_EQ(feed.version, "2.0");
  EXPECT_EQ(feed.subtitle, "Sub");
  EXPECT_EQ(feed.rights, "(c) Outlet");
  EXPECT_EQ(feed.generator, "G");
  EXPECT_EQ(feed.image, "https://outlet.example/logo.png");
  EXPECT_EQ(to_rfc3339(*feed.updated), "2026-11-25T10:04:05Z");
  EXPECT_EQ(feed.self, "https://outlet.example/feed");
  EXPECT_EQ(feed.hub, "https://hub.example/");
  EXPECT_EQ(feed.next, "https://outlet.example/feed?page=2");
  EXPECT_EQ(feed.archive, "https://outlet.example/old");
  EXPECT_EQ(feed.moved_to, "https://new.example/feed");
  EXPECT_EQ(feed.skip_hours, (std::vector<int>{3, 0}));
  EXPECT_EQ(feed.poll_hint, Seconds(1800));
  EXPECT_TRUE(feed.link.empty());
  EXPECT_EQ(read(rss("<ttl>60</ttl>")).poll_hint, Seconds(3600));
  EXPECT_FALSE(read(rss("<ttl>-1</ttl>")).poll_hint);
  EXPECT_FALSE(read(rss("<ttl>99999999999999</ttl>")).poll_hint);
}

TEST(Feed, KnowsWhereAnItemIsFromAndWhatItAllows) {
  const auto feed = read(
      "<feed xmlns='http://www.w3.org/2005/Atom' "
      "xmlns:thr='http://purl.org/syndication/thread/1.0' "
      "xml:lang='en'><title>T</title><entry><id>/a</id><title xml:lang='de'>X</title>"
      "<rights>mine</rights><link rel='license' href='https://licence.example/by'/>"
      "<link rel='alternate' hreflang='de' href='/x'/>"
      "<category term='t' scheme='https://cv.example/' label='Topic'/><contributor><name>B</name>"
      "</contributor><thr:in-reply-to ref='tag:parent'/><thr:total>3</thr:total>"
      "<source><title>Agency</title><author><name>Ada</name></author><link rel='self' "
      "href='https://agency.example/feed'/><rights>theirs</rights></source></entry></feed>");
  const auto& item = feed.items.at(0);
  EXPECT_EQ(item.id, "https://outlet.example/a");
  EXPECT_EQ(item.language, "de");
  EXPECT_EQ(item.rights, "mine");
  EXPECT_EQ(item.license, "https://licence.example/by");
  EXPECT_EQ(item.links.at(1).language, "de");
  EXPECT_EQ(item.tags.at(0).term, "t");
  EXPECT_EQ(item.tags.at(0).scheme, "https://cv.example/");
  EXPECT_EQ(item.categories, std::vector<std::string>{"Topic"});
  EXPECT_EQ(item.contributors, std::vector<std::string>{"B"});
  EXPECT_EQ(item.in_reply_to, "tag:parent");
  EXPECT_EQ(item.replies, 3);
  ASSERT_TRUE(item.source);
  EXPECT_EQ(item.source->title, "Agency");
  EXPECT_EQ(item.source->self, "https://agency.example/feed");
  EXPECT_EQ(item.source->rights, "theirs");
  EXPECT_EQ(item.authors, std::vector<std::string>{"Ada"});
}

TEST(Feed, KeepsWhatIsSaidOfPictures) {
  const auto feed = read(
      rss("<item><media:title>module</media:title><title>own</title><media:credit>Photo "
          "Desk</media:credit>"
          "<media:group><media:content url='/v.mp4' medium='video'/><media:thumbnail url='/t.jpg'/>"
          "<media:description>A pier</media:description></media:group>"
          "<media:content url='/p.jpg' type='image/jpeg'><media:credit>Ayşe</media:credit>"
          "</media:content></item>"));
  const auto& item = feed.items.at(0);
  EXPECT_EQ(item.title, "own");
  ASSERT_EQ(item.media.size(), 2u);
  EXPECT_EQ(item.media[0].url, "https://outlet.example/v.mp4");
  EXPECT_EQ(item.media[0].medium, "video");
  EXPECT_EQ(item.media[0].thumbnail, "https://outlet.example/t.jpg");
  EXPECT_EQ(item.media[0].description, "A pier");
  EXPECT_EQ(item.media[0].credits, std::vector<std::string>{"Photo Desk"});
  EXPECT_EQ(item.media[1].credits, std::vector<std::string>{"Ayşe"});
  EXPECT_EQ(item.image, "https://outlet.example/t.jpg");
  EXPECT_EQ(item.enclosures.size(), 2u);
}

TEST(Feed, ReadsJsonFeeds) {
  const auto feed =
      read(R"({"version":"https://jsonfeed.org/version/1.1","title":"T","language":"es",
    "items":[{"id":7,"url":"/a","title":"A","content_html":"<p>B &amp; C","date_published":
    "2026-11-25T03:04:05+01:00","authors":[{"name":"Ana"}],"tags":["x"],
    "attachments":[{"url":"https://cdn.example/a.mp3","mime_type":"audio/mpeg","size_in_bytes":5}]}]})");
  EXPECT_EQ(feed.format, "json");
  ASSERT_EQ(feed.items.size(), 1u);
  EXPECT_EQ(feed.items[0].id, "7");
  EXPECT_EQ(feed.items[0].url, "https://outlet.example/a");
  EXPECT_EQ(feed.items[0].content_text, "B & C");
  EXPECT_EQ(feed.items[0].enclosures.at(0).length, 5);
  EXPECT_EQ(parse_feed("{\"a\":1}").error().code, ErrorCode::malformed);
  EXPECT_EQ(read(R"({"items":[{"id":"1"},{"id":"2","title":"cut)").items.size(), 1u);
}

TEST(Feed, KeepsItemsAfterABrokenOne) {
  const auto feed = read(rss(
      "<item><title>One</title><link>https://outlet.example/1</link></item>"
      "<item><title>Two <b>bold</title><description>a < b & c &nbsp;&eacute; &bogus;</description>"
      "<link>https://outlet.example/2</link>"
      "<item><title>Three</title><link attr=unquoted>https://outlet.example/3</link></wrong></item>"
      "<item><title>Fo\x01ur"));
  ASSERT_EQ(feed.items.size(), 4u);
  EXPECT_EQ(feed.items[1].title, "Two bold");
  EXPECT_EQ(feed.items[1].url, "https://outlet.example/2");
  EXPECT_EQ(feed.items[1].summary, "a < b & c é &bogus;");
  EXPECT_EQ(feed.items[2].title, "Three");
  EXPECT_EQ(feed.items[3].title, "Four");
  EXPECT_FALSE(feed.problems.empty());
}

TEST(Feed, SaysWhenThereIsNone) {
  EXPECT_EQ(parse_feed("").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_feed("<html><body>x</body></html>").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_feed("plain words").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_feed(std::string((32u << 20) + 1, ' ')).error().code, ErrorCode::too_large);
}

TEST(Feed, KeepsToItsLimits) {
  std::string items;
  for (int i = 0; i < 10050; ++i) items += "<item><title>x</title></item>";
  const auto feed = read(rss(items));
  EXPECT_EQ(feed.items.size(), 10000u);
  EXPECT_FALSE(feed.problems.empty());
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<d>";
  EXPECT_EQ(read(rss("<item><title>x</title>" + deep)).items.size(), 1u);
}

TEST(Feed, TakesAddressesOfTheWebAlone) {
  const auto feed =
      read(rss("<item><link>javascript:alert(1)</link>"
               "<enclosure url='file:///etc/passwd'/></item>"));
  EXPECT_TRUE(feed.items.at(0).url.empty());
  EXPECT_TRUE(feed.items.at(0).enclosures.empty());
}

TEST(Feed, ExpandsNoEntitiesOfItsOwn) {
  const auto files = read_tar("hostile/xml-attacks.tar.gz");
  KAYNAK_NEED_DATA(files);
  for (const auto& [name, bytes] : files) {
    const auto feed = parse_feed(bytes, "https://outlet.example/feed");
    const auto size = feed ? feed_json(*feed).dump().size() : 0;
    EXPECT_LT(size, bytes.size() * 4 + 4096) << name;
  }
  const auto feed =
      read("<!DOCTYPE rss [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>" +
           rss("<item><title>[&a;&b;]</title></item>"));
  EXPECT_EQ(feed.items.at(0).title, "[&a;&b;]");
}

TEST(FeedText, IsTextWhateverTheMarkup) {
  EXPECT_EQ(html_to_line("a<script>if (a < b) evil()</script>b"), "ab");
  EXPECT_EQ(html_to_line("<img src=x onerror='a>b'>5 &lt; 6 & 7 < 8"), "5 < 6 & 7 < 8");
  EXPECT_EQ(html_to_line("&lt;script&gt;"), "<script>");  // decoded once: text, not a tag
  EXPECT_EQ(html_to_line("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
  EXPECT_EQ(html_to_line("caf&eacute; &#8217;&#146;&#x2019; &unknown; &#0;"), "café ’’’ &unknown;");
  EXPECT_EQ(html_to_line("<!-- a --> b <!-- open"), "b");
  EXPECT_EQ(html_to_line("a <b"), "a");
  EXPECT_EQ(html_to_text("<ul><li>one<li>two</ul>three"), "one\ntwo\n\nthree");
}

TEST(FeedText, TakesLinearTime) {
  std::string opens, comments, hidden;
  for (int i = 0; i < 200000; ++i) {
    opens += "<a ";
    comments += "<!--";
    hidden += "<script></x";
  }
  EXPECT_TRUE(html_to_text(opens).empty());
  EXPECT_TRUE(html_to_text(comments).empty());
  EXPECT_TRUE(html_to_text(hidden).empty());
  std::vector<std::string> problems;
  EXPECT_FALSE(
      gather_detail::balance_xml(gather_detail::prepare_xml(opens, &problems).text).empty());
  EXPECT_FALSE(
      gather_detail::balance_xml(gather_detail::prepare_xml(comments, &problems).text).empty());
}

TEST(FeedDate, ReadsWhatFeedsWrite) {
  const std::pair<const char*, const char*> dates[] = {
      {"Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z"},
      {"Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z"},
      {"Thursday, 1 January 2004 19:48:21 +0300", "2004-01-01T19:48:21+03:00"},
      {"January 5, 2004 8:05 PM", "2004-01-05T20:05:00Z"},
      {"5 Jan 04 12:00 am", "2004-01-05T00:00:00Z"},
      {"05-Jan-2004 10:11", "2004-01-05T10:11:00Z"},
      {"2004-01-05", "2004-01-05T00:00:00Z"},
      {"2004-01-05T10:11:12.5+07:00", "2004-01-05T10:11:12+07:00"},
      {"Thu , 01 \t Jan\n 2004 19:48:21  GMT", "2004-01-01T19:48:21Z"},
      {"2004-06", "2004-06-01T00:00:00Z"},
  };
  for (const auto& [text, want] : dates) {
    const auto got = gather_detail::parse_feed_date(text);
    EXPECT_EQ(got ? to_rfc3339(*got) : "none", want) << text;
  }
  for (const char* text : {"", "yesterday", "32 Jan 2004", "12:30", "Jan", "99999999999999"})
    EXPECT_FALSE(gather_detail::parse_feed_date(text)) << text;
}

}  // namespace
}  // namespace kaynak
