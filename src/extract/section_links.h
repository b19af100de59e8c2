/// @file Which links of a section or front page lead to its articles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/document.h"

namespace kaynak {

/// A link to an article, as a page lists it.
struct SectionLink {
  std::string url;    ///< absolute, as clean_url gives it
  std::string title;  ///< plain text on one line; empty where only a picture is the link
};

/// The article links of the page at `page_url`, each address once, in the page's order; at most
/// 1,000.
///
/// With a CSS `selector`: the links it matches, and those inside what it matches. Without one they
/// are found out: links of the site are grouped by the shape of their address (a date, a number, a
/// long slug; else its segments) and, where the address tells nothing, by their place in the page;
/// taken are the group with the most headline-like texts (four words or more) and those that look
/// like it. Navigation, footers, tags, authors and pagination are left out. Empty where no group
/// stands out, or the selector is none. Thread-safe.
std::vector<SectionLink> section_links(const Document& page, std::string_view page_url,
                                       std::string_view selector = {});

}  // namespace kaynak
