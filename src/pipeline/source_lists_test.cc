#include "pipeline/source_lists.h"

#include <gtest/gtest.h>

#include "gather/opml.h"

namespace kaynak {
namespace {

class Lists : public testing::Test {
 protected:
  Lists() : folder_(TemporaryFolder::make().value()), room_(folder_.path() / "n") {
    EXPECT_TRUE(Newsroom::create(room_, default_config_text("T", {"en"})));
  }
  std::unique_ptr<Newsroom> open() const {
    return Newsroom::open(room_, [](const std::string&) { return std::nullopt; }).value();
  }
  ImportReport import(const std::string& list, bool dry_run = false) {
    auto report = import_sources(*open(), list, {"excerpt", dry_run});
    EXPECT_TRUE(report) << report.error().detail;
    return report.value_or(ImportReport());
  }

 private:
  TemporaryFolder folder_;
  Path room_;
};

std::string opml(const std::string& outlines) {
  return "<opml version='2.0'><head><title>Mine</title></head><body>" + outlines + "</body></opml>";
}

std::string outline(const std::string& title, const std::string& url,
                    const std::string& page = {}) {
  return "<outline text='" + title + "' xmlUrl='" + url + "'" +
         (page.empty() ? "" : " htmlUrl='" + page + "'") + "/>";
}

TEST_F(Lists, FeedsOfOneHostAreOneSource) {
  const auto report = import(opml(
      "<outline text='Australia'>" +
      outline("The Alder - World", "https://feeds.alder.example/w", "https://www.alder.example/") +
      outline("The Alder - Sport", "https://feeds.alder.example/s",
              "https://www.alder.example/sport") +
      "</outline>" + outline("Quay", "https://quay.example/f")));
  EXPECT_EQ(report.feeds, 3);
  EXPECT_EQ(report.fresh, 3);
  const auto room = open();
  ASSERT_EQ(room->sources().all().size(), 2u);
  const auto alder = room->sources().find(SourceId("au/alder.example")).value().source;
  EXPECT_EQ(alder.name, "The Alder");
  EXPECT_EQ(alder.feeds.size(), 2u);
  EXPECT_EQ(alder.country, "AU");
  EXPECT_EQ(alder.tags, std::vector<std::string>{"Australia"});
  EXPECT_EQ(alder.rights, Rights::excerpt);
  EXPECT_EQ(room->sources().find(SourceId("quay.example"))->source.home, "https://quay.example/");
}

TEST_F(Lists, FeedsAtAServiceForAllAreASourceEach) {
  import(opml(outline("Alder", "https://feeds.feedburner.com/alder") +
              outline("Quay", "https://feeds.feedburner.com/quay")));
  EXPECT_EQ(open()->sources().all().size(), 2u);
}

TEST_F(Lists, WhatIsKnownIsNotTakenTwice) {
  const auto list = opml(outline("A", "https://a.example/f") + outline("A", "https://a.example/f"));
  EXPECT_EQ(import(list, true).fresh, 1);
  EXPECT_TRUE(open()->sources().all().empty()) << "a dry run writes nothing";
  import(list);
  const auto again =
      import(opml(outline("A", "https://a.example/f") + outline("A", "https://a.example/g")));
  EXPECT_EQ(again.known, 1);
  EXPECT_EQ(again.fresh, 0);
  ASSERT_EQ(again.skipped.size(), 1u);
  EXPECT_NE(again.skipped.at(0).find("sources/a.example.toml"), std::string::npos);
}

TEST_F(Lists, ALineCanBeAnAddress) {
  const auto report =
      import("# mine\nhttps://a.example/f\r\nb.example/feed\nhttps://c.example/\nno url\n");
  EXPECT_EQ(report.fresh, 2);
  EXPECT_EQ(report.skipped.size(), 2u);
  EXPECT_FALSE(import_sources(*open(), "# nothing\n", {}));
}

TEST_F(Lists, NamesOfAnyKindMakeFilesThatCanBeRead) {
  const auto report =
      import(opml(outline("&quot;Quoted&quot; \\ # = [x]\x7f", "https://a.example/f") +
                  outline("", "https://b.example/f") + outline("  -  ", "https://c.example/f")));
  EXPECT_EQ(report.fresh, 3);
  EXPECT_EQ(open()->sources().all().size(), 3u);
}

TEST_F(Lists, WhatGoesOutComesInAgain) {
  import(opml("<outline text='News'>" +
              outline("Alder", "https://alder.example/f", "https://alder.example/") + "</outline>" +
              outline("Quay", "https://quay.example/f")));
  const auto out = export_opml(*open());
  const auto back = parse_opml(out).value();
  ASSERT_EQ(back.feeds.size(), 2u);
  for (const auto& feed : back.feeds)
    EXPECT_EQ(feed.folders.size(), feed.title == "Alder" ? 1u : 0u) << feed.title;
  EXPECT_EQ(import(out).known, 2);
}

}  // namespace
}  // namespace kaynak
