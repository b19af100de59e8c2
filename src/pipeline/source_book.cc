#include "pipeline/source_book.h"

#include <algorithm>

#include "base/hash.h"
#include "base/strings.h"
#include "text/regions.h"
#include "text/url.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

std::string fingerprint_of(const std::vector<Path>& folders) {
  std::string out;
  for (const auto& folder : folders)
    for (const auto& file : source_files(folder)) {
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

std::vector<Path> source_files(const Path& folder) {
  std::vector<Path> files;
  std::error_code ec;
  for (fs::recursive_directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) {
    if (it.depth() == 0 && it->path().filename() == kRemovedSources)
      it.disable_recursion_pending();
    else if (it->path().extension() == ".toml" && it->path().filename() != "agencies.toml")
      files.push_back(it->path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

SourceId source_id_of(const Path& file, const Path& folder) {
  return SourceId(fs::relative(file, folder).replace_extension().generic_string());
}

std::string plain_host(std::string_view host) {
  auto out = ascii_lower(host);
  for (const char* prefix : {"www.", "m.", "amp."})
    if (out.starts_with(prefix)) out.erase(0, std::string_view(prefix).size());
  return out;
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
    for (const auto& file : source_files(folder)) {
      const auto id = source_id_of(file, folder);
      if (by_id_.contains(id.value)) continue;
      KAYNAK_ASSIGN(const auto text, read_file(file, kMaxSourceFile));
      KAYNAK_ASSIGN(auto entry, parse_source(id, text));
      entry.file = file;
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
  Source met;
  met.name = outlet.empty() ? name : outlet;
  met.home = "https://" + std::string(host) + "/";
  if (language_tag_problem(language.value).empty()) met.language = language;
  met.hosts = {name};
  met.rights = rights;
  const auto text = source_toml(met, "Met on import; complete it: feeds, usage_terms, country.");
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
