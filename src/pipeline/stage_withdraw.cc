// What an outlet took back, and what it put back.
#include <algorithm>
#include <set>

#include "pipeline/archive.h"
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
Result<std::set<std::string>> captures_elsewhere(Store& store, const ArticleId& id,
                                                 const std::string& gone) {
  std::set<std::string> out;
  KAYNAK_ASSIGN(const auto events, store.events(id.value, kLooks));
  for (const auto& event : events) {
    if (event.kind != "extracted") continue;
    const auto row = store.capture(CaptureId(event.detail["capture"].as_string()));
    if (row && row->url != gone) out.insert(row->id.value);
  }
  return out;
}

}  // namespace

Result<bool> stands_elsewhere(Store& store, const Article& article, const std::string& gone) {
  KAYNAK_ASSIGN(const auto captures, captures_elsewhere(store, article.id, gone));
  if (captures.empty()) return false;
  KAYNAK_ASSIGN(const auto states, store.fetch_states(article.source));
  return std::any_of(states.begin(), states.end(), [&](const Json& j) {
    const auto state = fetch_state_from(j);
    return state.failures == 0 && captures.count(state.capture.value) > 0;
  });
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
  auto found = context.store.article_by_url(url);
  if (!found && found.error().code == ErrorCode::not_found) {
    const auto parsed = Url::parse(url);
    found = context.store.article(article_id_for(parsed ? identity_key(*parsed) : url));
  }
  if (!found && found.error().code == ErrorCode::not_found)
    return Effects{};  // it never was an article of ours
  if (!found) return fail(std::move(found).error());
  if (!j["stated"].as_bool()) {
    KAYNAK_ASSIGN(const bool elsewhere, stands_elsewhere(context.store, *found, url));
    if (elsewhere) return Effects{};
  }
  return withdraw(context, *found, j["why"].as_string());
}

}  // namespace kaynak::pipeline_detail
