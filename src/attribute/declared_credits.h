/// @file Credits that stand beside the text or in the page's data: which of Article::declared are
/// some.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// A declared line that credits an agency, an outlet, a translator or, where nobody else is named,
/// an author.
struct DeclaredCredit {
  std::string text;
  std::string url;                   ///< what the line links to
  bool opening = false;              ///< above the text, where bylines stand
  std::vector<std::size_t> entries;  ///< of Article::declared it was made of
};

/// In the order of the page. Lines of role "credit" and authors of the structured data are read;
/// credits of pictures are not taken for the text's.
std::vector<DeclaredCredit> declared_credits(const Article& article,
                                             const AttributionData::Impl& data,
                                             const Language& language);

/// A line as it is kept in Article::text_credit, where " | " parts one line from the next.
std::string as_kept(std::string_view line);

/// Whether unknown words of a credit line are written like a name ("Evening Courier", not "photo
/// taken by us").
struct CreditLine;
bool others_are_names(const CreditLine& line);

}  // namespace kaynak::attribute_detail
