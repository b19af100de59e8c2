/// @file Helpers of the model's JSON forms. Internal to model/.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "model/article.h"

namespace kaynak::model_detail {

Json range_json(const ByteRange& range);  ///< [begin,end]
ByteRange range_from(const Json& json);
Json strings_json(const std::vector<std::string>& strings);
std::vector<std::string> strings_from(const Json& json);
Json spans_json(const std::vector<Span>& spans);
/// Errors: malformed (unknown kind).
Result<std::vector<Span>> spans_from(const Json& json);
std::optional<Time> time_from(const Json& json);

template <class T, class F>
Json list_json(const std::vector<T>& values, F&& to) {
  Json::Array out;
  out.reserve(values.size());
  for (const auto& value : values) out.push_back(to(value));
  return out;
}

}  // namespace kaynak::model_detail
