#include "pipeline/identity_known.h"

#include "pipeline/archive.h"
#include "trace/revision.h"

namespace kaynak::pipeline_detail {
namespace {

template <class T>
Result<std::optional<T>> if_found(Result<T> found) {
  if (found) return std::optional<T>(std::move(*found));
  if (found.error().code == ErrorCode::not_found) return std::optional<T>();
  return fail(std::move(found).error());
}

std::string key_of(const std::string& address) {
  const auto url = Url::parse(address);
  return url ? identity_key(*url) : address;
}

/// The known article at one of the page's other addresses that has its source and text.
Result<std::optional<ArticleId>> moved_from(Store& store, const AddressClaims& claims,
                                            const Article& article) {
  for (const auto& address : {claims.asked, claims.final_url, claims.guid}) {
    if (address.empty()) continue;
    KAYNAK_ASSIGN(auto other, if_found(store.article_by_url(address)));
    if (!other) {
      KAYNAK_ASSIGN(other, if_found(store.article(article_id_for(key_of(address)))));
    }
    if (other && other->source == article.source && resembles(*other, article))
      return std::optional(other->id);
  }
  return std::optional<ArticleId>();
}

}  // namespace

AddressClaims claims_of(const CaptureRow& row, const std::string& canonical) {
  AddressClaims claims{row.url, row.final_url, canonical, {}};
  if (row.item.empty()) return claims;
  if (const auto item = parse_json(row.item)) claims.guid = feed_item_from(*item).id;
  return claims;
}

Result<ArticleId> settle_identity(Store& store, const AddressClaims& claims, const Article& article,
                                  PageIdentity* identity) {
  KAYNAK_ASSIGN(auto known, if_found(store.article(article_id_for(identity->key))));
  const auto own = identity_of({claims.asked, claims.final_url, {}, claims.guid});
  if (known && identity->reason == IdentityReason::canonical && own.key != identity->key) {
    const bool same_page = key_of(known->url) == own.key || resembles(*known, article);
    if (known->source != article.source || !same_page) {
      *identity = own;
      KAYNAK_ASSIGN(known, if_found(store.article(article_id_for(own.key))));
    }
  }
  if (known) return known->id;
  KAYNAK_ASSIGN(const auto moved, moved_from(store, claims, article));
  return moved ? *moved : article_id_for(identity->key);
}

}  // namespace kaynak::pipeline_detail
