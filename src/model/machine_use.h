/// @file What a publisher reserves against use of a page by machines.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"

namespace kaynak {

/// Text and data mining reservation (TDMRep), and directives to robots about the page.
struct MachineUse {
  std::optional<bool> tdm_reserved;  ///< nothing: not said
  std::string tdm_policy;            ///< URL of the terms, where one is named
  /// Lower case, sorted, each once: "noindex", "noarchive", "nosnippet", "noai", "noimageai",
  /// "notranslate", … Those that only concern search listings ("max-snippet:…") are left out.
  std::vector<std::string> directives;

  bool empty() const { return !tdm_reserved && tdm_policy.empty() && directives.empty(); }
  bool has(std::string_view directive) const;
  /// Adds the directives of a comma-separated list ("noindex, noai"); at most 32 are kept.
  void add(std::string_view list);
  /// Fills what is not said here from what was said at large (of a page, from its answer's headers;
  /// of an answer, from its host's file).
  void fill_from(const MachineUse& less_specific);
  friend bool operator==(const MachineUse&, const MachineUse&) = default;
};

Json to_json(const MachineUse& use);
MachineUse machine_use_from(const Json& json);

}  // namespace kaynak
