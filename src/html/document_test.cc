#include "html/document.h"

#include <gtest/gtest.h>

#include <string>

namespace kaynak {
namespace {

Document parse(std::string_view html) {
  auto page = Document::parse(html, "text/html; charset=utf-8");
  if (!page) throw std::runtime_error(page.error().message());
  return std::move(*page);
}

NodeIndex first(const Document& page, Tag tag) {
  for (NodeIndex i = 0; i < page.nodes().size(); ++i)
    if (page.node(i).tag == tag) return i;
  return no_node;
}

std::string repeat(std::string_view s, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += s;
  return out;
}

TEST(Document, GivesSubtreesAsRangesOfNodesAndText) {
  const Document page = parse("<body><div><p>Ice <b>melts</b></p></div><p>Late</p>");
  const NodeIndex div = first(page, Tag::div);
  EXPECT_EQ(page.text(div), "Ice melts");
  EXPECT_EQ(page.text(first(page, Tag::b)), "melts");
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    const Node& n = page.node(i);
    EXPECT_GT(n.subtree_end, i);
    EXPECT_LE(n.text_begin, n.text_end);
    if (n.parent == no_node) continue;
    EXPECT_LT(n.parent, i);
    EXPECT_LE(n.subtree_end, page.node(n.parent).subtree_end);
  }
}

TEST(Document, ReadsAttributesWithEntitiesResolved) {
  const Document page = parse("<a HREF='/x?a=1&amp;b=2' hidden>t</a>");
  const NodeIndex a = first(page, Tag::a);
  EXPECT_EQ(page.attribute(a, "href"), "/x?a=1&b=2");
  EXPECT_TRUE(page.has_attribute(a, "hidden"));
  EXPECT_EQ(page.attribute(a, "title"), "");
}

TEST(Document, KeepsScriptsAndCommentsOutOfTheText) {
  const Document page = parse(
      "<p>a</p><script>var x='<p>b</p>';</script><!-- ad "
      "--><style>p{}</style><noscript><p>c</p></noscript>");
  EXPECT_EQ(page.text(first(page, Tag::body)), "a");
  EXPECT_EQ(page.raw_text(first(page, Tag::script)), "var x='<p>b</p>';");
  EXPECT_EQ(page.raw_text(first(page, Tag::comment)), " ad ");
  EXPECT_EQ(page.raw_text(first(page, Tag::noscript)), "<p>c</p>");
}

TEST(Document, EndsRawTextWhereTheStandardDoes) {
  const std::string long_script(200 << 10, 'x');
  const std::pair<std::string, std::string> cases[] = {
      {"<script>a</scripty></SCRIPT >t", "a</scripty>"},
      {"<script>a\r\nb\rc</script>t", "a\nb\nc"},
      {"<script><!-- a </script>t", "<!-- a "},
      {"<script><!-- <script> a </script> b --></script>t", "<!-- <script> a </script> b -->"},
      {"<script>" + long_script + "</script>t", long_script},
  };
  for (const auto& [html, raw] : cases) {
    const Document page = parse(html);
    EXPECT_EQ(page.raw_text(first(page, Tag::script)), raw) << html.substr(0, 60);
    EXPECT_EQ(page.text(), "t");
  }
  const Document open = parse("<p>t</p><script>a < b");
  EXPECT_EQ(open.raw_text(first(open, Tag::script)), "a < b");
  const Document drawing = parse("<svg><style>p<b>t</b></style></svg>");
  EXPECT_EQ(drawing.text(), "pt");
}

TEST(Document, PassesOverTheShapesOfDrawings) {
  const std::string path = "<path d='" + std::string(200 << 10, '1') + "'/>";
  for (const std::string& shapes :
       {std::string("<g id=\"a>b\"><path d=M0,0></path></g>"), path + " \n" + path,
        std::string("<linearGradient><STOP offset=1 /></linearGradient></g>"), std::string()}) {
    const Document page = parse("<p>a<svg class=i>" + shapes + "</SVG >b</p>c");
    const NodeIndex svg = first(page, Tag::svg);
    EXPECT_EQ(page.node(svg).subtree_end, svg + 1) << shapes.substr(0, 60);
    EXPECT_EQ(page.attribute(svg, "class"), "i");
    EXPECT_EQ(page.text(), "abc");
    EXPECT_EQ(page.node(svg + 1).parent, first(page, Tag::p));
  }
}

TEST(Document, ReadsDrawingsThatHoldMoreThanShapes) {
  ParseLimits all;
  all.shapes = true;
  for (const std::string inside :
       {"<title>Ice</title><path d=M0></path></svg>t",
        "<g><foreignObject><p>t</p></foreignObject></g></svg>", "<path d=M0>t</svg>",
        "<path d=M0></p></svg>t", "<path d\"></svg><b title=\">t</b>", "<path d=M0 <g></svg>t",
        "<path><p>t</svg>", "<path>", "<path><!-- </svg> --></svg>t", "<svg><path></svg>t</svg>u",
        "<path><![CDATA[</svg>]]></svg>t"}) {
    const std::string html = "<div><svg>" + inside;
    const Document page = parse(html);
    const auto whole = Document::parse(html, "text/html; charset=utf-8", all);
    ASSERT_TRUE(whole);
    EXPECT_EQ(page.text(), whole->text()) << html;
    if (inside.find("<svg>") == inside.npos) {
      EXPECT_EQ(page.nodes().size(), whole->nodes().size()) << html;
    }
  }
  const Document self_closed = parse("<svg/><path d=M0></path><p>t</p></svg>");
  EXPECT_EQ(self_closed.node(first(self_closed, Tag::svg)).subtree_end,
            first(self_closed, Tag::svg) + 1);
}

TEST(Document, SelectsByCssInDocumentOrder) {
  const Document page =
      parse("<div class=a><p id=1>x</p></div><p id=2>y</p><div class='b a'><p id=3>z</p></div>");
  const auto found = page.select("p:last-child, .a > p");
  ASSERT_TRUE(found);
  ASSERT_EQ(found->size(), 2u);
  EXPECT_EQ(page.attribute((*found)[0], "id"), "1");
  EXPECT_EQ(page.attribute((*found)[1], "id"), "3");
}

TEST(Document, RefusesABrokenSelector) {
  const Document page = parse("<p>x</p>");
  const auto found = page.select("p[");
  if (found) {
    EXPECT_TRUE(found->empty() || found->size() == 1);  // CSS closes open brackets at the end
  }
  ASSERT_FALSE(page.select(">>><"));
  EXPECT_EQ(page.select(">>><").error().code, ErrorCode::malformed);
}

TEST(Document, DecodesTheCharsetTheMetaNames) {
  auto page = Document::parse(
      "<meta charset=windows-1254><p>\xfe"
      "eker</p>");
  ASSERT_TRUE(page);
  EXPECT_EQ(page->text(first(*page, Tag::p)), "şeker");
  EXPECT_EQ(page->charset(), "windows-1254");
}

TEST(Document, FlattensAHundredThousandNestedTags) {
  const Document page = parse(repeat("<div>", 100000) + "deep");
  EXPECT_EQ(page.text(), "deep");
  EXPECT_LT(page.nodes().size(), 1000u);
}

TEST(Document, FlattensNestedFormattingAndParagraphs) {
  const Document page =
      parse(repeat("<b><p>", 50000) + "deep" + repeat("<i a=1>", 50000) + repeat("<p>x", 1000));
  EXPECT_NE(page.text().find("deep"), std::string_view::npos);
}

std::string with_attributes(int n) {
  std::string tag = "<p";
  for (int i = 0; i < n; ++i) tag += " a" + std::to_string(i) + "=1";
  return tag + ">x</p>";
}

TEST(Document, CutsAnAttributeBomb) {
  const Document page = parse(with_attributes(5000));
  EXPECT_LE(page.node(first(page, Tag::p)).attributes_count, 256);
  EXPECT_EQ(page.text(), "x");
  const auto endless = Document::parse(with_attributes(2000000));
  ASSERT_FALSE(endless);
  EXPECT_EQ(endless.error().code, ErrorCode::too_large);
}

TEST(Document, DoesNotCopyATextAtEachTagThatIsNotTaken) {
  ParseLimits sparing;
  sparing.max_copies = 4;
  for (const char* tag : {"</x class=abcdef>", "<body class=abcdef>", "<tr class=abcdef>"}) {
    const auto page =
        Document::parse("<p>" + repeat("ice " + std::string(tag), 20000), "text/html", sparing);
    ASSERT_TRUE(page) << tag << page.error().message();
    EXPECT_EQ(page->text(), repeat("ice ", 20000)) << tag;
  }
}

TEST(Document, RefusesAPageThatMakesTheParserCopyItsTextAllTheSame) {
  const std::string rows = "<table>" + repeat("<tr class=abcdef>ice", 20000) + "</table>";
  const auto page = Document::parse(rows, "text/html");
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::too_large);
  EXPECT_TRUE(Document::parse("<table>" + repeat("<tr class=abcdef>ice", 500) + "</table>"));
}

TEST(Document, ReadsPagesOfManyPiecesWhole) {
  std::string html = "<body>";
  for (int i = 0; i < 20000; ++i)
    html += "<p title=\"n&auml;me " + std::to_string(i) + "\">Grün " + std::to_string(i) + "</p>";
  const Document page = parse(html);
  int right = 0, n = 0;
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag != Tag::p) continue;
    right += page.text(i) == "Grün " + std::to_string(n) &&
             page.attribute(i, "title") == "näme " + std::to_string(n);
    ++n;
  }
  EXPECT_EQ(right, 20000);
}

TEST(Document, RefusesPagesOverItsLimits) {
  const std::string big(50u << 20, 'x');
  const auto page = Document::parse(big);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::too_large);
  ParseLimits few;
  few.max_nodes = 100;
  const auto many = Document::parse(repeat("<br>", 1000), {}, few);
  ASSERT_FALSE(many);
  EXPECT_EQ(many.error().code, ErrorCode::too_large);
}

TEST(Document, RefusesBinaryDataAndEmptyPages) {
  std::string png = "\x89PNG\r\n\x1a\n";
  for (int i = 0; i < 4000; ++i) png += static_cast<char>(i * 7 % 32);
  const auto page = Document::parse(png);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().code, ErrorCode::malformed);
  EXPECT_FALSE(Document::parse(""));
  EXPECT_FALSE(Document::parse(" \n"));
}

}  // namespace
}  // namespace kaynak
