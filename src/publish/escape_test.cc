// Markup in every field of everything a page is made from comes out as text, and only http(s)
// addresses become links.
#include <gtest/gtest.h>

#include <functional>

#include "publish/samples_for_tests.h"
#include "publish/template.h"

namespace kaynak {
namespace {

constexpr const char* kEvil =
    "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{title}}{{{x}}}&amp;";
constexpr const char* kEvilUrl = "javascript:alert(1)";

/// Fills every text field that a source, an engine or a reader could have written.
ArticlePage evil_page(Rights rights, bool with_edition) {
  auto page = with_edition ? samples::turkish_page() : samples::vietnamese_page();
  auto& a = page.article;
  for (auto* field :
       {&a.headline, &a.subheadline, &a.kicker, &a.outlet, &a.byline, &a.section, &a.correction,
        &a.dateline.place, &a.dateline.agency, &a.dateline.date, &a.text_credit, &page.source.name,
        &page.source.usage_terms, &page.held_reason})
    *field = kEvil;
  a.authors = a.text_agencies = a.cited_sources = a.keywords = {kEvil};
  for (auto& block : a.blocks) {
    block.label = kEvil;
    if (!block.text.empty()) {
      block.text = kEvil;
      block.sentences.clear();
    }
    for (auto& span : block.spans) span = {span.kind, {0, 20}, kEvilUrl};
    if (block.figure) block.figure = Figure{kEvilUrl, kEvil, kEvil, kEvil, {kEvil}, {kEvil}};
  }
  for (auto& quote : a.quotes) {
    quote.speaker = quote.speaker_as_written = quote.via = quote.text = kEvil;
    quote.evidence = {0, {0, 12}};
  }
  for (auto& hop : a.hops) hop = {kEvil, kEvil, kEvilUrl, {}};
  a.hops.push_back({"agency", kEvil, kEvilUrl, {}});
  a.url = a.canonical_url = page.source.home = kEvilUrl;
  for (auto& holder : page.holders) holder = {kEvil, kEvilUrl, "", std::nullopt, true, 0.5};
  for (auto& comment : page.comments) comment.author = comment.text = kEvil;
  page.warnings = {{kEvil, kEvil, 0, 0, false}};
  page.source.rights = rights;
  if (page.edition) {
    auto& e = *page.edition;
    e.headline = e.subheadline = e.engine = e.translator = kEvil;
    for (auto& block : e.blocks)
      block = {block.text.empty() ? "" : kEvil, {}, {{SpanKind::link, {0, 9}, kEvilUrl}}};
  }
  return page;
}

void expect_harmless(std::string html, const std::string& what) {
  // Inside the JSON-LD block only '<' could do harm, and Json::dump() writes none.
  const std::string data = "<script type=\"application/ld+json\">";
  if (const auto begin = html.find(data); begin != std::string::npos) {
    const auto end = html.find('<', begin + data.size());
    EXPECT_EQ(html.compare(end, 17, "</script>\n</head>"), 0) << what << " ends its JSON-LD early";
    html.erase(begin, end + 9 - begin);
  }
  for (const auto* bad :
       {"<script>", "<img src=x", "onerror=alert(1)>", "href=\"javascript:", "src=\"javascript:"})
    EXPECT_EQ(html.find(bad), std::string::npos) << what << " lets through " << bad;
  EXPECT_EQ(html.find("</script>\"'>"), std::string::npos) << what;
}

TEST(Escaping, CoversEveryFieldOfAnArticle) {
  const auto site = samples::site();
  for (const auto rights : {Rights::full, Rights::excerpt, Rights::link, Rights::none}) {
    for (const bool with_edition : {false, true}) {
      auto page = evil_page(rights, with_edition);
      expect_harmless(site.render_article(page).bytes, "article");
      expect_harmless(site.render_withdrawn(page).bytes, "withdrawn");
      if (page.edition) page.edition->kind = EditionKind::machine;
      const auto html = site.render_article(page).bytes;
      expect_harmless(html, "machine translation");
      const bool shown = html.find("&lt;script&gt;alert(1)") != std::string::npos;
      EXPECT_EQ(shown, rights != Rights::none);
    }
  }
}

TEST(Escaping, CoversListingsFeedsAndOutlets) {
  const auto site = samples::site();
  ListingItem item = listing_item(evil_page(Rights::full, true));
  item.path = "tr/a.html";
  item.first_outlet = item.engine = item.outlet = item.image_alt = item.summary = kEvil;
  item.image_url = kEvilUrl;
  item.holders = 3;
  const Listing listing{LanguageTag("tr"), {item, item}};
  expect_harmless(site.render_front(listing, Time{}).bytes, "front");
  expect_harmless(site.render_feed(listing, Time{}).bytes, "feed");
  expect_harmless(site.render_search(LanguageTag("tr"), kEvil, listing).bytes, "search");
  const auto source = evil_page(Rights::full, false).source;
  expect_harmless(site.render_outlet({source, listing}, Time{}).bytes, "outlet");
  expect_harmless(site.render_outlets(LanguageTag("tr"), {source}).bytes, "outlets");
  expect_harmless(site.render_notice(LanguageTag("tr"), kEvil, kEvil).bytes, "notice");
}

TEST(Escaping, TakesOptionsAsTextToo) {
  auto options = samples::options();
  options.title = kEvil;
  options.ad_slots = {kEvil};
  const auto site = samples::site(options);
  expect_harmless(site.render_article(samples::turkish_page()).bytes, "article");
  for (const auto& file : site.render_static()) {
    if (file.path == "index.html") expect_harmless(file.bytes, "choice");
  }
}

TEST(Escaping, LeavesNoCharacterThatXmlForbids) {
  EXPECT_EQ(publish_detail::escape_markup(std::string("a\0b\x01\x1f\x7f\n\t<&>\"'", 14)),
            "ab\n\t&lt;&amp;&gt;&quot;&#39;");
  EXPECT_EQ(publish_detail::escape_markup("\xef\xbf\xbe\xef\xbf\xbf\xef\xbf\xbd"), "\xef\xbf\xbd");
  EXPECT_EQ(publish_detail::escape_markup("\xef\xbf"), "\xef\xbf");
}

}  // namespace
}  // namespace kaynak
