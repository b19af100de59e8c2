#include "cli/commands.h"
#include "cli/room.h"
#include "pipeline/archive.h"

namespace kaynak {
namespace {

Result<int> fetch(const Newsroom& newsroom) {
  if (!newsroom.config.replay.empty())
    return fail(ErrorCode::usage, "fetch",
                "this newsroom replays archives (gather.replay); use: kaynak run");
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto archive, Archive::open(newsroom, system_now()));
  const auto transport = make_http_transport(newsroom.config.http);
  ProgressLine line;
  KAYNAK_ASSIGN(
      const auto counts,
      gather_round(newsroom, *transport, *archive, system_clock(),
                   [&](const std::string& source, const RoundCounts& c) {
                     line.show("gathering " + source + ": " + std::to_string(c.pages) + " pages");
                   }));
  line.clear();
  for (const auto& problem : counts.problems) print_error(problem);
  if (counts.sources == 0)
    print_note("no source has a feed yet; add one: kaynak source add FEED_URL");
  print_note(std::to_string(counts.sources) + " sources, " + std::to_string(counts.pages) +
             " pages, " + std::to_string(counts.fresh) + " new; `kaynak publish` works on them");
  return counts.problems.empty() ? exit_ok : exit_failed;
}

}  // namespace

void add_fetch(Args& program) {
  const auto folder = std::make_shared<std::string>();
  auto& c = program.command("fetch", "only gather: ask the sources, keep what is new",
                            [folder] { return with_newsroom(*folder, fetch); });
  add_folder_option(c, folder.get());
}

}  // namespace kaynak
