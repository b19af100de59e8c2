#include "serve/target.h"

#include <gtest/gtest.h>

#include "base/strings.h"

namespace kaynak::serve_detail {
namespace {

std::string path_of(std::string_view sent) {
  const auto target = parse_target(sent);
  if (!target) return to_string(target.error().code);
  return join(target->segments, "|") + (target->folder ? "|" : "");
}

TEST(Target, IsDecodedIntoNames) {
  EXPECT_EQ(path_of("/"), "|");
  EXPECT_EQ(path_of("/tr/"), "tr|");
  EXPECT_EQ(path_of("/tr/2026/11/25/haber-1a2b.html?x=/../y#z"), "tr|2026|11|25|haber-1a2b.html");
  EXPECT_EQ(path_of("/vi/b%C3%A3o%20l%E1%BB%9Bn.html"), "vi|bão lớn.html");
  EXPECT_EQ(path_of("/a+b"), "a+b");
  EXPECT_EQ(path_of("/.well-known/tdmrep.json"), ".well-known|tdmrep.json");
  EXPECT_EQ(path_of("http://kaynak.example:80/tr/x"), "tr|x");
  EXPECT_EQ(path_of("http://kaynak.example"), "|");
}

TEST(Target, KeepsTheQueryAsSent) {
  const auto target = parse_target("/tr/search?q=%C3%A7ay&x");
  ASSERT_TRUE(target);
  EXPECT_EQ(target->query, "q=%C3%A7ay&x");
  EXPECT_EQ(target->raw_path, "/tr/search");
}

TEST(Target, NeverClimbsOrShowsWhatIsHidden) {
  for (const char* sent :
       {"/..", "/../etc/passwd", "/tr/../../x", "/%2e%2e/x", "/%2E./x", "/.", "/tr/./x",
        "/.git/config", "/tr/.env", "/tr/%2ehidden", "/tr//x", "//evil.example/x",
        "/tr/..%2f..%2fx", "/a%2fb", "/tr/.well-known/x", "/..;/x", "/.well-known/../x"})
    EXPECT_EQ(path_of(sent), "not_found") << sent;
}

TEST(Target, ThatIsMalformedIsRefused) {
  for (const char* sent :
       {"", "tr", "*", "/%", "/%4", "/%zz", "/%00", "/a%0d%0ax", "/%ff", "/%c0%ae%c0%ae/x",
        "/\xc3\xa9", "/a b", "/\x7f", "ftp://x/y", "?q", "/%ed%a0%80"})
    EXPECT_EQ(path_of(sent), "malformed") << sent;
}

TEST(Target, HasLimits) {
  EXPECT_EQ(path_of("/" + std::string(5000, 'a')), "too_large");
  EXPECT_EQ(path_of("/" + std::string(300, 'a')), "not_found");
  std::string deep;
  for (int i = 0; i < 40; ++i) deep += "/a";
  EXPECT_EQ(path_of(deep), "not_found");
}

TEST(Form, IsDecodedAsTheUrlStandardSays) {
  const auto fields = parse_form("a=1+2&b=%C3%A9%26%3D&&c&=d&a=later&e=%&f=%zz%4");
  ASSERT_TRUE(fields);
  EXPECT_EQ(field(*fields, "a"), "1 2");
  EXPECT_EQ(field(*fields, "b"), "é&=");
  EXPECT_EQ(field(*fields, "c"), "");
  EXPECT_EQ(field(*fields, ""), "d");
  EXPECT_EQ(field(*fields, "e"), "%");
  EXPECT_EQ(field(*fields, "f"), "%zz%4");
  EXPECT_EQ(field(*fields, "none"), "");
}

TEST(Form, OfBrokenUtf8IsUtf8) {
  const auto fields = parse_form("t=a%ffb%C3");
  ASSERT_TRUE(fields);
  EXPECT_EQ(field(*fields, "t"), "a\uFFFDb\uFFFD");
}

TEST(Form, HasALimitOfFields) {
  std::string many;
  for (int i = 0; i < 40; ++i) many += "a=1&";
  EXPECT_EQ(parse_form(many).error().code, ErrorCode::too_large);
  EXPECT_TRUE(parse_form(std::string(100000, '&')));
}

TEST(Encoding, ComesBackTheSame) {
  const std::string name = "bão lớn & <b>?#%.html";
  EXPECT_EQ(path_of("/" + encode_path(name)), name);
  const auto fields = parse_form("v=" + encode_value("a/b+c d&e=é"));
  EXPECT_EQ(field(*fields, "v"), "a/b+c d&e=é");
}

}  // namespace
}  // namespace kaynak::serve_detail
