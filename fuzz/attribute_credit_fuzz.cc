// Any caption, credit and alternative text: what a figure says keeps its words. Caption and credit
// stay valid UTF-8 that stood in what came in, names come from the credit, and reading again
// changes nothing.
#include <algorithm>
#include <string>

#include "attribute_common.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;
using namespace kaynak::fuzz;

}  // namespace

/// Lines: language, caption, credit, alternative text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(bytes), size);
  if (size > 4096 || !is_valid_utf8(rest)) return 0;
  Article article;
  article.url = "https://outlet.example/1";
  article.language = LanguageTag(next_line(&rest).substr(0, 8));
  Block block;
  block.kind = BlockKind::figure;
  block.text = next_line(&rest);
  const std::string caption = block.text, credit = next_line(&rest), alt = next_line(&rest);
  const auto length = static_cast<std::uint32_t>(caption.size());
  if (length > 0) block.sentences.push_back({{0, length}, {10, 10 + length}});
  block.figure = Figure{"https://outlet.example/1.jpg", caption, credit, alt, {}, {}};
  article.blocks.push_back(std::move(block));

  const Article once = attribute(article, data());
  const Block& read = once.blocks.at(0);
  require(is_valid_utf8(read.text) && is_valid_utf8(read.figure->credit));
  require(read.figure->caption == read.text);
  require(read.text.size() <= std::max({caption.size(), credit.size(), alt.size()}));
  for (const Sentence& s : read.sentences)
    require(s.range.begin <= s.range.end && s.range.end <= read.text.size());
  require(!read.figure->credit.empty() ||
          (read.figure->photographers.empty() && read.figure->agencies.empty()));
  require(attribute(once, data()) == once);
  return 0;
}
