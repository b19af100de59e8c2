/// @file Media that a sentence has its information from, and chains of them.
#pragma once

#include <string_view>
#include <vector>

#include "attribute/lexicon.h"

namespace kaynak::attribute_detail {

/// A medium that a text names as the source of something.
struct Relay {
  std::uint32_t mention = 0;  ///< index into Scan::mentions, or `unknown`
  static constexpr std::uint32_t unknown = 0xffffffff;
  std::string name;
  ByteRange range;             ///< into the text
  std::uint32_t sentence = 0;  ///< index into Scan::sentences
  bool told = false;           ///< somebody spoke to it ("told Reuters", "in an interview with")
  bool carried = false;        ///< it relayed words ("relayed by KCNA", "according to")
  bool cited = false;          ///< named after "citing": deeper than the other of its sentence
  bool published = false;      ///< it made the words public ("published by")
  bool citing = false;         ///< "A, citing …": it has its words from somebody else
  bool network = false;
  bool quoting = false;  ///< a verb of speech stands right behind it: "the Courier wrote"
};

/// Relays in order. Needs `scan.sentences`. `outlet` is the page's own, which may be told
/// something, too.
std::vector<Relay> find_relays(const Scan& scan, const AttributionData::Impl& data,
                               const Language& language, std::string_view outlet);

/// The relays of one sentence that make a chain ("A, citing B"), deepest first; empty where there
/// is none.
std::vector<Relay> chain_of(const std::vector<Relay>& relays, std::uint32_t sentence);

}  // namespace kaynak::attribute_detail
