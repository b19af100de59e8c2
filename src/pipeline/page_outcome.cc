// A page's answer: kept and set on its way, or tried again, or withdrawn.
#include "gather/freshness.h"
#include "gather/opt_out.h"
#include "pipeline/gather_session.h"

namespace kaynak::pipeline_detail {
namespace {

constexpr int kGoneAfterNotFound =
    2;  // a 404 may be a slip of the outlet's; twice in a row it is not

class PageOutcome {
 public:
  PageOutcome(GatherSession& session, FetchRow row, const std::string& tdmrep)
      : session_(session),
        row_(std::move(row)),
        task_(fetch_task_from(row_.state)),
        state_(task_.state),
        tdmrep_(tdmrep),
        now_(session.clock()) {}

  void came(Result<Fetched> answer) {
    state_.fetched = now_;
    session_.incoming.count("pages");
    if (!answer) return failed(std::move(answer).error());
    session_.incoming.count("bytes", static_cast<std::int64_t>(answer->bytes));
    auto& capture = answer->capture;
    const int status = capture.http_status;
    if (const auto wait = retry_after(capture.headers, now_)) state_.not_before = now_ + *wait;
    if (status == 404 || status == 410) return gone(status);
    if (status == 304) return unchanged(std::move(capture));
    if (status < 200 || status >= 300)
      return failed(
          {ErrorCode::unavailable, "gather", "answered with status " + std::to_string(status)});
    keep(std::move(capture));
  }

 private:
  void unchanged(Capture capture) {
    session_.incoming.count("pages_unchanged");
    if (!state_.capture.empty()) {
      if (state_.failures > 0) session_.incoming.look_again(state_.capture, now_);
      auto arrival = arrival_of(std::move(capture));
      arrival.unchanged_of = state_.capture;
      session_.incoming.keep(std::move(arrival));
    }
    settled_well();
  }

  void keep(Capture capture) {
    capture.url = row_.url;
    capture.id = capture_id_for(capture.url, capture.body);
    const bool returned = state_.failures > 0 || state_.capture != capture.id;
    state_.etag = header(capture.headers, "ETag");
    state_.last_modified = header(capture.headers, "Last-Modified");
    state_.capture = capture.id;
    if (state_.first_fetched == Time{}) state_.first_fetched = capture.fetched;
    auto arrival = arrival_of(std::move(capture));
    arrival.returned = returned;
    session_.incoming.keep(std::move(arrival));
    settled_well();
  }

  Arrival arrival_of(Capture capture) {
    Arrival arrival;
    arrival.machine_use =
        machine_use_from(capture.headers, session_.newsroom.config.http.user_agent);
    if (const auto rules = parse_tdmrep(tdmrep_))
      if (const auto* rule = tdm_rule_for(*rules, row_.url)) apply(*rule, &arrival.machine_use);
    if (!task_.via.empty()) capture.metadata.emplace_back("via", task_.via);
    capture.url = row_.url;
    capture.source = row_.source;
    arrival.capture = std::move(capture);
    arrival.item = task_.item;
    arrival.item_version = task_.wanted.empty() ? state_.item_version : task_.wanted;
    arrival.first_fetched = state_.first_fetched;
    return arrival;
  }

  void settled_well() {
    if (!task_.wanted.empty()) state_.item_version = task_.wanted;
    state_.failures = 0;
    state_.last_error.clear();
    state_.retired.clear();
    task_.item.reset();  // it is with the capture now
    row_.lane = 2;
    put(next_look(state_, now_, session_.newsroom.config.schedule));
  }

  void gone(int status) {
    state_.failures += 1;
    session_.incoming.count("pages_gone");
    state_.last_error = "status " + std::to_string(status);
    if (status == 410 || state_.failures >= kGoneAfterNotFound)
      session_.incoming.withdraw(row_.url, state_.last_error);
    put(next_page_try(state_, now_, jitter_of(row_.url, now_)));  // it may come back
  }

  void failed(Error error) {
    state_.failures += 1;
    state_.last_error = error.detail;
    session_.incoming.count(std::string("errors_") + to_string(error.code));
    session_.problem({error.code, "gather", row_.url + ": " + error.detail});
    put(next_page_try(state_, now_, jitter_of(row_.url, now_)));
  }

  void put(std::optional<Time> due) {
    row_.due = due;
    row_.state = to_text(task_);
    session_.incoming.put(std::move(row_));
  }

  GatherSession& session_;
  FetchRow row_;
  FetchTask task_;
  FetchState& state_;
  const std::string& tdmrep_;
  const Time now_;
};

}  // namespace

void page_came(GatherSession& session, FetchRow row, Result<Fetched> answer,
               const std::string& tdmrep) {
  PageOutcome(session, std::move(row), tdmrep).came(std::move(answer));
}

}  // namespace kaynak::pipeline_detail
