#include "attribute/via.h"

#include <algorithm>

#include "attribute/names.h"

namespace kaynak::attribute_detail {
namespace {

// Blocks for which what somebody told a medium holds, for his own words and for those of nobody
// named.
constexpr std::int32_t interview_reach = 60, told_reach = 2, nameless_reach = 4, unknown_reach = 1;
constexpr std::size_t max_told = 64;

}  // namespace

bool is_interview_word(std::string_view folded) {
  static constexpr std::string_view stems[] = {
      "interview", "entretien", "entrevista", "intervist", "gespräch", "wywiad",
      "rozmow",    "интервью",  "röportaj",   "інтерв",    "intervju", "haastattelu",
      "rozhovor",  "interjú",   "interviu",   "συνέντευξ", "phỏng",    "wawancara",
      "مقابلة",    "حوار",      "ראיון",      "söyleşi"};
  return std::any_of(std::begin(stems), std::end(stems),
                     [&](auto s) { return folded.starts_with(s); });
}

ByteRange Via::sentence_range(std::int32_t b, std::uint32_t sentence) const {
  const Scan& scan = scans_[static_cast<std::size_t>(b)];
  if (sentence < scan.sentences.size()) return scan.sentences[sentence];
  return {0, static_cast<std::uint32_t>(scan.text.size())};
}

std::uint32_t Via::sentence_of(std::int32_t b, std::uint32_t byte) const {
  const auto& sentences = scans_[static_cast<std::size_t>(b)].sentences;
  std::uint32_t s = 0;
  while (s + 1 < sentences.size() && byte >= sentences[s].end) ++s;
  return s;
}

/// A relay in the quotation's own sentences, outside its marks.
const Relay* Via::beside(std::int32_t b, ByteRange inner, ByteRange outer,
                         std::string_view speaker) const {
  const std::uint32_t first = sentence_of(b, outer.begin);
  const std::uint32_t last = sentence_of(b, outer.end > outer.begin ? outer.end - 1 : outer.end);
  const Relay* best = nullptr;
  for (const Relay& relay : relays_[static_cast<std::size_t>(b)]) {
    if (relay.sentence < first || relay.sentence > last) continue;
    if (relay.range.begin >= inner.begin && relay.range.end <= inner.end) continue;
    if (relay.network && !relay.told) continue;
    if (!speaker.empty() && same_name(relay.name, speaker)) continue;
    if (!best || (relay.told && !best->told)) best = &relay;
  }
  return best;
}

/// "X spoke to Reuters. “…”", "TASS published the letter. “…”": a medium that was told something or
/// made something public in the sentence before, unless somebody else was quoted there.
const Relay* Via::just_before(std::int32_t b, std::uint32_t sentence,
                              std::string_view speaker) const {
  const bool other_quoted =
      last_.block == b && !same_name(last_.speaker, speaker) && !last_.name.empty();
  for (const Relay& relay : relays_[static_cast<std::size_t>(b)])
    if ((relay.told || relay.published) && relay.sentence + 1 == sentence && !other_quoted &&
        !same_name(relay.name, speaker))
      return &relay;
  return nullptr;
}

/// What the speaker told a medium further up.
Relayed Via::governing(std::int32_t b, std::string_view speaker) const {
  for (auto told = told_.rbegin(); told != told_.rend(); ++told) {
    if (told->speaker.empty() || speaker.empty()) {
      const std::int32_t reach = told->speaker.empty() ? nameless_reach : unknown_reach;
      if (told->interview && b - told->block <= reach) return {told->name, told->evidence};
      continue;
    }
    if (same_name(told->speaker, speaker) && b - told->block <= told->reach)
      return {told->name, told->evidence};
  }
  return {};
}

Relayed Via::of(std::int32_t b, ByteRange inner, ByteRange outer, std::string_view speaker) const {
  const Relay* relay = beside(b, inner, outer, speaker);
  if (!relay) relay = just_before(b, sentence_of(b, outer.begin), speaker);
  if (relay) return {relay->name, {b, relay->range}};
  if (last_.block == b && last_.speaker == speaker && !last_.name.empty())
    return {last_.name, last_.evidence};
  return governing(b, speaker);
}

void Via::quoted(std::int32_t b, std::string_view speaker, const Relayed& relayed) {
  last_.name = relayed.name;
  last_.evidence = relayed.evidence;
  last_.speaker = speaker;
  last_.block = b;
}

bool Via::is_interview(std::int32_t b, const Relay& relay) const {
  const Scan& scan = scans_[static_cast<std::size_t>(b)];
  const std::uint32_t at = scan.token_at(relay.range.begin);
  for (std::uint32_t i = at > 8 ? at - 8 : 0; i < at; ++i)
    if (scan.is(i, k_interview) || is_interview_word(scan.fold_at(i))) return true;
  return false;
}

void Via::note_one(std::int32_t b, const Relay& relay, std::string speaker) {
  if (told_.size() >= max_told || (relay.network && speaker.empty())) return;
  const bool interview = relay.told && is_interview(b, relay);
  // One that opens the text governs it; one further down is mentioned by the way.
  const std::int32_t of_interview = b < opening_end_ ? interview_reach : nameless_reach;
  const std::int32_t reach = relay.network ? 0 : interview ? of_interview : told_reach;
  told_.push_back({relay.name, std::move(speaker), {b, relay.range}, b, reach, interview});
}

}  // namespace kaynak::attribute_detail
