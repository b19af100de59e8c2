#include "pipeline/gather_loop.h"

#include <algorithm>

#include "base/log.h"
#include "gather/robots.h"
#include "pipeline/brought.h"
#include "pipeline/frontier.h"
#include "pipeline/gather_session.h"
#include "pipeline/host_rules.h"
#include "pipeline/poll_rows.h"
#include "pipeline/websub.h"

namespace kaynak {
namespace {

using namespace pipeline_detail;
using Steady = std::chrono::steady_clock;

constexpr std::size_t kBatchRows = 128, kBatchBytes = 8u << 20, kMaxProblems = 10000;
constexpr Seconds kPausedFor{3600};  ///< `kaynak source resume` makes it due at once
constexpr Milliseconds kBatchAge{250}, kRefreshEvery{10000}, kBroughtEvery{1000},
    kSubscribeEvery{60000}, kLongestSleep{500};
constexpr std::size_t kBroughtAtOnce = 64;
constexpr Seconds kRenewBefore{86400}, kAskAgain{6 * 3600};  ///< of WebSub leases
constexpr Milliseconds kLongestPause{3600 * 1000};           ///< of a Crawl-delay

/// True at first, and then each time the interval has passed.
class Every {
 public:
  explicit Every(Milliseconds interval) : interval_(interval) {}
  bool is_due() {
    const auto now = Steady::now();
    if (now < next_) return false;
    next_ = now + interval_;
    return true;
  }

 private:
  Milliseconds interval_;
  Steady::time_point next_{};
};

}  // namespace

class GatherLoop::Impl {
 public:
  Impl(const Newsroom& newsroom, Fetcher& fetcher, Archive& archive, std::unique_ptr<Store> store,
       LoopOptions options)
      : newsroom_(newsroom),
        fetcher_(fetcher),
        store_(std::move(store)),
        options_(std::move(options)),
        incoming_(archive, *store_),
        frontier_(*store_, options_.live ? newsroom.config.host_connections : 1,
                  options_.live ? newsroom.config.host_delay : Milliseconds(0)),
        session_{newsroom,
                 incoming_,
                 options_.clock,
                 Time{},
                 options_.live,
                 [this](Error e) { problem(std::move(e)); },
                 [this](const std::string& key) { return is_sent(key); }} {}

  Result<RoundCounts> round() {
    session_.round = options_.clock();
    following_ = false;
    KAYNAK_ASSIGN(counts_.sources, begin());
    KAYNAK_TRY(store_->hasten_fetches(session_.round));
    KAYNAK_TRY(frontier_.refresh());
    KAYNAK_TRY(take_brought());
    while (!stopped()) {
      KAYNAK_TRY(start_what_is_due(session_.round));
      const auto due = frontier_.earliest();
      const bool more = due && *due <= session_.round;
      if (!more && idle() && incoming_.empty()) break;
      KAYNAK_TRY(wait_and_keep(more));
    }
    KAYNAK_TRY(finish());
    return std::move(counts_);
  }

  Result<void> follow() {
    session_.round = Time{};
    following_ = true;
    KAYNAK_TRY(begin());
    Every refresh{kRefreshEvery}, brought{kBroughtEvery}, subscribe{kSubscribeEvery};
    while (!stopped()) {
      if (refresh.is_due()) KAYNAK_TRY(look_around());
      if (brought.is_due()) KAYNAK_TRY(take_brought());
      if (subscribe.is_due()) KAYNAK_TRY(subscribe_to_hubs());
      const auto now = options_.clock();
      KAYNAK_TRY(start_what_is_due(now));
      const auto due = frontier_.earliest();
      KAYNAK_TRY(wait_and_keep(due && *due <= now));
    }
    return finish();
  }

 private:
  bool stopped() const { return options_.stop && options_.stop(); }
  bool idle() const { return fetcher_.in_flight() == 0; }

  Result<int> begin() { return sync_polls(newsroom_, *store_, options_.clock()); }

  /// Sources whose files changed, and what others (a push, `source resume`) made due.
  Result<void> look_around() {
    const auto changed = newsroom_.sources().reload_if_changed();
    if (!changed) problem(changed.error());
    if (changed && *changed) KAYNAK_TRY(begin());
    return frontier_.refresh();
  }

  /// What was pushed or laid into a folder; kept at once, so that it can be deleted.
  Result<void> take_brought() {
    if (!options_.live) return {};
    for (bool more = true; more;) {
      KAYNAK_ASSIGN(const auto files, take_inbox(session_, *store_, kBroughtAtOnce));
      KAYNAK_TRY(take_folders(session_, kBroughtAtOnce));
      more = !incoming_.empty();
      if (more) KAYNAK_TRY(flush());
      std::error_code ignored;  // one that stays is taken in again, and known then
      for (const auto& file : files) std::filesystem::remove(file, ignored);
    }
    return {};
  }

  /// Asks the hubs that feeds name, where they have not confirmed a lease that lasts.
  Result<void> subscribe_to_hubs() {
    if (!newsroom_.config.websub || !newsroom_.config.site.base_url.starts_with("https://"))
      return {};
    const auto now = options_.clock();
    KAYNAK_ASSIGN(const auto secret, newsroom_secret(newsroom_.paths));
    KAYNAK_ASSIGN(const auto polls, store_->polls());
    for (const auto& row : polls) {
      const auto state = fetch_task_from(row.state).state;
      if (state.hub.empty() || !state.retired.empty()) continue;
      KAYNAK_ASSIGN(const auto known, store_->subscription(row.key));
      if (known && (known->until > now + kRenewBefore || known->asked > now - kAskAgain)) continue;
      const auto topic = state.topic.empty() ? row.url : state.topic;
      KAYNAK_TRY(store_->put_subscription(
          {row.key, topic, state.hub, now, known ? known->until : Time{}}));
      ask_hub(
          websub_subscribe(state.hub, topic,
                           newsroom_.config.site.base_url + "/websub/" + websub_id(secret, row.key),
                           websub_secret(secret, row.key)));
    }
    return {};
  }

  Result<bool> is_sent(const std::string& key) {
    KAYNAK_ASSIGN(const auto subscription, store_->subscription(key));
    return subscription && subscription->until > options_.clock();
  }

  void ask_hub(const Request& request) {
    fetcher_.start(request, [this, hub = request.url](Result<Fetched> answer) {
      const int status = answer ? answer->capture.http_status : 0;
      if (status < 200 || status >= 300)
        problem({ErrorCode::unavailable, "websub",
                 "hub " + hub + " took no subscription: " +
                     (answer ? "status " + std::to_string(status) : answer.error().detail) +
                     "; its feeds are polled as before"});
    });
  }

  void problem(Error error) {
    if (options_.problem) options_.problem(error);
    if (!following_ && counts_.problems.size() < kMaxProblems)
      counts_.problems.push_back(std::move(error));
  }

  Result<void> start_what_is_due(Time until) {
    while (fetcher_.in_flight() < newsroom_.config.max_in_flight && !stopped()) {
      KAYNAK_ASSIGN(auto row, frontier_.next(until));
      if (!row) return {};
      KAYNAK_TRY(turn(std::move(*row)));
    }
    return {};
  }

  /// `hosts_rest`: there is more to start as soon as a host has rested.
  Result<void> wait_and_keep(bool hosts_rest) {
    auto wait = kLongestSleep;
    const bool room = fetcher_.in_flight() < newsroom_.config.max_in_flight;
    if (const auto rested = frontier_.rested_in(); hosts_rest && room && rested)
      wait = std::min(wait, *rested);
    const bool batch = !incoming_.empty();
    if (batch) wait = std::min(wait, left_of_batch());
    if (idle() && batch) wait = Milliseconds(0);
    fetcher_.run(wait);
    if (failure_) return fail(std::move(*failure_));
    if (incoming_.empty()) return {};
    const bool full = incoming_.size() >= kBatchRows || incoming_.bytes() >= kBatchBytes;
    if (full || idle() || left_of_batch() == Milliseconds(0)) return flush();
    return {};
  }

  Milliseconds left_of_batch() {
    const auto now = Steady::now();
    if (batch_begun_ == Steady::time_point{}) batch_begun_ = now;
    return std::max(Milliseconds(0),
                    std::chrono::ceil<Milliseconds>(batch_begun_ + kBatchAge - now));
  }

  Result<void> flush() {
    batch_begun_ = {};
    KAYNAK_ASSIGN(const auto flushed, incoming_.flush());
    counts_.fresh += flushed.fresh;
    counts_.unchanged += flushed.known;
    return frontier_.settled(flushed.keys, flushed.hosts);
  }

  Result<void> finish() {
    KAYNAK_TRY(flush());
    return {};
  }

  /// What is not to be fetched at all, or not yet: put so, without asking anybody.
  Result<void> put_off(FetchRow row, std::optional<Time> due) {
    const auto host = row.host;
    incoming_.settle(row.key, host);
    row.due = due;
    incoming_.put(std::move(row));
    frontier_.ended(host);
    return {};
  }

  Result<void> turn(FetchRow row) {
    const auto entry = newsroom_.sources().find(row.source);
    const auto now = options_.clock();
    if (!entry) return put_off(std::move(row), std::nullopt);
    if (entry->source.paused) return put_off(std::move(row), now + kPausedFor);
    const auto task = fetch_task_from(row.state);
    if (options_.live && task.state.not_before > now)
      return put_off(std::move(row), task.state.not_before);
    HostRow host;
    const auto kind = fetch_kind_from(row.kind);
    if (options_.live && kind != FetchKind::feed) {  // a feed is there to be fetched
      host.origin = origin_of(row.url);
      KAYNAK_ASSIGN(const auto known, incoming_.host(host.origin));
      if (known) host = *known;
      const auto question = open_question(host, now);
      if (question != HostQuestion::none)
        return ask_host(std::move(row), std::move(host), question);
      if (!may_fetch(row, host)) return refuse(std::move(row), std::move(task), host);
    }
    fetch(std::move(row), task, entry->source, std::move(host.tdmrep));
    return {};
  }

  bool may_fetch(const FetchRow& row, const HostRow& host) {
    const auto robots = robots_from_answer(host.robots_status, host.robots);
    const auto& agent = newsroom_.config.http.user_agent;
    if (const auto delay = robots.crawl_delay(agent))
      frontier_.slow_down(
          row.host,
          std::min(kLongestPause,
                   Milliseconds(static_cast<std::int64_t>(std::min(*delay, 86400.0) * 1000))));
    return robots.allowed(agent, row.url);
  }

  /// A server whose robots.txt cannot be had is asked again; a page that robots.txt forbids is left
  /// alone until its item changes.
  Result<void> refuse(FetchRow row, FetchTask task, const HostRow& host) {
    const bool down =
        host.robots_status == 0 || host.robots_status == 429 || host.robots_status >= 500;
    task.state.last_error =
        down ? "its host's robots.txt cannot be had" : "the site's robots.txt asks not to fetch it";
    row.state = to_text(task);
    incoming_.count(down ? "errors_unavailable" : "errors_refused");
    problem({ErrorCode::refused, "gather", row.url + ": " + task.state.last_error});
    return put_off(std::move(row), down ? std::optional(host.robots_until) : std::nullopt);
  }

  Result<void> ask_host(FetchRow row, HostRow host, HostQuestion question) {
    Request request{address_of(question, host.origin), {}, {}};
    fetcher_.start(request, [this, row = std::move(row), host = std::move(host),
                             question](Result<Fetched> answer) mutable {
      answered(question, answer, options_.clock(), &host);
      incoming_.count("host_questions");
      incoming_.put_host(std::move(host));
      incoming_.settle(row.key, row.host);  // the row itself is as due as before
      frontier_.ended(row.host);
    });
    return {};
  }

  void fetch(FetchRow row, const FetchTask& task, const Source& source, std::string tdmrep) {
    Request request{task.state.moved_to.empty() ? row.url : task.state.moved_to, {}, {}};
    if (!task.state.capture.empty()) {
      request.etag = task.state.etag;
      request.last_modified = task.state.last_modified;
    }
    request.insecure_tls = source.insecure_tls;
    fetcher_.start(request, [this, row = std::move(row), tdmrep = std::move(tdmrep),
                             name = source.name](Result<Fetched> answer) mutable {
      came(std::move(row), std::move(answer), tdmrep);
      if (options_.progress) options_.progress(name, counts_);
    });
  }

  void came(FetchRow row, Result<Fetched> answer, const std::string& tdmrep) {
    const auto host = row.host;
    incoming_.settle(row.key, host);
    frontier_.ended(host);
    if (is_polled(fetch_kind_from(row.kind))) {
      auto done = poll_came(session_, std::move(row), std::move(answer));
      if (!done && !failure_) failure_ = std::move(done).error();
      return;
    }
    ++counts_.pages;
    if (answer && answer->capture.http_status == 304) ++counts_.unchanged;
    if (answer && (answer->capture.http_status == 404 || answer->capture.http_status == 410))
      ++counts_.gone;
    page_came(session_, std::move(row), std::move(answer), tdmrep);
  }

  const Newsroom& newsroom_;
  Fetcher& fetcher_;
  const std::unique_ptr<Store> store_;
  const LoopOptions options_;
  Incoming incoming_;
  Frontier frontier_;
  GatherSession session_;
  RoundCounts counts_;
  bool following_ = false;
  Steady::time_point batch_begun_{};
  std::optional<Error> failure_;  ///< of the store, met in a callback
};

Result<GatherLoop> GatherLoop::make(const Newsroom& newsroom, Fetcher& fetcher, Archive& archive,
                                    LoopOptions options) {
  KAYNAK_ASSIGN(auto store, newsroom.open_store());
  return GatherLoop(
      std::make_unique<Impl>(newsroom, fetcher, archive, std::move(store), std::move(options)));
}
GatherLoop::GatherLoop(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GatherLoop::GatherLoop(GatherLoop&&) noexcept = default;
GatherLoop::~GatherLoop() = default;
Result<RoundCounts> GatherLoop::round() { return impl_->round(); }
Result<void> GatherLoop::follow() { return impl_->follow(); }

}  // namespace kaynak
