/// @file Persons' names out of the words of a byline.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kaynak::extract_detail {

/// How sure it is that a text names authors at all.
enum class NameTrust {
  words,  ///< running words near an article: a name must look like one
  named,  ///< given as the author's name: pen names and lower case are taken too
};

/// The persons in a byline, in order, without roles, places, sites, agencies and dates. `lines` of
/// a byline in several elements are parted by '\n': those after the first that names somebody are
/// roles and the like, unless they begin with ';' (items of a list).
std::vector<std::string> parse_names(std::string_view byline, std::string_view outlet,
                                     NameTrust trust);

/// Appends a name that is not there yet, whatever its case and accents.
void add_name(std::vector<std::string>* names, std::string name);

/// Whether the outlet's name, or a part of it.
bool is_outlet(std::string_view name, std::string_view outlet);
/// Whether a text, folded, holds what links and buttons say: "read more", "查看更多".
bool reads_like_button(std::string_view folded);

/// What stands before the first address ("https://…") of a text.
std::string_view without_address(std::string_view s);
/// "By …", "Von …", "Tác giả: …".
bool begins_with_lead(std::string_view text);
/// "Mira Lind" of "By Mira Lind".
std::string_view without_lead(std::string_view text);
/// False where a text, white space before it left out, surely begins with no lead: a cheap question
/// for many texts.
bool may_begin_with_lead(std::string_view text);
/// "By", "Tác giả:": nothing else.
bool is_lead(std::string_view text);
/// Two to four words that all begin with a capital, or of a script that has none.
bool looks_like_full_name(std::string_view text);
/// Whether a word is none that names somebody: of a date ("Monday", "Uhr", "Updated"), of how long
/// it takes to read.
bool may_stand_beside_date(std::string_view word);
/// A name that a person types to log in: "mlind", "mira.lind", "admin2".
bool looks_like_login(std::string_view name);

}  // namespace kaynak::extract_detail
