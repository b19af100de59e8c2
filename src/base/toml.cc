#include "base/toml.h"

#include <sstream>
#include <string>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace kaynak {
namespace {

Json convert(const toml::node& node);

Json convert(const toml::table& table) {
  Json out = Json::object();
  for (const auto& [key, value] : table) out.set(std::string(key.str()), convert(value));
  return out;
}

Json convert(const toml::array& array) {
  Json out = Json::array();
  for (const auto& value : array) out.push(convert(value));
  return out;
}

template <class T>
Json as_text(const T& value) {
  std::ostringstream out;
  out << value;
  return out.str();
}

Json convert(const toml::node& node) {
  if (const auto* table = node.as_table()) return convert(*table);
  if (const auto* array = node.as_array()) return convert(*array);
  if (const auto* text = node.as_string()) return text->get();
  if (const auto* number = node.as_integer()) return number->get();
  if (const auto* number = node.as_floating_point()) return number->get();
  if (const auto* boolean = node.as_boolean()) return boolean->get();
  if (const auto* date = node.as_date()) return as_text(date->get());
  if (const auto* time = node.as_time()) return as_text(time->get());
  if (const auto* both = node.as_date_time()) return as_text(both->get());
  return {};
}

using Lines = std::map<std::string, int, std::less<>>;

void note_lines(const toml::node& node, const std::string& path, Lines* lines) {
  if (const auto* array = node.as_array()) {
    for (std::size_t i = 0; i < array->size(); ++i) {
      const auto& item = *array->get(i);
      const auto inner = path + "[" + std::to_string(i) + "]";
      lines->emplace(inner, static_cast<int>(item.source().begin.line));
      note_lines(item, inner, lines);
    }
  }
  if (const auto* table = node.as_table()) {
    for (const auto& [key, value] : *table) {
      const auto inner = (path.empty() ? "" : path + ".") + std::string(key.str());
      lines->emplace(inner, static_cast<int>(key.source().begin.line));
      note_lines(value, inner, lines);
    }
  }
}

Unexpected wrong(const toml::parse_error& error, std::string_view name) {
  return fail(ErrorCode::malformed, "toml",
              std::string(name) + ":" + std::to_string(error.source().begin.line) + ": " +
                  std::string(error.description()));
}

}  // namespace

Result<Json> parse_toml(std::string_view text, std::string_view name) {
  const auto parsed = toml::parse(text);
  if (!parsed) return wrong(parsed.error(), name);
  return convert(parsed.table());
}

Result<TomlDocument> parse_toml_with_lines(std::string_view text, std::string_view name) {
  const auto parsed = toml::parse(text);
  if (!parsed) return wrong(parsed.error(), name);
  TomlDocument out{convert(parsed.table()), {}};
  note_lines(parsed.table(), {}, &out.lines);
  return out;
}

int TomlDocument::line(std::string_view path) const {
  const auto found = lines.find(path);
  return found != lines.end() ? found->second : 0;
}

}  // namespace kaynak
