/// @file Site rules put to use on one page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/content.h"
#include "extract/extract.h"
#include "extract/headline.h"
#include "extract/site_rules.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// What the selectors of the version in force found.
struct RuleMatches {
  const SiteRuleVersion* version = nullptr;  ///< of the rules given; nullptr where none is in force
  std::vector<NodeIndex> body, strip, headline, date, author;
};

/// The day whose layout a page has: that of its publication as its feed has it, else that on which
/// it was fetched; empty where neither is known.
std::string layout_day(const PageContext& context);

/// The matches of `version_for(rules, day)`; none where no version is in force. Errors: malformed
/// (a selector).
Result<RuleMatches> match_rules(const Document& page, const SiteRules& rules, std::string_view day);

/// For a person: which version was used, and which of its keys found nothing.
std::vector<std::string> explain_rules(const SiteRules& rules, const RuleMatches& matches);

void apply_headline(const Document& page, const RuleMatches& matches, Headline* headline);
/// Blocks outside the named body, or in what is stripped, are scored out; those inside are kept
/// unless they are clearly none of the article (links only).
void apply_rules(const Document& page, const PageMap& map, const RuleMatches& matches,
                 Content* content);
/// Date and author.
void apply_fields(const Document& page, const RuleMatches& matches, std::string_view language,
                  std::string_view outlet, Article* article);

}  // namespace kaynak::extract_detail
