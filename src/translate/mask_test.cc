#include "translate/mask.h"

#include <gtest/gtest.h>

#include "translate/numbers_style.h"
#include "translate/repair.h"

namespace kaynak::translate_detail {
namespace {

std::vector<std::string> found(std::string_view text) {
  std::vector<std::string> out;
  for (const auto& r : find_opaque(text)) out.emplace_back(text.substr(r.begin, r.size()));
  return out;
}
using Strings = std::vector<std::string>;

TEST(FindOpaque, FindsAddresses) {
  EXPECT_EQ(found("See https://a.example/x?q=1, or www.b.example."),
            (Strings{"https://a.example/x?q=1", "www.b.example"}));
  EXPECT_EQ(found("(https://a.example/x_(y)) “http://b.example/”"),
            (Strings{"https://a.example/x_(y)", "http://b.example/"}));
  EXPECT_EQ(found("Write to an.le@songbao.example."), Strings{"an.le@songbao.example"});
  EXPECT_EQ(found("songbao.example and a.m. and p.ej. 3.com"), Strings{"songbao.example"});
}

TEST(FindOpaque, FindsHandlesTagsShortcodesAndPlaceholders) {
  EXPECT_EQ(found("@song_bao said #Cầu2026 is #1"), (Strings{"@song_bao", "#Cầu2026"}));
  EXPECT_EQ(found("a [reklam_2] b [gallery ids=\"1,2\"] c [/caption] d"),
            (Strings{"[reklam_2]", "[gallery ids=\"1,2\"]", "[/caption]"}));
  EXPECT_EQ(found("{{name}} {%if%} {count} ${x} %s %NAME% <br> &nbsp; user_id"),
            (Strings{"{{name}}", "{%if%}", "{count}", "${x}", "%s", "%NAME%", "<br>", "&nbsp;",
                     "user_id"}));
}

TEST(FindOpaque, LeavesProseAlone) {
  EXPECT_EQ(found("He [sic] and [the minister] got 5% & 3 < 4, AT&T; e.g. this. No.5 at 10:30."),
            Strings{});
}

TEST(FindNames, MasksWholeNamesButNoPossessive) {
  const std::string text = "Rose Brown met Mr Brown. Rose Brown's brown bear, Brownie.";
  Strings out;
  for (const auto& r : find_names(text, {{"Rose Brown"}, {"Mr"}}))
    out.push_back(text.substr(r.begin, r.size()));
  EXPECT_EQ(out, (Strings{"Rose Brown", "Brown"}));
  EXPECT_TRUE(find_names("Александр сказал", {{"Александр"}, {}}).empty())
      << "other scripts are declined";
}

TEST(MaskedText, ComesBackWhole) {
  const std::string text = "Visit https://a.example and @b_c.";
  const MaskedText m(text, find_opaque(text));
  EXPECT_EQ(m.masked().find("https"), std::string::npos);
  EXPECT_EQ(m.masked().find('@'), std::string::npos);
  const auto back = m.restore(m.masked());
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text, text);
  EXPECT_EQ(back->text.substr(back->parts[1].begin, back->parts[1].size()), "@b_c");
}

TEST(MaskedText, FollowsWordsThatMovedOrGotCapitals) {
  const std::string text = "@aa and @bb";
  const MaskedText m(text, find_opaque(text));
  const auto back = m.restore("Zqxab y ZQXAA");
  ASSERT_TRUE(back);
  EXPECT_EQ(back->text, "@bb y @aa");
}

TEST(MaskedText, DoesNotBelieveALostDoubledOrChangedWord) {
  const std::string text = "@aa and @bb";
  const MaskedText m(text, find_opaque(text));
  EXPECT_FALSE(m.restore("zqxaa y"));
  EXPECT_FALSE(m.restore("zqxaa y zqxab zqxab"));
  EXPECT_FALSE(m.restore("zqxaa y zqxabs"));
  EXPECT_FALSE(m.restore("zqxaa y zqxac"));
  EXPECT_FALSE(m.restore("zqxaa y zqx"));
}

TEST(MaskedText, TakesAnotherWordWhereTheTextHasIt) {
  const std::string text = "zqxaa @bb";
  const MaskedText m(text, find_opaque(text));
  ASSERT_TRUE(m.restore(m.masked()));
  EXPECT_EQ(m.restore(m.masked())->text, text);
}

TEST(MaskedText, CanBeTranslatedAroundItsParts) {
  const std::string text = "See @aa  now, @bb";
  const MaskedText m(text, find_opaque(text));
  EXPECT_EQ(m.pieces(), (Strings{"See ", "  now, ", ""}));
  const auto joined = m.join({"Ver", "ahora,", ""});
  EXPECT_EQ(joined.text, "Ver @aa  ahora, @bb");
  EXPECT_EQ(joined.text.substr(joined.parts[1].begin), "@bb");
}

TEST(LocaliseNumbers, RewritesCopiedNumbersAlone) {
  const LanguageTag en("en"), es("es"), fr("fr"), ru("ru");
  EXPECT_EQ(localise_numbers("1,250.5 and 3.5% and 2,000", en, "1,250.5 y 3.5% y 2,000", es),
            "1.250,5 y 3,5% y 2.000");
  EXPECT_EQ(localise_numbers("25.12.2026 10:30 v1.2.3 254", en, "25.12.2026 10:30 v1.2.3 254", es),
            "25.12.2026 10:30 v1.2.3 254");
  EXPECT_EQ(localise_numbers("1.250,5", es, "1.250,5", en), "1,250.5");
  EXPECT_EQ(localise_numbers("1,250 cars", en, "1,250 voitures", fr), "1\u00a0250 voitures");
  EXPECT_EQ(localise_numbers("3,5", fr, "3,5", ru), "3,5");
}

TEST(RepairEntities, ResolvesThemAlsoTwice) {
  EXPECT_EQ(repair_entities("&quot;a&quot; &#39;b&#39; &amp;quot; &#x27; x&nbsp;y"),
            "\"a\" 'b' \" ' x y");
  EXPECT_EQ(repair_entities("AT&T; R&D &#0; &#xD800; &#99999999; &"),
            "AT&T; R&D &#0; &#xD800; &#99999999; &");
  EXPECT_FALSE(has_entity("AT&T; a & b"));
}

}  // namespace
}  // namespace kaynak::translate_detail
