#include "serve/files.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <chrono>

namespace kaynak::serve_detail {
namespace {

class SiteFolder : public testing::Test {
 protected:
  void SetUp() override {
    auto made = TemporaryFolder::make("kaynak-serve");
    ASSERT_TRUE(made);
    folder_ = std::make_unique<TemporaryFolder>(std::move(*made));
    put("index.html", "choice");
    put("tr/index.html", "front");
    put("tr/404.html", "yok");
    put("en/404.html", "no such page");
    put("static/style.css", "p{}");
    files = std::make_unique<SiteFiles>(site(), std::vector{LanguageTag("en"), LanguageTag("tr")});
  }
  Path site() const { return folder_->path() / "site"; }
  void put(const std::string& path, const std::string& bytes) {
    ASSERT_TRUE(write_file_atomically(site() / path, bytes));
  }
  Response get(const std::string& target, Headers headers = {}) {
    Request request;
    request.method = "GET";
    request.target = target;
    request.headers = std::move(headers);
    const auto parsed = parse_target(target);
    return parsed ? files->get(request, *parsed) : files->not_found({});
  }
  static std::string of(const Response& response, std::string_view name) {
    return std::string(header(response.headers, name));
  }

  std::unique_ptr<TemporaryFolder> folder_;
  std::unique_ptr<SiteFiles> files;
};

TEST_F(SiteFolder, GivesFilesWithTypeAndValidators) {
  const Response page = get("/tr/");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "front");
  EXPECT_EQ(of(page, "Content-Type"), "text/html; charset=utf-8");
  EXPECT_EQ(of(page, "Cache-Control"), "no-cache");
  EXPECT_TRUE(of(page, "ETag").starts_with('"'));
  EXPECT_TRUE(of(page, "Last-Modified").ends_with("GMT"));
  EXPECT_EQ(of(get("/static/style.css"), "Content-Type"), "text/css; charset=utf-8");
  EXPECT_EQ(get("/").body, "choice");
}

TEST_F(SiteFolder, AnswersNotModifiedWhereNothingChanged) {
  const Response page = get("/tr/index.html");
  const std::string etag = of(page, "ETag");
  for (const std::string& match : {etag, "W/" + etag, "\"x\", " + etag, std::string("*")}) {
    const Response again = get("/tr/index.html", {{"If-None-Match", match}});
    EXPECT_EQ(again.status, 304) << match;
    EXPECT_EQ(again.body, "");
    EXPECT_EQ(of(again, "ETag"), etag);
  }
  EXPECT_EQ(get("/tr/index.html", {{"If-None-Match", "\"other\""}}).status, 200);
  EXPECT_EQ(get("/tr/index.html", {{"If-Modified-Since", of(page, "Last-Modified")}}).status, 304);
  EXPECT_EQ(get("/tr/index.html", {{"If-Modified-Since", "Mon, 01 Jan 2001 00:00:00 GMT"}}).status,
            200);
  EXPECT_EQ(get("/tr/index.html", {{"If-Modified-Since", "yesterday"}}).status, 200);
  put("tr/index.html", "front, corrected");
  EXPECT_EQ(get("/tr/index.html", {{"If-None-Match", etag}}).status, 200);
}

TEST_F(SiteFolder, ChoosesTheCompressedFormTheClientTakes) {
  put("tr/index.html.gz", "GZ");
  put("tr/index.html.br", "BR");
  const auto form = [&](const std::string& accept) {
    const Response page = get("/tr/index.html", {{"Accept-Encoding", accept}});
    EXPECT_EQ(of(page, "Vary"), "Accept-Encoding");
    EXPECT_EQ(of(page, "Content-Type"), "text/html; charset=utf-8");
    return of(page, "Content-Encoding") + ":" + page.body;
  };
  EXPECT_EQ(form("gzip, deflate, br"), "br:BR");
  EXPECT_EQ(form("gzip"), "gzip:GZ");
  EXPECT_EQ(form("gzip;q=1.0, br;q=0.5"), "gzip:GZ");
  EXPECT_EQ(form("br;q=0, *"), "gzip:GZ");
  EXPECT_EQ(form("*"), "br:BR");
  EXPECT_EQ(form("identity"), ":front");
  EXPECT_EQ(form("br;q=0, gzip;q=0"), ":front");
  EXPECT_EQ(form("br;q=nonsense"), ":front");
  EXPECT_EQ(form(""), ":front");
  const auto tags = {of(get("/tr/index.html"), "ETag"),
                     of(get("/tr/index.html", {{"Accept-Encoding", "br"}}), "ETag")};
  EXPECT_NE(*tags.begin(), *(tags.begin() + 1)) << "forms are different bytes";
}

TEST_F(SiteFolder, LeavesACompressedFormOfAnEarlierVersion) {
  put("tr/index.html.br", "OLD");
  std::filesystem::last_write_time(
      site() / "tr/index.html.br",
      std::filesystem::file_time_type::clock::now() - std::chrono::hours(1));
  EXPECT_EQ(get("/tr/index.html", {{"Accept-Encoding", "br"}}).body, "front");
}

TEST_F(SiteFolder, LargeFilesAreNotReadWhole) {
  put("big.txt", std::string(1 << 20, 'x'));
  const Response big = get("/big.txt");
  EXPECT_TRUE(big.body.empty());
  ASSERT_TRUE(big.file);
  EXPECT_EQ(big.file.size(), 1u << 20);
  EXPECT_EQ(get("/big.txt", {{"If-None-Match", of(big, "ETag")}}).status, 304);
}

TEST_F(SiteFolder, MissingPagesSpeakThePathsLanguage) {
  EXPECT_EQ(get("/tr/none.html").status, 404);
  EXPECT_EQ(get("/tr/none.html").body, "yok");
  EXPECT_EQ(get("/nowhere").body, "no such page");
  EXPECT_EQ(get("/static/").status, 404) << "no listing of a folder";
  EXPECT_EQ(get("/tr/index.html/").status, 404);
  EXPECT_EQ(get("/tr/index.html/x").status, 404);
  std::filesystem::remove_all(site());
  EXPECT_EQ(get("/tr/").status, 404);
  EXPECT_EQ(get("/").body, "There is no such page.\n");
}

TEST_F(SiteFolder, AFolderWithoutItsSlashIsMoved) {
  const Response moved = get("/tr?x=1");
  EXPECT_EQ(moved.status, 301);
  EXPECT_EQ(of(moved, "Location"), "/tr/?x=1");
  EXPECT_EQ(get("/static").status, 301);
}

TEST_F(SiteFolder, NeverLeavesThroughALinkOrAFifo) {
  ASSERT_TRUE(write_file_atomically(folder_->path() / "secret.txt", "secret"));
  std::filesystem::create_symlink(folder_->path() / "secret.txt", site() / "link.txt");
  std::filesystem::create_directory_symlink(folder_->path(), site() / "up");
  ASSERT_EQ(mkfifo((site() / "fifo").c_str(), 0600), 0);
  EXPECT_EQ(get("/link.txt").status, 404);
  EXPECT_EQ(get("/up/secret.txt").status, 404);
  EXPECT_EQ(get("/fifo").status, 404);
  EXPECT_EQ(get("/../secret.txt").status, 404);
  put(".secret", "hidden");
  EXPECT_EQ(get("/.secret").status, 404);
}

}  // namespace
}  // namespace kaynak::serve_detail
