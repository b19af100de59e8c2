#include "attribute/credit_line.h"

#include <algorithm>

#include "attribute/names.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_credit_bytes = 1000;  // longer is no credit
constexpr std::uint16_t parts_gap = gap_comma | gap_colon | gap_semicolon | gap_open | gap_close |
                                    gap_dash | gap_slash | gap_bar | gap_mark | gap_sign;

/// Reads the words of a credit from left to right.
class Reader {
 public:
  Reader(std::string_view text, const AttributionData::Impl& data, const Language& language,
         std::string_view outlet)
      : data_(data), language_(language), outlet_(outlet), folded_outlet_(fold(outlet)) {
    text_.assign(clip_utf8(text, max_credit_bytes));
    take_addresses();
    scan_ = data.scan(text_, language, true);
  }

  CreditLine read() {
    std::uint32_t i = 0;
    while (i < scan_.size()) {
      if (const Mention* m = mention_at(i)) {
        add_medium(*m);
        i = m->last;
      } else if (const std::uint32_t n = label_at(i)) {
        i += n;
      } else {
        i = read_part(i);
      }
    }
    std::stable_sort(line_.parts.begin(), line_.parts.end(),
                     [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
    line_.copyright =
        text_.find("©") != text_.npos || fold_case(text_).find("copyright") != std::string::npos;
    // The rights are a person's, the text an outlet's.
    if (line_.source_label && !line_.copyright && !line_.has(CreditPart::medium))
      persons_are_outlets();
    line_.photo_like = credits_picture();
    return std::move(line_);
  }

 private:
  /// "Source: Evening Courier": after such a label a name without an agency is an outlet's.
  void persons_are_outlets() {
    for (CreditPart& part : line_.parts) {
      if (part.kind != CreditPart::person || line_.byline_label) continue;
      part.kind = CreditPart::other;
      line_.unknown += 2;
    }
  }

  /// A person and a medium parted by a slash, or a person behind ©.
  bool credits_picture() const {
    const CreditPart* before = nullptr;
    for (const CreditPart& part : line_.parts) {
      const bool person = part.kind == CreditPart::person;
      const std::uint32_t begin = before ? before->range.end : 0;
      const std::string_view gap = std::string_view(text_).substr(begin, part.range.begin - begin);
      if (person && gap.find("©") != gap.npos) return true;
      if (before && gap.find('/') != gap.npos &&
          (person ? before->kind == CreditPart::medium
                  : before->kind == CreditPart::person && part.kind == CreditPart::medium))
        return true;
      before = &part;
    }
    return false;
  }

  /// Takes URLs, mail addresses and handles out of the text and leaves blanks in their place.
  void take_addresses() {
    std::size_t i = 0;
    while (i < text_.size()) {
      std::size_t end = text_.find(' ', i);
      if (end == std::string::npos) end = text_.size();
      std::string_view word(text_.data() + i, end - i);
      const std::size_t http = word.find("http");
      const std::size_t at = word.find('@');
      if (http != word.npos && word.find("://") != word.npos) {
        take(CreditPart::url, i + http, end);
      } else if (istarts_with(word, "www.")) {
        take(CreditPart::url, i, end);
      } else if (at == 0 && word.size() > 2) {
        take(CreditPart::person, i, i + std::min(word.find('/'), word.size()));
      } else if (at != word.npos && at > 0) {
        std::fill(text_.begin() + static_cast<long>(i), text_.begin() + static_cast<long>(end),
                  ' ');
      }
      i = end + 1;
    }
  }

  void take(CreditPart::Kind kind, std::size_t begin, std::size_t end) {
    while (end > begin && std::string_view(").,;>]").find(text_[end - 1]) != std::string_view::npos)
      --end;
    CreditPart part;
    part.kind = kind;
    part.name = text_.substr(begin, end - begin);
    part.range = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    line_.parts.push_back(std::move(part));
    std::fill(text_.begin() + static_cast<long>(begin), text_.begin() + static_cast<long>(end),
              ' ');
  }

  const Mention* mention_at(std::uint32_t i) const {
    for (const Mention& m : scan_.mentions)
      if (m.first == i)
        return ends_double_name(m) || is_common_word(m) || begins_other_name(m) ? nullptr : &m;
    return nullptr;
  }

  /// "Corriere del Porto": what people call one paper begins another's name.
  bool begins_other_name(const Mention& m) const {
    return m.last - m.first == 1 && !scan_.tokens[m.first].upper && name_goes_on(scan_, m.last);
  }

  /// "Mehr" is an agency's name and a German word, "Antara" an agency's and an Indonesian one:
  /// between marks, beside others, it is the name.
  bool is_common_word(const Mention& m) const {
    const Token &first = scan_.tokens[m.first], &last = scan_.tokens[m.last - 1];
    const bool whole = m.first == 0 && m.last == scan_.size();
    if (!whole && (m.first == 0 || (first.before & ~gap_space)) &&
        (m.last == scan_.size() || (last.after & ~(gap_space | gap_colon))))
      return false;
    for (std::uint32_t i = m.first; i < m.last; ++i)
      if (scan_.tokens[i].upper ||
          !scan_.is(i, k_not_name | k_filler | k_pronoun | k_desk | k_media_noun))
        return false;
    return scan_.is(m.first, k_not_name | k_filler | k_pronoun);
  }

  /// "Mira Lind-Krone": a surname that a newspaper bears too.
  bool ends_double_name(const Mention& m) const {
    if (m.first == 0 || m.last - m.first != 1 || scan_.tokens[m.first].before != gap_hyphen)
      return false;
    const Token& before = scan_.tokens[m.first - 1];
    return before.capital && !before.upper && !before.dense && !scan_.tokens[m.first].upper &&
           !scan_.is(m.first - 1, k_role | k_desk | k_photo_label | k_source_label);
  }

  void add_medium(const Mention& m) {
    const std::string_view written = scan_.words(m.first, m.last);
    if (is_own(written) || is_own(data_.media[m.medium].name)) {
      line_.own = true;
      return;
    }
    CreditPart part;
    part.kind = CreditPart::medium;
    part.name = data_.media[m.medium].name;
    part.medium_index = m.medium;
    part.range = {scan_.tokens[m.first].begin, scan_.tokens[m.last - 1].end};
    part.cited = citing_;
    citing_ = false;
    part.of_picture = of_picture_;
    line_.parts.push_back(std::move(part));
  }

  /// Notes a label, relay phrase, joiner, desk or figure that begins at `i`; how many words it
  /// takes.
  std::uint32_t label_at(std::uint32_t i) {
    const std::uint64_t kinds = scan_.phrases[i].kinds;
    const std::uint32_t n = scan_.phrases[i].length;
    const bool boundary = i == 0 || (scan_.tokens[i].before & parts_gap) || after_label_ == i;
    if (kinds & (k_citing | k_citing_after)) {
      citing_ = line_.relay = true;
      if (kinds & k_citing_after && !(kinds & k_citing)) mark_citing_after();
      return labelled(i, n);
    }
    if (kinds & (k_according | k_according_after)) return line_.relay = true, labelled(i, n);
    if (kinds & k_translator) return translator_ = true, labelled(i, n);
    if (kinds & k_interview) return line_.interview = true, labelled(i, n);
    const bool colon = colon_after(i + n - 1);
    const bool photo = (kinds & k_photo_label) && (boundary || colon || n > 1);
    const bool source = (kinds & k_source_label) && (boundary || colon);
    if (source && colon && !line_.byline_label) drop_media_before_label();
    if (photo && colon && (line_.source_label || line_.byline_label)) of_picture_ = true;
    if (source) of_picture_ = false;
    if (photo || source) {
      if (!line_.photo_label && !line_.source_label && !line_.byline_label)
        line_.photo_first = photo && !source;
      line_.photo_label |= photo;
      line_.source_label |= source;
      return labelled(i, n);
    }
    if ((kinds & k_byline) && boundary)
      return of_picture_ = false, line_.byline_label = true, labelled(i, n);
    if (kinds & (k_desk | k_supplied)) return line_.desk |= (kinds & k_desk) != 0, n;
    // Without capitals a role may begin a name; small words are small words in any script.
    if (kinds & (language_.no_case ? k_not_name : k_role | k_not_name) && !scan_.tokens[i].capital)
      ++line_.prose;
    if (kinds & k_role) return labelled(i, n);
    if (kinds & k_joiner) return labelled(i, n);
    if ((kinds & k_media_noun) && (!scan_.tokens[i].capital || mention_at(i + n)))
      return labelled(i, n);
    line_.dated |= scan_.tokens[i].digits;
    if (scan_.tokens[i].digits || calendar_word(i)) return 1;
    return 0;
  }

  /// "Evening Courier, updated 4 June, source: …": who shows the text, not who wrote it.
  void drop_media_before_label() {
    if (line_.source_label) return;
    const auto shown = [](const CreditPart& p) {
      return p.kind == CreditPart::medium || p.kind == CreditPart::other;
    };
    if (std::any_of(line_.parts.begin(), line_.parts.end(), shown)) line_.unknown = 0;
    std::erase_if(line_.parts, shown);
  }

  std::uint32_t labelled(std::uint32_t i, std::uint32_t n) { return after_label_ = i + n, n; }
  bool colon_after(std::uint32_t i) const { return scan_.tokens[i].after & gap_colon; }

  /// Month names and the like: lists of words that begin no name hold them.
  bool calendar_word(std::uint32_t i) const {
    const bool initial = scan_.tokens[i].capital && (scan_.tokens[i].after & gap_stop) &&
                         count_code_points(scan_.at(i)) == 1;
    return !initial && scan_.is(i, k_not_name) && !scan_.is(i, k_particle);
  }

  void mark_citing_after() {
    citing_ = false;
    for (auto it = line_.parts.rbegin(); it != line_.parts.rend(); ++it)
      if (it->kind == CreditPart::medium) {
        it->cited = true;
        return;
      }
  }

  /// Whether the part from word `begin` on ends before word `j`.
  bool ends_before(std::uint32_t begin, std::uint32_t j) const {
    if (mention_at(j)) return true;
    const Token& t = scan_.tokens[j];
    if (t.before & parts_gap) return true;
    if ((t.before & gap_hyphen) && (t.before & gap_space)) return true;
    if ((t.before & gap_stop) && count_code_points(scan_.at(j - 1)) > 2) return true;
    if (t.dense != scan_.tokens[j - 1].dense) return true;
    const std::uint64_t kinds = scan_.phrases[j].kinds;
    if ((kinds & k_particle) && !(kinds & (k_joiner | k_citing | k_according)) && !t.capital)
      return false;
    // "Jane Doe in London", "Jane Doe for the Associated Press".
    if ((kinds & (k_not_name | k_preposition)) && !t.capital && !t.dense && !language_.no_case &&
        !name_goes_on(scan_, j))
      return looks_like_person(scan_, {begin, j}, language_);
    return kinds & (k_joiner | k_citing | k_according | k_according_after | k_role | k_desk |
                    k_translator | k_photo_label | k_source_label);
  }

  std::uint32_t read_part(std::uint32_t i) {
    std::uint32_t last = i + 1;
    // "Reuters/kra Frankfurt": initials are a part of their own.
    const bool initials = is_initials(i) && !scan_.is(i, k_particle) &&
                          (scan_.tokens[i].before & (gap_slash | gap_comma | gap_open));
    while (!initials && last < scan_.size() && !ends_before(i, last)) ++last;
    add_part({i, last});
    return last;
  }

  void add_part(WordRange r) {
    const std::string_view written = scan_.words(r.first, r.last);
    if (is_own(written)) {
      line_.own = true;
      return;
    }
    if (r.size() == 1 && is_initials(r.first)) {
      line_.initials = true;
      return;
    }
    if (r.size() == 1 && r.first > 0 && is_legal_form(r.first)) return;  // "dpa-infocom GmbH"
    CreditPart part;
    part.range = {scan_.tokens[r.first].begin, scan_.tokens[r.last - 1].end};
    if (part.range.end < text_.size() && text_[part.range.end] == '.' &&
        count_code_points(scan_.at(r.last - 1)) == 1)
      ++part.range.end;  // the initial's full stop: "Nicolas Gutierrez C."
    part.name = std::string(text_.substr(part.range.begin, part.range.size()));
    if (looks_like_person(scan_, r, language_) && !sounds_like_agency(written))
      part.kind = translator_ ? CreditPart::translator : CreditPart::person;
    else
      line_.unknown += r.size();
    part.doubtful = doubtful(r);
    part.of_picture = of_picture_;
    line_.parts.push_back(std::move(part));
  }

  bool is_legal_form(std::uint32_t i) const {
    static constexpr std::string_view forms[] = {"gmbh", "ag",  "inc", "ltd", "llc", "sa",
                                                 "spa",  "plc", "kg",  "as",  "bv",  "limited"};
    return std::find(std::begin(forms), std::end(forms), scan_.fold_at(i)) != std::end(forms);
  }

  /// "Harbour Lights Team", "1 Min Read", "The Long Read", "Letters To The Editor",
  /// "PINEMOORPOST.COM".
  bool doubtful(WordRange r) const {
    const bool joined_before = r.first > 0 && scan_.tokens[r.first].before == gap_space;
    const bool joined_after = r.last < scan_.size() && scan_.tokens[r.last].before == gap_space;
    if (joined_before && makes_no_person(r.first - 1)) return true;
    if (joined_after && scan_.is(r.last, k_desk)) return true;
    for (std::uint32_t i = r.first + 1; i < r.last; ++i) {
      if (i + 1 < r.last && calendar_word(i)) return true;
      if (scan_.tokens[i].before == gap_dot && count_code_points(scan_.at(i - 1)) > 2) return true;
    }
    return false;
  }

  /// Word `i` right before a name: of a desk, a figure that is no year, an article.
  bool makes_no_person(std::uint32_t i) const {
    if (scan_.is(i, k_byline | k_joiner)) return false;
    const bool figure = scan_.tokens[i].digits && scan_.at(i).size() != 4;
    return figure || scan_.is(i, k_desk) || (calendar_word(i) && after_label_ != i + 1);
  }

  bool is_initials(std::uint32_t i) const {
    const Token& t = scan_.tokens[i];
    const std::size_t n = count_code_points(scan_.at(i));
    return !t.capital && !t.dense && !language_.no_case && n <= 4 && n >= 2;
  }

  bool is_own(std::string_view written) const {
    if (outlet_.empty()) return false;
    const std::string a = fold(written);
    const std::string& b = folded_outlet_;
    return a == b || (a.size() > 3 && (b == "the " + a || a == "the " + b)) || is_own_desk(a, b);
  }

  /// "Courier Sports" of "The Pinemoor Courier": one of the outlet's words and a section's.
  static bool is_own_desk(std::string_view written, std::string_view outlet) {
    static constexpr std::string_view sections[] = {
        "sports",   "sport",    "news",    "staff",   "desk",    "politics",
        "business", "world",    "culture", "science", "opinion", "deportes",
        "cultura",  "economia", "spor",    "politik", "kultur",  "wirtschaft"};
    const auto blank = written.find(' ');
    if (blank == std::string_view::npos || blank < 4) return false;
    if (std::find(std::begin(sections), std::end(sections), written.substr(blank + 1)) ==
        std::end(sections))
      return false;
    const std::string padded = " " + std::string(outlet) + " ";
    return padded.find(" " + std::string(written.substr(0, blank)) + " ") != std::string::npos;
  }

  const AttributionData::Impl& data_;
  const Language& language_;
  std::string_view outlet_;
  std::string folded_outlet_;
  std::string text_;
  Scan scan_;
  CreditLine line_;
  bool citing_ = false;
  bool translator_ = false;
  bool of_picture_ = false;
  std::uint32_t after_label_ = 0xffffffff;
};

}  // namespace

bool CreditLine::has(CreditPart::Kind kind) const {
  return std::any_of(parts.begin(), parts.end(), [&](const auto& p) { return p.kind == kind; });
}

CreditLine read_credit(std::string_view text, const AttributionData::Impl& data,
                       const Language& language, std::string_view outlet) {
  if (text.empty() || text.size() > max_credit_bytes) {
    CreditLine none;
    none.unknown = text.empty() ? 0 : 1;
    return none;
  }
  return Reader(text, data, language, outlet).read();
}

bool sounds_like_agency(std::string_view name) {
  static constexpr std::string_view endings[] = {
      "images",   "photo", "photos", "press",    "agency",  "agencia", "agentur", "pictures",
      "pool",     "news",  "stock",  "ajansı",   "agence",  "agenzia", "agência", "agencja",
      "bildbyrå", "foto",  "media",  "pressens", "scanpix", "archive", "archives"};
  const std::string folded = fold_case(name);
  for (const std::string_view word : split(folded, ' ')) {
    // "Example.photo" ends in such a word too.
    const std::string_view last = word.substr(word.rfind('.') + 1);
    if (std::find(std::begin(endings), std::end(endings), last) != std::end(endings)) return true;
  }
  return false;
}

std::string host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme != url.npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const std::size_t at = url.find('@'); at != url.npos) url.remove_prefix(at + 1);
  url = url.substr(0, url.find(':'));
  std::string host = ascii_lower(url);
  if (host.rfind("www.", 0) == 0) host.erase(0, 4);
  return host;
}

}  // namespace kaynak::attribute_detail
