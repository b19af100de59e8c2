/// @file Phrases that news sites put around articles, in many languages. Data: phrases.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak::extract_detail {

enum class PhraseKind : unsigned {
  none,
  read_more,   ///< leads to another article: "Read more:", "Lesen Sie auch"
  share,       ///< share and follow lines
  newsletter,  ///< subscribe and sign-up lines
  comments,    ///< headings and notes of comment sections
  rights,      ///< copyright lines
  ad,          ///< labels of advertisements
  tags,        ///< labels of tag lists
  photo,       ///< photo and source labels
  date,        ///< labels of dates: "Published:", "Aktualisiert"
  byline,      ///< labels of authors: "By ", "Von "
  paywall,     ///< notices that more is for subscribers
  consent,     ///< cookie and script notices
  correction,  ///< notes that the article was corrected
  error_page,  ///< "Page not found"
};

/// The kind of a short block's text (any case, white space folded); `none` for texts over 200 bytes
/// other than corrections, consent and paywall notices, and notes of a few set forms.
PhraseKind phrase_of(std::string_view text);

/// Whether a text (as it stands in the page) begins as calls to follow an outlet do: "Follow us
/// on", "Folgen Sie". Alone it may begin a sentence of the article, too.
bool calls_to_follow(std::string_view text);

/// Whether a text asks its reader to write to an address in it: "Get in touch at
/// news@havsbild.example".
bool calls_to_write(std::string_view text);

}  // namespace kaynak::extract_detail
