#include <set>
#include <thread>

#include "store/store_for_tests.h"

namespace kaynak::store_detail {
namespace {

using Jobs = StoreTest;

const std::vector<std::string> kExtract{"extract"};

TEST_F(Jobs, AreLeasedOnceAndOnlyWhenDue) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(5)));
  KAYNAK_GET(early, store->lease(kExtract, at_minute(4), Seconds(60)));
  EXPECT_FALSE(early);
  KAYNAK_GET(job, store->lease(kExtract, at_minute(5), Seconds(60)));
  ASSERT_TRUE(job);
  EXPECT_EQ(job->item, "a");
  EXPECT_EQ(job->attempts, 0);
  EXPECT_FALSE(job->lease.empty());
  KAYNAK_GET(none, store->lease(kExtract, at_minute(5), Seconds(60)));
  EXPECT_FALSE(none);
  KAYNAK_OK(store->complete(*job));
  KAYNAK_GET(counts, store->job_counts("extract"));
  EXPECT_EQ(counts.done, 1);
  EXPECT_EQ(counts.waiting + counts.leased + counts.failed, 0);
}

TEST_F(Jobs, OfADeadProcessAreTakenOverOnceItsLeasesAreReleased) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(held, store->lease(kExtract, at_minute(0), Seconds(600)));
  ASSERT_TRUE(held);
  KAYNAK_OK(store->release_leases());
  KAYNAK_GET(again, store->lease(kExtract, at_minute(0), Seconds(600)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->attempts, 0);
  EXPECT_EQ(store->complete(*held).error().code, ErrorCode::conflict);
}

TEST_F(Jobs, AreRepeatedOnlyWhereTheyRun) {
  KAYNAK_OK(store->repeat_if_running("extract", "unknown"));
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  ASSERT_TRUE(job);
  KAYNAK_OK(store->repeat_if_running("extract", "a"));
  KAYNAK_OK(store->complete(*job));
  KAYNAK_GET(again, store->lease(kExtract, at_minute(0), Seconds(60)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->item, "a");
  KAYNAK_OK(store->complete(*again));
  KAYNAK_OK(store->repeat_if_running("extract", "a"));
  KAYNAK_GET(none, store->lease(kExtract, at_minute(0), Seconds(60)));
  EXPECT_FALSE(none);
}

TEST_F(Jobs, OfOtherStagesAreLeftAlone) {
  KAYNAK_OK(store->enqueue("publish", "a", at_minute(0)));
  KAYNAK_GET(none, store->lease({"extract", "trace"}, at_minute(9), Seconds(60)));
  EXPECT_FALSE(none);
  KAYNAK_GET(any, store->lease({}, at_minute(9), Seconds(60)));
  EXPECT_TRUE(any);
}

TEST_F(Jobs, DueLongestGoFirstOverAllStages) {
  KAYNAK_OK(store->enqueue("publish", "late", at_minute(3)));
  KAYNAK_OK(store->enqueue("extract", "early", at_minute(1)));
  KAYNAK_OK(store->enqueue("publish", "middle", at_minute(2)));
  std::vector<std::string> order;
  for (int i = 0; i < 3; ++i) {
    KAYNAK_GET(job, store->lease({"publish", "extract"}, at_minute(9), Seconds(60)));
    ASSERT_TRUE(job);
    order.push_back(job->item);
  }
  EXPECT_EQ(order, (std::vector<std::string>{"early", "middle", "late"}));
}

TEST_F(Jobs, EnqueuedTwiceWhileWaitingAreOne) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(waiting, store->jobs_waiting("extract", 10));
  EXPECT_EQ(waiting.size(), 1u);
}

TEST_F(Jobs, EnqueuedWhileLeasedRunOnceMore) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(2)));
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(1)));
  KAYNAK_GET(meanwhile, store->lease(kExtract, at_minute(0), Seconds(60)));
  EXPECT_FALSE(meanwhile);
  KAYNAK_OK(store->complete(*job));
  KAYNAK_GET(again, store->lease(kExtract, at_minute(1), Seconds(60)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->attempts, 0);
  KAYNAK_OK(store->complete(*again));
  KAYNAK_GET(none, store->lease(kExtract, at_minute(99), Seconds(60)));
  EXPECT_FALSE(none);
}

TEST_F(Jobs, OfADeadWorkerComeBackWhenTheLeaseEnds) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(lost, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_GET(second, store->lease(kExtract, at_minute(1), Seconds(60)));
  ASSERT_TRUE(second);
  EXPECT_EQ(second->attempts, 1);
  EXPECT_EQ(store->complete(*lost).error().code, ErrorCode::conflict);
  EXPECT_EQ(store->retry(*lost, at_minute(2), "why").error().code, ErrorCode::conflict);
  EXPECT_EQ(store->fail_job(*lost, "why").error().code, ErrorCode::conflict);
  EXPECT_EQ(store->renew(*lost, at_minute(2), Seconds(60)).error().code, ErrorCode::conflict);
  KAYNAK_OK(store->complete(*second));
  EXPECT_EQ(store->complete(*second).error().code, ErrorCode::conflict);
}

TEST_F(Jobs, RenewedLeasesLastLonger) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_OK(store->renew(*job, at_minute(1), Seconds(600)));
  KAYNAK_GET(none, store->lease(kExtract, at_minute(5), Seconds(60)));
  EXPECT_FALSE(none);
  KAYNAK_GET(next, store->next_due(kExtract));
  EXPECT_EQ(next, at_minute(11));
}

TEST_F(Jobs, PutBackWaitAndCountTheirAttempts) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_OK(store->retry(*job, at_minute(10), "engine is away"));
  KAYNAK_GET(next, store->next_due(kExtract));
  EXPECT_EQ(next, at_minute(10));
  KAYNAK_GET(early, store->lease(kExtract, at_minute(9), Seconds(60)));
  EXPECT_FALSE(early);
  KAYNAK_GET(again, store->lease(kExtract, at_minute(10), Seconds(60)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->attempts, 1);
}

TEST_F(Jobs, FailedOnesKeepTheReasonUntilAskedForAgain) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_OK(store->fail_job(*job, "no article"));
  KAYNAK_GET(failed, store->failed_jobs());
  ASSERT_EQ(failed.size(), 1u);
  EXPECT_EQ(failed[0].second, "no article");
  KAYNAK_GET(nothing_open, store->next_due({}));
  EXPECT_FALSE(nothing_open);
  KAYNAK_GET(count, store->requeue_failed("extract", at_minute(1)));
  EXPECT_EQ(count, 1);
  KAYNAK_GET(again, store->lease(kExtract, at_minute(1), Seconds(60)));
  ASSERT_TRUE(again);
  EXPECT_EQ(again->attempts, 0);
}

TEST_F(Jobs, DoneOnesEnqueuedAgainRunAgain) {
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(0)));
  KAYNAK_GET(job, store->lease(kExtract, at_minute(0), Seconds(60)));
  KAYNAK_OK(store->complete(*job));
  KAYNAK_OK(store->enqueue("extract", "a", at_minute(1)));
  KAYNAK_GET(again, store->lease(kExtract, at_minute(1), Seconds(60)));
  EXPECT_TRUE(again);
  KAYNAK_GET(counts, store->job_counts());
  EXPECT_EQ(counts.leased, 1);
  EXPECT_EQ(counts.done, 0);
}

TEST_F(Jobs, AreNeverSharedByTwoConnections) {
  constexpr int kJobs = 200;
  KAYNAK_OK(store->transaction([&]() -> Result<void> {
    for (int i = 0; i < kJobs; ++i)
      KAYNAK_TRY(store->enqueue("extract", std::to_string(i), at_minute(0)));
    return {};
  }));
  std::vector<std::string> taken[3];
  std::vector<std::thread> workers;
  for (auto& mine : taken)
    workers.emplace_back([&mine, this] {
      auto own = open();
      while (true) {
        auto job = own->lease(kExtract, at_minute(1), Seconds(600));
        ASSERT_TRUE(job) << job.error().message();
        if (!*job) return;
        mine.push_back((*job)->item);
        KAYNAK_OK(own->complete(**job));
      }
    });
  for (auto& worker : workers) worker.join();
  std::multiset<std::string> all;
  for (const auto& mine : taken) all.insert(mine.begin(), mine.end());
  EXPECT_EQ(all.size(), static_cast<std::size_t>(kJobs));
  EXPECT_EQ(std::set<std::string>(all.begin(), all.end()).size(), static_cast<std::size_t>(kJobs));
}

TEST(JobsOpening, ByManyAtOnceMakesOneDatabase) {
  auto folder = TemporaryFolder::make("kaynak-store");
  ASSERT_TRUE(folder);
  const Path path = folder->path() / "deep" / "kaynak.db";
  std::vector<std::thread> workers;
  for (int i = 0; i < 6; ++i)
    workers.emplace_back([&, i] {
      auto store = open_sqlite_store(path);
      ASSERT_TRUE(store) << store.error().message();
      KAYNAK_OK((*store)->enqueue("extract", std::to_string(i), at_minute(0)));
    });
  for (auto& worker : workers) worker.join();
  auto store = open_sqlite_store(path);
  ASSERT_TRUE(store);
  KAYNAK_GET(counts, (*store)->job_counts());
  EXPECT_EQ(counts.waiting, 6);
}

}  // namespace
}  // namespace kaynak::store_detail
