// Any text, in any block, in any language: attribute() keeps the article's invariants and is
// idempotent.
#include <string>

#include "attribute_common.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;
using namespace kaynak::fuzz;

/// Lines: language, byline, outlet, then a block a line; one that begins with '!' is a figure's
/// caption.
Article article_from(std::string_view text) {
  Article article;
  article.url = "https://outlet.example/1";
  article.published = parse_iso8601("2026-08-20");
  for (int field = 0; !text.empty(); ++field) {
    const std::string line = next_line(&text);
    if (field == 0) article.language = LanguageTag(line.substr(0, 8));
    if (field == 1) article.byline = line;
    if (field == 2) article.outlet = line;
    if (field < 3 || line.empty()) continue;
    Block block;
    block.text = line[0] == '!' ? line.substr(1) : line;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    if (size) block.sentences.push_back({{0, size}, {10, 10 + size}});
    if (line[0] == '!') {
      block.kind = BlockKind::figure;
      block.figure = Figure{"https://outlet.example/1.jpg", block.text, {}, {}, {}, {}};
    }
    article.blocks.push_back(std::move(block));
  }
  return article;
}

void check_evidence(const Article& article, const Evidence& e) {
  if (e.block >= 0) {
    require(static_cast<std::size_t>(e.block) < article.blocks.size());
    require(e.range.begin <= e.range.end && e.range.end <= article.blocks[e.block].text.size());
  }
  if (e.block == Evidence::byline) require(e.range.end <= article.byline.size());
  if (e.block == Evidence::metadata) require(e.range.end <= article.text_credit.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (size > 20000 || !is_valid_utf8(text)) return 0;
  const Article once = attribute(article_from(text), data());
  for (const Block& block : once.blocks) {
    for (const Sentence& s : block.sentences)
      require(s.range.begin < s.range.end && s.range.end <= block.text.size() &&
              s.source.begin <= s.source.end);
    require(is_valid_utf8(block.text));
  }
  for (const Quote& q : once.quotes) {
    check_evidence(once, q.evidence);
    check_evidence(once, q.speaker_evidence);
    require(is_valid_utf8(q.text) && is_valid_utf8(q.speaker));
  }
  for (const Hop& hop : once.hops) check_evidence(once, hop.evidence);
  require(attribute(once, data()) == once);
  return 0;
}
