/// @file AttributionData from sources/agencies.toml and locale/<language>/attribution.toml.
#include <algorithm>
#include <optional>

#include "attribute/lexicon.h"
#include "base/toml.h"

namespace kaynak {
namespace {

using namespace attribute_detail;
using Impl = AttributionData::Impl;

constexpr std::uint64_t max_file_bytes = 4u << 20;

struct KindName {
  std::string_view key;
  std::uint32_t kind;
};
constexpr KindName kind_names[] = {
    {"byline", k_byline},
    {"joiner", k_joiner},
    {"role", k_role},
    {"desk", k_desk},
    {"source_label", k_source_label},
    {"photo_label", k_photo_label},
    {"translator", k_translator},
    {"supplied", k_supplied},
    {"cue", k_cue},
    {"according", k_according},
    {"according_after", k_according_after},
    {"citing", k_citing},
    {"citing_after", k_citing_after},
    {"report", k_report},
    {"told", k_told},
    {"told_after", k_told_after},
    {"relayed", k_relayed},
    {"relayed_after", k_relayed_after},
    {"pronoun", k_pronoun},
    {"not_name", k_not_name},
    {"particle", k_particle},
    {"media_noun", k_media_noun},
    {"honorific", k_honorific},
    {"interview", k_interview},
    {"filler", k_filler},
    {"dative", k_dative},
};

Unexpected malformed(const Path& file, const std::string& what) {
  return fail(ErrorCode::malformed, "attribute", file.string() + ": " + what);
}

Result<Json> parse(const Path& file) {
  KAYNAK_ASSIGN(const std::string bytes, read_file(file, max_file_bytes));
  return parse_toml(bytes, file.string());
}

std::vector<std::string> strings(const Json& list) {
  std::vector<std::string> out;
  for (const Json& item : list.items())
    if (!item.as_string().empty()) out.push_back(item.as_string());
  return out;
}

std::optional<Medium::Kind> kind_from(std::string_view word) {
  if (word == "agency") return Medium::agency;
  if (word == "photo") return Medium::photo;
  if (word == "media") return Medium::media;
  if (word == "network") return Medium::network;
  return std::nullopt;
}

Result<void> load_media(const Path& file, Impl* impl) {
  KAYNAK_ASSIGN(const Json table, parse(file));
  for (const auto& [key, list] : table.members()) {
    const auto kind = kind_from(key);
    if (!kind) return malformed(file, "unknown table [[" + key + "]]");
    for (const Json& entry : list.items()) {
      const std::string& name = entry["name"].as_string();
      if (name.empty()) return malformed(file, "an entry of [[" + key + "]] has no name");
      impl->add_medium({name, entry["url"].as_string(), *kind}, strings(entry["aliases"]));
    }
  }
  return {};
}

/// The list of words for indirect speech that a key fills; nullptr for other keys.
std::vector<std::string>* clause_list(std::string_view key, Language* language) {
  if (key == "that") return &language->that;
  if (key == "as") return &language->as;
  if (key == "body") return &language->body;
  if (key == "bare") return &language->bare;
  if (key == "setting") return &language->setting;
  if (key == "direct_only") return &language->direct_only;
  return nullptr;
}

Result<void> load_language(const Path& file, std::string_view tag, Impl* impl) {
  KAYNAK_ASSIGN(const Json table, parse(file));
  Language& language = impl->languages[std::string(tag)];
  language.dash_speech = table["dash_speech"].as_bool();
  language.no_case = table["no_case"].as_bool();
  language.capital_nouns = table["capital_nouns"].as_bool();
  language.verb_last = table["verb_last"].as_bool();
  language.verb_second = table["verb_second"].as_bool();
  for (const auto& [key, value] : table.members()) {
    if (!value.is_array()) continue;
    if (std::vector<std::string>* list = clause_list(key, &language)) {
      for (const std::string& word : strings(value))
        list->push_back(tokenise(word, impl->characters).folded);
      continue;
    }
    const auto it = std::find_if(std::begin(kind_names), std::end(kind_names),
                                 [name = &key](const KindName& n) { return n.key == *name; });
    if (it == std::end(kind_names)) return malformed(file, "unknown key " + key);
    for (const std::string& phrase : strings(value)) impl->add_phrase(&language, phrase, it->kind);
  }
  std::sort(language.stems.begin(), language.stems.end());
  std::sort(language.suffixes.begin(), language.suffixes.end());
  return {};
}

}  // namespace

Result<AttributionData> AttributionData::load(const Path& folder) {
  auto impl = std::make_unique<Impl>();
  KAYNAK_TRY(load_media(folder / "sources" / "agencies.toml", impl.get()));
  std::error_code error;
  std::vector<Path> languages;
  std::filesystem::directory_iterator it(folder / "locale", error), end;
  for (; !error && it != end; it.increment(error))
    if (std::filesystem::exists(it->path() / "attribution.toml")) languages.push_back(it->path());
  if (error || languages.empty())
    return fail(ErrorCode::not_found, "attribute",
                (folder / "locale").string() + " holds no <language>/attribution.toml");
  std::sort(languages.begin(), languages.end());
  for (const Path& path : languages)
    KAYNAK_TRY(load_language(path / "attribution.toml", path.filename().string(), impl.get()));
  return AttributionData(std::move(impl));
}

void AttributionData::add_agency(std::string name, const std::vector<std::string>& aliases,
                                 std::string url) {
  impl_->add_medium({std::move(name), std::move(url), Medium::agency}, aliases);
}

void AttributionData::add_outlet(std::string name, const std::vector<std::string>& aliases,
                                 std::string url) {
  impl_->add_medium({std::move(name), std::move(url), Medium::media}, aliases);
}

AttributionData::AttributionData(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
AttributionData::AttributionData(AttributionData&&) noexcept = default;
AttributionData& AttributionData::operator=(AttributionData&&) noexcept = default;
AttributionData::~AttributionData() = default;

}  // namespace kaynak
