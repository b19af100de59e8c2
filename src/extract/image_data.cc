#include "extract/image_data.h"

#include <algorithm>
#include <charconv>

#include "base/byte_set.h"
#include "base/strings.h"
#include "extract/structured_data.h"

namespace kaynak::extract_detail {
namespace {

constexpr std::size_t max_images = 100;
constexpr int max_depth = 12;
constexpr std::size_t max_credit_bytes = 240;

bool is_image(const Json& node) {
  const Json& type = node["@type"];
  if (type.is_string()) return type.as_string().ends_with("ImageObject");
  return std::any_of(type.items().begin(), type.items().end(),
                     [](const Json& t) { return t.as_string().ends_with("ImageObject"); });
}

std::string text_of(const Json& value) {
  if (value.is_string()) return plain_text(value.as_string());
  if (value.is_array())
    return value.items().empty() ? std::string() : text_of(value.items().front());
  return value.is_object() ? text_of(value["name"]) : std::string();
}

ImageData image_from(const Json& node) {
  ImageData image;
  for (const char* key : {"contentUrl", "url", "@id"})
    if (image.url.empty() && node[key].is_string()) image.url = node[key].as_string();
  for (const char* key : {"caption", "description"})
    if (image.caption.empty()) image.caption = text_of(node[key]);
  for (const char* key : {"creditText", "copyrightHolder", "author", "creator", "copyrightNotice"})
    if (image.credit.empty()) image.credit = text_of(node[key]);
  if (image.credit.size() > max_credit_bytes) image.credit.clear();
  image.key = picture_key(image.url);
  return image;
}

void collect(const Json& json, int depth, std::vector<ImageData>* to) {
  if (depth > max_depth || to->size() >= max_images) return;
  for (const Json& item : json.items()) collect(item, depth + 1, to);
  if (!json.is_object()) return;
  if (is_image(json)) {
    auto image = image_from(json);
    if (!image.url.empty() && (!image.caption.empty() || !image.credit.empty()))
      to->push_back(std::move(image));
    return;
  }
  for (const auto& [name, value] : json.members())
    if (name != "logo" && (value.is_object() || value.is_array())) collect(value, depth + 1, to);
}

bool is_size(std::string_view word) {
  if (word.empty()) return true;
  if (word == "w" || word == "h" || word == "x" || word == "scaled" || word == "wide" ||
      word == "small" || word == "large" || word == "medium" || word == "original" ||
      word == "web" || word == "image" || word == "standard" || word == "square" ||
      word == "thumb" || word == "crop")
    return true;
  // 1200x800, w1200, 2x; a number alone may as well tell one picture of a series from the next.
  const auto digits =
      std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
  const auto marks = std::count_if(word.begin(), word.end(),
                                   [](char c) { return c == 'x' || c == 'w' || c == 'h'; });
  return digits > 0 && marks == 1 && word.size() <= 9 &&
         static_cast<std::size_t>(digits + marks) == word.size();
}

/// A path segment without extension, without sizes at its ends.
std::string telling(std::string_view segment) {
  static constexpr ByteSet joints("-_");
  if (const auto dot = segment.rfind('.');
      dot != std::string_view::npos && segment.size() - dot <= 6)
    segment = segment.substr(0, dot);
  while (!segment.empty()) {
    const auto cut = joints.rfind(segment);
    const std::string_view last = cut == std::string_view::npos ? segment : segment.substr(cut + 1);
    if (!is_size(ascii_lower(last))) break;
    segment = cut == std::string_view::npos ? std::string_view() : segment.substr(0, cut);
  }
  return ascii_lower(segment);
}

}  // namespace

std::vector<ImageData> read_images(const std::vector<Json>& roots) {
  std::vector<ImageData> images;
  for (const Json& root : roots) collect(root, 0, &images);
  return images;
}

std::string picture_key(std::string_view address) {
  constexpr std::size_t shortest = 6;
  std::string unescaped(address.substr(0, 2000));
  for (std::size_t at = 0; (at = unescaped.find("%2F", at)) != std::string::npos;)
    unescaped.replace(at, 3, "/");
  std::string_view url = unescaped;
  // Picture services carry the address of the file in their query.
  if (const auto inner = url.rfind("http"); inner != std::string_view::npos && inner > 8)
    url = url.substr(inner);
  static constexpr ByteSet ends("?#&");
  const auto query = ends.find(url);
  std::string_view path = url.substr(0, query);
  if (const auto scheme = path.find("//"); scheme != std::string_view::npos) {
    const auto slash = path.find('/', scheme + 2);
    path = slash == std::string_view::npos ? std::string_view() : path.substr(slash + 1);
  }
  std::string best;
  for (int level = 0; level < 3 && !path.empty(); ++level) {
    const auto slash = path.find_last_of('/');
    const std::string key =
        telling(slash == std::string_view::npos ? path : path.substr(slash + 1));
    if (key.size() > best.size() + (best.size() >= shortest ? 1000 : 0)) best = key;
    if (best.size() >= shortest || slash == std::string_view::npos) break;
    path = path.substr(0, slash);
  }
  return best.size() >= shortest ? best : std::string();
}

bool same_picture(std::string_view key, std::string_view other) {
  constexpr std::size_t shortest_stem = 8;
  if (key.empty() || other.empty()) return false;
  if (key == other) return true;
  const auto stem = [](std::string_view k) { return k.substr(0, k.find_last_of("-_")); };
  return stem(key) == stem(other) && stem(key).size() >= shortest_stem && stem(key) != key &&
         stem(other) != other;
}

bool same_but_for_format(std::string_view key, std::string_view other) {
  constexpr std::size_t shortest_same = 24, longest_rest = 12;
  std::size_t same = 0;
  while (same < key.size() && same < other.size() && key[same] == other[same]) ++same;
  const std::string_view rest = key.substr(same), other_rest = other.substr(same);
  const auto is_number = [](std::string_view s) {
    return std::all_of(s.begin(), s.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  return same >= shortest_same && rest.size() <= longest_rest &&
         other_rest.size() <= longest_rest && !(is_number(rest) && is_number(other_rest));
}

bool is_icon_address(std::string_view url) {
  constexpr int smallest = 100;  // pixels
  if (url.find("/logo") != url.npos) return true;
  for (const std::string_view name : {"w=", "width=", "h=", "height="})
    for (const char before : {'?', '&'}) {
      const auto at = url.find(before + std::string(name));
      if (at == url.npos) continue;
      int pixels = 0;
      const char* value = url.data() + at + 1 + name.size();
      std::from_chars(value, url.data() + url.size(), pixels);
      if (pixels > 0 && pixels < smallest) return true;
    }
  return false;
}

}  // namespace kaynak::extract_detail
