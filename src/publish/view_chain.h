/// @file The provenance chain: every station of a text's way from its origin to our page. Internal
/// to publish.
#pragma once

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

/// Sets on `view`: `chain`, the line under the headline (stations of the text: who relayed, who
/// wrote, who published, we; authors stand together with their outlet), and `stations`, the full
/// list with a role, a link and a time each.
void set_chain(Json* view, const ArticlePage& page, const Scene& scene);

/// Names of the text's stations up to the outlet, for creditText: "KCNA, Reuters, Ngoc Anh, Song
/// Báo".
std::vector<std::string> credit_names(const ArticlePage& page);

}  // namespace kaynak::publish_detail
