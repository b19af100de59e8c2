#include "pipeline/run.h"

#include <atomic>
#include <thread>

#include "gather/fetcher.h"
#include "pipeline/images.h"
#include "pipeline/import.h"
#include "pipeline/pages.h"
#include "pipeline/replay_log.h"

namespace kaynak {
namespace {

WorkOptions work_options(const Newsroom& newsroom, const RunOptions& options, Clock clock) {
  WorkOptions out;
  out.clock = std::move(clock);
  out.jobs = newsroom.jobs();
  out.stop = options.stop;
  out.progress = options.work_progress;
  return out;
}

void add(RoundCounts* to, RoundCounts from) {
  to->sources = std::max(to->sources, from.sources);
  to->pages += from.pages;
  to->fresh += from.fresh;
  to->unchanged += from.unchanged;
  to->gone += from.gone;
  std::move(from.problems.begin(), from.problems.end(), std::back_inserter(to->problems));
}

void add(WorkSummary* to, WorkSummary from) {
  to->done += from.done;
  std::move(from.held.begin(), from.held.end(), std::back_inserter(to->held));
  std::move(from.failed.begin(), from.failed.end(), std::back_inserter(to->failed));
}

/// Gathers at `clock`, then works; `transport` is for pictures.
Result<void> one_round(const Newsroom& newsroom, const RunOptions& options, Fetcher& fetcher,
                       Transport& transport, const Clock& clock, RunReport* report) {
  {
    KAYNAK_ASSIGN(const auto archive,
                  Archive::open(newsroom, clock(), archive_options(newsroom, clock)));
    LoopOptions how;
    how.clock = clock;
    how.live = newsroom.config.replay.empty();
    how.progress = options.gather_progress;
    how.stop = options.stop;
    KAYNAK_ASSIGN(auto loop, GatherLoop::make(newsroom, fetcher, *archive, how));
    KAYNAK_ASSIGN(auto counts, loop.round());
    add(&report->gathered, std::move(counts));
  }
  KAYNAK_ASSIGN(auto summary, work(newsroom, work_options(newsroom, options, clock)));
  add(&report->work, std::move(summary));
  if (!newsroom.config.images || (options.stop && options.stop())) return {};
  {
    KAYNAK_ASSIGN(const auto archive,
                  Archive::open(newsroom, clock(), archive_options(newsroom, clock)));
    KAYNAK_TRY(gather_images(newsroom, transport, *archive, clock));
  }
  KAYNAK_ASSIGN(auto pictures, work(newsroom, work_options(newsroom, options, clock)));
  add(&report->work, std::move(pictures));
  return {};
}

/// Replays the archives' rounds in order, each at its own time; those gathered whole before are not
/// gathered again.
Result<void> replay(const Newsroom& newsroom, const RunOptions& options, RunReport* report) {
  KAYNAK_ASSIGN(const auto files, replay_files(newsroom));
  KAYNAK_ASSIGN(const auto rounds, replay_rounds(files));
  Time now{};
  const Clock clock = [&now] { return now; };
  KAYNAK_ASSIGN(const auto transport, make_replay_transport(files, clock));
  const auto fetcher = make_serial_fetcher(*transport);
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  for (const auto& round : rounds) {
    KAYNAK_ASSIGN(const auto last, last_replayed(*store));
    if (round <= last) continue;
    if (options.stop && options.stop()) return {};
    now = round;
    KAYNAK_TRY(one_round(newsroom, options, *fetcher, *transport, clock, report));
    if (options.stop && options.stop()) return {};  // stopped halfway: the round is not whole
    KAYNAK_TRY(set_last_replayed(*store, round));
  }
  return {};
}

std::string status_word(const ArticleView& view) {
  if (view.article.status == PubStatus::canceled) return "withdrawn";
  switch (view.source.rights) {
    case Rights::full:
      return view.publications.empty() ? "waiting" : "published";
    case Rights::excerpt:
      return "excerpt";
    case Rights::link:
      return "link";
    case Rights::none:
      return "held";
  }
  return "held";
}

ArticleRow row_of(const Newsroom& newsroom, const ArticleView& view) {
  ArticleRow row;
  row.id = view.article.id.value;
  row.url = view.article.url.empty() ? view.article.canonical_url : view.article.url;
  row.outlet = view.source.name;
  row.language = view.article.language.value;
  row.headline = view.article.headline;
  row.status = status_word(view);
  for (const auto& p : view.publications) row.pages.emplace_back(p.language.value, p.path);
  if (view.source.rights == Rights::none)
    row.note = "rights = \"none\" in sources/" + view.source.id.value + ".toml";
  if (!is_public(view)) return row;
  for (const auto& language : newsroom.config.site.languages)
    if (same_language(language, view.article.language) || edition_for(view, language) != nullptr)
      row.published.push_back(language.value);
  for (const auto& edition : view.editions) {
    if (edition.status != EditionStatus::held) continue;
    for (const auto& finding : edition.findings) {
      if (!finding.holds) continue;
      row.note += (row.note.empty() ? "" : "; ") + edition.language.value +
                  " held: " + finding.check + ": " + finding.detail;
      break;
    }
  }
  if (!view.article.correction.empty())
    row.note += std::string(row.note.empty() ? "" : "; ") + "corrected by its outlet";
  return row;
}

}  // namespace

namespace {

/// Time of what is done after gathering: a replayed newsroom stays in its own days, so that its
/// site is the same whenever and however often interrupted it is made.
Result<Clock> clock_after(const Newsroom& newsroom) {
  if (newsroom.config.replay.empty()) return system_clock();
  KAYNAK_ASSIGN(const auto store, newsroom.open_store());
  KAYNAK_ASSIGN(const auto last, last_replayed(*store));
  return last == Time{} ? system_clock() : fixed_clock(last);
}

}  // namespace

Result<RunReport> run_newsroom(const Newsroom& newsroom, const RunOptions& options) {
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  RunReport report;
  if (options.gather && !newsroom.config.replay.empty())
    KAYNAK_TRY(replay(newsroom, options, &report));
  else if (options.gather) {
    const auto transport = make_http_transport(newsroom.config.http);
    const auto fetcher = make_http_fetcher(newsroom.config.http);
    KAYNAK_TRY(one_round(newsroom, options, *fetcher, *transport, system_clock(), &report));
  }
  KAYNAK_ASSIGN(const auto clock, clock_after(newsroom));
  KAYNAK_ASSIGN(auto editions, import_waiting_editions(newsroom, clock()));
  std::move(editions.problems.begin(), editions.problems.end(),
            std::back_inserter(report.gathered.problems));
  // Work that nobody gathered in this run: imports, approvals, what an earlier run left.
  KAYNAK_ASSIGN(auto rest, work(newsroom, work_options(newsroom, options, clock)));
  add(&report.work, std::move(rest));
  return report;
}

namespace {

constexpr Milliseconds kBetweenWork{500};
constexpr Seconds kBetweenPictures{60};

/// Works and fetches pictures while another thread gathers.
Result<void> work_beside(const Newsroom& newsroom, const RunOptions& options, Archive& archive,
                         const std::function<bool()>& stop) {
  const auto transport = make_http_transport(newsroom.config.http);
  auto how = work_options(newsroom, options, system_clock());
  how.stop = stop;
  Time pictures_at{};
  while (!stop()) {
    KAYNAK_TRY(import_waiting_editions(newsroom, system_now()));
    KAYNAK_TRY(work(newsroom, how));
    if (newsroom.config.images && system_now() >= pictures_at) {
      KAYNAK_TRY(gather_images(newsroom, *transport, archive, system_clock()));
      pictures_at = system_now() + kBetweenPictures;
    }
    std::this_thread::sleep_for(kBetweenWork);
  }
  return {};
}

}  // namespace

Result<void> follow_newsroom(const Newsroom& newsroom, const RunOptions& options,
                             const std::function<void(const Error&)>& problem) {
  if (!newsroom.config.replay.empty())
    return fail(ErrorCode::usage, "run",
                "this newsroom replays archives (gather.replay), which end; use: kaynak run");
  KAYNAK_ASSIGN(const auto lock, NewsroomLock::take(newsroom.paths));
  KAYNAK_ASSIGN(const auto archive,
                Archive::open(newsroom, system_now(), archive_options(newsroom, system_clock())));
  const auto fetcher = make_http_fetcher(newsroom.config.http);
  std::atomic<bool> ended = false;
  const auto stop = [&] { return ended.load() || (options.stop && options.stop()); };
  LoopOptions how;
  how.clock = system_clock();
  how.progress = options.gather_progress;
  how.stop = stop;
  how.problem = problem;
  KAYNAK_ASSIGN(auto loop, GatherLoop::make(newsroom, *fetcher, *archive, how));
  Result<void> worked;
  std::thread worker;
  if (options.work)
    worker = std::thread([&] {
      worked = work_beside(newsroom, options, *archive, stop);
      ended = true;  // the gatherer must not go on alone
    });
  auto gathered = loop.follow();
  ended = true;
  if (worker.joinable()) worker.join();
  if (!gathered) return gathered;
  return worked;
}

Result<std::vector<ArticleRow>> article_rows(const Newsroom& newsroom, Store& store) {
  std::vector<ArticleRow> rows;
  KAYNAK_ASSIGN(const auto ids, store.all_articles());
  for (const auto& id : ids) {
    KAYNAK_ASSIGN(const auto view, article_view(newsroom, store, id));
    rows.push_back(row_of(newsroom, view));
  }
  return rows;
}

}  // namespace kaynak
