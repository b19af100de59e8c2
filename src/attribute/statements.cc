#include "attribute/statements.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "attribute/block_edit.h"
#include "attribute/clause.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_statements = 500;  // an article

class Finder {
 public:
  Finder(const Article& article, const std::vector<Scan>& scans,
         const std::vector<std::vector<Relay>>& relays, const Language& language,
         const People& people, const AttributionData::Impl& data)
      : article_(article),
        scans_(scans),
        relays_(relays),
        language_(language),
        people_(people),
        data_(data) {}

  std::vector<Statement> find() {
    for (std::size_t b = 0; b < scans_.size(); ++b) {
      const BlockKind kind = article_.blocks[b].kind;
      const bool prose = kind == BlockKind::paragraph || kind == BlockKind::list_item;
      if (prose && !scans_[b].tokens.empty()) read_block(static_cast<std::int32_t>(b));
    }
    return std::move(statements_);
  }

 private:
  void read_block(std::int32_t b) {
    while (quote_ < article_.quotes.size() && article_.quotes[quote_].evidence.block < b) ++quote_;
    const Scan& scan = scans_[b];
    const std::function<bool(std::string_view)> known = [this](std::string_view w) {
      return known_name(w);
    };
    for (std::uint32_t s = 0; s < scan.sentences.size(); ++s) {
      if (statements_.size() >= max_statements) return;
      if (quotes(b, scan.sentences[s])) continue;
      const WordRange words = {scan.token_at(scan.sentences[s].begin),
                               scan.token_at(scan.sentences[s].end)};
      const ClauseContext context{scan, language_, people_, relays_[b], data_.media, known};
      for (const Clause& clause : read_clauses(context, words)) add(b, s, clause);
    }
  }

  /// Whether a quotation stands in the sentence, other than of a few words inside what is told.
  bool quotes(std::int32_t b, ByteRange sentence) const {
    for (std::size_t q = quote_; q < article_.quotes.size(); ++q) {
      const Evidence& e = article_.quotes[q].evidence;
      if (e.block != b) return false;
      if (!article_.quotes[q].partial && e.range.begin < sentence.end &&
          sentence.begin < e.range.end)
        return true;
    }
    return false;
  }

  void add(std::int32_t b, std::uint32_t sentence, const Clause& clause) {
    const Scan& scan = scans_[b];
    const auto bytes = [&](WordRange r) {
      return ByteRange{scan.tokens[r.first].begin, scan.tokens[r.last - 1].end};
    };
    const auto words = [&](WordRange r) { return std::string(scan.words(r.first, r.last)); };
    Statement statement;
    statement.source = full_name(scan, clause.source.name);
    statement.source_as_written = words(clause.source.written);
    statement.cue = words(clause.cue);
    statement.evidence = {b, bytes(clause.content)};
    statement.source_evidence = {b, bytes(clause.source.written)};
    statement.confidence = clause.confidence;
    for (const Relay& relay : relays_[b])
      if (relay.sentence == sentence && relay.told && relay.name != statement.source &&
          !inside(relay.range, statement.evidence.range))
        statement.via = relay.name;
    statements_.push_back(std::move(statement));
  }

  static bool inside(ByteRange part, ByteRange whole) {
    return part.begin >= whole.begin && part.end <= whole.end;
  }

  std::string full_name(const Scan& scan, WordRange name) const {
    for (const Mention& m : scan.mentions)
      if (m.first == name.first && m.last == name.last) return data_.media[m.medium].name;
    const std::string full = people_.fullest(scan, name);
    return spell_name(full.empty() ? scan.words(name.first, name.last) : std::string_view(full),
                      article_.language.value);
  }

  /// Words with a capital inside sentences, collected when first asked for.
  bool known_name(std::string_view folded) {
    if (!collected_)
      for (const Scan& scan : scans_)
        for (std::uint32_t i = 1; i < scan.size(); ++i)
          if (scan.tokens[i].capital && !scan.tokens[i].upper && scan.tokens[i].before == gap_space)
            inside_.insert(scan.fold_at(i));
    collected_ = true;
    return inside_.contains(folded);
  }

  const Article& article_;
  const std::vector<Scan>& scans_;
  const std::vector<std::vector<Relay>>& relays_;
  const Language& language_;
  const People& people_;
  const AttributionData::Impl& data_;
  std::unordered_set<std::string_view> inside_;
  bool collected_ = false;
  std::size_t quote_ = 0;  // the first that stands in this block or a later one
  std::vector<Statement> statements_;
};

}  // namespace

std::vector<Statement> find_statements(const Article& article, const std::vector<Scan>& scans,
                                       const std::vector<std::vector<Relay>>& relays,
                                       const Language& language, const People& people,
                                       const AttributionData::Impl& data) {
  return Finder(article, scans, relays, language, people, data).find();
}

}  // namespace kaynak::attribute_detail
