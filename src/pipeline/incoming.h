/// @file What came in and is not kept yet: kept together, so that a hundred answers cost one write
/// to the disk.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/result.h"
#include "gather/fetch_state.h"
#include "pipeline/archive.h"
#include "store/store.h"

namespace kaynak {

/// Something to fetch, as its row's JSON has it.
struct FetchTask {
  FetchState state;
  std::optional<FeedItem> item;  ///< of a page: what named it
  std::string wanted;            ///< of a page: the item version that is to be fetched
  std::string via;               ///< of a page: the poll that named it
};
std::string to_text(const FetchTask& task);
FetchTask fetch_task_from(const std::string& text);

/// Outcomes of fetches, gathered until `flush`. Not thread-safe; `store` is the caller's own
/// connection, the archive has one to itself.
class Incoming {
 public:
  Incoming(Archive& archive, Store& store) : archive_(archive), store_(store) {}

  void keep(Arrival arrival);
  void put(FetchRow row);  ///< the last of a key counts
  void remove(const std::string& key) { removed_.insert(key); }
  void put_host(HostRow row);
  /// A page is gone; `stated`: its outlet says that it took the article back.
  void withdraw(const std::string& url, const std::string& why, bool stated = false);
  /// A capture's very page is there again, after a time without it.
  void look_again(const CaptureId& capture, Time seen) { looks_.emplace_back(capture, seen); }
  void count(const std::string& name, std::int64_t by = 1) { counters_[name] += by; }
  void settle(const std::string& key, const std::string& host);  ///< its turn is over

  /// As it will be after the flush.
  Result<std::optional<FetchRow>> row(const std::string& key);
  Result<std::optional<HostRow>> host(const std::string& origin);

  struct Flushed {
    std::set<std::string> keys, hosts;  ///< settled, and the hosts of what was put
    int fresh = 0, known = 0;           ///< captures of pages
  };
  /// Keeps all of it: WARC first, then one transaction.
  Result<Flushed> flush();
  bool empty() const {  // counts alone can wait
    return arrivals_.empty() && rows_.empty() && hosts_.empty() && removed_.empty() &&
           withdrawn_.empty() && looks_.empty() && settled_.keys.empty();
  }
  std::size_t size() const { return settled_.keys.size(); }
  std::size_t bytes() const { return bytes_; }  ///< of bodies

 private:
  Result<void> write(Store& store);

  Archive& archive_;
  Store& store_;  ///< to read
  std::vector<Arrival> arrivals_;
  std::size_t bytes_ = 0;
  std::map<std::string, FetchRow> rows_;
  std::map<std::string, HostRow> hosts_;
  std::set<std::string> removed_;
  struct Withdrawn {
    std::string url, why;
    bool stated = false;
  };
  std::vector<Withdrawn> withdrawn_;
  std::vector<std::pair<CaptureId, Time>> looks_;
  std::map<std::string, std::int64_t> counters_;
  Flushed settled_;
};

}  // namespace kaynak
