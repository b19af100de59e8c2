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

Capture page(const std::string& url, const std::string& body, Time at) {
  Capture capture;
  capture.source = SourceId("vn/song-bao");
  capture.url = url;
  capture.final_url = url;
  capture.fetched = at;
  capture.http_status = 200;
  capture.headers = {{"Content-Type", "text/html; charset=utf-8"}, {"ETag", "\"v1\""}};
  capture.body = body;
  capture.id = capture_id_for(url, body);
  return capture;
}

constexpr Time kMorning{Milliseconds(1795575845123)};

Headers without(Headers headers, std::string_view name) {
  headers.erase(std::remove_if(headers.begin(), headers.end(),
                               [&](const auto& h) { return iequals(h.first, name); }),
                headers.end());
  return headers;
}

TEST(WarcWriter, GivesBackTheCaptureItWasGiven) {
  const auto folder = must(TemporaryFolder::make());
  auto writer = must(WarcWriter::open(folder.path() / "a" / "news.warc.gz", "Kaynak"));
  auto first = page("https://outlet.example/a", std::string("<p>\0\r\n\r\nWARC/1.1", 17), kMorning);
  first.final_url = "https://www.outlet.example/a?x=1";
  const auto second = page("https://outlet.example/b", "", kMorning + Seconds(1));
  const auto at_first = must(writer->append(first));
  const auto at_second = must(writer->append(second));
  for (const auto& [offset, capture] : {std::pair{at_first, first}, {at_second, second}}) {
    auto back = must(read_capture_at(folder.path() / "a" / "news.warc.gz", offset));
    EXPECT_EQ(header(back.headers, "content-length"), std::to_string(capture.body.size()));
    back.headers = without(back.headers, "content-length");
    EXPECT_EQ(back, capture);
  }
  EXPECT_EQ(read_capture_at(folder.path() / "no.warc.gz", 0).error().code, ErrorCode::not_found);
}

TEST(WarcWriter, WritesTheBodyPlainWhateverItsCodingWas) {
  const auto folder = must(TemporaryFolder::make());
  const auto path = folder.path() / "news.warc.gz";
  auto capture = page("https://outlet.example/a", "plain", kMorning);
  capture.headers.emplace_back("Content-Encoding", "br");
  capture.headers.emplace_back("Transfer-Encoding", "chunked");
  capture.headers.emplace_back("X-Evil\r\nSet-Cookie", "a\r\n\r\nHTTP/1.1 200 OK");
  must(must(WarcWriter::open(path, "Kaynak"))->append(capture));
  const auto read = read_all(path);
  ASSERT_EQ(read.records.size(), 2u) << read.error;
  EXPECT_EQ(read.records[0].type, "warcinfo");
  const auto message = must(parse_http_message(read.records[1].block));
  EXPECT_EQ(message.payload, "plain");
  EXPECT_TRUE(header(message.headers, "content-encoding").empty());
  EXPECT_TRUE(header(message.headers, "set-cookie").empty());
  EXPECT_EQ(header(read.records[1].headers, "WARC-Payload-Digest"), "sha1:" + sha1_base32("plain"));
  EXPECT_EQ(read.records[1].date, "2026-11-25T03:04:05.123Z");
}

TEST(WarcWriter, CutsATornEndAtEveryPlaceAndGoesOn) {
  const auto folder = must(TemporaryFolder::make());
  const auto path = folder.path() / "news.warc.gz";
  std::uint64_t last = 0;
  {
    auto writer = must(WarcWriter::open(path, "Kaynak"));
    must(writer->append(page("https://outlet.example/a", "one", kMorning)));
    last = must(writer->append(page("https://outlet.example/b", "two", kMorning)));
  }
  const auto whole = must(read_file(path));
  for (std::size_t size = last; size < whole.size(); size += 7) {
    write_bytes(folder.path(), "news.warc.gz", whole.substr(0, size));
    auto writer = must(WarcWriter::open(path, "Kaynak"));
    EXPECT_EQ(must(writer->append(page("https://outlet.example/c", "three", kMorning))), last);
    const auto read = read_all(path);
    ASSERT_EQ(read.error, "");
    ASSERT_EQ(read.records.size(), 3u);
    EXPECT_EQ(read.records[2].target_uri, "https://outlet.example/c");
  }
}

TEST(WarcWriter, LeavesForeignFilesAlone) {
  const auto folder = must(TemporaryFolder::make());
  const auto path = write_bytes(folder.path(), "diary.txt", "not an archive");
  EXPECT_EQ(WarcWriter::open(path, "Kaynak").error().code, ErrorCode::malformed);
  EXPECT_EQ(must(read_file(path)), "not an archive");
}

TEST(WarcWriter, LetsOneWriterIn) {
  const auto folder = must(TemporaryFolder::make());
  const auto path = folder.path() / "news.warc.gz";
  const auto writer = must(WarcWriter::open(path, "Kaynak"));
  EXPECT_EQ(WarcWriter::open(path, "Kaynak").error().code, ErrorCode::conflict);
}

std::string record(const std::string& block, const std::string& length) {
  return "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: <http://outlet.example/a b>\r\n"
         "Content-Length: " +
         length + "\r\n\r\n" + block + "\r\n\r\n";
}

TEST(WarcReader, GivesWhatATruncatedFileHasThenSaysSo) {
  const auto folder = must(TemporaryFolder::make());
  const auto read =
      read_all(write_bytes(folder.path(), "a.warc", record("one", "3") + record("tw", "30")));
  ASSERT_EQ(read.records.size(), 2u);
  EXPECT_EQ(read.records[0].block, "one");
  EXPECT_EQ(read.records[0].target_uri, "http://outlet.example/a%20b");
  EXPECT_TRUE(read.records[1].truncated);
  EXPECT_NE(read.error.find("ends inside a record"), std::string::npos);
}

TEST(WarcReader, SkipsARecordThatIsTooLargeAndGoesOn) {
  const auto folder = must(TemporaryFolder::make());
  WarcLimits limits;
  limits.max_record_bytes = 1000;
  auto reader =
      must(open_warc(write_bytes(folder.path(), "a.warc",
                                 record(std::string(5000, 'x'), "5000") + record("one", "3")),
                     limits));
  EXPECT_EQ(reader->next().error().code, ErrorCode::too_large);
  EXPECT_EQ(must(reader->next())->block, "one");
  EXPECT_FALSE(must(reader->next()));
}

TEST(WarcReader, GoesOnBehindABrokenGzipMember) {
  const auto folder = must(TemporaryFolder::make());
  const auto bytes = gather_detail::gzip_member(record("one", "3")) +
                     gather_detail::gzip_member("rubbish\r\n") +
                     gather_detail::gzip_member(record("two", "3"));
  auto reader = must(open_warc(write_bytes(folder.path(), "a.warc.gz", bytes)));
  EXPECT_EQ(must(reader->next())->block, "one");
  while (true) {
    auto next = reader->next();
    if (!next) continue;
    ASSERT_TRUE(*next);
    EXPECT_EQ((*next)->block, "two");
    break;
  }
  EXPECT_FALSE(must(reader->next()));
}

TEST(WarcReader, ReadsManyRecordsOfOneMember) {
  const auto folder = must(TemporaryFolder::make());
  const auto path =
      write_bytes(folder.path(), "a.warc.gz",
                  gather_detail::gzip_member(record("one", "3") + record("two", "3")));
  EXPECT_EQ(read_all(path).records.size(), 2u);
  EXPECT_EQ(must(read_capture_at(path, 0, 1)).body, "two");
}

TEST(WarcReader, RefusesWhatIsNoArchive) {
  const auto folder = must(TemporaryFolder::make());
  EXPECT_EQ(open_warc(write_bytes(folder.path(), "a", "<html>")).error().code,
            ErrorCode::malformed);
  EXPECT_EQ(open_warc(folder.path() / "b").error().code, ErrorCode::not_found);
  EXPECT_EQ(open_warc(folder.path()).error().code, ErrorCode::unavailable);
  EXPECT_TRUE(read_all(write_bytes(folder.path(), "empty", "")).records.empty());
}

TEST(HttpMessage, DechunksAndForgivesWhatIsNotChunked) {
  const std::string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(must(parse_http_message(head + "3\r\nabc\r\nA;x=1\r\n0123456789\r\n0\r\n\r\n")).payload,
            "abc0123456789");
  EXPECT_EQ(must(parse_http_message(head + "<html>plain")).payload, "<html>plain");
  EXPECT_EQ(must(parse_http_message(head + "ffffffff\r\nabc")).payload, "abc");
  EXPECT_EQ(parse_http_message("hello").error().code, ErrorCode::malformed);
}

TEST(HttpMessage, UndoesZstd) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\n";
  // One frame, made by the zstd program from "<p>Ebb and flow of the tide</p>\n".
  const auto frame = decode_base64("KLUv/QRYAQEAPHA+RWJiIGFuZCBmbG93IG9mIHRoZSB0aWRlPC9wPgoiuowi");
  EXPECT_EQ(must(parse_http_message(head + frame)).payload, "<p>Ebb and flow of the tide</p>\n");
  EXPECT_EQ(must(parse_http_message(head + "plain")).payload, "plain");
  EXPECT_EQ(parse_http_message(head + frame, 10).error().code, ErrorCode::too_large);
}

TEST(HttpMessage, StopsABomb) {
  const std::string head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n";
  const auto bomb = head + gather_detail::gzip_member(std::string(2 << 20, 'x'));
  EXPECT_EQ(parse_http_message(bomb, 1 << 20).error().code, ErrorCode::too_large);
  EXPECT_EQ(must(parse_http_message(bomb)).payload.size(), 2u << 20);
  EXPECT_EQ(must(parse_http_message(head + "not gzip")).payload, "not gzip");
}

}  // namespace
}  // namespace kaynak
