#include "serve/files.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <charconv>

#include "base/hash.h"
#include "base/strings.h"
#include "base/time.h"

namespace kaynak::serve_detail {
namespace {

/// Files up to this are read whole: sent in one write, their ETag made of their bytes. Larger ones
/// go through a window, whatever their size.
constexpr std::uint64_t kReadWhole = 256u << 10;
/// How much older than its file a compressed form may be: the two are written one after the other,
/// in an order that is the publisher's. One that is older belongs to a version before.
constexpr std::int64_t kSiblingSlackNs = 10'000'000'000;

struct Found {
  OpenFile file;
  std::int64_t modified_ns = 0;
  std::uint64_t inode = 0;
  bool folder = false;
};

int open_in(int folder, const std::string& name, int flags) {
  // O_NOFOLLOW: no symbolic link on the way, so nothing outside the site. O_NONBLOCK: a FIFO must
  // not hold the thread.
  return openat(folder, name.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | flags);
}

/// The folder that holds the last segment; negative where there is none.
OpenFile open_parent(const Path& root, const std::vector<std::string>& segments) {
  OpenFile at(open(root.c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY), 0);
  for (std::size_t i = 0; at && i + 1 < segments.size(); ++i)
    at = OpenFile(open_in(at.descriptor(), segments[i], O_DIRECTORY), 0);
  return at;
}

Found open_found(int folder, const std::string& name) {
  Found found;
  OpenFile opened(open_in(folder, name, 0), 0);
  struct stat status {};
  if (!opened || fstat(opened.descriptor(), &status) != 0) return found;
  found.folder = S_ISDIR(status.st_mode);
  if (!found.folder && !S_ISREG(status.st_mode)) return found;
  found.file = OpenFile(opened.release(), static_cast<std::uint64_t>(status.st_size));
  found.modified_ns = status.st_mtim.tv_sec * 1'000'000'000LL + status.st_mtim.tv_nsec;
  found.inode = status.st_ino;
  return found;
}

std::optional<std::string> read_all(const OpenFile& file) {
  std::string bytes(file.size(), '\0');
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t n = pread(file.descriptor(), bytes.data() + done, bytes.size() - done,
                            static_cast<off_t>(done));
    if (n <= 0) return std::nullopt;
    done += static_cast<std::size_t>(n);
  }
  return bytes;
}

std::string hex(std::uint64_t value) {
  char digits[17];
  const auto end = std::to_chars(digits, digits + sizeof digits, value, 16).ptr;
  return std::string(digits, end);
}

/// Pages must show an approved comment or a correction at once, so browsers ask each time (and
/// mostly hear 304); the rest may be a little old.
std::string cache_control(std::string_view type) {
  if (type.starts_with("text/html")) return "no-cache";
  if (type.find("xml") != std::string_view::npos || type.find("json") != std::string_view::npos)
    return "public, max-age=300";
  return "public, max-age=3600";
}

bool unchanged(const Request& request, const std::string& etag, std::int64_t modified_ns) {
  const auto if_none_match = header(request.headers, "If-None-Match");
  if (!if_none_match.empty()) return etag_matches(if_none_match, etag);
  const auto since = parse_rfc822(header(request.headers, "If-Modified-Since"));
  return since && modified_ns / 1'000'000'000 <= since->utc.time_since_epoch().count() / 1000;
}

/// Gives the body (or 304) of an opened file to a response that has its other headers.
Response with_file(const Request& request, Found found, Response response) {
  std::string etag;
  if (found.file.size() <= kReadWhole) {
    auto bytes = read_all(found.file);
    if (!bytes) return text_response(503, "The file could not be read. Try again.\n");
    etag = '"' + hex(hash64(*bytes, 1)) + hex(hash64(*bytes, 2)) + '"';
    response.body = std::move(*bytes);
  } else {
    etag = '"' + hex(static_cast<std::uint64_t>(found.modified_ns)) + '-' + hex(found.file.size()) +
           '-' + hex(found.inode) + '"';
    response.file = std::move(found.file);
  }
  response.set("ETag", etag);
  response.set("Last-Modified", to_http_date(Time(Milliseconds(found.modified_ns / 1'000'000))));
  if (unchanged(request, etag, found.modified_ns)) {
    response.status = 304;
    response.body.clear();
    response.file = {};
  }
  return response;
}

/// The best compressed form that the client takes, else the file itself.
Response choose_form(const Request& request, int folder, const std::string& name, Found found) {
  Response response;
  const std::string type = content_type_for(name);
  response.set("Content-Type", type).set("Cache-Control", cache_control(type));
  const auto accepted = accepted_encodings(header(request.headers, "Accept-Encoding"));
  bool varies = false;
  Found chosen;
  std::string encoding;
  for (const auto& [suffix, token] : {std::pair(".br", "br"), std::pair(".gz", "gzip")}) {
    Found form = open_found(folder, name + suffix);
    if (!form.file || form.folder || form.modified_ns + kSiblingSlackNs < found.modified_ns)
      continue;
    varies = true;
    const auto rank = std::find(accepted.begin(), accepted.end(), token);
    if (rank == accepted.end()) continue;
    if (chosen.file && std::find(accepted.begin(), rank, encoding) != rank) continue;
    chosen = std::move(form);
    encoding = token;
  }
  if (varies) response.set("Vary", "Accept-Encoding");
  if (!chosen.file) return with_file(request, std::move(found), std::move(response));
  response.set("Content-Encoding", encoding);
  chosen.modified_ns = found.modified_ns;
  return with_file(request, std::move(chosen), std::move(response));
}

Response moved(const Target& target) {
  Response response = text_response(301, "Moved.\n");
  response.set("Location",
               target.raw_path + "/" + (target.query.empty() ? "" : "?" + target.query));
  return response;
}

}  // namespace

Response SiteFiles::get(const Request& request, const Target& target) const {
  std::vector<std::string> segments = target.segments;
  if (target.folder) segments.push_back("index.html");
  if (segments.empty()) return not_found(target);
  const OpenFile parent = open_parent(folder_, segments);
  if (!parent) return not_found(target);
  Found found = open_found(parent.descriptor(), segments.back());
  if (!found.file) return not_found(target);
  if (found.folder) return target.folder ? not_found(target) : moved(target);
  return choose_form(request, parent.descriptor(), segments.back(), std::move(found));
}

Response SiteFiles::not_found(const Target& target) const {
  const auto of_path = std::find_if(languages_.begin(), languages_.end(), [&](const auto& tag) {
    return !target.segments.empty() && tag.value == target.segments.front();
  });
  const LanguageTag language = of_path != languages_.end() ? *of_path
                               : languages_.empty()        ? LanguageTag()
                                                           : languages_.front();
  const OpenFile parent = open_parent(folder_, {language.value, "404.html"});
  if (!language.empty() && parent) {
    const Found found = open_found(parent.descriptor(), "404.html");
    if (found.file && !found.folder && found.file.size() <= kReadWhole)
      if (auto page = read_all(found.file)) return page_response(404, std::move(*page));
  }
  return text_response(404, "There is no such page.\n");
}

std::string content_type_for(std::string_view name) {
  static constexpr std::pair<std::string_view, std::string_view> kTypes[] = {
      {"feed.xml", "application/rss+xml; charset=utf-8"},
      {"feed.json", "application/feed+json; charset=utf-8"},
      {".html", "text/html; charset=utf-8"},
      {".css", "text/css; charset=utf-8"},
      {".xml", "application/xml; charset=utf-8"},
      {".json", "application/json; charset=utf-8"},
      {".txt", "text/plain; charset=utf-8"},
      {".js", "text/javascript; charset=utf-8"},
      {".svg", "image/svg+xml; charset=utf-8"},
      {".webmanifest", "application/manifest+json"},
      {".png", "image/png"},
      {".jpg", "image/jpeg"},
      {".jpeg", "image/jpeg"},
      {".webp", "image/webp"},
      {".avif", "image/avif"},
      {".gif", "image/gif"},
      {".ico", "image/x-icon"},
      {".woff2", "font/woff2"},
      {".pdf", "application/pdf"},
  };
  for (const auto& [ending, type] : kTypes)
    if (name.ends_with(ending)) return std::string(type);
  return "application/octet-stream";
}

namespace {

/// The weight of "gzip;q=0.5" in thousandths; 0 for what is no weight.
int weight_of(std::string_view parameters) {
  const std::string_view text = trim(parameters);
  if (text.empty()) return 1000;
  if (!istarts_with(text, "q=")) return 0;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return 0;
  return static_cast<int>(std::clamp(value, 0.0, 1.0) * 1000);
}

}  // namespace

std::vector<std::string> accepted_encodings(std::string_view accept_encoding) {
  int brotli = -1, gzip = -1, any = 0;
  for (const std::string_view item : split(accept_encoding, ',')) {
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view token = trim(item.substr(0, semicolon));
    const int weight = weight_of(item.substr(std::min(semicolon + 1, item.size())));
    if (iequals(token, "br")) brotli = weight;
    if (iequals(token, "gzip") || iequals(token, "x-gzip")) gzip = weight;
    if (token == "*") any = weight;
  }
  if (brotli < 0) brotli = any;
  if (gzip < 0) gzip = any;
  std::vector<std::string> accepted;
  if (brotli > 0) accepted.push_back("br");
  if (gzip > 0) accepted.insert(gzip > brotli ? accepted.begin() : accepted.end(), "gzip");
  return accepted;
}

bool etag_matches(std::string_view if_none_match, std::string_view etag) {
  for (std::string_view item : split(if_none_match, ',')) {
    item = trim(item);
    if (item == "*") return true;
    if (item.starts_with("W/")) item.remove_prefix(2);
    if (item == etag) return true;
  }
  return false;
}

}  // namespace kaynak::serve_detail
