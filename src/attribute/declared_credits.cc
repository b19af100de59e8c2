#include "attribute/declared_credits.h"

#include <algorithm>

#include "attribute/credit_line.h"
#include "attribute/dateline.h"
#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_line_bytes = 200;
constexpr std::size_t max_label_bytes = 24;    // "Quelle:", "von"
constexpr std::uint32_t max_outlet_words = 6;  // of a name nobody knows, after "Source:"
constexpr std::size_t max_button_bytes = 2;    // "AA" is a button for larger letters
constexpr int bare_lines_after = 2;  // so near the text's end a bare name of an agency is a credit

/// Where a line of the page stands, or that its data says it.
enum class Stand { before, within, after, author, data };

Stand stand_of(const Hop& hop) {
  if (hop.role == "author") return Stand::author;
  if (hop.proof == "line before the text") return Stand::before;
  if (hop.proof == "line within the text") return Stand::within;
  return hop.proof == "line after the text" ? Stand::after : Stand::data;
}

class Judge {
 public:
  Judge(const Article& article, const AttributionData::Impl& data, const Language& language)
      : article_(article), data_(data), language_(language) {}

  std::vector<DeclaredCredit> judge() {
    int after = 0;
    for (std::size_t i = 0; i < article_.declared.size(); ++i) {
      const Hop& hop = article_.declared[i];
      if (hop.role != "credit" && hop.role != "author") continue;
      const Stand stand = stand_of(hop);
      after += stand == Stand::after;
      near_end_ = after <= bare_lines_after;
      if (const std::size_t last = with_label(i); last != i && take({i, last}, stand)) {
        i = last;
        continue;
      }
      take({i}, stand);
    }
    return std::move(found_);
  }

 private:
  /// "von" on a line and "dpa" on the next.
  std::size_t with_label(std::size_t i) const {
    if (i + 1 >= article_.declared.size() || article_.declared[i].name.size() > max_label_bytes)
      return i;
    const Hop& next = article_.declared[i + 1];
    if (next.role != "credit" || next.proof != article_.declared[i].proof) return i;
    const CreditLine line = read(article_.declared[i].name);
    const bool label = line.byline_label || line.source_label;
    return label && line.parts.empty() && line.pure() ? i + 1 : i;
  }

  bool take(std::vector<std::size_t> entries, Stand stand) {
    DeclaredCredit credit;
    for (const std::size_t e : entries) {
      credit.text += (credit.text.empty() ? "" : " ") + article_.declared[e].name;
      credit.url = article_.declared[e].url;
    }
    credit.text = as_kept(credit.text);
    if (credit.text.size() > max_line_bytes || is_of_figure(credit.text)) return false;
    if (!is_credit(credit.text, stand)) return false;
    credit.opening = stand == Stand::before;
    credit.entries = std::move(entries);
    found_.push_back(std::move(credit));
    return true;
  }

  CreditLine read(std::string_view text) const {
    return read_credit(text, data_, language_, article_.outlet);
  }

  bool is_of_figure(std::string_view text) const {
    const std::string folded = fold(text);
    return std::any_of(article_.blocks.begin(), article_.blocks.end(), [&](const Block& b) {
      return b.figure && !b.figure->credit.empty() &&
             folded.find(fold(b.figure->credit)) != folded.npos;
    });
  }

  bool is_credit(const std::string& text, Stand stand) const {
    const CreditLine line = read(text);
    if (line.photo_like || line.photo_first ||
        (line.photo_label && !line.source_label && !line.byline_label))
      return false;
    if (stand == Stand::author) return line.has(CreditPart::medium) && has_agency(line);
    if (line.has(CreditPart::url)) return line.source_label && line.unknown == 0;
    if (line.has(CreditPart::medium)) return credits_medium(text, line, stand);
    if (line.has(CreditPart::translator)) return line.pure() && line.prose == 0;
    if (line.source_label) return credits_outlet(text, line, stand);
    return stand != Stand::data && is_byline(line);
  }

  bool has_agency(const CreditLine& line) const {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](const CreditPart& p) {
      return p.kind == CreditPart::medium && data_.media[p.medium_index].kind == Medium::agency;
    });
  }

  bool has_outlet(const CreditLine& line) const {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](const CreditPart& p) {
      return p.kind == CreditPart::medium && data_.media[p.medium_index].kind == Medium::media;
    });
  }

  bool credits_medium(std::string_view text, const CreditLine& line, Stand stand) const {
    const bool agency = has_agency(line);
    if (!agency && !has_outlet(line)) return false;
    if (stand == Stand::before && line.copyright) return false;  // of the picture there
    if (stand == Stand::before && agency && is_dateline(text)) return true;
    if (line.prose > 1 || line.unknown > allowed_unknown(line, stand)) return initialled(line);
    if (stand == Stand::data) return agency || line.source_label;
    const bool marked = line.source_label || line.byline_label || line.initials ||
                        in_brackets(text) || (line.copyright && stand == Stand::after);
    if (!agency && !line.source_label) return false;
    if (!marked && text.size() <= max_button_bytes) return false;
    switch (stand) {
      case Stand::before:
        return true;
      case Stand::within:
        return marked;
      default:
        return marked || line.relay || near_end_ || line.has(CreditPart::person);
    }
  }

  /// "AFP, MANILA", "ANKARA (AA)".
  bool is_dateline(std::string_view text) const {
    const FoundDateline found = read_dateline(text, data_, language_);
    return found.has_agency && !found.loose && found.range.end + 4 >= text.size();
  }

  /// "By Associated Press • Published April 5", "EFE Madrid - 05 abr 2026".
  static std::uint32_t allowed_unknown(const CreditLine& line, Stand stand) {
    if (line.source_label) return 4;
    return stand == Stand::before && (line.byline_label || line.dated) ? 1 : 0;
  }

  /// "Reuters/kra Frankfurt".
  bool initialled(const CreditLine& line) const {
    return line.initials && line.unknown <= 1 && line.prose == 0 && has_agency(line);
  }

  static bool in_brackets(std::string_view text) {
    return (text.starts_with("(") && text.ends_with(")")) ||
           (text.starts_with("（") && text.ends_with("）"));
  }

  /// "Source: Evening Courier": a label, then a name and nothing else.
  bool credits_outlet(std::string_view text, const CreditLine& line, Stand stand) const {
    if (stand == Stand::within || line.unknown == 0 || line.unknown > max_outlet_words)
      return false;
    const bool colon = text.find(':') != text.npos || text.find("：") != text.npos;
    return colon && line.prose == 0 && others_are_names(line);
  }

  /// An author's line counts where the page names nobody else.
  bool is_byline(const CreditLine& line) const {
    if (!article_.byline.empty() && !is_own_line(line)) return false;
    return line.pure() && line.byline_label && line.prose == 0 && line.has(CreditPart::person) &&
           std::none_of(line.parts.begin(), line.parts.end(),
                        [](const CreditPart& p) { return p.doubtful; });
  }

  /// The byline was made of this line before.
  bool is_own_line(const CreditLine& line) const {
    return std::any_of(line.parts.begin(), line.parts.end(), [&](const CreditPart& p) {
      return p.kind == CreditPart::person && article_.byline.find(p.name) != std::string::npos;
    });
  }

  const Article& article_;
  const AttributionData::Impl& data_;
  const Language& language_;
  bool near_end_ = false;
  std::vector<DeclaredCredit> found_;
};

}  // namespace

std::string as_kept(std::string_view line) {
  std::string kept(line);
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const bool begins = i == 0 || kept[i - 1] == ' ';
    const bool ends = i + 1 == kept.size() || kept[i + 1] == ' ';
    if (kept[i] == '|' && begins && ends) kept[i] = '/';
  }
  return kept;
}

bool others_are_names(const CreditLine& line) {
  return std::all_of(line.parts.begin(), line.parts.end(), [](const CreditPart& p) {
    if (p.kind != CreditPart::other) return true;
    std::size_t i = 0;
    const char32_t first = next_code_point(p.name, &i);
    return is_upper(first) || is_cjk(first) || p.name.find('.') != std::string::npos ||
           !is_letter(first) || lower(p.name) == upper(p.name);
  });
}

std::vector<DeclaredCredit> declared_credits(const Article& article,
                                             const AttributionData::Impl& data,
                                             const Language& language) {
  return Judge(article, data, language).judge();
}

}  // namespace kaynak::attribute_detail
