#include "cli/room.h"

#include <cstdlib>

#include "base/log.h"
#include "base/strings.h"

namespace kaynak {
namespace {

constexpr std::size_t kProblemsShown = 20;

Json row_json(const ArticleRow& row) {
  Json languages = Json::array();
  for (const auto& language : row.published) languages.push(language);
  Json pages = Json::object();
  for (const auto& [language, path] : row.pages) pages.set(language, path);
  Json j;
  j.set("id", row.id).set("url", row.url).set("outlet", row.outlet).set("language", row.language);
  j.set("headline", row.headline).set("status", row.status).set("read_in", languages);
  return j.set("pages", pages).set("note", row.note);
}

Result<void> print_rows(const Newsroom& newsroom, bool json) {
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  KAYNAK_ASSIGN(const auto rows, article_rows(newsroom, *store));
  if (json) {
    for (const auto& row : rows) print_line(row_json(row).dump());
    return {};
  }
  std::vector<std::vector<std::string>> table;
  for (const auto& row : rows)
    table.push_back(
        {row.outlet, row.language, row.headline, row.status, join(row.published, " "), row.note});
  print_table({"OUTLET", "LANG", "HEADLINE", "STATUS", "READ IN", "HELD BACK OR NOTED"}, table);
  return {};
}

void print_problems(const RunReport& report) {
  std::size_t shown = 0;
  const auto show = [&](const std::string& text) {
    if (++shown <= kProblemsShown) print_note(text);
  };
  for (const auto& problem : report.gathered.problems) show(problem.stage + ": " + problem.detail);
  for (const auto& held : report.work.held)
    if (held.stage == "extract") show("held back: " + held.subject + ": " + held.note);
  for (const auto& failed : report.work.failed)
    show("gave up " + failed.stage + " of " + failed.subject + ": " + failed.note);
  if (shown > kProblemsShown)
    print_note("… and " + std::to_string(shown - kProblemsShown) + " more (kaynak log tells all)");
}

}  // namespace

void add_folder_option(Args& command, std::string* folder) {
  command.text("-C,--newsroom", folder,
               "folder of the newsroom (default: $KAYNAK_NEWSROOM, else the current folder)");
}

Path chosen_folder(const std::string& folder) {
  if (!folder.empty()) return folder;
  const char* set = std::getenv("KAYNAK_NEWSROOM");
  return set != nullptr && *set != '\0' ? Path(set) : Path(".");
}

int with_newsroom(const std::string& folder,
                  const std::function<Result<int>(const Newsroom&)>& act) {
  const auto newsroom = Newsroom::open(chosen_folder(folder), process_environment());
  if (!newsroom) return print_error(newsroom.error());
  const auto code = act(**newsroom);
  return code ? *code : print_error(code.error());
}

int with_store(const std::string& folder,
               const std::function<Result<int>(const Newsroom&, Store&)>& act) {
  return with_newsroom(folder, [&](const Newsroom& newsroom) -> Result<int> {
    KAYNAK_ASSIGN(const auto store, newsroom.open_store());
    return act(newsroom, *store);
  });
}

Result<int> run_and_report(const Newsroom& newsroom, bool gather, bool json) {
  install_stop_signals();
  if (!newsroom.engine_problem().empty())
    print_note("no translation: " + newsroom.engine_problem());
  ProgressLine line;
  RunOptions options;
  options.gather = gather;
  options.stop = stop_requested;
  options.gather_progress = [&](const std::string& source, const RoundCounts& counts) {
    line.show("gathering " + source + ": " + std::to_string(counts.pages) + " pages, " +
              std::to_string(counts.fresh) + " new");
  };
  options.work_progress = [&](const Outcome& outcome, std::int64_t done, std::int64_t waiting) {
    line.show(std::to_string(done) + " done, " + std::to_string(waiting) +
              " to do: " + outcome.stage + " " + outcome.subject);
  };
  KAYNAK_ASSIGN(const auto report, run_newsroom(newsroom, options));
  line.clear();
  print_problems(report);
  KAYNAK_TRY(print_rows(newsroom, json));
  print_note(std::to_string(report.gathered.pages) + " pages looked at, " +
             std::to_string(report.gathered.fresh) + " new; " + std::to_string(report.work.done) +
             " steps done" + (report.work.done == 0 ? " (nothing was left to do)" : "") +
             "; site in " + newsroom.paths.site().string());
  return report.work.failed.empty() ? exit_ok : exit_failed;
}

Result<int> follow_and_report(const Newsroom& newsroom, bool work) {
  install_stop_signals();
  if (work && !newsroom.engine_problem().empty())
    print_note("no translation: " + newsroom.engine_problem());
  print_note("gathering until stopped (Ctrl-C); `kaynak source list` shows how the sources do");
  ProgressLine line;
  RunOptions options;
  options.work = work;
  options.stop = stop_requested;
  options.gather_progress = [&](const std::string& source, const RoundCounts& counts) {
    line.show(std::to_string(counts.pages) + " pages, " + std::to_string(counts.fresh) +
              " new; last from " + source);
  };
  KAYNAK_TRY(
      follow_newsroom(newsroom, options, [](const Error& e) { log_warning(e.stage, e.detail); }));
  line.clear();
  print_note("stopped; what was under way is asked for again at the next start");
  return exit_ok;
}

}  // namespace kaynak
