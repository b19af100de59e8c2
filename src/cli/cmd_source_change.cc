// Sources come, rest and go: `source add`, `pause`, `resume`, `poll`, `remove`.
#include "cli/room.h"
#include "cli/source_commands.h"
#include "model/json.h"
#include "pipeline/add_source.h"
#include "pipeline/source_desk.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::vector<std::string> words;  ///< addresses, or names of sources
  NewSource fresh;
  bool dry_run = false;
  bool json = false;
};

void print_plan_json(const SourcePlan& plan, bool written) {
  Json found = Json::array();
  for (const auto& f : plan.findings)
    found.push(Json().set("what", f.what).set("value", f.value).set_if("how", f.how));
  print_line(Json()
                 .set("source", to_json(plan.entry.source))
                 .set("file", plan.entry.file.string())
                 .set("written", written)
                 .set("found", found)
                 .dump());
}

void print_plan(const SourcePlan& plan, bool written) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& f : plan.findings) rows.push_back({f.what, f.how, f.value});
  print_table({"FOUND", "HOW", "WHAT"}, rows);
  const auto& s = plan.entry.source;
  print_line(std::string(written ? "wrote" : "would write") + " sources/" + s.id.value +
             ".toml: " + fit(s.name, 200) + ", rights \"" + to_string(s.rights) + "\"" +
             (written ? "; next: kaynak run" : ""));
}

Result<void> add_one(const Newsroom& newsroom, Transport& transport, const Options& o) {
  KAYNAK_ASSIGN(const auto plan, plan_source(newsroom, transport, o.fresh));
  if (!o.dry_run) {
    KAYNAK_TRY(write_source(plan));
    KAYNAK_TRY(newsroom.sources().reload_if_changed());
  }
  (o.json ? print_plan_json : print_plan)(plan, !o.dry_run);
  return {};
}

/// All of them, so that one address that leads nowhere does not keep the others out.
Result<int> add(const Newsroom& newsroom, Options o) {
  const auto transport = make_http_transport(newsroom.config.http);
  int code = exit_ok;
  for (const auto& url : o.words) {
    o.fresh.url = url;
    if (const auto added = add_one(newsroom, *transport, o); !added)
      code = print_error(added.error());
  }
  return code;
}

/// The sources that the words name; nothing is done where one is not known.
Result<std::vector<SourceEntry>> named(const Newsroom& newsroom, const Options& o) {
  std::vector<SourceEntry> out;
  for (const auto& word : o.words) {
    KAYNAK_ASSIGN(auto entry, name_source(newsroom.sources(), word));
    out.push_back(std::move(entry));
  }
  return out;
}

void say(const SourceEntry& entry, const std::string& what) {
  print_line(entry.source.id.value + ": " + what);
}

Result<int> pause(const Newsroom& newsroom, const Options& o) {
  KAYNAK_ASSIGN(const auto entries, named(newsroom, o));
  for (const auto& entry : entries) {
    KAYNAK_ASSIGN(const bool changed, set_paused(newsroom, entry, true));
    say(entry, changed ? "paused; its articles stay" : "was paused already");
  }
  return exit_ok;
}

Result<int> resume(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto entries, named(newsroom, o));
  for (const auto& entry : entries) {
    KAYNAK_ASSIGN(const bool changed, set_paused(newsroom, entry, false));
    KAYNAK_TRY(store.hasten_fetches(system_now(), entry.source.id));
    say(entry, changed ? "resumed; it is asked next" : "was not paused; it is asked next");
  }
  return exit_ok;
}

Result<int> poll(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto entries, named(newsroom, o));
  for (const auto& entry : entries) {
    KAYNAK_ASSIGN(const int polls, poll_now(store, entry.source.id, system_now()));
    const auto& id = entry.source.id.value;
    if (entry.source.paused)
      say(entry, "is paused; to ask it: kaynak source resume " + id);
    else
      say(entry, polls == 0 ? "is asked for the first time by the next run"
                            : std::to_string(polls) +
                                  " due now; a running gatherer asks within "
                                  "seconds, else: kaynak run");
  }
  return exit_ok;
}

Result<int> remove(const Newsroom& newsroom, Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto entries, named(newsroom, o));
  for (const auto& entry : entries) {
    KAYNAK_ASSIGN(const auto articles, store.articles_since(entry.source.id, Time{}));
    KAYNAK_ASSIGN(const auto to, remove_source(newsroom, entry));
    say(entry, "removed; its file is now " + to.string() + ", its " + std::to_string(articles) +
                   " articles stay");
  }
  return exit_ok;
}

using Act = Result<int> (*)(const Newsroom&, Store&, const Options&);

void add_change(Args& source, const char* name, const char* help, Act act) {
  const auto o = std::make_shared<Options>();
  auto& c = source.command(name, help, [o, act] {
    return with_store(o->folder, [&](const Newsroom& n, Store& s) { return act(n, s, *o); });
  });
  add_folder_option(c, &o->folder);
  c.list("SOURCE", &o->words, "ids, names, hosts or addresses of sources", true);
}

void add_add(Args& source) {
  const auto o = std::make_shared<Options>();
  auto& a = source.command("add", "find out what an outlet has, and write its file", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return add(n, *o); });
  });
  add_folder_option(a, &o->folder);
  a.list("URL", &o->words, "its front page, a feed, a sitemap or a page that lists articles", true);
  a.text("--name", &o->fresh.name, "as readers know it (default: as found)");
  a.choice("--rights", &o->fresh.rights, {"full", "excerpt", "link", "none"},
           "what it permits (link: headline and link only)");
  a.flag("--dry-run", &o->dry_run, "show what is found, write nothing");
  a.flag("--json", &o->json, "one JSON object a source");
  a.footer(
      "Ask the outlet before you choose \"full\". docs/sources.md tells what else a source file "
      "can say.\n"
      "  kaynak source add news.example --rights excerpt\n"
      "  kaynak source test news.example            # what its feeds and pages give, nothing kept");
}

}  // namespace

void add_source_changes(Args& source) {
  add_add(source);
  add_change(source, "pause", "ask sources for nothing until they are resumed",
             [](const Newsroom& n, Store&, const Options& o) { return pause(n, o); });
  add_change(source, "resume", "ask paused sources again", resume);
  add_change(source, "poll", "make sources due now, and ask again what was given up", poll);
  add_change(source, "remove", "take sources out; their articles stay", remove);
}

}  // namespace kaynak
