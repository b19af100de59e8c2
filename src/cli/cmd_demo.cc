#include "cli/commands.h"
#include "cli/room.h"
#include "cli/serving.h"
#include "pipeline/demo.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  bool no_serve = false;
  bool json = false;
};

Result<int> demo(const Options& o) {
  KAYNAK_ASSIGN(const auto share, share_folder());
  KAYNAK_TRY(make_demo(share / "samples/demo", o.folder));
  KAYNAK_ASSIGN(const auto newsroom, Newsroom::open(o.folder, process_environment()));
  KAYNAK_ASSIGN(const int code, run_and_report(*newsroom, true, o.json));
  if (code != exit_ok || o.no_serve || stop_requested()) return code;
  return serve_until_stopped(*newsroom);
}

}  // namespace

void add_demo(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("demo", "make a newsroom of samples, run it and serve it", [o] {
    const auto code = demo(*o);
    return code ? *code : print_error(code.error());
  });
  c.text("DIR", &o->folder, "folder for the newsroom; one that is there goes on where it stood",
         true);
  c.flag("--no-serve", &o->no_serve, "stop after the table");
  c.flag("--json", &o->json, "the table as JSON Lines");
  c.footer(
      "Eight fictional outlets in seven languages, replayed from web archives through the same "
      "code as live news.");
}

}  // namespace kaynak
