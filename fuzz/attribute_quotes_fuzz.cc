// Any text: quotations and statements lie on code points inside their blocks, quotations stand in
// order, and what is quoted in another one lies in an earlier one that holds it.
#include <string>

#include "attribute_common.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;
using namespace kaynak::fuzz;

/// Lines: language, then a block a line.
Article article_from(std::string_view text) {
  Article article;
  article.url = "https://outlet.example/1";
  for (bool first = true; !text.empty(); first = false) {
    const std::string line = next_line(&text);
    if (first) article.language = LanguageTag(line.substr(0, 8));
    if (first || line.empty()) continue;
    Block block;
    block.text = line;
    const auto size = static_cast<std::uint32_t>(block.text.size());
    block.sentences.push_back({{0, size}, {10, 10 + size}});
    article.blocks.push_back(std::move(block));
  }
  return article;
}

void check_words(const Article& article, const Evidence& e, const std::string& words) {
  if (e.block < 0) return;
  require(static_cast<std::size_t>(e.block) < article.blocks.size());
  require(e.range.begin < e.range.end && e.range.end <= article.blocks[e.block].text.size());
  require(evidence_words(article, e) == words && is_valid_utf8(words));
}

bool holds(const Evidence& outer, const Evidence& inner) {
  return outer.block == inner.block && outer.range.begin <= inner.range.begin &&
         inner.range.end <= outer.range.end;
}

void check_quotes(const Article& article) {
  for (std::size_t i = 0; i < article.quotes.size(); ++i) {
    const Quote& q = article.quotes[i];
    require(q.evidence.block >= 0);
    check_words(article, q.evidence, q.text);
    check_words(article, q.speaker_evidence, q.speaker_as_written);
    require(q.within < static_cast<std::int32_t>(i));
    if (q.within >= 0) require(holds(article.quotes[q.within].evidence, q.evidence));
    if (i == 0) continue;
    const Evidence& before = article.quotes[i - 1].evidence;
    require(before.block < q.evidence.block ||
            (before.block == q.evidence.block && before.range.begin <= q.evidence.range.begin));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (size > 20000 || !is_valid_utf8(text)) return 0;
  const Article article = attribute(article_from(text), data());
  check_quotes(article);
  for (const Statement& s : article.statements) {
    check_words(article, s.evidence, std::string(evidence_words(article, s.evidence)));
    check_words(article, s.source_evidence, s.source_as_written);
    require(!s.source.empty() && s.confidence > 0 && s.confidence <= 1);
  }
  return 0;
}
