#include "pipeline/archive.h"

#include <unordered_map>
#include <unordered_set>

#include "base/hash.h"
#include "pipeline/archive_files.h"
#include "pipeline/archive_record.h"
#include "pipeline/stages.h"

namespace kaynak {
namespace {

using namespace pipeline_detail;

constexpr const char* kSoftware = "Kaynak/0.1";
// A revisit record is not much smaller than a short answer, and needs a second place to be read.
constexpr std::size_t kWorthARevisit = 1024;

/// What becomes of one arrival of a batch.
struct Planned {
  const Arrival* arrival = nullptr;
  bool fresh = false;
  CaptureRow row;                    ///< of a fresh one
  std::optional<std::size_t> entry;  ///< its place among what is written, where anything is
};

WarcReference reference_to(const CaptureRow& row, WarcReference::Why why) {
  return {why, row.record, row.final_url.empty() ? row.url : row.final_url, row.fetched};
}

/// Decides what each arrival needs written, in order: what comes first in a batch counts for what
/// comes after it.
class Batch {
 public:
  explicit Batch(Store& store) : store_(store) {}

  Result<void> add(const Arrival& arrival) {
    planned_.push_back({&arrival, false, {}, {}});
    if (arrival.unchanged_of) return unchanged(arrival);
    if (fresh_.count(arrival.capture.id) > 0) return {};
    const auto known = store_.capture(arrival.capture.id);
    if (known) return again(arrival, *known);
    if (known.error().code != ErrorCode::not_found) return fail(known.error());
    return fresh(arrival);
  }

  std::vector<Planned>& planned() { return planned_; }
  const std::vector<WarcEntry>& entries() const { return entries_; }

 private:
  void write(const Arrival& arrival, const CaptureId& body_of, std::optional<WarcReference> to) {
    planned_.back().entry = entries_.size();
    entries_.push_back({&arrival.capture, archive_fields(arrival, body_of), std::move(to)});
  }

  Result<void> unchanged(const Arrival& arrival) {
    if (!arrival.article) return {};
    const auto known = store_.capture(arrival.unchanged_of);
    if (!known && known.error().code != ErrorCode::not_found) return fail(known.error());
    WarcReference to;
    if (known) to = reference_to(*known, WarcReference::Why::not_modified);
    to.why = WarcReference::Why::not_modified;
    write(arrival, {}, std::move(to));
    return {};
  }

  Result<void> again(const Arrival& arrival, const CaptureRow& known) {
    if (!arrival.article || arrival.capture.fetched == known.fetched) return {};
    CaptureRow holder = known;
    if (known.body_of) {
      KAYNAK_ASSIGN(holder, store_.capture(known.body_of));
    }
    write(arrival, {}, reference_to(holder, WarcReference::Why::same_payload));
    return {};
  }

  Result<void> fresh(const Arrival& arrival) {
    const auto& c = arrival.capture;
    auto& planned = planned_.back();
    planned.fresh = true;
    fresh_.insert(c.id);
    auto payload = sha256_hex(c.body);
    KAYNAK_ASSIGN(const auto original, original_of(payload, c.body.size()));
    planned.row = row_of(arrival, std::move(payload), warc_record_id(c, original.has_value()));
    if (original) {
      planned.row.body_of = original->id;
      write(arrival, original->id, reference_to(*original, WarcReference::Why::same_payload));
    } else {
      bodies_.emplace(planned.row.payload, planned.row);
      write(arrival, {}, {});
    }
    return {};
  }

  Result<std::optional<CaptureRow>> original_of(const std::string& payload, std::size_t size) {
    if (size <= kWorthARevisit) return std::optional<CaptureRow>();
    const auto in_batch = bodies_.find(payload);
    if (in_batch != bodies_.end()) return std::optional(in_batch->second);
    return store_.capture_with_body(payload);
  }

  Store& store_;
  std::vector<Planned> planned_;
  std::vector<WarcEntry> entries_;
  std::unordered_set<CaptureId> fresh_;
  std::unordered_map<std::string, CaptureRow> bodies_;  ///< by digest, of this batch
};

std::string optional_time(const std::optional<ZonedTime>& t) {
  return t ? to_rfc3339(*t) : std::string();
}

}  // namespace

Json feed_item_to_json(const FeedItem& item) {
  Json j;
  j.set_if("id", item.id).set_if("url", item.url).set_if("title", item.title);
  return j.set_if("published", optional_time(item.published))
      .set_if("updated", optional_time(item.updated));
}

FeedItem feed_item_from(const Json& j) {
  FeedItem item;
  item.id = j["id"].as_string();
  item.url = j["url"].as_string();
  item.title = j["title"].as_string();
  item.published = parse_iso8601(j["published"].as_string());
  item.updated = parse_iso8601(j["updated"].as_string());
  return item;
}

Result<Capture> read_capture(const Newsroom& newsroom, Store& store, const CaptureRow& row) {
  const auto folder = newsroom.paths.warc();
  if (row.body_of.empty()) return read_capture_at(folder / row.warc, row.offset);
  KAYNAK_ASSIGN(const auto holder, store.capture(row.body_of));
  KAYNAK_ASSIGN(auto original, read_capture_at(folder / holder.warc, holder.offset));
  KAYNAK_ASSIGN(const auto record, read_record_at(folder / row.warc, row.offset));
  return revisit_from(record, std::move(original));
}

Result<std::unique_ptr<Archive>> Archive::open(const Newsroom& newsroom, Time now,
                                               ArchiveOptions options) {
  KAYNAK_ASSIGN(auto store, newsroom.open_store());
  KAYNAK_TRY(settle_last_file(newsroom, *store));
  std::unique_ptr<Archive> archive(
      new Archive(newsroom, std::move(store), std::move(options), now));
  KAYNAK_TRY(archive->make_room());
  return archive;
}

ArchiveOptions archive_options(const Newsroom& newsroom, Clock clock) {
  return {newsroom.config.warc_bytes, std::move(clock)};
}

/// Opens another file where none is open, the day is another or the file is full.
Result<void> Archive::make_room() {
  const auto day = to_rfc3339(now()).substr(0, 10);
  if (warc_ && day == day_ && warc_->size() < options_.max_file_bytes) return {};
  warc_.reset();
  KAYNAK_ASSIGN(file_, file_of_day(newsroom_, *store_, day, options_.max_file_bytes));
  KAYNAK_ASSIGN(warc_, WarcWriter::open(newsroom_.paths.warc() / file_, kSoftware));
  day_ = day;
  return {};
}

Result<std::vector<bool>> Archive::keep_all(const std::vector<Arrival>& arrivals,
                                            const std::function<Result<void>(Store&)>& also) {
  const std::lock_guard lock(mutex_);
  Batch batch(*store_);
  for (const auto& arrival : arrivals) KAYNAK_TRY(batch.add(arrival));
  KAYNAK_TRY(make_room());
  KAYNAK_ASSIGN(const auto offsets, warc_->append_all(batch.entries()));
  std::vector<bool> fresh;
  const auto kept = store_->transaction([&]() -> Result<void> {
    for (auto& planned : batch.planned()) {
      fresh.push_back(planned.fresh);
      if (planned.fresh) {
        planned.row.warc = file_;
        planned.row.offset = offsets[*planned.entry];
        KAYNAK_TRY(put_rows(*store_, *planned.arrival, planned.row));
      } else if (planned.arrival->returned && planned.arrival->article) {
        const auto& c = planned.arrival->capture;
        KAYNAK_TRY(store_->enqueue("extract", look_again_item(c.id, c.fetched), Time{}));
      }
    }
    return also ? also(*store_) : Result<void>();
  });
  if (!kept) return fail(kept.error());
  return fresh;
}

Result<bool> Archive::keep(const Arrival& arrival) {
  KAYNAK_ASSIGN(const auto fresh, keep_all({arrival}));
  return bool(fresh.front());
}

Result<void> Archive::remember(const SourceId& source, const FetchState& state) {
  const std::lock_guard lock(mutex_);
  return store_->put_fetch_state(source, to_json(state), state.url);
}

Result<void> Archive::note_withdrawal(const std::string& url, const std::string& why) {
  const std::lock_guard lock(mutex_);
  const auto article = store_->article_by_url(url);
  if (!article && article.error().code == ErrorCode::not_found) return {};
  if (!article) return fail(article.error());
  if (article->status == PubStatus::canceled) return {};
  KAYNAK_TRY(make_room());
  KAYNAK_TRY(warc_->append_bytes(warc_note_bytes(url, now(), withdrawal_fields(why))));
  return {};
}

}  // namespace kaynak
