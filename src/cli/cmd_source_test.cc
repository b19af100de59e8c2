// Sources and their page rules tried out: `source test`, `check`, `rules`.
#include "base/file.h"
#include "base/strings.h"
#include "cli/room.h"
#include "cli/source_commands.h"
#include "extract/ftr_rules.h"
#include "pipeline/discovery.h"
#include "pipeline/rule_fixtures.h"
#include "pipeline/source_desk.h"
#include "pipeline/try_source.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string what;  ///< a file of rules, a source, an address
  std::vector<std::string> pages;
  std::vector<std::string> files;
  bool write = false;
  bool json = false;
};

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
  KAYNAK_ASSIGN(const auto rules, read_rules_file(o.what));
  std::vector<Path> pages(o.pages.begin(), o.pages.end());
  if (pages.empty()) {
    KAYNAK_ASSIGN(pages, fixture_pages(o.what));
  }
  bool good = true;
  for (const auto& page : pages) {
    KAYNAK_ASSIGN(const bool as_expected, test_page(page, rules, data, o.write));
    good = good && as_expected;
  }
  return good ? exit_ok : exit_failed;
}

// --- a source tried out

Json trial_json(const SourceEntry& entry, const Trial& trial) {
  Json polls = Json::array(), pages = Json::array();
  for (const auto& poll : trial.polls) {
    Json problems = Json::array();
    for (const auto& problem : poll.problems) problems.push(problem);
    Json j;
    j.set("kind", to_string(poll.kind)).set("url", poll.url);
    j.set("items", static_cast<std::int64_t>(poll.pages));
    j.set_if("newest", poll.newest ? to_rfc3339(*poll.newest) : std::string());
    polls.push(j.set_if("problems", problems));
  }
  for (const auto& page : trial.pages) {
    Json j;
    j.set("url", page.url).set_if("headline", page.headline).set_if("published", page.published);
    j.set_if("author", page.author).set("words", static_cast<std::int64_t>(page.words));
    pages.push(j.set_if("problem", page.problem));
  }
  return Json()
      .set_if("source", entry.source.id.value)
      .set("name", entry.source.name)
      .set("readable", trial.is_readable())
      .set("polls", polls)
      .set("pages", pages);
}

void print_trial(const Trial& trial) {
  std::vector<std::vector<std::string>> polls, pages;
  for (const auto& poll : trial.polls)
    polls.push_back({to_string(poll.kind), poll.url, std::to_string(poll.pages),
                     poll.newest ? to_rfc3339(*poll.newest) : "", join(poll.problems, "; ")});
  print_table({"POLL", "ADDRESS", "ITEMS", "NEWEST", "PROBLEM"}, polls);
  for (const auto& page : trial.pages)
    pages.push_back({page.headline, page.published, page.author, std::to_string(page.words),
                     page.problem.empty() ? page.url : page.problem + ": " + page.url});
  if (pages.empty()) return;
  print_line("");
  print_table({"HEADLINE", "DATE", "AUTHOR", "WORDS", "ADDRESS, OR WHY IT IS NONE"}, pages);
}

/// A source by its name; else whatever is found at the address, which becomes no source.
Result<SourceEntry> known_or_found(const Newsroom& newsroom, Transport& transport,
                                   const std::string& what) {
  auto known = name_source(newsroom.sources(), what);
  if (known || what.find('.') == std::string::npos) return known;
  KAYNAK_ASSIGN(auto found, discover(transport, what, newsroom.config.http.user_agent));
  SourceEntry entry;
  entry.source = std::move(found.source);
  return entry;
}

Result<int> test_source(const Newsroom& newsroom, const Options& o) {
  const auto transport = make_http_transport(newsroom.config.http);
  KAYNAK_ASSIGN(const auto entry, known_or_found(newsroom, *transport, o.what));
  const auto trial = try_source(newsroom, *transport, entry, system_now());
  if (o.json)
    print_line(trial_json(entry, trial).dump());
  else
    print_trial(trial);
  if (!trial.is_readable()) print_note("nothing can be read of it");
  return trial.is_readable() ? exit_ok : exit_failed;
}

int test(const Options& o) {
  std::error_code ec;
  if (!std::filesystem::is_regular_file(o.what, ec))
    return with_newsroom(o.folder, [&](const Newsroom& n) { return test_source(n, o); });
  const auto code = test_rules(o);
  return code ? *code : print_error(code.error());
}

// --- files checked

/// Prints what is wrong with one file; gives whether nothing is.
bool check_file(const Path& file, const SourceId& id, bool json) {
  const auto text = read_file(file, kMaxSourceFile);
  const auto reading = text ? read_source(id, *text) : Result<SourceReading>(fail(text.error()));
  const auto say = [&](int line, const std::string& key, const std::string& what,
                       const std::string& whole) {
    if (json)
      print_line(Json()
                     .set("file", file.string())
                     .set("line", line)
                     .set_if("key", key)
                     .set("problem", what)
                     .dump());
    else
      print_line(whole);
  };
  if (!reading) {
    say(0, {}, reading.error().detail, reading.error().detail);
    return false;
  }
  for (const auto& problem : reading->problems)
    say(problem.line, problem.key, problem.what,
        file.string() + (problem.line > 0 ? ":" + std::to_string(problem.line) : "") + ": " +
            problem.what);
  return reading->problems.empty();
}

/// All of a newsroom's files where none is named. The newsroom is not opened: a wrong file would
/// keep it shut.
int check(const Options& o) {
  const NewsroomPaths paths{chosen_folder(o.folder)};
  std::vector<Path> files(o.files.begin(), o.files.end());
  if (files.empty()) files = source_files(paths.sources());
  std::size_t wrong = 0;
  for (const auto& file : files) {
    const bool ours = o.files.empty();
    const auto id = ours ? source_id_of(file, paths.sources()) : SourceId(file.stem().string());
    wrong += check_file(file, id, o.json) ? 0 : 1;
  }
  print_note(std::to_string(files.size()) + " files, " +
             (wrong == 0 ? "all good" : std::to_string(wrong) + " with something wrong"));
  return wrong == 0 ? exit_ok : exit_failed;
}

void add_test(Args& source) {
  const auto o = std::make_shared<Options>();
  auto& t = source.command("test", "a source tried out, or page rules on pages you saved",
                           [o] { return test(*o); });
  add_folder_option(t, &o->folder);
  t.text(
      "WHAT", &o->what,
      "a source, or an address: its feeds and first pages, nothing kept; a file (a source's TOML "
      "with [[extract]] tables, or a .txt): its rules on saved pages",
      true);
  t.list("PAGE", &o->pages,
         "saved pages (default: every .html in the folder WHAT without .toml, with .pages)");
  t.flag("--write", &o->write, "write what is read today as what is expected, to look through");
  t.flag("--json", &o->json, "of a source: as a JSON object");
  t.footer(
      "Exit 1 if nothing of a source can be read.\n"
      "  kaynak source test https://ledger.example/feed.xml\n"
      "Of rules: PAGE.json beside PAGE.html has members of the record that `kaynak extract` "
      "prints, "
      "and they must come\nout so; its member \"page\" may give url, published and fetched. Exit 1 "
      "if a "
      "page comes out otherwise.\n"
      "  curl -o sources/ledger.pages/storm.html https://ledger.example/storm\n"
      "  kaynak source test sources/ledger.toml --write     # then read storm.json\n"
      "  kaynak source test sources/ledger.toml");
}

}  // namespace

void add_source_tests(Args& source) {
  add_test(source);
  const auto o = std::make_shared<Options>();
  auto& c = source.command("check", "whether source files are right", [o] { return check(*o); });
  add_folder_option(c, &o->folder);
  c.list("FILE", &o->files, "source files (default: all of the newsroom)");
  c.flag("--json", &o->json, "one JSON object a problem");
  auto& r = source.command("rules", "an ftr-site-config file as [[extract]] rules",
                           [o] { return convert_rules(o->what); });
  r.text("FILE", &o->what, "the site's .txt file", true);
  r.footer(
      "Prints TOML for the end of a source's file; lines without a counterpart are named on "
      "standard error.\n"
      "  kaynak source rules ledger.example.txt >> sources/ledger.example.toml\n"
      "  kaynak extract page.html --rules ledger.example.txt     # what they would give");
}

}  // namespace kaynak
