#include "pipeline/brought.h"

#include "base/hash.h"
#include "base/strings.h"
#include "pipeline/inbox.h"

namespace kaynak::pipeline_detail {
namespace {

constexpr std::size_t kMaxFile = 20u << 20;

Capture capture_of(const SourceId& source, std::string url, const std::string& content_type,
                   std::string body, Time received) {
  Capture c;
  c.source = source;
  c.url = std::move(url);
  if (istarts_with(c.url, "http")) c.final_url = c.url;
  c.fetched = received;
  c.http_status = 200;
  if (!content_type.empty()) c.headers = {{"Content-Type", content_type}};
  c.body = std::move(body);
  c.id = capture_id_for(c.url, c.body);
  return c;
}

Result<void> take(GatherSession& session, Store& store, Delivered d) {
  if (!d.poll.empty()) {
    KAYNAK_ASSIGN(auto row, store.fetch_row(d.poll));
    if (!row) return {};  // its source is gone
    Fetched fetched;
    fetched.bytes = d.body.size();
    fetched.capture = capture_of(d.source, row->url, d.content_type, std::move(d.body), d.received);
    fetched.capture.metadata = {{"via", "websub"}};
    session.incoming.count("websub_deliveries");
    return poll_came(session, std::move(*row), std::move(fetched));
  }
  // An item without an address of its own is known by its guid, or else by its words.
  auto url = d.url.empty() ? "urn:kaynak:push:" + sha256_hex(d.body) : d.url;
  Arrival arrival;
  arrival.capture =
      capture_of(d.source, std::move(url), d.content_type, std::move(d.body), d.received);
  arrival.capture.metadata = {{"via", "push"}};
  session.incoming.count("pushes");
  session.incoming.keep(std::move(arrival));
  return {};
}

void set_aside(GatherSession& session, const Path& file, const Error& error) {
  std::error_code ignored;  // it is told again at the next look
  std::filesystem::rename(file, Path(file).replace_extension(".bad"), ignored);
  session.problem({error.code, "inbox", error.detail + "; kept as .bad"});
}

/// Whether the file is new or changed; then it is put.
Result<bool> take(GatherSession& session, const Source& source, const FolderFile& file) {
  const auto url = "file://" + file.path.string();
  KAYNAK_ASSIGN(auto row, session.incoming.row(fetch_key(FetchKind::page, url)));
  if (!row) row = fresh_row(source.id, FetchKind::page, url, Time{});
  auto task = fetch_task_from(row->state);
  if (task.state.item_version == file.version) return false;
  auto bytes = read_file(file.path, kMaxFile);
  task.state.item_version = file.version;
  row->due.reset();  // its folder is looked at, it is not fetched
  row->state = to_text(task);
  session.incoming.put(std::move(*row));
  if (!bytes) {
    session.problem(
        {bytes.error().code, "inbox", file.path.string() + ": " + bytes.error().detail});
    return true;
  }
  Arrival arrival;
  arrival.capture = capture_of(source.id, url, {}, std::move(*bytes), session.clock());
  arrival.capture.metadata = {{"via", "folder"}};
  session.incoming.count("files");
  session.incoming.keep(std::move(arrival));
  return true;
}

}  // namespace

Result<std::vector<Path>> take_inbox(GatherSession& session, Store& store, std::size_t limit) {
  std::vector<Path> taken;
  for (const auto& file : inbox_files(session.newsroom.paths, limit)) {
    auto delivered = read_delivered(file);
    if (!delivered) {
      set_aside(session, file, delivered.error());
      continue;
    }
    KAYNAK_TRY(take(session, store, std::move(*delivered)));
    taken.push_back(file);
  }
  return taken;
}

Result<void> take_folders(GatherSession& session, std::size_t limit) {
  std::size_t taken = 0;
  for (const auto& entry : session.newsroom.sources().all()) {
    if (entry.source.folder.empty() || entry.source.paused) continue;
    const auto files = folder_files(entry.source.folder, session.clock());
    if (!files) {
      session.problem(files.error());
      continue;
    }
    for (const auto& file : *files) {
      if (taken >= limit) return {};
      KAYNAK_ASSIGN(const bool fresh, take(session, entry.source, file));
      taken += fresh ? 1 : 0;
    }
  }
  return {};
}

}  // namespace kaynak::pipeline_detail
