#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "base/log.h"
#include "gather/transport.h"
#include "gather/warc.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr int kMaxRedirects = 5;

/// Where one answer of an address lies.
struct Entry {
  Time at{};
  std::uint32_t file = 0;
  std::uint32_t index_in_member = 0;
  std::uint64_t offset = 0;
};
using Entries = std::vector<Entry>;

/// Asks `each` about the records of all archives. A broken end is left out with a warning: what
/// came before it counts. Errors: not_found, malformed (an archive without one good record).
template <class Each>
Result<void> for_each_record(const std::vector<Path>& warcs, Each each) {
  for (std::uint32_t file = 0; file < warcs.size(); ++file) {
    KAYNAK_ASSIGN(auto reader, open_warc(warcs[file]));
    bool some = false;
    std::optional<Error> first;
    for (;;) {
      auto record = reader->next();
      if (!record) {
        log_warning("gather", record.error().detail);
        if (!first) first = std::move(record).error();
        continue;  // after an error that cannot be got over, the next is the end
      }
      if (!*record) break;
      some = true;
      if (!(*record)->truncated) each(**record, file);
    }
    if (first && !some) return fail(*std::move(first));
  }
  return {};
}

bool is_answer(const WarcRecord& record) {
  const bool web = record.target_uri.rfind("http", 0) == 0;
  if (record.type == "response") return web && carries_http(record);
  return record.type == "resource" && web;
}

/// Address without fragment, as the URL Standard writes it.
std::string exact_key(std::string_view url) {
  const auto parsed = Url::parse(url);
  const std::string href = parsed ? parsed->href() : std::string(url);
  return href.substr(0, href.find('#'));
}
std::string loose_key(std::string_view url) {
  const auto parsed = Url::parse(url);
  return parsed ? identity_key(*parsed) : std::string(url);
}

class Index {
 public:
  void add(const WarcRecord& record, std::uint32_t file) {
    const bool revisit = record.type == "revisit";
    if (!revisit && !is_answer(record)) return;
    const std::string digest(header(record.headers, "WARC-Payload-Digest"));
    Entry entry{record_time(record), file, record.index_in_member, record.offset};
    if (revisit) {
      // The same bytes as an earlier record, seen again.
      const auto seen = by_digest_.find(digest);
      if (seen == by_digest_.end()) return;
      entry = {entry.at, seen->second.file, seen->second.index_in_member, seen->second.offset};
    } else if (!digest.empty()) {
      by_digest_[digest] = entry;
    }
    put(record.target_uri, entry);
    const auto asked = header(record.headers, "Kaynak-Requested-URI");
    if (!asked.empty()) put(asked, entry);
  }

  void finish() {
    by_digest_.clear();
    for (auto* map : {&exact_, &loose_})
      for (auto& [key, entries] : *map)
        std::stable_sort(entries.begin(), entries.end(),
                         [](const Entry& a, const Entry& b) { return a.at < b.at; });
  }

  /// The latest answer at or before `at`; none where there is none.
  const Entry* find(std::string_view url, Time at) const {
    if (const auto* entry = latest(exact_, exact_key(url), at)) return entry;
    return latest(loose_, loose_key(url), at);
  }

 private:
  using Map = std::unordered_map<std::string, Entries>;

  void put(std::string_view url, const Entry& entry) {
    exact_[exact_key(url)].push_back(entry);
    loose_[loose_key(url)].push_back(entry);
  }
  static const Entry* latest(const Map& map, const std::string& key, Time at) {
    const auto found = map.find(key);
    if (found == map.end()) return nullptr;
    const auto& entries = found->second;
    const auto after = std::upper_bound(entries.begin(), entries.end(), at,
                                        [](Time t, const Entry& e) { return t < e.at; });
    return after == entries.begin() ? nullptr : &*std::prev(after);
  }

  Map exact_, loose_;
  std::unordered_map<std::string, Entry> by_digest_;
};

bool is_redirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

class ReplayTransport : public Transport {
 public:
  ReplayTransport(std::vector<Path> warcs, Index index, Clock now)
      : warcs_(std::move(warcs)), index_(std::move(index)), now_(std::move(now)) {}

  Result<Capture> get(const Request& request) override {
    KAYNAK_ASSIGN(auto url, Url::parse(request.url));
    if (!url.is_http())
      return fail(ErrorCode::refused, "gather", request.url + " is no http or https address");
    const auto now = now_();
    for (int hops = 0;; ++hops) {
      const auto* entry = index_.find(url.href(), now);
      if (!entry)
        return fail(ErrorCode::not_found, "gather",
                    url.href() + " is not in the archive before " + to_rfc3339(now));
      KAYNAK_ASSIGN(auto capture,
                    read_capture_at(warcs_[entry->file], entry->offset, entry->index_in_member));
      const auto location = header(capture.headers, "location");
      if (!is_redirect(capture.http_status) || location.empty())
        return answer(request, url, *entry, std::move(capture));
      if (hops >= kMaxRedirects)
        return fail(ErrorCode::refused, "gather", request.url + " redirects more than 5 times");
      KAYNAK_ASSIGN(url, Url::parse(location, &url));
    }
  }

 private:
  static Capture answer(const Request& request, const Url& url, const Entry& entry,
                        Capture capture) {
    // A record names where its own redirects led; hops of the archive come on top.
    if (capture.final_url == capture.url) capture.final_url = url.href();
    capture.url = request.url;
    capture.fetched = entry.at;
    const auto etag = header(capture.headers, "etag");
    if (!etag.empty() && etag == request.etag && capture.http_status == 200) {
      capture.http_status = 304;
      capture.body.clear();
    }
    capture.id = capture_id_for(capture.url, capture.body);
    return capture;
  }

  const std::vector<Path> warcs_;
  const Index index_;
  const Clock now_;
};

}  // namespace

Result<std::unique_ptr<Transport>> make_replay_transport(const std::vector<Path>& warcs,
                                                         Clock now) {
  Index index;
  KAYNAK_TRY(for_each_record(
      warcs, [&](const WarcRecord& record, std::uint32_t file) { index.add(record, file); }));
  index.finish();
  return std::unique_ptr<Transport>(
      std::make_unique<ReplayTransport>(warcs, std::move(index), std::move(now)));
}

Result<std::vector<Time>> replay_rounds(const std::vector<Path>& warcs, Seconds gap) {
  std::set<Time> instants;
  KAYNAK_TRY(for_each_record(warcs, [&](const WarcRecord& record, std::uint32_t) {
    if (is_answer(record) || record.type == "revisit") instants.insert(record_time(record));
  }));
  std::vector<Time> rounds;
  for (const auto at : instants) {
    if (!rounds.empty() && at - rounds.back() < gap)
      rounds.back() = at;
    else
      rounds.push_back(at);
  }
  return rounds;
}

}  // namespace kaynak
