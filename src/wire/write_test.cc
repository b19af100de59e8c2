#include "wire/write.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "wire/wire.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Block block(BlockKind kind, const std::string& text) {
  Block b;
  b.kind = kind;
  b.text = text;
  return b;
}

Article story() {
  Article a;
  a.url = a.canonical_url = "https://songbao.example/1";
  a.outlet = "Song Báo";
  a.language = LanguageTag("vi");
  a.headline = "Đập <mới> & cũ";
  a.subheadline = "Nước về";
  a.byline = "Ngọc Anh (theo KCNA, Reuters)";
  a.authors = {"Ngọc Anh"};
  a.text_credit = "theo KCNA, Reuters";
  a.dateline.place = "Hà Nội";
  a.cited_sources = {"Orienta", "KCNA"};
  a.published = parse_iso8601("2026-08-15T14:30:00+07:00");
  a.hops = {{"agency", "KCNA", "http://kcna.example/", {}},
            {"author", "Ngọc Anh", "", {}},
            {"publisher", "Song Báo", "https://songbao.example/1", {}}};
  a.hops[0].date = "2026-08-14";
  a.blocks = {block(BlockKind::paragraph, "Một < hai & ba.\x01"),
              block(BlockKind::list_item, "một"), block(BlockKind::list_item, "hai"),
              block(BlockKind::quote, "Lời nói."), block(BlockKind::figure, "Ảnh đập.")};
  a.blocks[4].figure = Figure{"https://songbao.example/a.jpg", "Ảnh đập.", "KCNA", "đập", {}, {}};
  return a;
}

WireItem back(const std::string& xml) {
  const auto document = read_wire(newsml_g2_begin(Time{}) + xml + newsml_g2_end());
  EXPECT_TRUE(document) << document.error().detail;
  if (!document || document->items.empty()) return {};
  EXPECT_THAT(document->problems, testing::IsEmpty());
  return document->items.front();
}

TEST(WriteNewsmlG2, IsReadBackAsTheSameArticle) {
  const auto a = story();
  const auto item = back(to_newsml_g2(a));
  EXPECT_EQ(item.guid, a.url);
  EXPECT_EQ(item.article.headline, a.headline);
  EXPECT_EQ(item.article.subheadline, a.subheadline);
  EXPECT_EQ(item.article.byline, a.byline);
  EXPECT_EQ(item.article.dateline.place, "Hà Nội");
  EXPECT_EQ(item.language, "vi");
  EXPECT_EQ(item.credit_line, a.text_credit);
  ASSERT_EQ(item.article.blocks.size(), 5u);
  EXPECT_EQ(item.article.blocks[0].text, "Một < hai & ba.");
  EXPECT_EQ(item.article.blocks[1].kind, BlockKind::list_item);
  EXPECT_EQ(item.article.blocks[3].kind, BlockKind::quote);
  EXPECT_EQ(item.version_created->utc, a.published->utc);
}

TEST(WriteNewsmlG2, CarriesTheChainAsHopHistoryOriginFirst) {
  const auto xml = to_newsml_g2(story());
  EXPECT_THAT(back(xml).hop_history, ElementsAre("KCNA", "Ngọc Anh", "Song Báo"));
  EXPECT_THAT(xml, HasSubstr("<hop seq=\"1\" timestamp=\"2026-08-14\">\n<party "
                             "uri=\"http://kcna.example/\"><name>KCNA</name></party>\n<action "
                             "qcode=\"hopaction:created\" target=\"hatarget:content\"/>"));
}

TEST(WriteNewsmlG2, NamesAgenciesAndCitedMediaOnceAsInfoSources) {
  EXPECT_THAT(back(to_newsml_g2(story())).sources, ElementsAre("KCNA", "Orienta"));
}

TEST(WriteNewsmlG2, EndsAnEditionsChainWithWhoTranslatedIt) {
  const auto a = story();
  Edition e;
  e.id = EditionId("e1");
  e.language = LanguageTag("tr");
  e.kind = EditionKind::human;
  e.translator = "Elif Sönmez";
  e.headline = "Yeni baraj";
  e.blocks.resize(5);
  e.blocks[0].text = "Bir.";
  const auto xml = to_newsml_g2(a, e);
  const auto item = back(xml);
  EXPECT_THAT(item.hop_history, ElementsAre("KCNA", "Ngọc Anh", "Song Báo", "Elif Sönmez"));
  EXPECT_EQ(item.language, "tr");
  EXPECT_EQ(item.article.blocks.at(0).text, "Bir.");
  EXPECT_THAT(xml, HasSubstr("residref=\"https://songbao.example/1\""));
}

TEST(WriteNewsmlG2, LeadsOnlyToTheWeb) {
  auto a = story();
  a.hops[0].url = "javascript:alert(1)\" x=\"";
  const auto xml = to_newsml_g2(a);
  EXPECT_THAT(xml, testing::Not(HasSubstr("javascript")));
  EXPECT_THAT(back(xml).hop_history, ElementsAre("KCNA", "Ngọc Anh", "Song Báo"));
}

}  // namespace
}  // namespace kaynak
