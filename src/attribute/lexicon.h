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
#include "base/hash_slots.h"

namespace kaynak::attribute_detail {

/// What a phrase of a language is for, as bits; the names are the keys of attribution.toml.
enum Kind : std::uint64_t {
  k_byline = 1ull << 0,            ///< "by"
  k_joiner = 1ull << 1,            ///< "and"
  k_role = 1ull << 2,              ///< "correspondent", "minister"
  k_desk = 1ull << 3,              ///< "newsroom", "agencies"
  k_source_label = 1ull << 4,      ///< "source"
  k_photo_label = 1ull << 5,       ///< "photo", "photo by"
  k_translator = 1ull << 6,        ///< "translated by"
  k_supplied = 1ull << 7,          ///< "handout", "private": credits that name nobody
  k_cue = 1ull << 8,               ///< "said"
  k_according = 1ull << 9,         ///< "according to" SOURCE
  k_according_after = 1ull << 10,  ///< SOURCE "haberine göre"
  k_citing = 1ull << 11,           ///< A "citing" B
  k_citing_after = 1ull << 12,     ///< A'nın B'ye "dayandırdığı"
  k_report = 1ull << 13,           ///< SOURCE "reported", "reported" SOURCE
  k_told = 1ull << 14,             ///< "told" SOURCE, "in an interview with" SOURCE
  k_told_after = 1ull << 15,       ///< SOURCE'ya "konuşan"
  k_relayed = 1ull << 16,          ///< "relayed by" SOURCE
  k_relayed_after = 1ull << 17,    ///< SOURCE "đăng"
  k_pronoun = 1ull << 18,          ///< "he"
  k_not_name = 1ull << 19,         ///< capitalised words that begin no name: "The", "On", "Monday"
  k_particle = 1ull << 20,         ///< small words inside names: "von", "bin"
  k_media_noun = 1ull << 21,       ///< "newspaper", "news agency", "portal"
  k_honorific = 1ull << 22,        ///< "Mr", "ông"
  k_interview = 1ull << 23,        ///< "interview:" before the interviewer's name
  k_filler = 1ull << 24,           ///< words between a cue and its subject: "also", "auch"
  k_dative = 1ull << 25,           ///< "a" in "advirtió a Reuters": between a cue and who was told
  k_correction = 1ull << 26,       ///< "Correction:", "an earlier version of this article"
  k_topic = 1ull << 27,            ///< "は", "은": after the subject, in scripts without blanks
  k_determiner = 1ull << 28,       ///< "the", "his": begins a phrase for somebody without a name
  k_preposition = 1ull << 29,      ///< "of", "in": what follows is no subject
  k_locative = 1ull << 30,         ///< "in": what follows is a place, no person
  k_participle = 1ull << 31,       ///< "saying": its subject is the sentence's, not the word before
  k_network_verb = 1ull << 32,     ///< names its network: "tweeted"
  k_body = 1ull << 34,             ///< "company", "police": speaks as one, and is no person
  k_undertaking = 1ull << 35,      ///< "vowed to", "declined to": what follows is what was said
  k_surname = 1ull << 33,          ///< a family name, in Korean the sign of a name
};

/// Whom a text can have its words from.
struct Medium {
  enum Kind { agency, photo, media, network };
  std::string name;  ///< canonical
  std::string url;
  Kind kind = agency;
  std::string country = {};                 ///< ISO 3166-1; empty: of several, or not known
  std::vector<std::string> languages = {};  ///< it publishes in (BCP 47); empty: not known
  /// How its texts end, lower case: "(reporting by … editing by".
  std::vector<std::string> sign_offs = {};
};

/// Words → value, longest match.
class PhraseTrie {
 public:
  /// `word`: which of a token's ids the phrases are made of.
  explicit PhraseTrie(std::uint32_t Token::*word) : word_(word) {}
  void add(const std::vector<std::uint32_t>& words, std::uint64_t value);
  /// Value and length of the longest phrase that begins at `i`; length 0 where there is none.
  /// Values of phrases added twice are or-ed with `merge`, else the first one stays.
  struct Found {
    std::uint64_t value = 0;
    std::uint32_t length = 0;
    std::uint64_t within = 0;  ///< value of the next shorter one, "dijo" in "dijo a"
  };
  Found longest(const Scan& scan, std::uint32_t i) const;
  /// Whether this one word is a phrase.
  bool is_phrase(std::uint32_t word) const;
  bool merge = false;

 private:
  struct Value {
    bool set = false;
    std::uint32_t before = 0, word = 0;  ///< the node before, and the word that leads here
    std::uint64_t value = 0;
  };
  /// The node that `word` leads to from `node`; 0 where there is none.
  std::uint32_t next(std::uint32_t node, std::uint32_t word) const;

  std::uint32_t Token::*word_;
  std::vector<std::uint32_t> first_;  ///< by word: the node of phrases that begin with it, 0 none
  HashSlots next_;                    ///< (node, word) → node
  std::vector<Value> values_ = std::vector<Value>(1);
};

/// Folded words and their ids, from 1. Most words of a text are in none and are ruled out by a
/// hash.
class WordTable {
 public:
  std::uint32_t add(std::string_view folded);
  std::uint32_t find(std::string_view folded, std::uint32_t hash) const;  ///< 0: none
  static std::uint32_t hash(std::string_view folded);

 private:
  std::vector<std::string> words_;  ///< by id - 1
  HashSlots ids_;
  std::bitset<1 << 16> hashes_;
};

struct Language {
  std::string tag;
  WordTable words;
  PhraseTrie phrases{&Token::word};
  std::vector<std::pair<std::string, std::uint64_t>> stems;  ///< sorted; "заяви*"
  std::vector<std::pair<std::string, std::uint64_t>>
      suffixes;                            ///< written backwards, sorted; "*minister"
  std::vector<std::string> indefinite;     ///< folded: "a", "one of": who is not said before
  std::vector<std::string> name_prefixes;  ///< in one word with a name: "u" in "uZungu"
  std::vector<std::string> name_endings;   ///< of cases, longest first: "in" in "Reutersin"
  bool dash_speech = false;                ///< a paragraph that begins with a dash is speech
  bool capital_nouns = false;              ///< common nouns begin with capitals
  bool no_case = false;                    ///< the script has no capitals
  // Of indirect speech; lists are folded, phrases without blanks in them.
  std::vector<std::string> that;     ///< begins what is said: "that"
  std::vector<std::string> as;       ///< "as" in "As X said, …"
  std::vector<std::string> bare;     ///< verbs that what is said may follow without any such word
  std::vector<std::string> body;     ///< with a name before it, is a name: "campaign"
  std::vector<std::string> setting;  ///< begins a time or place after a verb: "in", "during"
  std::vector<std::string> direct_only;  ///< cues that name a speaker beside marks only: "called"
  bool verb_last = false;                ///< the verb ends the sentence
  bool verb_second = false;              ///< the verb stands right after "according to X"
  bool fixed_order = false;  ///< after a verb stands its object, save in a tag behind speech

  /// A phrase as files write it: "word*" and "*word" match any ending and any beginning.
  void add_phrase(std::string_view phrase, std::uint64_t kind, const Characters& characters);
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

/// A word in Thai script.
bool is_thai(const Scan& scan, std::uint32_t i);

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
  std::vector<std::uint32_t> signing;                    ///< media that have forms of sign-off
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
