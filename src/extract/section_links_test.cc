#include "extract/section_links.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

constexpr const char* kHome = "https://news.alder.example/";

std::vector<SectionLink> links(const std::string& html, std::string_view selector = {}) {
  return section_links(Document::parse(html, "text/html; charset=utf-8").value(), kHome, selector);
}

std::string urls(const std::vector<SectionLink>& found) {
  std::string out;
  for (const auto& link : found) out += link.url.substr(std::string_view(kHome).size()) + "\n";
  return out;
}

std::string card(const std::string& path, const std::string& title) {
  return "<div class=card><a href='" + path + "'><img src=x></a><h3><a href='" + path + "'>" +
         title + "</a></h3></div>";
}

const std::string kMenu =
    "<nav><ul><li><a href='/news/the-whole-of-the-world'>All the news of the world</a>"
    "<li><a href='/sport'>Sport</a></ul></nav>";

TEST(SectionLinks, ArticlesAreTheLinksWithHeadlinesAndSlugs) {
  const auto found = links(
      kMenu +
      card("/harbour/ferry-runs-again-after-storm-9123", "Ferry runs again after the storm") +
      card("/council/bridge-vote-put-off-until-spring-9124", "Bridge vote put off until spring") +
      card("/sport/rowers-win-the-long-race-9125?utm_source=front",
           "Rowers win the long race again") +
      "<a href='/tag/ferries-and-the-people-on-them'>Everything about ferries and people</a>"
      "<a href='/author/ada-quill-of-port-alder'>Ada Quill of Port Alder</a>"
      "<a href='/news?page=2'>The next page of this list</a>"
      "<a href='https://other.example/a/quite-another-site-altogether'>Quite another site says "
      "so</a>"
      "<footer><a href='/legal/what-you-may-do-here'>What you may do here</a></footer>");
  EXPECT_EQ(
      urls(found),
      "harbour/ferry-runs-again-after-storm-9123\ncouncil/bridge-vote-put-off-until-spring-9124\n"
      "sport/rowers-win-the-long-race-9125\n");
  EXPECT_EQ(found.at(0).title, "Ferry runs again after the storm");
}

TEST(SectionLinks, ASubdomainIsTheSameSite) {
  std::string html;
  for (const char* n : {"10001", "10002", "10003"})
    html += card(std::string("https://sport.alder.example/") + n, "Four words of headline");
  EXPECT_EQ(links(html).size(), 3u);
}

TEST(SectionLinks, PlainAddressesAreToldByTheirPlace) {
  std::string html =
      "<ul class=menu><li><a href='/about'>About</a><li><a href='/jobs'>Jobs</a></ul>";
  for (const char* path : {"/ferry", "/bridge", "/rowers", "/lamps"})
    html +=
        "<div class=story><a href='" + std::string(path) + "'>A headline of five words</a></div>";
  EXPECT_EQ(urls(links(html)), "ferry\nbridge\nrowers\nlamps\n");
}

TEST(SectionLinks, APageWithoutHeadlinesHasNone) {
  EXPECT_TRUE(links(kMenu + "<p>Just a text with <a href='/one'>one link</a>.").empty());
}

TEST(SectionLinks, ASelectorIsFollowedWhateverItLeadsTo) {
  const std::string html = "<div class=top><a href='/a'>A</a></div><a class=x href='/b#c'>B</a>" +
                           card("/harbour/ferry-runs-again-after-storm-9123", "Ferry runs again");
  EXPECT_EQ(urls(links(html, ".top, a.x")), "a\nb\n");
  EXPECT_TRUE(links(html, "a[").empty());
}

TEST(SectionLinks, ABaseElementCounts) {
  std::string html = "<base href='/sub/'>";
  for (const char* n : {"1", "2", "3"})
    html += card("story-100" + std::string(n) + "55", "Four words of headline");
  EXPECT_EQ(urls(links(html)).substr(0, 4), "sub/");
}

}  // namespace
}  // namespace kaynak
