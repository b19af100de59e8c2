/// @file The dictionary behind AttributionData: media with their aliases, phrases a language.
/// docs/languages.md says what the keys of the files mean.
#pragma once

#include <bitset>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
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
  k_preposition = 1u << 28,      ///< before a place: "in", "nach"
  k_network_verb = 1u << 29,     ///< names its network: "tweeted"
  k_correction = 1u << 26,       ///< "Correction:", "an earlier version of this article"
  k_topic = 1u << 27,            ///< "は", "은": after the subject, in scripts without blanks
};

/// Whom a text can have its words from.
struct Medium {
  enum Kind { agency, photo, media, network };
  std::string name;  ///< canonical
  std::string url;
  Kind kind = agency;
  std::string country = {};                 ///< ISO 3166-1; empty: of several, or not known
  std::vector<std::string> languages = {};  ///< it publishes in (BCP 47); empty: not known
};

/// Words → value, longest match.
class PhraseTrie {
 public:
  /// `word`: which of a token's ids the phrases are made of.
  explicit PhraseTrie(std::uint32_t Token::*word) : word_(word) {}
  void add(const std::vector<std::uint32_t>& words, std::uint32_t value);
  /// Value and length of the longest phrase that begins at `i`; length 0 where there is none.
  /// Values of phrases added twice are or-ed with `merge`, else the first one stays.
  struct Found {
    std::uint32_t value = 0;
    std::uint32_t length = 0;
    std::uint32_t within = 0;  ///< value of the next shorter one, "dijo" in "dijo a"
  };
  Found longest(const Scan& scan, std::uint32_t i) const;
  /// Whether this one word is a phrase.
  bool is_phrase(std::uint32_t word) const;
  bool merge = false;

 private:
  struct Value {
    bool set = false;
    std::uint32_t value = 0;
  };
  std::uint32_t Token::*word_;
  std::vector<std::uint32_t> first_;  ///< by word: the node of phrases that begin with it, 0 none
  std::unordered_map<std::uint64_t, std::uint32_t> next_;  ///< (node, word) → node
  std::vector<Value> values_ = std::vector<Value>(1);
};

/// Folded words and their ids, from 1. Most words of a text are in none and are ruled out by a
/// hash.
class WordTable {
 public:
  std::uint32_t add(std::string_view folded);
  std::uint32_t find(std::string_view folded, std::size_t hash) const;  ///< 0: none
  static std::size_t hash(std::string_view folded);

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> ids_;
  std::bitset<1 << 16> hashes_;
};

struct Language {
  std::string tag;
  WordTable words;
  PhraseTrie phrases{&Token::word};
  std::vector<std::pair<std::string, std::uint32_t>> stems;  ///< sorted; "заяви*"
  std::vector<std::pair<std::string, std::uint32_t>>
      suffixes;                            ///< written backwards, sorted; "*minister"
  std::vector<std::string> name_prefixes;  ///< in one word with a name: "u" in "uZungu"
  std::vector<std::string> name_endings;   ///< of cases, longest first: "in" in "Reutersin"
  bool dash_speech = false;                ///< a paragraph that begins with a dash is speech
  bool capital_nouns = false;              ///< common nouns begin with capitals
  bool no_case = false;                    ///< the script has no capitals

  /// A phrase as files write it: "word*" and "*word" match any ending and any beginning.
  void add_phrase(std::string_view phrase, std::uint32_t kind, const Characters& characters);
};

/// A language's file, read when it is first wanted.
struct LanguageSlot {
  Path file;
  std::once_flag once;
  Language language;
};

/// Which language's file serves a tag: its own primary language, or the one that reads like it
/// ("nn" → "nb", "bs" → "hr").
std::string_view language_file(std::string_view tag);

/// Reads a language's file. Errors: malformed (file and key, what is wrong), those of read_file.
Result<void> load_language(const Path& file, std::string_view tag, const Characters& characters,
                           Language* language);

/// Adds the media of an agencies.toml. Errors: malformed (file, line, what is wrong), those of
/// read_file.
Result<void> load_media(const Path& file, AttributionData::Impl* data);

/// Takes from the words of a text what is no part of a name: prefixes ("uZungu" → "Zungu"), endings
/// behind a mark ("AFP:n", "MTI-nek", "AA'nın").
void trim_names(Scan* scan, const Language& language);

}  // namespace kaynak::attribute_detail

namespace kaynak {

struct AttributionData::Impl {
  using Scan = attribute_detail::Scan;
  using Language = attribute_detail::Language;
  attribute_detail::Characters characters;
  std::vector<attribute_detail::Medium> media;
  attribute_detail::PhraseTrie aliases{&attribute_detail::Token::name_word};
  attribute_detail::WordTable words;  ///< of aliases
  /// Spellings that must stand as written (short ones: "AP", "dpa", "TT"); as values of `aliases`.
  std::unordered_map<std::string, std::uint32_t> exact;
  std::unordered_map<std::string, std::uint32_t> hosts;  ///< host of a home page → medium
  /// Media that bear an ambiguous name, by its key: which is meant, the page's language says.
  std::unordered_map<std::string, std::vector<std::uint32_t>> shared;
  mutable std::map<std::string, attribute_detail::LanguageSlot, std::less<>> languages;

  /// `ambiguous`: those of its names that are other things, or others' names, too.
  void add_medium(attribute_detail::Medium medium, const std::vector<std::string>& names,
                  const std::vector<std::string>& ambiguous = {});
  /// Two names with one key cannot be told apart in a text.
  std::string name_key(std::string_view name) const;
  /// The language's phrases, English ones where it has none. Reads its file once; a broken one has
  /// no phrases, and the log says so. Thread-safe.
  const Language& language(std::string_view tag) const;
  /// Words, phrases and media of `text`. `credit`: short names count in any case ("sid/dpa").
  Scan scan(std::string_view text, const Language& language, bool credit = false) const;
  /// The medium whose home page is on that host (without "www."); nullptr where there is none.
  const attribute_detail::Medium* medium_at(const std::string& host) const;
  /// The medium a whole text names; nullptr where it names none or more than one.
  const attribute_detail::Medium* medium_named(std::string_view text) const;

 private:
  std::vector<std::uint32_t> word_ids(std::string_view text);
  void add_name(const std::string& name, std::uint32_t value);
  void find_words(Scan* scan, const Language& language) const;
  void trim_ending(Scan* scan, std::uint32_t i, const Language& language) const;
  void find_media(Scan* scan, const Language& language, bool credit) const;
  bool spelled_right(const Scan& scan, std::uint32_t i, bool credit, std::uint32_t* value) const;
  bool find_meant(const std::string& key, const Language& language, std::uint32_t* medium) const;
};

}  // namespace kaynak
