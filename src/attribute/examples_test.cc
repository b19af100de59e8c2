/// @file The [[example]] tables of every locale/<language>/attribution.toml, held against what
/// attribute() finds. docs/languages.md says what they are made of.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "attribute/page_for_tests.h"
#include "base/json.h"
#include "base/toml.h"

namespace kaynak {
namespace {

using Strings = std::vector<std::string>;

/// An example as its file has it, with where it stands.
struct Example {
  Json table;
  std::string language;
  std::string place;  ///< "locale/tr/attribution.toml:120"
};

Strings list_of(const Json& value) {
  Strings out;
  if (value.is_string()) out.push_back(value.as_string());
  for (const Json& item : value.items()) out.push_back(item.as_string());
  return out;
}

Strings without_empty(Strings list) {
  std::erase(list, "");
  return list;
}

/// A page of the example's language that holds a paragraph without any claims, and `text` where the
/// kind wants it.
Article page_of(const Example& e) {
  const std::string& text = e.table["text"].as_string();
  const std::string& kind = e.table["kind"].as_string();
  const std::string plain = "12 – 34 – 56.";
  if (kind == "byline") return page(e.language, {plain}, text);
  if (kind == "photo") {
    Article article = page(e.language, {plain});
    article.blocks.push_back(figure(text));
    return article;
  }
  if (kind == "dateline") return page(e.language, {text, plain});
  Strings paragraphs = {plain};
  if (const std::string& before = e.table["before"].as_string(); !before.empty())
    paragraphs.push_back(before);
  paragraphs.push_back(text);
  return page(e.language, std::move(paragraphs));
}

const Figure& figure_of(const Article& a) {
  static const Figure none{};
  for (const Block& b : a.blocks)
    if (b.figure) return *b.figure;
  return none;
}

/// The quotation of the example: the longest of its page.
const Quote& quote_of(const Article& a) {
  static const Quote none{};
  const auto longest = std::max_element(
      a.quotes.begin(), a.quotes.end(),
      [](const Quote& x, const Quote& y) { return x.text.size() < y.text.size(); });
  return longest == a.quotes.end() ? none : *longest;
}

Strings hops_of(const Article& a, std::initializer_list<std::string_view> roles, bool urls) {
  Strings out;
  for (const Hop& hop : a.hops)
    if (std::find(roles.begin(), roles.end(), hop.role) != roles.end())
      out.push_back(urls ? hop.url : hop.name);
  return out;
}

/// What a field of an example is held against.
using Field = std::function<Strings(const Article&)>;

Strings outlets(const Article& a) {
  Strings names = hops_of(a, {"publisher", "source"}, false);
  std::erase(names, a.outlet);
  return names;
}

Strings authors(const Article& a) { return a.authors; }
Strings agencies(const Article& a) { return a.text_agencies; }
Strings photo_agencies(const Article& a) { return figure_of(a).agencies; }
Strings photographers(const Article& a) { return figure_of(a).photographers; }
Strings caption(const Article& a) { return {figure_of(a).caption}; }
Strings place(const Article& a) { return {a.dateline.place}; }
Strings date(const Article& a) { return {a.dateline.date}; }
Strings dateline_agency(const Article& a) { return {a.dateline.agency}; }
Strings speaker(const Article& a) { return {quote_of(a).speaker}; }
Strings cue(const Article& a) { return {quote_of(a).cue}; }
Strings via(const Article& a) { return {quote_of(a).via}; }
Strings quotation(const Article& a) { return {quote_of(a).text}; }
Strings cited(const Article& a) { return a.cited_sources; }
Strings correction(const Article& a) { return {a.correction}; }
Strings translators(const Article& a) { return hops_of(a, {"translator"}, false); }
Strings urls(const Article& a) { return hops_of(a, {"publisher", "source"}, true); }
Strings chain(const Article& a) { return hops_of(a, {"source", "agency"}, false); }

const std::map<std::string, std::map<std::string, Field>> kinds = {
    {"byline", {{"authors", authors}, {"agencies", agencies}, {"translators", translators}}},
    {"photo",
     {{"photographers", photographers}, {"agencies", photo_agencies}, {"caption", caption}}},
    {"dateline", {{"place", place}, {"date", date}, {"agency", dateline_agency}}},
    {"agency_credit", {{"authors", authors}, {"agencies", agencies}}},
    {"source_line", {{"agencies", agencies}, {"outlets", outlets}, {"url", urls}}},
    {"quote", {{"speaker", speaker}, {"cue", cue}, {"via", via}, {"quotation", quotation}}},
    {"relay", {{"cited", cited}, {"chain", chain}}},
    {"translation", {{"translators", translators}}},
    {"correction", {{"correction", correction}}},
};

/// What is wrong with an example as it is written; empty where nothing is.
std::string malformed(const Example& e) {
  const auto kind = kinds.find(e.table["kind"].as_string());
  if (kind == kinds.end()) return "unknown kind '" + e.table["kind"].as_string() + "'";
  if (e.table["text"].as_string().empty()) return "no text";
  std::size_t fields = 0;
  for (const auto& [key, value] : e.table.members()) {
    if (key == "kind" || key == "text" || key == "before") continue;
    if (!kind->second.contains(key)) return "a " + kind->first + " has no field " + key;
    ++fields;
  }
  if (fields == 0 && kind->first != "correction") return "nothing is expected of it";
  return {};
}

std::string shown(const Strings& list) {
  std::string out;
  for (const std::string& s : list) out += (out.empty() ? "" : " | ") + s;
  return out.empty() ? "nothing" : out;
}

void hold(const Example& e) {
  const Article found = read(page_of(e));
  const auto& fields = kinds.at(e.table["kind"].as_string());
  for (const auto& [key, value] : e.table.members()) {
    const auto field = fields.find(key);
    if (field == fields.end()) continue;
    const Strings wanted = without_empty(list_of(value));
    const Strings got = without_empty(field->second(found));
    EXPECT_EQ(wanted, got) << e.place << ": " << key << ": wanted " << shown(wanted) << ", got "
                           << shown(got) << "\n  " << e.table["text"].as_string();
  }
  if (e.table["kind"].as_string() == "correction" && !e.table.contains("correction")) {
    EXPECT_EQ(found.correction, e.table["text"].as_string()) << e.place << ": no correction";
  }
}

std::vector<Example> examples_of(const Path& folder) {
  const Path file = folder / "attribution.toml";
  const auto document = parse_toml_with_lines(read_file(file).value(), file.string());
  if (!document) throw std::runtime_error(document.error().message());
  std::vector<Example> out;
  const auto& list = document->value["example"].items();
  for (std::size_t i = 0; i < list.size(); ++i)
    out.push_back({list[i], folder.filename().string(),
                   file.string() + ":" +
                       std::to_string(document->line("example[" + std::to_string(i) + "]"))});
  return out;
}

std::vector<Path> language_folders() {
  std::vector<Path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(Path(KAYNAK_ROOT) / "locale"))
    if (std::filesystem::exists(entry.path() / "attribution.toml")) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

class LanguageFile : public testing::TestWithParam<Path> {};

TEST_P(LanguageFile, DoesWhatItsExamplesSay) {
  const std::vector<Example> examples = examples_of(GetParam());
  EXPECT_GE(examples.size(), 8u) << GetParam() << ": a language has at least eight examples";
  for (const Example& e : examples) {
    const std::string problem = malformed(e);
    EXPECT_EQ(problem, "") << e.place;
    if (problem.empty()) hold(e);
  }
}

INSTANTIATE_TEST_SUITE_P(Every, LanguageFile, testing::ValuesIn(language_folders()),
                         [](const auto& tested) { return tested.param.filename().string(); });

TEST(Languages, AllFilesAreWellFormed) {
  const auto done = data().check_languages();
  EXPECT_TRUE(done) << (done ? "" : done.error().message());
}

}  // namespace
}  // namespace kaynak
