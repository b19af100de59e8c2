#include <benchmark/benchmark.h>

#include "bench/page.h"
#include "text/dates.h"
#include "text/language.h"
#include "text/numbers.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace kaynak::bench {
namespace {

template <class F>
void over_body(benchmark::State& state, F&& act) {
  const auto text = body_text(page_article());
  for (auto _ : state) benchmark::DoNotOptimize(act(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(text.size()) * state.iterations());
}

void sentences(benchmark::State& s) {
  over_body(s, [](const std::string& t) { return split_sentences(t, "en"); });
}
void words_of_text(benchmark::State& s) {
  over_body(s, [](const std::string& t) { return words(t).size(); });
}
void language(benchmark::State& s) {
  over_body(s, [](const std::string& t) { return detect_language(t); });
}
void numbers(benchmark::State& s) {
  over_body(s, [](const std::string& t) { return find_numbers(t, "en"); });
}
void dates(benchmark::State& s) {
  const auto day = parse_iso8601("2026-11-18").value();
  over_body(s, [&](const std::string& t) { return find_dates(t, "en", day); });
}
BENCHMARK(sentences)->Unit(benchmark::kMicrosecond);
BENCHMARK(words_of_text)->Unit(benchmark::kMicrosecond);
BENCHMARK(language)->Unit(benchmark::kMicrosecond);
BENCHMARK(numbers)->Unit(benchmark::kMicrosecond);
BENCHMARK(dates)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace kaynak::bench
