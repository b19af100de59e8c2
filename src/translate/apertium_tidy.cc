#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"
#include "translate/apertium_mode.h"

namespace kaynak::translate_detail {
namespace {

bool starts_upper(std::string_view word) {
  std::size_t i = 0;
  return !word.empty() && is_upper(next_code_point(word, &i));
}

/// "Informó": a capital and then small letters, so no abbreviation.
bool is_capitalised(std::string_view word) {
  std::size_t i = 0;
  if (word.empty() || !is_upper(next_code_point(word, &i)) || i >= word.size()) return false;
  const char32_t second = next_code_point(word, &i);
  return is_letter(second) && !is_upper(second);
}

void lower_first(std::string* text, std::string_view word) {
  const auto at = static_cast<std::size_t>(word.data() - text->data());
  std::size_t length = 0;
  next_code_point(word, &length);
  text->replace(at, length, lower(word.substr(0, length)));
}

/// Some pairs give the second chunk the capital of the first ("Hola Mundo", "Linh Tran Informó"). A
/// capital is taken back behind words that came through as they were, when the source goes on in
/// small letters, and everywhere when the source has no capital but its first.
void recase(std::string_view source, std::string* output) {
  const auto before = words(source);
  if (before.size() < 2) return;
  const bool no_names = std::none_of(before.begin() + 1, before.end(), [](std::string_view w) {
    return starts_upper(w) && w != "I" && !istarts_with(w, "I'");
  });
  const auto starts_small = [](std::string_view w) {
    std::size_t i = 0;
    const char32_t c = next_code_point(w, &i);
    return is_letter(c) && !is_upper(c);
  };
  const auto after = words(*output);
  std::size_t same = 0;
  while (same < after.size() && same < before.size() && after[same] == before[same]) ++same;
  // `words` are views into `output`; lower_first may move bytes, so the last comes first.
  for (std::size_t i = after.size(); i-- > 1;) {
    if (!is_capitalised(after[i])) continue;
    const bool known = std::find(before.begin(), before.end(), after[i]) != before.end();
    const bool moved = same > 0 && i == same && i < before.size() && starts_small(before[i]);
    if (!known && (no_names || moved)) lower_first(output, after[i]);
  }
}

bool is_closing_punctuation(char c) {
  return c == ',' || c == '.' || c == ')' || c == '?' || c == '!';
}

/// No blanks at the ends, doubled, or before closing punctuation where the source has none there.
std::string tidy_blanks(std::string_view source, std::string_view text) {
  std::string out;
  for (const char c : trim(text)) {
    if (c == ' ' && !out.empty() && out.back() == ' ') continue;
    if (is_closing_punctuation(c) && !out.empty() && out.back() == ' ' &&
        source.find(std::string(" ") + c) == std::string_view::npos)
      out.pop_back();
    out += c;
  }
  return out;
}

/// `"[pronoun] Ganaremos"` is left as `" Ganaremos"`: takes the blank out behind each mark that
/// opens.
std::string tidy_quotations(std::string_view source, std::string text) {
  const bool paired =
      std::count(source.begin(), source.end(), '"') % 2 == 0 && source.find("\" ") != 0;
  std::string out;
  bool open = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"' && paired) {
      open = !open;
      if (open && i + 1 < text.size() && text[i + 1] == ' ') ++i;
    }
  }
  for (const std::string mark : {"“", "‘", "«"})
    if (source.find(mark + " ") == std::string_view::npos)
      out = replace_all(std::move(out), mark + " ", mark);
  return out;
}

/// Single marks as the source writes them: Apertium makes ’ a straight one, and prepare() curls
/// those that open.
std::string restore_singles(std::string_view source, std::string text) {
  const auto has = [&](std::string_view mark) {
    return source.find(mark) != std::string_view::npos;
  };
  if (has("’") && !has("'")) return replace_all(std::move(text), "'", "’");
  if (has("'") && !has("‘") && !has("’"))
    return replace_all(replace_all(std::move(text), "‘", "'"), "’", "'");
  return text;
}

/// Takes off marks of unknown words ("*word", "@word", "#word") that the source does not have.
std::string drop_marks(std::string_view source, std::string text) {
  for (const char mark : {'*', '@', '#'}) {
    if (source.find(mark) != std::string_view::npos) continue;
    text.erase(std::remove(text.begin(), text.end(), mark), text.end());
  }
  return text;
}

}  // namespace

std::string tidy(std::string_view source, std::string output) {
  output = tidy_blanks(source, drop_marks(source, std::move(output)));
  output = restore_singles(source, tidy_quotations(source, std::move(output)));
  recase(source, &output);
  return output;
}

}  // namespace kaynak::translate_detail
