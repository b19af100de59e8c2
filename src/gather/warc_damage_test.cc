// Archives that were cut, had bytes changed in them, or were put together.
#include "gather/gzip.h"
#include "gather/test_data.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

using namespace gather_test;
using gather_detail::gzip_member;

std::string record(const std::string& name) {
  const std::string block = "block of " + name;
  return "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Target-URI: http://outlet.example/" + name +
         "\r\nContent-Length: " + std::to_string(block.size()) + "\r\n\r\n" + block + "\r\n\r\n";
}

/// What a reader that goes on after errors finds: the last part of each address, and its errors.
struct Found {
  std::string names;
  int errors = 0;
};

class Damage : public testing::Test {
 protected:
  Found read(const std::string& name, const std::string& bytes) {
    Found found;
    auto reader = must(open_warc(write_bytes(folder_.path(), name, bytes)));
    for (int turn = 0; turn < 100; ++turn) {
      const auto record = reader->next();
      if (!record) ++found.errors;
      if (record && !*record) return found;
      if (record && !(*record)->truncated) found.names += (*record)->target_uri.back();
    }
    ADD_FAILURE() << "reading never ended";
    return found;
  }
  TemporaryFolder folder_ = must(TemporaryFolder::make());
};

TEST_F(Damage, AByteChangedInAMemberCostsThatRecordAlone) {
  const auto a = gzip_member(record("a")), b = gzip_member(record("b")),
             c = gzip_member(record("c"));
  int lost = 0;
  for (std::size_t at = 0; at < b.size(); ++at) {
    auto broken = b;
    broken[at] = static_cast<char>(broken[at] ^ 0x55);
    const auto found = read("x.warc.gz", a + broken + c);
    EXPECT_EQ(found.names.front(), 'a') << at;
    EXPECT_EQ(found.names.back(), 'c') << at;
    if (found.names == "ac") {
      ++lost;
      EXPECT_GT(found.errors, 0) << at;
    }
  }
  // Most bytes are of the deflated text or its checksum; of the header few matter.
  EXPECT_GT(lost, static_cast<int>(b.size()) * 3 / 4);
}

TEST_F(Damage, ACutFileGivesTheRecordsOnBothSidesOfTheCut) {
  const auto a = gzip_member(record("a")), b = gzip_member(record("b")),
             c = gzip_member(record("c"));
  EXPECT_EQ(read("end.warc.gz", a + b + c.substr(0, c.size() / 2)).names, "ab");
  const auto front = read("front.warc.gz", a.substr(a.size() / 2) + b + c);
  EXPECT_EQ(front.names, "bc");
  EXPECT_EQ(front.errors, 1);
  EXPECT_EQ(read("middle.warc.gz", a + b.substr(0, b.size() / 2) + c).names, "ac");
}

TEST_F(Damage, ArchivesPutTogetherWithRubbishBetweenAreReadOn) {
  const auto found = read(
      "x.warc.gz", gzip_member(record("a")) + "rubbish\x1f\x8b\x08" + gzip_member(record("b")));
  EXPECT_EQ(found.names, "ab");
  EXPECT_EQ(found.errors, 1);
  EXPECT_EQ(read("y.warc.gz", gzip_member(record("a")) + gzip_member("<html>no record") +
                                  gzip_member(record("b")))
                .names,
            "ab");
}

TEST_F(Damage, APlainFileIsReadOnAtTheNextLineThatBeginsARecord) {
  auto broken = record("b");
  broken.replace(broken.find("Content-Length"), 14, "Xontent-Length");
  EXPECT_EQ(read("x.warc", record("a") + broken + record("c")).names, "ac");
  EXPECT_EQ(read("y.warc", record("a").substr(30) + record("b")).names, "b");
  EXPECT_EQ(read("z.warc", record("a") + std::string(200000, 'x') + "\n" + record("b")).names,
            "ab");
}

TEST_F(Damage, FalseBeginningsWithoutEndAreGivenUp) {
  std::string bytes = gzip_member(record("a"));
  const auto half = gzip_member(record("b")).substr(0, 60);
  for (int i = 0; i < 20; ++i) bytes += half;
  EXPECT_EQ(read("x.warc.gz", bytes).names, "a");
}

TEST_F(Damage, ABodyOfADamagedMemberIsNotTrusted) {
  auto b = gzip_member(record("b"));
  b[b.size() - 6] ^= 1;  // of the checksum
  auto reader = must(open_warc(write_bytes(folder_.path(), "x.warc.gz", b)));
  const auto got = must(reader->next());
  ASSERT_TRUE(got);
  EXPECT_TRUE(got->truncated);
  EXPECT_EQ(read_capture_at(folder_.path() / "x.warc.gz", 0).error().code, ErrorCode::malformed);
}

}  // namespace
}  // namespace kaynak
