#include "attribute/credit_blocks.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "attribute/credit_line.h"
#include "attribute/declared_credits.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_line_bytes = 240;   // longer paragraphs are no credit lines
constexpr std::size_t max_short_bytes = 40;   // a name alone, an agency's name alone
constexpr std::uint32_t max_other_words = 6;  // of an outlet's name after "Source:"
constexpr int lines_at_begin = 3, lines_at_end = 6;

/// Whether others than a network's or shop's name stand there: "Jane Doe, Reuters".
bool names_source(const CreditLine& line, const AttributionData::Impl& data) {
  const bool person = line.has(CreditPart::person);
  return std::any_of(line.parts.begin(), line.parts.end(), [&](const CreditPart& part) {
    return part.kind == CreditPart::medium &&
           !(person && data.media[part.medium_index].kind == Medium::network);
  });
}

/// Nothing but letters and what stands inside names: no "!", no figure, no arrow.
bool written_like_name(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    const bool mark = c == ' ' || c == '-' || c == '.' || c == '\'' || c == U'’';
    if (!is_letter(c) && !mark) return false;
  }
  return !text.ends_with('.');
}

/// Where nothing tells names from words, a full stop tells a sentence from a credit.
bool reads_on(std::string_view text, const CreditLine& line) {
  if (line.source_label || line.byline_label || line.has(CreditPart::translator)) return false;
  for (const std::string_view end : {".", "!", "?", "。", "।", "۔", "؟"})
    if (text.ends_with(end)) return true;
  return false;
}

/// Whether a paragraph ends as prose does, or is longer than the lines of a list.
bool is_prose(std::string_view text) {
  constexpr std::size_t longest_item = 60;
  if (text.size() > longest_item) return true;
  for (const std::string_view end : {".", "!", "?", "…", "\"", "”", "“", "»", ")", "。", "।", "؟"})
    if (text.ends_with(end)) return true;
  return false;
}

class CreditFinder {
 public:
  CreditFinder(const Article& article, const AttributionData::Impl& data, const Language& language)
      : article_(article), data_(data), language_(language) {
    for (std::size_t i = 0; i < article.blocks.size(); ++i)
      if (has_prose(article.blocks[i])) order_.push_back(i);
  }

  std::vector<std::size_t> find() {
    std::vector<bool> gone(order_.size());
    int kept = 0;
    for (std::size_t n = 0; n < order_.size() && kept < lines_at_begin; ++n)
      is_credit(n, Side::opening, false) ? void(gone[n] = true) : void(++kept);
    kept = 0;
    for (std::size_t n = order_.size(); n-- > 0 && kept < lines_at_end;) {
      if (gone[n]) continue;
      const bool heads_credit = n + 1 < gone.size() && gone[n + 1] && is_label(text(n));
      if (heads_credit || is_credit(n, Side::closing, kept == 0))
        gone[n] = true;
      else
        ++kept;
    }
    std::vector<std::size_t> found;
    for (std::size_t n = 0; n < order_.size(); ++n)
      if (gone[n]) found.push_back(order_[n]);
    return found.size() < order_.size() ? found : std::vector<std::size_t>{};
  }

 private:
  enum class Side { opening, closing };

  std::string_view text(std::size_t n) const { return article_.blocks[order_[n]].text; }
  CreditLine read(std::string_view text) const {
    return read_credit(text, data_, language_, article_.outlet);
  }

  /// `last`: nothing but credits stands behind it.
  bool is_credit(std::size_t n, Side side, bool last) const {
    const std::string_view written = text(n);
    if (written.empty() || written.size() > max_line_bytes) return false;
    if (written.find('@') != written.npos) return false;  // the foot of an embedded post
    const CreditLine line = read(written);
    if (line.photo_first || (line.photo_label && !line.source_label && !line.relay)) return false;
    if (language_.no_case && reads_on(written, line)) return false;
    if (line.has(CreditPart::url) && line.unknown <= max_other_words)
      return is_address_credit(line, n);
    if (line.source_label && !line.pure())
      return side == Side::closing && line.unknown <= max_other_words && others_are_names(line) &&
             (written.find(':') != written.npos || written.find("：") != written.npos);
    if (line.source_label && line.own && line.pure() && line.parts.empty())
      return side == Side::closing;
    if (!line.pure() || line.parts.empty() || line.prose > 1) return false;
    if (line.byline_label || line.has(CreditPart::translator)) return true;
    if (line.interview && line.has(CreditPart::person)) return true;
    if (names_source(line, data_))
      return !is_sentence(line, written) &&
             (side == Side::closing || written.size() < max_short_bytes);
    if (side == Side::opening && n == 0 && is_loud_name(line, written)) return true;
    return side == Side::closing && last && is_signature(line, n);
  }

  /// "JANE DOE" on the first line of the text, where the page names nobody but itself.
  bool is_loud_name(const CreditLine& line, std::string_view written) const {
    if (line.parts.size() != 1 || line.parts[0].kind != CreditPart::person) return false;
    if (written.size() > max_short_bytes || !written_like_name(written) || language_.no_case)
      return false;
    if (upper(written) != written || lower(written) == written) return false;
    const std::string byline = fold(article_.byline), outlet = fold(article_.outlet);
    const std::string first = byline.substr(0, byline.find(' '));
    return byline.empty() || (first.size() >= 4 && outlet.find(first) != outlet.npos);
  }

  /// "Lo riporta il quotidiano La Stampa.": a full stop and no label.
  static bool is_sentence(const CreditLine& line, std::string_view written) {
    const bool labelled = line.source_label || line.byline_label || line.has(CreditPart::person);
    const bool dense = written.ends_with("。") || written.ends_with("।");
    if (!dense && (labelled || !written.ends_with("."))) return false;
    return dense || std::count(written.begin(), written.end(), ' ') >= 2;
  }

  /// A bare address may be anything: a note, a shop, where to read on.
  bool is_address_credit(const CreditLine& line, std::size_t n) const {
    if (line.source_label) return true;
    if (!line.pure()) return false;
    return line.relay || line.has(CreditPart::medium) || (n > 0 && is_label(text(n - 1)));
  }

  /// "Source:" on a line of its own.
  bool is_label(std::string_view written) const {
    if (written.size() > max_short_bytes || !written.ends_with(':')) return false;
    const CreditLine line = read(written);
    return line.source_label && line.pure() && line.parts.empty();
  }

  /// A name alone under the last paragraph.
  bool is_signature(const CreditLine& line, std::size_t n) const {
    if (!article_.byline.empty() || language_.no_case || n == 0) return false;
    const bool person = line.parts.size() == 1 && line.parts[0].kind == CreditPart::person &&
                        !line.parts[0].doubtful;
    return person && text(n).size() < max_short_bytes && written_like_name(text(n)) &&
           is_prose(text(n - 1));
  }

  const Article& article_;
  const AttributionData::Impl& data_;
  const Language& language_;
  std::vector<std::size_t> order_;  ///< blocks of text
};

}  // namespace

std::vector<std::size_t> credit_blocks(const Article& article, const AttributionData::Impl& data,
                                       const Language& language) {
  return CreditFinder(article, data, language).find();
}

}  // namespace kaynak::attribute_detail
