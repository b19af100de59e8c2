/// @file Whose turn it is: hosts with something due, none asked by more than its share, none in the
/// way of another.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/result.h"
#include "base/time.h"
#include "store/store.h"

namespace kaynak {

/// Hands out what is due, host by host. What is handed out stays busy until `settled`: the store
/// still has it as due until its outcome is kept. Not thread-safe. Costs a few index look-ups a
/// turn, however much is waiting.
class Frontier {
 public:
  using Steady = std::chrono::steady_clock;

  /// `connections`: requests at a time to a host. `delay`: from the beginning and from the end of
  /// one to the beginning of the next.
  Frontier(Store& store, std::size_t connections, Milliseconds delay)
      : store_(store), connections_(connections), delay_(delay) {}

  /// Looks at the store afresh: hosts that others made due.
  Result<void> refresh();
  /// What may be fetched now: due at `now`, its host rested. Begins its turn: end it with `ended`.
  Result<std::optional<FetchRow>> next(Time now);
  /// A request of the host is over; the host rests. The row stays busy.
  void ended(const std::string& host);
  /// The outcomes of these rows are in the store, as is what they made due on `hosts`.
  Result<void> settled(const std::set<std::string>& keys, const std::set<std::string>& hosts);
  /// The host asks for a longer pause.
  void slow_down(const std::string& host, Milliseconds delay);

  /// The earliest time at which something is or becomes due on a host that may be asked (busy rows
  /// aside); nothing where there is none.
  std::optional<Time> earliest() const;
  /// How long until a resting host may be asked again; nothing where none rests.
  std::optional<Milliseconds> rested_in() const;

 private:
  struct Host {
    std::optional<Time> due;
    Steady::time_point rest_until{};
    Milliseconds delay{0};
    std::size_t running = 0;
    std::set<std::string> busy;  ///< keys
  };
  using Named = std::map<std::string, Host>::value_type;
  void place(Named& host);
  void take_out(const Named& host);
  Result<void> look(Named& host);
  void wake();

  Store& store_;
  const std::size_t connections_;
  const Milliseconds delay_;
  std::map<std::string, Host> hosts_;
  std::set<std::pair<Time, std::string>> by_due_;  ///< hosts that may be asked
  std::set<std::pair<Steady::time_point, std::string>> resting_;
};

}  // namespace kaynak
