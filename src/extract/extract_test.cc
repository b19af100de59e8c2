#include "extract/extract.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/page_for_tests.h"
#include "extract/rules.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

std::vector<std::string> texts(const Article& a, BlockKind kind) {
  std::vector<std::string> found;
  for (const Block& b : a.blocks)
    if (b.kind == kind) found.push_back(b.text);
  return found;
}

TEST(Extract, KeepsTheArticleAndNothingAroundIt) {
  const Article a = extract_for_test(
      page_with(news_text(), "",
                "<aside class=related><h3>Related articles</h3><ul><li><a href=/a>Storm takes the "
                "pier of Granvik</a></li></ul></aside>"
                "<section class=comments id=comments><h3>Comments (2)</h3><div class=comment><p>I "
                "knew it would come to this, the winter is not what it was.</p></div></section>"));
  const std::string text = body_text(a);
  EXPECT_EQ(a.headline, "Ice breaks early in Norrvik");
  EXPECT_THAT(text, HasSubstr("broke on Monday"));
  EXPECT_THAT(text, HasSubstr("did not confirm it."));
  for (const char* noise :
       {"Home", "Related", "Storm takes", "I knew", "All rights", "Ice breaks early"})
    EXPECT_THAT(text, Not(HasSubstr(noise)));
  EXPECT_EQ(a.outlet, "Havsbild Post");
  EXPECT_EQ(a.language.value, "en");
}

TEST(Extract, LeavesOutTheNumberedCommentsOfAThreadThatIsLongerThanTheArticle) {
  for (const std::string name : {"comment-", "bb_message_"}) {
    std::string thread;
    for (int i = 0; i < 12; ++i)
      thread += "<div id=" + name + std::to_string(400 + i) +
                " class='entry-content'><p>Lieber Robert, the winter is not what it was, and I "
                "knew for years that it would come to this in our harbour.</p></div>";
    const std::string text = body_text(
        extract_for_test(page_with(news_text() + thread +
                                   "<p>The port opens again on "
                                   "Friday, the harbour master said after the talks.</p>")));
    EXPECT_THAT(text, HasSubstr("broke on Monday")) << name;
    EXPECT_THAT(text, Not(HasSubstr("Lieber Robert"))) << name;
  }
}

TEST(Extract, GivesSentencesThatCanBeFoundAgainInThePage) {
  const std::string html = page_with(
      "<p>It was  <b>very</b>\n cold. Then the ice&nbsp;broke, the harbour master said on "
      "Monday.</p>" +
      news_text());
  const Document page = parse_for_test(html);
  const auto a = extract(page, {});
  ASSERT_TRUE(a);
  ASSERT_FALSE(a->blocks.empty());
  const Block& b = a->blocks.front();
  EXPECT_EQ(b.text, "It was very cold. Then the ice broke, the harbour master said on Monday.");
  ASSERT_EQ(b.sentences.size(), 2u);
  const auto source = [&](const Sentence& s) {
    return std::string(page.text().substr(s.source.begin, s.source.size()));
  };
  EXPECT_EQ(source(b.sentences[0]), "It was  very\n cold.");
  EXPECT_THAT(source(b.sentences[1]), HasSubstr("ice\xc2\xa0"
                                                "broke"));
  ASSERT_EQ(b.spans.size(), 1u);
  EXPECT_EQ(b.spans[0].kind, SpanKind::strong);
  EXPECT_EQ(b.text.substr(b.spans[0].range.begin, b.spans[0].range.size()), "very");
}

TEST(Extract, ResolvesLinksAgainstThePage) {
  const Article a =
      extract_for_test(page_with("<p>The port <a href='/port?a=1&amp;b=2'>said so</a> in a note to "
                                 "all the shipping companies on Monday.</p>" +
                                 news_text()));
  ASSERT_FALSE(a.blocks.front().spans.empty());
  EXPECT_EQ(a.blocks.front().spans[0].value, "https://havsbild.example/port?a=1&b=2");
}

TEST(Extract, MakesSlotsOfPlaceholdersAndNeverText) {
  const Article a = extract_for_test(
      page_with("<p>The ice in the harbour of Norrvik broke on Monday, a month before it usually "
                "does, the port authority said.</p><p>[reklam_2]</p>"
                "<p>ADVERTISEMENT</p><p>{{ad}}</p>" +
                news_text() +
                "<p>[embed id=4]</p><!--ad--><p>Ships may leave from Friday on, said the port, "
                "which is run by the town itself.</p>"));
  const std::string text = body_text(a);
  for (const char* leak : {"reklam", "ADVERT", "{{", "embed"})
    EXPECT_THAT(text, Not(HasSubstr(leak)));
  int ads = 0, embeds = 0;
  for (const Block& b : a.blocks) {
    ads += b.kind == BlockKind::ad_slot;
    embeds += b.kind == BlockKind::embed;
    if (b.kind == BlockKind::ad_slot) {
      EXPECT_TRUE(b.text.empty() && b.url.empty());
    }
  }
  EXPECT_EQ(ads, 2);  // neighbours become one
  EXPECT_EQ(embeds, 1);
}

TEST(Extract, MarksShortcodesInsideATextAsOpaque) {
  const Article a =
      extract_for_test(page_with("<p>The price fell [shortcode_price id=3] on Monday, as traders "
                                 "in Norrvik had expected for weeks.</p>" +
                                 news_text()));
  const Block& b = a.blocks.front();
  const auto opaque = std::find_if(b.spans.begin(), b.spans.end(),
                                   [](const Span& s) { return s.kind == SpanKind::opaque; });
  ASSERT_NE(opaque, b.spans.end());
  EXPECT_EQ(b.text.substr(opaque->range.begin, opaque->range.size()), "[shortcode_price id=3]");
}

TEST(Extract, KeepsCaptionAndCreditApartFromTheBody) {
  const Article a = extract_for_test(
      page_with("<figure><img src=/s.gif data-src=/a.jpg srcset='/a-400.jpg 400w, /a-1600.jpg "
                "1600w' alt='Ice'><figcaption>The harbour on Monday. Photo: "
                "Mira Lind/Havsbild</figcaption></figure>" +
                news_text()));
  EXPECT_THAT(body_text(a), Not(HasSubstr("The harbour on Monday")));
  const auto figure = std::find_if(a.blocks.begin(), a.blocks.end(),
                                   [](const Block& b) { return b.kind == BlockKind::figure; });
  ASSERT_NE(figure, a.blocks.end());
  EXPECT_EQ(figure->figure->url, "https://havsbild.example/a-1600.jpg");
  EXPECT_EQ(figure->figure->caption, "The harbour on Monday.");
  EXPECT_EQ(figure->figure->credit, "Mira Lind/Havsbild");
  EXPECT_EQ(figure->text, figure->figure->caption);
}

TEST(Extract, GivesBlocksTheirKinds) {
  const Article a = extract_for_test(
      page_with(news_text() +
                "<h2>What comes next</h2><p>The council meets on Thursday to talk about the quay, "
                "and the ferry company has asked for new piers.</p>"
                "<ul><li>The ferry to the islands runs again from Friday on, twice a "
                "day.</li><li>The fish market moves to the old quay until the spring.</li></ul>"
                "<blockquote><p>We have never seen the harbour without ice this early in the year, "
                "not once.</p></blockquote>"
                "<table><tr><th>Year</th><th>First open water</th></tr><tr><td>2025</td><td>21 "
                "December</td></tr><tr><td>2026</td><td>23 November</td></tr></table>"
                "<p>The port will decide on Friday whether the icebreaker is needed at all this "
                "winter, it said.</p>"));
  EXPECT_THAT(texts(a, BlockKind::heading), ElementsAre("What comes next"));
  EXPECT_EQ(texts(a, BlockKind::list_item).size(), 2u);
  EXPECT_EQ(texts(a, BlockKind::quote).size(), 1u);
  EXPECT_THAT(texts(a, BlockKind::table),
              ElementsAre("Year\tFirst open water\n2025\t21 December\n2026\t23 November"));
}

TEST(Extract, SplitsTextPartedByLineBreaksOnly) {
  const Article a = extract_for_test(
      "<html lang=vi><head><title>Băng tan sớm ở cảng Norrvik</title></head><body><h1>Băng tan sớm "
      "ở cảng Norrvik</h1><div class=content>"
      "Băng trong cảng Norrvik đã vỡ hôm thứ Hai, sớm hơn một tháng so với mọi năm, cơ quan cảng "
      "cho biết.<br><br>"
      "“Chúng tôi chưa từng thấy băng tan sớm như vậy,” ông nói với báo Havsbild trong một cuộc "
      "phỏng vấn.<br><br>[reklam_2]<br><br>"
      "Tàu thuyền có thể rời cảng từ thứ Sáu, và phà ra các đảo sẽ hoạt động trở lại trong tuần "
      "này.</div></body></html>");
  EXPECT_EQ(texts(a, BlockKind::paragraph).size(), 3u);
  EXPECT_EQ(a.language.primary(), "vi");
  EXPECT_THAT(body_text(a), Not(HasSubstr("reklam")));
}

TEST(Extract, KeepsTheStandfirstOnce) {
  const Article a = extract_for_test(page_with(
      "<p class=standfirst>Ships leave the port of Norrvik a month before time this year.</p>" +
          news_text(),
      "<meta name=description content='Ships leave the port of Norrvik a month before time this "
      "year.'>"));
  ASSERT_FALSE(a.blocks.empty());
  EXPECT_TRUE(a.blocks.front().lead);
  const std::string text = body_text(a);
  EXPECT_EQ(text.find("Ships leave the port"), text.rfind("Ships leave the port"));
}

TEST(Extract, ReadsStructuredData) {
  const Article a = extract_for_test(page_with(
      news_text(),
      "<script "
      "type=application/"
      "ld+json>{\"@graph\":[{\"@type\":\"WebPage\"},{\"@type\":[\"NewsArticle\"],\"headline\":"
      "\"Ice breaks early in Norrvik\","
      "\"datePublished\":\"2026-11-24T23:30:00+01:00\",\"dateModified\":\"2026-11-25T08:00:00+01:"
      "00\",\"author\":[{\"@id\":\"#mira\"},{\"@type\":\"Person\",\"name\":\"Jon Berg\"}],"
      "\"articleSection\":\"Sea\",\"keywords\":\"ice, "
      "port\",\"isAccessibleForFree\":\"False\",},{\"@id\":\"#mira\",\"@type\":\"Person\",\"name\":"
      "\"Mira Lind\"}]}</script>"));
  ASSERT_TRUE(a.published);
  EXPECT_EQ(to_rfc3339(*a.published), "2026-11-24T23:30:00+01:00");
  ASSERT_TRUE(a.modified);
  EXPECT_THAT(a.authors, ElementsAre("Mira Lind", "Jon Berg"));
  EXPECT_EQ(a.section, "Sea");
  EXPECT_THAT(a.keywords, ElementsAre("ice", "port"));
  EXPECT_TRUE(a.paywalled);
}

TEST(Extract, FallsBackOnArticleBodyAndScripts) {
  const std::string body = "The ice in the harbour broke on Monday, the port said. ";
  std::string long_body;
  for (int i = 0; i < 12; ++i) long_body += body;
  const Article from_data = extract_for_test(
      "<html lang=en><head><title>Ice breaks early in Norrvik</title><script "
      "type=application/ld+json>{\"@type\":\"NewsArticle\","
      "\"headline\":\"Ice breaks early in Norrvik\",\"articleBody\":\"" +
      long_body + "\"}</script></head><body><div id=root></div></body></html>");
  EXPECT_THAT(body_text(from_data), HasSubstr("broke on Monday"));
  std::string state;
  for (int i = 0; i < 12; ++i) state += "\\u003cp\\u003e" + body + "\\u003c/p\\u003e";
  const Article from_state = extract_for_test(
      "<html lang=en><head><title>Ice breaks early in Norrvik</title></head><body><div "
      "id=root></div>"
      "<script>window.__STATE__={\"article\":{\"html\":\"" +
      state + "\"}}</script></body></html>");
  EXPECT_EQ(texts(from_state, BlockKind::paragraph).size(), 12u);
}

TEST(Extract, TakesTheFeedsHeadlineWhereThePageHasNone) {
  PageContext context;
  context.feed_title = "Ice breaks early";
  const auto a = extract(
      parse_for_test("<html lang=en><body><div>" + news_text() + "</div></body></html>"), context);
  ASSERT_TRUE(a);
  EXPECT_EQ(a->headline, "Ice breaks early");
}

TEST(Extract, FindsTheCorrectionNote) {
  const Article a =
      extract_for_test(page_with(news_text() + "<p>Correction: An earlier version of this article "
                                               "gave the wrong year for the harbour log.</p>"));
  EXPECT_THAT(a.correction, HasSubstr("wrong year"));
}

TEST(Extract, LeavesOutReadingTimesCaptionsAndLabelledLinks) {
  const std::string text = body_text(extract_for_test(page_with(
      "<p class=estimated>Tempo de leitura: 2 minutos</p>" + news_text() +
      "<figure><img src=/quay.jpg><figcaption>Ships at the old quay of Norrvik wait for the ice to "
      "go, as they do in each winter.</figcaption></figure>"
      "<p>Lea también: <a href=/b>La tormenta se lleva el muelle de Granvik</a></p>" +
      news_text().substr(0, 60) + " Nothing more was known at noon, the office wrote.</p>")));
  EXPECT_THAT(text, HasSubstr("Nothing more was known"));
  for (const char* noise : {"leitura", "wait for the ice to go", "muelle"})
    EXPECT_THAT(text, Not(HasSubstr(noise))) << noise;
}

TEST(Extract, KeepsSubHeadingsThatOnlyStyleTells) {
  const std::string text = body_text(extract_for_test(
      page_with(news_text() + "<p class=x>A month ahead of time</p>" + news_text())));
  EXPECT_THAT(text, HasSubstr("A month ahead of time"));
}

TEST(Extract, LeavesOutCallsToWriteToTheNewsroom) {
  const std::string text = body_text(extract_for_test(
      page_with(news_text() +
                "<p>Is the ice breaking in your bay? Get in touch at "
                "news@havsbild.example.</p>" +
                "<p>The harbour master can be reached at ice@norrvik.example.</p>")));
  EXPECT_THAT(text, Not(HasSubstr("news@")));
  EXPECT_THAT(text, HasSubstr("ice@"));
}

TEST(Extract, KeepsHeadingsThatEachSectionHas) {
  const std::string heading = "<h2>What the fishers of the bay make of it</h2>";
  const std::string text = body_text(extract_for_test(page_with(
      heading + news_text() + heading +
      "<p>In the south they mend their nets and wait for the cod, which comes late this year, as "
      "the old harbour master has written into his log.</p>")));
  EXPECT_NE(text.find("What the fishers"), text.rfind("What the fishers"));
}

TEST(Extract, LeavesOutMockLatinAmongOtherText) {
  const std::string filler =
      "<p>Dolor ipsam et est cumque. Laboriosam sed delectus rerum sint qui natus tenetur ea. "
      "Tenetur debitis voluptatem quod.</p><p>Lorem ipsum 2</p>";
  const std::string latin =
      "<p>Gallia est omnis divisa in partes tres, quarum unam incolunt Belgae, aliam Aquitani, "
      "tertiam qui ipsorum lingua Celtae, nostra Galli appellantur.</p>";
  const std::string text = body_text(extract_for_test(page_with(news_text() + filler + latin)));
  EXPECT_THAT(text, Not(HasSubstr("Laboriosam")));
  EXPECT_THAT(text, Not(HasSubstr("Lorem")));
  EXPECT_THAT(text, HasSubstr("Gallia est omnis"));
  EXPECT_THAT(body_text(extract_for_test(page_with(filler + filler + filler))),
              HasSubstr("Laboriosam"));
}

TEST(Extract, LeavesOutTheTextsOwnBeginningBehindIt) {
  const std::string summary =
      "The ice in the harbour of Norrvik broke on Monday, a month before it usually does, the port "
      "authority";
  const Article plain = extract_for_test(page_with(news_text()));
  const Article again = extract_for_test(page_with(news_text() + "<p>" + summary + "</p>"));
  EXPECT_EQ(body_text(again), body_text(plain));
  const Article other = extract_for_test(page_with(news_text() + "<p>Then " + summary + "</p>"));
  EXPECT_NE(body_text(other), body_text(plain));
}

TEST(Extract, KeepsAStandfirstThatTheTextRepeatsInTheText) {
  const std::string said = "Nobody here has seen the bay open before Christmas in living memory.";
  const std::string text = body_text(extract_for_test(
      page_with("<p class=lead>" + said + "</p>" + news_text() + "<p>" + said + "</p>")));
  EXPECT_EQ(text.find(said), text.rfind(said));
  EXPECT_GT(text.find(said), text.find("did not confirm it."));
}

TEST(Extract, FindsTheCorrectionNoteBesideTheText) {
  const Article a = extract_for_test(
      page_with(news_text(), "",
                "<aside class=sidebar><p>Correction: An earlier version of this article gave the "
                "wrong year for the harbour log.</p></aside>"));
  EXPECT_THAT(a.correction, HasSubstr("wrong year"));
  EXPECT_THAT(body_text(a), Not(HasSubstr("wrong year")));
}

TEST(Extract, TellsWhatARefusedPageSaysOfItself) {
  const Document page = parse_for_test(
      "<html lang=en><head><title>Latest news | Havsbild Post</title>"
      "<meta property=og:site_name content='Havsbild Post'>"
      "<meta property=article:modified_time content='2026-11-24T08:30:00+01:00'></head><body><h1>"
      "Latest news</h1><ul><li><a href=/a>Storm takes the pier</a></li></ul></body></html>");
  PageFacts facts;
  const auto a = extract(page, {}, {}, nullptr, &facts);
  ASSERT_FALSE(a);
  EXPECT_EQ(a.error().code, ErrorCode::not_article);
  EXPECT_EQ(facts.headline, "Latest news");
  EXPECT_EQ(facts.outlet, "Havsbild Post");
  EXPECT_EQ(facts.language.value, "en");
  ASSERT_TRUE(facts.modified);
  EXPECT_EQ(to_rfc3339(*facts.modified), "2026-11-24T08:30:00+01:00");
}

TEST(Extract, RefusesPagesThatHoldNoArticle) {
  for (const char* html :
       {"<html><head><title>404 Page not found</title></head><body><h1>Page not found</h1><p>The "
        "page you look for is not here any more.</p></body></html>",
        "<html><head><title>Havsbild</title></head><body><h2>We’ll be right back!</h2><p>We are "
        "working "
        "on the harbour's pages right now, so check back soon to read what the ferries do and what "
        "the "
        "ice looks like in all of the northern bay.</p></body></html>",
        "<html><head><title>Error | Norrvik Bank</title></head><body><nav><a href=/a>Savings</a>"
        "</nav><p>It looks like we have some trouble with the page of your account. We work hard "
        "at "
        "getting everything back, so come again soon to see your savings, your loans and more.</p>"
        "</body></html>",
        "<html><body><nav><a href=/a>Sea</a><a href=/b>Land</a></nav></body></html>",
        "<html><body></body></html>"}) {
    const auto a = try_extract(html);
    ASSERT_FALSE(a) << html;
    EXPECT_EQ(a.error().code, ErrorCode::not_article);
    EXPECT_FALSE(a.error().detail.empty());
  }
}

TEST(Extract, RefusesAProductPageAndADiscussion) {
  const std::string product =
      "<html><head><title>Brass foghorn</title><meta property='og:type' content='product'>"
      "<link rel='canonical' href='https://shop.example/products/foghorn'>"
      "<script type='application/ld+json'>{\"@type\":\"Product\",\"name\":\"Brass foghorn\","
      "\"offers\":{\"@type\":\"Offer\",\"price\":\"49.00\"}}</script></head><body><h1>Brass "
      "foghorn</h1><div class='product price'>$49.00</div><button class='add-to-cart'>Add</button>"
      "<button>Wish list</button><div class='product-description'><p>Get your brass foghorn with "
      "free delivery to your harbour, polished by hand and loud enough for your next fog.</p></div>"
      "<div class='product-reviews rating'><p>4.8 of 5</p></div></body></html>";
  const std::string discussion =
      "<html><head><title>Which foghorn? | Harbour forum</title><link rel='canonical' "
      "href='https://forum.harbour.example/threads/which-foghorn.123/'></head><body><h1>Which "
      "foghorn?</h1><div class='thread post reply'><p>I have a small boat and want to buy a "
      "foghorn "
      "for it, which one would you take?</p></div><div class='thread post reply'><p>Take the brass "
      "one, your neighbours will hear that you are there.</p></div><textarea></textarea>"
      "<button>Reply</button><button>Quote</button></body></html>";
  for (const std::string& html : {product, discussion}) {
    const auto a = extract(*Document::parse(html), {});
    ASSERT_FALSE(a) << html;
    EXPECT_EQ(a.error().code, ErrorCode::not_article);
  }
}

TEST(Extract, TakesWhatAFeedCallsAnArticle) {
  const auto page = Document::parse(
      "<html><head><link rel='canonical' href='https://forum.harbour.example/threads/x.1/'></head>"
      "<body><h1>Fog</h1><div class='thread reply'><p>The fog came in on Monday and stayed until "
      "the horn was mended, and nobody saw the ferry for two days.</p></div></body></html>");
  PageContext context;
  context.feed_title = "Fog";
  EXPECT_TRUE(extract(*page, context));
}

TEST(Extract, EndsOnHostilePages) {
  std::string deep, links, cells;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  for (int i = 0; i < 20000; ++i)
    links +=
        "<p><a href=/" + std::to_string(i) + ">Headline number " + std::to_string(i) + "</a></p>";
  for (int i = 0; i < 5000; ++i) cells += "<table><tr><td>x<td>y<tr><td>z<td>q";
  for (const std::string& html : {page_with(deep + news_text()), page_with(links + news_text()),
                                  page_with(cells + news_text())}) {
    const auto article = try_extract(html);
    EXPECT_TRUE(article || !article.error().detail.empty());
  }
}

TEST(Extract, FollowsSiteRules) {
  const auto rules = parse_site_rules(
      "[[extract]]\nbody = [\"#text\"]\nstrip = [\".promo\"]\nheadline = \".real-title\"\nauthor = "
      "\".who\"\n\n"
      "[[extract]]\nvalid_until = \"2020-12-31\"\nbody = \".old\"\n");
  ASSERT_TRUE(rules) << rules.error().message();
  ASSERT_EQ(rules->versions.size(), 2u);
  const Article a = extract_for_test(
      "<html lang=en><head><title>x</title></head><body><h1>Havsbild</h1><div class=real-title>Ice "
      "breaks early</div><i class=who>by Mira Lind</i>"
      "<div>" +
          news_text() +
          "</div><div id=text><p>Short true text of the page.</p><p class=promo>Buy now and save a "
          "lot of money on all our boats.</p></div></body></html>",
      *rules);
  EXPECT_EQ(a.headline, "Ice breaks early");
  EXPECT_EQ(body_text(a), "Short true text of the page.");
  EXPECT_THAT(a.authors, ElementsAre("Mira Lind"));
}

TEST(Extract, SentencesOfDecomposedLettersKnowWhereTheyStand) {
  // Vietnamese in NFD, and a mark below written after the one above it.
  const std::string page = page_with(
      "<p>Bo\u0302\u0301n ngo\u0302i nha\u0300 be\u0302n so\u0302ng. Ong Te\u0302\u0301 "
      "no\u0301i a\u0301\u0323. Ai cũng nghe tha\u0302\u0301y.</p>" +
      news_text());
  const auto document = parse_for_test(page);
  const auto article = extract(document, PageContext{});
  ASSERT_TRUE(article);
  const Block& b = article->blocks.front();
  ASSERT_THAT(b.text, HasSubstr("Bốn ngôi nhà bên sông. Ong Tế nói"));
  ASSERT_EQ(b.sentences.size(), 3u);
  for (const Sentence& s : b.sentences) {
    const auto source = document.text().substr(s.source.begin, s.source.end - s.source.begin);
    EXPECT_EQ(nfc(source), b.text.substr(s.range.begin, s.range.size()));
  }
}

SiteRules rules_until(const std::vector<std::string>& days) {
  std::string toml;
  for (const auto& day : days)
    toml += "[[extract]]\nbody = \".b" + day + "\"\n" +
            (day.empty() ? "" : "valid_until = \"" + day + "\"\n");
  return parse_site_rules(toml).value();
}

std::string version_on(const std::vector<std::string>& days, std::string_view day) {
  const SiteRules rules = rules_until(days);
  const auto* version = version_for(rules, day);
  return !version ? "none" : version->valid_until.empty() ? "today's" : version->valid_until;
}

TEST(SiteRules, TheVersionIsTheFirstToEndOfThoseThatHoldOnTheDay) {
  const std::vector<std::string> days{"", "2024-05-31", "2020-12-31"};
  EXPECT_EQ(version_on(days, "2026-11-24"), "today's");
  EXPECT_EQ(version_on(days, "2024-06-01"), "today's");
  EXPECT_EQ(version_on(days, "2024-05-31"), "2024-05-31");
  EXPECT_EQ(version_on(days, "2020-12-31"), "2020-12-31");
  EXPECT_EQ(version_on(days, "1999-01-01"), "2020-12-31");
  EXPECT_EQ(version_on({"2020-12-31", "", "2024-05-31"}, "2019-01-01"), "2020-12-31");
}

TEST(SiteRules, APageOfAnUnknownDayIsOfToday) {
  EXPECT_EQ(version_on({"", "2024-05-31"}, ""), "today's");
  EXPECT_EQ(version_on({"2024-05-31"}, ""), "none");
}

TEST(SiteRules, AVersionThatHasEndedIsNotUsedAndSaysSo) {
  EXPECT_EQ(version_on({"2024-05-31", "2020-12-31"}, "2024-06-01"), "none");
  const auto notice = expired_notice(rules_until({"2020-12-31", "2024-05-31"}), "2024-06-01");
  EXPECT_THAT(notice, HasSubstr("valid_until = \"2024-05-31\""));
  EXPECT_EQ(expired_notice(rules_until({"2024-05-31"}), "2024-05-31"), "");
  EXPECT_EQ(expired_notice(rules_until({"", "2024-05-31"}), "2026-11-24"), "");
  EXPECT_EQ(expired_notice({}, "2026-11-24"), "");
}

TEST(SiteRules, ThePagesFeedDateDecidesElseTheDayItWasFetched) {
  PageContext context;
  EXPECT_EQ(layout_day(context), "");
  context.fetched = parse_iso8601("2026-11-24T23:30:00Z")->utc;
  EXPECT_EQ(layout_day(context), "2026-11-24");
  context.feed_published = parse_iso8601("2024-05-31T23:30:00+05:00");
  EXPECT_EQ(layout_day(context), "2024-05-31");
}

TEST(SiteRules, ExplanationNamesTheVersionAndWhatFindsNothing) {
  const auto rules = parse_site_rules(
      "[[extract]]\nstrip = [\".gone\", \".lost\"]\nheadline = \"h1\"\n[[extract]]\nvalid_until = "
      "2024-05-31\n");
  ASSERT_TRUE(rules) << rules.error().message();
  Explanation why;
  ASSERT_TRUE(extract(parse_for_test(page_with(news_text())), {}, *rules, &why));
  EXPECT_THAT(why.rules,
              ElementsAre("version 1 of 2, of today", "strip finds nothing: .gone, .lost"));
  PageContext old;
  old.feed_published = parse_iso8601("2024-05-31");
  ASSERT_TRUE(extract(parse_for_test(page_with(news_text())), old, *rules, &why));
  EXPECT_THAT(why.rules, ElementsAre("version 2 of 2, valid until 2024-05-31"));
  ASSERT_TRUE(extract(parse_for_test(page_with(news_text())), {}, {}, &why));
  EXPECT_THAT(why.rules, testing::IsEmpty());
}

TEST(SiteRules, ASelectorOrDayThatCannotBeReadIsNamed) {
  for (const char* css : {"p[", "div >", ".a..b", "p:no-such-thing"}) {
    const auto rules = parse_site_rules("[[extract]]\nstrip = '" + std::string(css) + "'\n");
    ASSERT_FALSE(rules) << css;
    EXPECT_THAT(rules.error().detail, HasSubstr(css));
  }
  for (const char* day : {"'soon'", "'2024-05'", "'2024-13-01'", "7", "''"})
    EXPECT_FALSE(parse_site_rules("[[extract]]\nvalid_until = " + std::string(day) + "\n")) << day;
}

TEST(SiteRules, RefusesWhatIsNoRule) {
  EXPECT_FALSE(parse_site_rules("[[extract]]\nbody = 3\n"));
  EXPECT_FALSE(parse_site_rules("[[extract\n"));
  const auto none = parse_site_rules("name = \"Havsbild\"\n");
  ASSERT_TRUE(none);
  EXPECT_TRUE(none->empty());
}

}  // namespace
}  // namespace kaynak::extract_detail
