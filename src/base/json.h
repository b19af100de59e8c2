/// @file A JSON value (RFC 8259): parsed by simdjson, written by us. Plain value type;
/// thread-compatible.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/result.h"

namespace kaynak {

/// null, boolean, integer, number, UTF-8 string, array or object. Objects keep the order of their
/// members; looking a key up is linear, which is fast for the few members ours have.
class Json {
 public:
  using Array = std::vector<Json>;
  using Member = std::pair<std::string, Json>;
  using Object = std::vector<Member>;

  Json() = default;
  Json(std::nullptr_t) {}
  Json(bool b) : value_(b) {}
  Json(int i) : value_(static_cast<std::int64_t>(i)) {}
  Json(std::int64_t i) : value_(i) {}
  Json(std::uint64_t i) : value_(static_cast<std::int64_t>(i)) {}
  Json(std::uint32_t i) : value_(static_cast<std::int64_t>(i)) {}
  Json(double d) : value_(d) {}
  Json(const char* s) : value_(std::string(s)) {}
  Json(std::string s) : value_(std::move(s)) {}
  Json(std::string_view s) : value_(std::string(s)) {}
  Json(Array a) : value_(std::move(a)) {}
  Json(Object o) : value_(std::move(o)) {}
  static Json array() { return Json(Array{}); }
  static Json object() { return Json(Object{}); }

  bool is_null() const { return std::holds_alternative<std::monostate>(value_); }
  bool is_bool() const { return std::holds_alternative<bool>(value_); }
  bool is_number() const {
    return std::holds_alternative<std::int64_t>(value_) || std::holds_alternative<double>(value_);
  }
  bool is_integer() const { return std::holds_alternative<std::int64_t>(value_); }
  bool is_string() const { return std::holds_alternative<std::string>(value_); }
  bool is_array() const { return std::holds_alternative<Array>(value_); }
  bool is_object() const { return std::holds_alternative<Object>(value_); }

  /// The value, or the empty or given one where this holds something else: reading foreign JSON
  /// never throws.
  const std::string& as_string() const;
  bool as_bool(bool otherwise = false) const;
  std::int64_t as_int(std::int64_t otherwise = 0) const;
  double as_double(double otherwise = 0) const;
  const Array& items() const;
  const Object& members() const;

  /// The member of that name; a null Json where there is none or this is no object. The reference
  /// lives as long as this value is not changed.
  const Json& operator[](std::string_view key) const;
  const Json& operator[](const char* key) const { return (*this)[std::string_view(key)]; }
  bool contains(std::string_view key) const { return !(*this)[key].is_null(); }
  /// Sets a member (this becomes an object if it is none). Replaces an earlier one of that name.
  Json& set(std::string key, Json value);
  /// `set`, but leaves the member out where the value is null or an empty string, array or object.
  Json& set_if(std::string key, Json value);
  /// Appends to an array (this becomes an array if it is none).
  Json& push(Json value);

  /// Compact JSON text on one line; control characters, U+2028/9 and invalid UTF-8 (as U+FFFD)
  /// escaped, `<` written as \u003c so that the text can stand inside an HTML script element.
  std::string dump() const;
  /// Indented by two blanks, for people.
  std::string dump_pretty() const;

  friend bool operator==(const Json&, const Json&) = default;

 private:
  std::variant<std::monostate, bool, std::int64_t, double, std::string, Array, Object> value_;
};

/// Parses one JSON text (UTF-8, at most `max_bytes`). Errors: malformed, too_large (bytes, or over
/// 256 levels deep).
Result<Json> parse_json(std::string_view text, std::size_t max_bytes = 64u << 20);

}  // namespace kaynak
