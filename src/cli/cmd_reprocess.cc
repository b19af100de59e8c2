#include "cli/commands.h"
#include "cli/room.h"

namespace kaynak {
namespace {

struct Options {
  std::string folder;
  bool json = false;
};

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
    return with_newsroom(o->folder, [&](const Newsroom& n) { return reprocess(n, *o); });
  });
  add_folder_option(c, &o->folder);
  c.flag("--json", &o->json, "the table as JSON Lines");
}

}  // namespace kaynak
