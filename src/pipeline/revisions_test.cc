// Looks at pages that change, move, go and come back: what becomes of the articles.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pipeline/archive.h"
#include "pipeline/gather_session.h"
#include "pipeline/history.h"
#include "pipeline/worker.h"
#include "text/url.h"

namespace kaynak {
namespace {

using testing::HasSubstr;

const Time kStart = parse_iso8601("2026-11-20T06:00:00Z")->utc;
const std::string kHost = "https://alder.example", kStory = kHost + "/harbour/council-buys-bridge";

std::string page(const std::string& text, const std::string& canonical = {},
                 const std::string& title = "Council buys time for a bridge") {
  return "<!doctype html><html lang=en><head><title>" + title + "</title>" +
         (canonical.empty() ? "" : "<link rel=canonical href='" + canonical + "'>") +
         "</head><body><article><h1>" + title + "</h1>" + text + "</article></body></html>";
}

std::string story(const std::string& sum = "3.5 million") {
  return "<p>The harbour council of Port Alder decided on Thursday, after a debate of four hours, "
         "to spend " +
         sum +
         " on the old swing bridge that has carried the tram since 1911.</p><p>The lamps were put "
         "out when the last of the speakers had sat down in the hall by the quay.</p><p>Work "
         "begins in spring and the ferries will run until midnight for as long as the bridge is "
         "closed to carriages, carts and people on foot.</p>";
}

const std::string kOther =
    "<p>A blue crane was lifted onto the western quay of Port Alder on Friday morning, where it "
    "is to load timber for the islands.</p><p>It was built by a yard that has made cranes for a "
    "hundred years, and it lifts forty tons.</p><p>The old one is to be a museum, said the master "
    "of the harbour, who has kept its keys since he was a boy.</p>";

class Revisions : public testing::Test {
 protected:
  void SetUp() override {
    folder_.emplace(TemporaryFolder::make().value());
    const Path n = folder_->path() / "n";
    ASSERT_TRUE(Newsroom::create(n, default_config_text("T", {"en"})));
    ASSERT_TRUE(write_file_atomically(
        n / "sources" / "alder.toml",
        "name = \"The Alder\"\nhome = \"https://alder.example/\"\nrights = \"full\"\n"));
    ASSERT_TRUE(write_file_atomically(
        n / "sources" / "fenwick.toml",
        "name = \"Fenwick Post\"\nhome = \"https://fenwick.example/\"\nrights = \"full\"\n"));
    room_ = Newsroom::open(n, [](const std::string&) { return std::nullopt; }).value();
    store_ = room_->open_store().value();
  }

  /// A page comes in, an hour after the one before, and all that follows is done.
  void look(const std::string& url, const std::string& html, const std::string& final_url = {},
            const std::string& guid = {}) {
    Arrival a;
    a.capture.url = url;
    a.capture.final_url = final_url.empty() ? url : final_url;
    a.capture.fetched = now_ += Seconds(3600);
    a.capture.http_status = 200;
    a.capture.headers = {{"Content-Type", "text/html; charset=utf-8"}};
    a.capture.body = html;
    a.capture.id = capture_id_for(url, html);
    if (const auto entry = room_->sources().find_by_host(Url::parse(url)->host()))
      a.capture.source = entry->source.id;
    a.returned = true;
    if (!guid.empty()) a.item = FeedItem{}, a.item->id = guid;
    FetchTask task;
    task.state.capture = a.capture.id;
    auto row = pipeline_detail::fresh_row(a.capture.source, FetchKind::page, url, now_);
    row.state = to_text(task);
    ASSERT_TRUE(Archive::open(*room_, now_).value()->keep_all({a}, [&](Store& store) {
      return store.put_fetch(row);
    }));
    do_work();
  }

  void do_work() {
    WorkOptions options;
    options.clock = [this] { return now_; };
    const auto done = work(*room_, options);
    ASSERT_TRUE(done) << done.error().message();
    ASSERT_TRUE(done->failed.empty()) << done->failed[0].note;
  }

  std::vector<ArticleId> ids() { return store_->all_articles().value(); }
  Article only() {
    EXPECT_EQ(ids().size(), 1u);
    return store_->article(ids().at(0)).value();
  }
  std::vector<Event> events(const std::string& kind) {
    auto all = store_->events({}, 1000).value();
    std::erase_if(all, [&](const Event& e) { return e.kind != kind; });
    return all;
  }

  Time now_ = kStart;
  std::optional<TemporaryFolder> folder_;
  std::unique_ptr<Newsroom> room_;
  std::unique_ptr<Store> store_;
};

TEST_F(Revisions, OneArticleComesOfTwoFeedsAndItsAmpPage) {
  look(kStory + "?utm_source=rss", page(story()));
  look("https://feedproxy.example/~r/3", page(story(), kStory), kStory);
  look("https://amp.alder.example/harbour/council-buys-bridge", page(story(), kStory));
  look(kHost + "/n/48213", page(story(), kStory));
  EXPECT_EQ(only().source, SourceId("alder"));
  EXPECT_TRUE(events("corrected").empty());
}

TEST_F(Revisions, AStoryThatWasMovedStaysTheArticleItWas) {
  look(kStory, page(story()));
  const auto before = only().id;
  look(kStory, page(story() + "<p>It rained.</p>"), kStory + "-after-all");
  EXPECT_EQ(only().id, before);
  look(kHost + "/p/council-buys-bridge-new", page(story()), {}, kStory);
  EXPECT_EQ(only().id, before);
}

TEST_F(Revisions, APartnersCopyIsItsOwnArticleWithTheOriginalAsAHop) {
  look(kStory, page(story()));
  look("https://fenwick.example/news/council-buys-bridge", page(story(), kStory));
  ASSERT_EQ(ids().size(), 2u);
  const auto copy =
      store_->article_by_url("https://fenwick.example/news/council-buys-bridge").value();
  EXPECT_EQ(copy.source, SourceId("fenwick"));
  ASSERT_GE(copy.hops.size(), 2u);
  const auto& original = copy.hops[copy.hops.size() - 2];
  EXPECT_EQ(original.role, "publisher");
  EXPECT_EQ(original.name, "The Alder");
  EXPECT_EQ(original.url, kStory);
  EXPECT_EQ(copy.hops.back().role, "republisher");
  EXPECT_EQ(copy.hops.back().name, "Fenwick Post");
}

TEST_F(Revisions, ACanonicalThatManyPagesShareJoinsNoneOfThem) {
  const auto broken = kHost + "/harbour/the-latest-news-of-today";
  look(kStory, page(story(), broken));
  look(kHost + "/harbour/crane-on-the-quay", page(kOther, broken, "Crane on the western quay"));
  EXPECT_EQ(ids().size(), 2u);
  EXPECT_TRUE(events("corrected").empty());
}

TEST_F(Revisions, ACorrectionIsLoggedWithWhatChanged) {
  look(kStory, page(story()));
  look(kStory, page(story("4.7 million"), {}, "Council buys a bridge"));
  ASSERT_EQ(events("corrected").size(), 1u);
  EXPECT_EQ(events("corrected")[0].detail["counts"].dump(), R"({"headline":1,"changed":1})");
  const auto history = article_history(*store_, only().id).value();
  ASSERT_EQ(history.size(), 2u);
  EXPECT_EQ(history[1].what, "corrected");
  ASSERT_EQ(history[1].revision.sentences.size(), 1u);
  EXPECT_TRUE(history[1].revision.sentences[0].numbers);
  EXPECT_EQ(last_changed(*store_, only()).value(), now_);
}

TEST_F(Revisions, StampsCountersAndTimesOfChangeAreNone) {
  const auto stamped = [](const std::string& minute, const std::string& count) {
    return page("<p>Updated 20 November 2026, 08:" + minute + "</p>" + story() + "<p>" + count +
                " comments</p><meta property='article:modified_time' content='2026-11-20T08:" +
                minute + ":00Z'>");
  };
  look(kStory, stamped("10", "12"));
  look(kStory, stamped("40", "315"));
  EXPECT_EQ(store_->article_version(only().id).value(), 1);
  EXPECT_TRUE(events("corrected").empty());
}

TEST_F(Revisions, LeaveTheFirstPublicationWhereItWas) {
  const std::string at = "<meta property='article:modified_time' content='2026-11-20T0";
  look(kStory, page(story() + at + "5:10:00Z'>"));
  look(kStory, page(story("4.7 million") + at + "6:40:00Z'>"));
  EXPECT_EQ(to_rfc3339(*only().published), "2026-11-20T05:10:00Z");
  EXPECT_EQ(to_rfc3339(*only().modified), "2026-11-20T06:40:00Z");
}

TEST_F(Revisions, ATextThatIsPutBackAsItWasIsSeen) {
  look(kStory, page(story()));
  look(kStory, page(story("4.7 million")));
  look(kStory, page(story()));
  EXPECT_THAT(body_text(only()), HasSubstr("3.5 million"));
  EXPECT_EQ(events("corrected").size(), 2u);
}

TEST_F(Revisions, ReadingACaptureAnewIsNoCorrectionOfTheOutlets) {
  look(kStory, page(story()));
  auto earlier = only();  // as a lesser extractor would have read it
  earlier.blocks.pop_back();
  const auto capture = store_->article_capture(earlier.id).value();
  ASSERT_TRUE(store_->put_article(earlier, capture));
  ASSERT_TRUE(store_->enqueue("extract", capture.value, Time{}));
  do_work();
  EXPECT_THAT(body_text(only()), HasSubstr("ferries"));
  EXPECT_TRUE(events("corrected").empty());
  EXPECT_EQ(article_history(*store_, earlier.id).value().back().what, "read anew");
}

TEST_F(Revisions, APageThatSaysItsArticleIsRemovedWithdrawsIt) {
  look(kStory, page(story()));
  look(kStory,
       page("<p>This article has been removed after a complaint. We regret the error.</p>"));
  EXPECT_EQ(only().status, PubStatus::canceled);
  EXPECT_THAT(body_text(only()), HasSubstr("swing bridge"));
  ASSERT_EQ(events("withdrawn").size(), 1u);
  EXPECT_THAT(events("withdrawn")[0].detail["why"].as_string(), HasSubstr("has been removed"));
  EXPECT_TRUE(events("corrected").empty());
}

TEST_F(Revisions, APageThatTurnsIntoAnErrorPageWithdrawsIts) {
  look(kStory, page(story()));
  look(kStory, page("<p>Try our front page.</p>", {}, "Page not found"));
  EXPECT_EQ(only().status, PubStatus::canceled);
}

TEST_F(Revisions, AnAddressThatLeadsToTheFrontPageWithdrawsItsArticle) {
  look(kStory, page(story()));
  look(kStory, page(kOther, {}, "The Alder"), kHost + "/");
  EXPECT_EQ(only().status, PubStatus::canceled);
  EXPECT_THAT(events("withdrawn")[0].detail["why"].as_string(), HasSubstr("leads to"));
}

TEST_F(Revisions, AWallInFrontOfAnArticleDoesNot) {
  look(kStory, page(story()));
  look(kStory, "<title>Log in</title><form><p>Please log in.</p></form>", kHost + "/login?next=x");
  EXPECT_EQ(only().status, PubStatus::usable);
}

TEST_F(Revisions, ANoticeWithoutAnArticleMakesNone) {
  look(kStory, page("<p>This article has been removed.</p>"));
  EXPECT_TRUE(ids().empty());
  EXPECT_EQ(events("refused").size(), 1u);
}

TEST_F(Revisions, APageThatComesBackIsUsableAgain) {
  look(kStory, page(story()));
  look(kStory, page("<p>This article has been removed.</p>"));
  look(kStory, page("<p>This article has been removed.</p>"));
  look(kStory, page(story()));
  EXPECT_EQ(only().status, PubStatus::usable);
  EXPECT_EQ(events("withdrawn").size(), 1u);
  EXPECT_EQ(events("restored").size(), 1u);
  look(kStory, page("<p>This article has been removed.</p>"));
  EXPECT_EQ(only().status, PubStatus::canceled);
  std::vector<std::string> what;
  const auto history = article_history(*store_, only().id).value();
  for (const auto& entry : history) what.push_back(entry.what);
  EXPECT_EQ(what, (std::vector<std::string>{"first", "withdrawn", "restored", "withdrawn"}));
}

TEST_F(Revisions, ACaptureReadAnewLeavesAWithdrawnArticleWithdrawn) {
  look(kStory, page(story()));
  look(kStory, page("<p>This article has been removed.</p>"));
  ASSERT_TRUE(store_->enqueue("extract", store_->article_capture(only().id).value().value, Time{}));
  do_work();
  EXPECT_EQ(only().status, PubStatus::canceled);
}

TEST_F(Revisions, APersonsTranslationComesBackWithItsArticle) {
  look(kStory, page(story()));
  Edition edition;
  edition.article = only().id;
  edition.language = LanguageTag("es");
  edition.id = edition_id_for(edition.article, edition.language);
  edition.kind = EditionKind::human;
  edition.source_digest = text_digest(only());
  ASSERT_TRUE(store_->put_edition(edition));
  look(kStory, page("<p>This article has been removed.</p>"));
  EXPECT_EQ(store_->edition(edition.id)->status, EditionStatus::withdrawn);
  look(kStory, page(story()));
  EXPECT_EQ(store_->edition(edition.id)->status, EditionStatus::ready);
}

}  // namespace
}  // namespace kaynak
