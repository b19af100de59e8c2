#include "extract/rules.h"

#include <algorithm>

#include "base/strings.h"
#include "base/toml.h"
#include "extract/byline.h"
#include "text/dates.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

Result<std::vector<NodeIndex>> select_all(const Document& page,
                                          const std::vector<std::string>& selectors,
                                          bool first_only) {
  std::vector<NodeIndex> found;
  for (const std::string& css : selectors) {
    KAYNAK_ASSIGN(const std::vector<NodeIndex> nodes, page.select(css));
    found.insert(found.end(), nodes.begin(), nodes.end());
    if (first_only && !found.empty()) break;
  }
  return found;
}

bool inside(const Document& page, NodeIndex i, const std::vector<NodeIndex>& boxes) {
  for (const NodeIndex box : boxes)
    if (i >= box && i < page.node(box).subtree_end) return true;
  return false;
}

std::string text_or_stamp(const Document& page, NodeIndex i) {
  for (const std::string_view name : {"datetime", "content"})
    if (const auto value = page.attribute(i, name); !value.empty()) return std::string(value);
  return fold_space(page.text(i));
}

}  // namespace

std::string layout_day(const PageContext& context) {
  if (context.feed_published) return to_day(*context.feed_published);
  return context.fetched ? to_day(ZonedTime{*context.fetched}) : std::string();
}

Result<RuleMatches> match_rules(const Document& page, const SiteRules& rules,
                                std::string_view day) {
  RuleMatches m;
  m.version = version_for(rules, day);
  if (m.version == nullptr) return m;
  KAYNAK_ASSIGN(m.body, select_all(page, m.version->body, false));
  KAYNAK_ASSIGN(m.strip, select_all(page, m.version->strip, false));
  KAYNAK_ASSIGN(m.headline, select_all(page, m.version->headline, true));
  KAYNAK_ASSIGN(m.date, select_all(page, m.version->date, true));
  KAYNAK_ASSIGN(m.author, select_all(page, m.version->author, true));
  return m;
}

std::vector<std::string> explain_rules(const SiteRules& rules, const RuleMatches& m) {
  if (rules.empty()) return {};
  if (m.version == nullptr) return {"no version is for this page: all have ended"};
  std::vector<std::string> lines{
      "version " + std::to_string(m.version - rules.versions.data() + 1) + " of " +
      std::to_string(rules.versions.size()) + ", " +
      (m.version->valid_until.empty() ? "of today" : "valid until " + m.version->valid_until)};
  const auto tell = [&](const char* key, const std::vector<std::string>& selectors,
                        const std::vector<NodeIndex>& found) {
    if (!selectors.empty() && found.empty())
      lines.push_back(std::string(key) + " finds nothing: " + join(selectors, ", "));
  };
  tell("body", m.version->body, m.body);
  tell("strip", m.version->strip, m.strip);
  tell("headline", m.version->headline, m.headline);
  tell("date", m.version->date, m.date);
  tell("author", m.version->author, m.author);
  return lines;
}

void apply_headline(const Document& page, const RuleMatches& m, Headline* headline) {
  if (m.headline.empty()) return;
  const std::string text = fold_space(page.text(m.headline.front()));
  if (!text.empty()) *headline = {text, m.headline.front(), {}, {}};
}

void apply_rules(const Document& page, const PageMap& map, const RuleMatches& m, Content* content) {
  constexpr float out = -20.0f, in = 4.0f;
  for (std::size_t b = 0; b < map.blocks.size(); ++b) {
    const NodeIndex at = map.blocks[b].node_begin;
    float& score = content->scores[b];
    if (inside(page, at, m.strip))
      score = out;
    else if (!m.body.empty() && !inside(page, at, m.body))
      score = out;
    else if (!m.body.empty() && score > -4.0f)
      score = std::max(score, in);
  }
  if (!m.body.empty()) content->main = m.body.front();
}

void apply_fields(const Document& page, const RuleMatches& m, std::string_view language,
                  std::string_view outlet, Article* a) {
  if (!m.date.empty()) {
    const std::string stamp = text_or_stamp(page, m.date.front());
    auto t = parse_iso8601(stamp);
    if (!t) t = parse_page_date(stamp, language);
    if (t) a->published = t;
  }
  if (m.author.empty()) return;
  std::string written;
  for (const NodeIndex i : m.author) {
    if (!written.empty()) written += ", ";
    written += fold_space(page.text(i));
  }
  a->byline = written;
  a->authors = names_in_byline(written, outlet);
}

}  // namespace kaynak::extract_detail

namespace kaynak {
namespace {

constexpr std::size_t max_versions = 50;
constexpr std::size_t max_selectors = 50;

Result<std::vector<std::string>> selectors_of(const Json& table, const char* key) {
  std::vector<std::string> found;
  const Json& value = table[key];
  if (value.is_null()) return found;
  if (value.is_string()) found.push_back(value.as_string());
  for (const Json& item : value.items()) {
    if (!item.is_string() || found.size() >= max_selectors)
      return fail(ErrorCode::malformed, "extract",
                  std::string("[[extract]] ") + key + " must be at most 50 CSS selectors");
    found.push_back(item.as_string());
  }
  if (!value.is_string() && !value.is_array())
    return fail(ErrorCode::malformed, "extract",
                std::string("[[extract]] ") + key + " must be a CSS selector or a list of them");
  return found;
}

bool is_day(std::string_view text) {
  return text.size() == std::string_view("2026-11-25").size() && parse_iso8601(text);
}

/// Whether CSS can be made of every selector: said when rules are read, not by each page.
Result<void> check_selectors(const SiteRuleVersion& v) {
  KAYNAK_ASSIGN(const auto page, Document::parse("<p>any page</p>"));
  for (const auto* selectors : {&v.body, &v.strip, &v.headline, &v.date, &v.author})
    for (const std::string& css : *selectors) KAYNAK_TRY(page.select(css));
  return {};
}

}  // namespace

Result<SiteRules> parse_site_rules(std::string_view toml) {
  KAYNAK_ASSIGN(const Json document, parse_toml(toml, "[[extract]]"));
  SiteRules rules;
  for (const Json& table : document["extract"].items()) {
    if (rules.versions.size() >= max_versions)
      return fail(ErrorCode::malformed, "extract", "more than 50 [[extract]] tables");
    SiteRuleVersion v;
    KAYNAK_ASSIGN(v.body, selectors_of(table, "body"));
    KAYNAK_ASSIGN(v.strip, selectors_of(table, "strip"));
    KAYNAK_ASSIGN(v.headline, selectors_of(table, "headline"));
    KAYNAK_ASSIGN(v.date, selectors_of(table, "date"));
    KAYNAK_ASSIGN(v.author, selectors_of(table, "author"));
    v.valid_until = table["valid_until"].as_string();
    if (table.contains("valid_until") && !is_day(v.valid_until))
      return fail(ErrorCode::malformed, "extract",
                  "[[extract]] valid_until must be a day like \"2026-08-31\"");
    if (const auto checked = check_selectors(v); !checked)
      return fail(ErrorCode::malformed, "extract", "[[extract]] " + checked.error().detail);
    rules.versions.push_back(std::move(v));
  }
  return rules;
}

const SiteRuleVersion* version_for(const SiteRules& rules, std::string_view day) {
  const SiteRuleVersion *ending = nullptr, *open = nullptr;
  for (const SiteRuleVersion& v : rules.versions) {
    if (v.valid_until.empty())
      open = open ? open : &v;
    else if (!day.empty() && day <= v.valid_until &&
             (!ending || v.valid_until < ending->valid_until))
      ending = &v;
  }
  return ending ? ending : open;
}

std::string expired_notice(const SiteRules& rules, std::string_view today) {
  if (rules.empty() || version_for(rules, today)) return {};
  std::string last;
  for (const SiteRuleVersion& v : rules.versions) last = std::max(last, v.valid_until);
  return "[[extract]] ended with valid_until = \"" + last +
         "\" and no newer version follows: later pages are read without rules";
}

}  // namespace kaynak
