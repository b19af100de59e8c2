#include "gather/gather.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/hash.h"
#include "text/url.h"

namespace kaynak {
namespace {

/// A page that did not come is tried in this many rounds, then given up.
constexpr int kMaxFailures = 5;

std::string key_of(std::string_view url) {
  const auto parsed = Url::parse(url);
  return parsed ? identity_key(*parsed) : std::string(url);
}

/// Changes when the item does: by its own account, else by what it says.
std::string version_of(const FeedItem& item) {
  if (item.updated) return to_rfc3339(*item.updated);
  return sha256_hex(item.title + "\n" + item.summary).substr(0, 16);
}

class Round {
 public:
  Round(const Source& source, const std::vector<FetchState>& known, Transport& transport, Time now,
        const GatherOptions& options)
      : source_(source), transport_(transport), now_(now), options_(options) {
    for (const auto& feed : source.feeds) feeds_.insert(key_of(feed));
    for (const auto& state : known) known_[key_of(state.url)] = &state;
  }

  RoundPlan plan() && {
    for (const auto& feed : source_.feeds) ask_feed(feed);
    // std::map's order makes the plan the same whatever order `known` has.
    for (const auto& [key, state] : known_)
      if (!feeds_.count(key) && !planned_.count(key) && !is_withdrawn(key) &&
          (is_young(*state) || (is_missing(*state) && state->failures > 0)))
        add(state->url, state, std::nullopt, state->item_version);
    return std::move(plan_);
  }

 private:
  const FetchState* known(const std::string& key) const {
    const auto found = known_.find(key);
    return found == known_.end() ? nullptr : found->second;
  }

  bool is_young(const FetchState& state) const {
    return state.first_fetched != Time{} && state.failures < kMaxFailures &&
           now_ - state.first_fetched < options_.recheck_younger_than;
  }
  static bool is_missing(const FetchState& state) {
    return state.capture.empty() && state.failures < kMaxFailures;
  }
  bool is_withdrawn(const std::string& key) const { return withdrawn_.count(key) > 0; }

  static Request conditional(const std::string& url, const FetchState* state) {
    if (!state || state->capture.empty()) return {url, {}, {}};
    return {url, state->etag, state->last_modified};
  }

  void ask_feed(const std::string& url) {
    const auto* before = known(key_of(url));
    FetchState state = before ? *before : FetchState{};
    state.url = url;
    auto capture = transport_.get(conditional(url, before));
    if (!capture) return feed_failed(std::move(state), capture.error());
    capture->source = source_.id;
    if (capture->http_status == 304) {
      state.failures = 0;
      state.fetched = now_;
      plan_.feed_states.push_back(std::move(state));
      return;
    }
    if (capture->http_status != 200)
      return feed_failed(std::move(state),
                         {ErrorCode::unavailable, "gather",
                          url + " answers with status " + std::to_string(capture->http_status)});
    auto feed =
        parse_feed(capture->body, capture->final_url, header(capture->headers, "content-type"));
    if (!feed) {
      plan_.feed_captures.push_back(std::move(*capture));  // evidence of what came instead
      return feed_failed(std::move(state),
                         {feed.error().code, "gather", url + ": " + feed.error().detail});
    }
    feed_came(std::move(state), std::move(*capture), *feed);
  }

  void feed_failed(FetchState state, Error error) {
    ++state.failures;
    state.fetched = now_;
    plan_.feed_states.push_back(std::move(state));
    plan_.problems.push_back(std::move(error));
  }

  void feed_came(FetchState state, Capture capture, const Feed& feed) {
    state.etag = header(capture.headers, "etag");
    state.last_modified = header(capture.headers, "last-modified");
    state.capture = capture.id;
    state.fetched = now_;
    if (state.first_fetched == Time{}) state.first_fetched = now_;
    state.failures = 0;
    plan_.feed_states.push_back(std::move(state));
    plan_.feed_captures.push_back(std::move(capture));
    for (const auto& item : feed.items)
      if (item.deleted && !item.url.empty() && withdrawn_.insert(key_of(item.url)).second)
        plan_.withdrawn.push_back(item.url);
    std::size_t taken = 0;
    for (const auto& item : feed.items) {
      if (item.deleted || item.url.empty()) continue;
      if (taken++ >= options_.max_items_per_feed) break;
      consider(item);
    }
  }

  void consider(const FeedItem& item) {
    const auto key = key_of(item.url);
    if (planned_.count(key) || feeds_.count(key) || is_withdrawn(key)) return;
    const auto* state = known(key);
    auto version = version_of(item);
    const bool changed = state && state->item_version != version;
    if (state && !is_missing(*state) && !changed && !is_young(*state)) return;
    add(item.url, state, item, std::move(version));
  }

  void add(const std::string& url, const FetchState* state, std::optional<FeedItem> item,
           std::string version) {
    planned_.insert(key_of(url));
    plan_.pages.push_back({conditional(url, state), std::move(item), std::move(version)});
  }

  const Source& source_;
  Transport& transport_;
  const Time now_;
  const GatherOptions options_;
  std::set<std::string> feeds_, planned_, withdrawn_;
  std::map<std::string, const FetchState*> known_;
  RoundPlan plan_;
};

}  // namespace

RoundPlan plan_round(const Source& source, const std::vector<FetchState>& known,
                     Transport& transport, Time now, const GatherOptions& options) {
  return Round(source, known, transport, now, options).plan();
}

}  // namespace kaynak
