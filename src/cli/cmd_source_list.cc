// How the sources do: `source list` and `source show`.
#include <cmath>

#include "base/strings.h"
#include "cli/room.h"
#include "cli/source_commands.h"
#include "model/json.h"
#include "pipeline/source_desk.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string name;
  bool failing = false;
  bool json = false;
};

std::string per_day(double articles) {
  const auto tenths = std::llround(articles * 10);
  if (tenths == 0) return articles > 0 ? "<0.1" : "0";
  return std::to_string(tenths / 10) +
         (tenths < 100 ? "." + std::to_string(tenths % 10) : std::string());
}

std::string time_or_empty(Time at) { return at == Time{} ? std::string() : to_rfc3339(at); }

Json poll_json(const PollHealth& poll) {
  const auto& s = poll.state;
  Json j;
  j.set("kind", to_string(poll.kind)).set("url", s.url);
  j.set_if("last_asked", time_or_empty(s.fetched))
      .set_if("last_success", time_or_empty(s.last_success));
  j.set_if("last_new", time_or_empty(s.last_new));
  j.set_if("next_poll", poll.due ? to_rfc3339(*poll.due) : std::string());
  j.set("failures", s.failures).set_if("last_error", s.last_error).set_if("moved_to", s.moved_to);
  j.set_if("retired", s.retired)
      .set("etag", !s.etag.empty())
      .set("last_modified", !s.last_modified.empty());
  j.set("items_a_day", std::round(s.steady_rate * 100) / 100);
  j.set_if("hub", s.hub).set_if("subscribed_until", time_or_empty(poll.subscribed_until));
  return j;
}

Json health_json(const SourceHealth& health) {
  Json polls = Json::array();
  for (const auto& poll : health.polls) polls.push(poll_json(poll));
  Json j = to_json(health.entry.source);
  j.set("file", health.entry.file.string());
  j.set("state", to_string(health.state)).set_if("note", health.note);
  j.set_if("last_success", time_or_empty(health.last_success));
  j.set_if("last_new", time_or_empty(health.last_new));
  j.set_if("next_poll", health.due ? to_rfc3339(*health.due) : std::string());
  j.set("articles_a_day", std::round(health.articles_a_day * 100) / 100);
  if (health.entry.source.insecure_tls) j.set("insecure_tls", true);
  return j.set("polls", polls);
}

std::string state_words(const SourceHealth& health) {
  std::string out = health.note.empty() ? to_string(health.state) : health.note;
  if (health.entry.source.insecure_tls) out += "; its certificate is not verified";
  return out;
}

std::vector<std::string> table_row(const SourceHealth& health, Time now) {
  const auto& s = health.entry.source;
  const bool asked = health.state != SourceState::not_polled;
  return {s.id.value,
          s.name,
          s.language.value,
          to_string(s.rights),
          asked ? ago_words(health.last_success, now) : "",
          asked ? ago_words(health.last_new, now) : "",
          asked && !s.paused ? until_words(health.due, now) : "",
          per_day(health.articles_a_day),
          state_words(health)};
}

bool is_failing(const SourceHealth& health) {
  return health.state == SourceState::failing || health.state == SourceState::retired;
}

Result<int> list(const Newsroom& newsroom, Store& store, const Options& o) {
  const auto now = system_now();
  std::vector<std::vector<std::string>> rows;
  const auto all = newsroom.sources().all();
  for (const auto& entry : all) {
    KAYNAK_ASSIGN(const auto health, source_health(store, entry, now));
    if (o.failing && !is_failing(health)) continue;
    if (o.json) print_line(health_json(health).dump());
    rows.push_back(table_row(health, now));
  }
  if (!o.json && !rows.empty())
    print_table({"SOURCE", "NAME", "LANG", "RIGHTS", "LAST ANSWER", "LAST NEW", "NEXT POLL",
                 "A DAY", "STATE"},
                rows);
  if (all.empty())
    print_note("no sources yet; add one: kaynak source add URL --rights full");
  else if (rows.empty())
    print_note("no source is failing");
  return exit_ok;
}

void line(const char* what, const std::string& value) {
  if (value.empty()) return;
  std::string label = what;
  label.resize(14, ' ');
  print_line(label + fit(value, 4000));
}

void show_poll(const PollHealth& poll, Time now) {
  const auto& s = poll.state;
  print_line("");
  line(to_string(poll.kind), s.url);
  line("  last asked", ago_words(s.fetched, now));
  line("  last answer", ago_words(s.last_success, now));
  line("  last new", ago_words(s.last_new, now));
  line("  next poll", until_words(poll.due, now));
  line("  items a day", per_day(s.steady_rate) + " (lately " + per_day(s.quick_rate) + ")");
  line("  asked with", s.etag.empty() && s.last_modified.empty()
                           ? "nothing: its server names no version"
                           : std::string(s.etag.empty() ? "" : "ETag ") +
                                 (s.last_modified.empty() ? "" : "Last-Modified"));
  line("  failures",
       s.failures > 0 ? std::to_string(s.failures) + " in a row: " + s.last_error : "");
  line("  retired", s.retired);
  line("  moved to", s.moved_to);
  line("  WebSub", s.hub.empty()
                       ? ""
                       : s.hub + (poll.subscribed_until > now
                                      ? ", sends until " + to_rfc3339(poll.subscribed_until)
                                      : ", not subscribed"));
}

void show_health(const SourceHealth& health, Time now) {
  const auto& s = health.entry.source;
  line("source", s.id.value);
  line("name", s.name);
  line("state", state_words(health));
  line("file", health.entry.file.string());
  line("home", s.home);
  line("icon", s.icon);
  line("language", s.language.value);
  line("country", s.country);
  line("rights", to_string(s.rights));
  line("terms", s.usage_terms);
  line("hosts", join(s.hosts, " "));
  line("tags", join(s.tags, ", "));
  line("folder", s.folder);
  line("articles", per_day(health.articles_a_day) + " a day over the last seven days");
  for (const auto& poll : health.polls) show_poll(poll, now);
}

Result<int> show(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto entry, name_source(newsroom.sources(), o.name));
  const auto now = system_now();
  KAYNAK_ASSIGN(const auto health, source_health(store, entry, now));
  if (o.json)
    print_line(health_json(health).dump());
  else
    show_health(health, now);
  return exit_ok;
}

}  // namespace

void add_source_list(Args& source) {
  const auto o = std::make_shared<Options>();
  auto& l = source.command("list", "all sources, and how they do", [o] {
    return with_store(o->folder, [&](const Newsroom& n, Store& s) { return list(n, s, *o); });
  });
  add_folder_option(l, &o->folder);
  l.flag("--failing", &o->failing, "only those whose feeds fail or were given up");
  l.flag("--json", &o->json, "one JSON object a line");
  auto& w = source.command("show", "everything of one source", [o] {
    return with_store(o->folder, [&](const Newsroom& n, Store& s) { return show(n, s, *o); });
  });
  add_folder_option(w, &o->folder);
  w.text("SOURCE", &o->name, "its id, name, host or an address of it", true);
  w.flag("--json", &o->json, "as a JSON object");
}

}  // namespace kaynak
