#include "pipeline/rule_fixtures.h"

#include <algorithm>

#include "base/strings.h"
#include "extract/extract.h"
#include "extract/ftr_rules.h"
#include "model/json.h"

namespace kaynak {
namespace {

constexpr std::uint64_t max_rules_bytes = 1u << 20, max_page_bytes = 32u << 20;
constexpr std::size_t shown_bytes = 120;

Path expectation_of(const Path& page) { return Path(page).replace_extension(".json"); }

Result<Json> read_expectation(const Path& page) {
  const Path file = expectation_of(page);
  KAYNAK_ASSIGN(const std::string text, read_file(file, max_rules_bytes));
  auto expected = parse_json(text);
  if (!expected)
    return fail(ErrorCode::malformed, "fixture", file.string() + ": " + expected.error().detail);
  return expected;
}

PageContext context_of(const Path& page, const Json& about) {
  PageContext context;
  context.record_id = page.stem().string();
  context.url = about["url"].as_string();
  context.feed_published = parse_iso8601(about["published"].as_string());
  if (const auto fetched = parse_iso8601(about["fetched"].as_string()))
    context.fetched = fetched->utc;
  return context;
}

Result<Article> article_of(const Path& page, const Json& about, const SiteRules& rules,
                           const AttributionData& data) {
  KAYNAK_ASSIGN(const std::string bytes, read_file(page, max_page_bytes));
  KAYNAK_ASSIGN(const auto document, Document::parse(bytes));
  KAYNAK_ASSIGN(auto article, extract(document, context_of(page, about), rules));
  return attribute(std::move(article), data);
}

/// The record of a page; of one that is refused, its error.
Json record_of(const Path& page, const Json& about, const SiteRules& rules,
               const AttributionData& data) {
  const auto article = article_of(page, about, rules, data);
  if (article) return to_json(*article);
  return Json::object().set("error", to_string(article.error().code));
}

std::vector<std::string> paragraphs_of(const Json& value) {
  std::vector<std::string> out;
  for (const Json& item : value.items()) out.push_back(item.as_string());
  if (!value.is_string()) return out;
  std::string_view rest = value.as_string();
  while (!rest.empty()) {
    const auto end = std::min(rest.find("\n\n"), rest.size());
    out.emplace_back(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 2, rest.size()));
  }
  return out;
}

std::string shown(std::string_view text) {
  const auto head = clip_utf8(text, shown_bytes);
  return std::string(head) + (head.size() < text.size() ? "…" : "");
}

/// Paragraphs that only one side has, and whether those of both are in another order.
void compare_text(const Json& expected, const Json& found, std::vector<std::string>* lines) {
  const auto want = paragraphs_of(expected), have = paragraphs_of(found);
  const auto tell = [&](const char* what, const auto& these, const auto& those) {
    bool told = false;
    for (const std::string& text : these)
      if (std::find(those.begin(), those.end(), text) == those.end())
        told = true, lines->push_back(std::string("body_text: ") + what + ": " + shown(text));
    return told;
  };
  const bool missing = tell("missing", want, have), more = tell("not expected", have, want);
  if (!missing && !more && want != have)
    lines->push_back("body_text: the paragraphs stand in another order, or more than once");
}

void compare_member(const std::string& key, const Json& expected, const Json& found,
                    std::vector<std::string>* lines) {
  if (key == "page") return;
  if (key == "body_text") return compare_text(expected, found, lines);
  if (!(expected == found))
    lines->push_back(key + ": expected " + shown(expected.dump()) + ", found " +
                     shown(found.dump()));
}

/// `record`'s member as a fixture keeps it: text as a list of paragraphs, to be read and compared.
Json kept(const std::string& key, const Json& record) {
  if (key != "body_text") return record[key];
  Json paragraphs = Json::array();
  for (auto& text : paragraphs_of(record[key])) paragraphs.push(std::move(text));
  return paragraphs;
}

}  // namespace

Result<SiteRules> read_rules_file(const Path& file) {
  KAYNAK_ASSIGN(const std::string text, read_file(file, max_rules_bytes));
  if (file.extension() == ".txt") return SiteRules{{import_ftr_rules(text).version}};
  auto rules = parse_site_rules(text);
  if (!rules) return fail(rules.error().code, "rules", file.string() + ": " + rules.error().detail);
  return rules;
}

Result<std::vector<Path>> fixture_pages(const Path& rules_file) {
  const Path folder = Path(rules_file).replace_extension(".pages");
  std::vector<Path> pages;
  std::error_code ec;
  for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    if (it->path().extension() == ".html") pages.push_back(it->path());
  std::sort(pages.begin(), pages.end());
  if (pages.empty())
    return fail(ErrorCode::not_found, "fixture",
                "no pages in " + folder.string() +
                    "; save some there (curl -o …/story.html), then: kaynak source test --write");
  return pages;
}

Result<std::vector<std::string>> check_fixture(const Path& page, const SiteRules& rules,
                                               const AttributionData& data) {
  KAYNAK_ASSIGN(const Json expected, read_expectation(page));
  const Json record = record_of(page, expected["page"], rules, data);
  std::vector<std::string> lines;
  for (const auto& [key, value] : expected.members())
    compare_member(key, value, record[key], &lines);
  if (record.contains("error") && !expected.contains("error"))
    lines.push_back("no article: " + record["error"].as_string());
  return lines;
}

Result<void> write_fixture(const Path& page, const SiteRules& rules, const AttributionData& data) {
  Json before = Json::object();
  if (std::filesystem::exists(expectation_of(page))) {
    KAYNAK_ASSIGN(before, read_expectation(page));
  }
  const Json record = record_of(page, before["page"], rules, data);
  Json after = Json::object();
  after.set_if("page", before["page"]);
  for (const auto& [key, value] : before.members())
    if (key != "page") after.set_if(key, kept(key, record));
  if (after.members().size() <= after.contains("page"))
    for (const char* key : {"headline", "byline", "authors", "versioncreated", "body_text"})
      after.set_if(key, kept(key, record));
  after.set_if("error", record["error"]);
  return write_file_atomically(expectation_of(page), after.dump_pretty() + "\n");
}

}  // namespace kaynak
