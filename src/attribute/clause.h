/// @file One sentence read for indirect speech: who says what, and by which words.
#pragma once

#include <functional>
#include <vector>

#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

struct Clause {
  Subject source;
  WordRange cue;
  WordRange content;  ///< what is said
  double confidence = 0;
};

/// What of the page a sentence is read with.
struct ClauseContext {
  const Scan& scan;
  const Language& language;
  const People& people;
  const std::vector<Relay>& relays;
  const std::vector<Medium>& media;
  /// Whether a word that begins a sentence is a name: the page has it with a capital elsewhere.
  const std::function<bool(std::string_view folded)>& known_name;
};

/// The indirect speech of words [sentence), in order: one clause at most, or two where a second
/// source follows ("X said …, but Y said …"). None where nobody named is said to say anything.
std::vector<Clause> read_clauses(const ClauseContext& context, WordRange sentence);

}  // namespace kaynak::attribute_detail
