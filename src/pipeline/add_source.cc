#include "pipeline/add_source.h"

#include <algorithm>

#include "base/strings.h"
#include "text/url.h"

namespace kaynak {
namespace {

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? plain_host(parsed->host()) : std::string();
}

bool names_any(const Source& known, const Source& fresh) {
  const auto shares = [](const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::any_of(a.begin(), a.end(), [&](const auto& url) {
      return std::find(b.begin(), b.end(), url) != b.end();
    });
  };
  return shares(known.feeds, fresh.feeds) || shares(known.sitemaps, fresh.sitemaps) ||
         shares(known.sections, fresh.sections);
}

/// The polls found that the known source does not have, as a person would write them down.
std::string what_is_new(const Source& known, const Source& fresh) {
  std::vector<std::string> out;
  const auto add = [&](const char* key, const auto& has, const auto& found) {
    for (const auto& url : found)
      if (std::find(has.begin(), has.end(), url) == has.end())
        out.push_back(std::string(key) + " = [\"" + url + "\"]");
  };
  add("feeds", known.feeds, fresh.feeds);
  add("sitemaps", known.sitemaps, fresh.sitemaps);
  add("sections", known.sections, fresh.sections);
  return join(out, ", ");
}

Unexpected known_already(const SourceEntry& known, const Source& fresh) {
  const auto more = what_is_new(known.source, fresh);
  return fail(
      ErrorCode::conflict, "source",
      known.source.name + " is there already as '" + known.source.id.value + "' (" +
          (known.file.empty() ? "sources/" + known.source.id.value + ".toml"
                              : known.file.string()) +
          ")" +
          (more.empty() ? "; `kaynak source show " + known.source.id.value + "` tells how it does"
                        : "; to take more from it, write there: " + more));
}

std::optional<SourceEntry> same_source(const SourceBook& book, const SourceId& id,
                                       const Source& fresh) {
  if (auto known = book.find(id)) return known;
  if (auto known = book.find_by_host(host_of(fresh.home))) return known;
  for (auto& known : book.all())
    if (names_any(known.source, fresh)) return std::move(known);
  return std::nullopt;
}

/// The source that polls this very address: found without asking anybody.
std::optional<SourceEntry> polling(const SourceBook& book, const std::string& url) {
  Source one;
  one.feeds = one.sitemaps = one.sections = {url};
  for (auto& known : book.all())
    if (names_any(known.source, one)) return std::move(known);
  return std::nullopt;
}

}  // namespace

SourceId new_source_id(const std::string& country, const std::string& host) {
  const auto name = safe_name(host);
  return SourceId(country.empty() ? name : ascii_lower(country) + "/" + name);
}

Result<SourcePlan> plan_source(const Newsroom& newsroom, Transport& transport,
                               const NewSource& wanted) {
  if (const auto known = polling(newsroom.sources(), wanted.url))
    return known_already(*known, Source());
  KAYNAK_ASSIGN(auto found, discover(transport, wanted.url, newsroom.config.http.user_agent));
  auto& source = found.source;
  source.id = new_source_id(source.country, host_of(source.home));
  if (const auto known = same_source(newsroom.sources(), source.id, source))
    return known_already(*known, source);
  if (!wanted.name.empty()) source.name = wanted.name;
  source.rights = rights_from(wanted.rights).value_or(Rights::link);
  SourcePlan plan;
  plan.text = source_toml(source);
  plan.findings = std::move(found.findings);
  KAYNAK_ASSIGN(plan.entry, parse_source(source.id, plan.text));
  plan.entry.file = newsroom.paths.sources() / (source.id.value + ".toml");
  return plan;
}

Result<void> write_source(const SourcePlan& plan) {
  if (std::filesystem::exists(plan.entry.file))
    return fail(ErrorCode::conflict, "source",
                "'" + plan.entry.file.string() + "' is there already");
  return write_file_atomically(plan.entry.file, plan.text);
}

}  // namespace kaynak
