/// @file The main job: gather what is new, take it through every stage, publish; and the table that
/// says what came of it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/gather_loop.h"
#include "pipeline/newsroom.h"
#include "pipeline/worker.h"

namespace kaynak {

struct RunOptions {
  bool gather = true;
  bool work = true;  ///< of follow_newsroom: false only gathers
  std::function<bool()> stop;
  GatherProgress gather_progress;
  std::function<void(const Outcome&, std::int64_t done, std::int64_t waiting)> work_progress;
};

struct RunReport {
  RoundCounts gathered;
  WorkSummary work;
};

/// Gathers (live, or round by round from the replayed archives) and works until nothing is left.
/// Holds the newsroom's lock meanwhile. Running it again does nothing twice. Errors: conflict
/// (another run), those of store and disk.
Result<RunReport> run_newsroom(const Newsroom& newsroom, const RunOptions& options);

/// Gathers each source when it is due and works on what comes in, until `options.stop`. Holds the
/// newsroom's lock meanwhile. `problem` is told of each failure as it happens. Errors: as above;
/// usage (the newsroom replays archives).
Result<void> follow_newsroom(const Newsroom& newsroom, const RunOptions& options,
                             const std::function<void(const Error&)>& problem);

/// One article in the table of what stands on the site and what was held back.
struct ArticleRow {
  std::string id;
  std::string url;
  std::string outlet;
  std::string language;
  std::string headline;
  std::vector<std::pair<std::string, std::string>> pages;  ///< language of the folder, path
  std::vector<std::string> published;  ///< languages in which it can really be read
  std::string status;                  ///< published, excerpt, link, withdrawn, held
  std::string note;                    ///< why something was held back
};
Result<std::vector<ArticleRow>> article_rows(const Newsroom& newsroom, Store& store);

}  // namespace kaynak
