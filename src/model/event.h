/// @file One entry of the append-only log.
#pragma once

#include <cstdint>
#include <string>

#include "base/json.h"
#include "base/time.h"

namespace kaynak {

/// An act on something. `hash` is SHA-256 over the previous entry's hash and this entry's canonical
/// text; the store fills `sequence`, `previous` and `hash` (docs/formats-log.md gives the exact
/// bytes).
struct Event {
  std::int64_t sequence = 0;
  Time at{};
  std::string kind;     ///< captured, extracted, attributed, traced, translated, held, approved,
                        ///< published, corrected, withdrawn, restored, commented
  std::string subject;  ///< id of the article, edition, comment or capture
  Json detail;          ///< an object
  std::string previous;
  std::string hash;
};

}  // namespace kaynak
