#include "pipeline/worker.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

#include "base/log.h"
#include "pipeline/site_files.h"

namespace kaynak {
namespace {

constexpr Seconds kLease{
    300};  // far above what any one job takes: the engine's own limit is 20 s a request
constexpr Seconds kLongestWait{30};  // a retry due later than this is left to the next run
constexpr Milliseconds kIdle{20};

/// What the threads of one run share.
struct Run {
  Run(const Newsroom& room, const WorkOptions& how) : newsroom(room), options(how) {}

  const Newsroom& newsroom;
  const WorkOptions& options;
  std::mutex mutex;
  WorkSummary summary;
  std::optional<Error> failure;  ///< of store or disk: ends the run
  std::mutex lease_mutex;
  std::vector<int> running = std::vector<int>(stage_order().size());  ///< jobs a level
  std::atomic<int> busy = 0;
  std::atomic<bool> ended = false;

  bool should_stop() { return ended || (options.stop && options.stop()); }
  void fail_run(Error error) {
    const std::lock_guard lock(mutex);
    if (!failure) failure = std::move(error);
    ended = true;
  }
};

/// A job with the level it is of in stage_order().
struct Leased {
  Job job;
  std::size_t level = 0;
};

/// The next job of the first level that has any. A level begins when no job of those before it
/// runs: a page published while its translation is still being made would be without it.
Result<std::optional<Leased>> lease_next(Run& run, Store& store) {
  const std::lock_guard lock(run.lease_mutex);
  for (std::size_t level = 0; level < stage_order().size(); ++level) {
    auto job = store.lease(stage_order()[level], system_now(), kLease);
    if (!job) return fail(std::move(job).error());
    if (*job) {
      ++run.running[level];
      return std::optional<Leased>(Leased{std::move(**job), level});
    }
    if (run.running[level] > 0) break;
  }
  return std::optional<Leased>();
}

void end_lease(Run& run, const Leased& leased) {
  const std::lock_guard lock(run.lease_mutex);
  --run.running[leased.level];
}

bool worth_another_try(ErrorCode code) {
  return code == ErrorCode::unavailable || code == ErrorCode::timed_out ||
         code == ErrorCode::conflict;
}

/// Runs the stage; what a stage throws is a bug of ours, and stops at this edge.
Result<Effects> guarded(Run& run, Store& store, const Job& job) {
  try {
    return run_stage(run.newsroom, store, job, run.options.clock());
  } catch (const std::exception& bug) {
    return fail(ErrorCode::internal, job.stage, std::string("bug: ") + bug.what());
  }
}

Result<void> give_back(Run& run, Store& store, const Job& job, const Error& error) {
  if (worth_another_try(error.code) && job.attempts + 1 < kMaxAttempts)
    return store.retry(job, system_now() + Seconds(1 << (2 * job.attempts)), error.message());
  log_warning(job.stage, job.item + ": " + error.message());
  {
    const std::lock_guard lock(run.mutex);
    run.summary.failed.push_back({job.stage, job.item, error.message(), true});
  }
  return store.fail_job(job, error.message());
}

Result<void> keep(Store& store, const Job& job, const Effects& effects) {
  return store.transaction([&]() -> Result<void> {
    if (effects.apply) KAYNAK_TRY(effects.apply(store));
    return store.complete(job);
  });
}

Result<void> report(Run& run, Store& store, const Outcome& outcome) {
  KAYNAK_ASSIGN(const auto counts, store.job_counts());
  const std::lock_guard lock(run.mutex);
  ++run.summary.done;
  if (outcome.held) run.summary.held.push_back(outcome);
  if (run.options.progress) run.options.progress(outcome, run.summary.done, counts.waiting);
  return {};
}

Result<void> do_job(Run& run, Store& store, const Job& job) {
  const auto effects = guarded(run, store, job);
  if (!effects) return give_back(run, store, job, effects.error());
  const auto kept = keep(store, job, *effects);
  if (!kept && kept.error().code == ErrorCode::conflict) return {};  // another worker has it now
  if (!kept && kept.error().code == ErrorCode::not_found)
    return give_back(run, store, job, kept.error());
  if (!kept) return kept;
  return report(run, store, effects->outcome);
}

/// Whether a thread without work should wait: others may make some, or a retry is due soon.
Result<bool> worth_waiting(Run& run, Store& store) {
  if (run.busy > 0) return true;
  KAYNAK_ASSIGN(const auto due, store.next_due({}));
  return due && *due < system_now() + kLongestWait;
}

Result<void> loop(Run& run, Store& store) {
  while (!run.should_stop()) {
    ++run.busy;  // before leasing: others must not leave between the lease and the work
    auto job = lease_next(run, store);
    if (!job || !*job) --run.busy;
    if (!job) return fail(std::move(job).error());
    if (*job) {
      const auto done = do_job(run, store, (*job)->job);
      end_lease(run, **job);
      --run.busy;
      KAYNAK_TRY(done);
      continue;
    }
    KAYNAK_ASSIGN(const bool wait, worth_waiting(run, store));
    if (!wait) return {};
    std::this_thread::sleep_for(kIdle);
  }
  return {};
}

void run_thread(Run& run) {
  auto store = run.newsroom.open_store();
  if (!store) return run.fail_run(std::move(store).error());
  if (auto ended = loop(run, **store); !ended) run.fail_run(std::move(ended).error());
}

}  // namespace

Result<WorkSummary> work(const Newsroom& newsroom, const WorkOptions& options) {
  {
    KAYNAK_ASSIGN(const auto store, newsroom.open_store());
    KAYNAK_TRY(store->release_leases());
    std::error_code ignored;  // files that a dead process left half made; the next run tries again
    std::filesystem::remove_all(temporary_site_files(newsroom.paths.site()), ignored);
  }
  Run run(newsroom, options);
  std::vector<std::thread> threads;
  for (unsigned i = 1; i < options.jobs; ++i) threads.emplace_back(run_thread, std::ref(run));
  run_thread(run);
  for (auto& thread : threads) thread.join();
  if (run.failure) return fail(std::move(*run.failure));
  return std::move(run.summary);
}

}  // namespace kaynak
