#include "pipeline/source_book.h"

#include <gtest/gtest.h>

namespace kaynak {
namespace {

TEST(SourceBook, ReadsASourceFile) {
  const auto entry = parse_source(
      SourceId("vn/song-bao"),
      "name = 'Song Báo'\nhome = 'https://songbao.example/'\nlanguage = 'vi'\ncountry = 'VN'\n"
      "feeds = ['https://songbao.example/feed.xml']\nhosts = ['songbao.example']\nrights = "
      "'excerpt'\n"
      "excerpt_words = 25\nagency = true\naliases = ['SB']\n");
  ASSERT_TRUE(entry) << entry.error().detail;
  EXPECT_EQ(entry->source.name, "Song Báo");
  EXPECT_EQ(entry->source.rights, Rights::excerpt);
  EXPECT_EQ(entry->source.excerpt_words, 25);
  EXPECT_TRUE(entry->source.agency);
  EXPECT_EQ(entry->aliases, std::vector<std::string>{"SB"});
}

TEST(SourceBook, WhatIsNotGrantedIsNotTaken) {
  EXPECT_EQ(parse_source(SourceId("x"), "name = 'X'\n")->source.rights, Rights::link);
}

TEST(SourceBook, NamesTheFileAndTheKeyThatIsWrong) {
  EXPECT_TRUE(parse_source(SourceId("x"), "rights = 'full'\n")
                  .error()
                  .detail.starts_with("sources/x.toml: has no name"));
  EXPECT_NE(parse_source(SourceId("x"), "name='X'\nrights='all'\n").error().detail.find("'all'"),
            std::string::npos);
  EXPECT_NE(parse_source(SourceId("x"), "name='X'\nfeeds=['not a url']\n")
                .error()
                .detail.find("not a url"),
            std::string::npos);
  EXPECT_EQ(parse_source(SourceId("x"), "name='X'\n[[extract]]\nbody='p['\n").error().detail,
            "sources/x.toml: [[extract]] not a CSS selector: p[");
  EXPECT_NE(parse_source(SourceId("x"), "name=\n").error().detail.find("sources/x.toml:1"),
            std::string::npos);
}

TEST(SourceBook, FindsByHostAndTheNewsroomsOwnFileWins) {
  const auto folder = TemporaryFolder::make().value();
  ASSERT_TRUE(
      write_file_atomically(folder.path() / "own/a.toml", "name='Own'\nhosts=['a.example']\n"));
  ASSERT_TRUE(
      write_file_atomically(folder.path() / "ours/a.toml", "name='Ours'\nhosts=['a.example']\n"));
  ASSERT_TRUE(write_file_atomically(folder.path() / "ours/tr/b.toml",
                                    "name='B'\nhome='https://www.b.example/'\n"));
  const auto book = SourceBook::load({folder.path() / "own", folder.path() / "ours"}).value();
  EXPECT_EQ(book->find_by_host("www.a.example")->source.name, "Own");
  EXPECT_EQ(book->find_by_host("m.b.example")->source.id, SourceId("tr/b"));
  EXPECT_FALSE(book->find_by_host("c.example"));
}

TEST(SourceBook, AdoptsAnUnknownHostOnceAndWritesItsFile) {
  const auto folder = TemporaryFolder::make().value();
  const auto book = SourceBook::load({folder.path()}).value();
  const auto first = book->adopt("www.News.example", "The \"News\"\n", LanguageTag("en"),
                                 Rights::excerpt, folder.path());
  ASSERT_TRUE(first) << first.error().detail;
  EXPECT_EQ(first->source.name, "The \"News\"\n");
  EXPECT_EQ(book->adopt("news.example", "Other", LanguageTag("en"), Rights::full, folder.path())
                ->source.name,
            first->source.name);
  const auto again = SourceBook::load({folder.path()}).value();
  EXPECT_EQ(again->find_by_host("news.example")->source.rights, Rights::excerpt);
}

}  // namespace
}  // namespace kaynak
