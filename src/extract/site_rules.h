/// @file Site rules as data: what a person knows of one outlet's pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace kaynak {

/// One version of a site's layout. Selectors are CSS; empty lists mean "as general extraction
/// finds".
struct SiteRuleVersion {
  std::vector<std::string> body;      ///< containers of the article text, in order
  std::vector<std::string> strip;     ///< removed before anything else
  std::vector<std::string> headline;  ///< first match wins, as for date and author
  std::vector<std::string> date;
  std::vector<std::string> author;
  std::string
      valid_until;  ///< "2026-08-31": layout of pages published up to that day; empty: of today
};

/// All versions of one outlet's layout, newest first. Empty: general extraction alone.
struct SiteRules {
  std::vector<SiteRuleVersion> versions;
  bool empty() const { return versions.empty(); }
};

/// Reads the `[[extract]]` tables of a source's TOML text. Errors: malformed (with the line; a
/// selector that is no CSS, a `valid_until` that is no day).
Result<SiteRules> parse_site_rules(std::string_view toml);

/// The version for a page of `day` ("2026-11-25"; empty: not known). Of the versions whose last day
/// has not passed, the one that ends first; else the newest without an end. nullptr where all have
/// ended (a page of an unknown day is taken for one of today): then general extraction reads it.
const SiteRuleVersion* version_for(const SiteRules& rules, std::string_view day);

/// What a person should be told of rules whose versions have all ended before `today`, naming the
/// last; empty where there is nothing to tell.
std::string expired_notice(const SiteRules& rules, std::string_view today);

}  // namespace kaynak
