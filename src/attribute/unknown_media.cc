#include "attribute/unknown_media.h"

#include <algorithm>

#include "attribute/names.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint32_t max_adjectives = 3;  // between a media noun and the name
constexpr std::uint32_t max_name_words = 4;
constexpr std::uint16_t inside_name = gap_space | gap_hyphen | gap_apostrophe | gap_dot;
constexpr std::uint32_t says = k_cue | k_according | k_according_after | k_citing | k_citing_after |
                               k_report | k_told | k_told_after | k_relayed | k_relayed_after;

/// Words that names of media are made of, whatever the language.
constexpr std::string_view media_words[] = {
    "news", "radio", "tv",      "television",   "times",    "herald",    "tribune", "gazette",
    "post", "daily", "channel", "broadcasting", "magazine", "chronicle", "courier"};

bool is_media_word(std::string_view folded) {
  return std::find(std::begin(media_words), std::end(media_words), folded) != std::end(media_words);
}

class Finder {
 public:
  Finder(const Scan& scan, const Characters& characters, std::string_view outlet,
         bool capital_nouns)
      : scan_(scan), outlet_(tokenise(outlet, characters)), capital_nouns_(capital_nouns) {}

  std::vector<NamedMedium> find() {
    const auto known = static_cast<std::uint32_t>(scan_.mentions.size());
    for (std::uint32_t m = 0; m < known; ++m)
      found_.push_back({scan_.mentions[m].first, scan_.mentions[m].last, m});
    for (std::uint32_t i = 0; i < scan_.size(); ++i)
      if (const NamedMedium name = name_at(i); name.last) {
        found_.push_back(name);
        i = name.last - 1;
      }
    std::stable_sort(found_.begin(), found_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return std::move(found_);
  }

 private:
  /// The name that begins at `i`; `last` is 0 where there is none.
  NamedMedium name_at(std::uint32_t i) const {
    const Token& t = scan_.tokens[i];
    if ((!t.capital && t.after != gap_dot && !t.dense) || in_mention(i)) return {};
    if (const std::uint32_t own = outlet_at(i)) return unknown(i, i + own);
    if (const std::uint32_t address = address_at(i); address && sentence_says(i))
      return unknown(i, i + address);
    if (!scan_.tokens[i].capital || scan_.tokens[i].dense) return {};
    if (i > 0 && (scan_.tokens[i].before & ~gap_mark) == gap_space && scan_.tokens[i - 1].capital &&
        !scan_.is(i - 1, k_media_noun | k_not_name | k_role))
      return {};
    std::uint32_t last = end_of_name(i);
    if (!sentence_says(i)) return {};
    const bool led_to = behind_noun(i);
    while (led_to && name_goes_on(scan_, last) && last - i < max_name_words)
      last = end_of_name(last + 1);
    if (name_goes_on(scan_, last)) return {};
    if ((led_to && written_like_name(i, last)) || is_quoted_source(i, last)) {
      NamedMedium name = unknown(i, last);
      name.introduced = led_to;
      return name;
    }
    return last - i >= 2 && sounds_like_medium(i, last) ? unknown(i, last) : NamedMedium{};
  }

  /// "berichtet der „Hafenkurier“": a name in marks right behind such a verb.
  bool is_quoted_source(std::uint32_t first, std::uint32_t last) const {
    if (!(scan_.tokens[first].before & gap_mark) || !(scan_.tokens[last - 1].after & gap_mark))
      return false;
    if (!good_name(first)) return false;
    for (std::uint32_t back = 1; back <= 2 && back <= first; ++back) {
      const std::uint32_t i = first - back;
      if (scan_.tokens[i].after & ~(gap_space | gap_mark)) return false;
      if (scan_.is(i, k_report) && !scan_.is(i, k_told)) return true;
    }
    return false;
  }

  /// Where all nouns have capitals, a capital makes no name.
  bool written_like_name(std::uint32_t first, std::uint32_t last) const {
    if (!capital_nouns_) return true;
    const bool marked = (scan_.tokens[first].before & gap_mark) != 0;
    const bool beside = first > 0 && scan_.is(first - 1, k_media_noun);
    return marked || (beside && (last - first > 1 || scan_.tokens[first].upper));
  }

  static NamedMedium unknown(std::uint32_t first, std::uint32_t last) {
    return {first, last, NamedMedium::not_known};
  }

  bool in_mention(std::uint32_t i) const {
    return std::any_of(scan_.mentions.begin(), scan_.mentions.end(),
                       [&](const Mention& m) { return m.first <= i && i < m.last; });
  }

  /// Words of the page's own outlet from word `i`.
  std::uint32_t outlet_at(std::uint32_t i) const {
    const std::uint32_t n = outlet_.size();
    if (n == 0 || n > max_name_words || i + n > scan_.size() || outlet_.text.size() < 4) return 0;
    for (std::uint32_t k = 0; k < n; ++k)
      if (scan_.fold_at(i + k) != outlet_.fold_at(k)) return 0;
    return n;
  }

  /// "finobzor.ru": a word, a full stop inside it, two or three letters.
  std::uint32_t address_at(std::uint32_t i) const {
    if (i + 1 >= scan_.size() || scan_.tokens[i].after != gap_dot || scan_.tokens[i].digits)
      return 0;
    std::uint32_t n = 2;
    while (i + n < scan_.size() && n < 4 && scan_.tokens[i + n - 1].after == gap_dot) ++n;
    const std::string_view end = scan_.at(i + n - 1);
    const bool domain =
        end.size() >= 2 && end.size() <= 4 && scan_.at(i).size() >= 3 &&
        std::all_of(end.begin(), end.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return domain ? n : 0;
  }

  std::uint32_t end_of_name(std::uint32_t i) const {
    std::uint32_t last = i + 1;
    while (last < scan_.size() && last - i < max_name_words && !in_mention(last) &&
           !(scan_.tokens[last].before & ~inside_name) &&
           (scan_.tokens[last].capital || scan_.tokens[last].digits) &&
           (is_media_word(scan_.fold_at(last)) || !scan_.is(last, k_cue | k_not_name | k_pronoun)))
      ++last;
    return last;
  }

  /// A media noun before `i`, with nothing but adjectives and small words of names between.
  bool behind_noun(std::uint32_t i) const {
    constexpr std::uint32_t stops = k_cue | k_report | k_role | k_not_name | k_preposition |
                                    k_joiner | k_pronoun | k_according | k_told;
    for (std::uint32_t back = 1; back <= max_adjectives + 1 && back <= i; ++back) {
      const Token& t = scan_.tokens[i - back];
      const bool first = back == 1;
      // "the newspaper The Star"
      if (first && t.capital && t.after == gap_space && scan_.is(i - back, k_not_name)) continue;
      if (t.after & ~(gap_space | (first ? gap_mark : 0))) return false;
      // "Agencia Española de Meteorología": the noun is a part of an office's name.
      if (scan_.is(i - back, k_media_noun))
        return good_name(i) && (!t.capital || capital_nouns_ || (t.before & gap_stop) || i == back);
      if (t.capital || t.digits || (scan_.is(i - back, stops) && !scan_.is(i - back, k_particle)))
        return false;
    }
    return false;
  }

  bool good_name(std::uint32_t i) const {
    return !scan_.is(i, k_not_name | k_role | k_media_noun | k_honorific | k_desk | k_pronoun) &&
           count_code_points(scan_.at(i)) >= 2;
  }

  /// One of its words is a media noun: "Nine News", "Radio Mar".
  bool sounds_like_medium(std::uint32_t first, std::uint32_t last) const {
    if (!good_name(first) && (capital_nouns_ || !scan_.is(first, k_media_noun))) return false;
    for (std::uint32_t i = first; i < last; ++i)
      if (scan_.tokens[i].before & gap_hyphen || scan_.tokens[i].after & gap_hyphen) return false;
    const auto is_word = [&](std::uint32_t i) {
      return is_media_word(scan_.fold_at(i)) ||
             (!capital_nouns_ && scan_.is(i, k_media_noun) && !scan_.is(i, k_role | k_not_name));
    };
    return is_word(first) || is_word(last - 1) || (last - first > 2 && is_word(last - 2));
  }

  bool sentence_says(std::uint32_t i) const {
    const std::uint32_t from = i > 14 ? i - 14 : 0;
    const std::uint32_t to = std::min(scan_.size(), i + 10);
    for (std::uint32_t j = i; j-- > from;) {
      if (scan_.tokens[j].after & gap_stop) break;
      if (scan_.is(j, says)) return true;
    }
    for (std::uint32_t j = i; j < to; ++j) {
      if (scan_.is(j, says)) return true;
      if (scan_.tokens[j].after & gap_stop) break;
    }
    return false;
  }

  const Scan& scan_;
  Scan outlet_;
  bool capital_nouns_;
  std::vector<NamedMedium> found_;
};

}  // namespace

std::vector<NamedMedium> named_media(const Scan& scan, const Characters& characters,
                                     std::string_view outlet, bool capital_nouns) {
  return Finder(scan, characters, outlet, capital_nouns).find();
}

}  // namespace kaynak::attribute_detail
