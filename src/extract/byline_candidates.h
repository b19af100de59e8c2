/// @file Elements of a page that may hold its byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/content.h"

namespace kaynak::extract_detail {

/// Explicit features of an element that may hold the byline.
struct BylineCandidate {
  NodeIndex node = no_node;
  bool rel_author = false;
  bool itemprop = false;
  bool class_byline = false;  ///< its class says author
  bool author_link = false;   ///< a link to an author's page
  bool labelled = false;      ///< begins with "By", "Von" and the like
  bool beside_time = false;   ///< the element just before or after the page's time, above the text
  bool dated = false;         ///< a date and a name in one line at the headline
  bool closes_text = false;   ///< in the last lines of the text, or just below it
  bool near_headline = false;
  bool in_aside = false;       ///< navigation, footer, comments, teasers
  bool in_author_box = false;  ///< labelled, in a box of its own right behind the text
  bool after_text = false;
  bool far_behind = false;  ///< the text's last line
  bool short_text = false;
  bool other_role = false;  ///< right behind "Checked by" and the like
  bool full_names = false;  ///< first and last names, nothing else
  std::string shown;
  std::vector<std::string> names;

  bool any_evidence() const {
    return rel_author || itemprop || class_byline || author_link || labelled || beside_time ||
           dated;
  }
};

/// How likely it is the byline; above 40 is.
int score(const BylineCandidate& candidate);

/// In the order of the page. `headline` is the heading; no_node where there is none.
std::vector<BylineCandidate> find_byline_candidates(const Document& page, const PageMap& map,
                                                    const Content& content, NodeIndex headline,
                                                    std::string_view outlet);

}  // namespace kaynak::extract_detail
