// Article → Story: finds who else has the text, and sets translation and publication off.
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/stage_jobs.h"
#include "trace/trace.h"

namespace kaynak::pipeline_detail {
namespace {

bool is_agency(const Newsroom& newsroom, const Article& article) {
  const auto entry = newsroom.sources().find(article.source);
  return entry && entry->source.agency;
}

constexpr std::size_t kMaxMembers =
    200;  // a text that more outlets carry than this is a template, not a story

/// The story of the articles named, with the passages that show who copied whom.
Result<Story> story_of_members(const Newsroom& newsroom, Store& store,
                               const std::set<std::string>& ids) {
  std::vector<Signature> members;
  std::map<std::string, Article> texts;
  for (const auto& id : ids) {
    auto member = store.article(ArticleId(id));
    if (!member && member.error().code == ErrorCode::not_found) continue;
    if (!member) return fail(std::move(member).error());
    if (members.size() == kMaxMembers) break;
    members.push_back(signature_of(*member, is_agency(newsroom, *member)));
    texts.emplace(id, std::move(*member));
  }
  if (members.empty()) return fail(ErrorCode::not_found, "trace", "a story without articles");
  auto story = make_story(members);
  for (auto& edge : story.edges)
    edge.evidence = shared_passage(texts.at(edge.from.value), texts.at(edge.to.value));
  return story;
}

/// Ids of every article whose story a near-duplicate of `own` belongs to, and its own.
Result<std::set<std::string>> same_story(Store& store, const Signature& own,
                                         const std::vector<std::uint64_t>& bands) {
  std::set<std::string> ids = {own.article.value};
  KAYNAK_ASSIGN(const auto candidates, store.signatures_sharing(bands));
  for (const auto& j : candidates) {
    const auto other = signature_from_json(j);
    if (!other || other->article == own.article || !same_text(own, *other)) continue;
    ids.insert(other->article.value);
    const auto story = store.story_of(other->article);
    if (!story) continue;  // not traced yet: it will find us
    for (const auto& id : story->articles) ids.insert(id.value);
  }
  return ids;
}

/// What is left of the story an article was in, where its corrected text took it elsewhere.
Result<std::set<std::string>> leave_old_story(const Newsroom& newsroom, Store& store,
                                              const ArticleId& id,
                                              const std::set<std::string>& now_with) {
  std::set<std::string> left;
  const auto old = store.story_of(id);
  if (!old) return left;  // its first story
  for (const auto& member : old->articles)
    if (!now_with.contains(member.value)) left.insert(member.value);
  if (left.empty()) return left;
  KAYNAK_ASSIGN(const auto rest, story_of_members(newsroom, store, left));
  KAYNAK_TRY(store.put_story(rest));
  return left;
}

Result<void> enqueue_next(const Newsroom& newsroom, Store& store, const Article& article) {
  const auto entry = newsroom.sources().find(article.source);
  const bool whole =
      entry && entry->source.rights == Rights::full && article.status == PubStatus::usable;
  if (!whole) return {};
  for (const auto& to : newsroom.edition_targets(article.language))
    KAYNAK_TRY(store.enqueue("translate", pair_item(article.id.value, to.value), Time{}));
  return {};
}

}  // namespace

Result<Effects> trace_article(const StageContext& context, const std::string& article_id) {
  KAYNAK_ASSIGN(const auto article, context.store.article(ArticleId(article_id)));
  const auto signature = signature_of(article, is_agency(context.newsroom, article));
  Effects effects;
  effects.outcome = {"trace", article.headline, "", false};
  // Read and compared inside the transaction that keeps the result, so that two articles traced at
  // one time meet.
  effects.apply = [&newsroom = context.newsroom, context, article,
                   signature](Store& store) -> Result<void> {
    const auto bands = band_keys(signature);
    KAYNAK_ASSIGN(const auto members, same_story(store, signature, bands));
    KAYNAK_ASSIGN(const auto left, leave_old_story(newsroom, store, article.id, members));
    KAYNAK_ASSIGN(const auto story, story_of_members(newsroom, store, members));
    KAYNAK_TRY(store.put_signature(article.id, bands, to_json(signature)));
    KAYNAK_TRY(store.put_story(story));
    const auto detail = Json()
                            .set("story", story.id.value)
                            .set("first", story.first.value)
                            .set("members", static_cast<std::int64_t>(story.articles.size()));
    KAYNAK_TRY(store.append_event(make_event(context, "traced", article.id.value, detail)));
    KAYNAK_TRY(enqueue_next(newsroom, store, article));
    for (const auto& id : left) KAYNAK_TRY(store.enqueue("publish", id, Time{}));
    for (const auto& id : members) KAYNAK_TRY(store.enqueue("publish", id, Time{}));
    return {};
  };
  return effects;
}

}  // namespace kaynak::pipeline_detail
