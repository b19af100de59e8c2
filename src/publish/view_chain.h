/// @file The provenance chain: every station of a text's way from its origin to our page. Internal
/// to publish.
#pragma once

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

/// Sets on `view`: `chain`, the line under the headline as clauses (publish/source_line.h), and
/// `stations`, the full list with a role, a link and a time each.
void set_chain(Json* view, const ArticlePage& page, const Scene& scene);

/// The line up to the outlet and the translation as plain text, for creditText.
std::string credit_of(const ArticlePage& page, const Scene& scene);

}  // namespace kaynak::publish_detail
