#include "cli/commands.h"
#include "cli/room.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  std::string subject;
  int limit = 50;
  bool json = false;
};

Result<int> verify(Store& store) {
  KAYNAK_ASSIGN(const auto verdict, store.verify_log());
  if (verdict.first_bad == 0) {
    print_line("the log is whole: " + std::to_string(verdict.entries) + " entries, head " +
               verdict.head);
    return exit_ok;
  }
  print_line("the log is broken at entry " + std::to_string(verdict.first_bad) + ": " +
             verdict.problem);
  return exit_failed;
}

Result<int> show(Store& store, const Options& o) {
  KAYNAK_ASSIGN(const auto events, store.events(o.subject, static_cast<std::size_t>(o.limit)));
  std::vector<std::vector<std::string>> rows;
  for (const auto& e : events) {
    if (o.json)
      print_line(Json()
                     .set("sequence", e.sequence)
                     .set("at", to_rfc3339(e.at))
                     .set("kind", e.kind)
                     .set("subject", e.subject)
                     .set("detail", e.detail)
                     .set("previous", e.previous)
                     .set("hash", e.hash)
                     .dump());
    rows.push_back(
        {std::to_string(e.sequence), to_rfc3339(e.at), e.kind, e.subject, e.detail.dump()});
  }
  if (!o.json && !rows.empty()) print_table({"ENTRY", "WHEN", "ACT", "ON", "DETAIL"}, rows);
  if (rows.empty()) print_note("no entries");
  return exit_ok;
}

}  // namespace

void add_log(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& log = program.command("log", "the append-only log: every act on every article");
  auto& s = log.command("show", "newest entries first", [o] {
    return with_store(o->folder, [&](const Newsroom&, Store& store) { return show(store, *o); });
  });
  add_folder_option(s, &o->folder);
  s.text("SUBJECT", &o->subject, "id of an article, edition, comment or capture (default: all)");
  s.number("--limit", &o->limit, "how many at most (50)", 1, 100000);
  s.flag("--json", &o->json, "one JSON object a line");
  auto& v =
      log.command("verify", "prove that no entry was changed, removed or added in between", [o] {
        return with_store(o->folder, [&](const Newsroom&, Store& store) { return verify(store); });
      });
  add_folder_option(v, &o->folder);
  v.footer(
      "Keep the head that it prints elsewhere: with it you can tell later that nothing was cut off "
      "the end either.");
}

}  // namespace kaynak
