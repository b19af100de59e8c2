#include <sys/statvfs.h>

#include <set>

#include "attribute/attribute.h"
#include "base/hash.h"
#include "cli/commands.h"
#include "cli/room.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

struct Check {
  std::string what;
  bool good = true;
  std::string found;
  std::string mend;
};

void add(std::vector<Check>* checks, std::string what, bool good, std::string found,
         std::string mend = {}) {
  checks->push_back(
      {std::move(what), good, std::move(found), good ? std::string() : std::move(mend)});
}

void check_installation(std::vector<Check>* checks) {
  const auto share = share_folder();
  add(checks, "data files", share.has_value(), share ? share->string() : share.error().detail,
      "install Kaynak whole, or set KAYNAK_SHARE");
  if (!share) return;
  for (const char* part : {"theme", "locale", "sources"})
    add(checks, std::string("  ") + part, fs::is_directory(*share / part), (*share / part).string(),
        "it is missing: install Kaynak again");
}

/// The world's agencies, and how pages in each language say whose words they are.
void check_phrases(std::vector<Check>* checks) {
  const auto share = share_folder();
  if (!share) return;
  const auto data = AttributionData::load(*share);
  const auto languages = data ? data->check_languages() : Result<void>(fail(data.error()));
  add(checks, "  phrases", languages.has_value(),
      languages ? std::to_string(data->language_count()) + " languages" : languages.error().detail,
      "mend the file, or install Kaynak again");
}

void check_engines(const Newsroom& n, std::vector<Check>* checks) {
  add(checks, "translation engine", n.engine_problem().empty(),
      n.engine_problem().empty() ? "" : n.engine_problem(),
      "install Apertium and pairs (./setup does)");
  for (const auto* engine : n.engines()) {
    std::string pairs;
    for (const auto& pair : engine->pairs())
      pairs += (pairs.empty() ? "" : " ") + pair.from.value + ">" + pair.to.value;
    checks->back().found = engine->name() + ": " + pairs;
  }
  for (const auto& pair : n.config.editions) {
    const auto arrow = pair.find('>');
    if (arrow == std::string::npos) continue;
    const LanguageTag from{std::string_view(pair).substr(0, arrow)},
        to{std::string_view(pair).substr(arrow + 1)};
    const auto targets = n.edition_targets(from);
    add(checks, "  pair " + pair, std::find(targets.begin(), targets.end(), to) != targets.end(),
        "served",
        "no engine serves it, or '" + to.value +
            "' is not in site.languages; articles appear in their own language");
  }
}

void check_folder(const Newsroom& n, std::vector<Check>* checks) {
  struct statvfs disk {};
  if (::statvfs(n.paths.folder.c_str(), &disk) == 0) {
    const auto free_mb =
        static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize) >> 20;
    add(checks, "disk", free_mb > 500, std::to_string(free_mb) + " MB free",
        "make room: captures and pages need it");
  }
  const auto probe = write_file_atomically(n.paths.data() / "doctor.probe", "x");
  add(checks, "folder writable", probe.has_value(), n.paths.data().string(),
      probe ? "" : probe.error().detail);
  std::error_code ignored;  // a probe that stays is harmless
  fs::remove(n.paths.data() / "doctor.probe", ignored);
  const auto mode = fs::status(n.paths.secret(), ignored).permissions();
  if (fs::exists(n.paths.secret(), ignored))
    add(checks, "secret",
        (mode & (fs::perms::group_all | fs::perms::others_all)) == fs::perms::none,
        n.paths.secret().string(), "others can read it: chmod 600 " + n.paths.secret().string());
}

Result<void> check_store(const Newsroom& n, std::vector<Check>* checks) {
  KAYNAK_ASSIGN(const auto store, n.open_store());
  KAYNAK_ASSIGN(const auto problems, store->check());
  add(checks, "database", problems.empty(),
      problems.empty() ? n.paths.database().string() : problems.front(),
      "restore data/kaynak.db from a backup, or move it away and run `kaynak import` on data/warc");
  KAYNAK_ASSIGN(const auto log, store->verify_log());
  add(checks, "log", log.first_bad == 0, std::to_string(log.entries) + " entries",
      "entry " + std::to_string(log.first_bad) + ": " + log.problem);
  KAYNAK_ASSIGN(const auto failed, store->failed_jobs());
  add(checks, "failed steps", failed.empty(), std::to_string(failed.size()),
      failed.empty() ? ""
                     : "first: " + failed.front().first.stage + ": " + failed.front().second +
                           "; kaynak run --retry-failed");
  std::size_t wrong = 0;
  for (const auto& language : n.config.site.languages) {
    KAYNAK_ASSIGN(const auto publications, store->publications_in(language));
    for (const auto& p : publications) {
      const auto page = read_file(n.paths.site() / p.path);
      wrong += page && sha256_hex(*page) == p.digest ? 0 : 1;
    }
  }
  add(checks, "pages on disk", wrong == 0, std::to_string(wrong) + " missing or changed",
      "a power cut or another hand did that; remove them and `kaynak reprocess` makes them again");
  return {};
}

void check_sources(const Newsroom& n, std::vector<Check>* checks) {
  int feeds = 0;
  for (const auto& entry : n.sources().all()) feeds += static_cast<int>(entry.source.feeds.size());
  add(checks, "sources", true,
      std::to_string(n.sources().all().size()) + " with " + std::to_string(feeds) + " feeds");
  // Nothing is broken by rules that have ended; whoever looks should know.
  const auto today = to_day(ZonedTime{system_now()});
  for (const auto& entry : n.sources().all())
    if (const auto notice = expired_notice(entry.rules, today); !notice.empty())
      add(checks, "  rules of " + entry.source.id.value, true, notice);
}

int print_checks(const std::vector<Check>& checks, bool json) {
  bool good = true;
  std::vector<std::vector<std::string>> rows;
  for (const auto& c : checks) {
    good = good && c.good;
    if (json)
      print_line(Json()
                     .set("check", c.what)
                     .set("good", c.good)
                     .set("found", c.found)
                     .set("mend", c.mend)
                     .dump());
    rows.push_back({c.good ? "good" : "WRONG", c.what, c.found, c.mend});
  }
  if (!json) print_table({"", "CHECK", "FOUND", "WHAT TO DO"}, rows);
  return good ? exit_ok : exit_failed;
}

int doctor(const std::string& folder, bool json) {
  std::vector<Check> checks;
  check_installation(&checks);
  check_phrases(&checks);
  const auto newsroom = Newsroom::open(chosen_folder(folder), process_environment());
  if (!newsroom) {
    add(&checks, "newsroom", false, chosen_folder(folder).string(), newsroom.error().detail);
    return print_checks(checks, json);
  }
  add(&checks, "newsroom", true, (*newsroom)->paths.folder.string());
  check_folder(**newsroom, &checks);
  check_sources(**newsroom, &checks);
  check_engines(**newsroom, &checks);
  if (const auto checked = check_store(**newsroom, &checks); !checked)
    add(&checks, "database", false, (*newsroom)->paths.database().string(), checked.error().detail);
  return print_checks(checks, json);
}

}  // namespace

void add_doctor(Args& program) {
  const auto folder = std::make_shared<std::string>();
  const auto json = std::make_shared<bool>(false);
  auto& c = program.command("doctor",
                            "what is wrong with an installation or a newsroom, and how to mend it",
                            [folder, json] { return doctor(*folder, *json); });
  add_folder_option(c, folder.get());
  c.flag("--json", json.get(), "one JSON object a check");
  c.footer("Exit 1 if anything is wrong.");
}

}  // namespace kaynak
