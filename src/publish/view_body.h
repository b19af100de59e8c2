/// @file An article's blocks as a flat list of tokens for the template, every sentence tied to its
/// original. Internal to publish.
#pragma once

#include "publish/site.h"
#include "publish/view.h"

namespace kaynak::publish_detail {

/// Tokens: objects with one true member among t_h2 t_h3 t_h4 t_p t_quote t_ul t_ul_end t_ol
/// t_ol_end t_li t_li_end t_figure t_table t_embed t_ad, and what that one needs. Sentences are
/// numbered from 1 in reading order; sentence N is the element "sN", its original "oN". In the
/// article's own language sentences lead into the source page instead.
Json body_view(const ArticlePage& page, const Scene& scene);

/// "Speaker, via Medium" for direct speech, in the reader's words; empty for nobody.
std::string attribution_of(const Quote& quote, const Locale& locale);

}  // namespace kaynak::publish_detail
