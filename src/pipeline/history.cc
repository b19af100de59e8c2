#include "pipeline/history.h"

#include <algorithm>

namespace kaynak {
namespace {

constexpr std::size_t kEventsRead = 200;  // of one article, newest first

/// The article without what moves when a line is set above it, and without what a page says of
/// itself at every look.
Article details_of(const Article& article) {
  Article a = article;
  a.record_id.clear();
  a.url.clear();
  a.blocks.clear();
  a.modified.reset();
  a.captured.reset();
  a.keywords.clear();
  a.quotes.clear();
  a.dates.clear();
  a.hops.clear();
  return a;
}

bool same_blocks(const std::vector<Block>& a, const std::vector<Block>& b) {
  const auto placeless = [](Block block) {
    block.source = {};
    for (auto& sentence : block.sentences) sentence.source = {};
    return block;
  };
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [&](const Block& x, const Block& y) { return placeless(x) == placeless(y); });
}

std::string what_happened(const HistoryEntry& before, const HistoryEntry& entry) {
  const auto canceled = PubStatus::canceled;
  if (before.status != entry.status) return entry.status == canceled ? "withdrawn" : "restored";
  if (before.capture == entry.capture) return "read anew";
  if (entry.revision.has(ChangeWeight::text)) return "corrected";
  return entry.revision.has(ChangeWeight::typography) ? "restyled" : "details";
}

}  // namespace

Result<std::vector<HistoryEntry>> article_history(Store& store, const ArticleId& id,
                                                  std::size_t limit) {
  KAYNAK_ASSIGN(const auto versions, store.versions_of(id, limit));
  std::vector<HistoryEntry> out;
  std::optional<Article> before;
  for (const auto& [version, capture] : versions) {
    KAYNAK_ASSIGN(auto article, store.article_at(id, version));
    HistoryEntry entry{version,
                       article.captured,
                       capture,
                       article.headline,
                       article.status,
                       "first",
                       before ? diff(*before, article) : Revision{}};
    if (before) entry.what = what_happened(out.back(), entry);
    out.push_back(std::move(entry));
    before = std::move(article);
  }
  return out;
}

Json to_json(const HistoryEntry& entry) {
  Json j;
  j.set("version", entry.version);
  if (entry.seen) j.set("seen", to_rfc3339(*entry.seen));
  j.set_if("capture", entry.capture.value).set("what", entry.what).set("headline", entry.headline);
  return j.set("revision", to_json(entry.revision));
}

bool is_nothing_new(const Article& before, const Article& after, const Revision& revision) {
  if (revision.has(ChangeWeight::text) || revision.has(ChangeWeight::typography)) return false;
  if (revision.empty() && !same_blocks(before.blocks, after.blocks)) return false;
  return details_of(before) == details_of(after);
}

Result<std::optional<Time>> last_changed(Store& store, const Article& article) {
  const char* kind = article.status == PubStatus::canceled ? "withdrawn" : "corrected";
  KAYNAK_ASSIGN(const auto events, store.events(article.id.value, kEventsRead));
  for (const auto& event : events)
    if (event.kind == kind) return std::optional(event.at);
  return std::optional<Time>();
}

}  // namespace kaynak
