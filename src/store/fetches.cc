// What is fetched next, what hosts ask of robots, and totals.
#include "store/sqlite_store.h"

namespace kaynak::store_detail {
namespace {

FetchRow fetch_of(const Query& row) {
  FetchRow out;
  out.key = row.text(0);
  out.source = SourceId(row.text(1));
  out.kind = row.text(2);
  out.url = row.text(3);
  out.host = row.text(4);
  out.lane = static_cast<int>(row.integer(5));
  out.due = row.optional_time(6);
  out.state = row.text(7);
  return out;
}

}  // namespace

Result<void> SqliteStore::put_fetch(const FetchRow& f) {
  return database_
      .query("keep what is fetched next",
             "INSERT INTO fetches (key, source, kind, url, host, lane, due, state)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (key) DO UPDATE SET"
             " source = ?2, kind = ?3, url = ?4, host = ?5, lane = ?6, due = ?7, state = ?8")
      .with(f.key, f.source.value, f.kind, f.url, f.host, f.lane, f.due, f.state)
      .run();
}

Result<std::optional<FetchRow>> SqliteStore::fetch_row(const std::string& key) {
  auto query = database_.query("read what is fetched next",
                               "SELECT key, source, kind, url, host, lane, due, state FROM fetches"
                               " WHERE key = ?");
  KAYNAK_ASSIGN(const bool any, query.with(key).next());
  return any ? std::optional(fetch_of(query)) : std::nullopt;
}

Result<void> SqliteStore::remove_fetch(const std::string& key) {
  return database_.query("forget what was fetched", "DELETE FROM fetches WHERE key = ?")
      .with(key)
      .run();
}

Result<std::vector<FetchRow>> SqliteStore::polls(const SourceId& source) {
  if (source.empty()) {
    auto every = database_.query("read the polls",
                                 "SELECT key, source, kind, url, host, lane, due, state"
                                 " FROM fetches WHERE lane = 0 ORDER BY source, url");
    return all(every, fetch_of);
  }
  auto query = database_.query("read the source's polls",
                               "SELECT key, source, kind, url, host, lane, due, state FROM fetches"
                               " WHERE source = ? AND lane = 0 ORDER BY url");
  query.with(source.value);
  return all(query, fetch_of);
}

Result<std::vector<FetchRow>> SqliteStore::due_fetches(const std::string& host, Time until,
                                                       std::size_t limit) {
  std::vector<FetchRow> out;
  for (int lane = 0; lane <= 2 && out.size() < limit; ++lane) {
    auto query = database_.query("read what is due",
                                 "SELECT key, source, kind, url, host, lane, due, state"
                                 " FROM fetches WHERE host = ? AND lane = ? AND due <= ?"
                                 " ORDER BY due LIMIT ?");
    query.with(host, lane, until, sql_limit(limit - out.size()));
    KAYNAK_ASSIGN(auto rows, all(query, fetch_of));
    std::move(rows.begin(), rows.end(), std::back_inserter(out));
  }
  return out;
}

Result<std::optional<Time>> SqliteStore::host_due(const std::string& host) {
  auto query = database_.query(
      "read when a host is due",
      "SELECT min(due) FROM (SELECT min(due) AS due FROM fetches WHERE host = ?1 AND lane = 0"
      " AND due IS NOT NULL UNION ALL SELECT min(due) FROM fetches WHERE host = ?1 AND lane = 1"
      " AND due IS NOT NULL UNION ALL SELECT min(due) FROM fetches WHERE host = ?1 AND lane = 2"
      " AND due IS NOT NULL)");
  KAYNAK_TRY(query.with(host).next());
  return query.optional_time(0);
}

Result<std::vector<std::string>> SqliteStore::fetch_hosts() {
  // From one host's first entry of the index to the next host's: the rows between are not read.
  auto query = database_.query(
      "read whom to ask",
      "WITH RECURSIVE each (host) AS (SELECT min(host) FROM fetches WHERE due IS NOT NULL"
      " UNION ALL SELECT (SELECT min(host) FROM fetches WHERE host > each.host"
      " AND due IS NOT NULL) FROM each WHERE each.host IS NOT NULL)"
      " SELECT host FROM each WHERE host IS NOT NULL");
  return all(query, [](const Query& row) { return row.text(0); });
}

Result<void> SqliteStore::hasten_fetches(Time at, const SourceId& source) {
  if (source.empty())
    return database_.query("have all fetched now", "UPDATE fetches SET due = ?1 WHERE due > ?1")
        .with(at)
        .run();
  return database_
      .query("have a source fetched now",
             "UPDATE fetches SET due = ?1 WHERE due > ?1 AND source = ?2")
      .with(at, source.value)
      .run();
}

Result<std::int64_t> SqliteStore::overdue_fetches(Time now) {
  auto query = database_.query("count what is due", "SELECT count(*) FROM fetches WHERE due <= ?");
  KAYNAK_TRY(query.with(now).next());
  return query.integer(0);
}

Result<Seconds> SqliteStore::oldest_due(Time now) {
  auto query = database_.query("read how late the gatherer is",
                               "SELECT coalesce(min(due), ?1) FROM fetches WHERE due <= ?1");
  KAYNAK_TRY(query.with(now).next());
  return std::chrono::duration_cast<Seconds>(now - query.time(0));
}

Result<std::optional<HostRow>> SqliteStore::host(const std::string& origin) {
  auto query = database_.query("read what a host asks of robots",
                               "SELECT origin, robots, robots_status, robots_until, tdmrep,"
                               " tdmrep_until FROM hosts WHERE origin = ?");
  KAYNAK_ASSIGN(const bool any, query.with(origin).next());
  if (!any) return std::optional<HostRow>();
  HostRow row;
  row.origin = query.text(0);
  row.robots = query.text(1);
  row.robots_status = static_cast<int>(query.integer(2));
  row.robots_until = query.time(3);
  row.tdmrep = query.text(4);
  row.tdmrep_until = query.time(5);
  return std::optional(std::move(row));
}

Result<void> SqliteStore::put_host(const HostRow& h) {
  return database_
      .query("keep what a host asks of robots",
             "INSERT INTO hosts (origin, robots, robots_status, robots_until, tdmrep, tdmrep_until)"
             " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (origin) DO UPDATE SET robots = ?2,"
             " robots_status = ?3, robots_until = ?4, tdmrep = ?5, tdmrep_until = ?6")
      .with(h.origin, h.robots, h.robots_status, h.robots_until, h.tdmrep, h.tdmrep_until)
      .run();
}

Result<void> SqliteStore::put_subscription(const Subscription& s) {
  return database_
      .query("keep the subscription",
             "INSERT INTO subscriptions (key, topic, hub, asked, until) VALUES (?1, ?2, ?3, ?4, ?5)"
             " ON CONFLICT (key) DO UPDATE SET topic = ?2, hub = ?3, asked = ?4, until = ?5")
      .with(s.key, s.topic, s.hub, s.asked, s.until)
      .run();
}

Result<std::optional<Subscription>> SqliteStore::subscription(const std::string& key) {
  auto query = database_.query("read the subscription",
                               "SELECT key, topic, hub, asked, until FROM subscriptions"
                               " WHERE key = ?");
  KAYNAK_ASSIGN(const bool any, query.with(key).next());
  if (!any) return std::optional<Subscription>();
  return std::optional(
      Subscription{query.text(0), query.text(1), query.text(2), query.time(3), query.time(4)});
}

Result<void> SqliteStore::count(const std::string& name, std::int64_t by) {
  return database_
      .query("count",
             "INSERT INTO counters (name, value) VALUES (?1, ?2)"
             " ON CONFLICT (name) DO UPDATE SET value = value + ?2")
      .with(name, by)
      .run();
}

Result<std::vector<std::pair<std::string, std::int64_t>>> SqliteStore::counters() {
  auto query = database_.query("read the totals", "SELECT name, value FROM counters ORDER BY name");
  return all(query, [](const Query& row) { return std::pair(row.text(0), row.integer(1)); });
}

Result<std::int64_t> SqliteStore::articles_since(const SourceId& source, Time since) {
  auto query = database_.query("count a source's articles",
                               "SELECT count(*) FROM articles WHERE source = ? AND listed >= ?");
  KAYNAK_TRY(query.with(source.value, since).next());
  return query.integer(0);
}

}  // namespace kaynak::store_detail
