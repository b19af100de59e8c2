#include "pipeline/archive.h"

#include <algorithm>

#include "base/strings.h"
#include "pipeline/stages.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

const SourceId kArchive("archive");  // fetch states: the WARC files that this database began

/// Where the records that rows name end, and how many responses stand behind that.
struct Tail {
  std::uint64_t good = 0;
  int orphans = 0;
};

Result<Tail> tail_of(const Path& file, std::optional<std::uint64_t> last) {
  Tail tail;
  KAYNAK_ASSIGN(const auto reader, open_warc(file));
  for (;;) {
    auto record = reader->next();
    if (!record || !*record) return tail;  // a torn tail: WarcWriter::open cuts it
    const auto& r = **record;
    if (r.type == "warcinfo" || (last && r.offset <= *last))
      tail.good = r.offset + r.length;
    else
      ++tail.orphans;
  }
}

/// Readies a file for appending; gives whether it may be appended to. The one record that a crash
/// can leave before its row was kept is cut off. More than one, or a file that this database did
/// not begin, is somebody's archive beside a new or older database: it is left as it is.
Result<bool> ready(Store& store, const Path& file) {
  const auto name = file.filename().string();
  std::error_code ec;
  if (!fs::exists(file, ec)) {
    KAYNAK_TRY(store.put_fetch_state(kArchive, Json().set("file", name), name));
    return true;
  }
  KAYNAK_ASSIGN(const auto begun, store.fetch_states(kArchive));
  if (std::none_of(begun.begin(), begun.end(),
                   [&](const Json& j) { return j["file"].as_string() == name; }))
    return false;
  KAYNAK_ASSIGN(const auto last, store.last_offset(name));
  KAYNAK_ASSIGN(const auto tail, tail_of(file, last));
  if (tail.orphans > 1) return false;
  if (tail.good > 0 && tail.good < fs::file_size(file, ec)) fs::resize_file(file, tail.good, ec);
  if (ec)
    return fail(ErrorCode::unavailable, "archive",
                "can't cut '" + file.string() + "': " + ec.message());
  return true;
}

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

Result<std::unique_ptr<Archive>> Archive::open(const Newsroom& newsroom, Time now) {
  KAYNAK_ASSIGN(auto store, newsroom.open_store());
  std::unique_ptr<Archive> archive(new Archive(newsroom, std::move(store)));
  const auto day = to_rfc3339(now).substr(0, 10);
  Path path;
  for (int number = 1;; ++number) {
    archive->file_ = day + (number == 1 ? "" : "-" + std::to_string(number)) + ".warc.gz";
    path = newsroom.paths.warc() / archive->file_;
    KAYNAK_ASSIGN(const bool appendable, ready(*archive->store_, path));
    if (appendable) break;
  }
  KAYNAK_ASSIGN(archive->warc_, WarcWriter::open(path, "Kaynak/0.1"));
  return archive;
}

Result<bool> Archive::keep(const Arrival& arrival) {
  const auto& c = arrival.capture;
  const std::lock_guard lock(mutex_);
  FetchState state;
  state.url = c.url;
  state.etag = header(c.headers, "ETag");
  state.last_modified = header(c.headers, "Last-Modified");
  state.item_version = arrival.item_version;
  state.capture = c.id;
  state.fetched = c.fetched;
  state.first_fetched = arrival.first_fetched != Time{} ? arrival.first_fetched : c.fetched;
  const auto known = store_->capture(c.id);
  if (known) {
    KAYNAK_TRY(store_->transaction([&]() -> Result<void> {
      if (arrival.remember)
        KAYNAK_TRY(store_->put_fetch_state(c.source, to_json(state), state.url));
      if (!arrival.returned || !arrival.article) return {};
      return store_->enqueue("extract", look_again_item(c.id, c.fetched), Time{});
    }));
    return false;
  }
  if (known.error().code != ErrorCode::not_found) return fail(known.error());
  KAYNAK_ASSIGN(const auto offset, warc_->append(c));
  CaptureRow row{c.id,
                 c.source,
                 c.url,
                 c.final_url,
                 c.fetched,
                 c.http_status,
                 std::string(header(c.headers, "Content-Type")),
                 file_,
                 offset,
                 arrival.item ? feed_item_to_json(*arrival.item).dump() : std::string(),
                 arrival.machine_use.empty() ? "" : to_json(arrival.machine_use).dump()};
  const auto kept = store_->transaction([&]() -> Result<void> {
    KAYNAK_TRY(store_->put_capture(row));
    if (arrival.remember) KAYNAK_TRY(store_->put_fetch_state(c.source, to_json(state), state.url));
    Event event;
    event.at = c.fetched;
    event.kind = "captured";
    event.subject = c.id.value;
    event.detail.set("url", c.url)
        .set("status", c.http_status)
        .set("warc", file_)
        .set("offset", offset);
    KAYNAK_TRY(store_->append_event(event));
    for (const ArticleId& id : arrival.shown_by)
      KAYNAK_TRY(store_->enqueue("publish", id.value, Time{}));
    if (!arrival.article) return {};
    return store_->enqueue("extract", c.id.value, Time{});
  });
  if (!kept) return fail(kept.error());
  return true;
}

Result<std::vector<bool>> Archive::keep_all(const std::vector<Arrival>& arrivals,
                                            const std::function<Result<void>(Store&)>& also) {
  std::vector<bool> fresh;
  for (const auto& arrival : arrivals) {
    if (!arrival.unchanged_of.empty()) {
      fresh.push_back(false);
      continue;
    }
    KAYNAK_ASSIGN(const bool is_new, keep(arrival));
    fresh.push_back(is_new);
  }
  if (also) KAYNAK_TRY(store_->transaction([&] { return also(*store_); }));
  return fresh;
}

Result<void> Archive::remember(const SourceId& source, const FetchState& state) {
  const std::lock_guard lock(mutex_);
  return store_->put_fetch_state(source, to_json(state), state.url);
}

Result<void> Archive::look_again(const SourceId& source, const FetchState& state) {
  const std::lock_guard lock(mutex_);
  return store_->transaction([&]() -> Result<void> {
    KAYNAK_TRY(store_->put_fetch_state(source, to_json(state), state.url));
    return store_->enqueue("extract", look_again_item(state.capture, state.fetched), Time{});
  });
}

Result<void> Archive::withdraw(const std::string& url, const std::string& why, bool stated) {
  const std::lock_guard lock(mutex_);
  Json item;
  item.set("url", url).set("why", why);
  if (stated) item.set("stated", true);
  return store_->enqueue("withdraw", item.dump(), Time{});
}

}  // namespace kaynak
