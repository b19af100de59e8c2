#include "publish/words.h"

#include <algorithm>

#include "base/toml.h"

namespace kaynak::publish_detail {
namespace {

struct Entry {
  std::string key, pattern;
};

/// Tables become dotted keys; two levels are all there are.
Result<std::vector<Entry>> read_entries(const Path& path) {
  KAYNAK_ASSIGN(const std::string text, read_file(path, 1u << 20));
  KAYNAK_ASSIGN(const Json root, parse_toml(text, path.string()));
  std::vector<Entry> entries;
  for (const auto& [table, words] : root.members()) {
    if (!words.is_object())
      return fail(ErrorCode::malformed, "publish",
                  path.string() + ": \"" + table + "\" is no table; words stand in tables");
    for (const auto& [key, word] : words.members()) {
      if (!word.is_string())
        return fail(ErrorCode::malformed, "publish",
                    path.string() + ": " + table + "." + key + " is no string");
      entries.push_back({table + "." + key, word.as_string()});
    }
  }
  return entries;
}

std::optional<Path> first_with(const std::vector<Path>& folders, std::string_view language) {
  for (const auto& folder : folders) {
    const Path path = folder / std::string(language) / "interface.toml";
    std::error_code ignored;  // a folder that cannot be read has no file for us
    if (std::filesystem::exists(path, ignored)) return path;
  }
  return std::nullopt;
}

Result<void> add(std::unordered_map<std::string, Message>* messages, const Path& path,
                 const LanguageTag& language) {
  KAYNAK_ASSIGN(const auto entries, read_entries(path));
  for (const auto& entry : entries) {
    auto message = Message::compile(entry.pattern, language);
    if (!message)
      return fail(ErrorCode::malformed, "publish",
                  path.string() + ": " + entry.key + ": " + message.error().detail);
    messages->insert_or_assign(entry.key, std::move(*message));
  }
  return {};
}

}  // namespace

Result<Words> Words::load(const LanguageTag& language, const std::vector<Path>& folders) {
  Words words;
  const auto english = first_with({folders.rbegin(), folders.rend()}, "en");
  if (!english)
    return fail(ErrorCode::not_found, "publish",
                "en/interface.toml is in none of the locale folders" +
                    (folders.empty() ? std::string() : ": " + folders.front().string()));
  KAYNAK_TRY(add(&words.messages_, *english, LanguageTag("en")));
  auto own = first_with(folders, language.value);
  if (!own) own = first_with(folders, language.primary());
  if (own && *own != *english) KAYNAK_TRY(add(&words.messages_, *own, language));
  return words;
}

std::string Words::say(const std::string& key, const MessageArguments& arguments) const {
  const auto it = messages_.find(key);
  return it == messages_.end() ? key : it->second.format(arguments);
}

WordMap Words::plain() const {
  WordMap out;
  for (const auto& [key, message] : messages_) {
    if (message.arguments().empty()) out.emplace("w." + key, message.format({}));
  }
  return out;
}

std::vector<std::pair<std::string, std::vector<std::string>>> Words::signatures() const {
  std::vector<std::pair<std::string, std::vector<std::string>>> out;
  for (const auto& [key, message] : messages_) out.emplace_back(key, message.arguments());
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace kaynak::publish_detail
