#include "pipeline/site_files.h"

#include "base/strings.h"
#include "publish/compress.h"

namespace kaynak {
namespace {

namespace fs = std::filesystem;

constexpr const char* kSiblings[] = {".gz", ".br"};

/// Paths come from our own renderer; this is the second lock on the door.
Result<Path> inside(const Path& site, const std::string& path) {
  const Path relative(path);
  if (path.empty() || relative.is_absolute())
    return fail(ErrorCode::internal, "publish", "path '" + path + "' leaves the site");
  for (const auto& part : relative)
    if (part == "..")
      return fail(ErrorCode::internal, "publish", "path '" + path + "' leaves the site");
  return site / relative;
}

}  // namespace

Path temporary_site_files(const Path& site) { return site / ".tmp"; }

Result<void> write_site_file(const Path& site, const OutputFile& file) {
  KAYNAK_ASSIGN(const auto target, inside(site, file.path));
  if (const auto old = read_file(target); old && *old == file.bytes) return {};
  KAYNAK_ASSIGN(const auto siblings, precompress(file));
  for (const char* ending : kSiblings) {
    std::error_code ignored;  // most have none yet
    fs::remove(Path(target.string() + ending), ignored);
  }
  for (const auto& sibling : siblings) {
    KAYNAK_ASSIGN(const auto path, inside(site, sibling.path));
    KAYNAK_TRY(write_file_atomically(path, sibling.bytes, false, temporary_site_files(site)));
  }
  return write_file_atomically(target, file.bytes, false, temporary_site_files(site));
}

Result<void> remove_site_file(const Path& site, const std::string& path) {
  KAYNAK_ASSIGN(const auto target, inside(site, path));
  std::error_code ec;
  fs::remove(target, ec);
  if (ec)
    return fail(ErrorCode::unavailable, "publish",
                "can't remove '" + target.string() + "': " + ec.message());
  for (const char* ending : kSiblings) {
    std::error_code ignored;  // the page itself is gone; a sibling alone is never served
    fs::remove(Path(target.string() + ending), ignored);
  }
  return {};
}

Result<std::vector<OutputFile>> sitemap_files(const Newsroom& newsroom, Store& store) {
  std::vector<std::pair<LanguageTag, std::vector<std::pair<std::string, Time>>>> maps;
  for (const auto& language : newsroom.config.site.languages) {
    KAYNAK_ASSIGN(const auto publications, store.publications_in(language));
    std::vector<std::pair<std::string, Time>> paths;
    for (const auto& p : publications) paths.emplace_back(p.path, p.updated);
    maps.emplace_back(language, std::move(paths));
  }
  return newsroom.site().render_sitemaps(maps);
}

}  // namespace kaynak
