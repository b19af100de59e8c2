#include "extract/byline_leads.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/byline_words.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

using WordList = std::vector<std::string_view>;

unsigned char small(char c) {
  return static_cast<unsigned char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
}

constexpr ByteSet ascii_marks(" ,;:|/-()[]*\"+><~\t\n\r");

/// Leads by their first two bytes, the longest first.
class LeadTable {
 public:
  LeadTable() {
    for (const auto lead : split(byline_words::leads, '|'))
      slots_[slot(lead[0], lead[1])].push_back(lead);
    for (WordList& list : slots_)
      std::sort(list.begin(), list.end(), [](auto a, auto b) { return a.size() > b.size(); });
  }
  /// Those that may begin with these bytes, whatever their case.
  const WordList& beginning(char first, char second) const { return slots_[slot(first, second)]; }

 private:
  static std::size_t slot(char first, char second) {
    return (small(first) * 33u + small(second)) % 512;
  }
  std::array<WordList, 512> slots_;
};

const LeadTable& lead_table() {
  static const LeadTable table;
  return table;
}

}  // namespace

std::string_view strip_marks(std::string_view s) {
  static constexpr std::string_view wide[] = {"–", "—", "·", "•", "«", "»", "©", "›", "‹", "❯"};
  const auto is_wide = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  for (bool again = true; again;) {
    again = false;
    s = ascii_marks.trim(s);
    if (s.empty() || !(is_wide(s.front()) || is_wide(s.back()))) break;
    for (const std::string_view mark : wide) {
      if (s.ends_with(mark)) s.remove_suffix(mark.size()), again = true;
      if (s.starts_with(mark)) s.remove_prefix(mark.size()), again = true;
    }
  }
  return s;
}

std::size_t lead_size(std::string_view s) {
  if (s.size() < 2) return 0;
  if (static_cast<unsigned char>(s[0]) < 0x80) {
    for (const auto lead : lead_table().beginning(s[0], s[1]))
      if (lead.size() < s.size() && istarts_with(s, lead)) return lead.size();
    return 0;
  }
  const std::string lowered = lower(clip_utf8(s, 40));
  if (lowered.size() < 2) return 0;
  for (const auto lead : lead_table().beginning(lowered[0], lowered[1]))
    if (lead.size() < s.size() && lowered.starts_with(lead)) return lead.size();
  return 0;
}

std::string_view without_lead(std::string_view s) {
  for (s = strip_marks(s); !s.empty(); s = strip_marks(s)) {
    const std::size_t size = lead_size(s);
    if (size == 0) break;
    s.remove_prefix(size);
  }
  return s;
}

bool begins_with_lead(std::string_view text) {
  if (text.empty()) return false;
  const auto first = static_cast<unsigned char>(text[0] | 0x20);
  return lead_size(first >= 'a' && first <= 'z' ? text : strip_marks(text)) > 0;
}

bool may_begin_with_lead(std::string_view text) {
  if (text.size() < 3 || ascii_marks.contains(text[0])) return true;
  const auto is_clear = [](char c) { return c > ' ' && c <= '~'; };
  if (!is_clear(text[0]) || !is_clear(text[1]) || !is_clear(text[2])) return true;
  for (const auto lead : lead_table().beginning(text[0], text[1]))
    if (lead.size() > 2 && static_cast<unsigned char>(lead[2]) == small(text[2])) return true;
  return false;
}

bool is_lead(std::string_view text) {
  if (text.size() < 2 || text.size() > 30) return false;
  if (text.ends_with(':') && is_lead(text.substr(0, text.size() - 1))) return true;
  if (static_cast<unsigned char>(text[0]) >= 0x80)
    return lead_size(std::string(text) + " x") >= text.size();
  for (const auto lead : lead_table().beginning(text[0], text[1])) {
    const bool blank_after = lead.size() == text.size() + 1 && lead.back() == ' ';
    if ((blank_after || lead.size() == text.size()) && iequals(lead.substr(0, text.size()), text))
      return true;
  }
  return false;
}

}  // namespace kaynak::extract_detail
