#include "pipeline/poll_rows.h"

#include <map>

#include "base/log.h"
#include "pipeline/gather_session.h"

namespace kaynak::pipeline_detail {
namespace {

struct Wanted {
  SourceId source;
  FetchKind kind;
  std::string url;
};

/// What the sources' files name, by key; the first source to name an address has it.
std::map<std::string, Wanted> wanted_polls(const std::vector<SourceEntry>& entries, int* sources) {
  std::map<std::string, Wanted> out;
  for (const auto& [source, aliases, rules] : entries) {
    const auto add = [&](FetchKind kind, const std::vector<std::string>& urls) {
      for (const auto& url : urls)
        out.try_emplace(fetch_key(kind, url), Wanted{source.id, kind, url});
    };
    add(FetchKind::feed, source.feeds);
    add(FetchKind::sitemap, source.sitemaps);
    add(FetchKind::section, source.sections);
    const bool polled =
        !source.feeds.empty() || !source.sitemaps.empty() || !source.sections.empty();
    *sources += polled && !source.paused ? 1 : 0;
  }
  return out;
}

void warn_of_ended_rules(const std::vector<SourceEntry>& entries, Time now) {
  for (const auto& entry : entries) {
    if (entry.source.feeds.empty() && entry.source.sections.empty()) continue;
    const auto notice = expired_notice(entry.rules, to_day(ZonedTime{now}));
    if (!notice.empty())
      log_warning("sources", "sources/" + entry.source.id.value + ".toml: " + notice);
  }
}

}  // namespace

Result<int> sync_polls(const Newsroom& newsroom, Store& store, Time now) {
  const auto entries = newsroom.sources().all();
  warn_of_ended_rules(entries, now);
  int sources = 0;
  auto wanted = wanted_polls(entries, &sources);
  KAYNAK_ASSIGN(const auto rows, store.polls());
  const auto done = store.transaction([&]() -> Result<void> {
    for (auto row : rows) {
      const auto found = wanted.find(row.key);
      if (found == wanted.end()) {
        // A child of a sitemap index is named by no file; it stays while its source does.
        if (row.kind == to_string(FetchKind::sitemap) && newsroom.sources().find(row.source))
          continue;
        KAYNAK_TRY(store.remove_fetch(row.key));
        continue;
      }
      if (row.source != found->second.source) {
        row.source = found->second.source;
        KAYNAK_TRY(store.put_fetch(row));
      }
      wanted.erase(found);
    }
    for (const auto& [key, poll] : wanted)
      KAYNAK_TRY(store.put_fetch(fresh_row(poll.source, poll.kind, poll.url, now)));
    return {};
  });
  if (!done) return fail(done.error());
  return sources;
}

}  // namespace kaynak::pipeline_detail
