/// @file What the readers of the formats have in common. Internal to wire/.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "wire/body.h"
#include "wire/tree.h"
#include "wire/wire.h"

namespace kaynak::wire_detail {

inline constexpr std::size_t kMaxItems = 1000;

/// The readers. Each fills version, items and problems. Errors: malformed, too_large, unsupported
/// (the root is none of the format's).
Result<WireDocument> read_ninjs(std::string_view bytes);
Result<WireDocument> read_newsml_g2(const TreeNode& root);
Result<WireDocument> read_newsml_1(const TreeNode& root);
Result<WireDocument> read_nitf(const TreeNode& root);
Result<WireDocument> read_iptc7901(std::string_view bytes, std::string_view content_type);
Result<WireDocument> read_anpa(std::string_view bytes, std::string_view content_type);

/// Fills what `item` has not yet from an element "nitf": metadata, headline, byline, dateline,
/// body.
void fill_from_nitf(const TreeNode& nitf, WireItem* item);

/// ISO 8601 in its basic and extended forms, as parse_iso8601; nothing for placeholders.
std::optional<ZonedTime> parse_wire_date(std::string_view text);
/// "canceled", "stat:withheld", "Cancelled", … ; usable for anything else.
WireStatus status_of(std::string_view word);
/// 1 to 9, or 0.
int urgency_of(std::string_view digits);
/// Digits as a number of at most 2,000,000,000, else 0.
int number_of(std::string_view digits);
/// "cptype:city" gives "city"; an address its last part.
std::string_view local_part(std::string_view code);
/// Folds `value` and stores it where nothing stands yet.
void keep_first(std::string* to, std::string_view value);
/// Appends the folded `value` where it is longer than a letter and not there yet, at most 100.
void add_name(std::vector<std::string>* to, std::string_view value);
/// An author where no byline names any: a person's name. Accounts ("desk.mh") and codes are none.
void add_author(WireItem* item, std::string_view name);
void add_note(WireItem* item, std::string_view note);
void add_problem(WireDocument* document, std::string problem);

/// Splits what a text begins with, "BERLIN, Nov 13 (dpa) - ", into place, date and agency. Empty
/// where it begins otherwise.
Dateline dateline_of(std::string_view text);

/// Fills `to` from a dateline that stands in an element of its own ("London (dpa) - ", "Oslo").
void fill_dateline_text(std::string_view text, Dateline* to);

/// Last step of every item: dates, addresses, language, headline where none was given, sentences.
void finish(WireItem* item, WireDocument* document);

}  // namespace kaynak::wire_detail
