// Attack documents, given to every reader of XML.
#include <chrono>
#include <fstream>

#include "gather/feed.h"
#include "gather/feed_repair.h"
#include "gather/gzip.h"
#include "gather/inspect.h"
#include "gather/opml.h"
#include "gather/sitemap.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

std::size_t status_kib(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.compare(0, field.size(), field) == 0) return std::stoul(line.substr(field.size() + 1));
  return 0;
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool kTellsMemory = false;  // a sanitizer's own is more than the readers'
#else
constexpr bool kTellsMemory = true;
#endif

struct Cost {
  double seconds = 0;
  std::size_t mib = 0;  ///< resident memory beyond what was held before; 0 where it is not told
};

template <class Act>
Cost cost_of(Act act) {
  std::ofstream("/proc/self/clear_refs") << "5";  // the peak begins anew
  const auto held = status_kib("VmRSS");
  const auto start = std::chrono::steady_clock::now();
  act();
  Cost cost;
  cost.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const auto peak = status_kib("VmHWM");
  cost.mib = kTellsMemory && peak > held ? (peak - held) / 1024 : 0;
  return cost;
}

/// Sizes of what the three readers make of `bytes`.
std::size_t read_by_all(const std::string& bytes) {
  std::size_t size = 0;
  if (const auto feed = parse_feed(bytes, "https://outlet.example/feed"))
    size += feed_json(*feed).dump().size();
  if (const auto sitemap = parse_sitemap(bytes, "https://outlet.example/map"))
    size += sitemap_json(*sitemap).dump().size();
  if (const auto opml = parse_opml(bytes)) size += opml_json(*opml).dump().size();
  return size;
}

TEST(HostileXml, CostsLittleAndExpandsNothing) {
  const auto files = read_tar("hostile/xml-attacks.tar.gz");
  KAYNAK_NEED_DATA(files);
  double longest = 0;
  std::size_t most = 0;
  for (const auto& [name, bytes] : files) {
    // As it is, and as the beginning of what each reader takes.
    for (const char* root : {"", "<rss><channel><item><title>", "<urlset><url><loc>", "<opml>"}) {
      std::size_t size = 0;
      const auto cost = cost_of([&] { size = read_by_all(bytes + root); });
      EXPECT_LT(size, bytes.size() * 12 + 8192) << name;
      EXPECT_LT(cost.seconds, 1) << name;
      EXPECT_LT(cost.mib, 64u) << name;
      longest = std::max(longest, cost.seconds);
      most = std::max(most, cost.mib);
    }
  }
  std::cout << files.size() << " documents; longest " << longest << " s, most " << most << " MiB\n";
}

TEST(HostileXml, EntitiesOfADocumentsOwnStayUnread) {
  const std::string doctype =
      "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>";
  const auto sitemap = must(parse_sitemap(
      doctype + "<urlset><url><loc>https://outlet.example/&a;&b;</loc></url></urlset>"));
  EXPECT_EQ(sitemap.entries.at(0).url, "https://outlet.example/&a;&b;");
  const auto opml =
      must(parse_opml(doctype + "<opml><outline text='&b;' xmlUrl='https://o.example/'/></opml>"));
  EXPECT_EQ(opml.feeds.at(0).title, "&b;");
}

TEST(HostileXml, ABombOfGzipIsCutOff) {
  const auto megabytes = gather_detail::gzip_member(std::string(64u << 20, '\0'));
  std::string bomb;
  for (int i = 0; i < 16; ++i) bomb += megabytes;  // 1 GiB
  const auto cost = cost_of([&] { EXPECT_FALSE(parse_sitemap(bomb)); });
  EXPECT_LT(cost.seconds, 5);
  EXPECT_LT(cost.mib, 160u);
  std::cout << "1 GiB: " << cost.seconds << " s, " << cost.mib << " MiB\n";
  const auto twice = gather_detail::gzip_member(bomb);
  EXPECT_FALSE(parse_sitemap(twice));
}

TEST(HostileXml, TagsAreCountedBeforeTheyTakeMemory) {
  std::string tags = "<rss><channel><item><title>kept</title></item>";
  while (tags.size() < 20u << 20) tags += "<a b=''/>";
  std::size_t items = 0;
  const auto cost = cost_of([&] {
    const auto feed = parse_feed(tags);
    items = feed ? feed->items.size() : 0;
  });
  EXPECT_EQ(items, 1u);
  EXPECT_LT(cost.seconds, 20);
  EXPECT_LT(cost.mib, 400u);
  std::cout << tags.size() / 9 << " elements: " << cost.seconds << " s, " << cost.mib << " MiB\n";
}

}  // namespace
}  // namespace kaynak
