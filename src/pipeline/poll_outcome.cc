// A poll's answer: the pages it names made due, and when it is asked again.
#include "base/log.h"
#include "gather/freshness.h"
#include "gather/poll.h"
#include "pipeline/gather_session.h"
#include "pipeline/read_poll.h"
#include "wire/wire.h"

namespace kaynak::pipeline_detail {
namespace {

constexpr Seconds kBesideHub{3600}, kQuietFor{7 * 86400};

std::string status_text(int status) { return "answers with status " + std::to_string(status); }

/// One poll's outcome in the making.
class PollOutcome {
 public:
  PollOutcome(GatherSession& session, FetchRow row)
      : session_(session),
        row_(std::move(row)),
        task_(fetch_task_from(row_.state)),
        state_(task_.state),
        now_(session.clock()) {}

  Result<void> came(Result<Fetched> answer) {
    state_.fetched = now_;
    session_.incoming.count("polls");
    if (!answer) return failed(answer.error());
    session_.incoming.count("bytes", static_cast<std::int64_t>(answer->bytes));
    const auto& capture = answer->capture;
    const int status = capture.http_status;
    if (const auto wait = retry_after(capture.headers, now_)) state_.not_before = now_ + *wait;
    if (status == 410) return gone();
    if (status == 304) return unchanged(capture);
    if (status != 200) return failed({ErrorCode::unavailable, "gather", status_text(status)});
    remember_move(*answer);
    return read(std::move(answer->capture));
  }

 private:
  void remember_move(const Fetched& answer) {
    if (answer.moved_to.empty() || answer.moved_to == state_.moved_to) return;
    log_info("gather", row_.url + " has moved for good to " + answer.moved_to +
                           ", where it is asked from now on; write that in sources/" +
                           row_.source.value + ".toml");
    state_.moved_to = answer.moved_to;
    row_.host = host_of_url(answer.moved_to);
  }

  Result<void> unchanged(const Capture& capture) {
    session_.incoming.count("polls_unchanged");
    return succeed(0, fresh_for(capture.headers, now_));
  }

  Result<void> read(Capture capture) {
    const auto fresh = fresh_for(capture.headers, now_);
    state_.etag = header(capture.headers, "ETag");
    state_.last_modified = header(capture.headers, "Last-Modified");
    capture.url = row_.url;
    capture.id = capture_id_for(capture.url, capture.body);
    if (capture.id == state_.capture && state_.failures == 0) return unchanged(capture);
    const auto id = capture.id;
    if (sniff_wire(capture.body, header(capture.headers, "Content-Type"))) {
      keep(std::move(capture), true);  // an agency's items: its answer is the news itself
      return came_whole(id, fresh);
    }
    auto reading = read_poll(capture, poll_context());
    keep(std::move(capture), false);
    if (!reading) {
      state_.etag.clear();  // a page in the feed's place must not be taken for it later
      state_.last_modified.clear();
      return failed(reading.error());
    }
    state_.capture = id;
    if (state_.first_fetched == Time{}) state_.first_fetched = now_;
    state_.hub = reading->hub;
    state_.topic = reading->topic;
    state_.hint = reading->hint.value_or(Seconds(0));
    KAYNAK_ASSIGN(const int found, take(*reading));
    return succeed(found, fresh);
  }

  Result<void> came_whole(const CaptureId& id, std::optional<Seconds> fresh) {
    state_.capture = id;
    if (state_.first_fetched == Time{}) state_.first_fetched = now_;
    session_.incoming.count("items_found");
    return succeed(1, fresh);
  }

  PollContext poll_context() const {
    PollContext context;
    context.kind = fetch_kind_from(row_.kind);
    context.options = session_.newsroom.config.gather;
    context.now = now_;
    context.first = state_.last_success == Time{};
    if (const auto entry = session_.newsroom.sources().find(row_.source))
      context.section_links = entry->source.section_links;
    return context;
  }

  void keep(Capture capture, bool article) {
    Arrival arrival;
    capture.source = row_.source;
    arrival.capture = std::move(capture);
    arrival.article = article;
    session_.incoming.keep(std::move(arrival));
  }

  /// Makes what is new or changed due. Gives how many pages were not known.
  Result<int> take(PollReading& reading) {
    int found = 0;
    std::size_t asked = 0;
    bool left = false;
    for (auto& page : reading.pages) {
      if (page.fetch && asked >= session_.newsroom.config.gather.max_items_per_poll) {
        left = true;
        continue;
      }
      KAYNAK_ASSIGN(const auto taken, take(page));
      asked += taken == Taken::nothing ? 0 : 1;
      found += taken == Taken::fresh ? 1 : 0;
    }
    if (left) read_again();
    for (const auto& url : reading.withdrawn) KAYNAK_TRY(withdraw(url));
    for (const auto& url : reading.sitemaps) KAYNAK_TRY(follow_sitemap(url));
    session_.incoming.count("items_found", found);
    return found;
  }

  /// Not all of the body was taken: it is not "unchanged" next time.
  void read_again() {
    state_.etag.clear();
    state_.last_modified.clear();
    state_.capture = {};
  }

  enum class Taken { nothing, changed, fresh };

  Result<Taken> take(FoundPage& page) {
    KAYNAK_ASSIGN(auto known, session_.incoming.row(fetch_key(FetchKind::page, page.url)));
    if (!page.fetch) {
      if (!known) remember(page);
      return Taken::nothing;
    }
    auto row = known ? std::move(*known)
                     : fresh_row(row_.source, FetchKind::page, page.url, session_.due_now());
    auto task = fetch_task_from(row.state);
    if (known && !is_asked_for(task, page.version)) return Taken::nothing;
    task.item = std::move(page.item);
    task.wanted = std::move(page.version);
    task.via = row_.url;
    task.state.failures = 0;
    row.state = to_text(task);
    row.lane = 1;
    row.due = session_.due_now();
    session_.incoming.put(std::move(row));
    return known ? Taken::changed : Taken::fresh;
  }

  /// Polls tell versions apart each in its own way, so a page keeps to the poll that named it
  /// first.
  bool is_asked_for(const FetchTask& known, const std::string& version) const {
    const bool only_remembered = known.wanted.empty() && known.state.fetched == Time{};
    if (known.via != row_.url) return known.via.empty() || only_remembered;
    return known.wanted != version && is_wanted(&known.state, version);
  }

  void remember(const FoundPage& page) {
    auto row = fresh_row(row_.source, FetchKind::page, page.url, now_);
    auto task = fetch_task_from(row.state);
    task.state.item_version = page.version;
    task.via = row_.url;
    row.state = to_text(task);
    row.due.reset();
    session_.incoming.put(std::move(row));
  }

  /// A sitemap that an index names is polled too. Indexes do not name indexes (sitemaps.org), so
  /// one that does leads no further.
  Result<void> follow_sitemap(const std::string& url) {
    if (!task_.via.empty()) return {};
    KAYNAK_ASSIGN(const auto known, session_.incoming.row(fetch_key(FetchKind::sitemap, url)));
    if (known) return {};
    auto row = fresh_row(row_.source, FetchKind::sitemap, url, session_.due_now());
    auto task = fetch_task_from(row.state);
    task.via = row_.url;
    row.state = to_text(task);
    session_.incoming.put(std::move(row));
    return {};
  }

  Result<void> withdraw(const std::string& url) {
    KAYNAK_ASSIGN(auto row, session_.incoming.row(fetch_key(FetchKind::page, url)));
    if (!row) return {};
    auto task = fetch_task_from(row->state);
    if (!task.state.retired.empty()) return {};
    task.state.retired = "its feed says it was deleted";
    session_.incoming.withdraw(row->url, task.state.retired, true);
    session_.incoming.count("pages_gone");
    row->due.reset();
    row->state = to_text(task);
    session_.incoming.put(std::move(*row));
    return {};
  }

  Result<void> succeed(int found, std::optional<Seconds> fresh) {
    if (state_.failures > 1)
      log_info("gather",
               row_.url + " answers again after " + std::to_string(state_.failures) + " failures");
    learn_rhythm(&state_, found, now_);
    state_.failures = 0;
    state_.last_error.clear();
    state_.last_success = now_;
    if (found > 0) state_.last_new = now_;
    auto when = options();
    if (!state_.hub.empty()) {  // what its hub sends need not be asked for all the time
      KAYNAK_ASSIGN(const bool sent, session_.is_sent(row_.key));
      if (sent) when.poll_least = std::max(when.poll_least, kBesideHub);
    }
    if (is_quiet_child()) return forget();
    const auto wait = std::max(fresh.value_or(Seconds(0)), state_.hint);
    return put(next_poll(state_, wait, now_, jitter_of(row_.url, now_), when));
  }

  /// A sitemap of an index in which nothing new came for a week: last month's. The index names it
  /// again should it change.
  bool is_quiet_child() const {
    return !task_.via.empty() && std::max(state_.last_new, state_.first_fetched) < now_ - kQuietFor;
  }

  Result<void> forget() {
    session_.incoming.remove(row_.key);
    return {};
  }

  Result<void> failed(const Error& error) {
    state_.failures += 1;
    state_.last_error = error.detail;
    state_.moved_to.clear();  // whatever it was: the address in the source's file is tried again
    row_.host = host_of_url(row_.url);
    session_.incoming.count(std::string("errors_") + to_string(error.code));
    const auto again = next_try(state_, now_, jitter_of(row_.url, now_), options());
    report(error, again);
    return put(again);
  }

  /// Of a source that goes on failing, every failure twice as late as the one before is told.
  void report(const Error& error, Time again) {
    const bool rare = (state_.failures & (state_.failures - 1)) != 0;
    if (rare && session_.round == Time{}) return;
    auto detail = error.detail;
    if (detail.find(row_.url) == std::string::npos) detail = row_.url + ": " + detail;
    if (state_.failures > 1)
      detail += " (failure " + std::to_string(state_.failures) + " in a row)";
    if (session_.round == Time{}) detail += "; asked again at " + to_rfc3339(again);
    session_.problem({error.code, "gather", std::move(detail)});
  }

  Result<void> gone() {
    state_.retired = "its server says it is gone for good (410)";
    state_.last_error = state_.retired;
    session_.problem({ErrorCode::not_found, "gather",
                      row_.url +
                          " is gone for good (410) and is not asked any more; take it out of "
                          "sources/" +
                          row_.source.value + ".toml"});
    return put(std::nullopt);
  }

  Result<void> put(std::optional<Time> due) {
    row_.due = due;
    row_.state = to_text(task_);
    session_.incoming.put(std::move(row_));
    return {};
  }

  const ScheduleOptions& options() const { return session_.newsroom.config.schedule; }

  GatherSession& session_;
  FetchRow row_;
  FetchTask task_;
  FetchState& state_;
  const Time now_;
};

}  // namespace

Result<void> poll_came(GatherSession& session, FetchRow row, Result<Fetched> answer) {
  return PollOutcome(session, std::move(row)).came(std::move(answer));
}

}  // namespace kaynak::pipeline_detail
