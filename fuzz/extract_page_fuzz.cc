// An extracted article is valid UTF-8 wherever it has text; its ranges lie inside their texts and
// the page and cut no letter; what stands at the source range of a block or sentence is its text;
// slots and embeds hold no text.
//
// "Is its text": letter by letter in NFC, without white space, soft hyphens and direction marks,
// and without what no reader sees as text (the page map's `skipped`: scripts, svg, ruby glosses …).
// Captions are left out of that: their figure's range is that of the picture, which may have none.
#include <cstdlib>
#include <string>

#include "extract/extract.h"
#include "extract/page_map.h"
#include "text/encoding.h"
#include "text/unicode.h"

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

bool is_unseen(char32_t c) {
  return c <= 0x20 || is_space(c) || c == 0xad || c == 0x200b || c == 0x200e || c == 0x200f ||
         c == 0xfeff;
}

std::string letters(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    if (!is_unseen(c)) append_utf8(&out, c);
  }
  return nfc(out);
}

/// A page's text as its readers see it, found by range.
class SeenText {
 public:
  explicit SeenText(const Document& page) : page_(page), map_(extract_detail::map_page(page)) {}

  std::string at(const ByteRange& r) const {
    std::string out;
    for (NodeIndex i = 0; i < page_.nodes().size(); ++i) {
      const Node& n = page_.node(i);
      if (n.tag != Tag::text || (n.parent != no_node && map_.info[n.parent].skipped)) continue;
      const auto begin = std::max(n.text_begin, r.begin), end = std::min(n.text_end, r.end);
      if (begin < end) out += page_.text().substr(begin, end - begin);
    }
    return out;
  }

 private:
  const Document& page_;
  const extract_detail::PageMap map_;
};

void check_source(const ByteRange& source, std::string_view text, const SeenText& seen) {
  if (!source.empty()) require(letters(seen.at(source)) == letters(text));
}

void check_block(const Block& b, const Document& page, const SeenText& seen) {
  require(is_valid_utf8(b.text) && is_valid_utf8(b.url) && is_valid_utf8(b.label));
  check_range(b.source, page.text());
  const bool empty = b.kind == BlockKind::ad_slot || b.kind == BlockKind::embed;
  if (empty) require(b.text.empty() && b.sentences.empty());
  const bool table = b.kind == BlockKind::table, figure = b.kind == BlockKind::figure;
  if (!empty && !table && !figure) check_source(b.source, b.text, seen);
  for (const Span& s : b.spans) {
    check_range(s.range, b.text);
    require(is_valid_utf8(s.value));
  }
  std::uint32_t last = 0;
  for (const Sentence& s : b.sentences) {
    check_range(s.range, b.text);
    check_range(s.source, page.text());
    require(s.range.begin >= last && s.range.begin < s.range.end);
    last = s.range.end;
    if (!figure)
      check_source(s.source, std::string_view(b.text).substr(s.range.begin, s.range.size()), seen);
  }
}

void check_texts(const Article& a) {
  for (const auto* text : {&a.headline, &a.subheadline, &a.kicker, &a.byline, &a.outlet, &a.section,
                           &a.correction, &a.canonical_url, &a.language.value})
    require(is_valid_utf8(*text));
  for (const auto& name : a.authors) require(is_valid_utf8(name) && !name.empty());
  for (const auto& word : a.keywords) require(is_valid_utf8(word));
  for (const Block& b : a.blocks)
    if (b.figure)
      for (const auto* text :
           {&b.figure->url, &b.figure->caption, &b.figure->credit, &b.figure->alt})
        require(is_valid_utf8(*text));
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
  check_texts(*article);
  const SeenText seen(*page);
  for (const Block& b : article->blocks) check_block(b, *page, seen);
  return 0;
}
