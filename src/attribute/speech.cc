/// @file All quotations of a page in order, with what goes from one to the next.
#include <algorithm>

#include "attribute/speakers.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::int32_t max_interview = 4;  // blocks that an interview named once governs
constexpr std::int32_t max_silence =
    3;  // blocks after which a quotation without a name is nobody's

class Speech {
 public:
  Speech(const std::vector<Block>& blocks, const std::vector<Scan>& scans,
         const std::vector<std::vector<Relay>>& relays, const Language& language, People* people,
         std::string_view tag)
      : blocks_(blocks),
        scans_(scans),
        relays_(relays),
        language_(language),
        people_(people),
        tag_(tag) {}

  std::vector<Quote> find() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) read_block(static_cast<std::int32_t>(b));
    return std::move(quotes_);
  }

 private:
  static bool speaks(const Block& block) {
    return !block.lead && (block.kind == BlockKind::paragraph || block.kind == BlockKind::quote ||
                           block.kind == BlockKind::list_item);
  }

  void read_block(std::int32_t b) {
    const Block& block = blocks_[b];
    const Scan& scan = scans_[b];
    if (!speaks(block) || scan.tokens.empty()) return;
    std::vector<QuoteSpan> spans = split_at_tags(scan, find_marked(scan.text));
    std::vector<QuoteSpan> dashed;
    if (language_.dash_speech || dash_tongue()) dashed = find_dashed(scan);
    if (!dashed.empty() && (!any_long_enough(spans) || tagged_around(dashed, spans, scan)))
      spans = std::move(dashed);
    if (block.kind == BlockKind::quote && spans.empty()) spans = whole_block(b);
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const std::uint32_t from = i ? spans[i - 1].outer.end : 0;
      const std::uint32_t to = i + 1 < spans.size() ? spans[i + 1].outer.begin
                                                    : static_cast<std::uint32_t>(scan.text.size());
      read_quote(b, spans[i], from, to);
    }
    note_interview(b);
    mention_persons(b);
  }

  static bool any_long_enough(const std::vector<QuoteSpan>& spans) {
    return std::any_of(spans.begin(), spans.end(), [](const QuoteSpan& q) { return q.enough; });
  }

  /// Whether what stands between marks stands inside speech with a dash that has its tag behind it:
  /// "– He cried: “…”, and left – said X."
  static bool tagged_around(const std::vector<QuoteSpan>& dashed,
                            const std::vector<QuoteSpan>& marked, const Scan& scan) {
    if (dashed.back().outer.end + 3 >= scan.text.size()) return false;
    return std::all_of(marked.begin(), marked.end(), [&](const QuoteSpan& m) {
      return std::any_of(dashed.begin(), dashed.end(), [&](const QuoteSpan& d) {
        return d.inner.begin < m.outer.begin && m.outer.end <= d.inner.end;
      });
    });
  }

  /// Languages that set speech with a dash but have no phrases of their own here.
  bool dash_tongue() const {
    static constexpr std::string_view tongues[] = {"no", "nb", "nn", "sv", "da", "fi", "es", "ca",
                                                   "tr", "pl", "ru", "uk", "fr", "pt", "cs"};
    const std::string_view primary = tag_.substr(0, tag_.find('-'));
    return std::find(std::begin(tongues), std::end(tongues), primary) != std::end(tongues);
  }

  /// A block quotation without marks counts where the text before it leads up to it.
  std::vector<QuoteSpan> whole_block(std::int32_t b) const {
    if (b == 0 || !std::string_view(blocks_[b - 1].text).ends_with(":")) return {};
    QuoteSpan span;
    span.inner = span.outer = {0, static_cast<std::uint32_t>(scans_[b].text.size())};
    span.enough = scans_[b].size() >= 4;
    return {span};
  }

  void read_quote(std::int32_t b, const QuoteSpan& span, std::uint32_t from, std::uint32_t to) {
    const Scan& scan = scans_[b];
    Attribution found = attribute_quote(scan, language_, *people_, relays_[b], span, from, to);
    Quote quote;
    quote.text = std::string(scan.text.substr(span.inner.begin, span.inner.size()));
    quote.evidence = {b, span.inner};
    fill_speaker(b, found, span, &quote);
    fill_via(b, span, &quote);
    if (!quote.speaker.empty()) last_ = {quote.speaker, quote.via, b, span.outer.end};
    if (!span.enough && !spoken_briefly(scan, span, found)) return;
    if (looks_like_title(scan, span) && found.cue.empty() && tag_.substr(0, 2) != "de") return;
    quotes_.push_back(std::move(quote));
  }

  /// Three words are speech, not a title, only where they are a sentence that a tag follows:
  /// "“Hands off me,” said X.".
  static bool spoken_briefly(const Scan& scan, const QuoteSpan& span, const Attribution& found) {
    const std::uint32_t first = scan.token_at(span.inner.begin);
    const std::uint32_t next = scan.token_at(span.outer.end);
    if (!span.brief || found.cue.empty() || !found.subject.found() || next >= scan.size())
      return false;
    const bool begins = first == 0 || (scan.tokens[first].before & gap_stop);
    const bool tagged = (scan.tokens[next].before & (gap_comma | gap_dash)) != 0;
    return begins && tagged && found.cue.first >= next && found.cue.first <= next + 4;
  }

  void fill_speaker(std::int32_t b, const Attribution& found, const QuoteSpan& span, Quote* quote) {
    const Scan* scan = &scans_[b];
    Attribution a = found;
    std::int32_t where = b;
    if (!a.subject.found() && span.outer.begin < 4 && b > 0 &&
        std::string_view(blocks_[b - 1].text).ends_with(":") && !scans_[b - 1].tokens.empty()) {
      where = b - 1;
      scan = &scans_[where];
      const auto end = static_cast<std::uint32_t>(scan->text.size());
      QuoteSpan after;
      after.inner = after.outer = {end, end};
      a = attribute_quote(*scan, language_, *people_, relays_[where], after, 0, end);
    }
    if (!a.cue.empty()) quote->cue = std::string(scan->words(a.cue.first, a.cue.last));
    if (!a.subject.found()) {
      quote->speaker = antecedent(b, span.outer.begin);
      return;
    }
    const WordRange written = a.subject.written;
    quote->speaker_as_written = std::string(scan->words(written.first, written.last));
    quote->speaker_evidence = {
        where, {scan->tokens[written.first].begin, scan->tokens[written.last - 1].end}};
    if (a.subject.pronoun)
      quote->speaker = antecedent(b, span.outer.begin);
    else if (!a.subject.name.empty())
      quote->speaker = full_name(*scan, a.subject.name);
    else
      quote->speaker = unnamed(*scan, written, b, span.outer.begin);
  }

  std::string full_name(const Scan& scan, WordRange name) const {
    const std::string full = people_->fullest(scan, name);
    if (!full.empty()) return spell_name(full, tag_);
    return spell_name(scan.words(name.first, name.last), tag_);
  }

  /// A role without a name: whoever was spoken of, where the words say that he is known ("the
  /// minister"); else the role.
  std::string unnamed(const Scan& scan, WordRange written, std::int32_t b,
                      std::uint32_t before) const {
    std::string role(scan.words(written.first, written.last));
    const bool indefinite = scan.fold_at(written.first) == "a" ||
                            scan.fold_at(written.first) == "an" ||
                            scan.fold_at(written.first) == "one";
    if (indefinite || written.size() > 4) return role;
    const std::string known = antecedent(b, before);
    const std::vector<std::string> bearers = people_->with_role(scan, written);
    if (std::any_of(bearers.begin(), bearers.end(),
                    [&](const std::string& name) { return same_name(name, known); }))
      return known;
    if (bearers.size() == 1) return spell_name(bearers[0], tag_);
    const bool here = last_.block == b || !named_between(scan, 0, before).empty();
    return !known.empty() && here && bearers.empty() ? known : role;
  }

  /// Whom a pronoun or silence means: who was named last in this block, else who spoke last, else
  /// who was named last, if that was near.
  std::string antecedent(std::int32_t b, std::uint32_t before) const {
    if (last_.block < b || last_.end < before)
      if (std::string here = named_between(scans_[b], last_.block == b ? last_.end : 0, before);
          !here.empty())
        return here;
    if (named_.block > last_.block && b - named_.block <= 1) return named_.speaker;
    if (!last_.speaker.empty() && b - last_.block <= max_silence) return last_.speaker;
    return b - named_.block <= max_silence ? named_.speaker : std::string();
  }

  /// Whom bytes [from, to) are about: the last person beside a cue, else the first one named.
  std::string named_between(const Scan& scan, std::uint32_t from, std::uint32_t to) const {
    WordRange first, speaking;
    for (std::uint32_t i = scan.token_at(from); i < scan.size() && scan.tokens[i].begin < to;) {
      const WordRange run = capital_run(scan, i);
      if (run.empty()) {
        ++i;
        continue;
      }
      i = run.last;
      const WordRange name = name_in_run(scan, run);
      if (!people_->is_person(scan, name)) continue;
      if (first.empty()) first = name;
      if (!last_.speaker.empty() && spell_name(people_->fullest(scan, name), tag_) == last_.speaker)
        return last_.speaker;  // who spoke last and is named again
      if (scan.is(run.last, k_cue) || (run.first > 0 && scan.is(run.first - 1, k_cue)))
        speaking = name;
    }
    const WordRange best = speaking.empty() ? first : speaking;
    return best.empty() ? std::string() : spell_name(people_->fullest(scan, best), tag_);
  }

  /// Notes the last person a block names.
  void mention_persons(std::int32_t b) {
    const Scan& scan = scans_[b];
    std::string name = named_between(scan, 0, static_cast<std::uint32_t>(scan.text.size()));
    if (!name.empty()) named_ = {std::move(name), {}, b, 0};
  }

  /// "X spoke to Reuters. “…”", "TASS published the letter. “…”": a medium that was told something
  /// or made something public in the sentence before.
  const Relay* told_just_before(std::int32_t b, std::uint32_t sentence,
                                std::string_view speaker) const {
    for (const Relay& relay : relays_[b])
      if ((relay.told || relay.published) && !relay.network && relay.sentence + 1 == sentence &&
          !same_name(relay.name, speaker))
        return &relay;
    return nullptr;
  }

  /// Notes an interview with a medium: what is said after it was said there.
  void note_interview(std::int32_t b) {
    const Scan& scan = scans_[b];
    for (const Relay& relay : relays_[b]) {
      if (!relay.told || relay.network) continue;
      const std::uint32_t at = scan.token_at(relay.range.begin);
      for (std::uint32_t i = at > 8 ? at - 8 : 0; i < at; ++i)
        if (scan.is(i, k_interview) || interview_word(scan.fold_at(i)))
          interview_ = {{}, relay.name, b, 0};
    }
  }

  static bool interview_word(std::string_view word) {
    static constexpr std::string_view stems[] = {
        "interview", "entretien", "entrevista", "intervist", "gespräch",
        "wywiad",    "rozmow",    "интервью",   "röportaj",  "інтерв"};
    return std::any_of(std::begin(stems), std::end(stems),
                       [&](auto s) { return word.starts_with(s); });
  }

  void fill_via(std::int32_t b, const QuoteSpan& span, Quote* quote) const {
    const Scan& scan = scans_[b];
    const auto sentence_of = [&](std::uint32_t byte) {
      std::uint32_t s = 0;
      while (s + 1 < scan.sentences.size() && byte >= scan.sentences[s].end) ++s;
      return s;
    };
    const std::uint32_t first = sentence_of(span.outer.begin);
    const std::uint32_t last = sentence_of(span.outer.end);
    const Relay* best = nullptr;
    for (const Relay& relay : relays_[b]) {
      if (relay.sentence < first || relay.sentence > last) continue;
      if (relay.range.begin >= span.inner.begin && relay.range.end <= span.inner.end) continue;
      if (relay.network && !relay.told) continue;
      if (!quote->speaker.empty() && same_name(relay.name, quote->speaker)) continue;
      if (!best || (relay.told && !best->told)) best = &relay;
    }
    if (!best) best = told_just_before(b, first, quote->speaker);
    if (best)
      quote->via = best->name;
    else if (b - interview_.block <= max_interview)
      quote->via = interview_.via;
    if (best) return;
    if (quote->via.empty() && last_.block == b && last_.speaker == quote->speaker &&
        !last_.via.empty())
      quote->via = last_.via;
  }

  struct Last {
    std::string speaker;
    std::string via;
    std::int32_t block = -1000;
    std::uint32_t end = 0;  ///< of the quotation
  };
  const std::vector<Block>& blocks_;
  const std::vector<Scan>& scans_;
  const std::vector<std::vector<Relay>>& relays_;
  const Language& language_;
  People* people_;
  std::string_view tag_;
  std::vector<Quote> quotes_;
  Last last_, named_, interview_;
};

}  // namespace

std::vector<Quote> find_quotes(const std::vector<Block>& blocks, const std::vector<Scan>& scans,
                               const std::vector<std::vector<Relay>>& relays,
                               const Language& language, People* people, std::string_view tag) {
  return Speech(blocks, scans, relays, language, people, tag).find();
}

}  // namespace kaynak::attribute_detail
