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
}

}  // namespace
}  // namespace kaynak
