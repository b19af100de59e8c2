/// @file The words of one sentence as names: who could be the source of what is said in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "attribute/clause.h"

namespace kaynak::attribute_detail {

/// Between two words, it parts what belongs to a clause from what does not.
constexpr std::uint16_t hard = gap_stop | gap_semicolon | gap_mark;

class SentenceNames {
 public:
  SentenceNames(const ClauseContext& c, WordRange sentence)
      : scan_(c.scan),
        language_(c.language),
        people_(c.people),
        relays_(c.relays),
        media_(c.media),
        known_name_(c.known_name),
        all_(sentence) {}

 protected:
  // ---- words

  /// Number of words that a phrase of `list` takes at `i`; 0 for none.
  std::uint32_t words_at(std::uint32_t i, const std::vector<std::string>& list) const;

  bool dense() const { return scan_.tokens[all_.first].dense; }
  bool ends_at(std::uint32_t i) const { return i >= all_.last; }
  bool comma_before(std::uint32_t i) const;

  /// First word in [from, to) with a comma before it; `to` for none.
  std::uint32_t next_comma(std::uint32_t from, std::uint32_t to) const;

  // ---- names

  std::optional<WordRange> mention_at(std::uint32_t i) const;

  /// A network only carries what others say.
  bool is_network(std::uint32_t i) const;

  /// A source that was only told: "told Reuters".
  bool told(WordRange mention) const;

  bool is_name(WordRange name) const;

  /// The source that the words of a run with capitals name.
  Subject named(WordRange run) const;

  bool possessive(std::uint32_t end) const;

  WordRange run_at(std::uint32_t i) const;

  /// The name that ends just before `end`; one of a person that it is only of or from ("Smith of
  /// the Institute").
  Subject name_before(std::uint32_t end, std::uint32_t begin) const;

  /// Where a word for a body ends that belongs to the name ending at `i`: "X campaign", "X’s
  /// campaign"; `i` for none.
  std::uint32_t body_end(std::uint32_t i, std::uint32_t limit) const;

  /// `s` up to `end`, where a word for a body belongs to its name.
  Subject with_body(Subject s, std::uint32_t end) const;

  bool spaces_only(std::uint32_t first, std::uint32_t last) const;

  /// Where the bracket before `end` begins: "X (party) said".
  std::uint32_t bracket_begin(std::uint32_t end) const;

  /// The subject that stands before a verb at `verb`, small words between aside.
  Subject subject_before(std::uint32_t verb) const;

  /// Whether a preposition stands before a name, so that it is no subject: "people in X said".
  bool governed(const Subject& s) const;

  /// "X, the mayor of Y, said": the name stands before the apposition, or is it ("the mayor, X,
  /// said").
  Subject before_apposition(std::uint32_t end) const;

  /// A full stop inside a sentence: "Sen. X".
  bool abbreviated(std::uint32_t i) const;

  /// The name that follows at `i`, after articles, roles and at most one other word. `governed`: a
  /// preposition may stand before it ("according to figures of X").
  Subject name_after(std::uint32_t i, std::uint32_t limit, bool governed = false) const;

  /// A name that could be two common nouns: they have capitals, too, and the page says nothing else
  /// of it.
  bool vague(const Subject& s) const;

  const Scan& scan_;
  const Language& language_;
  const People& people_;
  const std::vector<Relay>& relays_;
  const std::vector<Medium>& media_;
  const std::function<bool(std::string_view)>& known_name_;
  WordRange all_;
};

}  // namespace kaynak::attribute_detail
