/// @file For this room's tests: conformance data, read in place.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/json.h"
#include "base/strings.h"

namespace kaynak::gather_test {

inline std::string data_path(const std::string& name) {
  return std::string(KAYNAK_SHARED_DATA) + "/" + name;
}

/// The file, decompressed where it is gzip. Empty where it cannot be read.
inline std::string read_data(const std::string& name) {
  std::string out;
  gzFile file = gzopen(data_path(name).c_str(), "rb");
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
  for (std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    if (auto row = parse_json(line)) rows.push_back(std::move(row).value());
  }
  return rows;
}

/// Regular files of a tar archive by name (names up to 100 bytes).
inline std::map<std::string, std::string> read_tar(const std::string& name) {
  std::map<std::string, std::string> files;
  const std::string tar = read_data(name);
  for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
    const std::string whole(tar.c_str() + at);
    const std::size_t size = std::stoul(tar.substr(at + 124, 11), nullptr, 8);
    if (tar[at + 156] == '0' || tar[at + 156] == '\0')
      files[whole.substr(0, 100)] = tar.substr(at + 512, size);
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
    if (have >= 8) {
      have -= 8;
      out += static_cast<char>(bits >> have & 0xff);
    }
  }
  return out;
}

/// `doc` or `doc_b64` (also `robots_txt`…) of a row.
inline std::string document(const Json& row, const std::string& key) {
  if (row.contains(key + "_b64")) return decode_base64(row[key + "_b64"].as_string());
  return row[key].as_string();
}

inline Path write_bytes(const Path& folder, const std::string& name, const std::string& bytes) {
  const auto path = folder / name;
  std::ofstream(path, std::ios::binary) << bytes;
  return path;
}

/// A result's value; a test that has none fails by throwing.
template <class T>
T must(Result<T> result) {
  if (!result) ADD_FAILURE() << result.error().message();
  return std::move(result).value();
}

}  // namespace kaynak::gather_test

#define KAYNAK_NEED_DATA(rows) \
  if ((rows).empty()) GTEST_SKIP() << "conformance data is not at " << KAYNAK_SHARED_DATA
