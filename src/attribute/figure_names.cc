#include "attribute/figure_names.h"

#include <algorithm>

#include "attribute/credit_line.h"
#include "attribute/names.h"

namespace kaynak::attribute_detail {
namespace {

/// What stands between the names of a credit.
constexpr std::uint16_t segment_gap = gap_slash | gap_bar | gap_comma | gap_open | gap_close |
                                      gap_semicolon | gap_dash | gap_stop | gap_colon | gap_sign;

/// A credit in the parts between its marks, to tell a name from words out of the middle of one.
class CreditNames {
 public:
  CreditNames(std::string_view credit, const AttributionData::Impl& data, const Language& language)
      : data_(data),
        scan_(data.scan(credit, language, true)),
        line_(read_credit(credit, data, language, {})) {}

  void fill(Figure* figure, std::string_view tag) const {
    for (const CreditPart& part : line_.parts) {
      if (part.kind == CreditPart::person && is_whole_name(part))
        add_name(&figure->photographers, spell_name(part.name, tag));
      else if (part.kind == CreditPart::medium &&
               data_.media[part.medium_index].kind != Medium::network)
        add_name(&figure->agencies, part.name);
      else if (part.kind == CreditPart::other && sounds_like_agency(part.name))
        add_name(&figure->agencies, spell_name(part.name, tag));
      else if (part.kind == CreditPart::other && is_contributor(part))
        add_name(&figure->photographers, spell_name(part.name, tag));
    }
    if (figure->photographers.empty() && figure->agencies.empty()) add_titled(figure, tag);
  }

 private:
  /// Words [first, last) between marks around a byte range.
  WordRange segment_of(ByteRange range) const {
    WordRange segment{scan_.token_at(range.begin), scan_.token_at(range.end)};
    while (segment.first > 0 && !(scan_.tokens[segment.first].before & segment_gap))
      --segment.first;
    while (segment.last < scan_.size() && !(scan_.tokens[segment.last].before & segment_gap))
      ++segment.last;
    return segment;
  }

  bool in_a_part(std::uint32_t i) const {
    return std::any_of(line_.parts.begin(), line_.parts.end(), [&](const CreditPart& part) {
      return part.kind != CreditPart::other && part.range.begin <= scan_.tokens[i].begin &&
             scan_.tokens[i].end <= part.range.end;
    });
  }

  /// "Stop Oil" is no person in "Just Stop Oil", nor is one word with a hyphen.
  bool is_whole_name(const CreditPart& part) const {
    constexpr std::uint32_t beside = k_photo_label | k_supplied | k_joiner | k_source_label |
                                     k_byline | k_role | k_particle | k_honorific | k_desk;
    if (part.range.empty()) return true;
    const WordRange segment = segment_of(part.range);
    if (scan_.words(segment.first, segment.last).find('&') != std::string_view::npos) return false;
    bool blank = segment.size() == 0;
    for (std::uint32_t i = scan_.token_at(part.range.begin); i < segment.last; ++i)
      blank |= scan_.tokens[i].dense ||
               (i > segment.first && (scan_.tokens[i].before & gap_space)) ||
               is_hangul(scan_.at(i)) || (scan_.at(i).front() == '@');
    if (!blank && part.name.find(' ') == std::string::npos && part.name.front() != '@')
      return false;
    for (std::uint32_t i = segment.first; i < segment.last; ++i)
      if (!in_a_part(i) && !scan_.is(i, beside)) {
        bool covered = false;  // by a longer phrase that begins before it
        for (std::uint32_t k = segment.first; k < i; ++k)
          covered |= scan_.is(k, beside) && k + scan_.phrases[k].length > i;
        if (!covered) return false;
      }
    return true;
  }

  static bool is_hangul(std::string_view word) {
    return word.size() >= 3 && static_cast<unsigned char>(word[0]) >= 0xEA &&
           static_cast<unsigned char>(word[0]) <= 0xED;
  }

  /// "Getty Images/Juanmonino": a word or two beside a library are who gave it the picture.
  bool is_contributor(const CreditPart& part) const {
    constexpr int most_blanks = 2;
    if (std::count(part.name.begin(), part.name.end(), ' ') > most_blanks ||
        part.name.find_first_of(".0123456789&") != std::string::npos)
      return false;
    const bool library =
        std::any_of(line_.parts.begin(), line_.parts.end(), [&](const CreditPart& other) {
          return other.kind == CreditPart::medium &&
                 data_.media[other.medium_index].kind == Medium::photo;
        });
    const std::uint32_t i = scan_.token_at(part.range.begin);
    return library && line_.parts.size() == 2 && i < scan_.size() &&
           !scan_.is(i, k_supplied | k_photo_label | k_desk) &&
           ((scan_.tokens[i].before | scan_.tokens[i].after) & gap_slash);
  }

  /// "DOCTOR NGCOBO": a title and a name are somebody, too, where nobody else is named.
  void add_titled(Figure* figure, std::string_view tag) const {
    if (scan_.size() != 2 || !scan_.is(0, k_role | k_honorific) || !scan_.tokens[1].capital ||
        scan_.is(1, k_role | k_supplied | k_photo_label | k_not_name) || !scan_.tokens[0].capital)
      return;
    add_name(&figure->photographers, spell_name(std::string(scan_.words(0, 2)), tag));
  }

  const AttributionData::Impl& data_;
  const Scan scan_;
  const CreditLine line_;
};

/// The credit without the conditions of use that follow it in capitals.
std::string_view without_rights(std::string_view credit, const AttributionData::Impl& data,
                                const Language& language) {
  constexpr std::uint32_t shortest = 6;
  const Scan scan = data.scan(credit, language, true);
  std::uint32_t first = scan.size();
  while (first > 0 && (scan.tokens[first - 1].upper || scan.at(first - 1) == "A")) --first;
  for (const Mention& m : scan.mentions)
    if (m.first == first) first = m.last;
  return first > 0 && scan.size() - first >= shortest ? credit.substr(0, scan.tokens[first - 1].end)
                                                      : credit;
}

}  // namespace

void fill_figure_names(Figure* figure, const AttributionData::Impl& data, const Language& language,
                       std::string_view tag) {
  figure->photographers.clear();
  figure->agencies.clear();
  CreditNames(without_rights(figure->credit, data, language), data, language).fill(figure, tag);
}

}  // namespace kaynak::attribute_detail
