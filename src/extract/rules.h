/// @file Site rules put to use on one page.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/content.h"
#include "extract/headline.h"
#include "extract/site_rules.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// What the selectors of the version in force found.
struct RuleMatches {
  std::vector<NodeIndex> body, strip, headline, date, author;
};

/// The version whose layout `published` falls under (today's where unknown). Errors: malformed (a
/// selector).
Result<RuleMatches> match_rules(const Document& page, const SiteRules& rules,
                                const std::optional<ZonedTime>& published);

void apply_headline(const Document& page, const RuleMatches& matches, Headline* headline);
/// Blocks outside the named body, or in what is stripped, are scored out; those inside are kept
/// unless they are clearly none of the article (links only).
void apply_rules(const Document& page, const PageMap& map, const RuleMatches& matches,
                 Content* content);
/// Date and author.
void apply_fields(const Document& page, const RuleMatches& matches, std::string_view language,
                  std::string_view outlet, Article* article);

}  // namespace kaynak::extract_detail
