/// @file Workers: lease jobs, run their stages, keep the results, until nothing is left to do.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "pipeline/newsroom.h"
#include "pipeline/stages.h"

namespace kaynak {

struct WorkOptions {
  Clock clock;  ///< time that pages and events show; leases and retries go by the system's
  unsigned jobs = 1;
  std::function<bool()> stop;  ///< asked between jobs; true: finish what runs, leave the rest for
                               ///< later. May be empty.
  std::function<void(const Outcome&, std::int64_t done, std::int64_t waiting)>
      progress;  ///< one call at a time; may be empty
};

struct WorkSummary {
  std::int64_t done = 0;
  std::vector<Outcome> held;    ///< what was kept back, with the reason
  std::vector<Outcome> failed;  ///< jobs given up after kMaxAttempts, with the reason
};

/// How often a job is tried before it is given up (`kaynak run --retry-failed` tries it again).
inline constexpr int kMaxAttempts = 3;

/// Runs every open job of the newsroom. The caller holds the NewsroomLock, so leases of a process
/// that died are taken over at once. A stage that fails never stops the others. Errors: those of
/// store and disk (a full disk: nothing stored is lost, the jobs stay open).
Result<WorkSummary> work(const Newsroom& newsroom, const WorkOptions& options);

}  // namespace kaynak
