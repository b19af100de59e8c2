#include "attribute/block_edit.h"

#include <algorithm>
#include <string_view>

namespace kaynak::attribute_detail {
namespace {

std::uint32_t moved(std::uint32_t at, ByteRange cut) {
  return at <= cut.begin ? at : at >= cut.end ? at - cut.size() : cut.begin;
}

ByteRange moved(ByteRange range, ByteRange cut) {
  return {moved(range.begin, cut), moved(range.end, cut)};
}

void cut_sentence(Sentence* sentence, ByteRange cut) {
  const ByteRange old = sentence->range;
  sentence->range = moved(old, cut);
  if (old.size() != sentence->source.size() || sentence->range.size() == old.size()) return;
  if (cut.begin <= old.begin)
    sentence->source.begin += std::min(cut.end, old.end) - old.begin;
  else if (cut.end >= old.end)
    sentence->source.end -= old.end - cut.begin;
}

void erase(Block* block, ByteRange cut) {
  if (cut.empty()) return;
  block->text.erase(cut.begin, cut.size());
  for (Span& span : block->spans) span.range = moved(span.range, cut);
  std::erase_if(block->spans, [](const Span& s) { return s.range.empty(); });
  for (Sentence& sentence : block->sentences) cut_sentence(&sentence, cut);
  std::erase_if(block->sentences, [](const Sentence& s) { return s.range.empty(); });
}

/// Bytes at the end of `text` that no caption ends with.
std::size_t loose_end(std::string_view text) {
  static constexpr std::string_view loose[] = {" ", "|",  "/", "-", "–",  "—", ",", "(",
                                               "[", "＝", "•", "·", "（", "©", ";", "["};
  const std::size_t size = text.size();
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : loose)
      if (!text.empty() && text.ends_with(mark)) {
        text.remove_suffix(mark.size());
        again = true;
      }
  }
  return size - text.size();
}

std::size_t loose_begin(std::string_view text) {
  static constexpr std::string_view loose[] = {" ", "|", "/", "-", "–", "—", ",",
                                               ":", ".", ")", "]", "•", "·", "）"};
  const std::size_t size = text.size();
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : loose)
      if (!text.empty() && text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      }
  }
  return size - text.size();
}

/// Blanks between sentences belong to none.
void trim_sentences(Block* block) {
  for (Sentence& s : block->sentences) {
    ByteRange trimmed = s.range;
    while (trimmed.begin < trimmed.end && block->text[trimmed.begin] == ' ') ++trimmed.begin;
    while (trimmed.end > trimmed.begin && block->text[trimmed.end - 1] == ' ') --trimmed.end;
    if (s.range.size() == s.source.size()) {
      s.source.begin += trimmed.begin - s.range.begin;
      s.source.end -= s.range.end - trimmed.end;
    }
    s.range = trimmed;
  }
  std::erase_if(block->sentences, [](const Sentence& s) { return s.range.empty(); });
}

}  // namespace

bool has_prose(const Block& block) {
  return block.kind == BlockKind::paragraph || block.kind == BlockKind::quote ||
         block.kind == BlockKind::list_item;
}

void cut_text(Block* block, ByteRange cut) {
  erase(block, cut);
  const auto size = static_cast<std::uint32_t>(block->text.size());
  if (cut.begin >= size)
    erase(block, {size - static_cast<std::uint32_t>(loose_end(block->text)), size});
  else if (cut.begin == 0)
    erase(block, {0, static_cast<std::uint32_t>(loose_begin(block->text))});
  trim_sentences(block);
  if (block->figure) block->figure->caption = block->text;
}

void set_text(Block* block, std::string text) {
  block->text = std::move(text);
  block->spans.clear();
  block->sentences.clear();
  if (!block->text.empty())
    block->sentences.push_back({{0, static_cast<std::uint32_t>(block->text.size())}, {}});
  if (block->figure) block->figure->caption = block->text;
}

}  // namespace kaynak::attribute_detail
