#include "attribute/sign_off.h"

#include <algorithm>

#include "attribute/block_edit.h"
#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t max_bracket_bytes = 400;
constexpr int last_paragraphs = 8;  // notes of the outlet may stand behind
constexpr std::string_view gap = " … ";

/// Where the bracket that has the phrases of `form` in their order stands; empty for none.
ByteRange bracket_like(std::string_view lowered, std::string_view form) {
  const std::size_t begin = lowered.rfind(form.substr(0, form.find(gap)));
  if (begin == lowered.npos) return {};
  const std::size_t end = std::min(lowered.find(')', begin), lowered.size());
  std::string_view rest = lowered.substr(begin, end - begin);
  if (rest.size() > max_bracket_bytes) return {};
  for (std::size_t at = 0; at < form.size();) {
    const std::size_t stop = std::min(form.find(gap, at), form.size());
    const std::string_view phrase = form.substr(at, stop - at);
    const std::size_t found = rest.find(phrase);
    if (found == rest.npos) return {};
    rest.remove_prefix(found + phrase.size());
    at = std::min(stop + gap.size(), form.size());
  }
  const std::size_t after = std::min(end + 1, lowered.size());
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(after)};
}

class Finder {
 public:
  explicit Finder(const AttributionData::Impl& data) : data_(data) {}

  std::optional<SignOff> in_text(std::string_view text, std::int32_t block) const {
    if (!may_hold_one(text)) return std::nullopt;
    const std::string lowered = lower(text);
    if (lowered.size() != text.size()) return std::nullopt;  // ranges would not fit
    for (const std::uint32_t medium : data_.signing)
      for (const std::string& form : data_.media[medium].sign_offs)
        if (const ByteRange range = bracket_like(lowered, form); !range.empty())
          return SignOff{medium, {block, range}};
    return std::nullopt;
  }

 private:
  /// Whether a bracket begins as one of the forms does; nearly no text has one.
  bool may_hold_one(std::string_view text) const {
    for (auto at = text.find('('); at != text.npos; at = text.find('(', at + 1))
      for (const std::uint32_t medium : data_.signing)
        for (const std::string& form : data_.media[medium].sign_offs)
          if (istarts_with(text.substr(at), std::string_view(form).substr(0, form.find(' '))))
            return true;
    return false;
  }

  const AttributionData::Impl& data_;
};

}  // namespace

std::optional<SignOff> find_sign_off(const Article& article, const AttributionData::Impl& data) {
  const Finder finder(data);
  if (auto found = finder.in_text(article.byline, Evidence::byline)) return found;
  int seen = 0;
  for (std::size_t b = article.blocks.size(); b-- > 0 && seen < last_paragraphs;) {
    if (!has_prose(article.blocks[b])) continue;
    ++seen;
    if (auto found = finder.in_text(article.blocks[b].text, static_cast<std::int32_t>(b)))
      return found;
  }
  return std::nullopt;
}

}  // namespace kaynak::attribute_detail
