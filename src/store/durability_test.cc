// What a crash, a full disk and a damaged file leave.
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <random>
#include <thread>

#include "store/store_for_tests.h"

namespace kaynak::store_detail {
namespace {

using Durability = StoreTest;

/// One article's step as the pipeline takes it: record, text, event and next job together.
Result<void> write_step(Store& store, int number) {
  const Article article = article_named(std::to_string(number), number);
  return store.transaction([&]() -> Result<void> {
    KAYNAK_TRY(store.put_article(article, CaptureId{}));
    KAYNAK_TRY(
        store.index_text(article.id, article.language, article.headline, body_text(article)));
    Event event;
    event.at = at_minute(number);
    event.kind = "extracted";
    event.subject = article.id.value;
    KAYNAK_TRY(store.append_event(event));
    return store.enqueue("trace", article.id.value, at_minute(0));
  });
}

/// Writes until it is killed; tells through the pipe of every step that was committed.
[[noreturn]] void write_for_ever(const Path& path, int first, int pipe) {
  auto store = open_sqlite_store(path);
  if (!store) _exit(1);
  for (int number = first;; ++number) {
    if (!write_step(**store, number)) _exit(2);
    if (write(pipe, &number, sizeof number) != sizeof number) _exit(3);
  }
}

/// Numbers of the steps a child told of before it was killed after `delay`.
std::vector<int> run_and_kill(const Path& path, int first, std::chrono::microseconds delay) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    write_for_ever(path, first, ends[1]);
  }
  close(ends[1]);
  std::this_thread::sleep_for(delay);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the child ended by itself: " << WEXITSTATUS(status);
  std::vector<int> told;
  int number = 0;
  while (read(ends[0], &number, sizeof number) == sizeof number) told.push_back(number);
  close(ends[0]);
  return told;
}

TEST_F(Durability, AKilledWriterLeavesWholeStepsAndAWholeLog) {
  store.reset();
  std::mt19937 random(20261125);
  int next = 0;
  for (int round = 0; round < 50; ++round) {
    const auto told =
        run_and_kill(path(), next, std::chrono::microseconds(1000 + random() % 30000));
    store = open();
    ASSERT_TRUE(store);
    for (const int number : told)
      ASSERT_TRUE(store->article(article_named(std::to_string(number)).id))
          << "committed and lost: " << number;
    KAYNAK_GET(counts, store->table_counts());
    std::map<std::string, std::int64_t> rows(counts.begin(), counts.end());
    EXPECT_EQ(rows["articles"], rows["events"]);
    EXPECT_EQ(rows["articles"], rows["jobs"]);
    EXPECT_EQ(rows["articles"], rows["texts"]);
    KAYNAK_GET(verdict, store->verify_log());
    EXPECT_EQ(verdict.first_bad, 0) << verdict.problem;
    next = static_cast<int>(rows["articles"]);
    store.reset();
  }
  store = open();
  EXPECT_GT(next, 20) << "the children hardly wrote";
  KAYNAK_GET(problems, store->check());
  EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST_F(Durability, AFullDiskIsAClearErrorAndKeepsWhatWasThere) {
  const ArticleId kept = put(article_named("kept"));
  store.reset();
  StoreOptions small;
  small.max_bytes = 400 << 10;
  store = open(small);
  ASSERT_TRUE(store);
  Result<void> done;
  int written = 0;
  for (; done && written < 1000; ++written) {
    Article article = article_named(std::to_string(written));
    article.byline.assign(20000, 'x');
    done = store->put_article(article, CaptureId{});
  }
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::unavailable) << done.error().message();
  EXPECT_NE(done.error().detail.find("full"), std::string::npos) << done.error().detail;
  EXPECT_NE(done.error().detail.find("make room"), std::string::npos) << done.error().detail;
  KAYNAK_GET(article, store->article(kept));
  EXPECT_EQ(article.id, kept);
  store = open();
  KAYNAK_OK(write_step(*store, 5000));
  KAYNAK_GET(problems, store->check());
  EXPECT_TRUE(problems.empty()) << problems.front();
}

TEST_F(Durability, ADiskFullInsideATransactionTakesAllOfItBack) {
  store.reset();
  StoreOptions small;
  small.max_bytes = 400 << 10;
  store = open(small);
  ASSERT_TRUE(store);
  const auto done = store->transaction([&]() -> Result<void> {
    for (int number = 0; number < 1000; ++number) {
      Article article = article_named(std::to_string(number));
      article.byline.assign(20000, 'x');
      // An error that is not passed on must not let a half be kept as if it were whole.
      if (!store->put_article(article, CaptureId{}))
        return fail(ErrorCode::unavailable, "t", "full");
    }
    return {};
  });
  ASSERT_FALSE(done);
  KAYNAK_GET(ids, store->all_articles());
  EXPECT_TRUE(ids.empty());
}

TEST_F(Durability, ADamagedFileIsAClearErrorOrProblem) {
  for (int number = 0; number < 60; ++number) KAYNAK_OK(write_step(*store, number));
  store.reset();
  const auto size = std::filesystem::file_size(path());
  ASSERT_GT(size, 100000u);
  {
    std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(12288);
    const std::string noise(static_cast<std::size_t>(size) - 20480, '\x5a');
    file.write(noise.data(), static_cast<std::streamsize>(noise.size()));
  }
  auto damaged = open_sqlite_store(path());
  Error error;
  if (!damaged) {
    error = damaged.error();
  } else {
    const auto listed = (*damaged)->recent_articles(1000);
    ASSERT_FALSE(listed);
    error = listed.error();
  }
  EXPECT_EQ(error.code, ErrorCode::malformed) << error.message();
  EXPECT_NE(error.detail.find("damaged"), std::string::npos) << error.detail;
  EXPECT_NE(error.detail.find("kaynak.db"), std::string::npos) << error.detail;
}

TEST_F(Durability, AWriterThatHoldsTheDatabaseIsNamed) {
  StoreOptions hasty;
  hasty.busy_timeout = Milliseconds(20);
  auto other = open(hasty);
  KAYNAK_OK(store->transaction([&]() -> Result<void> {
    const auto blocked = other->enqueue("extract", "a", at_minute(0));
    EXPECT_FALSE(blocked);
    if (blocked) return {};
    EXPECT_EQ(blocked.error().code, ErrorCode::unavailable);
    EXPECT_NE(blocked.error().detail.find("another process"), std::string::npos)
        << blocked.error().detail;
    EXPECT_TRUE(other->recent_articles(1)) << "readers do not wait";
    return {};
  }));
}

}  // namespace
}  // namespace kaynak::store_detail
