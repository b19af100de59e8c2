/// @file AttributionData: the media, and what locale/<language>/attribution.toml says.
#include <algorithm>

#include "attribute/lexicon.h"
#include "base/toml.h"

namespace kaynak {
namespace {

using namespace attribute_detail;
using Impl = AttributionData::Impl;

constexpr std::uint64_t max_file_bytes = 4u << 20;

struct KindName {
  std::string_view key;
  std::uint64_t kind;
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
    {"network_verb", k_network_verb},
    {"correction", k_correction},
    {"topic", k_topic},
    {"determiner", k_determiner},
    {"preposition", k_preposition},
    {"locative", k_locative},
    {"participle", k_participle},
    {"surname", k_surname},
    {"undertaking", k_undertaking},
};

Unexpected malformed(const Path& file, const std::string& what) {
  return fail(ErrorCode::malformed, "attribute", file.string() + ": " + what);
}

/// Languages that another one's file serves: what is written in them is read alike.
struct Served {
  std::string_view tag, file;
};
constexpr Served served[] = {{"no", "nb"},  {"nn", "nb"}, {"bs", "hr"}, {"sh", "hr"},
                             {"cnr", "sr"}, {"iw", "he"}, {"in", "id"}, {"yue", "zh"},
                             {"prs", "fa"}, {"mo", "ro"}, {"fil", "tl"}};

/// The strings of a list; which of the items is none.
Result<std::vector<std::string>> strings(const Json& list, const Path& file, std::string_view key) {
  std::vector<std::string> out;
  const auto bad = [&] {
    return malformed(file, std::string(key) + " must be a list of words and phrases in quotes");
  };
  if (!list.is_array()) return bad();
  for (const Json& item : list.items()) {
    if (!item.is_string() || item.as_string().empty()) return bad();
    out.push_back(item.as_string());
  }
  return out;
}

/// true/false keys. Whether `key` is one.
bool read_flag(const std::string& key, const Json& value, Language* language) {
  bool* flag = key == "dash_speech"     ? &language->dash_speech
               : key == "no_case"       ? &language->no_case
               : key == "fixed_order"   ? &language->fixed_order
               : key == "verb_last"     ? &language->verb_last
               : key == "verb_second"   ? &language->verb_second
               : key == "capital_nouns" ? &language->capital_nouns
                                        : nullptr;
  if (!flag || !value.is_bool()) return false;
  *flag = value.as_bool();
  return true;
}

/// The list of folded words that a key fills; nullptr for other keys.
std::vector<std::string>* clause_list(std::string_view key, Language* language) {
  if (key == "that") return &language->that;
  if (key == "as") return &language->as;
  if (key == "body") return &language->body;
  if (key == "bare") return &language->bare;
  if (key == "setting") return &language->setting;
  if (key == "indefinite") return &language->indefinite;
  if (key == "direct_only") return &language->direct_only;
  return nullptr;
}

Result<void> read_key(const Path& file, const std::string& key, const Json& value,
                      const Characters& characters, Language* language) {
  if (key == "example") return {};  // for tests: examples_test.cc
  if (read_flag(key, value, language)) return {};
  const auto it = std::find_if(std::begin(kind_names), std::end(kind_names),
                               [&](const KindName& n) { return n.key == key; });
  if (std::vector<std::string>* list = clause_list(key, language)) {
    KAYNAK_ASSIGN(const std::vector<std::string> words, strings(value, file, key));
    for (const std::string& word : words) {
      list->push_back(tokenise(word, characters).folded);
      if (key == "body") language->add_phrase(word, k_body, characters);
    }
    return {};
  }
  const bool affix = key == "name_prefix" || key == "name_ending";
  if (it == std::end(kind_names) && !affix) return malformed(file, "unknown key " + key);
  KAYNAK_ASSIGN(std::vector<std::string> phrases, strings(value, file, key));
  if (affix) {
    (key == "name_prefix" ? language->name_prefixes : language->name_endings) = std::move(phrases);
    return {};
  }
  for (const std::string& phrase : phrases) language->add_phrase(phrase, it->kind, characters);
  return {};
}

}  // namespace

namespace attribute_detail {

std::string_view language_file(std::string_view tag) {
  tag = tag.substr(0, tag.find('-'));
  for (const Served& s : served)
    if (s.tag == tag) return s.file;
  return tag;
}

Result<void> load_language(const Path& file, std::string_view tag, const Characters& characters,
                           Language* language) {
  KAYNAK_ASSIGN(const std::string bytes, read_file(file, max_file_bytes));
  KAYNAK_ASSIGN(const Json table, parse_toml(bytes, file.string()));
  language->tag = std::string(tag);
  for (const auto& [key, value] : table.members())
    KAYNAK_TRY(read_key(file, key, value, characters, language));
  std::sort(language->stems.begin(), language->stems.end());
  std::sort(language->suffixes.begin(), language->suffixes.end());
  std::stable_sort(language->name_endings.begin(), language->name_endings.end(),
                   [](const auto& a, const auto& b) { return a.size() > b.size(); });
  return {};
}

}  // namespace attribute_detail

Result<AttributionData> AttributionData::load(const Path& folder) {
  auto impl = std::make_unique<Impl>();
  KAYNAK_TRY(load_media(folder / "sources" / "agencies.toml", impl.get()));
  std::error_code error;
  std::filesystem::directory_iterator it(folder / "locale", error), end;
  for (; !error && it != end; it.increment(error))
    if (std::filesystem::exists(it->path() / "attribution.toml"))
      impl->languages[it->path().filename().string()].file = it->path() / "attribution.toml";
  if (error || impl->languages.empty())
    return fail(ErrorCode::not_found, "attribute",
                (folder / "locale").string() + " holds no <language>/attribution.toml");
  return AttributionData(std::move(impl));
}

Result<void> AttributionData::check_languages() const {
  for (const auto& [tag, slot] : impl_->languages) {
    Language language;
    KAYNAK_TRY(load_language(slot.file, tag, impl_->characters, &language));
  }
  return {};
}

std::size_t AttributionData::language_count() const { return impl_->languages.size(); }

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
