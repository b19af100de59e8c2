/// @file For this room's tests: conformance data, read in place.
#pragma once

#include <gtest/gtest.h>
#include <zlib.h>

#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/strings.h"

namespace kaynak::text_test {

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

/// One JSON value a line; with `every` > 1 only each so-manieth.
inline std::vector<Json> read_rows(const std::string& name, std::size_t every = 1) {
  std::vector<Json> rows;
  const std::string text = read_data(name);
  std::size_t index = 0;
  for (std::string_view line : split(text, '\n')) {
    if (line.empty() || index++ % every != 0) continue;
    auto row = parse_json(line);
    if (row) rows.push_back(std::move(row).value());
  }
  return rows;
}

/// Regular files of a tar archive by name (names up to 100 bytes).
inline std::map<std::string, std::string> read_tar(const std::string& name) {
  std::map<std::string, std::string> files;
  const std::string tar = read_data(name);
  for (std::size_t at = 0; at + 512 <= tar.size() && tar[at] != '\0';) {
    const std::string path(tar.c_str() + at,
                           std::min<std::size_t>(100, std::string(tar.c_str() + at).size()));
    const std::size_t size = std::stoul(tar.substr(at + 124, 11), nullptr, 8);
    if (tar[at + 156] == '0' || tar[at + 156] == '\0') files[path] = tar.substr(at + 512, size);
    at += 512 + (size + 511) / 512 * 512;
  }
  return files;
}

}  // namespace kaynak::text_test

#define KAYNAK_NEED_DATA(rows) \
  if ((rows).empty()) GTEST_SKIP() << "conformance data is not at " << KAYNAK_SHARED_DATA
