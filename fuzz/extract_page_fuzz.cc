// An extracted article is valid UTF-8, its ranges lie inside their texts and the page, and slots
// and embeds hold no text.
#include <cstdlib>
#include <string>

#include "extract/extract.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;

void require(bool holds) {
  if (!holds) std::abort();
}

bool starts_letter(std::string_view s, std::size_t at) {
  return at >= s.size() || (static_cast<unsigned char>(s[at]) & 0xc0) != 0x80;
}

void check_range(const ByteRange& r, std::string_view text) {
  require(r.begin <= r.end && r.end <= text.size());
  require(starts_letter(text, r.begin) && starts_letter(text, r.end));
}

void check_block(const Block& b, std::string_view page) {
  require(is_valid_utf8(b.text));
  check_range(b.source, page);
  if (b.kind == BlockKind::ad_slot || b.kind == BlockKind::embed)
    require(b.text.empty() && b.sentences.empty());
  for (const Span& s : b.spans) check_range(s.range, b.text);
  std::uint32_t last = 0;
  for (const Sentence& s : b.sentences) {
    check_range(s.range, b.text);
    require(s.range.begin >= last && s.range.begin < s.range.end);
    last = s.range.end;
    require(s.source.begin <= s.source.end && s.source.end <= page.size());
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ParseLimits limits;
  limits.max_nodes = 20000;
  const auto page = Document::parse({reinterpret_cast<const char*>(data), size}, {}, limits);
  if (!page) return 0;
  PageContext context;
  context.url = "https://songbao.example/2026/11/25/a.html";
  const auto article = extract(*page, context);
  if (!article) return 0;
  require(is_valid_utf8(article->headline) && is_valid_utf8(article->byline));
  for (const std::string& name : article->authors) require(is_valid_utf8(name) && !name.empty());
  for (const Block& b : article->blocks) check_block(b, page->text());
  return 0;
}
