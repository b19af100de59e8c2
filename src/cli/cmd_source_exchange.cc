// Lists of feeds in and out: `source import`, `source export`.
#include "base/file.h"
#include "cli/room.h"
#include "cli/source_commands.h"
#include "model/json.h"
#include "pipeline/source_lists.h"

namespace kaynak {
namespace {

constexpr std::uint64_t kMostBytes = 16u << 20;
constexpr std::size_t kSkippedShown = 20;

struct Options {
  std::string folder;
  std::string file;
  ImportOptions how;
  bool json = false;
};

Json strings(const std::vector<std::string>& texts) {
  Json out = Json::array();
  for (const auto& text : texts) out.push(text);
  return out;
}

void print_report_json(const ImportReport& report) {
  Json sources = Json::array();
  for (const auto& source : report.sources) sources.push(to_json(source));
  print_line(Json()
                 .set("feeds", report.feeds)
                 .set("new", report.fresh)
                 .set("known", report.known)
                 .set("sources", sources)
                 .set("skipped", strings(report.skipped))
                 .set("problems", strings(report.problems))
                 .dump());
}

void print_report(const ImportReport& report, bool dry_run) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& source : report.sources)
    rows.push_back({source.id.value, source.name, source.language.value,
                    std::to_string(source.feeds.size()), source.home});
  if (!rows.empty()) print_table({"SOURCE", "NAME", "LANG", "FEEDS", "HOME"}, rows);
  for (const auto& problem : report.problems) print_note(fit(problem, 400));
  for (std::size_t i = 0; i < report.skipped.size() && i < kSkippedShown; ++i)
    print_note("skipped " + fit(report.skipped[i], 600));
  if (report.skipped.size() > kSkippedShown)
    print_note("… and " + std::to_string(report.skipped.size() - kSkippedShown) +
               " more; --json tells all");
  print_note(std::to_string(report.feeds) + " feeds: " + std::to_string(report.fresh) + " new in " +
             std::to_string(report.sources.size()) + " sources, " + std::to_string(report.known) +
             " known, " + std::to_string(report.skipped.size()) + " skipped" +
             (dry_run ? "; nothing was written" : ""));
}

Result<int> import(const Newsroom& newsroom, const Options& o) {
  KAYNAK_ASSIGN(const auto bytes, read_file(o.file, kMostBytes));
  KAYNAK_ASSIGN(const auto report, import_sources(newsroom, bytes, o.how));
  if (o.json)
    print_report_json(report);
  else
    print_report(report, o.how.dry_run);
  return exit_ok;
}

Result<int> export_all(const Newsroom& newsroom, const Options& o) {
  if (!o.json) {
    print_line(export_opml(newsroom));
    return exit_ok;
  }
  for (const auto& entry : newsroom.sources().all())
    if (!print_line(to_json(entry.source).dump())) break;
  return exit_ok;
}

}  // namespace

void add_source_exchange(Args& source) {
  const auto o = std::make_shared<Options>();
  auto& i = source.command("import", "sources from a list of feeds", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return import(n, *o); });
  });
  add_folder_option(i, &o->folder);
  i.text("FILE", &o->file, "OPML, or addresses of feeds, one a line", true);
  i.choice("--rights", &o->how.rights, {"full", "excerpt", "link", "none"},
           "what all of them permit (link: headline and link only)");
  i.flag("--dry-run", &o->how.dry_run, "show what would come of it, write nothing");
  i.flag("--json", &o->json, "as a JSON object");
  i.footer(
      "Nobody is asked: names and addresses are those of the list. `kaynak source list --failing` "
      "tells\nafter the first run which of the feeds are no more.");
  const auto e = std::make_shared<Options>();
  const auto opml = std::make_shared<bool>(false);
  auto& x = source.command("export", "all sources' feeds as OPML", [e, opml] {
    return with_newsroom(e->folder, [&](const Newsroom& n) { return export_all(n, *e); });
  });
  add_folder_option(x, &e->folder);
  x.flag("--opml", opml.get(), "OPML 2.0, which is the default");
  x.flag("--json", &e->json, "one JSON object a source instead");
}

}  // namespace kaynak
