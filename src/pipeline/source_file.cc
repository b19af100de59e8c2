#include "pipeline/source_file.h"

#include <algorithm>
#include <functional>

#include "base/strings.h"
#include "base/toml.h"
#include "html/document.h"
#include "pipeline/near_names.h"
#include "text/regions.h"
#include "text/unicode.h"
#include "text/url.h"

namespace kaynak {
namespace {

constexpr std::size_t kMostItems = 1000;  ///< of a list

std::string file_of(const SourceId& id) { return "sources/" + id.value + ".toml"; }

std::string url_problem(const std::string& text) {
  const auto url = Url::parse(text);
  if (url && url->is_http() && !url->host().empty()) return {};
  return "'" + text + "' is no http or https address";
}

std::string host_problem(const std::string& text) {
  if (text.find_first_of("/ @?#") == std::string::npos) return {};
  return "'" + text + "' is no host; write \"news.example\"";
}

/// Reads one file's keys and notes what is wrong with them.
class Reader {
 public:
  using Check = std::function<std::string(const std::string&)>;

  Reader(const TomlDocument& document, SourceReading* out) : document_(document), out_(out) {}

  void problem(const std::string& key, std::string what) {
    out_->problems.push_back({document_.line(key), key, std::move(what)});
  }

  void text(const char* key, std::string* to, const Check& check = {}) {
    const auto& value = take(key);
    if (value.is_null()) return;
    if (!value.is_string()) return problem(key, std::string(key) + " is not a text");
    *to = value.as_string();
    if (check && !to->empty()) note(key, key, check(*to));
  }

  void texts(const char* key, std::vector<std::string>* to, const Check& check = {}) {
    const auto& value = take(key);
    if (value.is_null()) return;
    if (!value.is_array())
      return problem(key, std::string(key) + " is not a list; write " + key + " = [\"…\"]");
    if (value.items().size() > kMostItems)
      return problem(key,
                     std::string(key) + " has more than " + std::to_string(kMostItems) + " items");
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      const auto& item = value.items()[i];
      const auto place = std::string(key) + "[" + std::to_string(i) + "]";
      if (!item.is_string() || item.as_string().empty())
        problem(place, std::string(key) + " holds something that is not a text");
      else
        to->push_back(item.as_string());
      if (check && item.is_string() && !item.as_string().empty())
        note(place, key, check(item.as_string()));
    }
  }

  void flag(const char* key, bool* to) {
    const auto& value = take(key);
    if (value.is_null()) return;
    if (!value.is_bool()) return problem(key, std::string(key) + " is neither true nor false");
    *to = value.as_bool();
  }

  void number(const char* key, int* to, int least, int most) {
    const auto& value = take(key);
    if (value.is_null()) return;
    if (!value.is_integer() || value.as_int() < least || value.as_int() > most)
      return problem(key, std::string(key) + " is not a whole number from " +
                              std::to_string(least) + " to " + std::to_string(most));
    *to = static_cast<int>(value.as_int());
  }

  void known(const char* key) { known_.emplace_back(key); }

  void unknown_keys() {
    for (const auto& [key, value] : document_.value.members()) unknown(key, key, known_);
    static const std::vector<std::string> rule_keys = {"body", "strip",  "headline",
                                                       "date", "author", "valid_until"};
    const auto& tables = document_.value["extract"].items();
    for (std::size_t i = 0; i < tables.size(); ++i)
      for (const auto& [key, value] : tables[i].members())
        unknown("extract[" + std::to_string(i) + "]." + key, key, rule_keys);
  }

 private:
  const Json& take(const char* key) {
    known(key);
    return document_.value[key];
  }

  void note(const std::string& place, const char* key, const std::string& what) {
    if (!what.empty()) problem(place, std::string(key) + ": " + what);
  }

  void unknown(const std::string& path, const std::string& key,
               const std::vector<std::string>& known) {
    if (std::find(known.begin(), known.end(), key) != known.end()) return;
    const auto near = near_names(key, known, 1);
    problem(path, "'" + std::string(clip_utf8(key, 80)) + "' is no key of a source" +
                      (near.empty() ? "; docs/sources.md lists them"
                                    : "; did you mean '" + near.front() + "'?"));
  }

  const TomlDocument& document_;
  SourceReading* out_;
  std::vector<std::string> known_;
};

std::string selector_problem(const std::string& css) {
  const auto page = Document::parse("<p>x");
  return page && page->select(css) ? "" : "not a CSS selector: " + css;
}

std::string country_problem(const std::string& code) {
  if (is_country(code)) return {};
  return "'" + code + "' is no country of ISO 3166-1" + (code == "UK" ? "; write \"GB\"" : "");
}

std::string folder_problem(const std::string& folder) {
  return Path(folder).is_absolute() ? "" : "'" + folder + "' is no absolute path";
}

std::string rights_problem(const std::string& word) {
  return rights_from(word) ? "" : "'" + word + "' is none of full, excerpt, link, none";
}

void read_outlet(Reader& r, SourceEntry* entry) {
  auto& s = entry->source;
  std::string language;
  r.text("name", &s.name);
  r.text("home", &s.home, url_problem);
  r.text("icon", &s.icon, url_problem);
  r.text("language", &language, language_tag_problem);
  s.language = LanguageTag(language);
  r.text("country", &s.country, country_problem);
  r.texts("hosts", &s.hosts, host_problem);
  r.texts("tags", &s.tags);
  r.texts("aliases", &entry->aliases);
  r.flag("agency", &s.agency);
}

void read_polls(Reader& r, Source* s) {
  r.texts("feeds", &s->feeds, url_problem);
  r.texts("sitemaps", &s->sitemaps, url_problem);
  r.texts("sections", &s->sections, url_problem);
  r.text("section_links", &s->section_links, selector_problem);
  r.text("folder", &s->folder, folder_problem);
  r.text("push_token", &s->push_token);
  r.flag("paused", &s->paused);
  r.flag("insecure_tls", &s->insecure_tls);
}

void read_rights(Reader& r, Source* s) {
  std::string rights;
  r.text("rights", &rights, rights_problem);
  s->rights = rights_from(rights).value_or(Rights::link);
  r.number("excerpt_words", &s->excerpt_words, 0, 500);
  r.text("usage_terms", &s->usage_terms);
}

/// A TOML string: JSON's, but that TOML wants U+007F escaped too.
std::string toml_text(std::string_view text) {
  return replace_all(Json(text).dump(), "\x7f", "\\u007F");
}

}  // namespace

Result<SourceReading> read_source(const SourceId& id, std::string_view toml) {
  KAYNAK_ASSIGN(const auto document, parse_toml_with_lines(toml, file_of(id)));
  SourceReading out;
  out.entry.source.id = id;
  Reader reader(document, &out);
  read_outlet(reader, &out.entry);
  read_polls(reader, &out.entry.source);
  read_rights(reader, &out.entry.source);
  reader.known("extract");
  reader.unknown_keys();
  if (out.entry.source.name.empty()) reader.problem("", "has no name; add name = \"…\"");
  auto rules = parse_site_rules(toml);
  if (rules)
    out.entry.rules = std::move(*rules);
  else
    reader.problem("", rules.error().detail);
  std::stable_sort(out.problems.begin(), out.problems.end(),
                   [](const SourceProblem& a, const SourceProblem& b) { return a.line < b.line; });
  return out;
}

std::string source_toml(const Source& s, std::string_view note) {
  std::string out;
  for (const auto line : split(note, '\n'))
    if (!line.empty()) out += "# " + fold_space(line) + "\n";
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) out += std::string(key) + " = " + toml_text(value) + "\n";
  };
  const auto texts = [&](const char* key, const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::vector<std::string> items;
    for (const auto& value : values) items.push_back(toml_text(value));
    const bool one_line = items.size() == 1 || std::string_view(key) == "tags";
    out += std::string(key) + (one_line ? " = [" : " = [\n  ") +
           join(items, one_line ? ", " : ",\n  ") + (one_line ? "]\n" : ",\n]\n");
  };
  text("name", s.name);
  text("home", s.home);
  text("icon", s.icon);
  text("language", s.language.value);
  text("country", s.country);
  texts("feeds", s.feeds);
  texts("sitemaps", s.sitemaps);
  texts("sections", s.sections);
  texts("hosts", s.hosts);
  texts("tags", s.tags);
  out +=
      "rights = " + toml_text(to_string(s.rights)) +
      "   # full: text and translations; excerpt: headline and lead; link: headline; none: keep, "
      "never show\n";
  return out;
}

std::string to_text(const SourceId& id, const SourceProblem& problem) {
  return file_of(id) + (problem.line > 0 ? ":" + std::to_string(problem.line) : "") + ": " +
         problem.what;
}

Result<SourceEntry> parse_source(const SourceId& id, std::string_view toml) {
  KAYNAK_ASSIGN(auto reading, read_source(id, toml));
  const auto more = reading.problems.size();
  if (more == 0) return std::move(reading.entry);
  auto detail = to_text(id, reading.problems.front());
  if (more > 1)
    detail += " (and " + std::to_string(more - 1) + " more; `kaynak source check` lists them)";
  return fail(ErrorCode::malformed, "sources", std::move(detail));
}

}  // namespace kaynak
