#include "attribute/relays.h"

#include <algorithm>

#include "attribute/names.h"
#include "attribute/unknown_media.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

/// Small words may stand between a relay phrase and the medium: articles, "the news agency", "state
/// media".
constexpr std::uint32_t max_between = 4;

class Finder {
 public:
  Finder(const Scan& scan, const AttributionData::Impl& data, const Language& language,
         std::string_view outlet)
      : scan_(scan),
        data_(data),
        outlet_(outlet),
        media_(named_media(scan, data.characters, outlet, language.capital_nouns)) {}

  std::vector<Relay> find() {
    for (std::uint32_t i = 0; i < media_.size(); ++i) look_at(i);
    add_citing_media();
    add_network_verbs();
    for (Relay& relay : relays_) relay.mention = media_at(relay.mention).mention;
    return std::move(relays_);
  }

 private:
  using Named = NamedMedium;

  const Named& media_at(std::uint32_t i) const {
    static const Named none{0, 0, Named::not_known};
    return i < media_.size() ? media_[i] : none;
  }

  const Medium* medium_of(const Named& m) const {
    return m.mention == Named::not_known ? nullptr : &data_.media[scan_.mentions[m.mention].medium];
  }

  bool is_kind(const Named& m, Medium::Kind kind) const {
    const Medium* medium = medium_of(m);
    return medium && medium->kind == kind;
  }

  /// "A, citing B, …", "A'nın B'ye dayandırdığı …": who cites is a relay itself.
  void add_citing_media() {
    std::vector<Relay> all;
    for (const Relay& relay : relays_) {
      if (relay.cited && relay.mention > 0) {
        const Named& before = media_[relay.mention - 1];
        const bool near = media_[relay.mention].first - before.last <= 6;
        const bool known = !all.empty() && all.back().mention == relay.mention - 1;
        Relay citing = plain(relay.mention - 1);
        if (near && !known && citing.sentence == relay.sentence && !citing.network &&
            !is_kind(before, Medium::photo)) {
          citing.carried = true;
          all.push_back(std::move(citing));
        }
      }
      all.push_back(relay);
    }
    relays_ = std::move(all);
  }

  /// "tweeted": a verb that names its network.
  void add_network_verbs() {
    bool any = false;
    for (std::uint32_t i = 0; i < scan_.size(); ++i) {
      if (!scan_.is(i, k_network_verb)) continue;
      Relay relay;
      relay.mention = Relay::unknown;
      relay.name = "Twitter";
      relay.range = {scan_.tokens[i].begin, scan_.tokens[i].end};
      relay.sentence = sentence_of(relay.range.begin);
      relay.network = relay.told = any = true;
      relays_.push_back(std::move(relay));
    }
    if (any)
      std::stable_sort(relays_.begin(), relays_.end(),
                       [](const auto& a, const auto& b) { return a.range.begin < b.range.begin; });
  }

  Relay plain(std::uint32_t index) const {
    const Named& m = media_[index];
    Relay relay;
    relay.mention = index;
    const Medium* medium = medium_of(m);
    relay.name = medium ? medium->name : std::string(scan_.words(m.first, m.last));
    if (!medium && same_name(relay.name, outlet_)) relay.name = outlet_;
    relay.range = {scan_.tokens[m.first].begin, scan_.tokens[m.last - 1].end};
    relay.sentence = sentence_of(relay.range.begin);
    relay.network = is_kind(m, Medium::network);
    return relay;
  }

  void look_at(std::uint32_t index) {
    const Named& m = media_[index];
    if (is_kind(m, Medium::photo) || is_common_word(m)) return;
    Relay relay = plain(index);
    look_before(m, &relay);
    look_after(m, &relay);
    relay.citing = cites_after(m);
    if (relay.network && relay.carried && !relay.told) relay.told = true;  // "on the network NAME"
    if (!relay.told && !relay.carried && !relay.cited && follows_in_list(m, relay.sentence)) {
      relay.carried = relays_.back().carried;
      relay.cited = relays_.back().cited;
      relay.told = relays_.back().told;
    }
    if (relay.told || relay.carried || relay.cited) relays_.push_back(std::move(relay));
  }

  /// "Mehr" is an agency's name and a German word.
  bool is_common_word(const Named& m) const {
    return m.mention != Named::not_known && m.last - m.first == 1 && !scan_.tokens[m.first].upper &&
           scan_.is(m.first, k_not_name | k_filler | k_pronoun);
  }

  std::uint32_t sentence_of(std::uint32_t byte) const {
    for (std::uint32_t s = 0; s < scan_.sentences.size(); ++s)
      if (byte < scan_.sentences[s].end) return s;
    return 0;
  }

  /// A phrase that ends just before the medium.
  void look_before(const Named& m, Relay* relay) const {
    const std::uint32_t first = noun_before(m.first);
    std::uint64_t kinds = phrase_before(m.first);
    if (!kinds && first < m.first) kinds = phrase_before(first);
    if (kinds)
      apply(kinds, relay);
    else if (told_in_dative(m.first) || (first < m.first && told_in_dative(first)))
      relay->told = true;
    else if ((m.first > 0 && (m.introduced || introduced(m.first))) || verb_before(m) || made_by(m))
      relay->carried = true;
  }

  /// Where the noun that leads to a medium begins: "the public French radio station NAME".
  std::uint32_t noun_before(std::uint32_t first) const {
    for (std::uint32_t back = 1; back <= max_between && back <= first; ++back) {
      const std::uint32_t i = first - back;
      if (scan_.tokens[i].after & ~(gap_space | gap_mark | gap_apostrophe | gap_hyphen)) break;
      if (!scan_.is(i, k_media_noun)) continue;
      std::uint32_t begin = i;
      while (begin > 0 && first - begin < 2 * max_between &&
             scan_.tokens[begin - 1].after == gap_space &&
             scan_.is(begin - 1, k_media_noun | k_particle))
        --begin;
      return begin;
    }
    return first;
  }

  /// "…", concludes NAME: a verb of speech right before a medium that no title stands behind.
  bool verb_before(const Named& m) const {
    if (m.first == 0 || scan_.tokens[m.first].before & ~(gap_space | gap_mark)) return false;
    const bool speaker = m.last < scan_.size() && scan_.tokens[m.last].before == gap_space &&
                         (scan_.is(m.last, k_role | k_media_noun) || scan_.tokens[m.last].capital);
    return scan_.is(m.first - 1, k_cue) && !speaker;
  }

  /// "according to an analysis of the data by NAME".
  bool made_by(const Named& m) const {
    constexpr std::uint32_t reach = 16;
    std::uint32_t i = m.first;
    if (i > 0 && scan_.tokens[i].before == gap_space && scan_.is(i - 1, k_not_name)) --i;
    if (i == 0 || !scan_.is(i - 1, k_byline)) i = m.first;
    if (i == 0 || scan_.tokens[i].before != gap_space || !scan_.is(i - 1, k_byline)) return false;
    for (std::uint32_t j = i - 1; j-- > 0 && i - j <= reach;) {
      if (scan_.tokens[j].after & (gap_stop | gap_semicolon)) return false;
      if (scan_.is(j, k_according)) return true;
    }
    return false;
  }

  /// Kinds of the phrase that ends just before word `first`.
  std::uint64_t phrase_before(std::uint32_t first) const {
    constexpr std::uint32_t wanted = k_according | k_citing | k_told | k_relayed | k_report;
    std::uint32_t best = 0, best_at = first;
    for (std::uint32_t back = 1; back <= max_between + 4 && back <= first; ++back) {
      const std::uint32_t i = first - back;
      if (scan_.tokens[i].after & (gap_stop | gap_semicolon | gap_colon)) break;
      if (back > 1 && (scan_.tokens[i].after & gap_mark)) break;  // but: the portal “NAME”
      if (back > 1 && (scan_.tokens[i].after & gap_comma)) break;
      const std::uint64_t kinds = scan_.phrases[i].kinds & wanted;
      const std::uint32_t end = i + scan_.phrases[i].length;
      if (!kinds || (best && end <= best_at))
        continue;  // a longer phrase may hold the nearest word
      if (end < first && !small_words(end, first)) continue;
      if (is_weak(i) && (scan_.tokens[i].before & gap_comma ||
                         !(nothing_between(end, first) && speaks_before(i))))
        continue;
      best = kinds;
      best_at = i;
    }
    return best;
  }

  /// "der NAME", "auf NAME": an article or preposition alone tells nothing without a verb of
  /// speech.
  bool is_weak(std::uint32_t i) const {
    return scan_.phrases[i].length == 1 && scan_.is(i, k_told) &&
           scan_.is(i, k_not_name | k_particle | k_filler | k_preposition) &&
           !scan_.is(i, k_according | k_citing | k_relayed | k_report | k_cue);
  }

  bool nothing_between(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i)
      if (!scan_.is(i, k_media_noun | k_honorific) && scan_.tokens[i].capital) return false;
    return true;
  }

  /// A verb of speech earlier in the clause.
  bool speaks_before(std::uint32_t i) const {
    constexpr std::uint32_t reach = 12;
    for (std::uint32_t j = i; j-- > 0 && i - j <= reach;) {
      if (scan_.tokens[j].after & (gap_stop | gap_semicolon)) return false;
      if (scan_.is(j, k_cue | k_report)) return true;
    }
    return false;
  }

  /// "advirtió a NAME", "a expliqué à l'agence NAME": a verb of speech, then whom it was said to.
  bool told_in_dative(std::uint32_t first) const {
    for (std::uint32_t i = first; i-- > 1 && first - i <= max_between;) {
      if (scan_.tokens[i].after & ~(gap_space | gap_apostrophe | gap_mark)) return false;
      if (scan_.is(i, k_dative)) return verb_before_dative(i);
      if (!scan_.is(i, k_media_noun | k_filler | k_particle | k_not_name)) return false;
    }
    return false;
  }

  /// "confirmed his daughter's death to NAME": what was said may stand between.
  bool verb_before_dative(std::uint32_t dative) const {
    constexpr std::uint32_t reach = 6;
    for (std::uint32_t i = dative; i-- > 0 && dative - i <= reach;) {
      if (scan_.is(i, k_cue)) return true;
      if (scan_.tokens[i].after & ~(gap_space | gap_apostrophe | gap_hyphen)) return false;
      if (scan_.is(i, k_report | k_dative)) return false;
      if (dative - i > 1 && scan_.is(i, k_pronoun) && !scan_.is(i, k_not_name)) return false;
    }
    return false;
  }

  /// "the newspaper NAME", "l'agence officielle NAME".
  bool introduced(std::uint32_t first) const {
    for (std::uint32_t back = 1; back <= 2 && back <= first; ++back) {
      const std::uint32_t i = first - back;
      if (scan_.tokens[i].after & ~(gap_space | gap_mark | gap_apostrophe | gap_hyphen))
        return false;
      if (back > 1 && (scan_.tokens[i].after & gap_mark || scan_.tokens[i + 1].capital))
        return false;
      if (scan_.is(i, k_media_noun)) return true;
    }
    return false;
  }

  /// Between a phrase and its medium only words without capitals, media nouns or adjectives of
  /// them.
  bool small_words(std::uint32_t first, std::uint32_t last) const {
    if (last - first > max_between) return false;
    std::uint32_t unknown = 0;
    for (std::uint32_t i = first; i < last; ++i) {
      if (scan_.is(i, k_media_noun | k_filler | k_particle | k_not_name | k_honorific)) continue;
      if (scan_.tokens[i].dense) continue;
      ++unknown;
    }
    return unknown <= 1 || (unknown <= 3 && scan_.is(last - 1, k_media_noun));
  }

  void apply(std::uint64_t kinds, Relay* relay) const {
    if (kinds & (k_citing | k_citing_after))
      relay->cited = true;
    else if (kinds & (k_told | k_told_after))
      relay->told = true;
    else
      relay->carried = true;
    if (kinds & (k_relayed | k_relayed_after)) relay->published = true;
    if ((kinds & (k_according | k_relayed)) && (kinds & (k_told | k_told_after)))
      relay->carried = true;
  }

  /// A phrase that begins just after the medium; suffixes after an apostrophe are skipped.
  void look_after(const Named& m, Relay* relay) const {
    constexpr std::uint32_t after =
        k_according_after | k_citing_after | k_told_after | k_relayed_after;
    std::uint32_t i = m.last;
    if (i < scan_.size() && (scan_.tokens[i].before & gap_apostrophe) && !scan_.tokens[i].capital)
      ++i;
    for (std::uint32_t j = i; j < scan_.size() && j < i + 4; ++j) {
      if (j > 0 && (scan_.tokens[j].before & (gap_stop | gap_semicolon | gap_comma | gap_colon)))
        break;
      if (mention_at(j)) break;
      std::uint64_t kinds = scan_.phrases[j].kinds & after;
      if (j == i) kinds |= scan_.phrases[j].kinds & (k_report | k_cue);
      // "NAME first reported"
      if (j == i + 1 && !scan_.tokens[i].capital && !scan_.tokens[i].dense &&
          !scan_.is(i, k_cue | k_report | k_joiner))
        kinds |= scan_.phrases[j].kinds & k_report;
      if ((kinds & (k_told_after | k_report | k_cue)) == kinds && j > i + 1) kinds = 0;
      if (!kinds) continue;
      apply(kinds, relay);
      return;
    }
  }

  /// "NAME, citing a statement": words in brackets may stand between.
  bool cites_after(const Named& m) const {
    for (std::uint32_t i = m.last; i < scan_.size() && i < m.last + 3; ++i) {
      if (scan_.tokens[i].before & (gap_stop | gap_semicolon | gap_colon)) return false;
      if (scan_.is(i, k_citing)) return true;
    }
    return false;
  }

  bool mention_at(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                       [&](const Mention& m) { return m.first == i; });
  }

  /// "KCNA, Reuters", "A and B": the list goes on from the last relay.
  bool follows_in_list(const Named& m, std::uint32_t sentence) const {
    if (relays_.empty() || relays_.back().sentence != sentence || m.first == 0) return false;
    const std::uint32_t last = scan_.token_at(relays_.back().range.end);
    if (last > m.first || m.first - last > 1) return false;
    if (m.first - last == 1) return scan_.is(last, k_joiner);
    return scan_.tokens[m.first].before & (gap_comma | gap_slash);
  }

  const Scan& scan_;
  const AttributionData::Impl& data_;
  std::string_view outlet_;
  std::vector<Named> media_;
  std::vector<Relay> relays_;  ///< `mention` is an index into media_ until the end
};

}  // namespace

std::vector<Relay> find_relays(const Scan& scan, const AttributionData::Impl& data,
                               const Language& language, std::string_view outlet) {
  return Finder(scan, data, language, outlet).find();
}

std::vector<Relay> chain_of(const std::vector<Relay>& relays, std::uint32_t sentence) {
  std::vector<Relay> deep, near;
  bool citing = false;  // "A, citing a statement of the ministry" is a chain with A alone
  for (const Relay& relay : relays) {
    if (relay.sentence != sentence || relay.network) continue;
    citing |= relay.carried && relay.citing;
    (relay.cited ? deep : near).push_back(relay);
  }
  if (deep.empty() && !citing) return {};
  std::reverse(deep.begin(), deep.end());  // the last one cited is the deepest
  deep.insert(deep.end(), near.begin(), near.end());
  return deep;
}

}  // namespace kaynak::attribute_detail
