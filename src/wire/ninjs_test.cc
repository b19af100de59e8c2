#include <gtest/gtest.h>

#include "wire/test_data.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

using namespace wire_test;

std::vector<NinjsProblem> problems_of(std::string_view json, std::string_view version) {
  return check_ninjs(*parse_json(json), version).value();
}

/// Where the first problem is; "-" where there is none.
std::string where(std::string_view json, std::string_view version) {
  const auto problems = problems_of(json, version);
  return problems.empty() ? "-" : problems.front().where;
}

TEST(NinjsCheck, WantsAnIdentifierAndNamesEveryVersion) {
  for (const std::string& version : ninjs_versions()) {
    EXPECT_EQ(where(R"({"uri":"urn:songbao.example:1"})", version), "-") << version;
    EXPECT_EQ(problems_of("{}", version).front().what, "'uri' is required") << version;
  }
  EXPECT_EQ(check_ninjs(Json::object(), "4.0").error().code, ErrorCode::unsupported);
}

TEST(NinjsCheck, SaysWhereAndWhatIsWrong) {
  const auto problems = problems_of(
      R"({"uri":"urn:x","pubstatus":"gone","subject":[{"name":"Köprü"},{"name":7}]})", "1.6");
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_EQ(problems[0].where, "/pubstatus");
  EXPECT_EQ(problems[0].what, "must be one of usable, withheld, canceled");
  EXPECT_EQ(problems[1].where, "/subject/1/name");
  EXPECT_EQ(problems[1].what, "must be a string");
}

TEST(NinjsCheck, MembersBelongToTheirVersions) {
  EXPECT_EQ(where(R"({"uri":"u","ednote":"Nhắc lại"})", "1.1"), "/ednote");
  EXPECT_EQ(where(R"({"uri":"u","ednote":"Nhắc lại"})", "1.2"), "-");
  EXPECT_EQ(where(R"({"uri":"u","ednote":"Nhắc lại"})", "3.0"), "/ednote");
  EXPECT_EQ(problems_of(R"({"uri":"u","genre":[]})", "1.2").front().what,
            "ninjs 1.2 has no such member; it came with 1.3");
  EXPECT_EQ(where(R"({"uri":"u","body_text":"x","body_a-b":"x"})", "1.0"), "-");
  EXPECT_EQ(where(R"({"uri":"u","body_*":"x"})", "1.0"), "/body_*");
}

TEST(NinjsCheck, ChecksWhatIsNested) {
  const char* association = R"({"uri":"u","associations":[{"name":"a","uri":"b","nope":1}]})";
  EXPECT_EQ(where(association, "2.1"), "/associations/0/nope");
  EXPECT_EQ(where(association, "2.0"), "-") << "2.0 lets an association with a name hold anything";
  EXPECT_EQ(where(R"({"uri":"u","associations":{"a":{"uri":"b","urgency":"x"}}})", "1.4"),
            "/associations/a/urgency");
  EXPECT_EQ(where(R"({"uri":"u","rightsInfo":{"linkedRights":"a","encodedRights":"b"}})", "3.1"),
            "/rightsInfo");
  EXPECT_EQ(where(R"({"uri":"u","urgency":9.0})", "3.1"), "-");
  EXPECT_EQ(where(R"({"uri":"u","urgency":9.5})", "3.1"), "/urgency");
}

TEST(NinjsCheck, KnowsTruncatedDates) {
  const auto event = [](const std::string& date) {
    return where(R"({"uri":"u","eventDetails":{"dates":{"expectedStartDate":")" + date + "\"}}}",
                 "3.0");
  };
  for (const char* good : {"2026", "2026-11", "2026-11-25", "2026-11-25T09:00:00Z"})
    EXPECT_EQ(event(good), "-") << good;
  for (const char* bad : {"next week", "2026-13", "2026-11-31", "26-11-25", "2026-11-25 09:00", ""})
    EXPECT_NE(event(bad), "-") << bad;
}

TEST(NinjsCheck, AcceptsEveryValidDocumentOfTheStandardsSuiteAndNamesEveryInvalid) {
  const auto rows = read_rows("newsmeta/ninjs-cases.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  int right = 0, all = 0, drafts = 0;
  for (const Json& row : rows) {
    std::string version = row["version"].as_string();
    const bool valid = row["valid"].as_bool();
    if (!row.contains("valid")) {  // examples: held to nothing but not to crash
      read_wire(row["doc"].dump()).has_value();
      continue;
    }
    if (version.ends_with("_dev")) {  // drafts of members that no published version has
      if (valid) ++drafts;
      if (valid) continue;
      version = version.front() == '1' ? "1.6" : "2.2";
    }
    ++all;
    const auto json =
        row.contains("raw") ? parse_json(row["raw"].as_string()) : Result<Json>(row["doc"]);
    const auto problems =
        json ? check_ninjs(*json, version) : Result<std::vector<NinjsProblem>>(fail(json.error()));
    const bool accepted = problems && problems->empty();
    right += accepted == valid;
    EXPECT_EQ(accepted, valid) << row["id"].as_string() << " "
                               << (problems && !problems->empty()
                                       ? problems->front().where + ": " + problems->front().what
                                       : "");
  }
  std::printf("ninjs cases: %d of %d right; %d drafts of unpublished versions left out\n", right,
              all, drafts);
  EXPECT_EQ(right, all);
  EXPECT_GT(all, 100);
}

}  // namespace
}  // namespace kaynak
