#include "extract/state_text.h"

#include "base/json.h"
#include "base/strings.h"
#include "extract/blocks.h"
#include "extract/page_map.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t min_text = 400;
constexpr std::size_t max_string = 2u << 20;
constexpr int min_paragraphs = 3;

/// Number of opening paragraph tags in the source of a JSON string, in any of the ways it may be
/// escaped.
int count_paragraphs(std::string_view s) {
  int n = 0;
  for (const std::string_view tag : {"<p>", "<p ", "\\u003cp", "\\u003Cp"})
    for (auto at = s.find(tag); at != std::string_view::npos && n < 100;
         at = s.find(tag, at + tag.size()))
      ++n;
  return n;
}

/// The string literals of a script (JSON or JavaScript) from `i` on: [begin, end) with its quotes.
bool next_string(std::string_view script, std::size_t* i, std::string_view* literal) {
  const auto open = script.find('"', *i);
  if (open == std::string_view::npos) return false;
  auto end = open + 1;
  while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2 : 1;
  if (end >= script.size()) return false;
  *literal = script.substr(open, end - open + 1);
  *i = end + 1;
  return true;
}

std::string decoded(std::string_view literal) {
  const auto once = parse_json(literal);
  if (!once) return {};
  const std::string& text = once->as_string();
  // Flight data holds JSON inside a string: the article is one string deeper.
  if (text.find("\\u003c") != std::string::npos || text.find(":\"<p") != std::string::npos) {
    std::string best;
    std::string_view inner;
    for (std::size_t i = 0; next_string(text, &i, &inner);)
      if (inner.size() > best.size() + 2 && count_paragraphs(inner) >= min_paragraphs)
        if (const auto again = parse_json(inner)) best = again->as_string();
    if (!best.empty()) return best;
  }
  return text;
}

/// Neither a picture's caption nor an advertisement.
bool is_text(const NodeInfo& info) {
  constexpr Meanings others = bit(Meaning::caption) | bit(Meaning::credit) | bit(Meaning::ad);
  return !has(info.places, Place::caption) && (info.near & others) == 0;
}

/// Whether most of a page is running text and no menu: outside lists and links.
bool is_prose(const Document& page, const PageMap& map, const std::vector<bool>& kept) {
  std::uint64_t prose = 0, all = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const TextBlock& b = map.blocks[i];
    if (!kept[i]) continue;
    all += b.length;
    if (page.node(b.container).tag != Tag::li) prose += b.length - b.link_length;
  }
  return prose * 2 >= all;
}

}  // namespace

std::string html_in_scripts(const Document& page) {
  std::string_view longest;
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    if (page.node(i).tag != Tag::script) continue;
    const std::string_view script = page.raw_text(i);
    std::string_view literal;
    for (std::size_t at = 0; next_string(script, &at, &literal);) {
      if (literal.size() <= std::max(longest.size(), min_text) || literal.size() > max_string)
        continue;
      if (count_paragraphs(literal) >= min_paragraphs) longest = literal;
    }
  }
  if (longest.empty()) return {};
  std::string html = decoded(longest);
  return plain_text(html, '\n').size() >= min_text ? html : std::string{};
}

std::vector<Block> blocks_of_html(std::string_view html, std::string_view base,
                                  std::string_view language) {
  const auto page = Document::parse(html, "text/html; charset=utf-8");
  if (!page) return {};
  const PageMap map = map_page(*page);
  std::vector<bool> kept(map.blocks.size());
  for (std::size_t i = 0; i < kept.size(); ++i)
    kept[i] = is_text(map.info[map.blocks[i].container]);
  if (!is_prose(*page, map, kept)) return {};
  Content content;  // nothing is known of its blocks
  content.scores.resize(kept.size());
  content.features.resize(kept.size());
  const Headline headline;
  const std::vector<ImageData> images;
  auto blocks =
      build_blocks({*page, map, content, headline, {}, base, language, images, {}, {}}, kept);
  for (Block& block : blocks) {
    block.source = {};
    for (Sentence& sentence : block.sentences) sentence.source = {};
  }
  return blocks;
}

}  // namespace kaynak::extract_detail
