#include "base/file.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(File, WritesWholeAndReadsBack) {
  const auto folder = TemporaryFolder::make().value();
  const auto path = folder.path() / "a" / "b.txt";
  ASSERT_TRUE(write_file_atomically(path, "one", true));
  ASSERT_TRUE(write_file_atomically(path, "two"));
  EXPECT_EQ(read_file(path).value(), "two");
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(path.parent_path()), {}), 1);
}

TEST(File, LeavesEqualFilesAlone) {
  const auto folder = TemporaryFolder::make().value();
  EXPECT_TRUE(write_file_if_changed(folder.path() / "x", "1").value());
  EXPECT_FALSE(write_file_if_changed(folder.path() / "x", "1").value());
  EXPECT_TRUE(write_file_if_changed(folder.path() / "x", "2").value());
}

TEST(File, NamesWhatCannotBeRead) {
  const auto folder = TemporaryFolder::make().value();
  EXPECT_EQ(read_file(folder.path() / "none").error().code, ErrorCode::not_found);
  EXPECT_EQ(read_file(folder.path()).error().code, ErrorCode::unavailable);
  ASSERT_TRUE(write_file_atomically(folder.path() / "big", std::string(100, 'x')));
  EXPECT_EQ(read_file(folder.path() / "big", 99).error().code, ErrorCode::too_large);
  EXPECT_NE(read_file(folder.path() / "none").error().detail.find("none"), std::string::npos);
}

TEST(File, AFullDiskIsAnErrorThatSaysSo) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP() << "/dev/full is not here";
  const auto written = write_file_atomically("/dev/full/x", "1");
  EXPECT_FALSE(written);
}

TEST(File, MakesNamesThatStayInTheirFolder) {
  EXPECT_EQ(safe_name("../../etc/passwd"), "etc-passwd");
  EXPECT_EQ(safe_name(".."), "unnamed");
  EXPECT_EQ(safe_name("a b\n\0c"), "a-b");
  EXPECT_EQ(safe_name(std::string(500, 'x')).size(), 120u);
}

TEST(File, TemporaryFoldersGo) {
  Path path;
  {
    const auto folder = TemporaryFolder::make().value();
    path = folder.path();
    EXPECT_TRUE(std::filesystem::exists(path));
  }
  EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace kaynak
