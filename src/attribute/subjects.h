/// @file Subjects of verbs: the names, pronouns and phrases of a clause that can be who speaks.
#pragma once

#include "attribute/speakers.h"

namespace kaynak::attribute_detail {

/// What parts a clause from the next one.
constexpr std::uint16_t ends_clause = gap_stop | gap_semicolon | gap_mark | gap_colon;

/// Reads subjects in one text. Positions are words of the scan.
class Subjects {
 public:
  Subjects(const Scan& scan, const Language& language, const People& people,
           const std::vector<Relay>& relays)
      : scan_(scan), language_(language), people_(people), relays_(relays) {}

  /// A full stop that ends a sentence: not of an initial, an abbreviation or an ordinal number.
  bool real_stop(std::uint32_t i) const;
  bool is_filler(std::uint32_t i) const;
  bool mention_covers(std::uint32_t i) const;
  Subject pronoun(std::uint32_t i) const;
  Subject named(WordRange run, std::uint32_t written_first) const;
  bool sure(const Subject& s) const;
  /// Verb, then subject: words from `i` on.
  Subject forward(std::uint32_t i, std::uint32_t end) const;
  /// Subject, then verb: words before `verb`, not before `begin`.
  Subject backward(std::uint32_t verb, std::uint32_t begin) const;
  /// Where the clause that holds the word before `end` begins: after a comma, stop, bracket or
  /// mark.
  std::uint32_t clause_begin(std::uint32_t begin, std::uint32_t end) const;
  /// Who a sentence is about that begins at `begin`: its first pronoun or name that is no object.
  Subject sentence_subject(std::uint32_t begin, std::uint32_t end) const;
  /// "President Novak", where the page has no fuller name.
  bool titled(const Subject& s) const;
  /// The last name in [begin, end): one that is known on the page before others.
  Subject last_name(std::uint32_t begin, std::uint32_t end) const;
  Subject first_name(std::uint32_t begin, std::uint32_t end) const;
  /// A word of a name is no verb: "United States".
  bool is_cue(std::uint32_t i) const;

 protected:
  const Scan& scan_;
  const Language& language_;
  const People& people_;
  const std::vector<Relay>& relays_;

 private:
  std::string_view gap_text(std::uint32_t i) const;
  bool real_gap(std::uint32_t i) const;
  WordRange mention_around(std::uint32_t i) const;
  bool told(WordRange mention) const;
  /// A medium that speaks itself ("…", wrote the Evening Courier).
  Subject medium_at(std::uint32_t i) const;
  /// Whether a name that the page says nothing else of may stand as a speaker.
  bool possible(const Subject& s) const;
  /// Where the offices before a name begin, not before `begin`.
  std::uint32_t before_offices(std::uint32_t i, std::uint32_t begin) const;
  /// "the special prosecutor ad hoc Silvia Carral": with the name that ends a phrase for an office.
  Subject with_name_inside(Subject s) const;
  /// "the court in The Hague": from an article up to a comma, a stop or a verb.
  Subject noun_phrase_from(std::uint32_t start, std::uint32_t end) const;
  /// "the mother of the children": an unnamed person, up to the next comma or stop.
  Subject role_phrase(std::uint32_t start, std::uint32_t end) const;
  /// In scripts without capitals: all words up to a mark or a word that begins no name.
  Subject phrase_forward(std::uint32_t i, std::uint32_t end) const;
  /// "وزير الخارجية الروسي سيرغي لافروف": the name is what is left after roles and words with the
  /// article.
  WordRange before_medium(WordRange words) const;
  Subject no_case_name(WordRange words) const;
  Subject thai_name(WordRange words) const;
  /// "Jan Novak (Brno) said": the end of what stands before the brackets.
  std::uint32_t before_brackets(std::uint32_t begin, std::uint32_t end) const;
  /// "NAME, apposition, age, verb" where a comma stands before the verb: the first part that is a
  /// known person's name, else the first that is a name or a phrase for somebody.
  Subject before_appositions(std::uint32_t begin, std::uint32_t end) const;
  /// A name whose last word is the one before `end` ("spokesman Jan Novak said"), or that begins
  /// the clause with a circumstance behind it ("Novak in Brno said").
  Subject touching_name(std::uint32_t begin, std::uint32_t end) const;
  bool complement(std::uint32_t i) const;
  /// "the report", "his wife", "a staffer in the room": from the article on, up to `end`.
  Subject noun_phrase(std::uint32_t begin, std::uint32_t end) const;
  /// "one said": not "the".
  bool stands_alone(std::uint32_t i) const;
  Subject role_phrase_before(std::uint32_t begin, std::uint32_t end) const;
  /// A name that a sentence begins with: of two words, or one that only names have the look of.
  bool leads(const Subject& s, std::uint32_t begin) const;
  /// A sentence that begins with an article: a role, with its name or without ("The Vermont senator
  /// acknowledged …"); anything else is nobody that we can tell the end of.
  Subject determined(std::uint32_t i, std::uint32_t end) const;
};

}  // namespace kaynak::attribute_detail
