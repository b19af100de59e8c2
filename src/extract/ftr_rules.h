/// @file Rules of FiveFilters' ftr-site-config as site rules.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/site_rules.h"

namespace kaynak {

struct FtrImport {
  SiteRuleVersion version;
  std::vector<std::string> left_out;  ///< lines that have no counterpart here, each with the reason
};

/// Reads a site's file ("body: //div[@id='text']", one directive a line, # for comments): title,
/// body, date, author, strip, strip_id_or_class and strip_image_src. XPath becomes CSS where it
/// only names elements, attributes and positions; test_url, tidy and the like are passed over in
/// silence. Never fails: what cannot be taken is told in `left_out`. At most 50 selectors a key.
FtrImport import_ftr_rules(std::string_view text);

/// One XPath as CSS selectors, one for each side of "|". Errors: unsupported (with the part).
Result<std::vector<std::string>> css_of_xpath(std::string_view xpath);

/// `version` as an [[extract]] table of a source's TOML file.
std::string to_toml(const SiteRuleVersion& version);

}  // namespace kaynak
