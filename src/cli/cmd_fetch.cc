#include "cli/commands.h"
#include "cli/room.h"
#include "pipeline/archive.h"
#include "pipeline/gather_loop.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  bool follow = false;
};

Result<int> fetch(const Newsroom& newsroom, const Options& o) {
  if (o.follow) return follow_and_report(newsroom, false);
  if (!newsroom.config.replay.empty())
    return fail(ErrorCode::usage, "fetch",
                "this newsroom replays archives (gather.replay); use: kaynak run");
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto archive,
                Archive::open(newsroom, system_now(), archive_options(newsroom, system_clock())));
  const auto fetcher = make_http_fetcher(newsroom.config.http);
  install_stop_signals();
  ProgressLine line;
  LoopOptions how;
  how.clock = system_clock();
  how.stop = stop_requested;
  how.progress = [&](const std::string& source, const RoundCounts& c) {
    line.show("gathering " + source + ": " + std::to_string(c.pages) + " pages");
  };
  KAYNAK_ASSIGN(auto loop, GatherLoop::make(newsroom, *fetcher, *archive, how));
  KAYNAK_ASSIGN(const auto counts, loop.round());
  line.clear();
  for (const auto& problem : counts.problems) print_error(problem);
  if (counts.sources == 0) print_note("no source has a feed yet; add one: kaynak source add URL");
  print_note(std::to_string(counts.sources) + " sources, " + std::to_string(counts.pages) +
             " pages, " + std::to_string(counts.fresh) + " new; `kaynak publish` works on them");
  return counts.problems.empty() ? exit_ok : exit_failed;
}

}  // namespace

void add_fetch(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("fetch", "only gather: ask the sources, keep what is new", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) { return fetch(n, *o); });
  });
  add_folder_option(c, &o->folder);
  c.flag("--follow", &o->follow, "go on: ask each source at its own rhythm, until stopped");
}

}  // namespace kaynak
