/// @file The site's files on disk, each with its compressed siblings.
#pragma once

#include <string>
#include <vector>

#include "base/file.h"
#include "pipeline/newsroom.h"
#include "publish/site.h"

namespace kaynak {

/// Folder inside the site (hidden, so never served) where files are made before they are put in
/// their place. Whoever holds the newsroom's lock may empty it.
Path temporary_site_files(const Path& site);

/// Writes a file and, for texts worth it, its .gz and .br beside it; leaves equal ones alone.
/// Atomic one by one, the plain file last, so that a compressed sibling is never older. Errors:
/// unavailable (disk).
Result<void> write_site_file(const Path& site, const OutputFile& file);
/// Takes a file and its siblings away; one that is not there is no error.
Result<void> remove_site_file(const Path& site, const std::string& path);
/// The sitemaps of all languages.
Result<std::vector<OutputFile>> sitemap_files(const Newsroom& newsroom, Store& store);

}  // namespace kaynak
