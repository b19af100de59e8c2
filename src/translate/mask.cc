#include "translate/mask.h"

#include <algorithm>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::translate_detail {
namespace {

/// Two letters number a part; a sentence with more masked parts than this is translated between
/// them.
constexpr std::size_t max_masks = 26 * 26;

bool letter_before(std::string_view text, std::size_t at) {
  std::size_t i = at;
  while (i > 0 && (static_cast<unsigned char>(text[i - 1]) & 0xc0) == 0x80) --i;
  if (i == 0) return false;
  --i;
  const char32_t c = next_code_point(text, &i);
  return is_letter(c) || is_digit(c);
}

bool letter_after(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  const char32_t c = next_code_point(text, &at);
  return is_letter(c) || is_digit(c);
}

bool has_apostrophe(std::string_view text, std::size_t at) {
  const auto rest = text.substr(at);
  return rest.starts_with("'") || rest.starts_with("’");
}

/// Latin letters alone: names in other scripts are declined or transcribed by the pairs that meet
/// them.
bool is_latin(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const char32_t c = next_code_point(name, &i);
    if (is_letter(c) && c > 0x24f && !(c >= 0x1e00 && c <= 0x1eff)) return false;
  }
  return true;
}

void find_name(std::string_view text, std::string_view name, bool inside_only,
               std::vector<ByteRange>* out) {
  for (auto at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const auto end = at + name.size();
    if ((at == 0 && inside_only) || !is_whole_word(text, at, end) || has_apostrophe(text, end))
      continue;
    out->push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
  }
}

std::string pick_stem(std::string_view text) {
  const std::string folded = ascii_lower(text);
  for (const char* stem : {"zqx", "qxv", "vxq", "xqj", "jqz"})
    if (folded.find(stem) == std::string::npos) return stem;
  return {};
}

}  // namespace

bool is_whole_word(std::string_view text, std::size_t begin, std::size_t end) {
  return !letter_before(text, begin) && !letter_after(text, end);
}

std::vector<ByteRange> find_names(std::string_view text, const Names& names) {
  std::vector<ByteRange> out;
  const auto whole = [&](const std::string& name) {
    if (name.size() < 3 || !is_latin(name)) return false;
    find_name(text, name, false, &out);
    return true;
  };
  for (const auto& name : names.media) whole(name);
  for (const auto& name : names.persons) {
    if (!whole(name)) continue;
    const auto last = name.substr(name.rfind(' ') + 1);
    std::size_t i = 0;
    if (last.size() >= 3 && last.size() < name.size() && is_upper(next_code_point(last, &i)))
      find_name(text, last, true, &out);
  }
  return merge_parts(std::move(out), {});
}

MaskedText::MaskedText(std::string_view text, std::vector<ByteRange> parts)
    : text_(text), parts_(std::move(parts)), stem_(pick_stem(text)) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < parts_.size(); ++i) {
    masked_.append(text_, at, parts_[i].begin - at);
    masked_ += word(i);
    at = parts_[i].end;
  }
  masked_.append(text_, at, std::string::npos);
}

std::string MaskedText::word(std::size_t part) const {
  return stem_ + static_cast<char>('a' + part / 26 % 26) + static_cast<char>('a' + part % 26);
}

bool MaskedText::has_words() const {
  for (const auto& piece : pieces())
    for (std::size_t i = 0; i < piece.size();)
      if (is_letter(next_code_point(piece, &i))) return true;
  return false;
}

std::optional<Unmasked> MaskedText::restore(std::string_view translation) const {
  if (parts_.empty()) return Unmasked{std::string(translation), {}};
  if (stem_.empty() || parts_.size() > max_masks) return std::nullopt;
  Unmasked out;
  out.parts.resize(parts_.size());
  const std::string folded = ascii_lower(translation);
  std::size_t at = 0, seen = 0;
  for (auto found = folded.find(stem_); found != std::string::npos;
       found = folded.find(stem_, at)) {
    const auto end = found + stem_.size() + 2;
    if (end > folded.size() || !is_whole_word(folded, found, end)) return std::nullopt;
    const auto part =
        static_cast<std::size_t>((folded[end - 2] - 'a') * 26 + (folded[end - 1] - 'a'));
    if (part >= parts_.size() || folded.substr(found, end - found) != word(part) ||
        !out.parts[part].empty())
      return std::nullopt;
    out.text.append(translation, at, found - at);
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text.append(text_, parts_[part].begin, parts_[part].size());
    out.parts[part] = {begin, static_cast<std::uint32_t>(out.text.size())};
    at = end;
    ++seen;
  }
  if (seen != parts_.size()) return std::nullopt;
  out.text.append(translation, at, std::string::npos);
  return out;
}

std::vector<std::string> MaskedText::pieces() const {
  std::vector<std::string> out;
  std::size_t at = 0;
  for (const auto& part : parts_) {
    out.push_back(text_.substr(at, part.begin - at));
    at = part.end;
  }
  out.push_back(text_.substr(at));
  return out;
}

Unmasked MaskedText::join(const std::vector<std::string>& translated) const {
  Unmasked out;
  const auto originals = pieces();
  for (std::size_t i = 0; i < originals.size(); ++i) {
    const std::string_view original = originals[i];
    const auto core = trim(original);
    const auto before =
        core.empty() ? original.size() : static_cast<std::size_t>(core.data() - original.data());
    out.text += original.substr(0, before);
    if (!core.empty()) {
      out.text += trim(translated[i]);
      out.text += original.substr(before + core.size());
    }
    if (i == parts_.size()) break;
    const auto begin = static_cast<std::uint32_t>(out.text.size());
    out.text.append(text_, parts_[i].begin, parts_[i].size());
    out.parts.push_back({begin, static_cast<std::uint32_t>(out.text.size())});
  }
  return out;
}

}  // namespace kaynak::translate_detail
