/// @file Which article a page is, as far as the articles known already tell. Internal to pipeline/.
#pragma once

#include "pipeline/identity.h"
#include "store/store.h"

namespace kaynak::pipeline_detail {

/// What is said of the address of a capture's page.
AddressClaims claims_of(const CaptureRow& row, const std::string& canonical);

/// The id of the article that a page is, given its identity by the addresses alone.
///
/// A canonical address under which another outlet's article is known, or another page's with
/// another text, is not believed after all (`identity` then becomes the page's own): one address
/// for many pages is a broken template. A page that is new by its identity, but whose addresses
/// lead to a known article of its source with the same text, is that article: it was moved. Reads
/// only.
Result<ArticleId> settle_identity(Store& store, const AddressClaims& claims, const Article& article,
                                  PageIdentity* identity);

}  // namespace kaynak::pipeline_detail
