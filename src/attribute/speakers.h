/// @file Who says a quotation.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "attribute/lexicon.h"
#include "attribute/names.h"
#include "attribute/quotes.h"
#include "attribute/relays.h"

namespace kaynak::attribute_detail {

/// Persons named on a page: their fullest names, found again by a part of the name.
class People {
 public:
  /// Takes in the names of a text.
  void collect(const Scan& scan, const Language& language);
  void add(std::string name, const AttributionData::Impl& data);
  /// Weighs what was collected: to be called once after the last text.
  void finish();
  /// The fullest name that `written` (words of `scan`) is a part of; empty where there is none.
  std::string fullest(const Scan& scan, WordRange written) const;
  /// Whether the page shows that these words name a person: by a role, a cue, or the surname
  /// standing alone.
  bool is_person(const Scan& scan, WordRange written) const;
  /// Full names of those to whom the page gives a role ("the minister", words of `scan`).
  std::vector<std::string> with_role(const Scan& scan, WordRange role) const;
  /// Whether the page gives this person (full name) any role.
  bool has_role(std::string_view name) const;
  /// Whether the last word of a name stands alone elsewhere, as persons are called.
  bool has_surname(const Scan& scan, WordRange name) const;
  /// Whether a name that looks like a person's is a company's: the page goes on to call it by its
  /// first word, never by its last.
  bool is_company(std::string_view name) const;

 private:
  struct Person {
    std::string name;
    std::vector<std::string> words;  ///< folded
    std::uint32_t seen = 0;
    std::uint32_t personal = 0;      ///< signs that it is a person
    std::uint32_t placed = 0;        ///< signs that it is a place
    bool given = false;              ///< known beforehand
    std::vector<std::string> roles;  ///< folded words for roles beside the name
  };
  static bool known(const Person& p) { return p.given || p.personal > p.placed; }
  void collect_dense(const Scan& scan);
  void collect_initials(const Scan& scan, WordRange name);
  std::string spelled_out(const Scan& scan, std::uint32_t initials) const;
  void add_dense(const Scan& scan, WordRange name);
  void drop_places_before_names();
  Person* find(const std::vector<std::string>& words);
  static bool fuller(const Person& a, const Person& b, std::size_t written);
  const Person* best_dense(const std::vector<std::string_view>& words) const;
  const Person* best(const Scan& scan, WordRange written) const;
  struct Initials {
    std::uint64_t key = 0;
    std::string name;
  };
  std::vector<Person> people_;
  std::vector<Initials> initials_;  ///< of names of several words: "Harbour Lending Trust", "hlt"
  std::unordered_map<std::string, std::uint32_t> surnames_;  ///< words that stand alone as names
  std::unordered_map<std::string, std::uint32_t> places_;    ///< words that stand after "in"
};

/// The words beside a quotation that name its speaker.
struct Subject {
  WordRange name;     ///< the person's or organisation's name; empty for roles and pronouns
  WordRange written;  ///< all the words: with role, or the pronoun
  bool pronoun = false;
  bool found() const { return !written.empty(); }
};

/// How sure the words around a quotation make its speaker; eval/quotes measures how often it is
/// right.
constexpr double beside = 0.95;        ///< the verb and the subject side by side
constexpr double inversion = 0.85;     ///< the subject after the verb, before the quotation
constexpr double unknown_verb = 0.75;  ///< a word that stands where a verb of speech would
constexpr double apart = 0.8;          ///< a verb whose subject stands further off
constexpr double guess = 0.6;          ///< no verb of speech: whom the sentence is about
constexpr double far_guess = 0.45;     ///< somebody named in the words behind it

struct Attribution {
  Subject subject;
  WordRange cue;
  double confidence = 1;  ///< that this is who speaks
  bool goes_on = false;   ///< nobody named, but the sentence had a quotation before
  bool inside = false;    ///< nobody found, though the quotation stands inside a sentence
};

/// Reads the text around one quotation. `from` and `to` bound its neighbourhood in bytes (ends of
/// the quotations before and after it). Who was told something (`relays` of the same text) is not
/// who says it.
Attribution attribute_quote(const Scan& scan, const Language& language, const People& people,
                            const std::vector<Relay>& relays, const QuoteSpan& quote,
                            std::uint32_t from, std::uint32_t to);

/// Direct speech of all blocks with speakers and relays. `scans` has one entry a block (no tokens:
/// no text).
std::vector<Quote> find_quotes(const std::vector<Block>& blocks, const std::vector<Scan>& scans,
                               const std::vector<std::vector<Relay>>& relays,
                               const Language& language, People* people, std::string_view tag);

}  // namespace kaynak::attribute_detail
