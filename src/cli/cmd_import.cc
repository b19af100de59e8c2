#include "cli/commands.h"
#include "cli/room.h"
#include "pipeline/import.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::vector<std::string> inputs;
  bool no_run = false;
  bool json = false;
};

std::string passed_over(const PassedOver& p) {
  std::string out;
  const auto add = [&](std::int64_t n, const char* what) {
    if (n > 0) out += (out.empty() ? "" : ", ") + std::to_string(n) + " " + what;
  };
  add(p.not_html, "not HTML");
  add(p.not_ok, "not of status 2xx");
  add(p.without_original, "revisits without their original");
  add(p.damaged, "damaged");
  return out.empty() ? out : "; records passed over: " + out;
}

Json summary(const ImportCounts& c) {
  Json passed;
  passed.set("not_html", c.passed.not_html)
      .set("not_ok", c.passed.not_ok)
      .set("revisits_without_original", c.passed.without_original)
      .set("damaged", c.passed.damaged);
  auto problems = Json::array();
  for (const auto& problem : c.problems)
    problems.push(Json().set("error", to_string(problem.code)).set("why", problem.detail));
  return Json()
      .set("pages", c.pages)
      .set("new", c.fresh)
      .set("known", c.known)
      .set("passed_over", passed)
      .set("problems", problems);
}

Result<int> import(const Newsroom& newsroom, const Options& o) {
  ProgressLine line;
  KAYNAK_ASSIGN(const auto counts, import_pages(newsroom, o.inputs, [&](const ImportCounts& c) {
                  line.show("importing: " + std::to_string(c.pages) + " pages, " +
                            std::to_string(c.fresh) + " new");
                }));
  line.clear();
  for (const auto& problem : counts.problems) print_error(problem);
  print_note(std::to_string(counts.pages) + " pages: " + std::to_string(counts.fresh) + " new, " +
             std::to_string(counts.known) + " known" + passed_over(counts.passed) +
             "; outlets without a file in sources/ get rights \"" +
             to_string(newsroom.config.import_rights) + "\" (import.rights in kaynak.toml)");
  int code = counts.problems.empty() ? exit_ok : exit_failed;
  if (o.no_run && o.json) print_line(summary(counts).dump());
  if (!o.no_run) {
    KAYNAK_ASSIGN(const int run, run_and_report(newsroom, false, o.json));
    code = std::max(code, run);
  }
  return code;
}

}  // namespace

void add_import(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("import", "take pages in that you have, and publish them", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return import(n, *o); });
  });
  add_folder_option(c, &o->folder);
  c.list("INPUT", &o->inputs, "HTML files, folders, .tar.gz, .warc(.gz), URLs, or -", true);
  c.flag("--no-run", &o->no_run,
         "only keep the pages; `kaynak run` or `publish` works on them later");
  c.flag("--json", &o->json,
         "the table as JSON Lines; with --no-run, what was taken in and passed over as one object");
  c.footer(
      "Import only what you may publish: pages of outlets nobody described get the rights that "
      "import.rights says.");
}

}  // namespace kaynak
