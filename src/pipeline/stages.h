/// @file The stages as jobs: each reads its item from the store, computes, and gives the effects to
/// be kept.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// What one job did, for the progress line and the table.
struct Outcome {
  std::string stage;
  std::string subject;  ///< headline, or address
  std::string note;     ///< what is worth saying; empty: as expected
  bool held = false;    ///< something was kept back
};

/// Changes to the store that a job wants to have kept, together with its own end, in one
/// transaction.
struct Effects {
  std::function<Result<void>(Store&)> apply;  ///< empty: nothing to keep
  Outcome outcome;
};

/// Stage names in the order in which a worker prefers them: what is furthest back comes first, so
/// that a page is rendered when its translations are there.
const std::vector<std::vector<std::string>>& stage_order();

/// Runs the stage that a job names. `now` is the time that pages and events show. Thread-safe for
/// different stores. Errors: those of the stage; unavailable and timed_out are worth another try.
Result<Effects> run_stage(const Newsroom& newsroom, Store& store, const Job& job, Time now);

/// Item of a translate or outlet job.
std::string pair_item(std::string_view a, std::string_view b);
/// Item of an extract job for a capture whose very bytes were received once more at `seen`: what
/// was changed or withdrawn meanwhile was put back.
std::string look_again_item(const CaptureId& capture, Time seen);

}  // namespace kaynak
