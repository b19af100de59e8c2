/// @file The view of each kind of page. Internal to publish.
#pragma once

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

Json article_view(const ArticlePage& page, const SiteOptions& options, const Scene& scene);
/// What the comment form template needs.
void set_comment_form(Json* view, const CommentFormPage& form, const Scene& scene);
Json withdrawn_view(const ArticlePage& page, const Scene& scene);
/// Sets `hero` (a list of at most one) and `items`; with `lead`, the first item is the hero.
void set_listing(Json* view, const Listing& listing, bool lead, const Scene& scene);
Json feed_view(const Listing& listing, Time now, const Scene& scene);

}  // namespace kaynak::publish_detail
