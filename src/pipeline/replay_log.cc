#include "pipeline/replay_log.h"

#include <algorithm>

namespace kaynak {
namespace {

const SourceId kReplaySource("replay");

}  // namespace

Result<std::vector<Path>> replay_files(const Newsroom& newsroom) {
  const auto folder = newsroom.paths.folder / newsroom.config.replay;
  std::vector<Path> files;
  std::error_code ec;
  for (std::filesystem::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    if (it->path().filename().string().find(".warc") != std::string::npos)
      files.push_back(it->path());
  if (ec || files.empty())
    return fail(ErrorCode::not_found, "gather",
                "gather.replay names '" + folder.string() + "', which holds no WARC files");
  std::sort(files.begin(), files.end());
  return files;
}

Result<Time> last_replayed(Store& store) {
  KAYNAK_ASSIGN(const auto states, store.fetch_states(kReplaySource));
  Time last{};
  for (const auto& state : states)
    if (const auto t = parse_iso8601(state["round"].as_string())) last = std::max(last, t->utc);
  return last;
}

Result<void> set_last_replayed(Store& store, Time round) {
  return store.put_fetch_state(kReplaySource, Json().set("round", to_rfc3339(round)),
                               "replay:last");
}

}  // namespace kaynak
