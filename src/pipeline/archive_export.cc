#include "pipeline/archive_export.h"

#include <algorithm>
#include <fstream>
#include <unordered_set>

#include "base/strings.h"
#include "gather/warc_cdxj.h"
#include "pipeline/archive_rebuild.h"
#include "pipeline/archive_record.h"

namespace kaynak {
namespace {

using namespace pipeline_detail;

Result<std::string> read_range(const Path& file, std::uint64_t from, std::uint64_t to) {
  std::ifstream in(file, std::ios::binary);
  std::string bytes(to - from, '\0');
  in.seekg(static_cast<std::streamoff>(from));
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (in) return bytes;
  return fail(ErrorCode::unavailable, "archive", "can't read '" + file.string() + "'");
}

bool is_not_modified(const WarcRecord& record) {
  return header(record.headers, "WARC-Profile").ends_with("/server-not-modified");
}

/// Whether the whole file is of days before `since`: a capture is never in a file of an earlier day
/// than its own.
bool is_before(const Path& file, Time since) {
  const auto day = parse_iso8601(file.filename().string().substr(0, 10));
  return day && day->utc + std::chrono::hours(24) <= since;
}

class WarcExport {
 public:
  WarcExport(const Newsroom& newsroom, Store& store, const ExportFilter& filter,
             const WriteBytes& write)
      : newsroom_(newsroom), store_(store), filter_(filter), write_(write) {}

  Result<void> read(const Path& file) {
    auto reader = open_warc(file);
    if (!reader) return skip(reader.error());
    WarcGroupReader groups(std::move(*reader));
    for (;;) {
      const auto group = groups.next();
      if (!group && group.error().code == ErrorCode::unavailable) return fail(group.error());
      if (group && !*group) return {};
      KAYNAK_TRY(group ? take(**group, file) : skip(group.error()));
    }
  }

  ArchiveExport counts;

 private:
  Result<void> skip(const Error& error) {
    ++counts.skipped;
    counts.problems.push_back(error);
    return {};
  }

  bool lets_through(const WarcGroup& group) const {
    if (record_time(group.main) < filter_.since) return false;
    return filter_.source.empty() ||
           header(group.main.headers, "Kaynak-Source") == filter_.source.value;
  }

  Result<void> take(const WarcGroup& group, const Path& file) {
    const auto& main = group.main;
    if (!lets_through(group)) return {};
    if (withdrawal_in(group)) return copy(group, file);
    if (main.type != "response" && main.type != "resource" && main.type != "revisit") return {};
    const std::string original(header(main.headers, "WARC-Refers-To"));
    const bool dangling = main.type == "revisit" && written_.count(original) == 0;
    if (dangling && is_not_modified(main)) return {};
    ++counts.captures;
    if (dangling) return write_whole(group);
    written_.emplace(header(main.headers, "WARC-Record-ID"));
    return copy(group, file);
  }

  /// The records as they stand.
  Result<void> copy(const WarcGroup& group, const Path& file) {
    if (group.end == 0 || group.main.length == 0 || !file.string().ends_with(".gz"))
      return write_whole(group);
    KAYNAK_ASSIGN(const auto bytes, read_range(file, group.main.offset, group.end));
    return write_(bytes);
  }

  /// The answer with its body, wherever that is.
  Result<void> write_whole(const WarcGroup& group) {
    auto capture = whole(group);
    if (!capture) {
      --counts.captures;
      return skip(capture.error());
    }
    capture->request_head = group.request_head;
    WarcEntry entry{&*capture, {}, {}};
    for (const auto& field : group.metadata)
      if (field.first != "kaynak-body-of") entry.metadata.push_back(field);
    written_.insert(warc_record_id(*capture));
    return write_(warc_bytes(entry));
  }

  Result<Capture> whole(const WarcGroup& group) {
    if (group.main.type != "revisit") return capture_from(group.main);
    KAYNAK_ASSIGN(const auto row,
                  store_.capture(CaptureId(header(group.metadata, "kaynak-capture"))));
    KAYNAK_ASSIGN(auto original, read_capture(newsroom_, store_, row));
    return revisit_from(group.main, std::move(original));
  }

  const Newsroom& newsroom_;
  Store& store_;
  const ExportFilter& filter_;
  const WriteBytes& write_;
  std::unordered_set<std::string> written_;  ///< WARC-Record-IDs
};

}  // namespace

Result<ArchiveExport> export_warc(const Newsroom& newsroom, Store& store,
                                  const ExportFilter& filter, const WriteBytes& write) {
  KAYNAK_ASSIGN(const auto files, archive_files(newsroom));
  KAYNAK_TRY(write(warcinfo_bytes("Kaynak/0.1 export")));
  WarcExport out(newsroom, store, filter, write);
  for (const auto& file : files)
    if (!is_before(file, filter.since)) KAYNAK_TRY(out.read(file));
  return std::move(out.counts);
}

Result<ArchiveExport> export_cdxj(const Newsroom& newsroom, const WriteBytes& write) {
  KAYNAK_ASSIGN(const auto files, archive_files(newsroom));
  ArchiveExport out;
  std::vector<std::string> lines;
  for (const auto& file : files) {
    auto reader = open_warc(file);
    for (bool more = bool(reader); more;) {
      const auto record = (*reader)->next();
      if (!record) {
        if (record.error().code == ErrorCode::unavailable) return fail(record.error());
        ++out.skipped;
        out.problems.push_back(record.error());
        continue;
      }
      more = record->has_value();
      if (!more) break;
      if (auto line = cdxj_line(**record, file.filename().string()))
        lines.push_back(std::move(*line));
    }
    if (!reader) out.problems.push_back(reader.error());
  }
  std::sort(lines.begin(), lines.end());
  out.captures = static_cast<std::int64_t>(lines.size());
  for (const auto& line : lines) KAYNAK_TRY(write(line + "\n"));
  return out;
}

}  // namespace kaynak
