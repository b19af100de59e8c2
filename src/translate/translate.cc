#include "translate/translate.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/known_sentences.h"
#include "translate/mask.h"
#include "translate/unit.h"

namespace kaynak {
namespace {

using translate_detail::find_names;
using translate_detail::find_opaque;
using translate_detail::merge_parts;
using translate_detail::Unit;

constexpr auto none = static_cast<std::size_t>(-1);

/// Words that make a name one of an institution, which translations translate ("Defense Ministry"),
/// in the languages that the pairs at hand translate from and that have capitals in such names.
constexpr std::string_view institution_words =
    " ministry minister department government office agency authority council committee commission "
    "police court university institute school bank company party union association federation army "
    "navy service services house parliament senate president secretary ministerio ministro "
    "gobierno "
    "autoridad consejo comite comision policia tribunal universidad instituto banco partido "
    "sindicato "
    "asociacion federacion ejercito asuntos exteriores nacional ministeri govern autoritat consell "
    "ministere gouvernement autorite conseil comite universite institut banque parti armee ";

/// Whether a text is a person's name, and no description ("a spokesman for the port"), place in an
/// institution, or institution.
bool is_person(std::string_view text) {
  std::size_t count = 0;
  for (const auto word : words(text)) {
    std::size_t i = 0;
    const char32_t first = next_code_point(word, &i);
    if (is_letter(first) && !is_upper(first) && word.size() > 3) return false;
    if (institution_words.find(" " + fold(word) + " ") != std::string_view::npos) return false;
    ++count;
  }
  return count >= 2 && count <= 5;
}

/// Names the article gives as data. An engine that does not know a name takes it for words: of
/// "Rose Brown told Green Park News that Price Waters was wrong", Apertium eng-cat makes "Va
/// ascendir el marró va dir Notícia de Parc Verd aquelles Aigües de Preu era incorrectes". Of 548
/// names in 469 sentences of 43 English articles (data/extraction/fundus), eng-spa changed 161 and
/// eng-cat 164; with masks none, and no more sentences were held.
translate_detail::Names names_of(const Article& article) {
  translate_detail::Names out;
  out.persons = article.authors;
  for (const auto& quote : article.quotes)
    if (is_person(quote.speaker)) out.persons.push_back(quote.speaker);
  for (const auto& block : article.blocks)
    if (block.figure)
      out.persons.insert(out.persons.end(), block.figure->photographers.begin(),
                         block.figure->photographers.end());
  out.media = article.text_agencies;
  out.media.insert(out.media.end(), article.cited_sources.begin(), article.cited_sources.end());
  out.media.push_back(article.outlet);
  out.media.push_back(article.dateline.agency);
  return out;
}

bool is_inside(const ByteRange& part, const ByteRange& whole) {
  return part.begin >= whole.begin && part.end <= whole.end && !part.empty();
}

bool is_untouchable(SpanKind kind) {
  return kind == SpanKind::opaque || kind == SpanKind::code || kind == SpanKind::language;
}

ByteRange within(const ByteRange& part, const ByteRange& whole) {
  return {part.begin - whole.begin, part.end - whole.begin};
}

/// A span that reaches the edition: which of the sentence's hidden parts it is, or which unit
/// translates its text.
struct Carried {
  const Span* span;
  std::size_t sentence;
  std::size_t part = none;
  std::size_t unit = none;
};

/// Makes an article's units, and then an edition of their translations.
class Maker {
 public:
  explicit Maker(const Article& article) : article_(article), names_(names_of(article)) {
    headline_ = add(article.headline, {});
    subheadline_ = add(article.subheadline, {});
    for (const auto& block : article.blocks) blocks_.push_back(plan(block));
  }

  std::vector<Unit>* units() { return &units_; }

  void fill(Edition* edition) {
    edition->headline = finish(headline_, -1, -1, edition);
    edition->subheadline = finish(subheadline_, -1, -1, edition);
    for (std::size_t b = 0; b < blocks_.size(); ++b) edition->blocks.push_back(build(b, edition));
  }

 private:
  struct Plan {
    std::vector<ByteRange> ranges;   ///< what is translated as one, into the block's text
    std::vector<std::size_t> units;  ///< of each range
    std::vector<Carried> carried;
  };

  std::size_t add(std::string_view text, const std::vector<ByteRange>& untouchable) {
    auto hidden = merge_parts(find_opaque(text), untouchable);
    hidden = merge_parts(std::move(hidden), find_names(text, names_));
    units_.emplace_back(text, std::move(hidden));
    return units_.size() - 1;
  }

  Plan plan(const Block& block) {
    Plan made;
    if (block.text.empty()) return made;
    for (const auto& sentence : block.sentences) made.ranges.push_back(sentence.range);
    if (made.ranges.empty())
      made.ranges.push_back({0, static_cast<std::uint32_t>(block.text.size())});
    for (std::size_t s = 0; s < made.ranges.size(); ++s) plan_sentence(block, s, &made);
    return made;
  }

  void plan_sentence(const Block& block, std::size_t s, Plan* made) {
    const auto range = made->ranges[s];
    std::vector<ByteRange> untouchable;
    for (const auto& span : block.spans)
      if (is_untouchable(span.kind) && is_inside(span.range, range))
        untouchable.push_back(within(span.range, range));
    const auto text = std::string_view(block.text).substr(range.begin, range.size());
    const auto unit = add(text, merge_parts(untouchable, {}));
    made->units.push_back(unit);
    for (const auto& span : block.spans)
      if (is_inside(span.range, range)) carry(span, range, s, unit, untouchable, text, made);
  }

  void carry(const Span& span, const ByteRange& range, std::size_t s, std::size_t sentence_unit,
             const std::vector<ByteRange>& untouchable, std::string_view text, Plan* made) {
    Carried carried{&span, s};
    const auto local = within(span.range, range);
    if (is_untouchable(span.kind)) {
      const auto& hidden = units_[sentence_unit].masked.parts();
      const auto at = std::find(hidden.begin(), hidden.end(), local);
      if (at == hidden.end()) return;
      carried.part = static_cast<std::size_t>(at - hidden.begin());
    } else if (local.size() == text.size()) {
      carried.unit = sentence_unit;
    } else {
      std::vector<ByteRange> inner;
      for (const auto& part : untouchable)
        if (is_inside(part, local)) inner.push_back(within(part, local));
      carried.unit = add(text.substr(local.begin, local.size()), inner);
    }
    made->carried.push_back(carried);
  }

  std::string finish(std::size_t index, std::int32_t block, std::int32_t sentence,
                     Edition* edition) {
    const auto& unit = units_[index];
    if (unit.repaired)
      edition->findings.push_back(
          {"engine", "an HTML entity in the engine's answer was repaired", block, sentence, false});
    if (unit.in_pieces)
      edition->findings.push_back(
          {"engine", "translated around its untouchable parts, since the engine lost one", block,
           sentence, false});
    return unit.result.text;
  }

  /// What stands between two sentences: as in the original, but a blank where a text without blanks
  /// goes into one with.
  static std::string gap(const Block& block, const ByteRange& before, const ByteRange& after) {
    auto text = block.text.substr(before.end, after.begin - before.end);
    return text.empty() ? " " : text;
  }

  EditionBlock build(std::size_t b, Edition* edition) {
    const auto& block = article_.blocks[b];
    const auto& plan = blocks_[b];
    EditionBlock made;
    std::vector<ByteRange> ranges;
    for (std::size_t s = 0; s < plan.ranges.size(); ++s) {
      if (s > 0) made.text += gap(block, plan.ranges[s - 1], plan.ranges[s]);
      const auto begin = static_cast<std::uint32_t>(made.text.size());
      made.text += finish(plan.units[s], static_cast<std::int32_t>(b),
                          block.sentences.empty() ? -1 : static_cast<std::int32_t>(s), edition);
      ranges.push_back({begin, static_cast<std::uint32_t>(made.text.size())});
    }
    for (const auto& carried : plan.carried) place(carried, plan, ranges, &made);
    std::stable_sort(made.spans.begin(), made.spans.end(),
                     [](const Span& x, const Span& y) { return x.range.begin < y.range.begin; });
    if (!block.sentences.empty()) made.sentences = std::move(ranges);
    return made;
  }

  void place(const Carried& carried, const Plan& plan, const std::vector<ByteRange>& ranges,
             EditionBlock* made) {
    const auto& sentence = units_[plan.units[carried.sentence]].result;
    std::optional<ByteRange> local;
    if (carried.part != none) {
      if (carried.part < sentence.parts.size()) local = sentence.parts[carried.part];
    } else {
      local = locate(sentence.text, units_[carried.unit].result.text);
    }
    if (!local) return;  // the reader loses a link, never a word
    const auto offset = ranges[carried.sentence].begin;
    made->spans.push_back(
        {carried.span->kind, {local->begin + offset, local->end + offset}, carried.span->value});
  }

  /// Where `part` stands in `text`, if in one place alone; the case of its first letter may differ.
  static std::optional<ByteRange> locate(const std::string& text, const std::string& part) {
    if (part.empty()) return std::nullopt;
    std::size_t first = 0;
    next_code_point(part, &first);
    const std::string_view tail = std::string_view(part).substr(first);
    const auto head = fold_case(std::string_view(part).substr(0, first));
    std::optional<ByteRange> found;
    for (std::size_t at = 0; at + part.size() <= text.size(); ++at) {
      if ((static_cast<unsigned char>(text[at]) & 0xc0) == 0x80) continue;
      std::size_t next = at;
      next_code_point(text, &next);
      if (text.compare(next, tail.size(), tail) != 0 ||
          fold_case(std::string_view(text).substr(at, next - at)) != head)
        continue;
      const auto end = next + tail.size();
      if (!translate_detail::is_whole_word(text, at, end)) continue;
      if (found) return std::nullopt;
      found = ByteRange{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
    }
    return found;
  }

  const Article& article_;
  const translate_detail::Names names_;
  std::vector<Unit> units_;
  std::size_t headline_ = 0, subheadline_ = 0;
  std::vector<Plan> blocks_;
};

/// "Apertium 3.8.3 en-es, es-ca"; engines of another name are said again.
std::string engine_name(const std::vector<RouteStep>& route) {
  std::string out, last;
  for (const auto& step : route) {
    const auto name = step.engine->name();
    out += out.empty() ? "" : ", ";
    if (name != last) out += name + " ";
    out += step.pair.from.value + "-" + step.pair.to.value;
    last = name;
  }
  return out;
}

}  // namespace

Result<Edition> translate(const Article& article, const LanguageTag& to,
                          const std::vector<RouteStep>& route, Time now,
                          const EarlierEdition* earlier) {
  if (route.empty())
    return fail(ErrorCode::unsupported, "translate",
                "no engine translates " + article.language.value + " into " + to.value);
  Maker maker(article);
  if (earlier) translate_detail::reuse_sentences(*earlier, engine_name(route), maker.units());
  KAYNAK_TRY(translate_detail::translate_units(route, maker.units()));
  Edition edition;
  edition.id = edition_id_for(article.id, to);
  edition.article = article.id;
  edition.language = to;
  edition.from = article.language;
  edition.kind = EditionKind::machine;
  edition.engine = engine_name(route);
  edition.source_digest = text_digest(article);
  edition.created = now;
  maker.fill(&edition);
  for (auto& finding : check_fidelity(article, edition))
    edition.findings.push_back(std::move(finding));
  const bool held = std::any_of(edition.findings.begin(), edition.findings.end(),
                                [](const Finding& finding) { return finding.holds; });
  edition.status = held ? EditionStatus::held : EditionStatus::ready;
  return edition;
}

}  // namespace kaynak
