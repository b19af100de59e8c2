#include <stdexcept>

#include "base/file.h"
#include "store/schema.h"
#include "store/sqlite.h"
#include "store/store_for_tests.h"

namespace kaynak::store_detail {
namespace {

using Articles = StoreTest;
using Captures = StoreTest;
using Stories = StoreTest;
using Editions = StoreTest;
using Publications = StoreTest;
using Comments = StoreTest;
using Transactions = StoreTest;
using Opening = StoreTest;

TEST_F(Captures, ComeBackAsTheyWere) {
  CaptureRow row = capture_of(article_named("a"));
  row.item = R"({"title":"T"})";
  row.offset = (1ULL << 40) + 5;
  KAYNAK_OK(store->put_capture(row));
  KAYNAK_OK(store->put_capture(row));
  KAYNAK_GET(found, store->capture(row.id));
  EXPECT_EQ(found.source, row.source);
  EXPECT_EQ(found.fetched, row.fetched);
  EXPECT_EQ(found.offset, row.offset);
  EXPECT_EQ(found.item, row.item);
  KAYNAK_GET(list, store->captures_of(row.url));
  EXPECT_EQ(list.size(), 1u);
  EXPECT_EQ(store->capture(CaptureId("none")).error().code, ErrorCode::not_found);
}

TEST_F(Captures, OfAUrlAreNewestFirst) {
  CaptureRow first = capture_of(article_named("a"), "1"),
             second = capture_of(article_named("a"), "2");
  second.fetched = at_minute(9);
  KAYNAK_OK(store->put_capture(first));
  KAYNAK_OK(store->put_capture(second));
  KAYNAK_GET(list, store->captures_of(first.url));
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].id, second.id);
}

TEST_F(Captures, AreFoundByTheBodyThatTheirRecordHolds) {
  CaptureRow whole = capture_of(article_named("a")), revisit = capture_of(article_named("b"));
  whole.payload = revisit.payload = "d1";
  whole.record = "<urn:uuid:1>";
  revisit.body_of = whole.id;
  KAYNAK_OK(store->put_capture(revisit));
  KAYNAK_GET(none, store->capture_with_body("d1"));
  EXPECT_FALSE(none);
  KAYNAK_OK(store->put_capture(whole));
  KAYNAK_GET(found, store->capture_with_body("d1"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->id, whole.id);
  EXPECT_EQ(found->record, whole.record);
  KAYNAK_GET(second, store->capture(revisit.id));
  EXPECT_EQ(second.body_of, whole.id);
  KAYNAK_GET(unknown, store->capture_with_body(""));
  EXPECT_FALSE(unknown);
}

TEST_F(Captures, MoveWithTheirRecord) {
  CaptureRow row = capture_of(article_named("a"));
  KAYNAK_OK(store->put_capture(row));
  CaptureRow moved = row;
  moved.warc = "other.warc.gz";
  moved.offset = 7;
  moved.url = "https://elsewhere.example/";
  KAYNAK_OK(store->move_capture(moved));
  KAYNAK_GET(found, store->capture(row.id));
  EXPECT_EQ(found.warc, "other.warc.gz");
  EXPECT_EQ(found.offset, 7u);
  EXPECT_EQ(found.url, row.url);
}

TEST_F(Captures, FetchStatesAreKeptByUrl) {
  const SourceId source("tr/kaynak");
  KAYNAK_OK(store->put_fetch_state(source, Json::object().set("etag", "1"), "https://a.example/"));
  KAYNAK_OK(store->put_fetch_state(source, Json::object().set("etag", "2"), "https://a.example/"));
  KAYNAK_OK(store->put_fetch_state(source, Json::object().set("etag", "3"), "https://b.example/"));
  KAYNAK_GET(states, store->fetch_states(source));
  ASSERT_EQ(states.size(), 2u);
  EXPECT_EQ(states[0]["etag"].as_string(), "2");
}

TEST_F(Articles, KeepEveryVersion) {
  Article article = article_named("a");
  put(article);
  article.headline = "Tin đã sửa";
  article.correction = "sửa ngày";
  put(article);
  KAYNAK_GET(version, store->article_version(article.id));
  EXPECT_EQ(version, 2);
  KAYNAK_GET(latest, store->article(article.id));
  EXPECT_EQ(latest, article);
  KAYNAK_GET(first, store->article_at(article.id, 1));
  EXPECT_EQ(first.headline, "Tin a");
  EXPECT_EQ(store->article_at(article.id, 3).error().code, ErrorCode::not_found);
}

TEST_F(Articles, CapturedAgainUnchangedAreNoNewVersion) {
  Article article = article_named("a");
  put(article);
  article.captured = at_minute(99);
  put(article);
  KAYNAK_GET(version, store->article_version(article.id));
  EXPECT_EQ(version, 1);
}

TEST_F(Articles, NeedTheirCapture) {
  const Article article = article_named("a");
  const CaptureRow row = capture_of(article);
  const auto early = store->put_article(article, row.id);
  ASSERT_FALSE(early);
  EXPECT_EQ(early.error().code, ErrorCode::not_found) << early.error().message();
  EXPECT_EQ(store->article(article.id).error().code, ErrorCode::not_found);
  KAYNAK_OK(store->put_capture(row));
  KAYNAK_OK(store->put_article(article, row.id));
  KAYNAK_GET(capture, store->article_capture(article.id));
  EXPECT_EQ(capture, row.id);
}

TEST_F(Articles, AreFoundByTheAddressTheyWereFetchedFrom) {
  Article article = article_named("moved");
  CaptureRow row = capture_of(article);
  row.url = "https://song-bao.example/old?utm_source=feed";
  EXPECT_EQ(store->article_by_url(row.url).error().code, ErrorCode::not_found);
  KAYNAK_OK(store->put_capture(row));
  KAYNAK_OK(store->put_article(article, row.id));
  KAYNAK_GET(found, store->article_by_url(row.url));
  EXPECT_EQ(found.id, article.id);
  KAYNAK_GET(last, store->last_offset(row.warc));
  EXPECT_EQ(last, row.offset);
  KAYNAK_GET(none, store->last_offset("other.warc.gz"));
  EXPECT_FALSE(none);
}

TEST_F(Articles, AreListedByPublicationElseCapture) {
  Article undated = article_named("undated");
  undated.published.reset();
  undated.captured = at_minute(5);
  Article other = article_named("b", 7);
  other.source = SourceId("tr/other");
  put(article_named("a", 3));
  put(undated);
  put(other);
  KAYNAK_GET(heads, store->recent_articles(10, 0));
  ASSERT_EQ(heads.size(), 3u);
  EXPECT_EQ(heads[0].id, other.id);
  EXPECT_EQ(heads[1].id, undated.id);
  EXPECT_FALSE(heads[1].published);
  KAYNAK_GET(page, store->recent_articles(1, 1));
  ASSERT_EQ(page.size(), 1u);
  EXPECT_EQ(page[0].id, undated.id);
  KAYNAK_GET(of_source, store->articles_of_source(other.source, 10));
  ASSERT_EQ(of_source.size(), 1u);
  KAYNAK_GET(ids, store->all_articles());
  EXPECT_EQ(ids.size(), 3u);
  KAYNAK_GET(head, store->article_head(other.id));
  EXPECT_EQ(head.headline, other.headline);
}

TEST_F(Articles, AnyTextComesBackByteForByte) {
  Article article = article_named("x");
  article.headline = "'; DROP TABLE articles; --<script>\t\"\xF0\x9F\x98\x80";
  put(article);
  KAYNAK_GET(found, store->article(article.id));
  EXPECT_EQ(found.headline, article.headline);
}

TEST_F(Stories, ShareBandsOfAnySixtyFourBits) {
  const ArticleId a = put(article_named("a")), b = put(article_named("b")),
                  c = put(article_named("c"));
  KAYNAK_OK(store->put_signature(a, {1, ~0ULL}, Json::object().set("id", a.value)));
  KAYNAK_OK(store->put_signature(b, {2, ~0ULL}, Json::object().set("id", b.value)));
  KAYNAK_OK(store->put_signature(c, {3, 3}, Json::object().set("id", c.value)));
  KAYNAK_GET(sharing, store->signatures_sharing({~0ULL, 77}));
  EXPECT_EQ(sharing.size(), 2u);
  KAYNAK_OK(store->put_signature(b, {5}, Json::object().set("id", b.value)));
  KAYNAK_GET(after, store->signatures_sharing({~0ULL}));
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0]["id"].as_string(), a.value);
}

Story story_of(const std::vector<ArticleId>& members) {
  Story story;
  story.id = StoryId(members.front().value);
  story.first = members.front();
  story.articles = members;
  for (std::size_t i = 1; i < members.size(); ++i)
    story.edges.push_back({members[0], members[i], 0.5, "a passage"});
  return story;
}

TEST_F(Stories, ComeBackWithOrderAndEdges) {
  const ArticleId a = put(article_named("a", 9)), b = put(article_named("b", 1));
  const Story story = story_of({a, b});
  KAYNAK_OK(store->put_story(story));
  KAYNAK_GET(found, store->story_of(b));
  EXPECT_EQ(found, story);
  KAYNAK_GET(head, store->article_head(b));
  EXPECT_EQ(head.story, story.id);
}

TEST_F(Stories, LoseAMemberThatMovesToAnother) {
  const ArticleId a = put(article_named("a", 1)), b = put(article_named("b", 2)),
                  c = put(article_named("c", 3));
  KAYNAK_OK(store->put_story(story_of({a, b, c})));
  KAYNAK_OK(store->put_story(story_of({b, c})));
  KAYNAK_GET(left, store->story_of(a));
  EXPECT_EQ(left, story_of({a}));
  KAYNAK_GET(moved, store->story_of(c));
  EXPECT_EQ(moved, story_of({b, c}));
  KAYNAK_OK(store->put_story(story_of({a, b, c})));
  KAYNAK_GET(stories, store->recent_stories(10));
  EXPECT_EQ(stories.size(), 1u) << "an empty story stays";
}

TEST_F(Stories, AreListedByTheirLatestMember) {
  const ArticleId a = put(article_named("a", 1)), b = put(article_named("b", 2)),
                  c = put(article_named("c", 3));
  KAYNAK_OK(store->put_story(story_of({a, c})));
  KAYNAK_OK(store->put_story(story_of({b})));
  KAYNAK_GET(stories, store->recent_stories(10));
  ASSERT_EQ(stories.size(), 2u);
  EXPECT_EQ(stories[0].id.value, a.value);
  Article later = article_named("b", 50);
  put(later);
  KAYNAK_GET(after, store->recent_stories(1));
  ASSERT_EQ(after.size(), 1u);
  EXPECT_EQ(after[0].id.value, b.value);
}

TEST_F(Stories, OfUnknownArticlesAreRefusedWhole) {
  const ArticleId a = put(article_named("a"));
  Story story = story_of({a, ArticleId("ffffffffffffffff")});
  EXPECT_EQ(store->put_story(story).error().code, ErrorCode::not_found);
  EXPECT_EQ(store->story_of(a).error().code, ErrorCode::not_found);
}

TEST_F(Editions, ComeBackAndAreListedWhereHeld) {
  const ArticleId a = put(article_named("a"));
  Edition edition;
  edition.article = a;
  edition.language = LanguageTag("tr");
  edition.id = edition_id_for(a, edition.language);
  edition.from = LanguageTag("vi");
  edition.status = EditionStatus::held;
  edition.engine = "engine";
  edition.headline = "Haber";
  edition.blocks = {{"Bir cümle.", {{0, 11}}, {}}};
  edition.findings = {{"number", "254 is missing", 0, 0, true}};
  edition.created = at_minute(4);
  KAYNAK_OK(store->put_edition(edition));
  KAYNAK_GET(found, store->edition(edition.id));
  EXPECT_EQ(found, edition);
  KAYNAK_GET(held, store->held_editions());
  EXPECT_EQ(held.size(), 1u);
  edition.status = EditionStatus::ready;
  KAYNAK_OK(store->put_edition(edition));
  KAYNAK_GET(after, store->held_editions());
  EXPECT_TRUE(after.empty());
  KAYNAK_GET(of_article, store->editions_of(a));
  EXPECT_EQ(of_article.size(), 1u);
  edition.article = ArticleId("ffffffffffffffff");
  EXPECT_EQ(store->put_edition(edition).error().code, ErrorCode::not_found);
}

TEST_F(Publications, KeepTheirFirstPathAndTime) {
  const ArticleId a = put(article_named("a"));
  Publication page{a, LanguageTag("tr"), "tr/2026/a.html", at_minute(1), at_minute(1), "d1"};
  KAYNAK_OK(store->put_publication(page));
  page.updated = at_minute(2);
  page.first_published = at_minute(2);
  page.digest = "d2";
  KAYNAK_OK(store->put_publication(page));
  KAYNAK_GET(pages, store->publications_of(a));
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(pages[0].first_published, at_minute(1));
  EXPECT_EQ(pages[0].digest, "d2");
  page.path = "tr/2026/b.html";
  EXPECT_EQ(store->put_publication(page).error().code, ErrorCode::conflict);
  KAYNAK_OK(store->remove_publication(a, page.language));
  KAYNAK_GET(none, store->publications_in(page.language));
  EXPECT_TRUE(none.empty());
}

TEST_F(Publications, OfAnOutletAreNewestFirst) {
  for (int i = 0; i < 4; ++i) {
    const ArticleId id = put(article_named(std::to_string(i), i));
    const std::string path = "tr/" + std::to_string(i) + ".html";
    KAYNAK_OK(
        store->put_publication({id, LanguageTag("tr"), path, at_minute(i), at_minute(i), "d"}));
  }
  KAYNAK_GET(latest, store->publications_of_source(SourceId("vn/song-bao"), LanguageTag("tr"), 2));
  ASSERT_EQ(latest.size(), 2u);
  EXPECT_EQ(latest[0].path, "tr/3.html");
  KAYNAK_GET(other, store->publications_of_source(SourceId("vn/song-bao"), LanguageTag("en"), 2));
  EXPECT_TRUE(other.empty());
}

TEST_F(Comments, AreShownAndCountedOnceApproved) {
  const ArticleId a = put(article_named("a"));
  Comment comment;
  comment.id = CommentId("c1");
  comment.article = a;
  comment.language = LanguageTag("tr");
  comment.author = "Ayşe";
  comment.text = "<b>İyi</b>";
  comment.created = at_minute(3);
  KAYNAK_OK(store->put_comment(comment));
  KAYNAK_GET(shown, store->comments_of(a, comment.language));
  EXPECT_TRUE(shown.empty());
  KAYNAK_GET(held, store->comments_with(CommentStatus::held));
  ASSERT_EQ(held.size(), 1u);
  EXPECT_EQ(held[0], comment);
  comment.status = CommentStatus::approved;
  KAYNAK_OK(store->put_comment(comment));
  KAYNAK_GET(now_shown, store->comments_of(a, comment.language));
  EXPECT_EQ(now_shown.size(), 1u);
  KAYNAK_GET(counts, store->comment_counts(comment.language));
  EXPECT_EQ(counts.at(a), 1);
  KAYNAK_GET(counts_elsewhere, store->comment_counts(LanguageTag("en")));
  EXPECT_TRUE(counts_elsewhere.empty());
}

TEST_F(Transactions, KeepNothingOfWorkThatFailed) {
  const Article article = article_named("a");
  const auto failed = store->transaction([&]() -> Result<void> {
    KAYNAK_TRY(store->put_article(article, CaptureId{}));
    KAYNAK_TRY(store->enqueue("trace", article.id.value, at_minute(0)));
    KAYNAK_TRY(
        store->append_event(Event{0, at_minute(0), "extracted", article.id.value, {}, {}, {}}));
    return fail(ErrorCode::unavailable, "test", "stop");
  });
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().detail, "stop");
  EXPECT_EQ(store->article(article.id).error().code, ErrorCode::not_found);
  KAYNAK_GET(counts, store->job_counts());
  EXPECT_EQ(counts.waiting, 0);
  KAYNAK_GET(verdict, store->verify_log());
  EXPECT_EQ(verdict.entries, 0);
}

TEST_F(Transactions, KeepNothingOfWorkThatThrew) {
  const Article article = article_named("a");
  EXPECT_THROW((void)store->transaction([&]() -> Result<void> {
    KAYNAK_TRY(store->put_article(article, CaptureId{}));
    throw std::runtime_error("bug");
  }),
               std::runtime_error);
  EXPECT_EQ(store->article(article.id).error().code, ErrorCode::not_found);
  KAYNAK_OK(store->put_article(article, CaptureId{}));
}

TEST_F(Transactions, LeaveOutAPartThatFailedWhenTheRestGoesOn) {
  const ArticleId a = put(article_named("a"));
  const Story broken = story_of({a, ArticleId("ffffffffffffffff")});
  KAYNAK_OK(store->transaction([&]() -> Result<void> {
    EXPECT_FALSE(store->put_story(broken));
    return store->enqueue("publish", a.value, at_minute(0));
  }));
  EXPECT_EQ(store->story_of(a).error().code, ErrorCode::not_found);
  KAYNAK_GET(counts, store->job_counts());
  EXPECT_EQ(counts.waiting, 1);
}

TEST_F(Transactions, DoNotNest) {
  const auto nested =
      store->transaction([&] { return store->transaction([] { return Result<void>(); }); });
  ASSERT_FALSE(nested);
  EXPECT_EQ(nested.error().code, ErrorCode::internal);
}

TEST_F(Opening, AgainFindsWhatWasKept) {
  const ArticleId a = put(article_named("a"));
  store.reset();
  store = open();
  KAYNAK_GET(found, store->article(a));
  EXPECT_EQ(found, article_named("a"));
  KAYNAK_GET(problems, store->check());
  EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST_F(Opening, RefusesANewerDatabase) {
  store.reset();
  {
    auto database = Database::open(path(), {});
    ASSERT_TRUE(database);
    KAYNAK_OK(
        database->script("test", "INSERT INTO schema_version VALUES (999, '0999_x.sql', 'x')"));
  }
  const auto opened = open_sqlite_store(path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::unsupported);
  EXPECT_NE(opened.error().detail.find("newer"), std::string::npos) << opened.error().detail;
}

TEST_F(Opening, RefusesAnotherProgramsDatabaseAndLeavesItAlone) {
  const Path other = path().parent_path() / "other.db";
  {
    auto database = Database::open(other, {});
    ASSERT_TRUE(database);
    KAYNAK_OK(database->script("test", "CREATE TABLE bookmarks (x)"));
  }
  const auto opened = open_sqlite_store(other);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::unsupported);
  auto database = Database::open(other, {});
  ASSERT_TRUE(database);
  auto query = database->query("test", "SELECT count(*) FROM sqlite_schema");
  KAYNAK_OK(query.next());
  EXPECT_EQ(query.integer(0), 1);
}

TEST_F(Opening, RefusesWhatIsNoDatabase) {
  const Path other = path().parent_path() / "text.db";
  KAYNAK_OK(write_file_atomically(other, std::string(9000, 'x')));
  const auto opened = open_sqlite_store(other);
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::malformed) << opened.error().message();
  EXPECT_NE(opened.error().detail.find("text.db"), std::string::npos);
}

TEST_F(Opening, AFolderOrUnwritablePlaceSaysSo) {
  const auto opened = open_sqlite_store(path().parent_path());
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, ErrorCode::unavailable);
  EXPECT_FALSE(open_sqlite_store("/proc/kaynak/kaynak.db"));
}

TEST_F(Opening, RefusesADatabaseMadeByOtherSchemaFiles) {
  store.reset();
  auto database = Database::open(path(), {});
  ASSERT_TRUE(database);
  std::vector<SchemaFile> files = schema_files();
  files[0].sha256 = "other";
  EXPECT_EQ(migrate(*database, files).error().code, ErrorCode::unsupported);
}

TEST_F(Opening, AppliesOnlyNewSchemaFilesAndEachWholly) {
  store.reset();
  auto database = Database::open(path(), {});
  ASSERT_TRUE(database);
  std::vector<SchemaFile> files = schema_files();
  const int next = static_cast<int>(files.size()) + 1;
  files.push_back({next, "next.sql", "d", "CREATE TABLE extra (x); CREATE TABLE articles (x);"});
  EXPECT_FALSE(migrate(*database, files));
  files.back().sql = "CREATE TABLE extra (x);";
  KAYNAK_OK(migrate(*database, files));
  KAYNAK_OK(migrate(*database, files));
  const auto by_the_older = open_sqlite_store(path());
  ASSERT_FALSE(by_the_older);
  EXPECT_EQ(by_the_older.error().code, ErrorCode::unsupported);
}

TEST_F(Opening, TableCountsNameEveryTable) {
  put(article_named("a"));
  KAYNAK_GET(counts, store->table_counts());
  std::map<std::string, std::int64_t> by_name(counts.begin(), counts.end());
  EXPECT_EQ(by_name.at("articles"), 1);
  EXPECT_EQ(by_name.at("events"), 0);
}

}  // namespace
}  // namespace kaynak::store_detail
