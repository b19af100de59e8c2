#include <benchmark/benchmark.h>

#include "bench/page.h"
#include "trace/trace.h"

namespace kaynak::bench {
namespace {

void signature(benchmark::State& state) {
  const auto article = page_article();
  for (auto _ : state) benchmark::DoNotOptimize(signature_of(article, false));
}
BENCHMARK(signature)->Unit(benchmark::kMicrosecond);

void compare(benchmark::State& state) {
  const auto a = signature_of(page_article(), false), b = a;
  for (auto _ : state) benchmark::DoNotOptimize(same_text(a, b));
}
BENCHMARK(compare)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kaynak::bench
