#include "extract/date_names.h"

#include <array>
#include <cstddef>
#include <iterator>

#include "extract/date_labels.h"

namespace kaynak::extract_detail {
namespace {

struct Stem {
  std::string_view text;
  DateLabel label;
};
// By their first letter.
constexpr Stem stems[] = {
    {"aktualis", DateLabel::updated},      {"article-date", DateLabel::published},
    {"articledate", DateLabel::published}, {"authored", DateLabel::published},
    {"birth", DateLabel::other},           {"changed", DateLabel::updated},
    {"copyright", DateLabel::other},       {"created", DateLabel::published},
    {"date-end", DateLabel::other},        {"date-start", DateLabel::other},
    {"date_end", DateLabel::other},        {"date_start", DateLabel::other},
    {"deadline", DateLabel::other},        {"edited", DateLabel::updated},
    {"end-date", DateLabel::other},        {"end_date", DateLabel::other},
    {"enddate", DateLabel::other},         {"entry-date", DateLabel::published},
    {"entrydate", DateLabel::published},   {"erschein", DateLabel::published},
    {"event", DateLabel::other},           {"expire", DateLabel::other},
    {"guncel", DateLabel::updated},        {"joined", DateLabel::other},
    {"modif", DateLabel::updated},         {"post-date", DateLabel::published},
    {"post_date", DateLabel::published},   {"postdate", DateLabel::published},
    {"posted", DateLabel::published},      {"pub-date", DateLabel::published},
    {"pub_date", DateLabel::published},    {"pubdate", DateLabel::published},
    {"publi", DateLabel::published},       {"pubtime", DateLabel::published},
    {"register", DateLabel::other},        {"revis", DateLabel::updated},
    {"start-date", DateLabel::other},      {"start_date", DateLabel::other},
    {"startdate", DateLabel::other},       {"termin", DateLabel::other},
    {"updat", DateLabel::updated},         {"veranstalt", DateLabel::other},
};

/// The first stem of each letter; 0xff where none begins with it.
constexpr std::array<unsigned char, 26> first_stems = [] {
  std::array<unsigned char, 26> first{};
  first.fill(0xff);
  for (std::size_t i = std::size(stems); i-- > 0;)
    first[static_cast<std::size_t>(stems[i].text[0] - 'a')] = static_cast<unsigned char>(i);
  return first;
}();

bool starts_with_stem(std::string_view s, std::string_view stem) {
  if (s.size() < stem.size()) return false;
  for (std::size_t i = 1; i < stem.size(); ++i) {
    const char c = s[i] >= 'A' && s[i] <= 'Z' ? static_cast<char>(s[i] | 0x20) : s[i];
    if (c != stem[i]) return false;
  }
  return true;
}

}  // namespace

void read_date_names(std::string_view value, NamedAs* named) {
  value = value.substr(0, 200);
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto letter = static_cast<unsigned>((value[i] | 0x20) - 'a');
    if (letter >= 26) continue;
    for (std::size_t k = first_stems[letter]; k < std::size(stems); ++k) {
      if (stems[k].text[0] != static_cast<char>('a' + letter)) break;
      if (!starts_with_stem(value.substr(i), stems[k].text)) continue;
      named->published |= stems[k].label == DateLabel::published;
      named->updated |= stems[k].label == DateLabel::updated;
      named->other |= stems[k].label == DateLabel::other;
    }
  }
}

bool is_date_stamp(std::string_view attribute) {
  return attribute == "datetime" || attribute == "data-datetime" || attribute == "data-timestamp" ||
         attribute == "data-utime" || attribute == "data-date" || attribute == "data-time";
}

}  // namespace kaynak::extract_detail
