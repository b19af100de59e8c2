#include "pipeline/gather_round.h"

#include <algorithm>
#include <unordered_map>

#include "base/log.h"
#include "gather/host_limiter.h"
#include "gather/robots.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr int kGoneAfterNotFound =
    2;  // a 404 may be a slip of the outlet's; twice in a row it is not
const SourceId kReplaySource("replay");

/// What one source's round works with.
struct SourceRound {
  const Source& source;
  const Newsroom& newsroom;
  Transport& transport;
  Archive& archive;
  RobotsCache& robots;
  HostLimiter& limiter;
  const Clock& clock;
  RoundCounts& counts;
  std::unordered_map<std::string, FetchState> known;

  FetchState state_of(const std::string& url) const {
    const auto it = known.find(url);
    if (it != known.end()) return it->second;
    FetchState fresh;
    fresh.url = url;
    return fresh;
  }

  Result<void> keep_feeds(RoundPlan& plan) {
    for (auto& capture : plan.feed_captures) {
      capture.source = source.id;
      Arrival arrival;
      arrival.capture = std::move(capture);
      arrival.remember = arrival.article = false;
      KAYNAK_TRY(archive.keep(arrival));
    }
    return {};
  }

  /// Only when a feed's pages are here: whoever asks "changed since?" too early after a crash is
  /// told "no", and the pages that did not come are not asked for again.
  Result<void> remember_feeds(const RoundPlan& plan) {
    for (const auto& state : plan.feed_states) KAYNAK_TRY(archive.remember(source.id, state));
    return {};
  }

  Result<void> note_failure(const PlannedFetch& page, Error error) {
    auto state = state_of(page.request.url);
    state.failures += 1;
    state.fetched = clock();
    error.detail = page.request.url + ": " + error.detail;
    counts.problems.push_back(std::move(error));
    return archive.remember(source.id, state);
  }

  Result<void> gone(const PlannedFetch& page, int status) {
    auto state = state_of(page.request.url);
    state.failures += 1;
    state.fetched = clock();
    KAYNAK_TRY(archive.remember(source.id, state));
    if (status != 410 && state.failures < kGoneAfterNotFound) return {};
    ++counts.gone;
    return archive.withdraw(page.request.url, "status " + std::to_string(status));
  }

  Result<void> answered(const PlannedFetch& page, Capture capture) {
    const int status = capture.http_status;
    if (status == 404 || status == 410) return gone(page, status);
    auto state = state_of(page.request.url);
    if (status == 304) {
      ++counts.unchanged;
      const bool returned = state.failures > 0 && !state.capture.empty();
      state.fetched = capture.fetched;
      state.failures = 0;
      state.item_version = page.item_version.empty() ? state.item_version : page.item_version;
      return returned ? archive.look_again(source.id, state) : archive.remember(source.id, state);
    }
    if (status < 200 || status >= 300)
      return note_failure(page, {ErrorCode::unavailable, "gather",
                                 "answered with status " + std::to_string(status)});
    capture.source = source.id;
    capture.url = page.request.url;
    capture.id = capture_id_for(capture.url, capture.body);
    Arrival arrival;
    arrival.capture = std::move(capture);
    arrival.item = page.item;
    arrival.item_version = page.item_version.empty() ? state.item_version : page.item_version;
    arrival.first_fetched = state.first_fetched;
    arrival.returned = state.failures > 0 || state.capture != arrival.capture.id;
    KAYNAK_ASSIGN(const bool fresh, archive.keep(arrival));
    ++(fresh ? counts.fresh : counts.unchanged);
    return {};
  }

  /// One request at a time a host, as far apart as the newsroom and the host's robots.txt ask. An
  /// archive's hosts are not asked anything.
  std::optional<HostLimiter::Turn> wait_for_turn(const std::string& address) {
    const auto url = Url::parse(address);
    if (!newsroom.config.replay.empty() || !url) return std::nullopt;
    const auto delay = robots.crawl_delay(address);
    const double seconds = delay && *delay ? **delay : 0;
    return limiter.wait(url->host(), Milliseconds(static_cast<std::int64_t>(seconds * 1000)));
  }

  Result<void> page(const PlannedFetch& planned) {
    ++counts.pages;
    const auto decision = robots.decide(planned.request.url);
    if (!decision) return note_failure(planned, decision.error());
    if (!decision->allowed)
      return note_failure(
          planned, {ErrorCode::refused, "gather", "the site's robots.txt asks not to fetch it"});
    const auto turn = wait_for_turn(planned.request.url);
    auto capture = transport.get(planned.request);
    if (!capture) return note_failure(planned, std::move(capture).error());
    return answered(planned, std::move(*capture));
  }
};

}  // namespace

Result<RoundCounts> gather_round(const Newsroom& newsroom, Transport& transport, Archive& archive,
                                 const Clock& clock, const GatherProgress& progress) {
  RoundCounts counts;
  RobotsCache robots(transport, newsroom.config.http.user_agent, clock);
  HostLimiter limiter(newsroom.config.host_delay);
  for (const auto& entry : newsroom.sources().all()) {
    if (entry.source.feeds.empty()) continue;
    ++counts.sources;
    if (const auto notice = expired_notice(entry.rules, to_day(ZonedTime{clock()}));
        !notice.empty())
      log_warning("sources", "sources/" + entry.source.id.value + ".toml: " + notice);
    SourceRound round{entry.source, newsroom, transport, archive, robots,
                      limiter,      clock,    counts,    {}};
    std::vector<FetchState> known;
    KAYNAK_ASSIGN(const auto states, archive.store().fetch_states(entry.source.id));
    for (const auto& j : states) known.push_back(fetch_state_from(j));
    for (const auto& state : known) round.known[state.url] = state;
    auto plan = plan_round(entry.source, known, transport, clock(), newsroom.config.gather);
    std::move(plan.problems.begin(), plan.problems.end(), std::back_inserter(counts.problems));
    KAYNAK_TRY(round.keep_feeds(plan));
    for (const auto& url : plan.withdrawn) {
      if (const auto it = round.known.find(url); it == round.known.end() || it->second.failures < 0)
        continue;
      KAYNAK_TRY(archive.withdraw(url, "its feed says it was deleted", true));
      ++counts.gone;
    }
    for (const auto& page : plan.pages) {
      KAYNAK_TRY(round.page(page));
      if (progress) progress(entry.source.name, counts);
    }
    KAYNAK_TRY(round.remember_feeds(plan));
  }
  return counts;
}

Result<std::vector<Path>> replay_files(const Newsroom& newsroom) {
  const auto folder = newsroom.paths.folder / newsroom.config.replay;
  std::vector<Path> files;
  std::error_code ec;
  for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    if (it->path().filename().string().find(".warc") != std::string::npos)
      files.push_back(it->path());
  if (ec || files.empty())
    return fail(ErrorCode::not_found, "gather",
                "gather.replay names '" + folder.string() + "', which holds no WARC files");
  std::sort(files.begin(), files.end());
  return files;
}

Result<Time> last_replayed(Store& store) {
  KAYNAK_ASSIGN(const auto states, store.fetch_states(kReplaySource));
  Time last{};
  for (const auto& state : states)
    if (const auto t = parse_iso8601(state["round"].as_string())) last = std::max(last, t->utc);
  return last;
}

Result<void> set_last_replayed(Store& store, Time round) {
  return store.put_fetch_state(kReplaySource, Json().set("round", to_rfc3339(round)),
                               "replay:last");
}

}  // namespace kaynak
