#include "gather/feed_repair.h"

#include <algorithm>
#include <map>

#include "base/strings.h"
#include "gather/feed_text.h"
#include "text/unicode.h"

namespace kaynak::gather_detail {
namespace {

constexpr std::size_t kMaxDepth = 256;
constexpr std::size_t kMaxValue = 16 << 10;

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_name_start(char c) {
  return (c | 32) >= 'a' ? (c | 32) <= 'z' || (c & 0x80) : c == '_' || (c & 0x80);
}
bool is_name(char c) {
  return is_name_start(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

bool is_xml_entity(std::string_view name) {
  return name == "lt" || name == "gt" || name == "amp" || name == "quot" || name == "apos";
}

class Preparer {
 public:
  Preparer(std::string_view text, std::vector<std::string>* problems)
      : text_(text), problems_(problems) {}

  PreparedXml run() {
    out_.reserve(text_.size() + text_.size() / 16);
    while (at_ < text_.size() && marks_ < kMaxXmlMarks) {
      if (in_place("<![CDATA[", "]]>", &cdata_ends_) || in_place("<!--", "-->", &comment_ends_))
        continue;
      const char c = text_[at_];
      if (c == '&')
        reference();
      else
        copy(c);
    }
    if (controls_) problems_->push_back("characters that XML forbids were dropped");
    if (bare_) problems_->push_back("\"&\" stood for itself");
    if (at_ < text_.size()) problems_->push_back("too many tags: the rest is left out");
    return {std::move(out_), names_};
  }

 private:
  void copy(char c) {
    ++at_;
    marks_ += c == '<' || c == '=';
    if (static_cast<unsigned char>(c) < 0x20 && !is_blank(c))
      controls_ = true;
    else
      out_ += c;
  }

  /// `*ends`: whether an `end` may still come, so that the text is not searched in vain twice.
  bool in_place(std::string_view begin, std::string_view end, bool* ends) {
    if (!*ends || text_.substr(at_, begin.size()) != begin) return false;
    const auto found = text_.find(end, at_ + begin.size());
    *ends = found != std::string_view::npos;
    if (!*ends) return false;
    const auto marks = marks_ + 1;
    while (at_ < found + end.size()) copy(text_[at_]);
    marks_ = marks;  // what stands in it is text
    return true;
  }

  void reference() {
    std::size_t n = 1;
    while (at_ + n < text_.size() && n < 12 &&
           (std::isalnum(static_cast<unsigned char>(text_[at_ + n])) || text_[at_ + n] == '#'))
      ++n;
    const bool closed = at_ + n < text_.size() && text_[at_ + n] == ';';
    const auto name = text_.substr(at_ + 1, n - 1);
    const char32_t c = closed ? entity_code_point(name) : 0;
    if (c == 0) {
      bare_ = true;
      out_ += "&amp;";
      ++at_;
    } else if (is_xml_entity(name) || (name.front() == '#' && c < 0x80 && c >= 0x20)) {
      out_ += text_.substr(at_, n + 1);
      at_ += n + 1;
    } else {
      names_ = names_ || name.front() != '#';
      append_utf8(&out_, c);
      at_ += n + 1;
    }
  }

  std::string_view text_;
  std::vector<std::string>* problems_;
  std::string out_;
  std::size_t at_ = 0, marks_ = 0;
  bool controls_ = false, names_ = false, bare_ = false;
  bool cdata_ends_ = true, comment_ends_ = true;
};

std::string_view local(std::string_view name) { return name.substr(name.rfind(':') + 1); }

bool is_void(std::string_view name) {
  return name == "br" || name == "hr" || name == "img" || name == "meta" || name == "input";
}

bool is_item(std::string_view name) {
  return iequals(local(name), "item") || iequals(local(name), "entry");
}

class Balancer {
 public:
  explicit Balancer(std::string_view text) : text_(text), look_ahead_(8 * text.size()) {}

  std::string run() {
    while (at_ < text_.size()) {
      const auto open = text_.find('<', at_);
      out_ += text_.substr(at_, open == std::string_view::npos ? open : open - at_);
      if (open == std::string_view::npos) break;
      at_ = open;
      if (!markup()) {
        out_ += "&lt;";
        ++at_;
      }
    }
    while (!stack_.empty()) close_top();
    return std::move(out_);
  }

 private:
  bool markup() {
    const auto rest = text_.substr(at_);
    if (rest.substr(0, 9) == "<![CDATA[") return cdata();
    if (rest.substr(0, 4) == "<!--") return drop_to("-->", &comment_ends_);
    if (rest.substr(0, 2) == "<?") return drop_to("?>", &instruction_ends_);
    if (rest.substr(0, 2) == "<!") return declaration();
    if (rest.size() > 2 && rest[1] == '/' && is_name_start(rest[2])) return end_tag();
    if (rest.size() > 1 && is_name_start(rest[1])) return start_tag();
    return false;
  }

  bool cdata() {
    const auto end = text_.find("]]>", at_);
    out_ += text_.substr(at_, end == std::string_view::npos ? end : end + 3 - at_);
    if (end == std::string_view::npos) out_ += "]]>";
    at_ = end == std::string_view::npos ? text_.size() : end + 3;
    return true;
  }

  bool drop_to(std::string_view end, bool* ends) {
    if (!*ends) return false;
    const auto found = text_.find(end, at_ + 2);
    *ends = found != std::string_view::npos;
    if (!*ends) return false;
    at_ = found + end.size();
    return true;
  }

  bool declaration() {
    if (!declaration_ends_) return false;
    int brackets = 0;
    for (auto i = at_; i < text_.size(); ++i) {
      if (text_[i] == '[') ++brackets;
      if (text_[i] == ']') --brackets;
      if (text_[i] != '>' || brackets > 0) continue;
      at_ = i + 1;
      return true;
    }
    return declaration_ends_ = false;
  }

  std::string name_at(std::size_t from) const {
    auto end = from;
    while (end < text_.size() && is_name(text_[end])) ++end;
    return std::string(text_.substr(from, end - from));
  }

  bool end_tag() {
    const auto name = name_at(at_ + 2);
    const auto end = tag_ends_ ? text_.find('>', at_) : std::string_view::npos;
    tag_ends_ = end != std::string_view::npos;
    if (!tag_ends_) return false;
    at_ = end + 1;
    if (open_[name] > 0) {
      while (stack_.back() != name) close_top();
      close_top();
    }
    return true;
  }

  void close_top() {
    out_ += "</" + stack_.back() + ">";
    --open_[stack_.back()];
    stack_.pop_back();
    while (!items_.empty() && items_.back() >= stack_.size()) items_.pop_back();
  }

  bool start_tag() {
    const auto begin = at_;
    const auto name = name_at(at_ + 1);
    at_ += 1 + name.size();
    std::string attributes;
    if (!read_attributes(name, &attributes)) {
      at_ = begin;
      return false;
    }
    const bool self_closing = text_[at_ - 2] == '/' || is_void(name);
    if (is_item(name) && !items_.empty()) {
      const auto keep = items_.back();
      while (stack_.size() > keep) close_top();
    }
    if (!self_closing && stack_.size() >= kMaxDepth) return true;
    out_ += "<" + name + attributes + (self_closing ? "/>" : ">");
    if (self_closing) return true;
    if (is_item(name)) items_.push_back(stack_.size());
    stack_.push_back(name);
    ++open_[name];
    return true;
  }

  /// Reads up to and with ">"; false where the text ends, or a "<" comes, before it.
  bool read_attributes(std::string_view element, std::string* out) {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '>') {
        ++at_;
        return true;
      }
      if (c == '<') return false;
      if (!is_name_start(c)) {
        ++at_;
        continue;
      }
      const auto name = name_at(at_);
      at_ += name.size();
      while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
      std::string value;
      if (at_ < text_.size() && text_[at_] == '=') {
        ++at_;
        value = read_value(element);
      }
      *out += " " + name + "=\"" + value + "\"";
    }
    return false;
  }

  std::string read_value(std::string_view element) {
    while (at_ < text_.size() && is_blank(text_[at_])) ++at_;
    if (at_ >= text_.size()) return {};
    const char quote = text_[at_];
    std::size_t end;
    if (quote == '"' || quote == '\'') {
      end = closing_quote(++at_, quote, element);
      if (end == std::string_view::npos)
        end = text_.find_first_of(quote == '"' ? "\"<" : "'<", at_);
    } else {
      end = text_.find_first_of(" \t\r\n><", at_);
    }
    if (end == std::string_view::npos) end = text_.size();
    auto value = replace_all(std::string(text_.substr(at_, end - at_)), "\"", "&quot;");
    at_ = end;
    if (at_ < text_.size() && text_[at_] == quote) ++at_;
    return replace_all(std::move(value), "<", "&lt;");
  }

  /// The quote that closes a value in which quotes and markup may stand unescaped: the first
  /// outside of its tags that an attribute or the end of the tag follows. None where another
  /// element of the kind begins before.
  std::size_t closing_quote(std::size_t from, char quote, std::string_view element) {
    bool in_tag = false;
    const auto end = std::min(text_.size(), from + std::min(kMaxValue, look_ahead_));
    std::size_t i = from;
    for (; i < end; ++i) {
      const char c = text_[i];
      if (c == '<' && begins(text_.substr(i + 1), element)) break;
      if (c == '<' || c == '>') in_tag = c == '<';
      if (c != quote || in_tag || !ends_value(i + 1)) continue;
      look_ahead_ -= std::min(look_ahead_, i - from);
      return i;
    }
    look_ahead_ -= std::min(look_ahead_, i - from);
    return std::string_view::npos;
  }

  static bool begins(std::string_view rest, std::string_view element) {
    if (rest.substr(0, 1) == "/") rest.remove_prefix(1);
    return rest.substr(0, element.size()) == element || istarts_with(rest, "item") ||
           istarts_with(rest, "entry");
  }

  /// Whether what follows a quote is another attribute or the end of the tag.
  bool ends_value(std::size_t i) const {
    while (i < text_.size() && is_blank(text_[i])) ++i;
    if (i >= text_.size() || text_[i] == '>') return true;
    if (text_[i] == '/' || text_[i] == '?') return i + 1 < text_.size() && text_[i + 1] == '>';
    if (!is_name_start(text_[i])) return false;
    const auto longest = std::min(text_.size(), i + 64);
    while (i < longest && is_name(text_[i])) ++i;
    while (i < longest && is_blank(text_[i])) ++i;
    return i < text_.size() && text_[i] == '=';
  }

  std::string_view text_;
  std::size_t look_ahead_;  ///< bytes that may still be looked at in search of closing quotes
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string> stack_;
  std::map<std::string, int> open_;
  bool comment_ends_ = true, instruction_ends_ = true, declaration_ends_ = true, tag_ends_ = true;
  std::vector<std::size_t> items_;  ///< depths at which items stand open
};

}  // namespace

PreparedXml prepare_xml(std::string_view text, std::vector<std::string>* problems) {
  return Preparer(text, problems).run();
}

std::string balance_xml(std::string_view text) { return Balancer(text).run(); }

}  // namespace kaynak::gather_detail
