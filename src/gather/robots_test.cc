#include "gather/robots.h"

#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

bool holds(const Json& row) {
  const auto& kind = row["kind"].as_string();
  const auto& agent = row["agent"].as_string();
  const auto& url = row["url"].as_string();
  const auto& expected = row["expected"];
  const auto robots = Robots::parse(document(row, "robots_txt"));
  if (kind == "allowed") return robots.allowed(agent, url) == expected.as_bool();
  if (kind == "path_of_url") return robots_path(url) == expected.as_string();
  if (kind == "escape_pattern")
    return robots_escape(row["pattern"].as_string()) == expected.as_string();
  if (kind == "robots_url") return robots_url(url).value_or("") == expected.as_string();
  if (kind == "crawl_delay") {
    const auto delay = robots.crawl_delay(agent);
    return expected.is_null() ? !delay : delay && *delay == expected.as_double();
  }
  if (kind == "sitemaps") {
    std::vector<std::string> want;
    for (const auto& s : expected.items()) want.push_back(s.as_string());
    return robots.sitemaps() == want;
  }
  if (kind == "valid_agent_token") return is_valid_agent_token(agent) == expected.as_bool();
  return false;
}

TEST(Robots, AgreesWithTheSuites) {
  const auto rows = read_rows("robots/robots.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  std::map<std::string, std::pair<int, int>> by_suite;
  for (const auto& row : rows) {
    const auto& id = row["id"].as_string();
    const auto suite = row["rfc"].as_bool() ? "rfc" : id.substr(0, id.find('/'));
    const bool good = holds(row);
    by_suite[suite].first += good;
    ++by_suite[suite].second;
    if (!good) std::cout << "differs: " << id << "\n";
  }
  for (const auto& [suite, count] : by_suite)
    std::cout << suite << ": " << count.first << " of " << count.second << "\n";
  EXPECT_EQ(by_suite["rfc"].first, by_suite["rfc"].second);
  EXPECT_GE(by_suite["google"].first, 47);
  EXPECT_GE(by_suite["reppy"].first, 65);
  EXPECT_GE(by_suite["crawler-commons"].first, 230);
}

TEST(Robots, LetsTheLongestRuleDecideAndAllowOnATie) {
  const auto robots = Robots::parse(
      "User-agent: *\nDisallow: /\nUser-agent: kaynak\nDisallow: /a\nAllow: /a/b\n"
      "Disallow: /c\nAllow: /c\nDisallow: /*.pdf$\n");
  EXPECT_FALSE(robots.allowed("Kaynak/0.1 (+https://kaynak.example/bot)", "/a/x"));
  EXPECT_TRUE(robots.allowed("Kaynak", "https://outlet.example/a/b"));
  EXPECT_TRUE(robots.allowed("Kaynak", "/c"));
  EXPECT_FALSE(robots.allowed("Kaynak", "/x/y.pdf"));
  EXPECT_TRUE(robots.allowed("Kaynak", "/x/y.pdf?page=1"));
  EXPECT_FALSE(robots.allowed("Other", "/z"));
  EXPECT_TRUE(robots.allowed("Other", "/robots.txt"));
  EXPECT_FALSE(Robots::forbid_all().allowed("Kaynak", "/"));
}

TEST(Robots, ReadsNoMoreThan500KiB) {
  const std::string filler(500 << 10, '#');
  EXPECT_TRUE(Robots::parse("#" + filler + "\nUser-agent: *\nDisallow: /\n").allowed("K", "/"));
}

TEST(Robots, MatchesHostilePatternsInBoundedTime) {
  std::string stars, path(8000, 'a');
  for (int i = 0; i < 4000; ++i) stars += "*a";
  const auto robots = Robots::parse("User-agent: *\nDisallow: /" + stars + "b\n");
  EXPECT_TRUE(robots.allowed("Kaynak", "/" + path));
}

TEST(Robots, AllowWhatAServerWithoutThemHasAndNothingOfOneThatFails) {
  const char* url = "https://a.example/news";
  const std::string text = "User-agent: *\nDisallow: /news\n";
  EXPECT_FALSE(robots_from_answer(200, text).allowed("Kaynak", url));
  for (const int absent : {301, 401, 403, 404, 410})
    EXPECT_TRUE(robots_from_answer(absent, text).allowed("Kaynak", url)) << absent;
  for (const int failing : {0, 429, 500, 503})
    EXPECT_FALSE(robots_from_answer(failing, "").allowed("Kaynak", url)) << failing;
}

}  // namespace
}  // namespace kaynak
