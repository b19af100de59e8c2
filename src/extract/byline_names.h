/// @file Persons' names out of the words of a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/byline_leads.h"
#include "extract/person_names.h"

namespace kaynak::extract_detail {

/// The persons in a byline, in order, without roles, places, sites, agencies and dates. `lines` of
/// a byline in several elements are parted by '\n': those after the first that names somebody are
/// roles and the like, unless they begin with ';' (items of a list).
std::vector<std::string> parse_names(std::string_view byline, std::string_view outlet,
                                     NameTrust trust);

/// Appends a name that is not there yet, whatever its case and accents.
void add_name(std::vector<std::string>* names, std::string name);

/// What stands before the first address ("https://…") of a text.
std::string_view without_address(std::string_view s);

}  // namespace kaynak::extract_detail
