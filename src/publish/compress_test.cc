#include "publish/compress.h"

#include <brotli/decode.h>
#include <gtest/gtest.h>
#include <zlib.h>

namespace kaynak {
namespace {

std::string page() {
  std::string text = "<p>";
  for (int i = 0; i < 400; ++i) text += "sentence number " + std::to_string(i * 7919) + ". ";
  return text;
}

std::string gunzip(const std::string& bytes) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string out(1u << 20, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

std::string unbrotli(const std::string& bytes) {
  std::string out(1u << 20, '\0');
  std::size_t size = out.size();
  EXPECT_EQ(
      BrotliDecoderDecompress(bytes.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                              &size, reinterpret_cast<std::uint8_t*>(out.data())),
      BROTLI_DECODER_RESULT_SUCCESS);
  out.resize(size);
  return out;
}

TEST(Precompress, GivesSiblingsThatHoldTheFile) {
  const auto siblings = precompress({"tr/a.html", page()});
  ASSERT_TRUE(siblings);
  ASSERT_EQ(siblings->size(), 2u);
  EXPECT_EQ((*siblings)[0].path, "tr/a.html.gz");
  EXPECT_EQ((*siblings)[1].path, "tr/a.html.br");
  EXPECT_EQ(gunzip((*siblings)[0].bytes), page());
  EXPECT_EQ(unbrotli((*siblings)[1].bytes), page());
  EXPECT_LT((*siblings)[1].bytes.size(), (*siblings)[0].bytes.size());
}

TEST(Precompress, IsDeterministicAndNamesNoTime) {
  const auto gzip = gzip_bytes(page());
  ASSERT_TRUE(gzip);
  EXPECT_EQ(*gzip, *gzip_bytes(page()));
  EXPECT_EQ(gzip->substr(3, 5), std::string(5, '\0'));  // RFC 1952: no flags, MTIME 0
  EXPECT_EQ(*brotli_bytes(page()), *brotli_bytes(page()));
}

TEST(Precompress, LeavesSmallAndBinaryFilesAlone) {
  EXPECT_TRUE(precompress({"a.html", "short"})->empty());
  EXPECT_TRUE(precompress({"a.png", page()})->empty());
  EXPECT_TRUE(is_compressible("x/feed.XML"));
  EXPECT_FALSE(is_compressible("html"));
}

TEST(Precompress, HandlesEmptyInput) {
  EXPECT_EQ(gunzip(*gzip_bytes("")), "");
  EXPECT_EQ(unbrotli(*brotli_bytes("")), "");
}

}  // namespace
}  // namespace kaynak
