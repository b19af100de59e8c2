// A person's translation of any bytes: refused, or one range for each sentence inside the block's
// text.
#include <cstdlib>

#include "translate/translate.h"

using namespace kaynak;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Article article;
  article.language = LanguageTag("en");
  article.headline = "254 people left";
  Block paragraph, table;
  paragraph.text = "One \"day\". It rained.";
  paragraph.sentences = {{{0, 10}, {}}, {{11, 21}, {}}};
  table.kind = BlockKind::table;
  table.text = "a\tb";
  table.sentences = {{{0, 1}, {}}, {{2, 3}, {}}};
  article.blocks = {paragraph, table};
  const auto edition = import_human_edition(article, LanguageTag("tr"), "A", bytes, Time{});
  if (!edition) return 0;
  if (edition->blocks.size() != 2 || edition->status != EditionStatus::ready) std::abort();
  for (const auto& block : edition->blocks) {
    std::uint32_t last = 0;
    for (const auto& range : block.sentences) {
      if (range.begin < last || range.end < range.begin || range.end > block.text.size())
        std::abort();
      last = range.end;
    }
  }
  return 0;
}
