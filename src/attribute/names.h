/// @file Names of persons: telling one from other words, splitting, spelling.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// Words [first, last) of a text.
struct WordRange {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool empty() const { return first >= last; }
  std::uint32_t size() const { return last - first; }
};

/// Whether words [range) alone could be a person's name (two to five words that begin with
/// capitals, particles between; in scripts without capitals by their number).
bool looks_like_person(const Scan& scan, WordRange range, const Language& language);

/// The run of capitalised words that begins at `i` (particles, initials, hyphens and apostrophes
/// inside); empty where there is none. Stops at media, commas and sentence ends.
WordRange capital_run(const Scan& scan, std::uint32_t i);

/// `run` without roles, honorifics and words that begin no name, at its beginning, and roles at its
/// end.
WordRange name_in_run(const Scan& scan, WordRange run);

/// Whether a name that ends before word `last` goes on: "Agency" in "Agency of Public Health".
bool name_goes_on(const Scan& scan, std::uint32_t last);

/// "GEORG HOCHMUTH" →  "Georg Hochmuth"; names with a small letter stay.
std::string spell_name(std::string_view name, std::string_view language);

/// Appends unless an equal one (folded) is there; a shorter or cut form of one that is there counts
/// as equal. Takes no more than 200 names.
void add_name(std::vector<std::string>* names, std::string name);

/// Whether two names are equal after folding and dropping punctuation.
bool same_name(std::string_view a, std::string_view b);

}  // namespace kaynak::attribute_detail
