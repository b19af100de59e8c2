#include "pipeline/look.h"

#include "pipeline/history.h"
#include "trace/revision.h"

namespace kaynak::pipeline_detail {
namespace {

/// What a look changes of an article.
struct Change {
  bool older = false;  ///< than the one the article was last read from: it changes nothing
  bool restored = false, nothing = false;
  Revision revision;
  bool corrected() const { return revision.has(ChangeWeight::text); }
};

/// A page that states nothing but when it was last changed was published when that was first read.
void keep_first_publication(const Article& before, Article* article) {
  if (before.published && article->published && article->modified &&
      article->published->utc == article->modified->utc &&
      article->published->utc > before.published->utc)
    article->published = before.published;
}

Result<Change> compare(Store& store, const Look& look, Article* article) {
  Change change;
  KAYNAK_ASSIGN(const int version, store.article_version(article->id));
  if (version == 0) return change;
  KAYNAK_ASSIGN(const auto before, store.article(article->id));
  change.older = before.captured && article->captured && *before.captured > *article->captured;
  if (change.older) return change;
  KAYNAK_ASSIGN(const auto capture, store.article_capture(before.id));
  if (capture == look.row.id && !look.again) {
    article->status = before.status;  // read anew, not changed: what was withdrawn stays so
    return change;
  }
  keep_first_publication(before, article);
  change.revision = diff(before, *article);
  change.restored = before.status == PubStatus::canceled;
  change.nothing = !change.restored && is_nothing_new(before, *article, change.revision);
  return change;
}

std::vector<Event> events_of(const StageContext& context, const Look& look, const Article& article,
                             const PageIdentity& identity, const Change& change) {
  const auto& id = article.id.value;
  auto detail = Json()
                    .set("capture", look.row.id.value)
                    .set("headline", article.headline)
                    .set("digest", text_digest(article))
                    .set("identity", to_string(identity.reason));
  if (change.nothing) detail.set("unchanged", true);
  std::vector<Event> events = {make_event(context, "extracted", id, detail)};
  if (change.restored)
    events.push_back(make_event(context, "restored", id, Json().set("capture", look.row.id.value)));
  if (change.corrected())
    events.push_back(make_event(
        context, "corrected", id,
        Json().set("counts", to_json(change.revision.counts())).set("note", article.correction)));
  return events;
}

Result<void> apply(Store& store, const StageContext& context, const Look& look, Article article,
                   const PageIdentity& identity) {
  KAYNAK_ASSIGN(const Change change, compare(store, look, &article));
  if (change.older) return {};
  for (const auto& event : events_of(context, look, article, identity, change))
    KAYNAK_TRY(store.append_event(event));
  if (change.nothing) return {};
  KAYNAK_TRY(store.put_article(article, look.row.id));
  if (change.restored) KAYNAK_TRY(restore_editions(store, article));
  return store.enqueue("trace", article.id.value, Time{});
}

}  // namespace

Result<Effects> keep_look(const StageContext& context, const Look& look, Article article,
                          const PageIdentity& identity) {
  Article glance = article;
  KAYNAK_ASSIGN(const Change change, compare(context.store, look, &glance));
  Effects effects;
  effects.outcome = {"extract", article.headline,
                     change.restored      ? "put back by its outlet"
                     : change.corrected() ? "corrected by its outlet"
                                          : "",
                     false};
  // Compared once more inside the transaction that keeps the result: two addresses of one article,
  // looked at in one moment, are one correction.
  effects.apply = [context, look, article = std::move(article), identity](Store& store) {
    return apply(store, context, look, article, identity);
  };
  return effects;
}

}  // namespace kaynak::pipeline_detail
