#include "gather/feed.h"

#include "gather/inspect.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

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

}  // namespace
}  // namespace kaynak
