#include "base/hash.h"
#include "gather/test_data.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

using namespace gather_test;

constexpr Time kMorning{Milliseconds(1795575845123)};

Capture page(const std::string& name) {
  Capture c;
  c.source = SourceId("outlet");
  c.url = "https://outlet.example/" + name;
  c.final_url = c.url + "/";
  c.fetched = kMorning;
  c.http_status = 200;
  c.headers = {{"Content-Type", "text/html"}};
  c.body = "<p>" + name;
  c.request_head = "GET /" + name + " HTTP/1.1\r\nHost: outlet.example\r\n\r\n";
  c.ip = "192.0.2.7";
  c.metadata = {{"via", "https://outlet.example/feed"}, {"fetchTimeMs", "12"}};
  return c;
}

std::vector<WarcGroup> groups_of(const Path& path) {
  std::vector<WarcGroup> out;
  WarcGroupReader reader(must(open_warc(path)));
  for (auto group = must(reader.next()); group; group = must(reader.next()))
    out.push_back(std::move(*group));
  return out;
}

class Groups : public testing::Test {
 protected:
  TemporaryFolder folder_ = must(TemporaryFolder::make());
  Path path_ = folder_.path() / "news.warc.gz";
};

TEST_F(Groups, HoldTheAnswerItsRequestAndWhatIsKnownOfIt) {
  const auto a = page("a"), b = page("b");
  const auto writer = must(WarcWriter::open(path_, "Kaynak"));
  const auto offsets = must(writer->append_all({{&a, {{"kaynak-item", "{}"}}, {}}, {&b, {}, {}}}));
  const auto groups = groups_of(path_);
  ASSERT_EQ(groups.size(), 3u);
  EXPECT_EQ(groups[0].main.type, "warcinfo");
  const auto& first = groups[1];
  EXPECT_EQ(first.main.type, "response");
  EXPECT_EQ(first.main.offset, offsets[0]);
  EXPECT_EQ(first.end, offsets[1]);
  EXPECT_EQ(groups[2].end, writer->size());
  EXPECT_EQ(first.request_head, a.request_head);
  EXPECT_EQ(header(first.metadata, "via"), "https://outlet.example/feed");
  EXPECT_EQ(header(first.metadata, "kaynak-item"), "{}");
  EXPECT_EQ(header(first.main.headers, "WARC-IP-Address"), "192.0.2.7");
  EXPECT_EQ(header(first.main.headers, "WARC-Record-ID"), warc_record_id(a));
  EXPECT_EQ(must(capture_from(first.main)).ip, a.ip);
}

TEST_F(Groups, EveryRecordHasTheDigestOfItsBlock) {
  const auto a = page("a");
  must(must(WarcWriter::open(path_, "Kaynak"))->append(a));
  const auto reader = must(open_warc(path_));
  int records = 0;
  for (auto record = must(reader->next()); record; record = must(reader->next()), ++records)
    EXPECT_EQ(header(record->headers, "WARC-Block-Digest"), "sha1:" + sha1_base32(record->block));
  EXPECT_EQ(records, 4);
}

TEST_F(Groups, ARevisitHasTheHeadersAndTheOriginalTheBody) {
  const auto a = page("a");
  auto again = a;
  again.url = again.final_url = "https://outlet.example/copy";
  again.headers.emplace_back("ETag", "\"2\"");
  again.fetched += Seconds(60);
  const auto writer = must(WarcWriter::open(path_, "Kaynak"));
  must(writer->append(a));
  const WarcReference to{WarcReference::Why::same_payload, warc_record_id(a), a.final_url,
                         a.fetched};
  const auto offset = must(writer->append_all({{&again, {}, to}})).front();
  const auto record = must(read_record_at(path_, offset));
  EXPECT_EQ(record.type, "revisit");
  EXPECT_EQ(record.block.find("<p>"), std::string::npos);
  EXPECT_EQ(header(record.headers, "WARC-Refers-To"), warc_record_id(a));
  EXPECT_EQ(header(record.headers, "WARC-Refers-To-Target-URI"), a.final_url);
  EXPECT_EQ(header(record.headers, "WARC-Refers-To-Date"), "2026-11-25T03:04:05.123Z");
  EXPECT_NE(header(record.headers, "WARC-Profile").find("identical-payload"), std::string::npos);
  EXPECT_EQ(read_capture_at(path_, offset).error().code, ErrorCode::unsupported);
  const auto back = must(revisit_from(record, a));
  EXPECT_EQ(back.url, again.url);
  EXPECT_EQ(back.body, a.body);
  EXPECT_EQ(back.fetched, again.fetched);
  EXPECT_EQ(header(back.headers, "etag"), "\"2\"");
}

TEST_F(Groups, ARequestMayStandBeforeItsAnswerAndANoteAlone) {
  const auto text = [](const char* type, const char* id, const char* to, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\nWARC-Record-ID: <urn:uuid:" + id +
           ">\r\nWARC-Target-URI: https://outlet.example/\r\nWARC-Concurrent-To: <urn:uuid:" + to +
           ">\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
  };
  write_bytes(folder_.path(), "a.warc",
              text("request", "1", "2", "GET / HTTP/1.1\r\n\r\n") +
                  text("response", "2", "0", "x") + text("metadata", "3", "2", "via: y\r\n") +
                  text("metadata", "4", "9", "z: 1\r\n"));
  const auto groups = groups_of(folder_.path() / "a.warc");
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].main.type, "response");
  EXPECT_EQ(groups[0].request_head, "GET / HTTP/1.1\r\n\r\n");
  EXPECT_EQ(header(groups[0].metadata, "via"), "y");
  EXPECT_EQ(groups[1].main.type, "metadata");
}

}  // namespace
}  // namespace kaynak
