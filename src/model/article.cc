#include "model/article.h"

#include "base/hash.h"
#include "base/strings.h"
#include "model/capture.h"
#include "model/edition.h"

namespace kaynak {
namespace {

bool is_body_text(const Block& block) {
  return !block.text.empty() && block.kind != BlockKind::figure && block.kind != BlockKind::embed &&
         block.kind != BlockKind::ad_slot;
}

/// `text` cut after the last sentence that fits, else between words.
std::string cut(const Block& block, std::size_t max_bytes) {
  if (block.text.size() <= max_bytes) return block.text;
  std::size_t end = 0;
  for (const auto& sentence : block.sentences)
    if (sentence.range.end <= max_bytes) end = sentence.range.end;
  if (end > 0) return block.text.substr(0, end);
  const auto clipped = clip_utf8(block.text, max_bytes);
  const auto blank = clipped.rfind(' ');
  return std::string(clipped.substr(0, blank == std::string_view::npos ? clipped.size() : blank)) +
         "…";
}

}  // namespace

std::string body_text(const Article& article) {
  std::string out;
  for (const auto& block : article.blocks) {
    if (!is_body_text(block)) continue;
    if (!out.empty()) out += "\n\n";
    out += block.text;
  }
  return out;
}

std::string summary_text(const Article& article, std::size_t max_bytes) {
  const Block* first = nullptr;
  for (const auto& block : article.blocks) {
    if (!is_body_text(block)) continue;
    if (block.lead) return cut(block, max_bytes);
    if (first == nullptr && block.kind == BlockKind::paragraph) first = &block;
  }
  return first != nullptr ? cut(*first, max_bytes) : std::string();
}

ArticleId article_id_for(std::string_view identity_url) {
  return ArticleId(sha256_hex(identity_url).substr(0, 16));
}

CaptureId capture_id_for(std::string_view url, std::string_view body) {
  return CaptureId(sha256_hex(std::string(url) + '\0' + sha256_hex(body)));
}

std::string_view header(const Headers& headers, std::string_view name) {
  for (const auto& [key, value] : headers)
    if (iequals(key, name)) return value;
  return {};
}

EditionId edition_id_for(const ArticleId& article, const LanguageTag& language) {
  return EditionId(article.value + "." + language.value);
}

std::string text_digest(const Article& article) {
  std::string all = article.headline + '\0' + article.subheadline;
  for (const auto& block : article.blocks)
    all.append(1, '\0').append(to_string(block.kind)).append(1, '\0').append(block.text);
  return sha256_hex(all);
}

std::string_view evidence_text(const Article& article, const Evidence& evidence) {
  switch (evidence.block) {
    case Evidence::headline:
      return article.headline;
    case Evidence::byline:
      return article.byline;
    case Evidence::metadata:
      return article.text_credit;
    default:
      break;
  }
  const auto at = static_cast<std::size_t>(evidence.block);
  return evidence.block >= 0 && at < article.blocks.size()
             ? std::string_view(article.blocks[at].text)
             : std::string_view();
}

std::string_view evidence_words(const Article& article, const Evidence& evidence) {
  const std::string_view text = evidence_text(article, evidence);
  const ByteRange& range = evidence.range;
  if (range.empty() || range.begin > range.end || range.end > text.size()) return {};
  return text.substr(range.begin, range.size());
}

}  // namespace kaynak
