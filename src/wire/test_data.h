/// @file For this room's tests: conformance data, read in place.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/strings.h"

namespace kaynak::wire_test {

/// The file, decompressed where it is gzip. Empty where it cannot be read.
inline std::string read_data(const std::string& name) {
  std::string out;
  gzFile file = gzopen((std::string(KAYNAK_SHARED_DATA) + "/" + name).c_str(), "rb");
  if (file == nullptr) return out;
  char buffer[1 << 16];
  for (int n = gzread(file, buffer, sizeof buffer); n > 0; n = gzread(file, buffer, sizeof buffer))
    out.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return out;
}

/// One JSON value a line.
inline std::vector<Json> read_rows(const std::string& name) {
  std::vector<Json> rows;
  const std::string text = read_data(name);
  for (const std::string_view line : split(text, '\n'))
    if (auto row = parse_json(line)) rows.push_back(std::move(row).value());
  return rows;
}

/// Regular files of a tar archive by name; GNU's long names too.
inline std::map<std::string, std::string> read_tar(const std::string& name) {
  std::map<std::string, std::string> files;
  const std::string tar = read_data(name);
  std::string long_name;
  for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
    const std::string short_name(tar.c_str() + at);
    const std::size_t size = std::stoul(tar.substr(at + 124, 11), nullptr, 8);
    const char type = tar[at + 156];
    const std::string content = tar.substr(at + 512, size);
    if (type == 'L') long_name = content.c_str();
    if (type == '0' || type == '\0') {
      files[long_name.empty() ? short_name.substr(0, 100) : long_name] = content;
      long_name.clear();
    }
    at += 512 + (size + 511) / 512 * 512;
  }
  return files;
}

inline std::string decode_base64(std::string_view text) {
  static constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0, have = 0;
  for (const char c : text) {
    const auto value = digits.find(c);
    if (value == std::string_view::npos) continue;
    bits = bits << 6 | static_cast<unsigned>(value);
    have += 6;
    if (have < 8) continue;
    have -= 8;
    out += static_cast<char>(bits >> have & 0xff);
  }
  return out;
}

/// `doc` or `doc_b64` of a row.
inline std::string document(const Json& row) {
  if (row.contains("doc_b64")) return decode_base64(row["doc_b64"].as_string());
  return row["doc"].as_string();
}

}  // namespace kaynak::wire_test

#define KAYNAK_NEED_DATA(rows) \
  if ((rows).empty()) GTEST_SKIP() << "conformance data is not at " << KAYNAK_SHARED_DATA
