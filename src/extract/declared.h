/// @file What a page's structured data and links say about the way its text came there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/structured_data.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// The page that declares.
struct DeclaringPage {
  std::string_view url;        ///< as fetched
  std::string_view canonical;  ///< as the page gives it
  std::string_view outlet;
};

/// Article::declared: works the text is based on, organisations it is credited to, translators,
/// authors the byline may lack, credits in words (role "credit"), a canonical address at another
/// owner's host. Each with what proves it: name and value as written.
std::vector<Hop> find_declared(const Document& page, const StructuredData& data,
                               const DeclaringPage& where);

}  // namespace kaynak::extract_detail
