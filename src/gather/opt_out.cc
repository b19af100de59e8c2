#include "gather/opt_out.h"

#include <algorithm>

#include "base/json.h"
#include "base/strings.h"
#include "gather/robots.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxRules = 10000, kMaxPattern = 2048;

/// "noindex", "googlebot: noindex", "unavailable_after: 25 Jun 2027 …": what stands before a colon
/// that does not belong to a directive with a value is an agent.
void add_robots_tag(std::string_view value, std::string_view agent, MachineUse* use) {
  const auto colon = value.find(':');
  const auto comma = value.find(',');
  if (colon == std::string_view::npos || comma < colon) return use->add(value);
  const auto name = ascii_lower(trim(value.substr(0, colon)));
  const bool valued = name == "unavailable_after" || name.starts_with("max-");
  if (valued) return use->add(comma == std::string_view::npos ? "" : value.substr(comma + 1));
  if (name == "*" || name == ascii_lower(agent)) use->add(value.substr(colon + 1));
}

bool is_web_url(std::string_view text) {
  return istarts_with(text, "https://") || istarts_with(text, "http://");
}

/// "*" matches any characters, "$" at the end the end; without it a pattern is a prefix. Greedy
/// with one place to come back to, so linear in practice and never exponential.
bool matches(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::size_t p = 0, s = 0, star = std::string_view::npos, from = 0;
  while (true) {
    if (p == pattern.size() && (!anchored || s == path.size())) return true;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      from = s;
    } else if (s < path.size() && p < pattern.size() && pattern[p] == path[s]) {
      ++p, ++s;
    } else if (star != std::string_view::npos && from < path.size()) {
      p = star + 1;
      s = ++from;
    } else {
      return false;
    }
  }
}

}  // namespace

MachineUse machine_use_from(const Headers& headers, std::string_view agent) {
  MachineUse use;
  for (const auto& [name, value] : headers) {
    if (iequals(name, "X-Robots-Tag")) add_robots_tag(value, agent, &use);
    if (iequals(name, "tdm-reservation") && !use.tdm_reserved &&
        (trim(value) == "1" || trim(value) == "0"))
      use.tdm_reserved = trim(value) == "1";
    if (iequals(name, "tdm-policy") && is_web_url(trim(value))) use.tdm_policy = trim(value);
  }
  return use;
}

Result<std::vector<TdmRule>> parse_tdmrep(std::string_view json) {
  KAYNAK_ASSIGN(const auto root, parse_json(json));
  if (!root.is_array())
    return fail(ErrorCode::malformed, "gather", "tdmrep.json holds no list of rules");
  std::vector<TdmRule> rules;
  for (const auto& item : root.items()) {
    if (rules.size() >= kMaxRules) break;
    const auto& location = item["location"].as_string();
    const auto& reserved = item["tdm-reservation"];
    if (location.empty() || location.size() > kMaxPattern) continue;
    TdmRule rule{location, reserved.as_int(0) == 1 || reserved.as_string() == "1", {}};
    if (is_web_url(item["tdm-policy"].as_string())) rule.policy = item["tdm-policy"].as_string();
    rules.push_back(std::move(rule));
  }
  return rules;
}

const TdmRule* tdm_rule_for(const std::vector<TdmRule>& rules, std::string_view url) {
  const auto path = robots_path(url);
  for (const auto& rule : rules)
    if (matches(rule.location, path)) return &rule;
  return nullptr;
}

void apply(const TdmRule& rule, MachineUse* use) {
  use->fill_from({rule.reserved, rule.reserved ? rule.policy : std::string(), {}});
}

}  // namespace kaynak
