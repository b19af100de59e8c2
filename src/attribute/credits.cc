#include "attribute/credits.h"

#include <algorithm>
#include <optional>

#include "attribute/block_edit.h"
#include "attribute/byline_persons.h"
#include "attribute/closing_bracket.h"
#include "attribute/credit_blocks.h"
#include "attribute/credit_line.h"
#include "attribute/credit_sheet.h"
#include "attribute/dateline_search.h"
#include "attribute/declared_credits.h"
#include "attribute/names.h"
#include "attribute/sign_off.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_line_bytes = 240;  // longer ones are no credits
constexpr std::string_view joint = " | ";    // between the lines kept in text_credit
constexpr double beside_text = 0.9;          // how sure a line is that is no part of the text

/// Adds what credits there are to a sheet, the surest places first.
class Gatherer {
 public:
  Gatherer(Article* article, const AttributionData::Impl& data, const Language& language)
      : article_(*article), data_(data), language_(language), sheet_(*article, data) {}

  Credits gather() {
    const std::string earlier = std::move(article_.text_credit);
    std::vector<std::string> structured = std::move(article_.authors);
    article_.text_credit.clear();
    article_.authors.clear();
    const Dateline given = std::move(article_.dateline);
    article_.dateline = {};
    take_lines();
    if (loud_byline_) structured.clear();  // the outlet's own name
    declared_ = declared_credits(article_, data_, language_);
    use_opening_line();
    last_bracket_ = find_closing_bracket(article_, data_, language_);
    read_byline(structured);
    read_datelines(given);
    for (const std::string_view given_line : split_lines(earlier))
      if (const std::string line = as_kept(given_line); !is_declared(line)) keep_line(line);
    for (const std::string& line : lines_)
      if (!is_declared(line)) keep_line(line);
    keep_structured_agencies();
    read_last_bracket();
    for (const DeclaredCredit& credit : declared_) keep_declared(credit);
    settle_text_credit();
    forget_unused();
    for (const Hop& hop : article_.declared) sheet_.add_declared(hop);
    sheet_.add_own_agency();
    read_sign_off();
    for (auto& [name, ground] : doubtful_) sheet_.add_author(std::move(name), std::move(ground));
    sheet_.merge_authors();
    Credits credits = sheet_.take();
    for (const Hop& hop : credits.authors) article_.authors.push_back(hop.name);
    article_.text_agencies = credits.names;
    return credits;
  }

 private:
  CreditLine read(std::string_view text) const {
    CreditLine line = read_credit(text, data_, language_, article_.outlet);
    std::erase_if(line.parts, [](const CreditPart& part) { return part.of_picture; });
    return line;
  }

  std::string spelled(std::string_view name) const {
    return spell_name(name, article_.language.value);
  }

  // ---- credit lines out of the text

  void take_lines() {
    const std::vector<std::size_t> gone = credit_blocks(article_, data_, language_);
    for (const std::size_t i : gone) take_line(article_.blocks[i]);
    std::size_t next = 0, at = 0;
    std::erase_if(article_.blocks, [&](const Block&) {
      const bool is_gone = next < gone.size() && gone[next] == at;
      next += is_gone;
      ++at;
      return is_gone;
    });
  }

  /// A removed line: one with an author is the byline where there is none.
  void take_line(const Block& block) {
    const CreditLine line = read(block.text);
    keep_link(block);
    const bool loud = line.parts.size() == 1 && upper(block.text) == block.text &&
                      lower(block.text) != block.text;
    if (line.has(CreditPart::person) && !line.source_label && (article_.byline.empty() || loud)) {
      loud_byline_ = !article_.byline.empty();
      article_.byline = block.text;
    } else if (line.has(CreditPart::medium) || line.has(CreditPart::url) || line.source_label ||
               line.has(CreditPart::translator) || article_.byline.empty())
      lines_.push_back(as_kept(block.text));
  }

  /// What a removed line links to goes where the lines beside the text are: the line's words alone
  /// stay in text_credit.
  void keep_link(const Block& block) {
    const auto link = std::find_if(block.spans.begin(), block.spans.end(),
                                   [](const Span& s) { return s.kind == SpanKind::link; });
    if (link == block.spans.end()) return;
    Hop hop{"credit", block.text, link->value, {Evidence::none, {}}};
    hop.proof = "line within the text";
    article_.declared.push_back(std::move(hop));
  }

  std::string link_of(std::string_view line) const {
    for (const Hop& hop : article_.declared)
      if (hop.role == "credit" && as_kept(hop.name) == line) return hop.url;
    return {};
  }

  // ---- byline

  /// A page without a byline may have one beside its text: "AFP, MANILA".
  void use_opening_line() {
    if (!article_.byline.empty()) return;
    for (const DeclaredCredit& credit : declared_) {
      const CreditLine line = read(credit.text);
      const bool author = line.byline_label && line.has(CreditPart::person);
      if (!author && (!credit.opening || line.source_label || line.has(CreditPart::translator)))
        continue;
      article_.byline = credit.text;
      return;
    }
  }

  void read_byline(const std::vector<std::string>& structured) {
    CreditLine line = read(article_.byline);
    if (line.photo_label && !line.byline_label && !line.source_label) line = {};  // a picture's
    for (const CreditPart& part : line.parts) {
      if (part.kind == CreditPart::medium)
        sheet_.add_medium(part, in_byline(part));
      else if (part.kind == CreditPart::translator)
        sheet_.add_translator(spelled(part.name), in_byline(part));
    }
    // No byline: names in it may be anything.
    const bool running_text = line.unknown + line.prose > 4;
    const NameReader reader{data_, language_, article_.language.value};
    add_persons(persons_among(structured, article_.outlet, reader),
                running_text ? std::vector<CreditPart>{} : line.parts);
    if (!sheet_.credits().agencies.empty() && article_.byline.size() <= max_line_bytes)
      article_.text_credit = as_kept(article_.byline);
    for (const std::string& name : structured) {
      const CreditLine other = read(name);
      if (other.parts.size() == 1 && other.parts[0].kind == CreditPart::medium && other.pure() &&
          data_.media[other.parts[0].medium_index].kind == Medium::agency)
        structured_agencies_.push_back(name);
    }
  }

  static Ground in_byline(const CreditPart& part) { return {{Evidence::byline, part.range}}; }

  /// Where extraction knows the authors, a name of the byline that is none of them is no author's.
  void add_persons(const std::vector<std::string>& known, std::vector<CreditPart> written) {
    std::erase_if(written, [&](const CreditPart& part) {
      const bool handle = part.name.find('@') != std::string::npos;
      return part.kind != CreditPart::person || handle || (part.doubtful && known.empty());
    });
    // A name that stands there twice is where nothing else goes with it.
    std::stable_partition(written.begin(), written.end(),
                          [](const CreditPart& part) { return !part.doubtful; });
    if (known.empty())
      for (const CreditPart& part : written) sheet_.add_author(spelled(part.name), in_byline(part));
    for (const std::string& name : known) {
      auto part = std::find_if(written.begin(), written.end(),
                               [&](const CreditPart& p) { return spelled(p.name) == name; });
      if (part == written.end())
        part = std::find_if(written.begin(), written.end(), [&](const CreditPart& p) {
          return is_part_of(name, spelled(p.name)) || is_part_of(spelled(p.name), name);
        });
      if (part == written.end()) {
        sheet_.add_author(name, {{}, "author " + name, beside_text});
        continue;
      }
      std::string nearer =
          part->doubtful ? name : nearer_name(article_.byline, name, spelled(part->name));
      // One that is doubtful, or longer, proves the name where no line says it more clearly.
      if (part->doubtful || nearer != spelled(part->name)) {
        sheet_.add_author(nearer, {{}, "author " + name, beside_text});
        doubtful_.emplace_back(std::move(nearer), in_byline(*part));
      } else {
        sheet_.add_author(std::move(nearer), in_byline(*part));
      }
    }
  }

  /// An agency that only the structured data names is kept as a credit line of its own.
  void keep_structured_agencies() {
    for (const std::string& name : structured_agencies_)
      if (!is_declared(name) && !sheet_.knows(read(name))) keep_line(name);
  }

  // ---- dateline

  void read_datelines(const Dateline& given) {
    const DatelineFinder finder{article_, data_, language_, sheet_.credits()};
    DatelinePlace place = finder.in_article();
    // One that was given, or found beside the text before, is not looked for again.
    if (!place.found.found() && given.empty()) place = finder.beside_article();
    if (place.found.found()) use_dateline(place);
    if (article_.dateline.empty()) article_.dateline = given;
  }

  void use_dateline(const DatelinePlace& where) {
    const FoundDateline& found = where.found;
    article_.dateline = found.dateline;
    for (const std::string& name : found.authors)
      sheet_.add_author(name, {{where.block, found.range}});
    if (!found.has_agency || where.block == Evidence::none) return;
    if (found.has_outlet)
      sheet_.add_passed_on(found.outlet_medium, {{where.block, found.outlet_range}});
    CreditPart part;
    part.medium_index = found.medium_index;
    sheet_.add_medium(part, {{where.block, found.agency_range}});
    for (const FoundDateline::Further& further : found.further) {
      part.medium_index = further.medium;
      sheet_.add_medium(part, {{where.block, further.range}});
    }
    if (!found.agency_name.empty() && where.block >= 0)
      dateline_credit_ =
          as_kept(article_.blocks[where.block].text.substr(found.range.begin, found.range.size()));
  }

  // ---- credit lines

  static std::vector<std::string_view> split_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
      const std::size_t at = text.find(joint);
      lines.push_back(text.substr(0, at));
      if (at == text.npos) break;
      text.remove_prefix(at + joint.size());
    }
    return lines;
  }

  bool is_declared(std::string_view line) const {
    return std::any_of(declared_.begin(), declared_.end(),
                       [&](const DeclaredCredit& c) { return c.text == line; });
  }

  /// A credit that is the byline, the dateline or a closing bracket too is found there.
  bool stands_on_page(std::string_view line) const {
    if (line == as_kept(article_.byline) || line == dateline_credit_) return true;
    return last_bracket_ && last_bracket_->line.has(CreditPart::medium) &&
           line == as_kept(std::string_view(article_.blocks[last_bracket_->block].text)
                               .substr(last_bracket_->open));
  }

  bool is_kept(std::string_view line) const {
    return std::find(kept_.begin(), kept_.end(), line) != kept_.end();
  }

  /// Adds a line to what becomes text_credit, and reads it from where it stands there.
  void keep_line(std::string_view line, double confidence = 1) {
    if (line.empty() || stands_on_page(line) || is_kept(line)) return;
    kept_.emplace_back(line);
    if (!credit_.empty()) credit_ += joint;
    const auto begin = static_cast<std::uint32_t>(credit_.size());
    credit_ += line;
    read_line(line, begin, confidence);
  }

  void keep_declared(const DeclaredCredit& credit) {
    if (!sheet_.knows(read(credit.text))) keep_line(credit.text, beside_text);
  }

  void read_line(std::string_view text, std::uint32_t begin, double confidence) {
    const CreditLine line = read(text);
    const std::string link = link_of(text);
    for (const CreditPart& part : line.parts) {
      const ByteRange range{part.range.begin + begin, part.range.end + begin};
      read_part(part, line, {{Evidence::metadata, range}, {}, confidence, link});
    }
  }

  void read_part(const CreditPart& part, const CreditLine& line, Ground ground) {
    switch (part.kind) {
      case CreditPart::medium:
        return sheet_.add_medium(part, std::move(ground));
      case CreditPart::translator:
        return sheet_.add_translator(spelled(part.name), std::move(ground));
      case CreditPart::person:
        if (line.source_label && line.copyright && !line.byline_label) return;  // of the rights
        if (ground.confidence < 1 && !sheet_.credits().authors.empty() &&
            !sheet_.is_author(spelled(part.name)))
          return;
        if (!line.source_label || sheet_.credits().authors.empty() ||
            sheet_.is_author(spelled(part.name)))
          sheet_.add_author(spelled(part.name), std::move(ground));
        return;
      case CreditPart::url:
        return sheet_.add_url(part.name, std::move(ground));
      case CreditPart::other:
        // Who holds the rights is no source yet.
        if (line.source_label && !line.copyright) sheet_.add_outlet(part.name, std::move(ground));
    }
  }

  void read_last_bracket() {
    if (!last_bracket_) return;
    const auto begin = static_cast<std::uint32_t>(last_bracket_->inside);
    const auto block = static_cast<std::int32_t>(last_bracket_->block);
    for (const CreditPart& part : last_bracket_->line.parts) {
      const Ground ground{{block, {part.range.begin + begin, part.range.end + begin}}};
      if (part.kind == CreditPart::medium) sheet_.add_medium(part, ground);
      if (part.kind == CreditPart::person && last_bracket_->line.byline_label)
        sheet_.add_author(part.name, ground);
    }
  }

  /// Where nobody is named, how the text ends may tell the agency.
  void read_sign_off() {
    constexpr double by_form = 0.7;  // of 38 wire texts of PolNeAR it tells 2, and wrongly none
    if (!sheet_.credits().agencies.empty()) return;
    if (const auto found = find_sign_off(article_, data_)) {
      CreditPart part;
      part.medium_index = found->medium;
      sheet_.add_medium(part, {found->evidence, {}, by_form});
    }
  }

  /// The kept lines; without any the byline, the dateline or the closing bracket.
  void settle_text_credit() {
    if (!credit_.empty()) article_.text_credit = credit_;
    if (article_.text_credit.empty()) article_.text_credit = dateline_credit_;
    if (article_.text_credit.empty() && last_bracket_ &&
        last_bracket_->line.has(CreditPart::medium))
      article_.text_credit = as_kept(
          std::string_view(article_.blocks[last_bracket_->block].text).substr(last_bracket_->open));
  }

  /// Lines beside the text that turned out to be no credits are not kept.
  void forget_unused() {
    std::vector<bool> used(article_.declared.size());
    for (const DeclaredCredit& credit : declared_)
      if (is_kept(credit.text) || stands_on_page(credit.text))
        for (const std::size_t e : credit.entries) used[e] = true;
    std::size_t at = 0;
    std::erase_if(article_.declared, [&](const Hop& hop) {
      const std::size_t i = at++;
      const bool line = hop.role == "credit" || hop.role == "author";
      return line && !used[i] && (hop.url.empty() || !is_kept(as_kept(hop.name)));
    });
  }

  Article& article_;
  const AttributionData::Impl& data_;
  const Language& language_;
  CreditSheet sheet_;
  std::vector<DeclaredCredit> declared_;
  std::vector<std::string> lines_, kept_, structured_agencies_;
  bool loud_byline_ = false;  ///< the text names its author, the byline only the outlet
  std::string credit_;        ///< the kept lines, joined
  std::string dateline_credit_;
  std::vector<std::pair<std::string, Ground>>
      doubtful_;                                ///< authors, and where the byline may name them
  std::optional<ClosingBracket> last_bracket_;  ///< once the credit lines are out, blocks stay
};

}  // namespace

Credits read_credits(Article* article, const AttributionData::Impl& data,
                     const Language& language) {
  return Gatherer(article, data, language).gather();
}

}  // namespace kaynak::attribute_detail
