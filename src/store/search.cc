// Full-text search (FTS5 over text/unicode.h's folded words).
#include "base/strings.h"
#include "store/sqlite_store.h"
#include "text/unicode.h"

namespace kaynak::store_detail {
namespace {

constexpr std::size_t kMaxQueryWords = 16;
constexpr std::size_t kMaxQueryBytes = 1000;
constexpr std::size_t kMaxWordBytes = 200;
constexpr std::size_t kPrefixPoints = 3;    ///< shorter words are never read as beginnings
constexpr std::size_t kSnippetBefore = 80;  ///< bytes of context
constexpr std::size_t kSnippetAfter = 160;
constexpr std::size_t kSnippetScan = 64 << 10;  ///< how far into a text a match is looked for

std::vector<std::string> query_words(const std::string& query) {
  const std::string tokens = search_tokens(clip_utf8(query, kMaxQueryBytes));
  std::vector<std::string> words;
  for (const std::string_view word : split(tokens, ' ')) {
    if (word.empty() || words.size() == kMaxQueryWords) continue;
    words.emplace_back(clip_utf8(word, kMaxWordBytes));
  }
  return words;
}

/// Every word as an FTS5 string, in which nothing has a meaning but the doubled quotation mark.
std::string match_expression(const std::vector<std::string>& words, bool beginnings) {
  std::string expression;
  for (const std::string& word : words) {
    if (!expression.empty()) expression += " AND ";
    expression += "\"" + replace_all(word, "\"", "\"\"") + "\"";
    if (beginnings && count_code_points(word) >= kPrefixPoints) expression += " *";
  }
  return expression;
}

bool matches(std::string_view written, const std::vector<std::string>& words) {
  const std::string folded = fold(written);
  for (const std::string& word : words)
    if (folded == word || (count_code_points(word) >= kPrefixPoints && folded.starts_with(word)))
      return true;
  return false;
}

/// A byte near `at` where a word begins, so that no word or character is cut.
std::size_t snap(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  const std::size_t blank = text.substr(0, at).find_last_of(" \n\t");
  const bool near = blank != std::string_view::npos && at - blank < 30;
  return near ? blank + 1 : at;
}

/// Plain text around the first match in `body`, else its beginning.
std::string snippet(const std::string& body, const std::vector<std::string>& words_wanted) {
  const std::string_view text = clip_utf8(body, kSnippetScan);
  std::size_t match = 0;
  for (const std::string_view word : words(text)) {
    if (!matches(word, words_wanted)) continue;
    match = static_cast<std::size_t>(word.data() - text.data());
    break;
  }
  const std::size_t begin = match > kSnippetBefore ? snap(text, match - kSnippetBefore) : 0;
  const std::size_t wanted_end = match + kSnippetAfter;
  const std::size_t end =
      wanted_end < text.size() ? std::max(snap(text, wanted_end), match + 1) : text.size();
  std::string cut = fold_space(text.substr(begin, end - begin));
  if (begin > 0) cut = "… " + cut;
  if (end < body.size()) cut += " …";
  return cut;
}

Result<std::vector<SearchHit>> find(Database& database, const std::vector<std::string>& words,
                                    bool beginnings, std::size_t limit) {
  // A headline's word weighs as much as five of the body.
  auto query = database.query("search",
                              "SELECT t.article, t.language, t.headline, t.body,"
                              " bm25(search, 5.0, 1.0) AS rank FROM search"
                              " JOIN texts AS t ON t.id = search.rowid WHERE search MATCH ?"
                              " ORDER BY rank, t.id DESC LIMIT ?");
  query.with(match_expression(words, beginnings), sql_limit(limit));
  return all(query, [&](const Query& row) {
    return SearchHit{ArticleId(row.text(0)), LanguageTag(row.text(1)), row.text(2),
                     snippet(row.text(3), words), row.real(4)};
  });
}

Result<void> forget(Database& database, const ArticleId& id, const std::string& language) {
  KAYNAK_TRY(database
                 .query("take a text out of the index",
                        "DELETE FROM search WHERE rowid IN (SELECT id FROM texts"
                        " WHERE article = ?1 AND (?2 = '' OR language = ?2))")
                 .with(id.value, language)
                 .run());
  return database
      .query("take a text out of the index",
             "DELETE FROM texts WHERE article = ?1 AND (?2 = '' OR language = ?2)")
      .with(id.value, language)
      .run();
}

}  // namespace

Result<void> SqliteStore::index_text(const ArticleId& id, const LanguageTag& language,
                                     const std::string& headline, const std::string& body) {
  const std::string tag = language.empty() ? "und" : language.value;
  const std::string headline_tokens = search_tokens(headline);
  const std::string body_tokens = search_tokens(body);
  return database_.atomically([&]() -> Result<void> {
    KAYNAK_TRY(forget(database_, id, tag));
    KAYNAK_TRY(database_
                   .query("index a text",
                          "INSERT INTO texts (article, language, headline, body)"
                          " VALUES (?, ?, ?, ?)")
                   .with(id.value, tag, headline, body)
                   .run());
    return database_
        .query("index a text",
               "INSERT INTO search (rowid, headline, body) VALUES (last_insert_rowid(), ?, ?)")
        .with(headline_tokens, body_tokens)
        .run();
  });
}

Result<void> SqliteStore::unindex(const ArticleId& id) {
  return database_.atomically([&] { return forget(database_, id, {}); });
}

Result<std::vector<SearchHit>> SqliteStore::search(const std::string& query, std::size_t limit) {
  const std::vector<std::string> words = query_words(query);
  if (words.empty()) return std::vector<SearchHit>{};
  KAYNAK_ASSIGN(auto hits, find(database_, words, false, limit));
  if (!hits.empty()) return hits;
  return find(database_, words, true, limit);
}

}  // namespace kaynak::store_detail
