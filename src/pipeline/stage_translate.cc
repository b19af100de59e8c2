// Article → Edition in one language, unless a fresh one is there.
#include "pipeline/stage_jobs.h"
#include "translate/translate.h"

namespace kaynak::pipeline_detail {
namespace {

/// A person's translation outlives a changed original only as a held one: somebody must look at it
/// again.
Effects outdate(const StageContext& context, Edition edition, const std::string& headline) {
  edition.status = EditionStatus::held;
  edition.findings.push_back(
      {"outdated", "the original was corrected after this translation was made", -1, -1, true});
  Effects effects;
  effects.outcome = {"translate", headline,
                     "the original changed: the person's translation is held", true};
  effects.apply = [context, edition](Store& store) -> Result<void> {
    KAYNAK_TRY(store.put_edition(edition));
    KAYNAK_TRY(store.append_event(make_event(context, "held", edition.id.value,
                                             Json().set("why", edition.findings.back().detail))));
    return store.enqueue("publish", edition.article.value, Time{});
  };
  return effects;
}

std::string why_held(const Edition& edition) {
  for (const auto& finding : edition.findings)
    if (finding.holds) return finding.check + ": " + finding.detail;
  return {};
}

Effects keep(const StageContext& context, Edition edition, const std::string& headline) {
  const bool held = edition.status == EditionStatus::held;
  Effects effects;
  effects.outcome = {"translate", headline,
                     held ? edition.language.value + " held: " + why_held(edition) : "", held};
  auto detail = Json()
                    .set("language", edition.language.value)
                    .set("engine", edition.engine)
                    .set("from_digest", edition.source_digest);
  if (held) detail.set("why", why_held(edition));
  const auto event = make_event(context, held ? "held" : "translated", edition.id.value, detail);
  effects.apply = [edition = std::move(edition), event](Store& store) -> Result<void> {
    KAYNAK_TRY(store.put_edition(edition));
    KAYNAK_TRY(store.append_event(event));
    return store.enqueue("publish", edition.article.value, Time{});
  };
  return effects;
}

/// A machine's edition with the version it was made from, if that is one of the last few: most of
/// its sentences stand.
Result<std::optional<EarlierEdition>> earlier_edition(Store& store, const ArticleId& id,
                                                      const Result<Edition>& known) {
  constexpr std::size_t few = 8;
  if (!known || known->kind != EditionKind::machine) return std::optional<EarlierEdition>();
  KAYNAK_ASSIGN(const auto versions, store.versions_of(id, few));
  for (auto it = versions.rbegin(); it != versions.rend(); ++it) {
    KAYNAK_ASSIGN(auto article, store.article_at(id, it->version));
    if (text_digest(article) == known->source_digest)
      return std::optional(EarlierEdition{std::move(article), *known});
  }
  return std::optional<EarlierEdition>();
}

}  // namespace

Result<Effects> translate_article(const StageContext& context, const std::string& pair) {
  const auto [id, to] = split_pair(pair);
  const LanguageTag language{std::string_view(to)};
  KAYNAK_ASSIGN(const auto article, context.store.article(ArticleId(id)));
  if (article.status == PubStatus::canceled) return Effects{};
  const auto digest = text_digest(article);
  auto known = context.store.edition(edition_id_for(article.id, language));
  if (known && known->source_digest == digest && known->status != EditionStatus::withdrawn)
    return Effects{};
  if (known && known->kind == EditionKind::human)
    return outdate(context, std::move(*known), article.headline);
  const auto route =
      find_route(context.newsroom.engines(), {LanguageTag(article.language.primary()), language});
  if (!route) return Effects{};
  KAYNAK_ASSIGN(const auto earlier, earlier_edition(context.store, article.id, known));
  KAYNAK_ASSIGN(auto edition,
                translate(article, language, *route, context.now, earlier ? &*earlier : nullptr));
  return keep(context, std::move(edition), article.headline);
}

}  // namespace kaynak::pipeline_detail
