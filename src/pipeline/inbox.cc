#include "pipeline/inbox.h"

#include <algorithm>

#include "base/hash.h"
#include "base/json.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFolderFiles = 100000;
constexpr Milliseconds kSettled{1000};
constexpr const char* kEnding = ".delivery";

Json head_of(const Delivered& d) {
  Json j = Json::object();
  j.set("source", d.source.value).set_if("poll", d.poll).set_if("url", d.url);
  return j.set_if("content_type", d.content_type).set("received", to_rfc3339(d.received));
}

}  // namespace

Result<void> put_in_inbox(const NewsroomPaths& paths, const Delivered& delivered) {
  std::error_code ec;
  fs::create_directories(paths.inbox(), ec);
  if (inbox_files(paths, kMaxWaiting).size() >= kMaxWaiting)
    return fail(ErrorCode::unavailable, "inbox",
                "10000 deliveries wait already; is `kaynak run --follow` running?");
  char stamp[24];
  std::snprintf(stamp, sizeof stamp, "%014lld",
                static_cast<long long>(delivered.received.time_since_epoch().count()));
  // Same words, same name: a sender that tries again adds nothing.
  const auto digest =
      sha256_hex(delivered.source.value + "\n" + delivered.url + "\n" + delivered.body);
  return write_file_atomically(
      paths.inbox() / (std::string(stamp) + "-" + digest.substr(0, 16) + kEnding),
      head_of(delivered).dump() + "\n" + delivered.body, true);
}

std::vector<Path> inbox_files(const NewsroomPaths& paths, std::size_t limit) {
  std::vector<Path> files;
  std::error_code ec;
  for (fs::directory_iterator it(paths.inbox(), ec), end; !ec && it != end; it.increment(ec))
    if (it->path().extension() == kEnding) files.push_back(it->path());
  std::sort(files.begin(), files.end());
  if (files.size() > limit) files.resize(limit);
  return files;
}

Result<Delivered> read_delivered(const Path& file) {
  KAYNAK_ASSIGN(const auto text, read_file(file, kMaxDelivery + (64u << 10)));
  const auto line = text.find('\n');
  const auto head = parse_json(std::string_view(text).substr(0, line));
  if (line == std::string::npos || !head)
    return fail(ErrorCode::malformed, "inbox", file.string() + " is no delivery");
  Delivered d;
  d.source = SourceId((*head)["source"].as_string());
  d.poll = (*head)["poll"].as_string();
  d.url = (*head)["url"].as_string();
  d.content_type = (*head)["content_type"].as_string();
  if (const auto at = parse_iso8601((*head)["received"].as_string())) d.received = at->utc;
  d.body = text.substr(line + 1);
  return d;
}

Result<std::vector<FolderFile>> folder_files(const Path& folder, Time now) {
  std::vector<FolderFile> out;
  std::error_code ec;
  fs::recursive_directory_iterator it(folder, ec), end;
  for (std::size_t seen = 0; !ec && it != end && seen < kMaxFolderFiles; it.increment(ec), ++seen) {
    if (it->path().filename().string().starts_with(".")) {
      it.disable_recursion_pending();
      continue;
    }
    std::error_code problem;
    if (it->is_symlink(problem) || !it->is_regular_file(problem)) continue;
    const auto changed = std::chrono::time_point_cast<Milliseconds>(
        std::chrono::file_clock::to_sys(it->last_write_time(problem)));
    if (problem || now - changed < kSettled) continue;
    out.push_back({it->path(), std::to_string(it->file_size(problem)) + "@" +
                                   std::to_string(changed.time_since_epoch().count())});
  }
  if (ec)
    return fail(
        ec == std::errc::no_such_file_or_directory ? ErrorCode::not_found : ErrorCode::unavailable,
        "inbox", "can't look into '" + folder.string() + "': " + ec.message());
  std::sort(out.begin(), out.end(),
            [](const FolderFile& a, const FolderFile& b) { return a.path < b.path; });
  return out;
}

}  // namespace kaynak
