#include "base/json.h"

#include <simdjson.h>

namespace kaynak {
namespace {

constexpr std::size_t kMaxDepth = 256;

Json convert(const simdjson::dom::element& element) {
  using Type = simdjson::dom::element_type;
  switch (element.type()) {
    case Type::ARRAY: {
      Json::Array items;
      simdjson::dom::array array;
      if (element.get_array().get(array) != simdjson::SUCCESS) return {};
      for (const auto item : array) items.push_back(convert(item));
      return items;
    }
    case Type::OBJECT: {
      Json::Object members;
      simdjson::dom::object object;
      if (element.get_object().get(object) != simdjson::SUCCESS) return {};
      for (const auto field : object)
        members.emplace_back(std::string(field.key), convert(field.value));
      return members;
    }
    case Type::INT64:
      return element.get_int64().value_unsafe();
    case Type::UINT64:
      return static_cast<double>(element.get_uint64().value_unsafe());
    case Type::DOUBLE:
      return element.get_double().value_unsafe();
    case Type::STRING:
      return element.get_string().value_unsafe();
    case Type::BOOL:
      return element.get_bool().value_unsafe();
    case Type::NULL_VALUE:
      return {};
  }
  return {};
}

}  // namespace

Result<Json> parse_json(std::string_view text, std::size_t max_bytes) {
  if (text.size() > max_bytes)
    return fail(ErrorCode::too_large, "json",
                "JSON text of " + std::to_string(text.size()) + " bytes");
  thread_local simdjson::dom::parser parser;  // its buffers are reused: most texts are small
  if (parser.allocate(std::max<std::size_t>(text.size(), 1024), kMaxDepth) != simdjson::SUCCESS)
    return fail(ErrorCode::too_large, "json",
                "no memory for a JSON text of " + std::to_string(text.size()) + " bytes");
  const auto parsed = parser.parse(text.data(), text.size());
  if (parsed.error() == simdjson::DEPTH_ERROR)
    return fail(ErrorCode::too_large, "json", "nested deeper than 256 levels");
  if (parsed.error() != simdjson::SUCCESS)
    return fail(ErrorCode::malformed, "json", simdjson::error_message(parsed.error()));
  return convert(parsed.value_unsafe());
}

}  // namespace kaynak
