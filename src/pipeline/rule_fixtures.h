/// @file Fixtures of page rules: saved pages, each with what is to be read from it. `kaynak source
/// test` runs an outlet's, the tests run ours (tests/rules).
///
/// A fixture is PAGE.html with PAGE.json beside it: members of the record that `kaynak extract`
/// prints. Only the members named there are compared; `body_text` may be a list of its paragraphs.
/// Its member `page` says what the archive would know of the page: `url`, `fetched`, and the day or
/// time its feed gave it, `published`.
#pragma once

#include <string>
#include <vector>

#include "attribute/attribute.h"
#include "base/file.h"
#include "base/json.h"
#include "base/result.h"
#include "extract/site_rules.h"

namespace kaynak {

/// A source's TOML file, or a file of ftr-site-config (.txt). Errors: not_found, malformed (naming
/// the file).
Result<SiteRules> read_rules_file(const Path& file);

/// The pages of a source's file: every .html in the folder of its name (`sources/a.toml`:
/// `sources/a.pages/`), in order of names. Errors: not_found (no folder, no page).
Result<std::vector<Path>> fixture_pages(const Path& rules_file);

/// What the page differs in from its JSON file, a line each; empty where all is as expected.
/// Errors: not_found, malformed (the JSON, naming the file).
Result<std::vector<std::string>> check_fixture(const Path& page, const SiteRules& rules,
                                               const AttributionData& data);

/// Writes what is read from the page today into its JSON file: the members it has, else headline,
/// byline, authors, versioncreated and body_text. Errors: unavailable (disk), malformed (the old
/// file).
Result<void> write_fixture(const Path& page, const SiteRules& rules, const AttributionData& data);

}  // namespace kaynak
