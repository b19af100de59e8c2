#include "gather/poll.h"

#include "gather/test_data.h"

namespace kaynak {
namespace {

using Urls = std::vector<std::string>;

Capture answer(const std::string& body) {
  Capture c;
  c.url = c.final_url = "https://outlet.example/feed";
  c.http_status = 200;
  c.headers = {{"Content-Type", "application/xml"}};
  c.body = body;
  return c;
}

std::string item(const std::string& path, const std::string& title = "T") {
  return "<item><title>" + title + "</title><link>https://outlet.example/" + path +
         "</link></item>";
}

PollReading read(const std::string& items, std::size_t most = 200) {
  return read_feed_poll(answer("<rss version='2.0'><channel><title>Outlet</title>" + items +
                               "</channel></rss>"),
                        {most})
      .value();
}

Urls urls(const PollReading& reading) {
  Urls out;
  for (const auto& page : reading.pages) out.push_back(page.url.substr(23));
  return out;
}

TEST(Poll, NamesEachPageOnce) {
  EXPECT_EQ(urls(read(item("a") + item("b") + item("a?utm_source=rss"))), (Urls{"a", "b"}));
}

TEST(Poll, TakesNoMoreItemsThanAllowed) {
  std::string items;
  for (int i = 0; i < 30; ++i) items += item("p" + std::to_string(i));
  EXPECT_EQ(read(items, 7).pages.size(), 7u);
}

TEST(Poll, WantsWhatIsNewOrChanged) {
  const auto first = read(item("a", "One")).pages.at(0);
  EXPECT_TRUE(is_wanted(nullptr, first.version));
  FetchState known;
  known.item_version = first.version;
  EXPECT_FALSE(is_wanted(&known, first.version));
  EXPECT_TRUE(is_wanted(&known, read(item("a", "One, corrected")).pages.at(0).version));
}

TEST(Poll, TombstonesAreWithdrawnAndNotFetched) {
  const auto reading = read_feed_poll(
      answer("<feed xmlns='http://www.w3.org/2005/Atom' "
             "xmlns:at='http://purl.org/atompub/tombstones/1.0'>"
             "<at:deleted-entry ref='https://outlet.example/a' when='2026-11-25T00:00:00Z'/>"
             "<entry><id>https://outlet.example/a</id><title>x</title></entry></feed>"),
      {});
  ASSERT_TRUE(reading);
  EXPECT_EQ(reading->withdrawn, Urls{"https://outlet.example/a"});
  EXPECT_TRUE(reading->pages.empty());
}

TEST(Poll, SaysWhatIsNoFeed) {
  EXPECT_FALSE(read_feed_poll(answer("<html><body>no feed</body></html>"), {}));
}

TEST(Poll, KeysPagesByIdentityAndPollsByAddress) {
  EXPECT_EQ(fetch_key(FetchKind::page, "https://www.outlet.example/a?utm_medium=x#top"),
            fetch_key(FetchKind::page, "http://outlet.example/a"));
  EXPECT_NE(fetch_key(FetchKind::feed, "https://outlet.example/a"),
            fetch_key(FetchKind::sitemap, "https://outlet.example/a"));
}

}  // namespace
}  // namespace kaynak
