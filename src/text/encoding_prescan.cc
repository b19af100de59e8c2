#include "base/strings.h"
#include "text/encoding_detail.h"

namespace kaynak::text_detail {
namespace {

constexpr std::size_t kPrescanBytes = 16 << 10;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }
bool is_alpha(char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

/// Reads the bytes of a page's beginning; running out is an end, not an error.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : s_(bytes) {}

  const EncodingName* run() {
    while (i_ < s_.size()) {
      if (s_[i_] != '<') {
        ++i_;
      } else if (s_.substr(i_, 4) == "<!--") {
        const std::size_t end = s_.find("-->", i_ + 2);
        i_ = end == s_.npos ? s_.size() : end + 3;
      } else if (istarts_with(s_.substr(i_), "<meta") && i_ + 5 < s_.size() &&
                 (is_blank(s_[i_ + 5]) || s_[i_ + 5] == '/')) {
        i_ += 5;
        if (const EncodingName* found = meta()) return found;
      } else {
        other_markup();
      }
    }
    return nullptr;
  }

 private:
  struct Attribute {
    std::string_view name, value;  ///< as written, in any case
  };

  void other_markup() {
    const char next = i_ + 1 < s_.size() ? s_[i_ + 1] : '\0';
    const bool closing = next == '/';
    const std::size_t name = i_ + (closing ? 2 : 1);
    if (name < s_.size() && is_alpha(s_[name])) {
      i_ = name;
      while (i_ < s_.size() && !is_blank(s_[i_]) && s_[i_] != '>') ++i_;
      Attribute skipped;
      while (attribute(&skipped)) {
      }
    } else if (next == '!' || next == '/' || next == '?') {
      const std::size_t end = s_.find('>', i_);
      i_ = end == s_.npos ? s_.size() : end + 1;
    } else {
      ++i_;
    }
  }

  const EncodingName* meta() {
    bool seen_pragma = false, seen_content = false, seen_charset = false, got_pragma = false;
    int need_pragma = -1;
    const EncodingName* charset = nullptr;
    Attribute a;
    while (attribute(&a)) {
      if (iequals(a.name, "http-equiv") && !seen_pragma) {
        seen_pragma = true;
        got_pragma |= iequals(a.value, "content-type");
      } else if (iequals(a.name, "content") && !seen_content) {
        seen_content = true;
        const EncodingName* found = find_encoding(charset_parameter(a.value));
        if (found != nullptr && charset == nullptr) {
          charset = found;
          need_pragma = 1;
        }
      } else if (iequals(a.name, "charset") && !seen_charset) {
        seen_charset = true;
        charset = find_encoding(a.value);
        need_pragma = 0;
      }
    }
    if (need_pragma < 0 || (need_pragma == 1 && !got_pragma) || charset == nullptr) return nullptr;
    if (charset->name == "utf-16be" || charset->name == "utf-16le") return find_encoding("utf-8");
    if (charset->name == "x-user-defined") return find_encoding("windows-1252");
    return charset;
  }

  /// "Get an attribute". False at the tag's end.
  bool attribute(Attribute* out) {
    *out = {};
    while (i_ < s_.size() && (is_blank(s_[i_]) || s_[i_] == '/')) ++i_;
    if (i_ >= s_.size()) return false;
    if (s_[i_] == '>') {
      ++i_;
      return false;
    }
    const std::size_t begin = i_;
    while (i_ < s_.size() && !(s_[i_] == '=' && i_ > begin) && !is_blank(s_[i_]) && s_[i_] != '/' &&
           s_[i_] != '>')
      ++i_;
    out->name = s_.substr(begin, i_ - begin);
    while (i_ < s_.size() && is_blank(s_[i_])) ++i_;
    if (i_ >= s_.size() || s_[i_] != '=') return i_ < s_.size();
    ++i_;
    while (i_ < s_.size() && is_blank(s_[i_])) ++i_;
    return i_ < s_.size() && value(&out->value);
  }

  bool value(std::string_view* out) {
    const char quote = s_[i_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = s_.find(quote, i_ + 1);
      if (end == s_.npos) {
        i_ = s_.size();
        return false;
      }
      *out = s_.substr(i_ + 1, end - i_ - 1);
      i_ = end + 1;
      return true;
    }
    const std::size_t begin = i_;
    while (i_ < s_.size() && !is_blank(s_[i_]) && s_[i_] != '>') ++i_;
    *out = s_.substr(begin, i_ - begin);
    return i_ < s_.size();
  }

  std::string_view s_;
  std::size_t i_ = 0;
};

}  // namespace

std::string_view charset_parameter(std::string_view s) {
  std::size_t i = 0;
  for (;;) {
    while (i + 7 <= s.size() && !((s[i] | 0x20) == 'c' && istarts_with(s.substr(i), "charset")))
      ++i;
    if (i + 7 > s.size()) return {};
    i += 7;
    std::size_t k = i;
    while (k < s.size() && is_blank(s[k])) ++k;
    if (k >= s.size() || s[k] != '=') continue;
    ++k;
    while (k < s.size() && is_blank(s[k])) ++k;
    if (k >= s.size()) return {};
    if (s[k] == '"' || s[k] == '\'') {
      const std::size_t end = s.find(s[k], k + 1);
      return end == s.npos ? std::string_view() : s.substr(k + 1, end - k - 1);
    }
    std::size_t end = k;
    while (end < s.size() && !is_blank(s[end]) && s[end] != ';') ++end;
    return s.substr(k, end - k);
  }
}

const EncodingName* prescan_html(std::string_view bytes) {
  // The standard looks at 1024 bytes, and at the rest while it parses: a late <meta> changes the
  // encoding, too.
  return Prescan(bytes.substr(0, kPrescanBytes)).run();
}

const EncodingName* prescan_xml(std::string_view bytes) {
  std::string_view s = bytes.substr(0, 1024);
  while (!s.empty() && is_blank(s.front()))
    s.remove_prefix(1);  // feeds often begin with a line break
  if (s.substr(0, 5) != "<?xml") return nullptr;
  s = s.substr(0, s.find("?>"));
  std::size_t i = s.find("encoding");
  if (i == s.npos) return nullptr;
  i += 8;
  while (i < s.size() && (is_blank(s[i]) || s[i] == '=')) ++i;
  if (i >= s.size() || (s[i] != '"' && s[i] != '\'')) return nullptr;
  const std::size_t end = s.find(s[i], i + 1);
  if (end == s.npos) return nullptr;
  const EncodingName* found = find_encoding(s.substr(i + 1, end - i - 1));
  // The declaration was read as ASCII, so it cannot be UTF-16.
  const bool wide =
      found != nullptr && found->name.substr(0, 4) == "utf-" && found->name != "utf-8";
  return wide ? find_encoding("utf-8") : found;
}

}  // namespace kaynak::text_detail
