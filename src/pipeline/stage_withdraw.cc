// What an outlet took back, and what it put back.
#include <algorithm>

#include "gather/poll.h"
#include "pipeline/incoming.h"
#include "pipeline/stage_jobs.h"
#include "text/url.h"

namespace kaynak::pipeline_detail {
namespace {

/// The page of the article, and those of everybody who has its story.
Result<void> publish_again(Store& store, const ArticleId& id) {
  const auto story = store.story_of(id);
  if (!story && story.error().code != ErrorCode::not_found) return fail(story.error());
  if (story)
    for (const auto& other : story->articles)
      KAYNAK_TRY(store.enqueue("publish", other.value, Time{}));
  return store.enqueue("publish", id.value, Time{});
}

Result<void> withdraw_editions(Store& store, const ArticleId& id) {
  KAYNAK_ASSIGN(const auto editions, store.editions_of(id));
  for (auto edition : editions) {
    edition.status = EditionStatus::withdrawn;
    KAYNAK_TRY(store.put_edition(edition));
  }
  return {};
}

constexpr std::size_t kLooks = 200;  // of an article, newest first: more addresses than any has

/// Captures of other addresses than `gone` that the article was found in.
Result<std::vector<CaptureRow>> captures_elsewhere(Store& store, const ArticleId& id,
                                                   const std::string& gone) {
  std::vector<CaptureRow> out;
  KAYNAK_ASSIGN(const auto events, store.events(id.value, kLooks));
  for (const auto& event : events) {
    if (event.kind != "extracted") continue;
    auto row = store.capture(CaptureId(event.detail["capture"].as_string()));
    if (row && row->url != gone) out.push_back(std::move(*row));
  }
  return out;
}

}  // namespace

Result<bool> stands_elsewhere(Store& store, const Article& article, const std::string& gone) {
  KAYNAK_ASSIGN(const auto captures, captures_elsewhere(store, article.id, gone));
  for (const auto& capture : captures) {
    KAYNAK_ASSIGN(const auto row, store.fetch_row(fetch_key(FetchKind::page, capture.url)));
    if (!row) continue;
    const auto state = fetch_task_from(row->state).state;
    if (state.failures == 0 && state.retired.empty() && state.capture == capture.id) return true;
  }
  return false;
}

Result<Effects> withdraw(const StageContext& context, const Article& article,
                         const std::string& why) {
  if (article.status == PubStatus::canceled) return Effects{};
  Effects effects;
  effects.outcome = {"withdraw", article.headline, "withdrawn by its outlet: " + why, true};
  // Read inside the transaction: another address of the article may have told so a moment before.
  effects.apply = [context, id = article.id, why](Store& store) -> Result<void> {
    KAYNAK_ASSIGN(auto now, store.article(id));
    if (now.status == PubStatus::canceled) return {};
    now.status = PubStatus::canceled;
    KAYNAK_ASSIGN(const auto capture, store.article_capture(id));
    KAYNAK_TRY(store.put_article(now, capture));
    KAYNAK_TRY(withdraw_editions(store, id));
    KAYNAK_TRY(
        store.append_event(make_event(context, "withdrawn", id.value, Json().set("why", why))));
    return publish_again(store, id);
  };
  return effects;
}

Result<void> restore_editions(Store& store, const Article& article) {
  KAYNAK_ASSIGN(const auto editions, store.editions_of(article.id));
  for (auto edition : editions) {
    if (edition.status != EditionStatus::withdrawn || edition.source_digest != text_digest(article))
      continue;
    const bool held = edition.kind == EditionKind::machine &&
                      std::any_of(edition.findings.begin(), edition.findings.end(),
                                  [](const Finding& finding) { return finding.holds; });
    edition.status = held ? EditionStatus::held : EditionStatus::ready;
    KAYNAK_TRY(store.put_edition(edition));
  }
  return {};
}

Result<Effects> withdraw_article(const StageContext& context, const std::string& item) {
  KAYNAK_ASSIGN(const auto j, parse_json(item));
  const auto& url = j["url"].as_string();
  const bool by_id = j.contains("article");
  auto found = by_id ? context.store.article(ArticleId(j["article"].as_string()))
                     : context.store.article_by_url(url);
  if (!by_id && !found && found.error().code == ErrorCode::not_found) {
    const auto parsed = Url::parse(url);
    found = context.store.article(article_id_for(parsed ? identity_key(*parsed) : url));
  }
  if (!found && found.error().code == ErrorCode::not_found)
    return Effects{};  // it never was an article of ours
  if (!found) return fail(std::move(found).error());
  if (!by_id && !j["stated"].as_bool()) {
    KAYNAK_ASSIGN(const bool elsewhere, stands_elsewhere(context.store, *found, url));
    if (elsewhere) return Effects{};
  }
  return withdraw(context, *found, j["why"].as_string());
}

}  // namespace kaynak::pipeline_detail
