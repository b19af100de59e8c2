/// @file The engine interface: texts in, texts out, one for one.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "model/ids.h"

namespace kaynak {

struct LanguagePair {
  LanguageTag from;
  LanguageTag to;
  friend auto operator<=>(const LanguagePair&, const LanguagePair&) = default;
};

/// A translation engine. Implementations are thread-safe.
class Engine {
 public:
  virtual ~Engine() = default;
  /// What readers are told: "Apertium 3.8.3".
  virtual std::string name() const = 0;
  /// Pairs it serves in one step.
  virtual std::vector<LanguagePair> pairs() const = 0;
  /// Translates each text on its own; the result has as many, in order. Texts are single sentences,
  /// UTF-8, without newlines, markup or anything that must stay untouched. A text that the engine
  /// cannot translate (it crashes of it) comes back empty. Errors: unsupported (pair), timed_out,
  /// unavailable (it crashed and could not be restarted), malformed (it answered with another
  /// number of texts).
  virtual Result<std::vector<std::string>> translate(const LanguagePair& pair,
                                                     const std::vector<std::string>& texts) = 0;
};

struct ApertiumOptions {
  std::string modes_folder = "/usr/share/apertium/modes";  ///< where the pairs' mode files are
  int processes_per_pair = 1;                              ///< pipelines kept alive for each pair
  Milliseconds timeout{20000};  ///< for one request; then its pipeline is killed and restarted
};

/// Apertium as persistent pipelines with null flush, one pool a pair. Finds the installed pairs by
/// their mode files. Errors: unavailable (Apertium is not installed; the detail names the
/// packages).
Result<std::unique_ptr<Engine>> make_apertium_engine(const ApertiumOptions& options = {});

/// An engine for tests and dry runs: answers from a table, else marks the text with the target's
/// tag.
std::unique_ptr<Engine> make_table_engine(std::string name, std::vector<LanguagePair> pairs,
                                          std::vector<std::pair<std::string, std::string>> table);

}  // namespace kaynak
