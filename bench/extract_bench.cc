// A page's way from bytes to its record, stage by stage; the sum is what `kaynak extract` costs a
// page.
#include <benchmark/benchmark.h>

#include "attribute/attribute.h"
#include "bench/page.h"
#include "model/json.h"

namespace kaynak::bench {
namespace {

void parse_page(benchmark::State& state) {
  const auto bytes = page_bytes();
  for (auto _ : state) benchmark::DoNotOptimize(Document::parse(bytes));
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size()) * state.iterations());
}
BENCHMARK(parse_page)->Unit(benchmark::kMicrosecond);

void extract_article(benchmark::State& state) {
  const auto document = Document::parse(page_bytes()).value();
  for (auto _ : state) benchmark::DoNotOptimize(extract(document, PageContext{}));
}
BENCHMARK(extract_article)->Unit(benchmark::kMicrosecond);

void attribute_article(benchmark::State& state) {
  const auto data = AttributionData::load(KAYNAK_ROOT).value();
  const auto article = page_article();
  for (auto _ : state) benchmark::DoNotOptimize(attribute(article, data));
}
BENCHMARK(attribute_article)->Unit(benchmark::kMicrosecond);

void write_record(benchmark::State& state) {
  const auto article = page_article();
  for (auto _ : state) benchmark::DoNotOptimize(to_json(article).dump());
}
BENCHMARK(write_record)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kaynak::bench
