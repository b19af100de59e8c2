// Two texts, parted by a NUL byte; a line is a block. Whatever they are, the differences account
// for every sentence: what is neither added nor removed is as many on both sides.
#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "text/sentences.h"
#include "text/unicode.h"
#include "trace/revision.h"

namespace {

kaynak::Article article_of(std::string_view text) {
  kaynak::Article article;
  article.language = kaynak::LanguageTag("en");
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    kaynak::Block block;
    block.text = kaynak::nfc(text.substr(begin, end - begin));
    for (const auto& r : kaynak::split_sentences(block.text, "en"))
      block.sentences.push_back({{r.begin, r.end}, {}});
    if (!block.sentences.empty()) article.blocks.push_back(std::move(block));
    begin = end + 1;
  }
  return article;
}

long sentences(const kaynak::Article& article) {
  std::size_t n = 0;
  for (const auto& block : article.blocks) n += block.sentences.size();
  return static_cast<long>(n);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using namespace kaynak;
  const std::string_view all(reinterpret_cast<const char*>(data),
                             std::min<std::size_t>(size, 8192));
  const auto cut = std::min(all.find('\0'), all.size());
  const auto before = article_of(all.substr(0, cut));
  const auto after = article_of(all.substr(std::min(cut + 1, all.size())));
  if (!diff(before, before).empty()) std::abort();
  long added = 0, removed = 0;
  for (const auto& change : diff(before, after).sentences) {
    added += change.kind == ChangeKind::added;
    removed += change.kind == ChangeKind::removed;
  }
  if (sentences(before) - removed != sentences(after) - added) std::abort();
  return 0;
}
