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

/// An archive as crawlers write it: each answer behind its request.
class Crawl : public Inputs {
 protected:
  static std::string record(const std::string& type, const std::string& uri,
                            const std::string& fields, const std::string& block) {
    return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Target-URI: " + uri +
           "\r\nWARC-Date: 2026-11-02T10:00:00Z\r\n" + fields +
           "Content-Type: application/http\r\nContent-Length: " + std::to_string(block.size()) +
           "\r\n\r\n" + block + "\r\n\r\n";
  }
  static std::string answer(const std::string& name, const std::string& status,
                            const std::string& type, const std::string& body,
                            const std::string& fields = {}) {
    return record("response", "https://a.example/" + name,
                  "WARC-Record-ID: <urn:uuid:" + name + ">\r\n" + fields,
                  "HTTP/1.1 " + status + " X\r\nContent-Type: " + type +
                      "\r\nContent-Length: 999\r\nTransfer-Encoding: chunked\r\n\r\n" + body);
  }
  static std::string revisit(const std::string& name, const std::string& of) {
    return record("revisit", "https://a.example/" + name,
                  "WARC-Profile: http://netpreserve.org/warc/1.0/revisit/identical-payload-digest"
                  "\r\nWARC-Refers-To: <urn:uuid:" +
                      of + ">\r\n",
                  "");
  }
  void write(const std::string& name, const std::string& bytes) {
    ASSERT_TRUE(write_file_atomically(path(name), bytes));
  }
  const std::string one_ = answer("1", "200", "text/html", "6\r\n<p>one\r\n0\r\n\r\n");
};

TEST_F(Crawl, PagesComeWithTheirDateAndWhatIsNoPageIsCounted) {
  write("x.warc", record("warcinfo", "", "", "software: y\r\n") +
                      record("request", "https://a.example/1",
                             "WARC-Concurrent-To: <urn:uuid:1>\r\n", "GET /1 HTTP/1.1\r\n\r\n") +
                      one_ + answer("2", "404", "text/html", "0\r\n\r\n") +
                      answer("3", "200", "image/svg+xml", "0\r\n\r\n"));
  const auto pages = open_pages({path("x.warc")}, {});
  const auto page = pages->next().value();
  ASSERT_TRUE(page);
  EXPECT_EQ(page->bytes, "<p>one");
  EXPECT_EQ(to_rfc3339(*page->fetched), "2026-11-02T10:00:00Z");
  EXPECT_EQ(page->arrival->capture.request_head, "GET /1 HTTP/1.1\r\n\r\n");
  EXPECT_FALSE(pages->next().value());
  EXPECT_EQ(pages->passed_over().not_ok, 1);
  EXPECT_EQ(pages->passed_over().not_html, 1);
}

TEST_F(Crawl, RevisitsHaveTheBodyOfTheirOriginalWhereverItStands) {
  write("a.warc", revisit("early", "1") + revisit("lost", "9"));
  write("b.warc", one_ + revisit("late", "1"));
  InputOptions options;
  options.revisits = true;
  const auto pages = open_pages({path("a.warc"), path("b.warc")}, options);
  std::vector<std::string> ids;
  for (auto page = pages->next().value(); page; page = pages->next().value()) {
    ids.push_back(page->id);
    EXPECT_EQ(page->bytes, "<p>one");
  }
  EXPECT_EQ(ids, (std::vector<std::string>{"https://a.example/1", "https://a.example/late",
                                           "https://a.example/early"}));
  EXPECT_EQ(pages->passed_over().without_original, 1);
  EXPECT_EQ(read_all({path("b.warc")}).ids, std::vector<std::string>{"https://a.example/1"});
}

TEST_F(Crawl, DamagedRecordsAreCountedAndTheOthersGiven) {
  auto broken = answer("2", "200", "text/html", "0\r\n\r\n");
  broken.replace(broken.rfind("Content-Type: application"), 0, "Content-Length: many\r\n");
  write("x.warc", one_ + broken + answer("3", "200", "text/html", "0\r\n\r\n"));
  const auto read = read_all({path("x.warc"), path("a.html")});
  EXPECT_EQ(read.ids,
            (std::vector<std::string>{"https://a.example/1", "https://a.example/3", "a"}));
  ASSERT_EQ(read.errors.size(), 1u);
  EXPECT_NE(read.errors[0].find("1 record skipped ("), std::string::npos) << read.errors[0];
}

}  // namespace
}  // namespace kaynak
