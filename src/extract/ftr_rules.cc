#include "extract/ftr_rules.h"

#include "base/strings.h"

namespace kaynak {
namespace {

constexpr std::size_t max_selectors = 50, max_xpath = 2000, max_lines = 2000;

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || c == ':';
}

/// What CSS takes as a name without escapes.
bool is_css_name(std::string_view s) {
  return !s.empty() && ((s[0] | 0x20) >= 'a' && (s[0] | 0x20) <= 'z') && s.find(':') == s.npos;
}

bool has_control(std::string_view s) {
  for (const char c : s)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) return true;
  return false;
}

std::string quoted(std::string_view value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + '"';
}

/// Recursive descent over the part of XPath 1.0 that has a counterpart in CSS.
class Translator {
 public:
  explicit Translator(std::string_view xpath) : s_(xpath) {}

  Result<std::vector<std::string>> run() {
    std::vector<std::string> selectors;
    do {
      KAYNAK_ASSIGN(std::string selector, path());
      selectors.push_back(std::move(selector));
    } while (eat("|"));
    space();
    if (at_ != s_.size()) return refuse();
    return selectors;
  }

 private:
  Unexpected refuse() const {
    return fail(
        ErrorCode::unsupported, "extract",
        "no CSS for \"" + std::string(clip_utf8(s_.substr(std::min(at_, s_.size())), 60)) + "\"");
  }
  void space() {
    while (at_ < s_.size() && (s_[at_] == ' ' || s_[at_] == '\t')) ++at_;
  }
  bool eat(std::string_view what) {
    space();
    if (s_.substr(at_, what.size()) != what) return false;
    at_ += what.size();
    return true;
  }
  std::string_view name() {
    space();
    const std::size_t begin = at_;
    while (at_ < s_.size() && is_name(s_[at_])) ++at_;
    return s_.substr(begin, at_ - begin);
  }

  Result<std::string> path() {
    std::string css;
    eat(".");
    for (bool first = true;; first = false) {
      std::string_view joint;
      if (eat("//"))
        joint = first ? "" : " ";
      else if (eat("/"))
        joint = first ? ":root > " : " > ";
      else if (!first)
        return css;
      if (eat("@")) {  // the value of an attribute: rules read content and datetime by themselves
        const auto attribute = name();
        if (css.empty() || (attribute != "content" && attribute != "datetime")) return refuse();
        return css;
      }
      KAYNAK_ASSIGN(const std::string one, step());
      css += std::string(joint) + one;
    }
  }

  Result<std::string> step() {
    if (eat("id(")) {
      KAYNAK_ASSIGN(const std::string value, string());
      if (!eat(")")) return refuse();
      return "[id=" + quoted(value) + "]";
    }
    eat("descendant-or-self::");
    std::string css;
    if (eat("*"))
      css = "*";
    else if (const auto tag = name(); is_css_name(tag))
      css = ascii_lower(tag);
    else
      return refuse();
    while (eat("[")) {
      KAYNAK_ASSIGN(const std::string condition, conditions());
      if (!eat("]")) return refuse();
      css += condition;
    }
    return css;
  }

  Result<std::string> conditions() {
    std::string css;
    do {
      KAYNAK_ASSIGN(const std::string one, condition());
      css += one;
    } while (eat("and "));
    return css;
  }

  Result<std::string> condition() {
    if (eat("not(")) {
      KAYNAK_ASSIGN(const std::string inner, condition());
      if (!eat(")")) return refuse();
      return ":not(" + inner + ")";
    }
    if (eat("contains(")) return function("*=");
    if (eat("starts-with(")) return function("^=");
    if (eat("last()")) return std::string(":last-of-type");
    if (eat("position()=") || eat("position() =")) return position();
    if (eat("@")) return attribute();
    return position();
  }

  Result<std::string> position() {
    const auto digits = name();
    if (digits.empty() || digits.size() > 4 ||
        digits.find_first_not_of("0123456789") != digits.npos)
      return refuse();
    return ":nth-of-type(" + std::string(digits) + ")";
  }

  Result<std::string> attribute() {
    const std::string key = ascii_lower(name());
    if (!is_css_name(key)) return refuse();
    if (!eat("=")) return "[" + key + "]";
    KAYNAK_ASSIGN(const std::string value, string());
    return "[" + key + "=" + quoted(value) + "]";
  }

  /// After "contains(" or "starts-with(": an attribute, or a whole word in its class list.
  Result<std::string> function(std::string_view match) {
    bool word = false;
    if (eat("concat(")) {
      KAYNAK_ASSIGN(const std::string before, string());
      word = before == " " && eat(",");
      if (!word) return refuse();
    }
    const bool folded = eat("normalize-space(");
    if (!eat("@")) return refuse();
    const std::string key = ascii_lower(name());
    if (folded && !eat(")")) return refuse();
    if (word) {
      if (!eat(",")) return refuse();
      KAYNAK_ASSIGN(const std::string after, string());
      if (after != " " || !eat(")")) return refuse();
    }
    if (!is_css_name(key) || !eat(",")) return refuse();
    KAYNAK_ASSIGN(const std::string value, string());
    if (!eat(")")) return refuse();
    const auto bare = trim(value);
    if (word && bare.size() + 2 == value.size() && bare.find(' ') == bare.npos)
      return "[" + key + "~=" + quoted(bare) + "]";
    return "[" + key + std::string(match) + quoted(bare) + "]";
  }

  Result<std::string> string() {
    space();
    const char mark = at_ < s_.size() ? s_[at_] : ' ';
    const auto end = mark == '\'' || mark == '"' ? s_.find(mark, at_ + 1) : s_.npos;
    if (end == s_.npos) return refuse();
    const std::string value(s_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return value;
  }

  std::string_view s_;
  std::size_t at_ = 0;
};

class Importer {
 public:
  FtrImport run(std::string_view text) {
    std::size_t lines = 0;
    for (const auto raw : split(text, '\n')) {
      const auto line = trim(raw);
      if (line.empty() || line[0] == '#') continue;
      if (++lines > max_lines) break;
      directive(line);
    }
    return std::move(out_);
  }

 private:
  void directive(std::string_view line) {
    const auto colon = line.find(':');
    if (colon == line.npos) return leave(line, "no directive");
    const auto key = trim(line.substr(0, colon)), value = trim(line.substr(colon + 1));
    if (value.empty()) return;
    if (has_control(value)) return leave(line, "holds control characters");
    SiteRuleVersion& v = out_.version;
    if (key == "body") return add(line, value, &v.body);
    if (key == "title") return add(line, value, &v.headline);
    if (key == "date") return add(line, value, &v.date);
    if (key == "author") return add(line, value, &v.author);
    if (key == "strip") return add(line, value, &v.strip);
    if (key == "strip_id_or_class") {
      keep(line, "[id*=" + quoted(unmarked(value)) + "]", &v.strip);
      return keep(line, "[class*=" + quoted(unmarked(value)) + "]", &v.strip);
    }
    if (key == "strip_image_src")
      return keep(line, "img[src*=" + quoted(unmarked(value)) + "]", &v.strip);
    static constexpr std::string_view silent[] = {
        "test_url", "test_contains",         "tidy",
        "prune",    "autodetect_on_failure", "skip_json_ld",
        "parser",   "convert_double_br_tags"};
    for (const auto known : silent)
      if (key == known) return;
    leave(line, "has no counterpart");
  }

  static std::string_view unmarked(std::string_view s) {
    if (s.size() >= 2 && (s.front() == '"' || s.front() == '\'') && s.back() == s.front())
      return s.substr(1, s.size() - 2);
    return s;
  }

  void add(std::string_view line, std::string_view xpath, std::vector<std::string>* to) {
    const auto css = css_of_xpath(xpath);
    if (!css) return leave(line, css.error().detail);
    for (const std::string& one : *css) keep(line, one, to);
  }

  void keep(std::string_view line, std::string css, std::vector<std::string>* to) {
    if (to->size() >= max_selectors) return leave(line, "more than 50 selectors");
    to->push_back(std::move(css));
  }

  void leave(std::string_view line, const std::string& why) {
    out_.left_out.push_back(std::string(clip_utf8(line, 120)) + ": " + why);
  }

  FtrImport out_;
};

}  // namespace

Result<std::vector<std::string>> css_of_xpath(std::string_view xpath) {
  if (xpath.size() > max_xpath)
    return fail(ErrorCode::unsupported, "extract", "an XPath of more than 2000 bytes");
  return Translator(xpath).run();
}

FtrImport import_ftr_rules(std::string_view text) { return Importer().run(text); }

std::string to_toml(const SiteRuleVersion& v) {
  std::string out = "[[extract]]\n";
  const auto list = [&out](std::string_view key, const std::vector<std::string>& selectors) {
    if (selectors.empty()) return;
    out += std::string(key) + " = [\n";
    for (const std::string& css : selectors) out += "  " + quoted(css) + ",\n";
    out += "]\n";
  };
  if (!v.valid_until.empty()) out += "valid_until = " + quoted(v.valid_until) + "\n";
  list("body", v.body);
  list("strip", v.strip);
  list("headline", v.headline);
  list("date", v.date);
  list("author", v.author);
  return out;
}

}  // namespace kaynak
