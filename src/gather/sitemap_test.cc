#include "gather/sitemap.h"

#include "gather/feed.h"
#include "gather/gzip.h"
#include "gather/inspect.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

Sitemap read(const std::string& bytes, const std::string& base = "https://outlet.example/map.xml") {
  return must(parse_sitemap(bytes, base));
}

std::string urlset(const std::string& inside) {
  return "<?xml version='1.0'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
         "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' "
         "xmlns:image='http://www.google.com/schemas/sitemap-image/1.1' "
         "xmlns:xhtml='http://www.w3.org/1999/xhtml'>" +
         inside + "</urlset>";
}

TEST(Sitemap, FindsEveryEntryOfRealOnes) {
  const auto rows = read_rows("feeds/real-counts.jsonl");
  KAYNAK_NEED_DATA(rows);
  const auto files = read_tar("feeds/real-files.tar.gz");
  int asked = 0, good = 0;
  for (const auto& row : rows) {
    const auto& counts = row["counts"];
    const auto& kind = counts["kind"].as_string();
    const auto& id = row["id"].as_string();
    if (kind != "urlset" && kind != "sitemapindex") continue;
    const auto want = counts[kind == "urlset" ? "url" : "sitemap"].as_int();
    const auto sitemap = parse_sitemap(files.at(id), "https://outlet.example/map.xml");
    const bool right = sitemap && static_cast<std::int64_t>(sitemap->entries.size()) == want;
    ++asked;
    good += right;
    if (!right) std::cout << id << ": not " << want << " entries\n";
  }
  std::cout << good << " of " << asked << " real sitemaps\n";
  EXPECT_EQ(good, asked);
}

TEST(Sitemap, ReadsWhatNewsImageAndLanguageExtensionsSay) {
  const auto sitemap = read(urlset(
      "<url><loc> https://outlet.example/a?x=1&y=2 </loc><lastmod>2026-11-25T10:00+03:00</lastmod>"
      "<news:news><news:publication><news:name>Gazete</news:name><news:language>tr</news:language>"
      "</news:publication><news:publication_date>2026-11-24</news:publication_date>"
      "<news:title>Bir &lt;haber&gt;</news:title><news:keywords>a, b</news:keywords></news:news>"
      "<image:image><image:loc>/i.jpg</image:loc></image:image>"
      "<xhtml:link rel='alternate' hreflang='de' href='https://outlet.example/de/a'/></url>"));
  EXPECT_EQ(sitemap.kind, SitemapKind::urlset);
  ASSERT_EQ(sitemap.entries.size(), 1u);
  const auto& entry = sitemap.entries[0];
  EXPECT_EQ(entry.url, "https://outlet.example/a?x=1&y=2");
  EXPECT_EQ(to_rfc3339(*entry.lastmod), "2026-11-25T10:00:00+03:00");
  ASSERT_TRUE(entry.news);
  EXPECT_EQ(entry.news->publication, "Gazete");
  EXPECT_EQ(entry.news->language, "tr");
  EXPECT_EQ(entry.news->title, "Bir <haber>");
  EXPECT_EQ(to_day(*entry.news->published), "2026-11-24");
  EXPECT_EQ(entry.news->keywords, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(entry.images, std::vector<std::string>{"https://outlet.example/i.jpg"});
  ASSERT_EQ(entry.alternates.size(), 1u);
  EXPECT_EQ(entry.alternates[0].language, "de");
}

TEST(Sitemap, KnowsIndexesTextAndFeeds) {
  const auto index = read(
      "<sitemapindex><sitemap><loc>https://outlet.example/1.xml</loc></sitemap>"
      "<sitemap><lastmod>2026</lastmod></sitemap></sitemapindex>");
  EXPECT_EQ(index.kind, SitemapKind::index);
  EXPECT_EQ(index.entries.size(), 1u);
  EXPECT_EQ(index.problems.size(), 1u);
  const auto text =
      read("\xef\xbb\xbfhttps://outlet.example/1\r\n\nnone\nhttps://outlet.example/2");
  EXPECT_EQ(text.kind, SitemapKind::text);
  EXPECT_EQ(text.entries.size(), 2u);
  EXPECT_EQ(text.problems.size(), 1u);
  const auto feed = read("<rss><channel><item><link>/1</link></item></channel></rss>");
  EXPECT_EQ(feed.kind, SitemapKind::feed);
  EXPECT_EQ(feed.entries.at(0).url, "https://outlet.example/1");
  for (const char* no_sitemap : {"", "plain words", "<html><p>x</p></html>", "{\"a\":1}"})
    EXPECT_EQ(parse_sitemap(no_sitemap).error().code, ErrorCode::malformed) << no_sitemap;
}

TEST(Sitemap, KeepsWhatStandsBeforeABreak) {
  const auto sitemap = read(urlset("<url><loc>https://outlet.example/1</loc></url><url><loc>"
                                   "https://outlet.example/2</loc><lastmod>20")
                                .substr(0, 420));
  EXPECT_EQ(sitemap.entries.size(), 2u);
  EXPECT_FALSE(sitemap.problems.empty());
}

TEST(Sitemap, InflatesOnceAndTwice) {
  const auto plain = urlset("<url><loc>https://outlet.example/1</loc></url>");
  const auto once = gather_detail::gzip_member(plain);
  EXPECT_EQ(read(once).entries.size(), 1u);
  EXPECT_EQ(read(gather_detail::gzip_member(once)).entries.size(), 1u);
  EXPECT_EQ(read(once.substr(0, once.size() - 4)).entries.size(), 1u);
}

TEST(Sitemap, KeepsTheFirstOfTooMany) {
  std::string many;
  for (int i = 0; i < 50'010; ++i) many += "<url><loc>https://o.example/</loc></url>";
  const auto sitemap = read(urlset(many));
  EXPECT_EQ(sitemap.entries.size(), 50'000u);
  EXPECT_FALSE(sitemap.problems.empty());
}

TEST(Sitemap, IsInspectedAsAFeedIs) {
  const auto json = must(feed_or_sitemap_json(
      urlset("<url><loc>https://outlet.example/1</loc><lastmod>2026-11-25</lastmod></url>"), {},
      {}));
  EXPECT_EQ(json["format"].as_string(), "sitemap");
  EXPECT_EQ(json["items"].items().at(0)["url"].as_string(), "https://outlet.example/1");
  EXPECT_EQ(json["items"].items().at(0)["updated"].as_string(), "2026-11-25T00:00:00Z");
  EXPECT_EQ(must(feed_or_sitemap_json("<rss><channel/></rss>", {}, {}))["format"].as_string(),
            "rss");
  EXPECT_EQ(feed_or_sitemap_json("<html/>", {}, {}).error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace kaynak
