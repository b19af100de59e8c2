// Renders every kind of page. With KAYNAK_RENDER_TO=FOLDER in the environment the pages are also
// written there, for a person (or a browser) to look at.
#include <gtest/gtest.h>

#include <cstdlib>
#include <thread>

#include "publish/samples_for_tests.h"

namespace kaynak {
namespace {

std::vector<OutputFile> every_page() {
  auto options = samples::options();
  options.ad_slots = {"below-text"};
  const auto site = samples::site(options);
  const auto now = parse_iso8601("2026-08-16T10:00:00Z")->utc;
  std::vector<OutputFile> files = site.render_static();
  const auto add = [&](const char* path, OutputFile file) {
    files.push_back({path, std::move(file.bytes)});
  };
  add("vi.html", site.render_article(samples::vietnamese_page()));
  add("tr.html", site.render_article(samples::turkish_page()));
  add("en.html", site.render_article(samples::english_wire_page()));
  add("es.html", site.render_article(samples::spanish_page()));
  add("ar.html", site.render_article(samples::arabic_page()));
  add("ar-in-en.html", site.render_article(samples::arabic_page_in_english()));
  add("excerpt.html", site.render_article(samples::excerpt_page()));
  add("withdrawn.html", site.render_withdrawn(samples::withdrawn_page()));
  for (const auto& language : options.languages) {
    const auto listing = samples::front_listing(language);
    files.push_back(site.render_front(listing, now));
    files.push_back(site.render_feed(listing, now));
    files.push_back(site.render_not_found(language));
    files.push_back(site.render_outlets(
        language, {samples::vietnamese_source(), samples::arabic_page().source,
                   samples::excerpt_page().source, samples::spanish_page().source}));
    files.push_back(site.render_outlet({samples::vietnamese_source(), listing}, now));
    add((language.value + "/search.html").c_str(),
        site.render_search(language, "kaynak & \"su\"", listing));
    add((language.value + "/notice.html").c_str(),
        site.render_notice(language, "comment.thanks", "x.html"));
  }
  return files;
}

TEST(EveryPage, HasBytes) {
  const char* folder = std::getenv("KAYNAK_RENDER_TO");
  for (const auto& file : every_page()) {
    EXPECT_FALSE(file.bytes.empty()) << file.path;
    if (folder) {
      EXPECT_TRUE(write_file_atomically(Path(folder) / file.path, file.bytes));
    }
  }
}

TEST(EveryPage, IsTheSameForTheSameInput) {
  const auto once = every_page(), again = every_page();
  ASSERT_EQ(once.size(), again.size());
  for (std::size_t i = 0; i < once.size(); ++i)
    EXPECT_EQ(once[i].bytes, again[i].bytes) << once[i].path;
}

TEST(EveryPage, MayBeRenderedByManyThreadsAtOnce) {
  const auto site = samples::site();
  const auto alone = site.render_article(samples::turkish_page()).bytes;
  std::vector<std::string> together(4);
  std::vector<std::thread> threads;
  for (auto& bytes : together)
    threads.emplace_back([&] { bytes = site.render_article(samples::turkish_page()).bytes; });
  for (auto& thread : threads) thread.join();
  for (const auto& bytes : together) EXPECT_EQ(bytes, alone);
}

}  // namespace
}  // namespace kaynak
