#include "extract/gone_notice.h"

#include <algorithm>

#include "base/strings.h"
#include "base/toml.h"
#include "text/sentences.h"
#include "text/unicode.h"

namespace kaynak {
namespace {

constexpr std::size_t kMostCharacters = 800;  // a notice with its excuse and what to read instead
constexpr std::size_t kSentences = 3;
constexpr std::uint64_t kMostFileBytes = 1u << 20;

Result<void> read_phrases(const Path& file, GonePhrases* phrases) {
  KAYNAK_ASSIGN(const std::string bytes, read_file(file, kMostFileBytes));
  KAYNAK_ASSIGN(const Json table, parse_toml(bytes, file.string()));
  for (const auto& [key, list] : table.members()) {
    auto* to = key == "withdrawn" ? &phrases->withdrawn
               : key == "label"   ? &phrases->label
               : key == "missing" ? &phrases->missing
                                  : nullptr;
    if (!to) return fail(ErrorCode::malformed, "extract", file.string() + ": unknown key " + key);
    for (const Json& phrase : list.items())
      if (!phrase.as_string().empty()) to->push_back(fold_case(phrase.as_string()));
  }
  return {};
}

/// A text in one case, without the marks that notices are set between ("[Article removed]", "***").
std::string plain(std::string_view text) {
  auto folded = fold_case(fold_space(text));
  const auto mark = [](char c) {
    return c == '[' || c == ']' || c == '(' || c == ')' || c == '*' || c == ' ' || c == '-';
  };
  while (!folded.empty() && mark(folded.front())) folded.erase(0, 1);
  while (!folded.empty() && mark(folded.back())) folded.pop_back();
  return folded;
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const std::string& phrase) {
    return text.substr(0, phrase.size()) == phrase;
  });
}

/// "404 - page not found!" without what stands around the words.
std::string_view bare(std::string_view text) {
  const auto around = [](char c) {
    return (c >= '0' && c <= '9') ||
           std::string_view(" .!?:;,-#").find(c) != std::string_view::npos;
  };
  if (text.substr(0, 6) == "error ") text.remove_prefix(6);
  while (!text.empty() && around(text.front())) text.remove_prefix(1);
  while (!text.empty() && around(text.back())) text.remove_suffix(1);
  return text;
}

bool is_any(std::string_view text, const std::vector<std::string>& phrases) {
  return std::find(phrases.begin(), phrases.end(), bare(text)) != phrases.end();
}

/// Parts of a title: "Page not found | The Alder".
std::vector<std::string> parts_of(std::string_view title) {
  std::string text(title);
  for (const std::string_view separator : {" | ", " - ", " – ", " — ", " :: ", " · ", " » "})
    text = replace_all(std::move(text), separator, "\n");
  std::vector<std::string> out;
  for (const auto part : split(text, '\n')) out.push_back(plain(part));
  return out;
}

bool title_says_so(std::string_view title, const GonePhrases& phrases) {
  const auto whole = plain(title);
  if (begins_with_any(whole, phrases.withdrawn) || is_any(whole, phrases.label) ||
      is_any(whole, phrases.missing))
    return true;
  const auto parts = parts_of(title);
  return std::any_of(parts.begin(), parts.end(), [&](const std::string& part) {
    return is_any(part, phrases.label) || is_any(part, phrases.missing);
  });
}

/// The first sentence that says so, among the first few.
std::optional<std::string> sentence_that_says_so(const PageWords& page,
                                                 const GonePhrases& phrases) {
  std::size_t seen = 0;
  for (const auto paragraph : split(page.text, '\n'))
    for (const auto& range : split_sentences(paragraph, page.language)) {
      if (++seen > kSentences) return std::nullopt;
      const auto sentence = paragraph.substr(range.begin, range.end - range.begin);
      const auto words = plain(sentence);
      if (begins_with_any(words, phrases.withdrawn) || begins_with_any(words, phrases.missing) ||
          is_any(words, phrases.label))
        return std::string(clip_utf8(sentence, 200));
    }
  return std::nullopt;
}

}  // namespace

Result<GonePhrases> GonePhrases::load(const Path& folder) {
  std::error_code error;
  std::vector<Path> files;
  std::filesystem::directory_iterator it(folder / "locale", error), end;
  for (; !error && it != end; it.increment(error))
    if (std::filesystem::exists(it->path() / "gone.toml"))
      files.push_back(it->path() / "gone.toml");
  if (error || files.empty())
    return fail(ErrorCode::not_found, "extract",
                (folder / "locale").string() + " holds no <language>/gone.toml");
  std::sort(files.begin(), files.end());
  GonePhrases phrases;
  for (const Path& file : files) KAYNAK_TRY(read_phrases(file, &phrases));
  return phrases;
}

std::optional<std::string> gone_notice(const PageWords& page, const GonePhrases& phrases) {
  if (page.text.size() > 4 * kMostCharacters || count_code_points(page.text) > kMostCharacters)
    return std::nullopt;
  for (const auto title : {page.headline, page.title})
    if (title_says_so(title, phrases)) return std::string(clip_utf8(title, 200));
  return sentence_that_says_so(page, phrases);
}

}  // namespace kaynak
