#include "pipeline/source_book.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "base/toml.h"
#include "text/url.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxSourceFile = 1 << 20;

std::vector<std::string> texts(const Json& list) {
  std::vector<std::string> out;
  for (const auto& item : list.items())
    if (!item.as_string().empty()) out.push_back(item.as_string());
  return out;
}

Unexpected wrong(const SourceId& id, const std::string& what) {
  return fail(ErrorCode::malformed, "sources", "sources/" + id.value + ".toml: " + what);
}

/// Files below `folder` by name, so that loading does the same thing everywhere.
std::vector<Path> toml_files(const Path& folder) {
  std::vector<Path> files;
  std::error_code ec;
  for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    if (it->path().extension() == ".toml" && it->path().filename() != "agencies.toml")
      files.push_back(it->path());
  std::sort(files.begin(), files.end());
  return files;
}

std::string fingerprint_of(const std::vector<Path>& folders) {
  std::string out;
  for (const auto& folder : folders)
    for (const auto& file : toml_files(folder)) {
      std::error_code ec;
      out += file.string() + " " + std::to_string(fs::file_size(file, ec)) + " " +
             std::to_string(fs::last_write_time(file, ec).time_since_epoch().count()) + "\n";
    }
  return sha256_hex(out);
}

std::string host_of(const std::string& url) {
  const auto parsed = Url::parse(url);
  return parsed ? std::string(parsed->host()) : std::string();
}

}  // namespace

std::string plain_host(std::string_view host) {
  auto out = ascii_lower(host);
  for (const char* prefix : {"www.", "m.", "amp."})
    if (out.starts_with(prefix)) out.erase(0, std::string_view(prefix).size());
  return out;
}

Result<SourceEntry> parse_source(const SourceId& id, std::string_view toml) {
  KAYNAK_ASSIGN(const auto j, parse_toml(toml, "sources/" + id.value + ".toml"));
  SourceEntry entry;
  auto& s = entry.source;
  s.id = id;
  s.name = j["name"].as_string();
  if (s.name.empty()) return wrong(id, "has no name; add name = \"…\"");
  s.home = j["home"].as_string();
  s.language = LanguageTag(j["language"].as_string());
  s.country = j["country"].as_string();
  s.feeds = texts(j["feeds"]);
  s.sitemaps = texts(j["sitemaps"]);
  s.sections = texts(j["sections"]);
  s.section_links = j["section_links"].as_string();
  s.folder = j["folder"].as_string();
  if (!s.folder.empty() && !Path(s.folder).is_absolute())
    return wrong(id, "folder '" + s.folder + "' is no absolute path");
  s.push_token = j["push_token"].as_string();
  s.paused = j["paused"].as_bool();
  s.insecure_tls = j["insecure_tls"].as_bool();
  s.hosts = texts(j["hosts"]);
  for (const auto* urls : {&s.feeds, &s.sitemaps, &s.sections})
    for (const auto& url : *urls)
      if (!Url::parse(url)) return wrong(id, "'" + url + "' is no URL");
  if (j.contains("rights")) {
    const auto rights = rights_from(j["rights"].as_string());
    if (!rights)
      return wrong(id,
                   "rights '" + j["rights"].as_string() + "' is none of full, excerpt, link, none");
    s.rights = *rights;
  }
  s.excerpt_words = static_cast<int>(
      std::clamp<std::int64_t>(j["excerpt_words"].as_int(s.excerpt_words), 0, 500));
  s.usage_terms = j["usage_terms"].as_string();
  s.agency = j["agency"].as_bool();
  entry.aliases = texts(j["aliases"]);
  auto rules = parse_site_rules(toml);
  if (!rules) return wrong(id, rules.error().detail);
  entry.rules = std::move(*rules);
  return entry;
}

Result<std::unique_ptr<SourceBook>> SourceBook::load(const std::vector<Path>& folders) {
  auto book = std::make_unique<SourceBook>();
  book->folders_ = folders;
  book->fingerprint_ = fingerprint_of(folders);
  KAYNAK_TRY(book->read());
  return book;
}

Result<void> SourceBook::read() {
  for (const auto& folder : folders_) {
    for (const auto& file : toml_files(folder)) {
      const SourceId id(fs::relative(file, folder).replace_extension().generic_string());
      if (by_id_.contains(id.value)) continue;
      KAYNAK_ASSIGN(const auto text, read_file(file, kMaxSourceFile));
      KAYNAK_ASSIGN(auto entry, parse_source(id, text));
      add(std::move(entry));
    }
  }
  return {};
}

Result<bool> SourceBook::reload_if_changed() {
  auto now = fingerprint_of(folders_);
  {
    const std::lock_guard lock(mutex_);
    if (now == fingerprint_) return false;
    fingerprint_ = now;
  }
  SourceBook fresh;
  fresh.folders_ = folders_;
  KAYNAK_TRY(fresh.read());
  const std::lock_guard lock(mutex_);
  by_id_ = std::move(fresh.by_id_);
  id_by_host_ = std::move(fresh.id_by_host_);
  return true;
}

void SourceBook::add(SourceEntry entry) {
  const auto& s = entry.source;
  for (const auto& host : s.hosts) id_by_host_.emplace(plain_host(host), s.id.value);
  if (const auto host = plain_host(host_of(s.home)); !host.empty())
    id_by_host_.emplace(host, s.id.value);
  const auto id = s.id.value;
  by_id_.emplace(id, std::move(entry));
}

std::optional<SourceEntry> SourceBook::find(const SourceId& id) const {
  const std::lock_guard lock(mutex_);
  const auto it = by_id_.find(id.value);
  return it != by_id_.end() ? std::optional(it->second) : std::nullopt;
}

std::optional<SourceEntry> SourceBook::find_by_host(std::string_view host) const {
  const std::lock_guard lock(mutex_);
  const auto it = id_by_host_.find(plain_host(host));
  return it != id_by_host_.end() ? std::optional(by_id_.at(it->second)) : std::nullopt;
}

Result<SourceEntry> SourceBook::adopt(std::string_view host, std::string_view outlet,
                                      const LanguageTag& language, Rights rights,
                                      const Path& folder) {
  const auto name = plain_host(host);
  const SourceId id(safe_name(name));
  const std::lock_guard lock(mutex_);
  if (const auto it = by_id_.find(id.value); it != by_id_.end()) return it->second;
  const auto quoted = [](std::string_view s) { return Json(s).dump(); };
  const std::string text =
      "# Met on import; complete it: feeds, usage_terms, country.\n"
      "name = " +
      quoted(outlet.empty() ? name : outlet) + "\n" +
      "home = " + quoted("https://" + std::string(host) + "/") + "\n" +
      "language = " + quoted(language.value) + "\n" + "hosts = [" + quoted(name) + "]\n" +
      "rights = " + quoted(to_string(rights)) + "\n";
  KAYNAK_ASSIGN(auto entry, parse_source(id, text));
  KAYNAK_TRY(write_file_atomically(folder / (id.value + ".toml"), text));
  add(entry);
  return entry;
}

std::vector<SourceEntry> SourceBook::all() const {
  const std::lock_guard lock(mutex_);
  std::vector<SourceEntry> out;
  for (const auto& [id, entry] : by_id_) out.push_back(entry);
  return out;
}

}  // namespace kaynak
