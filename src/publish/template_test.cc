#include "publish/template.h"

#include <gtest/gtest.h>

namespace kaynak::publish_detail {
namespace {

/// A folder of templates, and what `page` makes of the one called "t".
struct Fixture {
  TemporaryFolder folder = std::move(*TemporaryFolder::make());
  void write(const std::string& name, const std::string& text) {
    ASSERT_TRUE(write_file_atomically(folder.path() / (name + ".mustache"), text));
  }
  std::string error() { return Templates::load({"t"}, {folder.path()}).error().detail; }
  std::string render(const Json& page) {
    const SharedValues shared(Json::Object{{"site", "S"}}, {{"w.a.b", "word"}});
    return Templates::load({"t"}, {folder.path()})->render("t", page, shared);
  }
};

TEST(Templates, FillEscapedValuesWordsAndSharedOnes) {
  Fixture f;
  f.write("t", "{{x}} {{w.a.b}} {{site}} {{none}}\n");
  EXPECT_EQ(f.render(Json::Object{{"x", "<&>"}}), "&lt;&amp;&gt; word S \n");
}

TEST(Templates, PutPartialsInPlaceAndLeaveNoBlankLines) {
  Fixture f;
  f.write("t",
          "a\n  {{! note }}\n  {{#list}}\n  <i>{{> p}}</i>\n  "
          "{{/list}}\n{{#no}}<b>{{no}}</b>{{/no}}\n{{> q}}\nz\n");
  f.write("p", "{{v}}\n");
  f.write("q", "one\n\ntwo\n");
  EXPECT_EQ(f.render(Json::Object{
                {"list", Json::Array{Json::Object{{"v", "1"}}, Json::Object{{"v", "2"}}}}}),
            "a\n<i>1</i>\n<i>2</i>\none\ntwo\nz\n");
}

TEST(Templates, TakeEmptyTextAsFalse) {
  Fixture f;
  f.write("t", "{{#x}}yes{{/x}}{{^x}}no{{/x}}\n");
  EXPECT_EQ(f.render(Json::Object{{"x", ""}}), "no\n");
  EXPECT_EQ(f.render(Json::Object{{"x", "0"}}), "yes\n");
}

TEST(Templates, DoNotReadValuesAsTemplates) {
  Fixture f;
  f.write("t", "{{x}}\n");
  EXPECT_EQ(f.render(Json::Object{{"x", "{{site}}{{> p}}"}}), "{{site}}{{&gt; p}}\n");
}

TEST(Templates, RefuseUnescapedOutput) {
  Fixture f;
  f.write("t", "ok\n{{{headline}}}\n");
  EXPECT_NE(f.error().find("t.mustache:2: unescaped"), std::string::npos);
  f.write("t", "{{& headline}}\n");
  EXPECT_NE(f.error().find("t.mustache:1: unescaped"), std::string::npos);
  f.write("t", "{{{jsonld}}}\n");
  EXPECT_EQ(f.render(Json::Object{{"jsonld", "{\"a\":1}"}}), "{\"a\":1}\n");
}

TEST(Templates, NameTheLineOfAMistake) {
  Fixture f;
  f.write("t", "a\nb\n{{#open}}\n");
  EXPECT_NE(f.error().find("t.mustache:3: "), std::string::npos) << f.error();
  f.write("t", "{{> t}}\n");
  EXPECT_NE(f.error().find("includes itself"), std::string::npos);
  f.write("t", "{{> missing}}\n");
  EXPECT_NE(f.error().find("missing.mustache is in none of"), std::string::npos);
}

}  // namespace
}  // namespace kaynak::publish_detail
