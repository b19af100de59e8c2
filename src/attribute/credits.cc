#include "attribute/credits.h"

#include <algorithm>
#include <optional>

#include "attribute/block_edit.h"
#include "attribute/credit_blocks.h"
#include "attribute/credit_line.h"
#include "attribute/dateline.h"
#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_line_bytes = 240;  // longer ones are no credits
constexpr std::string_view joint = " | ";    // between the lines kept in text_credit

class Gatherer {
 public:
  Gatherer(Article* article, const AttributionData::Impl& data, const Language& language)
      : article_(*article), data_(data), language_(language) {}

  Credits gather() {
    const std::string earlier = std::move(article_.text_credit);
    const std::vector<std::string> structured = std::move(article_.authors);
    article_.text_credit.clear();
    article_.authors.clear();
    const Dateline given = std::move(article_.dateline);
    article_.dateline = {};
    take_lines();
    last_bracket_ = find_last_bracket();
    read_byline(structured);
    read_datelines();
    if (article_.dateline.empty()) article_.dateline = given;  // an agency's, beside its text
    for (const std::string_view line : split_lines(earlier)) keep_line(line);
    for (const std::string& line : lines_) keep_line(line);
    keep_structured_agencies();
    read_kept_lines();
    add_own_agency();
    add_authors();
    name_agencies();
    return std::move(credits_);
  }

 private:
  // ---- credit lines out of the text

  void take_lines() {
    const std::vector<std::size_t> gone = credit_blocks(article_, data_, language_);
    for (const std::size_t i : gone) take_line(article_.blocks[i].text);
    std::size_t next = 0, at = 0;
    std::erase_if(article_.blocks, [&](const Block&) {
      const bool is_gone = next < gone.size() && gone[next] == at;
      next += is_gone;
      ++at;
      return is_gone;
    });
  }

  /// A removed line: one with an author is the byline where there is none.
  void take_line(const std::string& text) {
    const CreditLine line = read(text);
    if (line.has(CreditPart::person) && article_.byline.empty() && !line.interview)
      article_.byline = text;
    else if (line.has(CreditPart::medium) || line.has(CreditPart::url) || line.source_label ||
             line.has(CreditPart::translator) || article_.byline.empty())
      lines_.push_back(text);
  }

  CreditLine read(std::string_view text) const {
    return read_credit(text, data_, language_, article_.outlet);
  }

  // ---- byline

  void read_byline(const std::vector<std::string>& structured) {
    CreditLine line = read(article_.byline);
    if (line.photo_label && !line.byline_label && !line.source_label) line = {};  // a picture's
    for (const CreditPart& part : line.parts) {
      if (part.kind == CreditPart::medium)
        add_medium(part, {Evidence::byline, part.range});
      else if (part.kind == CreditPart::translator)
        credits_.translators.push_back(
            {"translator", spelled(part.name), {}, {Evidence::byline, part.range}});
    }
    // No byline: names in it may be anything.
    const bool running_text = line.unknown + line.prose > 4;
    add_persons(persons_in(structured), running_text ? std::vector<CreditPart>{} : line.parts);
    if (!credits_.agencies.empty() && article_.byline.size() <= max_line_bytes)
      article_.text_credit = article_.byline;
    for (const std::string& name : structured) {
      const CreditLine other = read(name);
      if (other.parts.size() == 1 && other.parts[0].kind == CreditPart::medium && other.pure() &&
          data_.media[other.parts[0].medium_index].kind == Medium::agency)
        structured_agencies_.push_back(name);
    }
  }

  /// Where extraction knows the authors, a name of the byline that is none of them is no author's.
  void add_persons(const std::vector<std::string>& known, std::vector<CreditPart> written) {
    std::erase_if(written, [&](const CreditPart& part) {
      const bool handle = part.name.find('@') != std::string::npos;
      return part.kind != CreditPart::person || handle || (part.doubtful && known.empty());
    });
    if (known.empty())
      for (const CreditPart& part : written)
        add_author(spelled(part.name), {Evidence::byline, part.range});
    for (const std::string& name : known) {
      const auto part = std::find_if(written.begin(), written.end(), [&](const CreditPart& p) {
        return is_part_of(name, spelled(p.name)) || is_part_of(spelled(p.name), name);
      });
      if (part == written.end())
        add_author(name, {Evidence::metadata, {}});
      else
        add_author(nearer_name(name, spelled(part->name)), {Evidence::byline, part->range});
    }
  }

  static bool is_part_of(std::string_view name, std::string_view words) {
    return same_name(name, words) || holds_words(fold(name), fold(words));
  }

  /// Of a known name and the one read in the byline: as written there, where it is the same; the
  /// known one where the byline bears all of it ("Dr. Jane Doe"), else the shorter ("Jane Doe
  /// Published").
  std::string nearer_name(const std::string& known, std::string read) const {
    if (same_name(known, read)) return read;
    const bool written = fold(article_.byline).find(fold(known)) != std::string::npos;
    return written || known.size() < read.size() ? known : read;
  }

  /// Names that extraction found, without agencies, outlets and desks among them.
  std::vector<std::string> persons_in(const std::vector<std::string>& structured) const {
    constexpr std::size_t longest = 80;
    std::vector<std::string> persons;
    for (const std::string& name : structured) {
      // A person's own site may be called by the name; else the outlet is no author of its own.
      const bool own = same_name(name, article_.outlet);
      if (own && structured.size() > 1) continue;
      const CreditLine line = read_credit(name, data_, language_, {});
      const bool own_site =
          own && read_credit(article_.outlet, data_, language_, {}).has(CreditPart::person);
      if (own_site || has_title(name, line)) {
        add_name(&persons, spelled(name));
      } else if (line.has(CreditPart::person)) {
        for (const CreditPart& part : line.parts)
          if (part.kind == CreditPart::person) add_name(&persons, spelled(part.name));
      } else if (!line.has(CreditPart::medium) && !line.has(CreditPart::url) &&
                 name.size() <= longest && !own && !is_desk(name)) {
        add_name(&persons, spelled(name));  // one word: "Paddy"
      }
    }
    return persons;
  }

  /// "Dr. Jane Doe": one person, and nothing before the name but how one is addressed.
  bool has_title(std::string_view name, const CreditLine& line) const {
    if (line.parts.size() != 1 || line.parts[0].kind != CreditPart::person) return false;
    const ByteRange range = line.parts[0].range;
    if (range.begin == 0 || range.end != name.size()) return false;
    const AttributionData::Impl::Scan title = data_.scan(name.substr(0, range.begin), language_);
    for (std::uint32_t i = 0; i < title.size(); ++i)
      if (!title.is(i, k_honorific)) return false;
    return true;
  }

  /// Only words for desks, roles and material ("Newsroom", "Handout").
  bool is_desk(std::string_view name) const {
    const AttributionData::Impl::Scan scan = data_.scan(name, language_);
    for (std::uint32_t i = 0; i < scan.size(); ++i)
      if (!scan.is(i, k_desk | k_role | k_supplied | k_media_noun)) return false;
    return true;
  }

  std::string spelled(std::string_view name) const {
    return spell_name(name, article_.language.value);
  }

  /// Structured data, or the same name elsewhere on the page, knows where it ends ("John Doe
  /// Published"): the shortest of them.
  static std::string trusted(std::string name, const std::vector<std::string>& known) {
    std::string best = name;
    for (const std::string& k : known)
      if (k.size() < best.size() && holds_words(fold(name), fold(k))) best = k;
    return best;
  }

  static bool holds_words(std::string_view text, std::string_view words) {
    const std::string padded = ' ' + std::string(text) + ' ';
    return padded.find(' ' + std::string(words) + ' ') != std::string::npos;
  }

  void add_author(std::string name, Evidence evidence) {
    if (name.find('@') != std::string::npos) return;  // a handle beside the name
    for (Hop& hop : credits_.authors)
      if (same_name(hop.name, name)) {
        if (hop.evidence.range.empty()) hop.evidence = evidence;
        return;
      }
    credits_.authors.push_back({"author", std::move(name), {}, evidence});
  }

  void add_medium(const CreditPart& part, Evidence evidence) {
    const Medium& medium = data_.media[part.medium_index];
    if (medium.kind == Medium::photo || medium.kind == Medium::network) return;
    const bool agency = medium.kind == Medium::agency;
    auto& list = agency ? credits_.agencies : credits_.outlets;
    if (std::any_of(list.begin(), list.end(), [&](const Hop& h) { return h.name == medium.name; }))
      return;
    if (!agency && is_own(medium.name)) return;
    Hop hop{agency ? "agency" : "publisher", medium.name, medium.url, evidence};
    // "A, citing B": B is nearer to the origin.
    if (part.cited && !list.empty())
      list.insert(list.end() - 1, std::move(hop));
    else
      list.push_back(std::move(hop));
    credits_.names.push_back(medium.name);
  }

  bool is_author(std::string_view name) const {
    return std::any_of(credits_.authors.begin(), credits_.authors.end(),
                       [&](const Hop& h) { return same_name(h.name, name); });
  }

  bool is_own(std::string_view name) const {
    const std::string a = fold(name), outlet = fold(article_.outlet);
    const std::string host = host_of(article_.url.empty() ? article_.canonical_url : article_.url);
    if (!outlet.empty() &&
        (outlet == a || outlet.find(a) != outlet.npos || a.find(outlet) != a.npos))
      return true;
    std::string compact;
    for (const char c : a)
      if (c != ' ') compact += c;
    return !host.empty() && (host == a || host.find(compact + ".") != host.npos);
  }

  /// An agency that only the structured data names is kept as a credit line of its own.
  void keep_structured_agencies() {
    for (const std::string& name : structured_agencies_) {
      const Medium* medium = data_.medium_named(name);
      const bool known =
          !medium || std::any_of(credits_.agencies.begin(), credits_.agencies.end(),
                                 [&](const Hop& h) { return h.name == medium->name; });
      if (!known) keep_line(name);
    }
  }

  // ---- dateline

  void read_datelines() {
    int seen = 0;
    for (std::size_t b = 0; b < article_.blocks.size() && seen < 3; ++b) {
      const Block& block = article_.blocks[b];
      if (!has_prose(block)) continue;
      ++seen;
      const FoundDateline found = read_dateline(block.text, data_, language_);
      if (!found.found()) continue;
      use_dateline(found, static_cast<std::int32_t>(b));
      return;
    }
    read_closing_brackets();
  }

  void use_dateline(const FoundDateline& found, std::int32_t block) {
    article_.dateline = found.dateline;
    for (const std::string& name : found.authors) add_author(name, {block, found.range});
    if (!found.has_agency) return;
    if (found.has_outlet) {
      const Medium& outlet = data_.media[found.outlet_medium];
      credits_.outlets.push_back(
          {"publisher", outlet.name, outlet.url, {block, found.outlet_range}});
    }
    CreditPart part;
    part.medium_index = found.medium_index;
    add_medium(part, {block, found.agency_range});
    if (!found.agency_name.empty())
      dateline_credit_ = article_.blocks[block].text.substr(found.range.begin, found.range.size());
  }

  /// "【ソウル＝Name】" or "（记者A、B）" at the end of the last paragraph, "… (dpa/gem)".
  void read_closing_brackets() {
    int seen = 0;
    for (std::size_t b = article_.blocks.size(); b-- > 0 && seen < 3;) {
      if (!has_prose(article_.blocks[b])) continue;
      ++seen;
      const std::string& text = article_.blocks[b].text;
      if (text.ends_with("】")) {
        const std::size_t open = text.rfind("【");
        if (open == text.npos) continue;
        const FoundDateline found =
            read_dateline(std::string_view(text).substr(open), data_, language_);
        if (found.found()) return use_dateline(found, static_cast<std::int32_t>(b));
      }
    }
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

  /// A credit that is the byline, the dateline or a closing bracket too is found there.
  bool stands_on_page(std::string_view line) const {
    if (line == article_.byline || line == dateline_credit_) return true;
    return last_bracket_ && last_bracket_->line.has(CreditPart::medium) &&
           line == std::string_view(article_.blocks[last_bracket_->block].text)
                       .substr(last_bracket_->open);
  }

  void keep_line(std::string_view line) {
    if (line.empty() || stands_on_page(line)) return;
    if (std::find(kept_.begin(), kept_.end(), line) != kept_.end()) return;
    kept_.emplace_back(line);
  }

  /// Reads the lines from where they stand in text_credit.
  void read_kept_lines() {
    if (kept_.empty()) {
      read_last_bracket();
      if (article_.text_credit.empty()) article_.text_credit = dateline_credit_;
      return;
    }
    article_.text_credit.clear();
    for (const std::string& line : kept_) {
      const auto begin = static_cast<std::uint32_t>(
          article_.text_credit.size() + (article_.text_credit.empty() ? 0 : joint.size()));
      if (begin) article_.text_credit += joint;
      article_.text_credit += line;
      read_line(line, begin);
    }
    read_last_bracket();
  }

  void read_line(std::string_view text, std::uint32_t begin) {
    const CreditLine line = read(text);
    for (const CreditPart& part : line.parts) {
      const Evidence evidence{Evidence::metadata,
                              {part.range.begin + begin, part.range.end + begin}};
      switch (part.kind) {
        case CreditPart::medium:
          add_medium(part, evidence);
          break;
        case CreditPart::translator:
          credits_.translators.push_back({"translator", spelled(part.name), {}, evidence});
          break;
        case CreditPart::person:
          if (!line.source_label || credits_.authors.empty() || is_author(spelled(part.name)))
            add_author(spelled(part.name), evidence);
          break;
        case CreditPart::url:
          add_url(part.name, evidence);
          break;
        case CreditPart::other:
          if (line.source_label) add_outlet(part.name, evidence);
          break;
      }
    }
  }

  void add_url(const std::string& url, Evidence evidence) {
    const std::string address = istarts_with(url, "http") ? url : "https://" + url;
    const std::string host = host_of(address);
    if (host.empty() || host == host_of(article_.url)) return;
    if (!credits_.outlets.empty() && credits_.outlets.back().url.empty()) {
      credits_.outlets.back().url = address;
      return;
    }
    for (const Medium& medium : data_.media)
      if (host_of(medium.url) == host) {
        credits_.outlets.push_back({"source", medium.name, address, evidence});
        return;
      }
    credits_.outlets.push_back({"publisher", host, address, evidence});
  }

  void add_outlet(const std::string& name, Evidence evidence) {
    if (is_own(name) || name.size() > 80) return;
    for (const Hop& hop : credits_.outlets)
      if (same_name(hop.name, name)) return;
    credits_.outlets.push_back({"publisher", name, {}, evidence});
    credits_.names.push_back(name);
  }

  /// "… text. (AFP, dpa)": the paragraph stays, it holds more.
  struct Bracket {
    std::size_t block, open, inside;  ///< inside: where the words between the brackets begin
    CreditLine line;
  };

  std::optional<Bracket> find_last_bracket() const {
    int seen = 0;
    for (std::size_t b = article_.blocks.size(); b-- > 0 && seen < 3;) {
      const std::string& text = article_.blocks[b].text;
      if (!has_prose(article_.blocks[b])) continue;
      ++seen;
      const bool wide = text.ends_with("）");
      if (!wide && !text.ends_with(")")) continue;
      const std::size_t open = wide ? text.rfind("（") : text.rfind('(');
      const std::size_t mark = wide ? 3 : 1;
      if (open == text.npos || text.size() - open > 120) continue;
      CreditLine line =
          read(std::string_view(text).substr(open + mark, text.size() - open - 2 * mark));
      if (!line.pure() || line.parts.empty()) continue;
      const bool before_stop =
          open > 1 &&
          (text[open - 1] == ' ' ? text[open - 2] == '.' || text[open - 2] == '"' : wide);
      if (!line.byline_label && !before_stop && !line.relay && !line.source_label) continue;
      return Bracket{b, open, open + mark, std::move(line)};
    }
    return std::nullopt;
  }

  void read_last_bracket() {
    if (!last_bracket_) return;
    const Bracket& found = *last_bracket_;
    use_bracket(found.line, static_cast<std::int32_t>(found.block),
                static_cast<std::uint32_t>(found.inside));
    if (article_.text_credit.empty() && found.line.has(CreditPart::medium))
      article_.text_credit = article_.blocks[found.block].text.substr(found.open);
  }

  void use_bracket(const CreditLine& line, std::int32_t block, std::uint32_t begin) {
    for (const CreditPart& part : line.parts) {
      const Evidence evidence{block, {part.range.begin + begin, part.range.end + begin}};
      if (part.kind == CreditPart::medium) add_medium(part, evidence);
      if (part.kind == CreditPart::person && line.byline_label) add_author(part.name, evidence);
    }
  }

  // ---- what comes out

  /// An agency's own page: the agency is where its text comes from.
  void add_own_agency() {
    if (article_.outlet.empty()) return;
    const Medium* medium = data_.medium_named(article_.outlet);
    if (!medium || medium->kind != Medium::agency) return;
    for (const Hop& hop : credits_.agencies)
      if (hop.name == medium->name) return;
    credits_.agencies.push_back({"agency", medium->name, medium->url, {Evidence::metadata, {}}});
    credits_.names.push_back(medium->name);
  }

  /// "Ind John Roe" and further down "John Roe": one author, where first named.
  void merge_authors() {
    std::vector<std::string> names;
    for (const Hop& hop : credits_.authors) names.push_back(hop.name);
    std::vector<Hop> merged;
    for (Hop& hop : credits_.authors) {
      hop.name = trusted(std::move(hop.name), names);
      if (std::none_of(merged.begin(), merged.end(),
                       [&](const Hop& h) { return same_name(h.name, hop.name); }))
        merged.push_back(std::move(hop));
    }
    credits_.authors = std::move(merged);
  }

  void add_authors() {
    merge_authors();
    for (const Hop& hop : credits_.authors) article_.authors.push_back(hop.name);
  }

  void name_agencies() { article_.text_agencies = credits_.names; }

  Article& article_;
  const AttributionData::Impl& data_;
  const Language& language_;
  Credits credits_;
  std::vector<std::string> lines_, kept_, structured_agencies_;
  std::string dateline_credit_;
  std::optional<Bracket> last_bracket_;  ///< once the credit lines are out, blocks stay as they are
};

}  // namespace

Credits read_credits(Article* article, const AttributionData::Impl& data,
                     const Language& language) {
  return Gatherer(article, data, language).gather();
}

}  // namespace kaynak::attribute_detail
