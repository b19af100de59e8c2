#include "attribute/interview.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "attribute/names.h"
#include "attribute/via.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t min_questions = 3;
constexpr std::size_t max_opening_blocks = 3;  // that may say who is interviewed
constexpr std::size_t max_opening_bytes = 2000;
constexpr double read_from_opening = 0.75;

bool is_question(std::string_view text) {
  return text.ends_with("?") || text.ends_with("？") || text.ends_with("؟");
}

/// Questions make a fourth of the paragraphs or more, or begin with the star that Arabic papers
/// set before them.
bool has_questions(const Article& article) {
  std::size_t questions = 0, paragraphs = 0;
  for (const Block& block : article.blocks) {
    if (!has_prose(block) && block.kind != BlockKind::heading) continue;
    ++paragraphs;
    questions += is_question(block.text) || block.text.starts_with("*");
  }
  return questions >= min_questions && questions * 5 >= paragraphs;
}

struct Opening {
  std::int32_t block = Evidence::none;
  std::string_view text;
};

std::vector<Opening> openings(const Article& article) {
  std::vector<Opening> found{{Evidence::headline, article.headline}};
  std::size_t seen = 0;
  for (std::size_t b = 0; b < article.blocks.size() && seen < max_opening_blocks; ++b) {
    if (!has_prose(article.blocks[b])) continue;
    ++seen;
    found.push_back({static_cast<std::int32_t>(b), article.blocks[b].text});
  }
  return found;
}

/// Initials and legal forms make no person: "Verband LTS", "Havsbild GmbH".
bool is_firm(const Scan& scan, WordRange name) {
  static constexpr std::string_view forms[] = {"gmbh", "ag", "inc", "ltd",  "llc", "sa", "spa",
                                               "plc",  "kg", "ev",  "corp", "bv",  "nv", "as"};
  for (std::uint32_t i = name.first; i < name.last; ++i) {
    if (scan.tokens[i].upper && scan.at(i).size() <= 4) return true;
    if (std::find(std::begin(forms), std::end(forms), scan.fold_at(i)) != std::end(forms))
      return true;
  }
  return false;
}

/// Where all nouns have capitals, a name stands behind "with" or the words for an interview.
bool is_led_to(const Scan& scan, WordRange name, bool interview, const Language& language) {
  return !language.capital_nouns || interview ||
         (name.first > 0 && scan.is(name.first - 1, k_joiner));
}

/// The person named behind the words for an interview, else the first one.
std::optional<ByteRange> person_in(const Scan& scan, const Language& language) {
  std::optional<ByteRange> first;
  bool interview = false;
  for (std::uint32_t i = 0; i < scan.size();) {
    interview |= scan.is(i, k_interview) || is_interview_word(scan.fold_at(i));
    const WordRange run = capital_run(scan, i);
    if (run.empty()) {
      ++i;
      continue;
    }
    i = run.last;
    const WordRange name = name_in_run(scan, run);
    if (!looks_like_person(scan, name, language) || is_firm(scan, name)) continue;
    if (!is_led_to(scan, name, interview, language)) continue;
    const ByteRange range{scan.tokens[name.first].begin, scan.tokens[name.last - 1].end};
    if (interview) return range;
    if (!first) first = range;
  }
  return first;
}

bool says_interview(const Scan& scan) {
  for (std::uint32_t i = 0; i < scan.size(); ++i)
    if (scan.is(i, k_interview) || is_interview_word(scan.fold_at(i))) return true;
  return false;
}

bool is_author(const Article& article, std::string_view name) {
  return std::any_of(article.authors.begin(), article.authors.end(),
                     [&](const std::string& author) { return same_name(author, name); });
}

}  // namespace

std::optional<Hop> find_interviewee(const Article& article, const AttributionData::Impl& data,
                                    const Language& language) {
  if (!has_questions(article)) return std::nullopt;
  bool interview = says_interview(data.scan(article.byline, language)) ||
                   says_interview(data.scan(article.kicker, language));
  std::optional<Hop> found;
  for (const Opening& opening : openings(article)) {
    if (opening.text.size() > max_opening_bytes) continue;
    const Scan scan = data.scan(opening.text, language);
    interview |= says_interview(scan);
    const bool lead = opening.block >= 0 && article.blocks[opening.block].lead;
    // Whom the text names first may be anybody.
    const auto person =
        found || !(lead || opening.block < 0) ? std::nullopt : person_in(scan, language);
    if (!person) continue;
    const std::string name =
        spell_name(opening.text.substr(person->begin, person->size()), article.language.value);
    if (is_author(article, name)) continue;
    found = Hop{"speaker", name, {}, {opening.block, *person}};
    found->confidence = read_from_opening;
  }
  return interview ? found : std::nullopt;
}

}  // namespace kaynak::attribute_detail
