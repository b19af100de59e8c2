#include <gtest/gtest.h>

#include "translate/apertium_mode.h"

namespace kaynak::translate_detail {
namespace {

TEST(ParseMode, SplitsAPipelineAndAsksEachProgramToFlush) {
  const auto m = parse_mode(
      "lt-proc -w '/a b/x.bin' | apertium-tagger -g $2 '/x.prob' |lt-proc $1 \"/g.bin\"\n");
  ASSERT_TRUE(m) << m.error().detail;
  EXPECT_EQ(*m, (std::vector<Command>{{"lt-proc", "-z", "-w", "/a b/x.bin"},
                                      {"apertium-tagger", "-z", "-g", "/x.prob"},
                                      {"lt-proc", "-z", "-n", "/g.bin"}}));
}

TEST(ParseMode, RefusesWhatNeedsAShell) {
  for (const char* text :
       {"lt-proc x; rm y", "lt-proc `x`", "lt-proc $(x)", "lt-proc x > y", "lt-proc 'x", "", "|",
        "lt-proc x | | lt-proc y", "lt-proc $HOME/x", "lt-proc x &"})
    EXPECT_EQ(parse_mode(text) ? "parsed" : to_string(parse_mode(text).error().code),
              std::string("malformed"))
        << text;
  EXPECT_EQ(parse_mode("bash -c x").error().code, ErrorCode::unsupported);
  EXPECT_EQ(parse_mode(std::string(70000, 'x')).error().code, ErrorCode::too_large);
}

TEST(ParseMode, CanDoWithoutATaggerBehindAConstraintGrammar) {
  const auto m = parse_mode("lt-proc a | cg-proc -w g | apertium-tagger -g p | lt-proc -b b");
  const auto without = without_tagger(*m);
  ASSERT_TRUE(without);
  EXPECT_EQ((*without)[1], (Command{"cg-proc", "-1", "-n", "-z", "-w", "g"}));
  EXPECT_EQ((*without)[2][0], "lt-proc");
  EXPECT_FALSE(without_tagger(*parse_mode("lt-proc a | apertium-tagger -g p | lt-proc -b b")));
}

TEST(PairOfMode, KnowsLanguagesRegionsAndVariants) {
  const auto pair = [](const char* name) {
    const auto p = pair_of_mode(name);
    return p ? p->from.value + " " + p->to.value : "";
  };
  EXPECT_EQ(pair("eng-spa"), "en es");
  EXPECT_EQ(pair("rus-ukr"), "ru uk");
  EXPECT_EQ(pair("spa-eng_US"), "es en-US");
  EXPECT_EQ(pair("eng-cat_valencia"), "en ca-valencia");
  EXPECT_EQ(pair("eng-cat_iec2017"), "");
  EXPECT_EQ(pair("README"), "");
  EXPECT_EQ(pair("eng-spa-debug"), "");
}

TEST(Stream, EscapesSpecialsAndResolvesThem) {
  const std::string text = "a [b] {c} ^d$ e/f \\ @g <h> 100~";
  EXPECT_EQ(from_stream(to_stream(text)), text);
  EXPECT_EQ(to_stream("[x]"), "\\[x\\][]");
  EXPECT_EQ(to_stream(std::string_view("a\0b\nc", 5)), "a b c[]");
}

TEST(Prepare, SaysBillionsInMillions) {
  const LanguageTag en("en");
  EXPECT_EQ(prepare("It paid $2.4 billion, R4bn and £5m for 800m.", en),
            "It paid $2,400 million, R4,000 million and £5 million for 800m.");
  EXPECT_EQ(prepare("a $5-billion deal of 1.5 trillion", en),
            "a $5,000 million deal of 1,500,000 million");
  EXPECT_EQ(prepare("1.2345 billion, A4bn", en), "1.2345 billion, A4bn");
  EXPECT_EQ(prepare("2.4 billion", LanguageTag("es")), "2.4 billion");
}

TEST(Prepare, OpensCompoundsThatWouldBeGlued) {
  const LanguageTag en("en");
  EXPECT_EQ(prepare("The 68-year-old, a 5-day visit, COVID-19, 2025-26", en),
            "The 68 year old, a 5 day visit, COVID-19, 2025-26");
  EXPECT_EQ(unglue(prepare("London-based well-known", en)), "London-based well-known");
  EXPECT_EQ(unglue(std::string("basado") + glue + "en" + glue + "Londres"), "basado en Londres");
}

TEST(Prepare, TellsAnOpeningQuoteFromAContraction) {
  const LanguageTag en("en");
  EXPECT_EQ(prepare("city 'must not' lose, it's James' car", en),
            "city ‘must not’ lose, it's James' car");
  EXPECT_EQ(tidy("city 'must not' lose", "la ciudad ‘ no tiene' que perder"),
            "la ciudad 'no tiene' que perder");
}

TEST(Tidy, TakesOutTheBlanksOfDroppedWords) {
  EXPECT_EQ(tidy("I saw it.", " Lo vi ."), "Lo vi.");
  EXPECT_EQ(tidy("\"We will win,\" she said.", "\" Ganaremos,\"  dijo."), "\"Ganaremos,\" dijo.");
}

TEST(Tidy, TakesBackMovedCapitals) {
  EXPECT_EQ(tidy("Hello world.", "Hola Mundo."), "Hola mundo.");
  EXPECT_EQ(tidy("Linh Tran reported from Hanoi.", "Linh Tran Informó de Hanoi."),
            "Linh Tran informó de Hanoi.");
  EXPECT_EQ(tidy("The BBC said no.", "La BBC dijo no."), "La BBC dijo no.");
  EXPECT_EQ(tidy("Ministers met in London.", "Ministros reunidos en Londres."),
            "Ministros reunidos en Londres.");
}

TEST(Tidy, DropsMarksOfUnknownWordsButNoHashOfTheSource) {
  EXPECT_EQ(tidy("The xyzzy left.", "El *xyzzy salió."), "El xyzzy salió.");
  EXPECT_EQ(tidy("Gate #5 is open.", "La puerta #5 es abierta."), "La puerta #5 es abierta.");
}

}  // namespace
}  // namespace kaynak::translate_detail
