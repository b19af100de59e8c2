#include "base/json.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>

namespace kaynak {
namespace {

/// Length of the well-formed UTF-8 sequence at `s`, 0 if there is none.
std::size_t utf8_length(std::string_view s) {
  const auto b = [&](std::size_t i) { return static_cast<unsigned char>(s[i]); };
  const auto tail = [&](std::size_t i) { return i < s.size() && (b(i) & 0xC0) == 0x80; };
  if (b(0) < 0x80) return 1;
  if (b(0) >= 0xC2 && b(0) <= 0xDF) return tail(1) ? 2 : 0;
  if (b(0) >= 0xE0 && b(0) <= 0xEF) {
    if (!tail(1) || !tail(2)) return 0;
    if ((b(0) == 0xE0 && b(1) < 0xA0) || (b(0) == 0xED && b(1) > 0x9F)) return 0;
    return 3;
  }
  if (b(0) >= 0xF0 && b(0) <= 0xF4) {
    if (!tail(1) || !tail(2) || !tail(3)) return 0;
    if ((b(0) == 0xF0 && b(1) < 0x90) || (b(0) == 0xF4 && b(1) > 0x8F)) return 0;
    return 4;
  }
  return 0;
}

/// Bytes that are written as they are.
constexpr std::array<bool, 256> plain = [] {
  std::array<bool, 256> table{};
  for (unsigned c = 0x20; c < 0x80; ++c) table[c] = c != '"' && c != '\\' && c != '<';
  return table;
}();

void write_escape(std::string* out, unsigned char c) {
  char code[8];
  switch (c) {
    case '"':
      *out += "\\\"";
      return;
    case '\\':
      *out += "\\\\";
      return;
    case '\n':
      *out += "\\n";
      return;
    case '\r':
      *out += "\\r";
      return;
    case '\t':
      *out += "\\t";
      return;
    default:
      std::snprintf(code, sizeof code, "\\u%04x", c);
      *out += code;
  }
}

void write_string(std::string* out, std::string_view s) {
  *out += '"';
  for (std::size_t i = 0; i < s.size();) {
    std::size_t run = i;
    while (run < s.size() && plain[static_cast<unsigned char>(s[run])]) ++run;
    out->append(s, i, run - i);
    i = run;
    if (i == s.size()) break;
    const auto c = static_cast<unsigned char>(s[i]);
    if (c < 0x80) {
      write_escape(out, c);
      ++i;
      continue;
    }
    const auto n = utf8_length(s.substr(i));
    if (n == 0)
      *out += "\xEF\xBF\xBD";
    else if (c == 0xE2 && s.substr(i, n) == "\xE2\x80\xA8")
      *out += "\\u2028";
    else if (c == 0xE2 && s.substr(i, n) == "\xE2\x80\xA9")
      *out += "\\u2029";
    else
      out->append(s, i, n);
    i += n == 0 ? 1 : n;
  }
  *out += '"';
}

void write_double(std::string* out, double d) {
  if (!std::isfinite(d)) {
    *out += "null";  // JSON has no other word for it
    return;
  }
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, d).ptr;
  out->append(text, end);
  if (std::string_view(text, end).find_first_of(".e") == std::string_view::npos)
    *out += ".0";  // stays a double
}

void write_int(std::string* out, std::int64_t i) {
  char text[24];
  out->append(text, std::to_chars(text, text + sizeof text, i).ptr);
}

/// Writes values; `step` is the indent of one level, 0 for one line.
struct Writer {
  std::string* out;
  int step;

  void newline(int depth) const {
    if (step > 0) out->append("\n").append(static_cast<std::size_t>(depth * step), ' ');
  }
  void write(const Json& j, int depth) const {
    if (j.is_null())
      *out += "null";
    else if (j.is_bool())
      *out += j.as_bool() ? "true" : "false";
    else if (j.is_string())
      write_string(out, j.as_string());
    else if (j.is_array())
      write_array(j.items(), depth);
    else if (j.is_object())
      write_object(j.members(), depth);
    else if (j.is_integer())
      write_int(out, j.as_int());
    else
      write_double(out, j.as_double());
  }
  void write_array(const Json::Array& items, int depth) const {
    *out += '[';
    for (std::size_t i = 0; i < items.size(); ++i) {
      if (i > 0) *out += ',';
      newline(depth + 1);
      write(items[i], depth + 1);
    }
    if (!items.empty()) newline(depth);
    *out += ']';
  }
  void write_object(const Json::Object& members, int depth) const {
    *out += '{';
    for (std::size_t i = 0; i < members.size(); ++i) {
      if (i > 0) *out += ',';
      newline(depth + 1);
      write_string(out, members[i].first);
      *out += step > 0 ? ": " : ":";
      write(members[i].second, depth + 1);
    }
    if (!members.empty()) newline(depth);
    *out += '}';
  }
};

}  // namespace

const std::string& Json::as_string() const {
  static const std::string none;
  const auto* s = std::get_if<std::string>(&value_);
  return s != nullptr ? *s : none;
}

bool Json::as_bool(bool otherwise) const {
  const auto* b = std::get_if<bool>(&value_);
  return b != nullptr ? *b : otherwise;
}

std::int64_t Json::as_int(std::int64_t otherwise) const {
  if (const auto* i = std::get_if<std::int64_t>(&value_)) return *i;
  if (const auto* d = std::get_if<double>(&value_); d != nullptr && std::abs(*d) < 9e15)
    return static_cast<std::int64_t>(*d);
  return otherwise;
}

double Json::as_double(double otherwise) const {
  if (const auto* d = std::get_if<double>(&value_)) return *d;
  if (const auto* i = std::get_if<std::int64_t>(&value_)) return static_cast<double>(*i);
  return otherwise;
}

const Json::Array& Json::items() const {
  static const Array none;
  const auto* a = std::get_if<Array>(&value_);
  return a != nullptr ? *a : none;
}

const Json::Object& Json::members() const {
  static const Object none;
  const auto* o = std::get_if<Object>(&value_);
  return o != nullptr ? *o : none;
}

const Json& Json::operator[](std::string_view key) const {
  static const Json null;
  for (const auto& [name, value] : members())
    if (name == key) return value;
  return null;
}

Json& Json::set(std::string key, Json value) {
  if (!is_object()) value_ = Object{};
  auto& members = std::get<Object>(value_);
  for (auto& [name, old] : members)
    if (name == key) {
      old = std::move(value);
      return *this;
    }
  if (members.capacity() == 0) members.reserve(8);  // growing from one moves the first six times
  members.emplace_back(std::move(key), std::move(value));
  return *this;
}

Json& Json::set_if(std::string key, Json value) {
  const bool empty = value.is_null() || (value.is_string() && value.as_string().empty()) ||
                     (value.is_array() && value.items().empty()) ||
                     (value.is_object() && value.members().empty());
  return empty ? *this : set(std::move(key), std::move(value));
}

Json& Json::push(Json value) {
  if (!is_array()) value_ = Array{};
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

std::string Json::dump() const {
  std::string out;
  Writer{&out, 0}.write(*this, 0);
  return out;
}

std::string Json::dump_pretty() const {
  std::string out;
  Writer{&out, 2}.write(*this, 0);
  return out;
}

}  // namespace kaynak
