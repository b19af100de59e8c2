#include "attribute/byline_persons.h"

#include "attribute/credit_line.h"
#include "attribute/names.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t longest_name = 80;

bool holds_words(std::string_view text, std::string_view words) {
  const std::string padded = ' ' + std::string(text) + ' ';
  return padded.find(' ' + std::string(words) + ' ') != std::string::npos;
}

/// "Dr. Jane Doe": one person, and nothing before the name but how one is addressed.
bool has_title(std::string_view name, const CreditLine& line, const NameReader& reader) {
  if (line.parts.size() != 1 || line.parts[0].kind != CreditPart::person) return false;
  const ByteRange range = line.parts[0].range;
  if (range.begin == 0 || range.end != name.size()) return false;
  const Scan title = reader.data.scan(name.substr(0, range.begin), reader.language);
  for (std::uint32_t i = 0; i < title.size(); ++i)
    if (!title.is(i, k_honorific)) return false;
  return true;
}

/// "Ana (R.L.) Weiß": one name, though a bracket in it could part it.
bool has_bracket_within(std::string_view name) {
  const auto open = name.find(" ("), close = name.find(") ");
  return open != name.npos && open > 0 && close != name.npos && open < close &&
         name.find(' ', open + 1) == close + 1;
}

/// Only words for desks, roles and material ("Newsroom", "Handout").
bool is_desk(std::string_view name, const NameReader& reader) {
  const Scan scan = reader.data.scan(name, reader.language);
  for (std::uint32_t i = 0; i < scan.size(); ++i)
    if (!scan.is(i, k_desk | k_role | k_supplied | k_media_noun)) return false;
  return true;
}

}  // namespace

std::vector<std::string> persons_among(const std::vector<std::string>& names,
                                       std::string_view outlet, const NameReader& reader) {
  std::vector<std::string> persons;
  const auto spelled = [&](std::string_view name) { return spell_name(name, reader.tag); };
  const auto read = [&](std::string_view text) {
    return read_credit(text, reader.data, reader.language, {});
  };
  for (const std::string& name : names) {
    // A person's own site may be called by the name; else the outlet is no author of its own.
    const bool own = same_name(name, outlet);
    if (own && names.size() > 1) continue;
    const CreditLine line = read(name);
    const bool own_site = own && read(outlet).has(CreditPart::person);
    if (own_site || has_title(name, line, reader) ||
        (has_bracket_within(name) && !line.has(CreditPart::medium))) {
      add_name(&persons, spelled(name));
    } else if (line.has(CreditPart::person)) {
      for (const CreditPart& part : line.parts)
        if (part.kind == CreditPart::person) add_name(&persons, spelled(part.name));
    } else if (!line.has(CreditPart::medium) && !line.has(CreditPart::url) &&
               name.size() <= longest_name && !own && !is_desk(name, reader)) {
      add_name(&persons, spelled(name));  // one word: "Paddy"
    }
  }
  return persons;
}

bool is_part_of(std::string_view name, std::string_view words) {
  return same_name(name, words) || holds_words(fold(name), fold(words));
}

std::string nearer_name(std::string_view byline, const std::string& known, std::string read) {
  if (same_name(known, read)) return read;
  const bool written = fold(byline).find(fold(known)) != std::string::npos;
  return written || known.size() < read.size() ? known : read;
}

std::string shortest_of(std::string name, const std::vector<std::string>& known) {
  std::string best = name;
  for (const std::string& k : known)
    if (k.size() < best.size() && holds_words(fold(name), fold(k))) best = k;
  return best;
}

}  // namespace kaynak::attribute_detail
