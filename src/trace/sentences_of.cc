#include "trace/sentences_of.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "base/strings.h"
#include "text/dates.h"
#include "text/unicode.h"
#include "trace/shingles.h"

namespace kaynak::trace_detail {
namespace {

constexpr std::size_t kLongestStamp = 120, kLongestLink = 300;  // bytes

/// First words of update stamps, and all words of counters, folded; separated by '|'.
constexpr std::string_view kStampWords =
    "updated|last|modified|published|posted|revised|aktualisiert|stand|veroffentlicht|zuletzt|mis|"
    "publie|modifie|actualizado|actualizada|publicado|ultima|actualitzat|publicat|aggiornato|"
    "pubblicato|ultimo|atualizado|atualizada|guncelleme|guncellendi|yayinlanma|son|обновлено|"
    "опубликовано|оновлено|опубліковано|aktualizacja|zaktualizowano|opublikowano|cap|نشر|تحديث|اخر|"
    "更新|公開|发布|最終|最后";
constexpr std::string_view kCounterWords =
    "comment|comments|view|views|share|shares|like|likes|read|reads|min|minute|minutes|kommentar|"
    "kommentare|aufrufe|minuten|lesezeit|commentaire|commentaires|vues|partages|lecture|comentario|"
    "comentarios|visitas|lectura|minutos|comentari|comentaris|minuts|commenti|commento|"
    "visualizzazioni|minuti|lettura|visualizacoes|leitura|komentarz|komentarze|komentarzy|"
    "wyswietlen|"
    "комментарий|комментария|комментариев|просмотров|просмотра|коментар|коментарі|коментарів|"
    "переглядів|yorum|goruntulenme|okunma|dakika|binh|luan|luot|xem|تعليق|تعليقات|مشاهدة|评论|阅读|"
    "コメント|件|分|回";

std::unordered_set<std::string_view> set_of(std::string_view list) {
  const auto parts = split(list, '|');
  return {parts.begin(), parts.end()};
}

bool ends_as_sentence(std::string_view text) {
  for (const std::string_view end :
       {".", "!", "?", "…", "。", "！", "？", "؟", "।", "”", "\"", "»"})
    if (text.size() >= end.size() && text.substr(text.size() - end.size()) == end) return true;
  return false;
}

bool has_digit(std::string_view text) {
  for (std::size_t i = 0; i < text.size();)
    if (is_digit(next_code_point(text, &i))) return true;
  return false;
}

/// "Updated 14:05, 12 August 2026", "12 comments": a number, and words that only stamps and
/// counters are made of.
bool is_stamp_or_counter(std::string_view text, std::string_view language) {
  static const auto stamps = set_of(kStampWords), counters = set_of(kCounterWords);
  if (text.size() > kLongestStamp || ends_as_sentence(text) || !has_digit(text)) return false;
  bool counts = true, first = true, labelled = false;
  for (const auto word : words(text)) {
    const auto folded = fold(word);
    if (first) labelled = stamps.count(folded) > 0;
    first = false;
    counts = counts && (has_digit(word) || counters.count(folded) > 0);
  }
  return counts || (labelled && parse_page_date(text, language).has_value());
}

/// A block that is one link, and no sentence: a way to another article.
bool is_related_link(const Block& block) {
  if (block.text.size() > kLongestLink || ends_as_sentence(block.text)) return false;
  std::uint32_t linked = 0;
  for (const auto& span : block.spans)
    if (span.kind == SpanKind::link) linked += span.range.size();
  return linked * 10 >= block.text.size() * 9;
}

bool is_furniture(const Block& block, std::string_view language) {
  if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return false;
  if (block.sentences.size() > 1) return false;
  return is_related_link(block) ||
         (block.kind == BlockKind::paragraph && is_stamp_or_counter(block.text, language));
}

/// One form of what typographers and keyboards write in many; 0 for what no reader sees.
char32_t plain(char32_t c) {
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF) return 0;
  if ((c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0x2039 || c == 0x203A ||
      c == 0x2BC || c == 0x60 || c == 0xB4 || c == '"')
    return '\'';
  if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212) return '-';
  return c;
}

}  // namespace

std::uint64_t plain_hash(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, &i);
    if (is_space(c)) continue;
    if (c == 0x2026)
      out += "...";
    else if (const char32_t p = plain(c))
      append_utf8(&out, p);
  }
  return std::hash<std::string>()(out);
}

std::vector<ComparedSentence> sentences_of(const Article& article) {
  std::vector<ComparedSentence> out;
  const auto add = [&](std::string_view text, SentencePlace place, bool furniture) {
    if (!text.empty() && out.size() < kMostSentences)
      out.push_back({text, place, plain_hash(text), furniture});
  };
  add(article.subheadline, {}, false);
  for (std::size_t b = 0; b < article.blocks.size(); ++b) {
    const auto& block = article.blocks[b];
    if (block.kind == BlockKind::figure || block.text.empty()) continue;
    const auto at = static_cast<std::int32_t>(b);
    const bool furniture = is_furniture(block, article.language.value);
    if (block.sentences.empty()) add(block.text, {at, 0}, furniture);
    for (std::size_t s = 0; s < block.sentences.size(); ++s) {
      const auto& range = block.sentences[s].range;
      add(std::string_view(block.text).substr(range.begin, range.size()),
          {at, static_cast<std::int32_t>(s)}, furniture);
    }
  }
  return out;
}

std::vector<std::uint64_t> sorted_words(std::string_view text) {
  auto out = word_hashes(text);
  std::sort(out.begin(), out.end());
  return out;
}

double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  if (a.empty() || b.empty()) return 0;
  std::size_t common = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j)
      ++common, ++i, ++j;
    else
      *i < *j ? ++i : ++j;
  }
  return 2.0 * static_cast<double>(common) / static_cast<double>(a.size() + b.size());
}

}  // namespace kaynak::trace_detail
