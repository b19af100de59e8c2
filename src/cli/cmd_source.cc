#include "base/file.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/room.h"
#include "extract/ftr_rules.h"
#include "model/json.h"
#include "pipeline/add_source.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  NewSource fresh;
  std::string rules_file;
  bool json = false;
};

Result<int> list(const Newsroom& newsroom, const Options& o) {
  std::vector<std::vector<std::string>> rows;
  for (const auto& entry : newsroom.sources().all()) {
    const auto& s = entry.source;
    if (o.json) print_line(to_json(s).dump());
    rows.push_back({s.id.value, s.name, s.language.value, to_string(s.rights), join(s.feeds, " ")});
  }
  if (!o.json && !rows.empty()) print_table({"SOURCE", "NAME", "LANG", "RIGHTS", "FEEDS"}, rows);
  if (rows.empty()) print_note("no sources yet; add one: kaynak source add FEED_URL --rights full");
  return exit_ok;
}

Result<int> add(const Newsroom& newsroom, const Options& o) {
  const auto transport = make_http_transport(newsroom.config.http);
  KAYNAK_ASSIGN(const auto entry, add_source(newsroom, *transport, o.fresh));
  print_line("wrote sources/" + entry.source.id.value + ".toml: " + entry.source.name +
             ", rights \"" + to_string(entry.source.rights) + "\"; next: kaynak run");
  return exit_ok;
}

int convert_rules(const std::string& file) {
  constexpr std::uint64_t most = 1u << 20;
  const auto text = read_file(file, most);
  if (!text) return print_error(text.error());
  const FtrImport made = import_ftr_rules(*text);
  for (const std::string& line : made.left_out) print_note("left out: " + line);
  print_line(to_toml(made.version));
  return exit_ok;
}

}  // namespace

void add_source(Args& program) {
  auto& source = program.command("source", "the outlets that news comes from");
  const auto o = std::make_shared<Options>();
  auto& l = source.command("list", "all sources", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return list(n, *o); });
  });
  add_folder_option(l, &o->folder);
  l.flag("--json", &o->json, "one JSON object a line");
  auto& r = source.command("rules", "an ftr-site-config file as [[extract]] rules",
                           [o] { return convert_rules(o->rules_file); });
  r.text("FILE", &o->rules_file, "the site's .txt file", true);
  r.footer(
      "Prints TOML for the end of a source's file; lines without a counterpart are named on "
      "standard error.\n"
      "  kaynak source rules ledger.example.txt >> sources/ledger.example.toml\n"
      "  kaynak extract page.html --rules ledger.example.txt     # what they would give");
  auto& a = source.command("add", "find an outlet's feed and write its file", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return add(n, *o); });
  });
  add_folder_option(a, &o->folder);
  a.text("URL", &o->fresh.url, "address of its feed, or of a page that names it", true);
  a.text("--name", &o->fresh.name, "as readers know it (default: the feed's title)");
  a.choice("--rights", &o->fresh.rights, {"full", "excerpt", "link", "none"},
           "what it permits (link: headline and link only)");
  a.footer(
      "Ask the outlet before you choose \"full\". docs/sources.md tells what else a source file "
      "can say.");
}

}  // namespace kaynak
