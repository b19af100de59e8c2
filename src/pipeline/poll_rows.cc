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

void warn_of_insecure(const std::vector<SourceEntry>& entries) {
  for (const auto& entry : entries)
    if (entry.source.insecure_tls)
      log_warning("sources", "sources/" + entry.source.id.value +
                                 ".toml: insecure_tls = true: its server's certificate is not "
                                 "verified, anybody in between can change its news");
}

/// What the sources' files name, by key; the first source to name an address has it.
std::map<std::string, Wanted> wanted_polls(const std::vector<SourceEntry>& entries, int* sources) {
  std::map<std::string, Wanted> out;
  for (const auto& entry : entries) {
    const auto& source = entry.source;
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

/// A sitemap that is named by an index of these files, and by no file itself.
bool is_child_of(const std::map<std::string, Wanted>& wanted, const FetchRow& row) {
  if (row.kind != to_string(FetchKind::sitemap)) return false;
  const auto index = wanted.find(fetch_key(FetchKind::sitemap, fetch_task_from(row.state).via));
  return index != wanted.end() && index->second.source == row.source;
}

}  // namespace

Result<int> sync_polls(const Newsroom& newsroom, Store& store, Time now) {
  const auto entries = newsroom.sources().all();
  warn_of_ended_rules(entries, now);
  warn_of_insecure(entries);
  int sources = 0;
  const auto wanted = wanted_polls(entries, &sources);
  auto missing = wanted;
  KAYNAK_ASSIGN(const auto rows, store.polls());
  const auto done = store.transaction([&]() -> Result<void> {
    for (auto row : rows) {
      const auto found = wanted.find(row.key);
      if (found == wanted.end()) {
        if (!is_child_of(wanted, row)) KAYNAK_TRY(store.remove_fetch(row.key));
        continue;
      }
      if (row.source != found->second.source) {
        row.source = found->second.source;
        KAYNAK_TRY(store.put_fetch(row));
      }
      missing.erase(row.key);
    }
    for (const auto& [key, poll] : missing)
      KAYNAK_TRY(store.put_fetch(fresh_row(poll.source, poll.kind, poll.url, now)));
    return {};
  });
  if (!done) return fail(done.error());
  return sources;
}

}  // namespace kaynak::pipeline_detail
