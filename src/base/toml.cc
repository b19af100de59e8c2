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

}  // namespace

Result<Json> parse_toml(std::string_view text, std::string_view name) {
  const auto parsed = toml::parse(text);
  if (parsed) return convert(parsed.table());
  const auto& error = parsed.error();
  return fail(ErrorCode::malformed, "toml",
              std::string(name) + ":" + std::to_string(error.source().begin.line) + ": " +
                  std::string(error.description()));
}

}  // namespace kaynak
