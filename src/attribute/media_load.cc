/// @file sources/agencies.toml: whom a text can have its words from.
#include <algorithm>
#include <optional>

#include "attribute/lexicon.h"
#include "base/strings.h"
#include "base/toml.h"
#include "text/regions.h"
#include "text/unicode.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::uint64_t max_file_bytes = 4u << 20;
constexpr std::string_view known_keys[] = {"name",      "aliases",   "url",     "country",
                                           "languages", "ambiguous", "sign_off"};

std::optional<Medium::Kind> kind_from(std::string_view word) {
  if (word == "agency") return Medium::agency;
  if (word == "photo") return Medium::photo;
  if (word == "media") return Medium::media;
  if (word == "network") return Medium::network;
  return std::nullopt;
}

/// An entry as the file has it.
struct Entry {
  Medium medium;
  std::vector<std::string> aliases, ambiguous;
  std::string path;  ///< in the document: "agency[3]"
  bool is_ambiguous(const std::string& name) const {
    return std::find(ambiguous.begin(), ambiguous.end(), name) != ambiguous.end();
  }
};

class Loader {
 public:
  Loader(const Path& file, AttributionData::Impl* data) : file_(file), data_(*data) {}

  Result<void> load() {
    KAYNAK_ASSIGN(text_, read_file(file_, max_file_bytes));
    KAYNAK_ASSIGN(const Json table, parse_toml(text_, file_.string()));
    for (const auto& [key, list] : table.members()) {
      const auto kind = kind_from(key);
      if (!kind || !list.is_array()) return malformed(key, "unknown table [[" + key + "]]");
      for (std::size_t i = 0; i < list.items().size(); ++i)
        KAYNAK_TRY(add(list.items()[i], *kind, key + "[" + std::to_string(i) + "]"));
    }
    for (Entry& e : entries_) data_.add_medium(std::move(e.medium), e.aliases, e.ambiguous);
    return {};
  }

 private:
  /// The document is read again for its lines: that takes longer, and most files are good.
  int line_of(const std::string& path) const {
    const auto document = parse_toml_with_lines(text_, file_.string());
    return document ? document->line(path) : 0;
  }

  Unexpected malformed(const std::string& path, const std::string& what) const {
    return fail(ErrorCode::malformed, "attribute",
                file_.string() + ":" + std::to_string(line_of(path)) + ": " + what);
  }

  Result<std::vector<std::string>> strings(const Json& table, const char* key,
                                           const std::string& path) const {
    std::vector<std::string> out;
    const Json& list = table[key];
    const auto bad = [&] {
      return malformed(path + "." + key, std::string(key) + " must be a list of words in quotes");
    };
    if (!list.is_null() && !list.is_array()) return bad();
    for (const Json& item : list.items()) {
      if (!item.is_string() || item.as_string().empty()) return bad();
      out.push_back(item.as_string());
    }
    return out;
  }

  Result<void> add(const Json& table, Medium::Kind kind, const std::string& path) {
    for (const auto& [key, value] : table.members())
      if (std::find(std::begin(known_keys), std::end(known_keys), key) == std::end(known_keys))
        return malformed(path + "." + key, "unknown key " + key);
    Entry e;
    e.path = path;
    e.medium = {table["name"].as_string(),
                table["url"].as_string(),
                kind,
                table["country"].as_string(),
                {},
                {}};
    if (e.medium.name.empty()) return malformed(path, "an entry has no name");
    KAYNAK_ASSIGN(e.aliases, strings(table, "aliases", path));
    KAYNAK_ASSIGN(e.ambiguous, strings(table, "ambiguous", path));
    KAYNAK_ASSIGN(e.medium.languages, strings(table, "languages", path));
    KAYNAK_ASSIGN(e.medium.sign_offs, strings(table, "sign_off", path));
    KAYNAK_TRY(check_facts(table, e));
    KAYNAK_TRY(check_names(e));
    entries_.push_back(std::move(e));
    return {};
  }

  Result<void> check_facts(const Json& table, const Entry& e) const {
    const std::string& name = e.medium.name;
    if (e.medium.kind == Medium::agency || e.medium.kind == Medium::photo)
      for (const char* key : {"country", "languages"})
        if (!table.contains(key)) return malformed(e.path, name + " has no " + key);
    if (!e.medium.country.empty() && !is_country(e.medium.country))
      return malformed(e.path + ".country", "'" + e.medium.country +
                                                "' is no country (ISO 3166-1: \"DE\"; \"\" for " +
                                                "one of several countries)");
    for (const std::string& tag : e.medium.languages)
      if (const std::string problem = language_tag_problem(tag); !problem.empty())
        return malformed(e.path + ".languages", "language '" + tag + "': " + problem);
    for (const std::string& form : e.medium.sign_offs)
      if (!form.starts_with('(') || lower(form) != form)
        return malformed(e.path + ".sign_off",
                         "'" + form +
                             "' is no sign_off: a bracket in small letters (\"(reporting by … "
                             "editing by\")");
    if (!e.medium.url.empty() && !istarts_with(e.medium.url, "http"))
      return malformed(e.path + ".url", "'" + e.medium.url + "' is no address (https://…)");
    return {};
  }

  /// Each name is one entry's, but for those that both say are ambiguous.
  Result<void> check_names(const Entry& e) {
    for (const std::string& name : e.ambiguous)
      if (name != e.medium.name &&
          std::find(e.aliases.begin(), e.aliases.end(), name) == e.aliases.end())
        return malformed(e.path + ".ambiguous",
                         "'" + name + "' is none of the names of " + e.medium.name);
    KAYNAK_TRY(check_name(e, e.medium.name, ".name"));
    for (std::size_t i = 0; i < e.aliases.size(); ++i)
      KAYNAK_TRY(check_name(e, e.aliases[i], ".aliases[" + std::to_string(i) + "]"));
    return {};
  }

  Result<void> check_name(const Entry& e, const std::string& name, const std::string& key) {
    const auto [there, fresh] =
        seen_.try_emplace(data_.name_key(name), Seen{e.path, e.path + key, e.is_ambiguous(name)});
    if (fresh || (there->second.entry != e.path && there->second.ambiguous && e.is_ambiguous(name)))
      return {};
    return malformed(e.path + key, "'" + name + "' stands on line " +
                                       std::to_string(line_of(there->second.path)) +
                                       " already; a name that several bear is in `ambiguous` of "
                                       "each of them");
  }

  struct Seen {
    std::string entry, path;
    bool ambiguous = false;
  };
  const Path& file_;
  AttributionData::Impl& data_;
  std::string text_;
  std::vector<Entry> entries_;
  std::unordered_map<std::string, Seen> seen_;  ///< by name_key
};

}  // namespace

Result<void> load_media(const Path& file, AttributionData::Impl* data) {
  return Loader(file, data).load();
}

}  // namespace kaynak::attribute_detail
