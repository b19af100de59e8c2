/// @file The interface's words in one language: locale/<language>/interface.toml. Internal to
/// publish. Thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "base/result.h"
#include "publish/intl.h"
#include "publish/template.h"

namespace kaynak::publish_detail {

class Words {
 public:
  /// Reads interface.toml from the first of `folders` that has <language>/interface.toml (then
  /// <primary subtag>/, "pt" for "pt-BR"), on top of the English words of the last folder that has
  /// them, so that a missing word is English and never an empty place. Errors: not_found (no
  /// English words), malformed (file, line or key, and what is wrong).
  static Result<Words> load(const LanguageTag& language, const std::vector<Path>& folders);

  bool has(const std::string& key) const { return messages_.count(key) != 0; }
  /// The word for "table.key" with its arguments. A key that nobody defines gives the key itself,
  /// so it is seen.
  std::string say(const std::string& key, const MessageArguments& arguments = {}) const;
  /// All words without arguments, as "w.table.key".
  WordMap plain() const;
  /// Keys and the arguments of each, for the test that holds the languages against each other.
  std::vector<std::pair<std::string, std::vector<std::string>>> signatures() const;

 private:
  std::unordered_map<std::string, Message> messages_;
};

}  // namespace kaynak::publish_detail
