#include "gather/opml.h"

#include "gather/inspect.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

const char kList[] =
    R"x(<?xml version="1.0"?><opml version="2.0"><head><title>Desk</title></head><body>
  <outline text="World"><outline title="Asia" text="asia">
    <outline text="Bao" type="rss" language="vi" category="/News/Asia,/Test"
             xmlUrl="https://bao.example/rss?a=1&b=2" htmlUrl="https://bao.example/"/>
  </outline></outline>
  <outline xmlurl="feed://plain.example/rss"/>
  <outline text="no address" xmlUrl="javascript:alert(1)"/>
  <outline text="a note"/>
</body></opml>)x";

TEST(Opml, FindsEveryFeedOfRealLists) {
  const auto rows = read_rows("feeds/real-counts.jsonl");
  KAYNAK_NEED_DATA(rows);
  const auto files = read_tar("feeds/opml.tar.gz");
  int asked = 0, good = 0;
  for (const auto& row : rows) {
    const auto file = files.find(row["id"].as_string());
    if (file == files.end()) continue;
    ++asked;
    auto want = row["counts"]["outline_with_feed"].as_int();
    if (row["counts"].contains("error")) {  // what expat cannot count: its attributes
      want = 0;
      for (auto at = file->second.find("xmlUrl="); at != std::string::npos;
           at = file->second.find("xmlUrl=", at + 1))
        ++want;
    }
    const auto opml = parse_opml(file->second);
    const bool right = opml && static_cast<std::int64_t>(opml->feeds.size()) == want;
    good += right;
    if (!right)
      std::cout << file->first << ": " << (opml ? opml->feeds.size() : 0) << ", not " << want
                << "\n";
  }
  std::cout << good << " of " << asked << " real lists\n";
  EXPECT_EQ(good, asked);
  EXPECT_EQ(asked, 39);
}

TEST(Opml, ReadsFoldersAndWhatIsSaidOfAFeed) {
  const auto opml = must(parse_opml(kList));
  EXPECT_EQ(opml.title, "Desk");
  ASSERT_EQ(opml.feeds.size(), 2u);
  const auto& feed = opml.feeds[0];
  EXPECT_EQ(feed.title, "Bao");
  EXPECT_EQ(feed.xml_url, "https://bao.example/rss?a=1&b=2");
  EXPECT_EQ(feed.html_url, "https://bao.example/");
  EXPECT_EQ(feed.language, "vi");
  EXPECT_EQ(feed.folders, (std::vector<std::string>{"World", "Asia"}));
  EXPECT_EQ(feed.categories, (std::vector<std::string>{"/News/Asia", "/Test"}));
  EXPECT_EQ(opml.feeds[1].title, "http://plain.example/rss");
  EXPECT_FALSE(opml.problems.empty());
}

TEST(Opml, KeepsFeedsBeforeABreak) {
  const std::string list = kList;
  EXPECT_EQ(must(parse_opml(list.substr(0, list.find("htmlUrl")))).feeds.size(), 0u);
  EXPECT_EQ(must(parse_opml(list.substr(0, list.find("</outline>")))).feeds.size(), 1u);
  EXPECT_EQ(parse_opml("<html/>").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_opml("").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_opml(std::string((16u << 20) + 1, ' ')).error().code, ErrorCode::too_large);
}

TEST(Opml, FindsTheEndOfValuesThatHoldQuotesAndMarkup) {
  const auto opml = must(parse_opml(
      R"x(<opml><outline text="The "new" pier" description="By <a href="https://a.example/">us</a>."
      xmlUrl="https://a.example/rss"/><outline text="open xmlUrl='https://b.example/rss'/>
      <outline text="<b>C</b>" xmlUrl="https://c.example/rss"/></opml>)x"));
  ASSERT_EQ(opml.feeds.size(), 2u);
  EXPECT_EQ(opml.feeds[0].title, "The \"new\" pier");
  EXPECT_EQ(opml.feeds[0].xml_url, "https://a.example/rss");
  EXPECT_EQ(opml.feeds[1].xml_url, "https://c.example/rss");
}

TEST(Opml, WritesWhatItReads) {
  auto opml = must(parse_opml(kList));
  opml.feeds[0].title = "A \"B\" <c> & d'e\x01";
  const auto text = write_opml(opml);
  const auto again = must(parse_opml(text));
  EXPECT_TRUE(again.problems.empty());
  EXPECT_EQ(again.title, "Desk");
  ASSERT_EQ(again.feeds.size(), 2u);
  const auto& feed = again.feeds[again.feeds[0].folders.empty() ? 1 : 0];
  EXPECT_EQ(feed.title, "A \"B\" <c> & d'e");
  EXPECT_EQ(feed.folders, (std::vector<std::string>{"World", "Asia"}));
  EXPECT_EQ(feed.categories, (std::vector<std::string>{"/News/Asia", "/Test"}));
  EXPECT_EQ(write_opml(again), text);
}

TEST(Opml, IsInspectedAsJson) {
  const auto json = opml_json(must(parse_opml(kList)));
  EXPECT_EQ(json["title"].as_string(), "Desk");
  EXPECT_EQ(json["outlines"].items().at(0)["path"].items().size(), 2u);
  EXPECT_EQ(json["outlines"].items().at(0)["xml_url"].as_string(),
            "https://bao.example/rss?a=1&b=2");
}

}  // namespace
}  // namespace kaynak
