// Bylines, credit lines beside the text and what a page's data declares: whatever they hold, claims
// keep their evidence in range, and attribution of what was attributed changes nothing.
#include <string>

#include "attribute_common.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;
using namespace kaynak::fuzz;

Block paragraph(std::string text) {
  Block block;
  block.text = std::move(text);
  const auto size = static_cast<std::uint32_t>(block.text.size());
  if (size) block.sentences.push_back({{0, size}, {10, 10 + size}});
  return block;
}

/// "role<tab>name<tab>url<tab>proof", or a line that stands beside the text.
Hop declared(std::string_view line) {
  Hop hop{"credit", {}, {}, {}};
  std::string* const fields[] = {&hop.role, &hop.name, &hop.url, &hop.proof};
  if (line.find('\t') == line.npos) {
    hop.name = std::string(line);
    hop.proof = hop.name.size() % 2 ? "line before the text" : "line after the text";
    return hop;
  }
  for (std::string* field : fields) {
    const std::size_t end = line.find('\t');
    *field = std::string(line.substr(0, end));
    if (end == line.npos) break;
    line.remove_prefix(end + 1);
  }
  return hop;
}

/// Lines: language, byline, outlet, text_credit, then a declared hop each. The text is fixed, its
/// last paragraph is the byline again.
Article article_from(std::string_view text) {
  Article article;
  article.url = "https://outlet.example/1";
  article.published = parse_iso8601("2026-08-20");
  for (int field = 0; !text.empty(); ++field) {
    const std::string line = next_line(&text);
    if (field == 0) article.language = LanguageTag(line.substr(0, 8));
    if (field == 1) article.byline = line;
    if (field == 2) article.outlet = line;
    if (field == 3) article.text_credit = line;
    if (field > 3 && article.declared.size() < 60) article.declared.push_back(declared(line));
  }
  article.blocks.push_back(paragraph("A ship came in on Monday, the port authority said."));
  article.blocks.push_back(paragraph("It left again on Friday."));
  if (!article.byline.empty()) article.blocks.push_back(paragraph(article.byline));
  return article;
}

void check(const Article& article, const Hop& hop) {
  const Evidence& e = hop.evidence;
  require(e.range.begin <= e.range.end && hop.confidence >= 0 && hop.confidence <= 1);
  if (e.block >= 0) require(e.range.end <= article.blocks.at(e.block).text.size());
  if (e.block == Evidence::byline) require(e.range.end <= article.byline.size());
  if (e.block == Evidence::metadata) require(e.range.end <= article.text_credit.size());
  require(!hop.name.empty() && (!e.range.empty() || !hop.proof.empty()));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (size > 8000 || !is_valid_utf8(text)) return 0;
  const Article once = attribute(article_from(text), data());
  for (const Hop& hop : once.hops) check(once, hop);
  for (const std::string& name : once.authors) require(is_valid_utf8(name) && !name.empty());
  require(is_valid_utf8(once.text_credit) && is_valid_utf8(once.byline));
  require(attribute(once, data()) == once);
  return 0;
}
