/// @file Captures kept: the body in a WARC file, the row, the event and the next job in the store.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "gather/feed.h"
#include "gather/fetch_state.h"
#include "gather/warc.h"
#include "model/capture.h"
#include "model/machine_use.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// How a capture came: what its row, its fetch state and its extract job are made of.
struct Arrival {
  Capture capture;
  std::string item_version;  ///< of the feed item that named it
  std::optional<FeedItem> item;
  bool remember = true;             ///< keep a fetch state, so that the next round knows it
  bool article = true;              ///< extract it; a feed is kept but not extracted
  Time first_fetched{};             ///< of this address, where an earlier round had it
  CaptureId unchanged_of;           ///< of an answer "not modified": what it still is
  MachineUse machine_use;           ///< what its publisher reserves
  bool returned = false;            ///< of a page: the last answer was another one, or none
  std::vector<ArticleId> shown_by;  ///< of a picture: articles to publish again once it is kept
};

/// The newsroom's open WARC file and a store of its own. A capture's bytes reach the disk before
/// its row does; what a crash left behind the last row is cut off on opening. Thread-safe.
class Archive {
 public:
  static Result<std::unique_ptr<Archive>> open(const Newsroom& newsroom, Time now);
  /// Keeps the capture and enqueues its extraction, or the articles that show it, in one
  /// transaction; a capture that is known already only refreshes
  /// its fetch state, and is extracted again where the page had `returned` to it. Gives whether it
  /// was new.
  Result<bool> keep(const Arrival& arrival);
  /// Keeps all that came in together; `also` runs in the same transaction. Gives for each whether
  /// it was new.
  Result<std::vector<bool>> keep_all(const std::vector<Arrival>& arrivals,
                                     const std::function<Result<void>(Store&)>& also = {});
  /// A page that did not change (304) or could not be had: its fetch state alone.
  Result<void> remember(const SourceId& source, const FetchState& state);
  /// A page that answers as it did at its newest capture, after a time without an answer.
  Result<void> look_again(const SourceId& source, const FetchState& state);
  /// A page that is gone: its article is to be withdrawn, unless it stands at another address.
  /// Where the outlet has `stated` that it took the article back, it is withdrawn whatever stands.
  Result<void> withdraw(const std::string& url, const std::string& why, bool stated = false);
  Store& store() { return *store_; }

 private:
  Archive(const Newsroom& newsroom, std::unique_ptr<Store> store)
      : newsroom_(newsroom), store_(std::move(store)) {}
  std::mutex mutex_;
  const Newsroom& newsroom_;
  std::unique_ptr<Store> store_;
  std::unique_ptr<WarcWriter> warc_;
  std::string file_;
};

Json feed_item_to_json(const FeedItem& item);
FeedItem feed_item_from(const Json& json);

}  // namespace kaynak
