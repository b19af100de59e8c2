/// @file Countries and languages by their codes, as far as a word has to be told from a mistake.
#pragma once

#include <string>
#include <string_view>

namespace kaynak {

/// Whether `code` is a country's (ISO 3166-1 alpha-2, upper case; Kosovo's XK too).
bool is_country(std::string_view code);

/// The country whose top-level domain `host` ends in ("news.example.co.uk": "GB"). Empty where it
/// is no country's, or one that the whole world registers in (".tv", ".io").
std::string country_of_host(std::string_view host);

/// The country of that English name ("Turkey", "south korea"). Empty where there is none.
/// Thread-safe.
std::string country_named(std::string_view name);

/// What is wrong with a language tag (BCP 47): an unknown two-letter language, a region that is no
/// country, a part that is too long. Empty where nothing is.
std::string language_tag_problem(std::string_view tag);

}  // namespace kaynak
