#include "base/json.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(Json, GivesBackWhatItRead) {
  const std::string text = R"({"a":[1,-2.5,true,null,"x"],"b":{"c":"ü"}})";
  const auto j = parse_json(text);
  ASSERT_TRUE(j);
  EXPECT_EQ(j->dump(), text);
  EXPECT_EQ((*j)["b"]["c"].as_string(), "ü");
  EXPECT_EQ((*j)["a"].items().size(), 5u);
  EXPECT_EQ(parse_json(j->dump_pretty()).value(), *j);
}

TEST(Json, ReadingWhatIsNotThereGivesNothing) {
  const auto j = parse_json(R"({"n":"text"})").value();
  EXPECT_TRUE(j["missing"]["deeper"].is_null());
  EXPECT_EQ(j["n"].as_int(7), 7);
  EXPECT_TRUE(j["n"].items().empty());
}

TEST(Json, TextIsSafeInsideAScriptElement) {
  Json j;
  j.set("t", std::string("</script>\u2028\x01"));
  EXPECT_EQ(j.dump(), R"({"t":"\u003c/script>\u2028\u0001"})");
}

TEST(Json, WritesInvalidUtf8AsReplacementCharacters) {
  EXPECT_EQ(Json(std::string("a\xff"
                             "b\xc3"))
                .dump(),
            "\"a\uFFFDb\uFFFD\"");
  EXPECT_EQ(Json(std::string("\xed\xa0\x80")).dump(), "\"\uFFFD\uFFFD\uFFFD\"");
}

TEST(Json, EscapesEachByteThatNeedsItWhereverItStands) {
  for (int c = 0; c < 0x80; ++c)
    for (std::size_t at = 0; at < 20; ++at) {
      std::string text(20, c % 2 ? '~' : ' ');
      text[at] = static_cast<char>(c);
      const std::string written = Json(text).dump();
      EXPECT_EQ(parse_json(written)->as_string(), text) << c;
      const bool plain = c >= 0x20 && c != '"' && c != '\\' && c != '<';
      EXPECT_EQ(written.size() == text.size() + 2, plain) << c;
    }
}

TEST(Json, LeavesEmptyMembersOut) {
  Json j = Json::object();
  j.set_if("a", "").set_if("b", Json::array()).set_if("c", 0).set_if("d", nullptr);
  EXPECT_EQ(j.dump(), R"({"c":0})");
}

TEST(Json, SettingAMemberAgainReplacesIt) {
  Json j;
  j.set("a", 1).set("a", 2);
  EXPECT_EQ(j.dump(), R"({"a":2})");
}

TEST(Json, RefusesWhatIsTooDeepTooLargeOrBroken) {
  EXPECT_EQ(parse_json(std::string(1000, '[') + std::string(1000, ']')).error().code,
            ErrorCode::too_large);
  EXPECT_EQ(parse_json("[1,2]", 3).error().code, ErrorCode::too_large);
  EXPECT_EQ(parse_json("{\"a\":}").error().code, ErrorCode::malformed);
  EXPECT_EQ(parse_json("").error().code, ErrorCode::malformed);
}

TEST(Json, KeepsIntegersExact) {
  EXPECT_EQ(parse_json("9007199254740993")->dump(), "9007199254740993");
  EXPECT_EQ(Json(1e300).dump(), "1e+300");
  EXPECT_EQ(parse_json("-0.0")->dump(), "-0.0");
}

}  // namespace
}  // namespace kaynak
