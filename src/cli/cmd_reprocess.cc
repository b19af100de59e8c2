#include <algorithm>

#include "cli/commands.h"
#include "cli/room.h"
#include "pipeline/archive_rebuild.h"

namespace kaynak {
namespace {

constexpr std::size_t kProblemsShown = 20;

struct Options {
  std::string folder;
  bool rebuild = false;
  bool json = false;
};

/// Makes the captures table again from the WARC files, and takes everything through the stages.
Result<int> rebuild(const Newsroom& newsroom, const Options& o) {
  ProgressLine line;
  KAYNAK_ASSIGN(const auto counts, rebuild_index(newsroom, [&](const RebuildCounts& c) {
                  line.show("reading archives: " + std::to_string(c.files) + " files, " +
                            std::to_string(c.captures) + " captures");
                }));
  line.clear();
  for (std::size_t i = 0; i < counts.problems.size() && i < kProblemsShown; ++i)
    print_error(counts.problems[i]);
  print_note(std::to_string(counts.files) + " files: " + std::to_string(counts.captures) +
             " captures, " + std::to_string(counts.fresh) + " new to the database, " +
             std::to_string(counts.moved) + " found elsewhere, " +
             std::to_string(counts.withdrawn) + " of withdrawn pages, " +
             std::to_string(counts.skipped) + " records skipped");
  KAYNAK_ASSIGN(const int run, run_and_report(newsroom, false, o.json));
  return counts.skipped > 0 ? std::max(run, int(exit_failed)) : run;
}

/// Every article's newest capture goes through all stages again: what a better extractor is for.
Result<int> reprocess(const Newsroom& newsroom, const Options& o) {
  {
    KAYNAK_ASSIGN(const auto store, newsroom.open_store());
    KAYNAK_ASSIGN(const auto ids, store->all_articles());
    const auto queued = store->transaction([&]() -> Result<void> {
      for (const auto& id : ids) {
        const auto capture = store->article_capture(id);
        if (capture && !capture->empty())
          KAYNAK_TRY(store->enqueue("extract", capture->value, Time{}));
      }
      return {};
    });
    if (!queued) return fail(queued.error());
  }
  return run_and_report(newsroom, false, o.json);
}

}  // namespace

void add_reprocess(Args& program) {
  const auto o = std::make_shared<Options>();
  auto& c = program.command("reprocess", "derive everything again from the captures", [o] {
    return with_newsroom(o->folder, [&](const Newsroom& n) {
      return o->rebuild ? rebuild(n, *o) : reprocess(n, *o);
    });
  });
  add_folder_option(c, &o->folder);
  c.flag("--rebuild-index", &o->rebuild,
         "make the list of captures again from data/warc first: for a database that was lost or is "
         "older than the archive");
  c.flag("--json", &o->json, "the table as JSON Lines");
}

}  // namespace kaynak
