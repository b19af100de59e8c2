/// @file Gathering: many hosts at a time, each at its own pace, and everything that comes in kept.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "gather/fetcher.h"
#include "pipeline/archive.h"
#include "pipeline/newsroom.h"

namespace kaynak {

struct RoundCounts {
  int sources = 0, pages = 0, fresh = 0, unchanged = 0, gone = 0;
  std::vector<Error> problems;  ///< feeds and pages that could not be had, each naming its address;
                                ///< at most 10,000
};

/// Called after each page with what is going on, for a progress line. May be empty.
using GatherProgress = std::function<void(const std::string& source, const RoundCounts& so_far)>;

struct LoopOptions {
  Clock clock;
  /// Hosts are asked for robots.txt and tdmrep.json and given pauses; false for archives, which are
  /// asked nothing.
  bool live = true;
  GatherProgress progress;
  std::function<bool()> stop;  ///< asked often; true: keep what came in and return. May be empty.
  std::function<void(const Error&)> problem;  ///< of `follow`: a source's failure. May be empty.
};

/// Gathers for one newsroom: one thread, many requests in flight. What came in is kept in batches
/// (WARC, then one transaction), so a crash at any moment loses nothing that is not fetched again.
/// The fetcher and the archive must outlive it.
class GatherLoop {
 public:
  /// Errors: those of opening the store.
  static Result<GatherLoop> make(const Newsroom& newsroom, Fetcher& fetcher, Archive& archive,
                                 LoopOptions options);
  GatherLoop(GatherLoop&&) noexcept;
  ~GatherLoop();

  /// Asks every source now, whatever its rhythm (but not before a server's Retry-After is over),
  /// fetches what is new, and looks again at what is young, until nothing of that is left. Errors:
  /// those of the store and the disk.
  Result<RoundCounts> round();
  /// Asks each source when it is due, until stopped. Errors: those of the store and the disk.
  Result<void> follow();

 private:
  class Impl;
  explicit GatherLoop(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace kaynak
