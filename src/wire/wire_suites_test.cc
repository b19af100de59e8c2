#include <gtest/gtest.h>

#include <chrono>

#include "text/encoding.h"
#include "text/unicode.h"
#include "wire/test_data.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

using namespace wire_test;

/// What a sound item promises, whatever its document was like.
void expect_sound(const WireDocument& document, const std::string& id) {
  for (const WireItem& item : document.items) {
    for (const auto* text : {&item.guid, &item.article.headline, &item.article.byline, &item.ednote,
                             &item.summary, &item.slugline})
      EXPECT_TRUE(is_valid_utf8(*text)) << id;
    for (const Block& b : item.article.blocks) {
      std::uint32_t last = 0;
      for (const Sentence& s : b.sentences) {
        EXPECT_LE(last, s.range.begin) << id;
        EXPECT_LT(s.range.begin, s.range.end) << id;
        last = s.range.end;
      }
      EXPECT_LE(last, b.text.size()) << id;
    }
  }
}

std::string number(int n) { return n > 0 ? std::to_string(n) : std::string(); }

/// What an item says to a fact of the suite; nothing where our model has no place for it.
std::optional<std::string> stated(const WireItem& item, const std::string& path) {
  const Article& a = item.article;
  const std::map<std::string, std::string> facts = {
      {"headline", a.headline},
      {"byline", a.byline},
      {"slugline", item.slugline},
      {"guid", item.guid},
      {"uri", item.guid},
      {"language", item.language},
      {"urgency", number(item.urgency)},
      {"pubstatus", to_string(item.status)},
      {"type", item.type},
      {"version", number(item.version)},
      {"ednote", item.ednote},
      {"usageterms", item.usage_terms},
      {"abstract", item.summary},
      {"description_text", item.summary},
      {"word_count", number(item.word_count)},
      {"anpa_take_key", item.take_key},
      {"ingest_provider_sequence", item.sequence},
      {"provider_sequence", item.sequence},
      {"anpa_category/0/qcode", item.category},
      {"dateline/source", a.dateline.agency},
      {"dateline/located/city", a.dateline.place},
      {"source", item.credit_line},
      {"keywords", join(a.keywords, ",")},
      {"firstcreated", item.first_created ? to_rfc3339(*item.first_created) : ""}};
  const auto found = facts.find(path);
  return found == facts.end() ? std::nullopt : std::optional(found->second);
}

std::string value_of(const Json& json) {
  if (json.is_integer()) return std::to_string(json.as_int());
  std::vector<std::string> parts;
  for (const Json& one : json.items()) parts.push_back(one.as_string());
  return json.is_array() ? join(parts, ",") : json.as_string();
}

/// A note of several lines states each; an identifier may be written with its version behind it;
/// keywords may be more, since subjects are keywords, too.
bool agrees(const WireItem& item, const std::string& path, const std::string& said,
            const std::string& expected) {
  if (said == fold_space(expected)) return true;
  if (path == "guid" && said + ":" + number(item.version) == expected) return true;
  for (const auto line : split(said, '\n'))
    if (path == "ednote" && line == fold_space(expected)) return true;
  const auto& keywords = item.article.keywords;
  if (path != "keywords") return false;
  for (const auto keyword : split(expected, ','))
    if (std::find(keywords.begin(), keywords.end(), keyword) == keywords.end()) return false;
  return true;
}

struct Fact {
  std::string path;
  std::size_t item = 0;
  std::vector<std::string> values;  ///< one of them is to be said: readers there differ
};

std::vector<Fact> facts_of(const Json& row) {
  std::vector<Fact> facts;
  for (const Json& e : row["expected"].items()) {
    Fact fact;
    std::vector<std::string> names;
    for (const Json& step : e["path"].items()) {
      if (step.is_integer() && names.empty())
        fact.item = static_cast<std::size_t>(step.as_int());
      else
        names.push_back(value_of(step));
    }
    fact.path = join(names, "/");
    auto known = std::find_if(facts.begin(), facts.end(), [&](const Fact& f) {
      return f.path == fact.path && f.item == fact.item;
    });
    if (known == facts.end()) known = facts.insert(known, fact);
    known->values.push_back(value_of(e["value"]));
  }
  return facts;
}

bool is_word_character(char c) {
  return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/// Whether a value stands in the document: what the suite's own readers make up is no fact of it. A
/// code of one or two characters stands as a word; a letter is one only in a header or an
/// attribute.
bool stands_in(const std::string& value, const std::string& document) {
  const std::string part = fold_space(split(value, ',').front());
  for (auto at = document.find(part); at != std::string::npos; at = document.find(part, at + 1)) {
    if (part.size() > 2) return true;
    const char before = at > 0 ? document[at - 1] : ' ';
    const char after = at + part.size() < document.size() ? document[at + part.size()] : ' ';
    const bool letter = !part.empty() && part[0] > '9';
    if (is_word_character(before) || is_word_character(after)) continue;
    if (!letter || at < 64 || before == '"') return true;
  }
  return part.empty();
}

TEST(WireSuites, StatesTheFactsOfAgencyItems) {
  const auto rows = read_rows("newsmeta/wire-fixtures.jsonl.gz");
  KAYNAK_NEED_DATA(rows);
  int right = 0, all = 0, out = 0, made_up = 0, without_place = 0;
  for (const Json& row : rows) {
    const std::string bytes = document(row), id = row["id"].as_string();
    if (!sniff_wire(bytes)) {
      std::printf("another format: %s\n", id.c_str());
      ++out;
      continue;
    }
    const auto wire = read_wire(bytes);
    ASSERT_TRUE(wire) << id << ": " << wire.error().message();
    EXPECT_FALSE(wire->items.empty()) << id;
    expect_sound(*wire, id);
    const std::string folded = fold_space(decode_xml(bytes).text);
    for (const Fact& fact : facts_of(row)) {
      if (fact.item >= wire->items.size()) continue;
      const WireItem& item = wire->items[fact.item];
      const auto said = stated(item, fact.path);
      without_place += !said;
      if (!said) continue;
      const bool stands = std::any_of(fact.values.begin(), fact.values.end(),
                                      [&](const auto& v) { return stands_in(v, folded); });
      const bool good = std::any_of(fact.values.begin(), fact.values.end(), [&](const auto& v) {
        return agrees(item, fact.path, *said, v);
      });
      made_up += !good && !stands;
      if (!good && !stands) continue;
      ++all;
      right += good;
      if (!good)
        std::printf("differs: %s %s: '%s', not '%s'\n", id.c_str(), fact.path.c_str(),
                    said->substr(0, 100).c_str(), fact.values.front().substr(0, 100).c_str());
    }
  }
  std::printf(
      "wire facts: %d of %d (%d documents in other formats, %d facts without a place in the model, "
      "%d whose value does not stand in the document)\n",
      right, all, out, without_place, made_up);
  EXPECT_GE(right * 100, all * 95);
  EXPECT_GT(all, 60);
}

TEST(WireSuites, ReadsPublishedExamplesAndTurnsAwayNoneOfThem) {
  const auto files = read_tar("newsmeta/newsml-files.tar.gz");
  KAYNAK_NEED_DATA(files);
  int documents = 0, items = 0, texts = 0, other = 0;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with(".xml")) continue;
    const auto format = sniff_wire(bytes);
    const auto wire = read_wire(bytes);
    if (!format) {
      ++other;  // fragments of documents, as the guide prints them
      continue;
    }
    ++documents;
    ASSERT_TRUE(wire) << name << ": " << wire.error().message();
    expect_sound(*wire, name);
    const bool news = bytes.find("<newsItem") != std::string::npos ||
                      bytes.find("<packageItem") != std::string::npos ||
                      bytes.find("<NewsItem") != std::string::npos;
    EXPECT_EQ(!wire->items.empty(), news) << name;
    items += static_cast<int>(wire->items.size());
    for (const WireItem& item : wire->items) texts += has_text(item);
  }
  std::printf("newsml files: %d documents, %d items, %d with text; %d of another root\n", documents,
              items, texts, other);
  EXPECT_GT(documents, 100);
  EXPECT_GT(texts, 20);
}

TEST(WireSuites, AttacksByXmlCostLittleAndReachNothing) {
  const auto files = read_tar("hostile/xml-attacks.tar.gz");
  KAYNAK_NEED_DATA(files);
  for (const auto& [name, bytes] : files) {
    // As it is, and with its entities inside an item of ours.
    const auto doctype_end = bytes.find("]>");
    const std::string wrapped = doctype_end == std::string::npos
                                    ? bytes
                                    : bytes.substr(0, doctype_end + 2) +
                                          "<nitf><body><body.content><p>&a;&xxe;&bomb;&lol9;</p></"
                                          "body.content></body></nitf>";
    for (const std::string& one : {bytes, wrapped}) {
      const auto start = std::chrono::steady_clock::now();
      const auto wire = read_wire(one);
      const auto took = std::chrono::steady_clock::now() - start;
      EXPECT_LT(took, std::chrono::seconds(1)) << name;
      if (!wire) continue;
      expect_sound(*wire, name);
      for (const WireItem& item : wire->items) {
        EXPECT_LE(body_text(item.article).size(), one.size()) << name;
        EXPECT_EQ(body_text(item.article).find("root:"), std::string::npos) << name;
      }
    }
  }
}

}  // namespace
}  // namespace kaynak
