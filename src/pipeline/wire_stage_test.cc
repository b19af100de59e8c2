#include <gtest/gtest.h>

#include "pipeline/archive.h"
#include "pipeline/stages.h"

namespace kaynak {
namespace {

const Time kNow = parse_iso8601("2026-11-25T12:00:00Z")->utc;

std::string news_item(const std::string& number, const std::string& status,
                      const std::string& extra = "") {
  return "<newsItem guid='urn:newsml:havsbild.example:20261125:" + number +
         "' version='1' xml:lang='en'><itemMeta><itemClass qcode='ninat:text'/><versionCreated>"
         "2026-11-25T10:00:00Z</versionCreated>" +
         extra + "<pubStatus qcode='stat:" + status + "'/></itemMeta><contentMeta><headline>Item " +
         number +
         "</headline></contentMeta><contentSet><inlineData contenttype='text/plain'>The ferry to "
         "the "
         "islands runs again from Monday, the harbour master said in the morning.</inlineData>"
         "</contentSet></newsItem>";
}

std::string message(const std::string& items) {
  return "<newsMessage><itemSet>" + items + "</itemSet></newsMessage>";
}

class WireStage : public testing::Test {
 protected:
  void SetUp() override {
    folder_.emplace(TemporaryFolder::make().value());
    ASSERT_TRUE(Newsroom::create(folder_->path() / "n", default_config_text("T", {"en"})));
    room_ = Newsroom::open(folder_->path() / "n", [](const std::string&) {
              return std::nullopt;
            }).value();
    store_ = room_->open_store().value();
  }

  /// Keeps the bytes as a capture and runs its job; what the job leaves is kept too.
  Outcome take(const std::string& bytes, Time now = kNow, const char* source = "") {
    Arrival a;
    a.capture.source = SourceId(source);
    a.capture.url = "file:///message";
    a.capture.fetched = now;
    a.capture.http_status = 200;
    a.capture.headers = {{"Content-Type", "application/xml"}};
    a.capture.body = bytes;
    a.capture.id = capture_id_for(a.capture.url, a.capture.body);
    EXPECT_TRUE(Archive::open(*room_, now).value()->keep(a));
    return run("extract", a.capture.id.value, now);
  }

  Outcome run(const std::string& stage, const std::string& item, Time now) {
    Job job;
    job.stage = stage;
    job.item = item;
    const auto effects = run_stage(*room_, *store_, job, now);
    EXPECT_TRUE(effects) << effects.error().message();
    if (effects && effects->apply) {
      const auto kept = store_->transaction([&] { return effects->apply(*store_); });
      EXPECT_TRUE(kept);
    }
    return effects ? effects->outcome : Outcome{};
  }

  std::optional<Article> article(const std::string& number) {
    auto a = store_->article(article_id_for("urn:newsml:havsbild.example:20261125:" + number));
    return a ? std::optional(std::move(*a)) : std::nullopt;
  }

  std::optional<TemporaryFolder> folder_;
  std::unique_ptr<Newsroom> room_;
  std::unique_ptr<Store> store_;
};

TEST_F(WireStage, AMessageOfSeveralItemsGivesAllItsArticles) {
  take(message(news_item("1", "usable") + news_item("2", "usable")));
  ASSERT_TRUE(article("1") && article("2"));
  EXPECT_EQ(article("1")->headline, "Item 1");
  EXPECT_EQ(article("1")->source.value, "havsbild.example");
  EXPECT_EQ(store_->job_counts("trace")->waiting, 2);
}

TEST_F(WireStage, AnOlderVersionThatComesLateChangesNothing) {
  const auto version = [](const char* hour, const char* text) {
    return message(
        "<newsItem guid='urn:newsml:havsbild.example:20261125:1'><itemMeta><firstCreated>"
        "2026-11-25T08:00:00Z</firstCreated><versionCreated>2026-11-25T" +
        std::string(hour) +
        ":00:00Z</versionCreated></itemMeta><contentMeta><headline>Ferry</headline></contentMeta>"
        "<contentSet><inlineData contenttype='text/plain'>" +
        text + "</inlineData></contentSet></newsItem>");
  };
  take(version("10", "It runs."));
  take(version("09", "It may run."), kNow + Seconds(60));
  EXPECT_EQ(article("1")->blocks.at(0).text, "It runs.");
  take(version("11", "It ran."), kNow + Seconds(120));
  EXPECT_EQ(article("1")->blocks.at(0).text, "It ran.");
}

TEST_F(WireStage, ACanceledItemIsWithdrawnAndKeepsItsWords) {
  take(message(news_item("1", "usable")));
  const auto outcome = take(message(news_item("1", "canceled")));
  EXPECT_TRUE(outcome.held);
  ASSERT_EQ(store_->job_counts("withdraw")->waiting, 1);
  const auto id = article("1")->id.value;
  run("withdraw", Json().set("article", id).set("why", "canceled by its sender").dump(), kNow);
  EXPECT_EQ(article("1")->status, PubStatus::canceled);
  EXPECT_FALSE(article("1")->blocks.empty());
}

TEST_F(WireStage, NoSourceSpeaksForAnother) {
  take(message(news_item("1", "usable")));
  for (const char* other : {"canceled", "usable"})
    take(message(news_item("1", other, "<title>x</title>")), kNow + Seconds(60), "song-bao");
  EXPECT_EQ(store_->job_counts("withdraw")->waiting, 0);
  EXPECT_EQ(article("1")->source.value, "havsbild.example");
  EXPECT_EQ(article("1")->status, PubStatus::usable);
}

TEST_F(WireStage, AnItemThatComesCanceledIsKeptAndNotShown) {
  take(message(news_item("1", "withheld")));
  EXPECT_EQ(article("1")->status, PubStatus::canceled);
}

TEST_F(WireStage, AnEmbargoIsWaitedFor) {
  const auto until = parse_iso8601("2026-11-25T18:00:00Z")->utc;
  const std::string bytes =
      message(news_item("1", "usable") +
              news_item("2", "usable", "<embargoed>2026-11-25T18:00:00Z</embargoed>"));
  take(bytes);
  EXPECT_TRUE(article("1"));
  EXPECT_FALSE(article("2"));
  take(bytes, until);
  EXPECT_TRUE(article("2"));
}

TEST_F(WireStage, AMessageWithoutATextIsRefusedWithItsReason) {
  const auto outcome = take(
      "<newsItem guid='urn:x'><itemMeta><itemClass qcode='ninat:video'/></itemMeta></newsItem>");
  EXPECT_TRUE(outcome.held);
  EXPECT_NE(outcome.note.find("no item of this newsml-g2 holds a text"), std::string::npos);
}

}  // namespace
}  // namespace kaynak
