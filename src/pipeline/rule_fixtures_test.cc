#include "pipeline/rule_fixtures.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/strings.h"

namespace kaynak {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const AttributionData& data() {
  static const auto loaded = AttributionData::load(KAYNAK_ROOT).value();
  return loaded;
}

std::vector<Path> rule_files() {
  std::vector<Path> files;
  for (const auto& entry : std::filesystem::directory_iterator(Path(KAYNAK_ROOT) / "tests/rules"))
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  return files;
}

std::string differences(const Path& page, const SiteRules& rules) {
  const auto lines = check_fixture(page, rules, data());
  return lines ? join(*lines, "\n") : lines.error().message();
}

TEST(RuleFixtures, EveryPageOfEveryOutletComesOutAsExpected) {
  ASSERT_FALSE(rule_files().empty());
  for (const Path& file : rule_files()) {
    const auto rules = read_rules_file(file);
    ASSERT_TRUE(rules) << rules.error().message();
    const auto pages = fixture_pages(file);
    ASSERT_TRUE(pages) << pages.error().message();
    for (const Path& page : *pages) EXPECT_EQ(differences(page, *rules), "") << page;
  }
}

/// A rule that general extraction does as well without proves nothing. "moved" is about rules that
/// find nothing.
TEST(RuleFixtures, EveryOutletsRulesAreNeeded) {
  for (const Path& file : rule_files()) {
    bool needed = false;
    const auto pages = fixture_pages(file).value();
    for (const Path& page : pages) needed = needed || differences(page, {}) != "";
    EXPECT_EQ(needed, file.stem() != "moved") << file;
  }
}

constexpr std::string_view kPage =
    "<html lang=en><title>Ferry tied up | Ledger</title><article><h1>Ferry tied up</h1>"
    "<p>The ferry was tied up on Monday after its captain had seen smoke over the engine room.</p>"
    "<p>Passengers waited for two hours on the quay, where the council had tea brought to them.</p>"
    "<p>The line says that it will run again on Wednesday, if the harbour master lets it go.</p>"
    "</article></html>";

class Fixture : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_TRUE(write_file_atomically(page(), kPage));
    ASSERT_TRUE(write_file_atomically(rules_file(), "name = \"Ledger\"\n"));
  }
  void expect(std::string_view json) const {
    ASSERT_TRUE(write_file_atomically(json_file(), json));
  }
  std::vector<std::string> found() const { return check_fixture(page(), {}, data()).value(); }
  Path rules_file() const { return folder_.path() / "ledger.toml"; }
  Path page() const { return folder_.path() / "ledger.pages" / "ferry.html"; }
  Path json_file() const { return Path(page()).replace_extension(".json"); }

 private:
  TemporaryFolder folder_ = TemporaryFolder::make().value();
};

TEST_F(Fixture, ThePagesStandInTheFolderOfTheRulesName) {
  EXPECT_THAT(fixture_pages(rules_file()).value(), ElementsAre(page()));
  const auto none = fixture_pages(rules_file().parent_path() / "other.toml");
  ASSERT_FALSE(none);
  EXPECT_THAT(none.error().detail, HasSubstr("other.pages"));
}

TEST_F(Fixture, OnlyWhatIsNamedIsCompared) {
  expect(R"({"headline": "Ferry tied up"})");
  EXPECT_THAT(found(), IsEmpty());
  expect(R"({"headline": "Ferry sunk", "language": "en", "authors": ["Ann"]})");
  EXPECT_THAT(found(), ElementsAre("headline: expected \"Ferry sunk\", found \"Ferry tied up\"",
                                   "authors: expected [\"Ann\"], found []"));
}

TEST_F(Fixture, TellsWhichParagraphsAreMissingAndWhichAreTooMany) {
  expect(
      R"({"body_text": ["The ferry was tied up on Monday after its captain had seen smoke over the engine room.",
          "It sank.",
          "The line says that it will run again on Wednesday, if the harbour master lets it go."]})");
  EXPECT_THAT(found(), ElementsAre("body_text: missing: It sank.",
                                   HasSubstr("body_text: not expected: Passengers waited")));
}

TEST_F(Fixture, WhatWasWrittenIsWhatIsFound) {
  expect(R"({"page": {"fetched": "2026-11-20T08:00:00Z"}, "language": "?", "body_text": ""})");
  ASSERT_TRUE(write_fixture(page(), {}, data()));
  EXPECT_THAT(found(), IsEmpty());
  const auto json = parse_json(read_file(json_file()).value()).value();
  EXPECT_EQ(json["page"]["fetched"].as_string(), "2026-11-20T08:00:00Z");
  EXPECT_EQ(json["language"].as_string(), "en");
  EXPECT_EQ(json["body_text"].items().size(), 3u);
  EXPECT_FALSE(json.contains("headline"));
  std::filesystem::remove(json_file());
  ASSERT_TRUE(write_fixture(page(), {}, data()));
  EXPECT_EQ(parse_json(read_file(json_file()).value())->operator[]("headline").as_string(),
            "Ferry tied up");
}

TEST_F(Fixture, APageThatIsRefusedIsADifferenceUnlessExpected) {
  ASSERT_TRUE(write_file_atomically(page(), "<title>x</title><a href=/>Home</a>"));
  expect(R"({"headline": "Ferry tied up"})");
  EXPECT_THAT(found(), testing::Contains(std::string("no article: not_an_article")));
  expect(R"({"error": "not_an_article"})");
  EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Fixture, ABrokenRuleOrExpectationNamesItsFile) {
  ASSERT_TRUE(write_file_atomically(rules_file(), "[[extract]]\nstrip = \"p[\"\n"));
  const auto rules = read_rules_file(rules_file());
  ASSERT_FALSE(rules);
  EXPECT_THAT(rules.error().detail, HasSubstr("ledger.toml: [[extract]] not a CSS selector: p["));
  expect("{");
  const auto checked = check_fixture(page(), {}, data());
  ASSERT_FALSE(checked);
  EXPECT_THAT(checked.error().detail, HasSubstr("ferry.json"));
}

}  // namespace
}  // namespace kaynak
