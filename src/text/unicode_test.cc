#include "text/unicode.h"

#include <gtest/gtest.h>

#include "text/test_data.h"

namespace kaynak {
namespace {

using Words = std::vector<std::string_view>;

TEST(Unicode, ComposesToNfc) {
  EXPECT_EQ(nfc("Vie\xCC\xA3\xCC\x82t"), "Việt");
  EXPECT_EQ(nfc("plain"), "plain");
}

TEST(Unicode, FoldsNamesToOneSpelling) {
  EXPECT_EQ(fold("İSTANBUL"), fold("istanbul"));
  EXPECT_EQ(fold("Diyarbakır"), "diyarbakir");
  EXPECT_EQ(fold("Đà Nẵng"), "da nang");
  EXPECT_EQ(fold("STRAßE"), "strasse");
  EXPECT_EQ(fold("ﬁn ２０２６"), "fin 2026");
  EXPECT_EQ(fold("مُحَمَّد"), "محمد");
}

TEST(Unicode, FoldsAScriptAloneAsItDoesBesideOthers) {
  // A Han character sends the whole text the long way through normalisation.
  unsigned seed = 7;
  const auto next = [&seed] { return (seed = seed * 1664525 + 1013904223) >> 8; };
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      static constexpr char32_t starts[] = {0x20, 0xA0, 0x100, 0x300, 0x370, 0x400, 0x1E00, 0x2010};
      append_utf8(&text, starts[next() % 8] + next() % 0x70);
    }
    EXPECT_EQ(fold(text) + "中", fold(text + "中")) << text;
  }
}

TEST(Unicode, FoldKeepsMarksThatMakeOtherWords) {
  EXPECT_EQ(fold("ガラス"), "ガラス");
  EXPECT_EQ(fold("한국"), "한국");
  EXPECT_EQ(fold("हिन्दी"), "हिन्दी");
}

TEST(Unicode, FoldCaseKeepsMarks) { EXPECT_EQ(fold_case("ÉCOLE"), "école"); }

TEST(Unicode, FoldsAnyWhiteSpace) {
  EXPECT_EQ(fold_space("  a \t\r\n b\xC2\xA0\xC2\xA0"
                       "c\xE2\x80\x8B"
                       "d\xEF\xBB\xBF "),
            "a b c d");
  EXPECT_EQ(fold_space("一\xE3\x80\x80二"), "一 二");
  EXPECT_EQ(fold_space("“…”—â€"), "“…”—â€");
  EXPECT_EQ(fold_space(" \xE2\x80\xAF "), "");
  EXPECT_EQ(fold_space(""), "");
  EXPECT_EQ(fold_space("x\xE2"), "x\xE2");
}

TEST(Unicode, ChangesCaseByLanguage) {
  EXPECT_EQ(lower("ISPARTA İZMİR", "tr"), "ısparta izmir");
  EXPECT_EQ(upper("izmir", "tr"), "İZMİR");
  EXPECT_EQ(upper("izmir", "en"), "IZMIR");
  EXPECT_EQ(lower("ΟΔΟΣ"), "οδος");
  EXPECT_EQ(upper("straße"), "STRASSE");
}

TEST(Unicode, FindsWordsOfAscii) {
  EXPECT_EQ(words("It's 3.5, e.g. x_1 -- don't: stop."),
            (Words{"It's", "3.5", "e.g", "x_1", "don't", "stop"}));
  EXPECT_EQ(words("___ ..."), Words{});
}

TEST(Unicode, AsciiWordsAreThoseOfUax29) {
  // The same text with one foreign word behind it takes the other road.
  for (const std::string text :
       {"a.b a:b a'b 1,2 1;2 1:2 1.2 1'2 a.1 1.a a,b _a_ a_ 1_2 'x' a..b a. 3,x x3.4y _ _. a'",
        "U.S.A. e-mail me@x.example.org http://example.org/a_b?c=d&e=1,000.5 5:30 O'Brien's"}) {
    Words ascii = words(text);
    const std::string longer = text + " вот";
    Words wide = words(longer);
    ASSERT_FALSE(wide.empty());
    wide.pop_back();
    EXPECT_EQ(ascii, wide) << text;
  }
}

TEST(Unicode, FindsWordsOfScriptsWithoutBlanks) {
  EXPECT_EQ(words("北京 天气"), (Words{"北京", "天气"}));
  EXPECT_GE(words("ภาษาไทยง่าย").size(), 2u);
  EXPECT_EQ(words("Привет, мир! Việt Nam"), (Words{"Привет", "мир", "Việt", "Nam"}));
}

TEST(Unicode, MakesSearchTokens) {
  EXPECT_EQ(search_tokens("  Việt-Nam: Ördek, İSTANBUL! "), "viet nam ordek istanbul");
}

TEST(Unicode, MakesSlugs) {
  EXPECT_EQ(slug("Việt Nam 2026"), "viet-nam-2026");
  EXPECT_EQ(slug("Newton's law — what’s new?"), "newtons-law-whats-new");
  EXPECT_EQ(slug("Путин"), "putin");
  EXPECT_EQ(slug("北京"), "bei-jing");
  EXPECT_FALSE(slug("الأحد").empty());
  EXPECT_EQ(slug("one two three", 9), "one-two");
  EXPECT_EQ(slug("abcdefghij", 4), "abcd");
  EXPECT_EQ(slug("!!!"), "");
}

TEST(Unicode, ReadsWrongBytesAsReplacement) {
  const std::string bad = "a\xC0\x80\xED\xA0\x80\xF5\xE2\x82";
  std::size_t i = 0, wrong = 0;
  for (std::size_t steps = 0; i < bad.size(); ++steps) {
    ASSERT_LT(steps, bad.size());
    wrong += next_code_point(bad, &i) == 0xFFFD;
  }
  EXPECT_EQ(wrong, bad.size() - 1);
}

TEST(Unicode, EncodesWhatItDecodes) {
  for (char32_t c : {U'a', U'é', U'ạ', U'語', U'😀'}) {
    std::string s;
    append_utf8(&s, c);
    std::size_t i = 0;
    EXPECT_EQ(next_code_point(s, &i), c);
    EXPECT_EQ(i, s.size());
  }
  EXPECT_EQ(count_code_points("aé語😀"), 4u);
}

TEST(Unicode, ClassifiesCharacters) {
  EXPECT_TRUE(is_letter(U'ß') && is_letter(U'語') && !is_letter(U'٣') && !is_letter(U'-'));
  EXPECT_TRUE(is_upper(U'Ж') && !is_upper(U'ж') && is_upper(U'A'));
  EXPECT_TRUE(is_digit(U'٣') && is_digit(U'3') && !is_digit(U'½'));
  EXPECT_TRUE(is_space(0xA0) && is_space(0x202F) && is_space(' ') && !is_space(U'x'));
  EXPECT_TRUE(is_cjk(U'語') && is_cjk(U'か') && is_cjk(U'한') && is_cjk(U'ไ') && !is_cjk(U'ж'));
}

}  // namespace
}  // namespace kaynak
