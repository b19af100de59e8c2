/// @file What others bring: pushed by outlets and hubs to `kaynak serve`, or laid into a source's
/// folder. Kept as files until the gatherer takes it in, so that no process waits for another.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "pipeline/newsroom.h"

namespace kaynak {

/// One thing that was pushed.
struct Delivered {
  SourceId source;
  std::string
      poll;         ///< key of the poll it answers (a hub's); empty: an article's page or wire item
  std::string url;  ///< of an article, where it has one
  std::string content_type;
  Time received{};
  std::string body;
};

/// Limits of one delivery, and of what may wait in the inbox.
inline constexpr std::size_t kMaxDelivery = 8u << 20, kMaxWaiting = 10000;

/// Keeps it; on the disk when this returns. Errors: unavailable (disk; the inbox is full).
Result<void> put_in_inbox(const NewsroomPaths& paths, const Delivered& delivered);
/// The oldest files that wait, at most `limit`.
std::vector<Path> inbox_files(const NewsroomPaths& paths, std::size_t limit);
/// Errors: malformed (not of put_in_inbox's making), not_found, too_large.
Result<Delivered> read_delivered(const Path& file);

/// A file of a watched folder. What it was when last taken in is remembered by its row, so it is
/// never moved or deleted.
struct FolderFile {
  Path path;
  std::string version;  ///< size and time of change
};
/// Files of a folder and those below it, by name, that have not been written for a second; hidden
/// ones and links are left out. At most 100,000 are looked at. Errors: not_found, unavailable.
Result<std::vector<FolderFile>> folder_files(const Path& folder, Time now);

}  // namespace kaynak
