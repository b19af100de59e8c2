#include "base/file.h"
#include "base/strings.h"
#include "cli/commands.h"
#include "cli/console.h"
#include "cli/room.h"
#include "extract/ftr_rules.h"
#include "model/json.h"
#include "pipeline/add_source.h"
#include "pipeline/rule_fixtures.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  NewSource fresh;
  std::string rules_file;
  std::vector<std::string> pages;
  bool write = false;
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

/// One page's line, and what it differs in below it. Gives whether all is as expected.
Result<bool> test_page(const Path& page, const SiteRules& rules, const AttributionData& data,
                       bool write) {
  if (write) {
    KAYNAK_TRY(write_fixture(page, rules, data));
    print_line("wrote " + Path(page).replace_extension(".json").string());
    return true;
  }
  KAYNAK_ASSIGN(const auto differences, check_fixture(page, rules, data));
  print_line((differences.empty() ? "good   " : "WRONG  ") + page.string());
  for (const auto& line : differences) print_line("       " + line);
  return differences.empty();
}

Result<int> test_rules(const Options& o) {
  KAYNAK_ASSIGN(const auto share, share_folder());
  KAYNAK_ASSIGN(const auto data, AttributionData::load(share));
  KAYNAK_ASSIGN(const auto rules, read_rules_file(o.rules_file));
  std::vector<Path> pages(o.pages.begin(), o.pages.end());
  if (pages.empty()) {
    KAYNAK_ASSIGN(pages, fixture_pages(o.rules_file));
  }
  bool good = true;
  for (const auto& page : pages) {
    KAYNAK_ASSIGN(const bool as_expected, test_page(page, rules, data, o.write));
    good = good && as_expected;
  }
  return good ? exit_ok : exit_failed;
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
  auto& t = source.command("test", "an outlet's page rules on pages you saved", [o] {
    const auto code = test_rules(*o);
    return code ? *code : print_error(code.error());
  });
  t.text("FILE", &o->rules_file, "the source's TOML file with its [[extract]] tables, or a .txt",
         true);
  t.list("PAGE", &o->pages,
         "saved pages (default: every .html in the folder FILE without .toml, with .pages)");
  t.flag("--write", &o->write, "write what is read today as what is expected, to look through");
  t.footer(
      "PAGE.json beside PAGE.html has members of the record that `kaynak extract` prints, and they "
      "must come\nout so; its member \"page\" may give url, published and fetched. Exit 1 if a "
      "page "
      "comes out otherwise.\n"
      "  curl -o sources/ledger.pages/storm.html https://ledger.example/storm\n"
      "  kaynak source test sources/ledger.toml --write     # then read storm.json\n"
      "  kaynak source test sources/ledger.toml");
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
