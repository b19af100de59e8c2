#include "pipeline/archive_rebuild.h"

#include <algorithm>
#include <unordered_map>

#include "pipeline/archive_record.h"
#include "text/url.h"

namespace kaynak {
namespace {

using namespace pipeline_detail;

constexpr std::size_t kRowsAtOnce = 200;

/// A capture to extract, unless its page was withdrawn.
struct Wanted {
  CaptureId id;
  std::string page;  ///< its key
  Time fetched{};
};

/// Equal for all addresses of one page.
std::string page_key(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? identity_key(*parsed) : url;
}

class Rebuild {
 public:
  Rebuild(Store& store, const std::function<void(const RebuildCounts&)>& progress)
      : store_(store), progress_(progress) {}

  Result<void> read(const Path& file) {
    ++counts_.files;
    auto reader = open_warc(file);
    if (!reader) return skip(reader.error());
    WarcGroupReader groups(std::move(*reader));
    for (;;) {
      const auto group = groups.next();
      if (!group && group.error().code == ErrorCode::unavailable) return fail(group.error());
      if (!group)
        KAYNAK_TRY(skip(group.error()));
      else if (!*group)
        return keep_waiting();
      else
        KAYNAK_TRY(take(**group, file.filename().string()));
    }
  }

  /// Revisits whose original stood behind them, then the extraction of everything.
  Result<RebuildCounts> finish() {
    waiting_ = std::move(early_);
    last_ = true;
    KAYNAK_TRY(keep_waiting());
    for (std::size_t at = 0; at < wanted_.size(); at += kRowsAtOnce)
      KAYNAK_TRY(store_.transaction([&] { return enqueue(at); }));
    return std::move(counts_);
  }

 private:
  Result<void> skip(const Error& error) {
    ++counts_.skipped;
    counts_.problems.push_back(error);
    return {};
  }

  Result<void> take(const WarcGroup& group, const std::string& file) {
    if (const auto withdrawal = withdrawal_in(group)) {
      auto& at = withdrawn_[page_key(withdrawal->url)];
      at = std::max(at, withdrawal->at);
      return {};
    }
    auto archived = archived_in(group);
    if (!archived) return skip(archived.error());
    if (!*archived) return {};
    ++counts_.captures;
    (*archived)->row.warc = file;
    (*archived)->arrival.capture.body = {};
    waiting_.push_back(std::move(**archived));
    return waiting_.size() < kRowsAtOnce ? Result<void>() : keep_waiting();
  }

  Result<void> keep_waiting() {
    KAYNAK_TRY(store_.transaction([&]() -> Result<void> {
      for (auto& archived : waiting_) KAYNAK_TRY(keep(archived));
      return {};
    }));
    waiting_.clear();
    if (progress_) progress_(counts_);
    return {};
  }

  Result<void> keep(Archived& archived) {
    auto& [arrival, row] = archived;
    if (row.body_of) {
      const auto original = store_.capture(row.body_of);
      if (!original && original.error().code != ErrorCode::not_found) return fail(original.error());
      if (!original) return without_original(std::move(archived));
      row.payload = original->payload;
    }
    if (arrival.article) wanted_.push_back({row.id, page_key(row.url), row.fetched});
    const auto known = store_.capture(row.id);
    if (known) return move(*known, row);
    if (known.error().code != ErrorCode::not_found) return fail(known.error());
    ++counts_.fresh;
    if (arrival.article && !row.source.empty()) KAYNAK_TRY(put_fetched(store_, arrival));
    arrival.article = false;  // extracted when all rows are there
    arrival.shown_by.clear();
    return put_rows(store_, arrival, row);
  }

  Result<void> without_original(Archived archived) {
    if (last_)
      return skip({ErrorCode::not_found, "archive",
                   archived.row.warc + ": the body of " + archived.row.url +
                       " is in no file of data/warc"});
    early_.push_back(std::move(archived));
    return {};
  }

  /// A row that says its own record holds the body is not made to follow another for it.
  Result<void> move(const CaptureRow& known, const CaptureRow& row) {
    if (known.warc == row.warc && known.offset == row.offset && known.payload == row.payload)
      return {};
    if (known.body_of.empty() && !row.body_of.empty()) return {};
    ++counts_.moved;
    return store_.move_capture(row);
  }

  Result<void> enqueue(std::size_t from) {
    const auto to = std::min(from + kRowsAtOnce, wanted_.size());
    for (std::size_t i = from; i < to; ++i) {
      const auto& wanted = wanted_[i];
      const auto gone = withdrawn_.find(wanted.page);
      if (gone != withdrawn_.end() && gone->second >= wanted.fetched)
        ++counts_.withdrawn;
      else
        KAYNAK_TRY(store_.enqueue("extract", wanted.id.value, Time{}));
    }
    return {};
  }

  Store& store_;
  const std::function<void(const RebuildCounts&)>& progress_;
  RebuildCounts counts_;
  std::vector<Archived> waiting_;
  std::vector<Archived> early_;  ///< revisits met before their original
  std::vector<Wanted> wanted_;
  std::unordered_map<std::string, Time> withdrawn_;  ///< by page's key, when last
  bool last_ = false;
};

}  // namespace

Result<std::vector<Path>> archive_files(const Newsroom& newsroom) {
  std::vector<Path> files;
  std::error_code ec;
  const auto folder = newsroom.paths.warc();
  if (!std::filesystem::exists(folder, ec)) return files;
  for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end;
       it.increment(ec)) {
    const auto name = it->path().filename().string();
    if (name.ends_with(".warc.gz") || name.ends_with(".warc")) files.push_back(it->path());
  }
  if (ec)
    return fail(ErrorCode::unavailable, "archive",
                "can't read folder '" + folder.string() + "': " + ec.message());
  std::sort(files.begin(), files.end());
  return files;
}

Result<RebuildCounts> rebuild_index(const Newsroom& newsroom,
                                    const std::function<void(const RebuildCounts&)>& progress) {
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  KAYNAK_ASSIGN(const auto files, archive_files(newsroom));
  Rebuild rebuild(*store, progress);
  for (const auto& file : files) KAYNAK_TRY(rebuild.read(file));
  return rebuild.finish();
}

}  // namespace kaynak
