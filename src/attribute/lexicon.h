/// @file The dictionary behind AttributionData: media with their aliases, phrases a language.
#pragma once

#include <bitset>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribute/attribute.h"
#include "attribute/scan.h"

namespace kaynak::attribute_detail {

/// What a phrase of a language is for, as bits; the names are the keys of attribution.toml.
enum Kind : std::uint32_t {
  k_byline = 1u << 0,            ///< "by"
  k_joiner = 1u << 1,            ///< "and"
  k_role = 1u << 2,              ///< "correspondent", "minister"
  k_desk = 1u << 3,              ///< "newsroom", "agencies"
  k_source_label = 1u << 4,      ///< "source"
  k_photo_label = 1u << 5,       ///< "photo", "photo by"
  k_translator = 1u << 6,        ///< "translated by"
  k_supplied = 1u << 7,          ///< "handout", "private": credits that name nobody
  k_cue = 1u << 8,               ///< "said"
  k_according = 1u << 9,         ///< "according to" SOURCE
  k_according_after = 1u << 10,  ///< SOURCE "haberine göre"
  k_citing = 1u << 11,           ///< A "citing" B
  k_citing_after = 1u << 12,     ///< A'nın B'ye "dayandırdığı"
  k_report = 1u << 13,           ///< SOURCE "reported", "reported" SOURCE
  k_told = 1u << 14,             ///< "told" SOURCE, "in an interview with" SOURCE
  k_told_after = 1u << 15,       ///< SOURCE'ya "konuşan"
  k_relayed = 1u << 16,          ///< "relayed by" SOURCE
  k_relayed_after = 1u << 17,    ///< SOURCE "đăng"
  k_pronoun = 1u << 18,          ///< "he"
  k_not_name = 1u << 19,         ///< capitalised words that begin no name: "The", "On", "Monday"
  k_particle = 1u << 20,         ///< small words inside names: "von", "bin"
  k_media_noun = 1u << 21,       ///< "newspaper", "news agency", "portal"
  k_honorific = 1u << 22,        ///< "Mr", "ông"
  k_interview = 1u << 23,        ///< "interview:" before the interviewer's name
  k_filler = 1u << 24,           ///< words between a cue and its subject: "also", "auch"
  k_dative = 1u << 25,           ///< "a" in "advirtió a Reuters": between a cue and who was told
};

/// Whom a text can have its words from.
struct Medium {
  enum Kind { agency, photo, media, network };
  std::string name;  ///< canonical
  std::string url;
  Kind kind = agency;
};

/// Words → value, longest match.
class PhraseTrie {
 public:
  void add(const std::vector<std::uint32_t>& words, std::uint32_t value);
  /// Value and length of the longest phrase that begins at `i`; length 0 where there is none.
  /// Values of phrases added twice are or-ed with `merge`, else the first one stays.
  struct Found {
    std::uint32_t value = 0;
    std::uint32_t length = 0;
    std::uint32_t within = 0;  ///< value of the next shorter one, "dijo" in "dijo a"
  };
  Found longest(const Scan& scan, std::uint32_t i) const;
  bool merge = false;

 private:
  struct Value {
    bool set = false;
    std::uint32_t value = 0;
  };
  std::vector<std::uint32_t> first_;  ///< by word: the node of phrases that begin with it, 0 none
  std::unordered_map<std::uint64_t, std::uint32_t> next_;  ///< (node, word) → node
  std::vector<Value> values_ = std::vector<Value>(1);
};

struct Language {
  PhraseTrie phrases;
  std::vector<std::pair<std::string, std::uint32_t>> stems;  ///< sorted; "заяви*"
  std::vector<std::pair<std::string, std::uint32_t>>
      suffixes;                ///< written backwards, sorted; "*minister"
  bool dash_speech = false;    ///< a paragraph that begins with a dash is speech
  bool capital_nouns = false;  ///< common nouns begin with capitals
  bool no_case = false;        ///< the script has no capitals

  // Of indirect speech; lists are folded, phrases without blanks in them.
  std::vector<std::string> that;     ///< begins what is said: "that"
  std::vector<std::string> as;       ///< "as" in "As X said, …"
  std::vector<std::string> bare;     ///< verbs that what is said may follow without any such word
  std::vector<std::string> body;     ///< with a name before it, is a name: "campaign"
  std::vector<std::string> setting;  ///< begins a time or place after a verb: "in", "during"
  std::vector<std::string> direct_only;  ///< cues that name a speaker beside marks only: "called"
  bool bare_clause = false;              ///< what is said may follow the verb without any such word
  bool verb_last = false;                ///< the verb ends the sentence
  bool verb_second = false;              ///< the verb stands right after "according to X"
};

}  // namespace kaynak::attribute_detail

namespace kaynak {

struct AttributionData::Impl {
  using Scan = attribute_detail::Scan;
  attribute_detail::Characters characters;
  std::vector<attribute_detail::Medium> media;
  attribute_detail::PhraseTrie aliases;
  std::map<std::string, attribute_detail::Language, std::less<>> languages;
  std::unordered_map<std::string, std::uint32_t> words;
  std::bitset<1 << 16> word_hashes;  ///< of all `words`: most words of a text are ruled out by it
  /// Spellings that must stand as written (short ones: "AP", "dpa", "TT").
  std::unordered_map<std::string, std::uint32_t> exact;

  void add_medium(attribute_detail::Medium medium, const std::vector<std::string>& names);
  void add_phrase(attribute_detail::Language* language, std::string_view phrase,
                  std::uint32_t kind);
  /// The language's phrases, English ones where it has none.
  const attribute_detail::Language& language(std::string_view tag) const;
  /// Words, phrases and media of `text`. `credit`: short names count in any case ("sid/dpa").
  Scan scan(std::string_view text, const attribute_detail::Language& language,
            bool credit = false) const;
  /// The medium a whole text names; nullptr where it names none or more than one.
  const attribute_detail::Medium* medium_named(std::string_view text) const;

 private:
  std::uint32_t word_id(std::string_view folded);
  std::vector<std::uint32_t> word_ids(std::string_view text);
  void find_media(Scan* scan, bool credit) const;
};

}  // namespace kaynak
