#include "cli/trace_claims.h"

#include <algorithm>

#include "base/strings.h"

namespace kaynak {
namespace {

constexpr std::size_t context_bytes = 60;

bool is_boundary(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

/// The last words of `text`, "…" before them where something was left out.
std::string tail(std::string_view text) {
  if (text.size() <= context_bytes) return std::string(text);
  std::size_t from = text.size() - context_bytes;
  while (from < text.size() && !is_boundary(text[from])) ++from;
  const std::size_t blank = text.find(' ', from);
  return "…" + std::string(text.substr(blank == text.npos ? from : blank + 1));
}

std::string head(std::string_view text) {
  if (text.size() <= context_bytes) return std::string(text);
  std::size_t to = context_bytes;
  while (to > 0 && !is_boundary(text[to])) --to;
  const std::size_t blank = text.rfind(' ', to);
  return std::string(text.substr(0, blank == text.npos || blank == 0 ? to : blank)) + "…";
}

bool counts_as_paragraph(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::quote ||
         block.kind == BlockKind::list_item;
}

std::string place_name(const Article& article, const Evidence& evidence) {
  switch (evidence.block) {
    case Evidence::none:
      return {};
    case Evidence::headline:
      return "headline";
    case Evidence::byline:
      return "byline";
    case Evidence::metadata:
      return "credit line";
    default:
      break;
  }
  const auto at = static_cast<std::size_t>(evidence.block);
  if (evidence.block < 0 || at >= article.blocks.size()) return {};
  const Block& block = article.blocks[at];
  if (block.kind == BlockKind::figure) return "caption";
  if (!counts_as_paragraph(block)) return to_string(block.kind);
  return "paragraph " + std::to_string(std::count_if(article.blocks.begin(),
                                                     article.blocks.begin() + evidence.block + 1,
                                                     counts_as_paragraph));
}

class Collector {
 public:
  explicit Collector(const Article& article) : article_(article) {}

  std::vector<Claim> run() {
    for (const Hop& hop : article_.hops) add_hop(hop);
    for (std::size_t i = 0; i < article_.blocks.size(); ++i) add_photo(i);
    for (const Quote& quote : article_.quotes) add_quote(quote);
    for (const Statement& statement : article_.statements) add_statement(statement);
    for (std::size_t i = 0; i < article_.cited_sources.size(); ++i) {
      Claim claim = named(Claim::cited, "source", article_.cited_sources[i]);
      if (i < article_.cited_evidence.size()) prove(&claim, article_.cited_evidence[i]);
      claims_.push_back(std::move(claim));
    }
    for (const DateMention& date : article_.dates) {
      Claim claim = named(Claim::date, "date", date.resolved);
      prove(&claim, date.evidence);
      if (claim.words.empty()) claim.words = date.text;
      claims_.push_back(std::move(claim));
    }
    return std::move(claims_);
  }

 private:
  static Claim named(Claim::Kind kind, std::string role, std::string name) {
    Claim claim;
    claim.kind = kind;
    claim.role = std::move(role);
    claim.name = std::move(name);
    return claim;
  }

  void prove(Claim* claim, const Evidence& evidence) const {
    const std::string_view text = evidence_text(article_, evidence);
    const std::string_view words = evidence_words(article_, evidence);
    claim->evidence = evidence;
    if (words.empty()) return;
    claim->words = words;
    claim->before = tail(text.substr(0, evidence.range.begin));
    claim->after = head(text.substr(evidence.range.end));
    claim->where = place_name(article_, evidence);
  }

  void add_hop(const Hop& hop) {
    Claim claim = named(Claim::hop, hop.role, hop.name);
    claim.url = hop.url;
    claim.confidence = hop.confidence;
    prove(&claim, hop.evidence);
    if (claim.words.empty() && !hop.proof.empty()) {
      claim.words = hop.proof;
      claim.where = "page data";
    }
    claims_.push_back(std::move(claim));
  }

  void add_photo(std::size_t at) {
    const Block& block = article_.blocks[at];
    if (!block.figure || block.figure->credit.empty()) return;
    const auto add = [&](const char* role, const std::string& name) {
      Claim claim = named(Claim::photo, role, name);
      claim.words = block.figure->credit;
      claim.where = "picture " + std::to_string(pictures_);
      claim.evidence.block = static_cast<std::int32_t>(at);
      claims_.push_back(std::move(claim));
    };
    ++pictures_;
    for (const auto& name : block.figure->photographers) add("photographer", name);
    for (const auto& name : block.figure->agencies) add("photo agency", name);
    if (block.figure->photographers.empty() && block.figure->agencies.empty()) add("credit", {});
  }

  void add_quote(const Quote& quote) {
    Claim claim = named(Claim::quotation, "quotation", quote.speaker);
    prove(&claim, quote.evidence);
    claim.words = quote.text;
    claim.via = quote.via;
    claim.said = quote.speaker_as_written.empty()
                     ? std::string(evidence_words(article_, quote.speaker_evidence))
                     : quote.speaker_as_written;
    if (!quote.cue.empty()) claim.said += (claim.said.empty() ? "" : " · ") + quote.cue;
    claim.confidence = quote.speaker.empty() ? 1 : quote.confidence;
    if (first_quote_ < 0) first_quote_ = static_cast<int>(claims_.size());
    if (quote.within >= 0 && first_quote_ + quote.within < static_cast<int>(claims_.size()))
      claim.inside = first_quote_ + quote.within;
    claims_.push_back(std::move(claim));
  }

  void add_statement(const Statement& statement) {
    Claim claim = named(Claim::statement, "statement", statement.source);
    prove(&claim, statement.evidence);
    claim.via = statement.via;
    claim.said = statement.source_as_written;
    if (!statement.cue.empty()) claim.said += (claim.said.empty() ? "" : " · ") + statement.cue;
    claim.confidence = statement.confidence;
    claims_.push_back(std::move(claim));
  }

  const Article& article_;
  std::vector<Claim> claims_;
  int pictures_ = 0, first_quote_ = -1;
};

}  // namespace

const char* to_string(Claim::Kind kind) {
  static const char* const names[] = {"hop", "photo", "quotation", "statement", "cited", "date"};
  return names[kind];
}

std::vector<Claim> claims_of(const Article& article) { return Collector(article).run(); }

Json claim_json(const Claim& claim) {
  Json j;
  j.set("kind", to_string(claim.kind)).set("role", claim.role);
  j.set_if("name", claim.name).set_if("url", claim.url).set_if("via", claim.via);
  j.set_if("words", claim.words).set_if("where", claim.where).set_if("said", claim.said);
  if (claim.evidence.block != Evidence::none) {
    j.set("block", static_cast<std::int64_t>(claim.evidence.block));
    if (!claim.evidence.range.empty())
      j.set("range", Json::Array{claim.evidence.range.begin, claim.evidence.range.end});
  }
  if (claim.inside >= 0) j.set("inside", claim.inside);
  return j.set("confidence", claim.confidence);
}

}  // namespace kaynak
