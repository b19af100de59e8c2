/// @file What the parts of gathering share, and what became of each fetch.
#pragma once

#include <functional>
#include <string>

#include "base/result.h"
#include "gather/fetcher.h"
#include "gather/schedule.h"
#include "pipeline/incoming.h"
#include "pipeline/newsroom.h"

namespace kaynak::pipeline_detail {

/// One gathering: its time, its rules, and where outcomes go.
struct GatherSession {
  const Newsroom& newsroom;
  Incoming& incoming;
  Clock clock;
  Time round{};      ///< of a round: what it finds is due then; the epoch: due at once
  bool live = true;  ///< hosts are asked for robots.txt and tdmrep.json
  std::function<void(Error)> problem;
  /// Whether a hub has confirmed to send what is new of a poll. Errors: those of the store.
  std::function<Result<bool>(const std::string& key)> is_sent;

  Time due_now() const { return round != Time{} ? round : clock(); }
};

/// A number from 0 to 1 that goes with the address and the time, so that a test can repeat it.
double jitter_of(const std::string& url, Time now);
/// "news.example:8443", whose turns an address counts against; the address itself where it is no
/// URL.
std::string host_of_url(const std::string& url);
/// A row for something not known yet.
FetchRow fresh_row(const SourceId& source, FetchKind kind, const std::string& url, Time due);

/// A poll was answered, or was not: what it names is due, and it is due again. Errors: those of the
/// store.
Result<void> poll_came(GatherSession& session, FetchRow row, Result<Fetched> answer);
/// A page was answered, or was not. `tdmrep` is the host's tdmrep.json, empty where it has none.
void page_came(GatherSession& session, FetchRow row, Result<Fetched> answer,
               const std::string& tdmrep);

}  // namespace kaynak::pipeline_detail
