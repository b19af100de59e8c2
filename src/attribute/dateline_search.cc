#include "attribute/dateline_search.h"

#include <algorithm>
#include <optional>

#include "attribute/block_edit.h"
#include "attribute/credit_sheet.h"
#include "attribute/names.h"
#include "text/dates.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr int first_paragraphs = 3;
constexpr std::size_t paragraphs_read = 16;  // in which a place is looked for again
constexpr std::size_t max_city_bytes = 40;   // of a line that is a city's name alone
constexpr std::size_t max_line_bytes = 120;

class Search {
 public:
  Search(const Article& article, const AttributionData::Impl& data, const Language& language,
         const Credits& credits)
      : article_(article), data_(data), language_(language), credits_(credits) {}

  DatelinePlace in_article() const {
    if (DatelinePlace place = in_text(); place.found.found()) return place;
    if (DatelinePlace place = at_the_end(); place.found.found()) return place;
    return {in_byline(), Evidence::byline};
  }

  DatelinePlace beside_article() const {
    if (FoundDateline found = beside_text(); found.found()) return {found, Evidence::none};
    return city_alone();
  }

 private:
  DatelinePlace in_text() const {
    int seen = 0;
    for (std::size_t b = 0; b < article_.blocks.size() && seen < first_paragraphs; ++b) {
      const Block& block = article_.blocks[b];
      if (!has_prose(block)) continue;
      ++seen;
      FoundDateline found = read_dateline(block.text, data_, language_);
      if (found.found() && (!found.loose || is_place(found, b)))
        return {std::move(found), static_cast<std::int32_t>(b)};
    }
    return {};
  }

  /// "London/Teheran" of an agency, or what the text names again.
  bool is_place(const FoundDateline& found, std::size_t block) const {
    const std::string& place = found.dateline.place;
    if (names_outlet(article_, place)) return false;
    const std::string_view text = article_.blocks[block].text;
    const bool dash = text.substr(found.range.end).starts_with(" ");
    if (dash && !credits_.agencies.empty() && place.find('/') != place.npos) return true;
    std::size_t begin = 0;
    while (begin <= place.size()) {
      std::size_t end = place.find('/', begin);
      if (end == place.npos) end = place.size();
      if (is_named_again(std::string_view(place).substr(begin, end - begin), block)) return true;
      begin = end + 1;
    }
    return false;
  }

  /// Behind a small word, in the middle of a sentence; where all nouns have capitals behind a
  /// preposition.
  bool is_named_again(std::string_view place, std::size_t block) const {
    // Two words: one in capitals alone stays as it is.
    const std::string name =
        spell_name("A " + std::string(place), article_.language.value).substr(2);
    const std::string key = fold(name);
    std::size_t read = 0;
    for (std::size_t b = 0; b < article_.blocks.size() && read < paragraphs_read; ++b) {
      if (!has_prose(article_.blocks[b])) continue;
      ++read;
      std::string_view text = article_.blocks[b].text;
      for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1))
        if ((b != block || at > place.size()) && behind_small_word(text, at, name.size()))
          return true;
    }
    return (" " + fold(article_.headline) + " ").find(" in " + key + " ") != std::string::npos;
  }

  bool behind_small_word(std::string_view text, std::size_t at, std::size_t size) const {
    if (at < 3 || text[at - 1] != ' ') return false;
    std::size_t end = at + size;
    if (end < text.size()) {
      const char32_t next = next_code_point(text, &end);
      if (is_letter(next) || is_digit(next)) return false;
    }
    const std::size_t blank = text.rfind(' ', at - 2);
    const std::size_t begin = blank == text.npos ? 0 : blank + 1;
    const std::string_view word = text.substr(begin, at - 1 - begin);
    std::size_t i = 0;
    if (word.empty() || !is_letter(next_code_point(word, &i)) || lower(word) != word) return false;
    if (!language_.capital_nouns) return is_letter_at_end(word);
    return data_.scan(word, language_).is(0, k_preposition);
  }

  static bool is_letter_at_end(std::string_view word) {
    const char c = word.back();
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
  }

  /// "【ソウル＝Name】" behind the last paragraph.
  DatelinePlace at_the_end() const {
    int seen = 0;
    for (std::size_t b = article_.blocks.size(); b-- > 0 && seen < first_paragraphs;) {
      if (!has_prose(article_.blocks[b])) continue;
      ++seen;
      const std::string_view text = article_.blocks[b].text;
      const std::size_t open = text.ends_with("】") ? text.rfind("【") : text.npos;
      if (open == text.npos) continue;
      FoundDateline found = read_dateline(text.substr(open), data_, language_);
      if (found.found()) return {std::move(found), static_cast<std::int32_t>(b)};
    }
    return {};
  }

  /// "AFP, MANILA"; "Ahmet K., ANKARA (AA)": what stands behind the last name.
  FoundDateline in_byline() const {
    const std::string_view byline = article_.byline;
    if (byline.empty() || byline.size() > max_line_bytes) return {};
    const std::size_t comma = byline.rfind(", ");
    if (comma != byline.npos)
      if (FoundDateline found = behind(byline, static_cast<std::uint32_t>(comma + 2));
          found.has_agency && !found.dateline.place.empty())
        return found;
    FoundDateline found = read_dateline(byline, data_, language_);
    return found.has_agency && !found.dateline.place.empty() ? found : FoundDateline{};
  }

  /// A dateline that begins at byte `offset`.
  FoundDateline behind(std::string_view byline, std::uint32_t offset) const {
    FoundDateline found = read_dateline(byline.substr(offset), data_, language_);
    if (!found.found()) return found;
    for (ByteRange* range : {&found.range, &found.agency_range, &found.outlet_range})
      *range = {range->begin + offset, range->end + offset};
    for (FoundDateline::Further& further : found.further)
      further.range = {further.range.begin + offset, further.range.end + offset};
    return found;
  }

  /// "AUBURN, Wash. —", "Frankfurt, November 05, 2025", "Bruselas - 15 oct 2024".
  FoundDateline beside_text() const {
    for (const Hop& hop : article_.declared) {
      if (hop.role != "credit" || hop.proof != "line before the text") continue;
      if (hop.name.size() > max_line_bytes || hop.name.find("©") != std::string::npos) continue;
      FoundDateline found = read_dateline(hop.name, data_, language_);
      const bool sure = found.found() && !found.loose && found.range.end + 8 >= hop.name.size();
      if (sure) return place_of(found);
      if (found = place_and_date(hop.name); found.found()) return found;
    }
    return {};
  }

  static FoundDateline place_of(const FoundDateline& found) {
    FoundDateline place;
    place.dateline = found.dateline;
    place.range = found.range;
    return place;
  }

  /// One or two words, a comma or dash, and a date with the month's name.
  FoundDateline place_and_date(std::string_view line) const {
    const Scan scan = data_.scan(line, language_);
    std::uint32_t i = 0;
    while (i < scan.size() && i < 3 && scan.tokens[i].capital && !scan.is(i, no_place)) {
      const std::uint16_t after = scan.tokens[i++].after;
      if (after & gap_stop) return {};
      if (after & (gap_comma | gap_dash) || ((after & gap_hyphen) && (after & gap_space))) break;
    }
    if (i == 0 || i > 2 || i + 2 >= scan.size()) return {};
    if (i == 2 && !scan.tokens[0].upper && looks_like_person(scan, {0, 2}, language_)) return {};
    const std::uint32_t begin = scan.tokens[i].begin;
    const auto date = date_at(line, begin);
    if (!date) return {};
    const std::string_view place = scan.words(0, i);
    const bool carried = (scan.tokens[i].before & gap_comma) && !credits_.agencies.empty();
    if (!carried && (language_.capital_nouns || !in_headline(place)) &&
        !is_named_again(place, article_.blocks.size()))
      return {};
    FoundDateline found;
    found.dateline.place = std::string(scan.words(0, i));
    found.dateline.date = std::string(line.substr(begin, date->end - begin));
    found.range = {0, date->end};
    return found;
  }

  /// A date in figures and letters that begins at byte `begin`.
  std::optional<DateInText> date_at(std::string_view line, std::uint32_t begin) const {
    if (!article_.published) return std::nullopt;
    for (const DateInText& d : find_dates(line, article_.language.value, *article_.published)) {
      const std::string_view written = line.substr(d.begin, d.end - d.begin);
      const bool letters = std::any_of(written.begin(), written.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
      });
      const bool figures =
          std::any_of(written.begin(), written.end(), [](char c) { return c >= '0' && c <= '9'; });
      if (d.begin == begin && letters && figures) return d;
    }
    return std::nullopt;
  }

  bool in_headline(std::string_view place) const {
    return article_.headline.find(place) != std::string::npos;
  }

  /// A first paragraph, or the line right above the text, that is a city's name and nothing else.
  DatelinePlace city_alone() const {
    for (std::size_t b = 0; b + 1 < article_.blocks.size(); ++b) {
      const Block& block = article_.blocks[b];
      if (block.lead || block.text.empty() || block.kind == BlockKind::figure) continue;
      if (is_city(block.text) && is_known_place(block.text))
        return {city(block.text), static_cast<std::int32_t>(b)};
      break;
    }
    const Hop* last = nullptr;
    for (const Hop& hop : article_.declared)
      if (hop.role == "credit" && hop.proof == "line before the text") last = &hop;
    // A section's name may stand there, too.
    if (last && is_city(last->name) && (is_agency_page() || is_declared_place(last->name)))
      return {city(last->name), Evidence::none};
    return {};
  }

  /// An agency's own page sets the city above its text; on others something must name it again.
  bool is_known_place(std::string_view name) const {
    return is_agency_page() || is_declared_place(name) ||
           is_named_again(name, article_.blocks.size());
  }

  bool is_agency_page() const {
    const Medium* medium = article_.outlet.empty() ? nullptr : data_.medium_named(article_.outlet);
    if (!medium)
      medium =
          data_.medium_at(host_of(article_.url.empty() ? article_.canonical_url : article_.url));
    return medium && medium->kind == Medium::agency;
  }

  bool is_declared_place(std::string_view name) const {
    return std::any_of(article_.declared.begin(), article_.declared.end(), [&](const Hop& hop) {
      return hop.role == "place" && same_name(hop.name, name);
    });
  }

  bool is_city(std::string_view line) const {
    if (line.size() > max_city_bytes || line.size() < 3) return false;
    const Scan scan = data_.scan(line, language_);
    if (scan.size() == 0 || scan.size() > 2 || !scan.mentions.empty()) return false;
    for (std::uint32_t i = 0; i < scan.size(); ++i)
      if (!scan.tokens[i].capital || scan.is(i, no_place | k_role)) return false;
    const Token& end = scan.tokens.back();
    return scan.tokens[0].begin == 0 && end.end == line.size() && scan.size() == 1;
  }

  static FoundDateline city(std::string_view line) {
    FoundDateline found;
    found.dateline.place = std::string(line);
    found.range = {0, static_cast<std::uint32_t>(line.size())};
    return found;
  }

  static constexpr std::uint32_t no_place = k_not_name | k_desk | k_byline | k_photo_label |
                                            k_source_label | k_interview | k_pronoun | k_role;
  const Article& article_;
  const AttributionData::Impl& data_;
  const Language& language_;
  const Credits& credits_;
};

}  // namespace

DatelinePlace DatelineFinder::in_article() const {
  return Search(article, data, language, credits).in_article();
}

DatelinePlace DatelineFinder::beside_article() const {
  return Search(article, data, language, credits).beside_article();
}

}  // namespace kaynak::attribute_detail
