/// @file What a byline, a credit or a closing line says: persons, media, addresses.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct CreditPart {
  enum Kind {
    person,
    medium,      ///< known: `name` is canonical
    other,       ///< an organisation or anything else we cannot place
    url,         //
    translator,  ///< a person named as translator
  };
  Kind kind = other;
  std::string name;
  std::uint32_t medium_index = 0;
  ByteRange range;          ///< into the credit's text
  bool cited = false;       ///< named after "citing": deeper than the medium before it
  bool doubtful = false;    ///< beside it stands what makes a desk, a measure or a title of it: a
                            ///< person only where somebody else says so
  bool of_picture = false;  ///< behind "Photo:" in a line that says before whose the text is
};

struct CreditLine {
  std::vector<CreditPart> parts;
  bool source_label = false;
  bool photo_label = false;
  bool byline_label = false;
  bool relay = false;         ///< "according to", "via", "citing"
  bool desk = false;          ///< names a desk or unnamed agencies
  bool initials = false;      ///< initials of an editor: "ino"
  bool interview = false;     ///< the persons asked the questions
  bool photo_first = false;   ///< its first label is a picture's
  bool copyright = false;     ///< bears ©
  bool dated = false;         ///< holds figures
  bool own = false;           ///< names the page's own outlet
  bool photo_like = false;    ///< "Name/Agency", "© Name (Agency)": as pictures are credited
  std::uint32_t unknown = 0;  ///< words that are none of these
  std::uint32_t prose = 0;    ///< small words that stand in sentences rather than in credits
  bool has(CreditPart::Kind kind) const;
  /// Nothing but credit matter.
  bool pure() const { return unknown == 0; }
};

/// Reads a credit. `outlet` is the page's own name, dropped where it stands as a part. Handles are
/// persons ("@name").
CreditLine read_credit(std::string_view text, const AttributionData::Impl& data,
                       const Language& language, std::string_view outlet);

/// Whether a name nobody knows is that of an agency or library by its words ("Rescue Photo").
bool sounds_like_agency(std::string_view name);

/// Host of an address without "www.", in lower case.
std::string host_of(std::string_view url);

}  // namespace kaynak::attribute_detail
