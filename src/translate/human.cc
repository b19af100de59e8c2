#include "base/strings.h"
#include "text/encoding.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "translate/translate.h"

namespace kaynak {
namespace {

constexpr std::size_t max_text_bytes = 4 << 20;

/// Paragraphs parted by lines without text; lines of one paragraph stay apart.
std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> out;
  bool open = false;
  for (const auto line : split(text, '\n')) {
    const auto bare = trim(line);
    if (bare.empty()) {
      open = false;
    } else if (open) {
      out.back() += '\n';
      out.back() += bare;
    } else {
      out.emplace_back(bare);
      open = true;
    }
  }
  return out;
}

ByteRange whole(const std::string& text) { return {0, static_cast<std::uint32_t>(text.size())}; }

/// The cells of a table's text: parted by tabs and newlines.
std::vector<ByteRange> cells_of(std::string_view text) {
  std::vector<ByteRange> out;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const auto end = std::min(text.find_first_of("\t\n", begin), text.size());
    if (end > begin)
      out.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    begin = end + 1;
  }
  return out;
}

std::vector<ByteRange> sentences_of(const Block& block, const std::string& text,
                                    const LanguageTag& language) {
  std::vector<ByteRange> out;
  if (block.kind == BlockKind::table)
    out = cells_of(text);
  else
    for (const auto& range : split_sentences(text, language.value))
      out.push_back({range.begin, range.end});
  if (out.size() != block.sentences.size()) out = {whole(text)};
  return out;
}

EditionBlock block_of(const Block& block, std::string paragraph, const LanguageTag& language) {
  EditionBlock made;
  made.text = block.kind == BlockKind::table ? std::move(paragraph) : fold_space(paragraph);
  made.sentences = sentences_of(block, made.text, language);
  return made;
}

}  // namespace

Result<Edition> import_human_edition(const Article& article, const LanguageTag& language,
                                     std::string translator, std::string_view text, Time now) {
  if (text.size() > max_text_bytes)
    return fail(ErrorCode::too_large, "translate", "the translation is over 4 MiB");
  if (!is_valid_utf8(text))
    return fail(ErrorCode::malformed, "translate", "the translation is not UTF-8");
  if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
  const auto paragraphs = paragraphs_of(nfc(text));
  std::size_t wanted = 0;
  for (const auto& block : article.blocks) wanted += block.text.empty() ? 0 : 1;
  const auto given = paragraphs.empty() ? 0 : paragraphs.size() - 1;
  if (paragraphs.empty() || given != wanted)
    return fail(ErrorCode::malformed, "translate",
                "the translation has " + std::to_string(given) +
                    " paragraphs below its headline, the article has " + std::to_string(wanted) +
                    " blocks with text: give one paragraph for each, parted by blank lines");
  Edition edition;
  edition.id = edition_id_for(article.id, language);
  edition.article = article.id;
  edition.language = language;
  edition.from = article.language;
  edition.kind = EditionKind::human;
  edition.translator = std::move(translator);
  edition.source_digest = text_digest(article);
  edition.created = now;
  edition.headline = fold_space(paragraphs[0]);
  std::size_t next = 1;
  for (const auto& block : article.blocks)
    edition.blocks.push_back(block.text.empty() ? EditionBlock()
                                                : block_of(block, paragraphs[next++], language));
  edition.findings = check_fidelity(article, edition);
  return edition;
}

}  // namespace kaynak
