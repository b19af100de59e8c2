// CPU time of a page's way from bytes to its record, stage by stage, on one thread, as one JSON
// object:
//   kaynak_stages [--rounds N] INPUT…      (INPUT as for `kaynak extract`)
// Every page is read into memory first, a few are run to warm up, and the fastest of N rounds over
// all pages counts. Stages add up to `whole`: what runs inside another (decoding inside parsing,
// the page's map inside extraction) is measured by itself and taken off the outer one.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "attribute/attribute.h"
#include "base/json.h"
#include "extract/extract.h"
#include "extract/page_map.h"
#include "html/document.h"
#include "model/json.h"
#include "pipeline/inputs.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;

constexpr int warm_up_pages = 5;
constexpr std::array stage_names{"decode",    "parse", "map",    "extract",
                                 "attribute", "json",  "release"};
enum Stage { decode, parse, map, rest_of_extract, attribution, json, release, stage_count };
static_assert(stage_names.size() == stage_count);

/// Microseconds a stage, over all pages of a round.
struct Round {
  std::array<double, stage_count> spent{};
  int articles = 0;
  double whole() const {
    double sum = 0;
    for (const double stage : spent) sum += stage;
    return sum;
  }
};

double cpu_microseconds() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return 1e6 * static_cast<double>(now.tv_sec) + 1e-3 * static_cast<double>(now.tv_nsec);
}

/// Runs `work`, adds its time to `spent`, gives what it gives.
template <class Work>
auto timed(double* spent, const Work& work) {
  const double start = cpu_microseconds();
  auto value = work();
  *spent += cpu_microseconds() - start;
  return value;
}

/// Results go here, so that the compiler can't leave their making out.
std::size_t kept_bytes = 0;

void run_page(const InputPage& input, const AttributionData& data, Round* round) {
  auto& spent = round->spent;
  const double decoding = [&] {
    double alone = 0;
    kept_bytes += timed(&alone, [&] { return decode_html(input.bytes).text.size(); });
    return alone;
  }();
  spent[decode] += decoding;
  spent[parse] -= decoding;
  auto page = timed(&spent[parse], [&] { return Document::parse(input.bytes); });
  if (!page) return;
  const double mapping = [&] {
    double alone = 0;
    kept_bytes += timed(&alone, [&] { return extract_detail::map_page(*page).blocks.size(); });
    return alone;
  }();
  spent[map] += mapping;
  spent[rest_of_extract] -= mapping;
  PageContext context;
  context.record_id = input.id;
  auto found = timed(&spent[rest_of_extract], [&] { return extract(*page, context); });
  if (found) {
    ++round->articles;
    const auto article =
        timed(&spent[attribution], [&] { return attribute(std::move(*found), data); });
    kept_bytes += timed(&spent[json], [&] { return to_json(article).dump().size(); });
  }
  timed(&spent[release],
        [&] { return static_cast<bool>(Document(std::move(*page)).nodes().size()); });
}

Round run_round(const std::vector<InputPage>& pages, const AttributionData& data) {
  Round round;
  for (const auto& page : pages) run_page(page, data, &round);
  return round;
}

/// All pages of the inputs; false where one can't be read.
bool read_pages(std::vector<std::string> inputs, std::vector<InputPage>* pages) {
  const auto reader = open_pages(std::move(inputs), InputOptions{});
  for (;;) {
    auto page = reader->next();
    if (!page) {
      std::fprintf(stderr, "kaynak_stages: %s\n", page.error().message().c_str());
      return false;
    }
    if (!*page) return true;
    if (!(*page)->error) pages->push_back(std::move(**page));
  }
}

std::string as_json(const Round& round, const std::vector<InputPage>& pages) {
  const double count = static_cast<double>(std::max<std::size_t>(pages.size(), 1));
  std::size_t bytes = 0;
  for (const auto& page : pages) bytes += page.bytes.size();
  Json stages = Json::object();
  for (std::size_t s = 0; s < stage_count; ++s) stages.set(stage_names[s], round.spent[s] / count);
  return Json::object()
      .set("pages", static_cast<std::int64_t>(pages.size()))
      .set("bytes", static_cast<std::int64_t>(bytes))
      .set("articles", round.articles)
      .set("stages", std::move(stages))
      .set("whole", round.whole() / count)
      .dump();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> inputs(argv + 1, argv + argc);
  int rounds = 3;
  if (inputs.size() > 1 && inputs[0] == "--rounds") {
    rounds = std::clamp(std::atoi(inputs[1].c_str()), 1, 100);
    inputs.erase(inputs.begin(), inputs.begin() + 2);
  }
  if (inputs.empty()) {
    std::fputs("usage: kaynak_stages [--rounds N] INPUT…\n", stderr);
    return 2;
  }
  const auto data = AttributionData::load(KAYNAK_ROOT);
  std::vector<InputPage> pages;
  if (!data || !read_pages(std::move(inputs), &pages)) return 1;
  Round warm_up;
  for (std::size_t i = 0; i < pages.size() && i < warm_up_pages; ++i)
    run_page(pages[i], *data, &warm_up);
  Round best = run_round(pages, *data);
  for (int i = 1; i < rounds; ++i)
    if (const Round next = run_round(pages, *data); next.whole() < best.whole()) best = next;
  std::puts(as_json(best, pages).c_str());
  return 0;
}
