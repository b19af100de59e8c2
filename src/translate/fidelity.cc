#include <algorithm>
#include <map>

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/fidelity_numbers.h"
#include "translate/mask.h"
#include "translate/repair.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

using translate_detail::find_urls;

std::string_view slice(std::string_view text, const ByteRange& range) {
  return range.begin > text.size() ? std::string_view() : text.substr(range.begin, range.size());
}

void check_urls(const TextPair& pair, std::vector<Finding>* out) {
  for (const auto& range : find_urls(pair.source)) {
    const auto url = slice(pair.source, range);
    if (pair.target.find(url) == std::string_view::npos)
      out->push_back({"url", std::string(url) + " is missing", -1, -1, true});
  }
}

std::size_t count_of(std::string_view text, std::string_view part) {
  std::size_t count = 0;
  for (auto at = text.find(part); at != std::string_view::npos;
       at = text.find(part, at + part.size()))
    ++count;
  return count;
}

void check_opaque(const TextPair& pair, std::vector<Finding>* out) {
  std::map<std::string, std::size_t> wanted;
  for (const auto& range : translate_detail::find_opaque(pair.source))
    ++wanted[std::string(slice(pair.source, range))];
  for (const auto& range : find_urls(pair.source))
    wanted.erase(std::string(slice(pair.source, range)));
  for (const auto& part : pair.opaque)
    if (!part.empty() && wanted.count(part) == 0) wanted[part] = count_of(pair.source, part);
  for (const auto& [part, count] : wanted)
    if (count_of(pair.target, part) < count)
      out->push_back({"opaque", "'" + part + "' is missing or changed", -1, -1, true});
}

bool is_single_mark(char32_t c) {
  return c == U'\'' || c == U'‘' || c == U'’' || c == U'‚' || c == U'`';
}

/// Quotation marks of a text, any style: double ones, guillemets and corner brackets one by one,
/// single ones where a pair of them stands around words. Marks of inches and minutes (behind a
/// digit, unpaired) are none.
std::size_t quotation_marks(std::string_view text) {
  static constexpr std::u32string_view doubles = U"\"“”„‟«»‹›「」『』〝〞〟＂《》";
  std::size_t count = 0, straight = 0, inches = 0, open_singles = 0, singles = 0;
  char32_t previous = U' ';
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    std::size_t ahead = i;
    const char32_t next = ahead < text.size() ? next_code_point(text, &ahead) : U' ';
    const bool word_before = is_letter(previous) || is_digit(previous);
    const bool word_after = is_letter(next) || is_digit(next);
    if (c == U'"') {
      ++straight;
      if (is_digit(previous) && !word_after) ++inches;
    } else if (doubles.find(c) != std::u32string_view::npos) {
      ++count;
    } else if (is_single_mark(c)) {
      if (!word_before && word_after) {
        ++open_singles;
      } else if (!word_after && open_singles > 0) {
        --open_singles;
        singles += 2;
      }
    }
    previous = c;
  }
  if (straight % 2 == 1 && inches > 0) --straight;
  return count + straight + singles;
}

void check_quotation_marks(const TextPair& pair, std::vector<Finding>* out) {
  const auto before = quotation_marks(pair.source), after = quotation_marks(pair.target);
  if (after < before)
    out->push_back({"quotation_mark",
                    std::to_string(before) + " in the original, " + std::to_string(after) +
                        " in the translation",
                    -1, -1, true});
}

struct Letters {
  std::size_t count = 0;
  double width = 0;  ///< a CJK character says about as much as two and a half letters
};

Letters letters_of(std::string_view text) {
  Letters out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    if (!is_letter(c) && !is_digit(c)) continue;
    ++out.count;
    out.width += is_cjk(c) ? 2.5 : 1;
  }
  return out;
}

/// Lengths outside [1/3, 3]: no human reference of data/mt lies outside for sources of
/// 30 letters or more (see fidelity_test.cc).
constexpr double max_length_ratio = 3;
constexpr double min_compared_width = 30;
/// Shorter texts may be names.
constexpr std::size_t min_copied_words = 5;

void check_shape(const TextPair& pair, std::vector<Finding>* out) {
  const auto before = letters_of(pair.source), after = letters_of(pair.target);
  if (before.count == 0) return;
  if (after.count == 0) {
    out->push_back({"empty", "nothing stands for this sentence", -1, -1, true});
    return;
  }
  if (before.width >= min_compared_width && (after.width * max_length_ratio < before.width ||
                                             after.width > before.width * max_length_ratio))
    out->push_back({"length",
                    std::to_string(after.count) + " letters for " + std::to_string(before.count),
                    -1, -1, false});
  if (words(pair.source).size() >= min_copied_words && fold(pair.source) == fold(pair.target))
    out->push_back({"copy", "the original, untranslated", -1, -1, false});
}

/// Gives what was found in a pair of texts its place.
void place(std::vector<Finding> found, std::int32_t block, std::int32_t sentence, bool human,
           std::vector<Finding>* out) {
  for (auto& finding : found) {
    finding.block = block;
    finding.sentence = sentence;
    finding.holds = finding.holds && !human;
    out->push_back(std::move(finding));
  }
}

/// An edition most of whose sentences came back untranslated is none: the article is in another
/// language than it says.
void check_copies(std::size_t sentences, bool human, std::vector<Finding>* out) {
  const auto copies = static_cast<std::size_t>(
      std::count_if(out->begin(), out->end(), [](const Finding& f) { return f.check == "copy"; }));
  if (copies >= 3 && copies * 2 > sentences)
    out->push_back({"copy",
                    std::to_string(copies) + " of " + std::to_string(sentences) +
                        " sentences came back untranslated: is the article's language right?",
                    -1, -1, !human});
}

std::vector<std::string> opaque_in(const Block& block, const ByteRange& range) {
  std::vector<std::string> out;
  for (const auto& span : block.spans)
    if (span.kind == SpanKind::opaque && span.range.begin >= range.begin &&
        span.range.end <= range.end)
      out.emplace_back(slice(block.text, span.range));
  return out;
}

}  // namespace

std::vector<Finding> check_text(const TextPair& pair) {
  std::vector<Finding> out;
  check_shape(pair, &out);
  if (!out.empty() && out.front().check == "empty") return out;
  translate_detail::check_numbers(pair, &out);
  check_urls(pair, &out);
  check_opaque(pair, &out);
  check_quotation_marks(pair, &out);
  if (translate_detail::has_entity(pair.target) && !translate_detail::has_entity(pair.source))
    out.push_back({"engine", "an HTML entity stands in the text", -1, -1, false});
  return out;
}

std::vector<Finding> check_fidelity(const Article& article, const Edition& edition) {
  std::vector<Finding> out;
  const bool human = edition.kind == EditionKind::human;
  std::size_t long_sentences = 0;
  const auto check = [&](std::string_view source, std::string_view target,
                         std::vector<std::string> opaque, std::size_t block, std::size_t sentence) {
    if (words(source).size() >= min_copied_words) ++long_sentences;
    place(check_text({source, article.language, target, edition.language, std::move(opaque)}),
          static_cast<std::int32_t>(block), static_cast<std::int32_t>(sentence), human, &out);
  };
  constexpr auto none = static_cast<std::size_t>(-1);
  check(article.headline, edition.headline, {}, none, none);
  check(article.subheadline, edition.subheadline, {}, none, none);
  for (std::size_t b = 0; b < article.blocks.size(); ++b) {
    const auto& block = article.blocks[b];
    const EditionBlock empty;
    const auto& made = b < edition.blocks.size() ? edition.blocks[b] : empty;
    if (block.text.empty()) continue;
    if (block.sentences.empty() || made.sentences.size() != block.sentences.size()) {
      check(block.text, made.text,
            opaque_in(block, {0, static_cast<std::uint32_t>(block.text.size())}), b, none);
      continue;
    }
    for (std::size_t s = 0; s < block.sentences.size(); ++s)
      check(slice(block.text, block.sentences[s].range), slice(made.text, made.sentences[s]),
            opaque_in(block, block.sentences[s].range), b, s);
  }
  check_copies(long_sentences, human, &out);
  return out;
}

}  // namespace kaynak
