#include "pipeline/archive_files.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "base/log.h"

namespace kaynak::pipeline_detail {
namespace {

namespace fs = std::filesystem;

const SourceId kArchive("archive");  // fetch states: the WARC files that this database began
constexpr std::string_view kEnding = ".warc.gz";
constexpr int kDigits = 5;

Result<std::set<std::string>> begun_files(Store& store) {
  KAYNAK_ASSIGN(const auto states, store.fetch_states(kArchive));
  std::set<std::string> names;
  for (const auto& j : states) names.insert(j["file"].as_string());
  return names;
}

/// What stands behind the record that the last row of a file names.
struct Tail {
  std::uint64_t good = 0;         ///< end of what is whole; 0: not even the named record is
  std::vector<Archived> orphans;  ///< whole captures without rows
};

/// Takes in a group behind the last named one. Records that are whole and not ours stay as they
/// are.
void take(Tail* tail, const WarcGroup& group) {
  if (group.has_metadata)
    if (auto archived = archived_in(group); archived && *archived)
      tail->orphans.push_back(std::move(**archived));
  tail->good = group.end;
}

bool reads_on(const Error& error) { return error.code == ErrorCode::too_large; }

Result<Tail> tail_of(const Path& file, std::optional<std::uint64_t> last) {
  Tail tail;
  KAYNAK_ASSIGN(auto reader, open_warc(file, {}, last.value_or(0)));
  WarcGroupReader groups(std::move(reader));
  for (;;) {
    auto group = groups.next();
    if (!group && group.error().code == ErrorCode::unavailable) return fail(group.error());
    if (!group && reads_on(group.error())) continue;
    if (!group || !*group) return tail;
    if (last && (*group)->main.offset == *last) {
      tail.good = (*group)->end;
      continue;
    }
    if (last && tail.good == 0) return tail;  // the named record could not be read
    if (is_torn(**group)) return tail;
    if ((*group)->end == 0) {  // members of many records: another program has written here
      tail.good = std::filesystem::file_size(file);
      return tail;
    }
    take(&tail, **group);
  }
}

Result<void> adopt(Store& store, const std::string& name, std::vector<Archived> orphans) {
  if (orphans.empty()) return {};
  log_info("archive", name + ": " + std::to_string(orphans.size()) +
                          " captures of a run that was cut off are taken in");
  return store.transaction([&]() -> Result<void> {
    for (auto& orphan : orphans) {
      orphan.row.warc = name;
      const auto known = store.capture(orphan.row.id);
      if (known) continue;
      if (known.error().code != ErrorCode::not_found) return fail(known.error());
      KAYNAK_TRY(put_rows(store, orphan.arrival, orphan.row));
    }
    return {};
  });
}

Result<void> cut(const Path& file, std::uint64_t end) {
  std::error_code ec;
  const auto size = fs::file_size(file, ec);
  if (!ec && end > 0 && end < size) {
    log_warning("archive", file.filename().string() + ": " + std::to_string(size - end) +
                               " bytes of a capture that a crash left unfinished are cut off");
    fs::resize_file(file, end, ec);
  }
  if (!ec) return {};
  return fail(ErrorCode::unavailable, "archive",
              "can't cut '" + file.string() + "': " + ec.message());
}

/// The number in a day's file name; 0 where it is none of that day.
int number_in(const std::string& name, const std::string& day) {
  if (!name.starts_with(day + "-") || !name.ends_with(kEnding)) return 0;
  const auto digits =
      std::string_view(name).substr(day.size() + 1, name.size() - day.size() - 1 - kEnding.size());
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() ? number : 0;
}

int last_number(const Path& folder, const std::string& day) {
  int last = 0;
  std::error_code ec;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec))
    last = std::max(last, number_in(it->path().filename().string(), day));
  return last;
}

}  // namespace

std::string warc_name(const std::string& day, int number) {
  const auto digits = std::to_string(number);
  const std::size_t zeros = digits.size() < kDigits ? kDigits - digits.size() : 0;
  return day + "-" + std::string(zeros, '0') + digits + std::string(kEnding);
}

Result<void> settle_last_file(const Newsroom& newsroom, Store& store) {
  KAYNAK_ASSIGN(const auto begun, begun_files(store));
  if (begun.empty()) return {};
  const auto& name = *begun.rbegin();
  const auto file = newsroom.paths.warc() / name;
  std::error_code ec;
  if (!fs::exists(file, ec)) return {};
  KAYNAK_ASSIGN(const auto last, store.last_offset(name));
  KAYNAK_ASSIGN(auto tail, tail_of(file, last));
  KAYNAK_TRY(adopt(store, name, std::move(tail.orphans)));
  return cut(file, tail.good);
}

Result<std::string> file_of_day(const Newsroom& newsroom, Store& store, const std::string& day,
                                std::uint64_t max_bytes) {
  KAYNAK_ASSIGN(const auto begun, begun_files(store));
  const auto folder = newsroom.paths.warc();
  const int last = last_number(folder, day);
  if (last > 0) {
    const auto name = warc_name(day, last);
    std::error_code ec;
    if (begun.count(name) > 0 && fs::file_size(folder / name, ec) < max_bytes && !ec) return name;
  }
  const auto name = warc_name(day, last + 1);
  KAYNAK_TRY(store.put_fetch_state(kArchive, Json().set("file", name), name));
  return name;
}

}  // namespace kaynak::pipeline_detail
