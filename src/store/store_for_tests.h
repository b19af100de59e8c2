/// @file What the store's tests share: a store in a temporary folder, and small values to put into
/// it.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "store/store.h"

namespace kaynak::store_detail {

inline Time at_minute(int minute) {
  return Time(Milliseconds(1'790'000'000'000 + minute * 60'000LL));
}

inline Article article_named(const std::string& name, int minute = 0) {
  Article article;
  article.url = "https://song-bao.example/" + name;
  article.canonical_url = article.url;
  article.id = article_id_for(article.url);
  article.source = SourceId("vn/song-bao");
  article.outlet = "Sóng Báo";
  article.language = LanguageTag("vi");
  article.headline = "Tin " + name;
  article.published = ZonedTime{at_minute(minute), std::chrono::minutes(420), true};
  Block block;
  block.kind = BlockKind::paragraph;
  block.text = "Câu thứ nhất của bài " + name + ".";
  block.sentences = {{{0, static_cast<std::uint32_t>(block.text.size())}, {}}};
  article.blocks = {block};
  return article;
}

inline CaptureRow capture_of(const Article& article, const std::string& body = "<p>") {
  CaptureRow row;
  row.id = capture_id_for(article.url, body);
  row.source = article.source;
  row.url = article.url;
  row.final_url = article.url;
  row.fetched = at_minute(1);
  row.http_status = 200;
  row.content_type = "text/html";
  row.warc = "2026-11.warc.gz";
  row.offset = 1234;
  return row;
}

class StoreTest : public testing::Test {
 protected:
  void SetUp() override {
    auto made = TemporaryFolder::make("kaynak-store");
    ASSERT_TRUE(made) << made.error().message();
    folder_ = std::make_unique<TemporaryFolder>(std::move(*made));
    store = open();
    ASSERT_TRUE(store);
  }
  Path path() const { return folder_->path() / "kaynak.db"; }
  std::unique_ptr<Store> open(const StoreOptions& options = {}) const {
    auto opened = open_sqlite_store(path(), options);
    EXPECT_TRUE(opened) << opened.error().message();
    return opened ? std::move(*opened) : nullptr;
  }
  ArticleId put(const Article& article) {
    const auto done = store->put_article(article, CaptureId{});
    EXPECT_TRUE(done) << (done ? "" : done.error().message());
    return article.id;
  }

 private:
  std::unique_ptr<TemporaryFolder> folder_;

 protected:
  std::unique_ptr<Store> store;
};

/// The value, or a test failure that shows the error.
#define KAYNAK_GET(name, expression)                             \
  auto name##_result = (expression);                             \
  ASSERT_TRUE(name##_result) << name##_result.error().message(); \
  auto& name = *name##_result
#define KAYNAK_OK(expression)                                  \
  do {                                                         \
    const auto kaynak_done = (expression);                     \
    ASSERT_TRUE(kaynak_done) << kaynak_done.error().message(); \
  } while (false)

}  // namespace kaynak::store_detail
