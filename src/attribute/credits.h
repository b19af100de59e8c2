/// @file Whose the text is: byline, dateline, credit lines.
#pragma once

#include <string>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

struct Credits {
  std::vector<Hop> agencies;     ///< role "agency", in the order written
  std::vector<Hop> outlets;      ///< role "publisher": another outlet credited as the text's source
  std::vector<Hop> authors;      //
  std::vector<Hop> translators;  //
  std::vector<std::string>
      names;  ///< agencies and outlets in the order written: Article::text_agencies
  bool passed_on =
      false;  ///< "OUTLET via AGENCY": the agency's customers publish that outlet's text
};

/// Reads byline, dateline and credit lines; takes lines that are nothing but a credit out of the
/// blocks; sets byline (where a closing line is one), authors, text_agencies, text_credit and
/// dateline of `article`.
Credits read_credits(Article* article, const AttributionData::Impl& data, const Language& language);

}  // namespace kaynak::attribute_detail
