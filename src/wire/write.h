/// @file Articles → NewsML-G2 (IPTC NAR 2.34, power conformance), for newsrooms that take it in.
#pragma once

#include <string>

#include "base/time.h"
#include "model/article.h"
#include "model/edition.h"

namespace kaynak {

/// One `newsItem` element, UTF-8: the chain as `hopHistory` (origin first, a hop a station with its
/// party and IPTC's hop action), agencies and cited media as `infoSource`, authors as `creator`,
/// the text as XHTML. No XML declaration. read_wire() reads it back.
std::string to_newsml_g2(const Article& article);
/// The same for a translation: linked to its original (`irel:translatedFrom`), its translator or
/// engine the last hop.
std::string to_newsml_g2(const Article& article, const Edition& edition);

/// What stands before and after the items in a `newsMessage`.
std::string newsml_g2_begin(Time sent);
std::string newsml_g2_end();

}  // namespace kaynak
