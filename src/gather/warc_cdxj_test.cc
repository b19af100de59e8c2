#include "gather/warc_cdxj.h"

#include "gather/test_data.h"

namespace kaynak {
namespace {

using namespace gather_test;

TEST(Cdxj, KeysSortByHostFromTheRight) {
  EXPECT_EQ(surt_key("http://www.Outlet.example:80/A?b=2&a=1#x"), "example,outlet)/a?a=1&b=2");
  EXPECT_EQ(surt_key("https://www2.outlet.example"), "example,outlet)/");
  EXPECT_EQ(surt_key("https://outlet.example:8443/a/"), "example,outlet:8443)/a");
  EXPECT_EQ(surt_key("http://192.0.2.1/a?"), "192.0.2.1)/a");
  EXPECT_EQ(surt_key("http://wwwhat.example/"), "example,wwwhat)/");
  EXPECT_EQ(surt_key("file:///a.html"), "file:///a.html");
}

std::vector<std::string> lines_of(const Path& path) {
  std::vector<std::string> lines;
  const auto reader = must(open_warc(path));
  for (auto record = must(reader->next()); record; record = must(reader->next()))
    if (const auto line = cdxj_line(*record, path.filename().string())) lines.push_back(*line);
  std::sort(lines.begin(), lines.end());
  return lines;
}

/// Key, time and the JSON's members that do not depend on who wrote the index.
std::string essence(const std::string& line) {
  const auto json = parse_json(line.substr(line.find('{')));
  if (!json) return "no JSON: " + line;
  std::string out = line.substr(0, line.find('{'));
  for (const char* key : {"url", "digest", "length", "offset", "filename"})
    out += (*json)[key].as_string() + " ";
  return out + (*json)["mime"].as_string();
}

TEST(Cdxj, IsWhatAnotherToolMakesOfAnArchive) {
  const auto files = read_tar("warc/files.tar.gz");
  KAYNAK_NEED_DATA(files);
  const auto folder = must(TemporaryFolder::make());
  const auto lines =
      lines_of(write_bytes(folder.path(), "dupes.warc.gz", files.at("pywb/dupes.warc.gz")));
  std::vector<std::string> expected;
  for (const auto line : split(files.at("pywb/dupes.cdxj"), '\n'))
    if (!line.empty()) expected.push_back(essence(std::string(line)));
  std::sort(expected.begin(), expected.end());
  std::vector<std::string> got;
  for (const auto& line : lines) got.push_back(essence(line));
  std::sort(got.begin(), got.end());
  EXPECT_EQ(got, expected);
}

}  // namespace
}  // namespace kaynak
