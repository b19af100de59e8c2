#include "pipeline/inputs.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "gather/warc.h"

namespace kaynak {
namespace {

struct Read {
  std::vector<std::string> ids;
  std::vector<std::string> errors;
};

Read read_all(std::vector<std::string> inputs, InputOptions options = {}) {
  Read out;
  const auto pages = open_pages(std::move(inputs), options);
  for (int guard = 0; guard < 1000; ++guard) {
    auto page = pages->next();
    if (!page) {
      out.errors.push_back(std::string(to_string(page.error().code)) + ": " + page.error().detail);
      continue;
    }
    if (!*page) return out;
    out.ids.push_back((*page)->id + ((*page)->error ? "!" : ""));
  }
  ADD_FAILURE() << "reading never ended";
  return out;
}

class Inputs : public testing::Test {
 protected:
  void SetUp() override {
    folder_.emplace(TemporaryFolder::make().value());
    for (const char* name : {"b.html", "a.html", "sub/c.htm", "ignored.txt"})
      ASSERT_TRUE(write_file_atomically(path(name), std::string("<p>") + name));
  }
  std::string path(const std::string& name) const { return (folder_->path() / name).string(); }
  void tar() {
    const auto command = "tar -C '" + folder_->path().string() + "' -czf '" + path("pages.tar.gz") +
                         "' a.html b.html";
    ASSERT_EQ(std::system(command.c_str()), 0);
  }
  std::optional<TemporaryFolder> folder_;
};

TEST_F(Inputs, FoldersAreReadInOrderOfNames) {
  EXPECT_EQ(read_all({folder_->path().string()}).ids, (std::vector<std::string>{"a", "b", "c"}));
}

TEST_F(Inputs, FoldersGiveTheFilesThatAgenciesSend) {
  ASSERT_TRUE(write_file_atomically(path("d.xml"), "<nitf><body/></nitf>"));
  ASSERT_TRUE(write_file_atomically(path("e.xml"), "<settings/>"));
  ASSERT_TRUE(write_file_atomically(path("f.json"), R"({"uri":"urn:x","pubStatus":"usable"})"));
  EXPECT_EQ(read_all({folder_->path().string()}).ids,
            (std::vector<std::string>{"a", "b", "d", "f", "c"}));
}

TEST_F(Inputs, TarMembersAreNamedByTheirStem) {
  tar();
  EXPECT_EQ(read_all({path("pages.tar.gz"), path("sub/c.htm")}).ids,
            (std::vector<std::string>{"a", "b", "c"}));
}

TEST_F(Inputs, ATruncatedArchiveGivesItsGoodPagesAndOneClearError) {
  tar();
  auto bytes = read_file(path("pages.tar.gz")).value();
  ASSERT_TRUE(write_file_atomically(path("cut.tar.gz"), bytes.substr(0, bytes.size() - 20)));
  const auto read = read_all({path("cut.tar.gz"), path("a.html")});
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].find("cut.tar.gz"), std::string::npos) << read.errors[0];
  EXPECT_EQ(read.ids.back(), "a");
}

TEST_F(Inputs, WhatCannotBeReadIsNamedAndTheRestGoesOn) {
  const auto read = read_all({path("none.html"), path("none.tar.gz"), path("none.warc.gz"),
                              path("b.html"), "https://a.example/"});
  EXPECT_EQ(read.ids, std::vector<std::string>{"b"});
  ASSERT_EQ(read.errors.size(), 4u);
  EXPECT_TRUE(read.errors[0].starts_with("not_found")) << read.errors[0];
  EXPECT_NE(read.errors[2].find("none.warc.gz"), std::string::npos);
}

TEST_F(Inputs, APageOverTheLimitIsReportedUnderItsName) {
  InputOptions options;
  options.max_page_bytes = 4;
  EXPECT_EQ(read_all({path("a.html")}, options).ids, std::vector<std::string>{"a!"});
}

TEST_F(Inputs, OnlyPagesAreReadOutOfAWarc) {
  const auto writer = WarcWriter::open(path("x.warc.gz"), "test").value();
  for (const char* type : {"text/html; charset=utf-8", "image/png"}) {
    Capture c;
    c.url = c.final_url = std::string("https://a.example/") + type[0];
    c.fetched = parse_iso8601("2026-11-20T06:00:00Z")->utc;
    c.http_status = 200;
    c.headers = {{"Content-Type", type}};
    c.body = "<p>x";
    ASSERT_TRUE(writer->append(c));
  }
  EXPECT_EQ(read_all({path("x.warc.gz")}).ids, std::vector<std::string>{"https://a.example/t"});
}

}  // namespace
}  // namespace kaynak
