#include "pipeline/frontier.h"

#include <algorithm>

namespace kaynak {

void Frontier::take_out(const Named& h) {
  if (h.second.due) by_due_.erase({*h.second.due, h.first});
  resting_.erase({h.second.rest_until, h.first});
}

/// Puts a host that was taken out where it belongs now.
void Frontier::place(Named& h) {
  auto& [name, host] = h;
  if (host.running >= connections_ || !host.due) return;
  if (host.rest_until > Steady::now())
    resting_.emplace(host.rest_until, name);
  else
    by_due_.emplace(*host.due, name);
}

Result<void> Frontier::look(Named& h) {
  KAYNAK_ASSIGN(const auto due, store_.host_due(h.first));
  take_out(h);
  h.second.due = due;
  place(h);
  return {};
}

Result<void> Frontier::refresh() {
  KAYNAK_ASSIGN(const auto names, store_.fetch_hosts());
  for (const auto& name : names) {
    auto [host, fresh] = hosts_.try_emplace(name);
    if (fresh) host->second.delay = delay_;
    KAYNAK_TRY(look(*host));
  }
  std::erase_if(hosts_, [](const Named& h) { return !h.second.due && h.second.busy.empty(); });
  return {};
}

void Frontier::wake() {
  const auto now = Steady::now();
  while (!resting_.empty() && resting_.begin()->first <= now) {
    auto& host = *hosts_.find(resting_.begin()->second);
    resting_.erase(resting_.begin());
    by_due_.emplace(*host.second.due, host.first);
  }
}

Result<std::optional<FetchRow>> Frontier::next(Time now) {
  wake();
  while (!by_due_.empty() && by_due_.begin()->first <= now) {
    auto& named = *hosts_.find(by_due_.begin()->second);
    auto& host = named.second;
    KAYNAK_ASSIGN(auto rows, store_.due_fetches(named.first, now, host.busy.size() + 1));
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const FetchRow& r) { return !host.busy.contains(r.key); });
    take_out(named);
    if (row == rows.end()) {  // all of it is under way; settled() looks again
      host.due.reset();
      continue;
    }
    host.busy.insert(row->key);
    ++host.running;
    host.rest_until = Steady::now() + host.delay;
    place(named);
    return std::optional(std::move(*row));
  }
  return std::optional<FetchRow>();
}

void Frontier::ended(const std::string& name) {
  const auto found = hosts_.find(name);
  if (found == hosts_.end()) return;
  take_out(*found);
  found->second.running -= found->second.running > 0 ? 1 : 0;
  found->second.rest_until = Steady::now() + found->second.delay;
  place(*found);
}

Result<void> Frontier::settled(const std::set<std::string>& keys,
                               const std::set<std::string>& hosts) {
  for (const auto& name : hosts) {
    auto [host, fresh] = hosts_.try_emplace(name);
    if (fresh) host->second.delay = delay_;
    std::erase_if(host->second.busy, [&](const std::string& key) { return keys.contains(key); });
    KAYNAK_TRY(look(*host));
  }
  return {};
}

void Frontier::slow_down(const std::string& name, Milliseconds delay) {
  const auto found = hosts_.find(name);
  if (found != hosts_.end()) found->second.delay = std::max(delay_, delay);
}

std::optional<Time> Frontier::earliest() const {
  std::optional<Time> out;
  if (!by_due_.empty()) out = by_due_.begin()->first;
  for (const auto& [until, name] : resting_) {
    const auto due = hosts_.find(name)->second.due;
    if (due && (!out || *due < *out)) out = due;
  }
  return out;
}

std::optional<Milliseconds> Frontier::rested_in() const {
  if (resting_.empty()) return std::nullopt;
  return std::max(Milliseconds(0),
                  std::chrono::ceil<Milliseconds>(resting_.begin()->first - Steady::now()));
}

}  // namespace kaynak
