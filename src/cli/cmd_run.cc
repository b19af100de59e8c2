#include "cli/commands.h"
#include "cli/room.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  bool json = false;
  bool retry = false;
  bool follow = false;
};

Result<int> run(const Newsroom& newsroom, const Options& o, bool gather) {
  if (o.retry) {
    KAYNAK_ASSIGN(const auto store, newsroom.open_store());
    KAYNAK_ASSIGN(const auto n, store->requeue_failed("", Time{}));
    print_note(std::to_string(n) + " failed steps will be tried again");
  }
  if (o.follow) return follow_and_report(newsroom, true);
  return run_and_report(newsroom, gather, o.json);
}

void add(Args& program, const char* name, const char* description, bool gather) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command(name, description, [o, gather] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return run(n, *o, gather); });
  });
  add_folder_option(c, &o->folder);
  c.flag("--json", &o->json, "the table as JSON Lines");
  c.flag("--retry-failed", &o->retry, "try steps again that were given up");
  if (gather)
    c.flag("--follow", &o->follow, "go on: ask each source at its own rhythm, until stopped");
  c.footer(
      "Stop it at any moment, in any way: the next run goes on where it stood. Running it again "
      "does nothing twice.");
}

}  // namespace

void add_run(Args& program) {
  add(program, "run", "the main job: gather what is new, take it through every stage, publish",
      true);
}
void add_publish(Args& program) {
  add(program, "publish", "finish what is waiting (imports, approvals) without gathering", false);
}

}  // namespace kaynak
