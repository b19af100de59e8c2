/// @file Captures kept: the answer in a WARC file, the row, the event and the next job in the
/// store. What a row says stands in the WARC file too, so that the rows can be made again.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "gather/feed.h"
#include "gather/fetch_state.h"
#include "gather/warc.h"
#include "model/capture.h"
#include "model/machine_use.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// How a capture came: what its row and its extract job are made of.
struct Arrival {
  Capture capture;
  std::string item_version;  ///< of the feed item that named it
  std::optional<FeedItem> item;
  bool article = true;              ///< extract it; a feed is kept but not extracted
  Time first_fetched{};             ///< of this address, where an earlier round had it
  bool returned = false;            ///< of a page: the last answer was another one, or none
  MachineUse machine_use;           ///< what its publisher reserves
  std::vector<ArticleId> shown_by;  ///< of a picture: articles to publish again once it is kept
  CaptureId unchanged_of;           ///< of a 304: the capture that still holds. It gets no row
};

struct ArchiveOptions {
  std::uint64_t max_file_bytes = 1u << 30;  ///< a file that has grown to this gets no more records
  Clock clock;  ///< whose days begin new files; empty: it stays the day of opening
};

/// As the newsroom's settings say.
ArchiveOptions archive_options(const Newsroom& newsroom, Clock clock);

/// The newsroom's open WARC file and a store of its own. A capture's bytes reach the disk before
/// its row does; whole captures that a crash left without rows get them on opening, a torn end is
/// cut off. The caller holds the NewsroomLock. Thread-safe.
class Archive {
 public:
  /// Errors: those of store and disk.
  static Result<std::unique_ptr<Archive>> open(const Newsroom& newsroom, Time now,
                                               ArchiveOptions options = {});
  /// Keeps all that came in together: one write to the WARC with one fdatasync, then one
  /// transaction; `also` runs in that transaction. Gives for each whether it was new. A new capture
  /// gets its row, event and job; one whose body another address has already given becomes a
  /// revisit record with a row of its own. An article's page that came again unchanged is noted as
  /// a revisit, and extracted again where it had `returned`; anything else that is known writes
  /// nothing to the WARC. Errors: those of store and disk, and of `also`.
  Result<std::vector<bool>> keep_all(const std::vector<Arrival>& arrivals,
                                     const std::function<Result<void>(Store&)>& also = {});
  /// keep_all of one.
  Result<bool> keep(const Arrival& arrival);
  /// A picture that could not be had: its fetch state.
  Result<void> remember(const SourceId& source, const FetchState& state);
  /// Has the WARC say that a page is gone, so that making the rows again does not bring it back.
  /// Nothing where no article stands there.
  Result<void> note_withdrawal(const std::string& url, const std::string& why);
  Store& store() { return *store_; }

 private:
  Archive(const Newsroom& newsroom, std::unique_ptr<Store> store, ArchiveOptions options, Time now)
      : newsroom_(newsroom), store_(std::move(store)), options_(std::move(options)), now_(now) {}
  Time now() const { return options_.clock ? options_.clock() : now_; }
  Result<void> make_room();
  std::mutex mutex_;
  const Newsroom& newsroom_;
  std::unique_ptr<Store> store_;
  ArchiveOptions options_;
  Time now_;
  std::unique_ptr<WarcWriter> warc_;
  std::string file_;
  std::string day_;
};

/// The capture of a row, its body read from where it is. Errors: not_found, malformed, unavailable.
Result<Capture> read_capture(const Newsroom& newsroom, Store& store, const CaptureRow& row);

Json feed_item_to_json(const FeedItem& item);
FeedItem feed_item_from(const Json& json);

}  // namespace kaynak
