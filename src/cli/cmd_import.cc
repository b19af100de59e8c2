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

Result<int> import(const Newsroom& newsroom, const Options& o) {
  ProgressLine line;
  KAYNAK_ASSIGN(const auto counts, import_pages(newsroom, o.inputs, [&](const ImportCounts& c) {
                  line.show("importing: " + std::to_string(c.pages) + " pages, " +
                            std::to_string(c.fresh) + " new");
                }));
  line.clear();
  for (const auto& problem : counts.problems) print_error(problem);
  print_note(std::to_string(counts.pages) + " pages: " + std::to_string(counts.fresh) + " new, " +
             std::to_string(counts.known) +
             " known; outlets without a file in sources/ get rights \"" +
             to_string(newsroom.config.import_rights) + "\" (import.rights in kaynak.toml)");
  int code = counts.problems.empty() ? exit_ok : exit_failed;
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
  c.flag("--json", &o->json, "the table as JSON Lines");
  c.footer(
      "Import only what you may publish: pages of outlets nobody described get the rights that "
      "import.rights says.");
}

}  // namespace kaynak
