#include "gather/feed_text.h"

#include <algorithm>
#include <array>

#include "base/strings.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

enum class Break { none, line, paragraph };

bool is_name_start(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }
bool is_name(char c) { return is_name_start(c) || (c >= '0' && c <= '9'); }
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

Break break_of(std::string_view tag) {
  static constexpr std::array<std::string_view, 5> lines = {"br", "tr", "li", "dt", "dd"};
  static constexpr std::array<std::string_view, 24> paragraphs = {
      "p",       "div",     "h1",     "h2",  "h3",     "h4",         "h5",     "h6",
      "ul",      "ol",      "dl",     "pre", "table",  "blockquote", "figure", "figcaption",
      "section", "article", "header", "hr",  "footer", "aside",      "center", "form"};
  if (std::find(lines.begin(), lines.end(), tag) != lines.end()) return Break::line;
  if (std::find(paragraphs.begin(), paragraphs.end(), tag) != paragraphs.end())
    return Break::paragraph;
  return Break::none;
}

/// Elements whose content is no text.
bool is_hidden(std::string_view tag) {
  return tag == "script" || tag == "style" || tag == "head" || tag == "noscript" ||
         tag == "template" || tag == "iframe" || tag == "textarea" || tag == "svg";
}

class Stripper {
 public:
  explicit Stripper(std::string_view html) : html_(html) {}

  std::string run() {
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '<' && markup()) continue;
      if (c == '&' && entity()) continue;
      ++at_;
      if (is_blank(c))
        blank_ = true;
      else
        put(std::string_view(&c, 1));
    }
    return std::move(out_);
  }

 private:
  void put(std::string_view text) {
    if (!out_.empty()) {
      if (break_ == Break::paragraph)
        out_ += "\n\n";
      else if (break_ == Break::line)
        out_ += '\n';
      else if (blank_)
        out_ += ' ';
    }
    break_ = Break::none;
    blank_ = false;
    out_ += text;
  }

  /// A tag, comment or declaration at the cursor; false where "<" is a character like others.
  bool markup() {
    const auto rest = html_.substr(at_);
    if (rest.substr(0, 4) == "<!--") return skip_past("-->");
    if (rest.substr(0, 9) == "<![CDATA[") {
      at_ += 9;
      return true;
    }
    if (rest.size() > 1 && (rest[1] == '!' || rest[1] == '?')) return skip_past(">");
    const bool closing = rest.size() > 1 && rest[1] == '/';
    const std::size_t name_at = closing ? 2 : 1;
    if (rest.size() <= name_at || !is_name_start(rest[name_at])) return false;
    std::size_t n = name_at;
    while (n < rest.size() && is_name(rest[n])) ++n;
    const auto tag = ascii_lower(rest.substr(name_at, std::min<std::size_t>(n - name_at, 20)));
    at_ += n;
    const bool self_closing = to_end_of_tag();
    break_ = std::max(break_, break_of(tag));
    if (break_ == Break::none && (tag == "td" || tag == "th" || tag == "img")) blank_ = true;
    if (!closing && !self_closing && is_hidden(tag)) skip_content(tag);
    return true;
  }

  bool skip_past(std::string_view end) {
    const auto found = html_.find(end, at_ + 2);
    at_ = found == std::string_view::npos ? html_.size() : found + end.size();
    return true;
  }

  /// Moves behind the tag's ">", past quoted values. True where it ends in "/>".
  bool to_end_of_tag() {
    char quote = 0, before = 0;
    for (; at_ < html_.size(); ++at_) {
      const char c = html_[at_];
      if (quote) {
        if (c == quote) quote = 0;
      } else if ((c == '"' || c == '\'') && before == '=') {
        quote = c;
      } else if (c == '>') {
        ++at_;
        return before == '/';
      }
      if (!is_blank(c)) before = c;
    }
    return false;
  }

  void skip_content(const std::string& tag) {
    // "</script" is looked for once; where it is missing, nothing that follows is text.
    for (auto found = html_.find("</", at_); found != std::string_view::npos;
         found = html_.find("</", found + 2)) {
      if (!istarts_with(html_.substr(found + 2), tag)) continue;
      at_ = found;
      return;
    }
    at_ = html_.size();
  }

  bool entity() {
    std::size_t n = 1;
    while (at_ + n < html_.size() && n < 12 && (is_name(html_[at_ + n]) || html_[at_ + n] == '#'))
      ++n;
    const char32_t c = entity_code_point(html_.substr(at_ + 1, n - 1));
    if (c == 0) return false;
    at_ += n;
    if (at_ < html_.size() && html_[at_] == ';') ++at_;
    if (c == 0xA0 || c < 0x21) {
      blank_ = true;
      return true;
    }
    std::string text;
    append_utf8(&text, c);
    put(text);
    return true;
  }

  std::string_view html_;
  std::size_t at_ = 0;
  std::string out_;
  bool blank_ = false;
  Break break_ = Break::none;
};

}  // namespace

std::string html_to_text(std::string_view html) { return Stripper(html).run(); }

std::string html_to_line(std::string_view html) { return fold_space(html_to_text(html)); }

bool looks_like_html(std::string_view text) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] == '<' && (is_name_start(text[i + 1]) || text[i + 1] == '/' || text[i + 1] == '!'))
      return true;
    if (text[i] == '&' && (is_name_start(text[i + 1]) || text[i + 1] == '#')) return true;
  }
  return false;
}

}  // namespace kaynak::gather_detail
