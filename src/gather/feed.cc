#include "gather/feed.h"

#include <algorithm>

#include "base/strings.h"
#include "gather/feed_detail.h"
#include "gather/feed_text.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {
constexpr std::size_t kMaxBytes = 32u << 20;
}

Result<Feed> parse_feed(std::string_view bytes, std::string_view base,
                        std::string_view content_type) {
  if (bytes.size() > kMaxBytes)
    return fail(ErrorCode::too_large, "gather",
                "the feed " + std::string(base) + " is larger than 32 MiB");
  auto start = bytes.substr(0, 3) == "\xef\xbb\xbf" ? bytes.substr(3) : bytes;
  start = trim(start);
  if (start.empty())
    return fail(ErrorCode::malformed, "gather", "the feed " + std::string(base) + " is empty");
  if (start.front() == '{') return gather_detail::parse_json_feed(start, base);
  return gather_detail::parse_xml_feed(gather_detail::XmlTree::read(bytes, content_type), base);
}

namespace gather_detail {

std::string feed_url(std::string_view reference, std::string_view base) {
  reference = trim(reference);
  if (reference.empty() || reference.size() > 8192) return {};
  return resolve_href(reference, base);
}

std::string person_name(std::string_view text) {
  auto name = html_to_line(text);
  const auto open = name.find('('), close = name.rfind(')');
  if (name.find('@') == std::string::npos) return name;
  if (open != std::string::npos && close != std::string::npos && close > open) {
    const auto inside = trim(std::string_view(name).substr(open + 1, close - open - 1));
    if (inside.find('@') == std::string_view::npos) return std::string(inside);
    name.erase(open);  // "Ayşe Kaya (desk@news.example)"
  }
  std::string words;  // what is no address
  for (const auto word : split(name, ' '))
    if (word.find('@') == std::string_view::npos)
      words.append(words.empty() ? "" : " ").append(word);
  return std::string(trim(words));
}

void add_name(std::vector<std::string>* to, std::string name) {
  if (name.empty() || to->size() >= 100) return;
  if (std::find(to->begin(), to->end(), name) == to->end()) to->push_back(std::move(name));
}

void add_author(FeedItem* item, std::string name) { add_name(&item->authors, std::move(name)); }

void add_tag(FeedItem* item, FeedTag tag) {
  if (tag.term.empty() || item->tags.size() >= 100) return;
  for (const auto& other : item->tags)
    if (other.term == tag.term && other.scheme == tag.scheme && other.label == tag.label) return;
  add_name(&item->categories, tag.label.empty() ? tag.term : tag.label);
  item->tags.push_back(std::move(tag));
}

}  // namespace gather_detail
}  // namespace kaynak
