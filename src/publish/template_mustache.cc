#include <algorithm>
#include <kainjow/mustache.hpp>

#include "base/strings.h"
#include "publish/template.h"

namespace kaynak::publish_detail {
namespace {

namespace mustache = kainjow::mustache;

constexpr int max_partial_depth = 8;
constexpr std::uint64_t max_template_bytes = 1u << 20;

/// Empty strings become false, so that a section tests "is there any text".
mustache::data to_data(const Json& json) {
  using Type = mustache::data::type;
  if (json.is_string()) {
    if (json.as_string().empty()) return mustache::data(false);
    return mustache::data(json.as_string());
  }
  if (json.is_object()) {
    mustache::data object(Type::object);
    for (const auto& [key, value] : json.members()) object[key] = to_data(value);
    return object;
  }
  if (json.is_array()) {
    mustache::data list(Type::list);
    // push_back() would copy every value deeply at each level; the list is ours, so it may be
    // filled in place.
    auto& items = const_cast<mustache::list&>(list.list_value());
    items.reserve(json.items().size());
    for (const auto& item : json.items()) items.push_back(to_data(item));
    return list;
  }
  if (json.is_integer()) return mustache::data(std::to_string(json.as_int()));
  return mustache::data(json.as_bool());
}

struct PartialLine {
  std::string_view before, name, after;
};

/// `{{> name}}` in a line, if there is one.
std::optional<PartialLine> find_partial(std::string_view line) {
  const auto begin = line.find("{{>");
  if (begin == std::string_view::npos) return std::nullopt;
  const auto end = line.find("}}", begin);
  if (end == std::string_view::npos) return std::nullopt;
  return PartialLine{line.substr(0, begin), trim(line.substr(begin + 3, end - begin - 3)),
                     line.substr(end + 2)};
}

struct Source {
  Path path;
  std::string text;
};

Result<Source> read_template(const std::string& name, const std::vector<Path>& folders) {
  std::string looked;
  for (const auto& folder : folders) {
    const Path path = folder / (name + ".mustache");
    auto text = read_file(path, max_template_bytes);
    if (text) return Source{path, std::move(*text)};
    if (text.error().code != ErrorCode::not_found) return fail(text.error());
    looked += (looked.empty() ? "" : ", ") + folder.string();
  }
  return fail(ErrorCode::not_found, "publish",
              "template " + name + ".mustache is in none of: " + looked);
}

/// Unescaped output is for our own JSON (jsonld) alone: a theme must not be able to let a source's
/// markup through.
Result<void> refuse_unescaped(const Source& source) {
  for (const std::string_view opening : {"{{{", "{{&"}) {
    for (auto at = source.text.find(opening); at != std::string::npos;
         at = source.text.find(opening, at + 1)) {
      const auto name = trim(std::string_view(source.text).substr(at + 3, 20));
      if (name.substr(0, 9) == "jsonld}}}") continue;
      const auto line = 1 + std::count(source.text.begin(), source.text.begin() + at, '\n');
      return fail(ErrorCode::malformed, "publish",
                  source.path.string() + ":" + std::to_string(line) +
                      ": unescaped output; write {{name}} instead");
    }
  }
  return {};
}

/// Position in the expanded text → line of the template's own file is lost with the partials, so
/// each file is also compiled alone, to name the line of a mistake in it.
Result<void> check_alone(const Source& source) {
  const mustache::mustache compiled(source.text);
  if (compiled.is_valid()) return {};
  const auto& message = compiled.error_message();
  const auto digits = message.find_last_not_of("0123456789") + 1;
  std::size_t line = 1;
  if (digits < message.size()) {
    const auto at = std::min<std::size_t>(std::stoul(message.substr(digits)), source.text.size());
    line += std::count(source.text.begin(), source.text.begin() + at, '\n');
  }
  return fail(ErrorCode::malformed, "publish",
              source.path.string() + ":" + std::to_string(line) + ": " + message);
}

/// `{{#name}}…{{/name}}` (or ^): where the closing tag begins, if the line is this one section and
/// nothing else.
std::size_t closing_of_whole_line(std::string_view line) {
  if (line.substr(0, 3) != "{{#" && line.substr(0, 3) != "{{^") return std::string_view::npos;
  const auto name = line.substr(3, line.find("}}") - 3);
  const auto closing = "{{/" + std::string(name) + "}}";
  const auto at = line.find(closing);
  return at + closing.size() == line.size() ? at : std::string_view::npos;
}

/// Ends the line, so that what a false section leaves out leaves no blank line: a section tag alone
/// in its line ends none, and a line that is one section ends inside it.
void append_line(std::string* out, std::string_view line) {
  if (line.empty()) return;
  const bool lone_tag = line.substr(0, 2) == "{{" && line.find("}}") == line.size() - 2 &&
                        std::string_view("#^/").find(line[2]) != std::string_view::npos;
  if (lone_tag) {
    out->append(line);
  } else if (const auto at = closing_of_whole_line(line); at != std::string_view::npos) {
    out->append(line.substr(0, at)).append("\n").append(line.substr(at));
  } else {
    out->append(line).append("\n");
  }
}

/// The template with its partials in place and without indentation or comments, which readers need
/// not download. `inlined`: the template stands inside another's line, where every line end would
/// show as a blank.
Result<std::string> expand(const std::string& name, const std::vector<Path>& folders, int depth,
                           bool inlined) {
  if (depth > max_partial_depth)
    return fail(ErrorCode::malformed, "publish", "template " + name + " includes itself");
  KAYNAK_ASSIGN(const Source source, read_template(name, folders));
  KAYNAK_TRY(refuse_unescaped(source));
  KAYNAK_TRY(check_alone(source));
  std::string out;
  for (const auto line : split(source.text, '\n')) {
    auto rest = trim(line);
    if (rest.empty() || (istarts_with(rest, "{{!") && rest.find("}}") == rest.size() - 2)) continue;
    std::string inline_text;
    while (const auto partial = find_partial(rest)) {
      const bool whole_line = partial->before.empty() && partial->after.empty() && !inlined;
      KAYNAK_ASSIGN(std::string inner,
                    expand(std::string(partial->name), folders, depth + 1, !whole_line));
      if (whole_line) {
        out += inner;  // whole lines of its own
        rest = {};
        break;
      }
      inline_text.append(partial->before).append(inner);
      rest = partial->after;
    }
    inline_text.append(rest);
    if (inlined)
      out += inline_text;
    else
      append_line(&out, inline_text);
  }
  return out;
}

}  // namespace

struct SharedValues::Impl {
  mustache::data values;
  std::unordered_map<std::string, mustache::data> words;
};

namespace {

class Scope : public mustache::basic_context<std::string> {
 public:
  Scope(const mustache::data& page, const SharedValues::Impl& shared)
      : shared_(shared), stack_{&shared.values, &page} {}
  void push(const mustache::data* data) override { stack_.push_back(data); }
  void pop() override { stack_.pop_back(); }
  const mustache::data* get(const std::string& name) const override {
    if (name.size() > 2 && name[0] == 'w' && name[1] == '.') {
      const auto it = shared_.words.find(name);
      return it == shared_.words.end() ? nullptr : &it->second;
    }
    if (name == ".") return stack_.back();
    for (auto it = stack_.rbegin(); it != stack_.rend(); ++it) {
      if (const auto* found = (*it)->get(name)) return found;
    }
    return nullptr;
  }
  const mustache::data* get_partial(const std::string&) const override { return nullptr; }

 private:
  const SharedValues::Impl& shared_;
  std::vector<const mustache::data*> stack_;
};

}  // namespace

SharedValues::SharedValues(const Json& values, const WordMap& words)
    : impl_(std::make_unique<Impl>()) {
  impl_->values = to_data(values);
  for (const auto& [key, text] : words) impl_->words.emplace(key, text);
}
SharedValues::SharedValues(SharedValues&&) noexcept = default;
SharedValues::~SharedValues() = default;

struct Templates::Impl {
  // The library's render() is not const but changes nothing in a valid template without lambdas and
  // partials, and those this file does not let through; so threads may share one compiled template.
  mutable std::unordered_map<std::string, mustache::mustache> compiled;
};

Templates::Templates(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Templates::Templates(Templates&&) noexcept = default;
Templates::~Templates() = default;

Result<Templates> Templates::load(const std::vector<std::string>& names,
                                  const std::vector<Path>& folders) {
  auto impl = std::make_unique<Impl>();
  for (const auto& name : names) {
    KAYNAK_ASSIGN(const std::string text, expand(name, folders, 0, false));
    mustache::mustache compiled(text);
    if (!compiled.is_valid())
      return fail(ErrorCode::malformed, "publish",
                  "template " + name + " with its partials: " + compiled.error_message());
    compiled.set_custom_escape([](const std::string& value) { return escape_markup(value); });
    impl->compiled.emplace(name, std::move(compiled));
  }
  return Templates(std::move(impl));
}

std::string Templates::render(const std::string& name, const Json& page,
                              const SharedValues& shared) const {
  const auto data = to_data(page);
  Scope scope(data, shared.impl());
  struct Sink {
    std::string out;
    Sink& operator<<(const std::string& part) {
      out += part;
      return *this;
    }
  } sink;
  sink.out.reserve(32u << 10);
  impl_->compiled.at(name).render(scope, sink);
  return std::move(sink.out);
}

std::string escape_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size() + text.size() / 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c == '\'')
      out += "&#39;";
    else if ((c < 0x20 && c != '\n' && c != '\t') || c == 0x7f)
      continue;  // not XML, or pointless
    else if (c == 0xef && text.substr(i, 2) == "\xef\xbf" && i + 2 < text.size() &&
             static_cast<unsigned char>(text[i + 2]) >= 0xbe)
      i += 2;  // U+FFFE and U+FFFF
    else
      out += static_cast<char>(c);
  }
  return out;
}

}  // namespace kaynak::publish_detail
