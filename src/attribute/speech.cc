/// @file All quotations of a page in order, with what goes from one to the next.
#include <algorithm>

#include "attribute/speakers.h"
#include "attribute/via.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::int32_t max_interview = 4;  // blocks that an interview named once governs
constexpr double carried = 0.6;  // nobody named beside it: whoever spoke or was named last
constexpr double carried_inside = 0.4;
constexpr double resolved = 0.85;  // a pronoun means whom we take it to mean
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
        tag_(tag),
        via_(scans, relays, end_of_opening(blocks)) {}

  std::vector<Quote> find() {
    for (std::size_t b = 0; b < blocks_.size(); ++b) read_block(static_cast<std::int32_t>(b));
    return std::move(quotes_);
  }

 private:
  /// Behind the first two paragraphs, pictures between them not counted.
  static std::int32_t end_of_opening(const std::vector<Block>& blocks) {
    constexpr int paragraphs = 2;
    int seen = 0;
    std::int32_t b = 0;
    for (; b < static_cast<std::int32_t>(blocks.size()) && seen < paragraphs; ++b)
      seen += blocks[static_cast<std::size_t>(b)].kind == BlockKind::paragraph;
    return b;
  }
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
    if (language_.dash_speech) dashed = find_dashed(scan);
    if (!dashed.empty() && (!any_long_enough(spans) || tagged_around(dashed, spans, scan)))
      spans = std::move(dashed);
    if (block.kind == BlockKind::quote && spans.empty()) spans = whole_block(b);
    quoted_.clear();
    for (const QuoteSpan& span : spans)
      if (span.enough) quoted_.push_back(span.outer);
    mark_terms(scan, &spans);
    said_ = false;
    for (std::size_t i = 0; i < spans.size(); ++i) {
      const std::uint32_t from = i ? spans[i - 1].outer.end : 0;
      const std::uint32_t to = i + 1 < spans.size() ? spans[i + 1].outer.begin
                                                    : static_cast<std::uint32_t>(scan.text.size());
      read_quote(b, spans[i], from, to);
    }
    share_tags(b);
    note_relays(b);
    mention_persons(b);
  }

  /// "“…” and “…”, X explained": the tag behind the last quotation of a sentence is of those before
  /// it that name nobody, too.
  void share_tags(std::int32_t b) {
    const std::string_view text = scans_[b].text;
    for (std::size_t i = quotes_.size(); i-- > 1 && quotes_[i - 1].evidence.block == b;) {
      const Quote& tagged = quotes_[i];
      Quote& open = quotes_[i - 1];
      const std::uint32_t end = open.evidence.range.end, next = tagged.evidence.range.begin;
      const bool behind = tagged.speaker_evidence.block == b &&
                          tagged.speaker_evidence.range.begin >= tagged.evidence.range.end;
      if (!behind || !open.speaker_as_written.empty() || next < end || end == 0) continue;
      const std::string_view between = text.substr(end - 1, next - end + 1);
      if (between.find_first_of(".!?") != between.npos) continue;
      open.speaker = tagged.speaker;
      open.confidence = tagged.confidence * resolved;
    }
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
    // A term in marks that nobody is said to say changes nothing.
    if (!quote.speaker.empty() && (span.enough || !found.cue.empty()))
      last_ = {quote.speaker,
               quote.via,
               b,
               span.outer.end,
               quote.confidence,
               quote.text.ends_with("?"),
               is_name(quote),
               is_body_name(scan, found.subject)};
    said_ = !found.cue.empty() || (said_ && found.goes_on);
    if (span.term && !said_) return;
    quote.partial = !span.enough;
    if (quote.partial && !quoted_in_part(scan, span, found, quote.confidence)) return;
    if (looks_like_title(scan, span) && found.cue.empty() && tag_.substr(0, 2) != "de") return;
    quotes_.push_back(std::move(quote));
  }

  /// Whether the speaker is called by a name: it begins with a capital, or the script has none.
  bool is_name(const Quote& quote) const {
    std::size_t i = 0;
    return language_.no_case || is_upper(next_code_point(quote.speaker, &i));
  }

  bool is_body_name(const Scan& scan, const Subject& s) const {
    return !s.name.empty() && !people_->is_person(scan, s.name);
  }

  /// Whether a few words are somebody's: "She called the plan “a disgrace”". A verb and its
  /// subject stand beside them, and they are no title; a single word is as often a term, and counts
  /// where a mark ends it ("“Never,” said X").
  static bool quoted_in_part(const Scan& scan, const QuoteSpan& span, const Attribution& found,
                             double confidence) {
    if (!span.words || found.cue.empty() || !found.subject.found()) return false;
    if (confidence < apart || looks_like_title(scan, span)) return false;
    return span.words > 1 || punctuated(scan.text, span);
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
    quote->confidence = a.confidence;
    if (!a.cue.empty()) quote->cue = std::string(scan->words(a.cue.first, a.cue.last));
    if (!a.subject.found()) {
      const bool goes_on = a.goes_on && last_.block == b;
      // Words quoted inside a sentence that names nobody are as often nobody's.
      if (goes_on)
        quote->speaker = last_.speaker;
      else if (!a.inside || !language_.fixed_order)
        quote->speaker = antecedent(b, span.outer.begin, false);
      quote->confidence = goes_on    ? resolved * last_.confidence
                          : a.inside ? carried_inside
                                     : carried;
      return;
    }
    const WordRange written = a.subject.written;
    quote->speaker_as_written = std::string(scan->words(written.first, written.last));
    quote->speaker_evidence = {
        where, {scan->tokens[written.first].begin, scan->tokens[written.last - 1].end}};
    if (a.subject.pronoun) {
      quote->speaker = antecedent(b, span.outer.begin, true);
      // Who asked is not who answers.
      const bool answer = last_.asked && last_.block < b && quote->speaker == last_.speaker;
      if (answer && !named_.speaker.empty()) quote->speaker = named_.speaker;
      quote->confidence *= resolved;
    } else if (!a.subject.name.empty())
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
    if (indefinite(scan, written) || of_somebody(scan, written)) return role;
    if (is_body(scan, written)) {
      const std::string body = body_before(scan, written, b, before);
      return body.empty() ? role : body;
    }
    if (!is_role(scan, written)) return role;
    const std::string known = antecedent(b, before, true);
    const std::vector<std::string> bearers = people_->with_role(scan, written);
    if (std::any_of(bearers.begin(), bearers.end(),
                    [&](const std::string& name) { return same_name(name, known); }))
      return known;
    if (!known.empty() && known == subject_before(scan, before)) return known;
    if (bearers.size() == 1) return spell_name(bearers[0], tag_);
    const bool tag =
        before < 4;  // a paragraph that begins with the words: the same speaker goes on
    const bool spoke_just_before =
        b - last_.block <= 1 && known == last_.speaker && (tag || !people_->has_role(known));
    const bool here =
        last_.block == b || spoke_just_before || !named_between(scan, 0, before).empty();
    if (!known.empty() && here && bearers.empty()) return known;
    return tag && !known.empty() && subject_of_block(b - 1) == known ? known : role;
  }

  /// Whom the first sentence of a block is about.
  std::string subject_of_block(std::int32_t b) const {
    if (b < 0 || scans_[b].tokens.empty()) return {};
    const Scan& scan = scans_[b];
    const WordRange name = name_in_run(scan, capital_run(scan, 0));
    return people_->is_person(scan, name) ? spell_name(people_->fullest(scan, name), tag_)
                                          : std::string();
  }

  /// A word for a body ("the bank") and none for a person ("the bank's chairman").
  static bool is_body(const Scan& scan, WordRange written) {
    bool body = false;
    for (std::uint32_t i = written.first; i < written.last; ++i) {
      if (scan.is(i, k_role) && !scan.is(i, k_body)) return false;
      body = body || scan.is(i, k_body);
    }
    return body;
  }

  /// The body that "the bank" means: the one that a sentence just before begins with, or that spoke
  /// just before. Only for an article and a noun: more words name a body of their own.
  std::string body_before(const Scan& scan, WordRange written, std::int32_t b,
                          std::uint32_t before) const {
    if (written.size() != 2 || !scan.is(written.first, k_determiner)) return {};
    if (std::string here = body_leading(scan, before); !here.empty()) return here;
    if (b - last_.block <= 1 && last_.body) return last_.speaker;
    for (std::int32_t i = b - 1; i >= 0 && i >= b - 2; --i) {
      if (scans_[i].tokens.empty()) continue;
      const auto end = static_cast<std::uint32_t>(scans_[i].text.size());
      if (std::string there = body_leading(scans_[i], end); !there.empty()) return there;
    }
    return {};
  }

  /// The name of no person that the last such sentence before a byte begins with.
  std::string body_leading(const Scan& scan, std::uint32_t before) const {
    const std::uint32_t end = scan.token_at(before);
    for (std::uint32_t i = end; i-- > 0;) {
      if (i > 0 && !(scan.tokens[i].before & gap_stop)) continue;
      const std::uint32_t first = scan.is(i, k_determiner) ? i + 1 : i;
      const WordRange run = capital_run(scan, first);
      const WordRange name = name_in_run(scan, run);
      if (name.empty() || run.last >= end) continue;
      if (before < scan.text.size() && quoted(scan.tokens[first].begin)) continue;
      if (scan.tokens[run.last].before & gap_apostrophe) continue;
      const bool sure = name.size() >= 2 || scan.tokens[name.first].upper;
      if (sure && run.first == name.first && !people_->has_surname(scan, name))
        return std::string(scan.words(name.first, name.last));
    }
    return {};
  }

  /// Whom the sentence that ends before a byte is about.
  std::string subject_before(const Scan& scan, std::uint32_t before) const {
    std::uint32_t i = scan.token_at(before);
    const std::uint32_t end = i;
    while (i > 0 && (i == end || !(scan.tokens[i - 1].after & gap_stop))) --i;
    return i < end ? named_between(scan, scan.tokens[i].begin, before) : std::string();
  }

  bool indefinite(const Scan& scan, WordRange written) const {
    return std::find(language_.indefinite.begin(), language_.indefinite.end(),
                     scan.fold_at(written.first)) != language_.indefinite.end();
  }

  /// "the lawyers of Novak": somebody else than Novak.
  bool of_somebody(const Scan& scan, WordRange written) const {
    bool of = false;
    for (std::uint32_t i = written.first + 1; i < written.last; ++i) {
      of = of || scan.is(i, k_preposition);
      if (of && scan.tokens[i].capital &&
          people_->is_person(scan, name_in_run(scan, capital_run(scan, i))))
        return true;
    }
    return false;
  }

  static bool is_role(const Scan& scan, WordRange written) {
    for (std::uint32_t i = written.first; i < written.last; ++i)
      if (scan.is(i, k_role | k_honorific)) return true;
    return false;
  }

  /// Whom a pronoun or silence means: who was named last in this block, else who spoke last, else
  /// who was named last, if that was near.
  std::string antecedent(std::int32_t b, std::uint32_t before, bool person) const {
    if (last_.block < b || last_.end < before)
      if (std::string here = named_between(scans_[b], last_.block == b ? last_.end : 0, before);
          !here.empty())
        return here;
    if (named_.block > last_.block && b - named_.block <= 1) return named_.speaker;
    const bool can_mean = last_.named || last_.block == b || !person || named_.speaker.empty();
    if (!last_.speaker.empty() && can_mean && b - last_.block <= max_silence) return last_.speaker;
    return b - named_.block <= max_silence ? named_.speaker : std::string();
  }

  /// Whether a byte of the block that is read lies in direct speech: who is named there does not
  /// speak.
  bool quoted(std::uint32_t byte) const {
    const auto after = std::upper_bound(quoted_.begin(), quoted_.end(), byte,
                                        [](std::uint32_t at, ByteRange r) { return at < r.begin; });
    return after != quoted_.begin() && byte < std::prev(after)->end;
  }

  /// Whom bytes [from, to) are about: the last person beside a cue, else the first one named.
  std::string named_between(const Scan& scan, std::uint32_t from, std::uint32_t to) const {
    WordRange first, speaking;
    bool first_is_object = false;
    for (std::uint32_t i = scan.token_at(from); i < scan.size() && scan.tokens[i].begin < to;) {
      const WordRange run = capital_run(scan, i);
      if (run.empty()) {
        ++i;
        continue;
      }
      i = run.last;
      if (quoted(scan.tokens[run.first].begin)) continue;
      const WordRange name = name_in_run(scan, run);
      if (!people_->is_person(scan, name)) continue;
      const bool object = run.first > 0 && scan.is(run.first - 1, k_preposition | k_dative);
      if (object && !first.empty()) continue;
      if (first.empty() || (first_is_object && !object)) first = name, first_is_object = object;
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
    if (!name.empty()) named_ = {std::move(name), {}, b};
  }

  void fill_via(std::int32_t b, const QuoteSpan& span, Quote* quote) {
    const Relayed relayed = via_.of(b, span.inner, span.outer, quote->speaker);
    quote->via = relayed.name;
    quote->via_evidence = relayed.evidence;
    via_.quoted(b, quote->speaker, relayed);
  }

  /// Notes who spoke to which medium: what he says after it may have been said there.
  void note_relays(std::int32_t b) {
    via_.note(b, [&](std::uint32_t from, std::uint32_t to) {
      const std::string here = named_between(scans_[b], from, to);
      return here.empty() ? antecedent(b, from, false) : here;
    });
  }

  struct Last {
    std::string speaker;
    std::string via;
    std::int32_t block = -1000;
    std::uint32_t end = 0;  ///< of the quotation
    double confidence = 1;
    bool asked = false;  ///< it ended with a question mark
    bool named = true;   ///< no phrase for somebody without a name
    bool body = false;   ///< named, and no person
  };
  const std::vector<Block>& blocks_;
  const std::vector<Scan>& scans_;
  const std::vector<std::vector<Relay>>& relays_;
  const Language& language_;
  People* people_;
  std::string_view tag_;
  std::vector<Quote> quotes_;
  Via via_;
  std::vector<ByteRange> quoted_;  ///< of the block that is read
  bool said_ = false;  ///< the string before, in the same sentence, has a verb of speech beside it
  Last last_, named_;
};

}  // namespace

std::vector<Quote> find_quotes(const std::vector<Block>& blocks, const std::vector<Scan>& scans,
                               const std::vector<std::vector<Relay>>& relays,
                               const Language& language, People* people, std::string_view tag) {
  return Speech(blocks, scans, relays, language, people, tag).find();
}

}  // namespace kaynak::attribute_detail
