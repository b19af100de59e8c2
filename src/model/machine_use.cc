#include "model/machine_use.h"

#include <algorithm>

#include "base/strings.h"

namespace kaynak {
namespace {

constexpr std::size_t kMaxDirectives = 32, kMaxLength = 40;

/// Directives without a value that take something away. "all", "index", "follow" take nothing away.
bool is_reservation(std::string_view directive) {
  return directive == "none" ||
         (directive.size() > 2 && directive.size() <= kMaxLength && directive.starts_with("no") &&
          std::all_of(directive.begin(), directive.end(),
                      [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; }));
}

}  // namespace

bool MachineUse::has(std::string_view directive) const {
  return std::find(directives.begin(), directives.end(), directive) != directives.end();
}

void MachineUse::add(std::string_view list) {
  for (const auto part : split(list, ',')) {
    const auto directive = ascii_lower(trim(part));
    if (!is_reservation(directive) || directives.size() >= kMaxDirectives) continue;
    const auto at = std::lower_bound(directives.begin(), directives.end(), directive);
    if (at == directives.end() || *at != directive) directives.insert(at, directive);
  }
}

void MachineUse::fill_from(const MachineUse& other) {
  if (!tdm_reserved) {
    tdm_reserved = other.tdm_reserved;
    if (tdm_policy.empty()) tdm_policy = other.tdm_policy;
  }
  for (const auto& directive : other.directives) add(directive);
}

Json to_json(const MachineUse& use) {
  Json out = Json::object();
  if (use.tdm_reserved) out.set("tdm_reserved", *use.tdm_reserved);
  out.set_if("tdm_policy", use.tdm_policy);
  if (use.directives.empty()) return out;
  Json list = Json::array();
  for (const auto& d : use.directives) list.push(d);
  return out.set("directives", list);
}

MachineUse machine_use_from(const Json& json) {
  MachineUse use;
  if (json["tdm_reserved"].is_bool()) use.tdm_reserved = json["tdm_reserved"].as_bool();
  use.tdm_policy = json["tdm_policy"].as_string();
  for (const auto& d : json["directives"].items()) use.add(d.as_string());
  return use;
}

}  // namespace kaynak
