#include "gather/warc.h"

#include "base/hash.h"
#include "gather/gzip.h"
#include "gather/inspect.h"
#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

struct Read {
  std::vector<WarcRecord> records;
  std::string error;
};

Read read_all(const Path& path, const WarcLimits& limits = {}) {
  Read out;
  auto reader = open_warc(path, limits);
  if (!reader) {
    out.error = reader.error().message();
    return out;
  }
  for (;;) {
    auto record = (*reader)->next();
    if (!record) {
      out.error = record.error().message();
      return out;
    }
    if (!*record) return out;
    out.records.push_back(**std::move(record));
  }
}

/// Empty where the record is what the row expects, else what differs.
std::string difference(const Json& got, const Json& expected) {
  for (const char* key :
       {"type", "target_uri", "date", "content_type", "payload_len", "payload_sha1"})
    if (got[key] != expected[key])
      return std::string(key) + ": " + got[key].dump() + " != " + expected[key].dump();
  // The rows' http_status of a request is its path; ours is null there.
  const auto& status = expected["http_status"].as_string();
  const bool numeric = !status.empty() && std::isdigit(static_cast<unsigned char>(status[0]));
  if (numeric && got["http_status"].as_int() != std::stoi(status)) return "http_status";
  return {};
}

std::string compare(const Read& read, const Json& row) {
  const auto& expected = row["records"].items();
  for (std::size_t i = 0; i < std::min(expected.size(), read.records.size()); ++i)
    if (auto d = difference(warc_record_json(read.records[i]), expected[i]); !d.empty())
      return "record " + std::to_string(i) + ": " + d;
  if (expected.size() != read.records.size())
    return std::to_string(read.records.size()) + " records, not " +
           std::to_string(expected.size()) + " " + read.error;
  if (row.contains("reader_error") && read.error.empty()) return "no error reported";
  return {};
}

TEST(WarcReader, ReadsTheArchivesOfOtherTools) {
  const auto rows = read_rows("warc/expected.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  const auto files = read_tar("warc/files.tar.gz");
  const auto folder = must(TemporaryFolder::make());
  std::size_t good = 0;
  for (const auto& row : rows) {
    const auto& id = row["id"].as_string();
    ASSERT_TRUE(files.count(id)) << id;
    const auto why = compare(read_all(write_bytes(folder.path(), "file", files.at(id))), row);
    good += why.empty();
    if (!why.empty()) std::cout << id << ": " << why << "\n";
  }
  std::cout << good << " of " << rows.size() << " archives have identical records\n";
  EXPECT_GE(good, rows.size());
}

}  // namespace
}  // namespace kaynak
