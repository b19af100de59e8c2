#include <benchmark/benchmark.h>

#include "bench/page.h"
#include "store/store.h"

namespace kaynak::bench {
namespace {

void put_article_with_event_and_job(benchmark::State& state) {
  const auto folder = TemporaryFolder::make("kaynak-bench").value();
  const auto store = open_sqlite_store(folder.path() / "kaynak.db").value();
  auto article = page_article();
  std::int64_t n = 0;
  for (auto _ : state) {
    article.id = article_id_for(std::to_string(++n));
    const auto kept = store->transaction([&]() -> Result<void> {
      KAYNAK_TRY(store->put_article(article, CaptureId()));
      Event event;
      event.kind = "extracted";
      event.subject = article.id.value;
      event.detail = Json::object();
      KAYNAK_TRY(store->append_event(event));
      return store->enqueue("trace", article.id.value, Time{});
    });
    if (!kept) state.SkipWithError(kept.error().message().c_str());
  }
}
BENCHMARK(put_article_with_event_and_job)->Unit(benchmark::kMicrosecond);

void lease_and_complete(benchmark::State& state) {
  const auto folder = TemporaryFolder::make("kaynak-bench").value();
  const auto store = open_sqlite_store(folder.path() / "kaynak.db").value();
  std::int64_t n = 0;
  for (auto _ : state) {
    if (!store->enqueue("trace", std::to_string(++n), Time{})) state.SkipWithError("enqueue");
    const auto job = store->lease({"trace"}, system_now(), Seconds(60));
    if (!job || !*job || !store->complete(**job)) state.SkipWithError("lease");
  }
}
BENCHMARK(lease_and_complete)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kaynak::bench
