// Holds a document against the table of ninjs_shapes.cc.
#include <algorithm>
#include <cmath>

#include "base/strings.h"
#include "wire/ninjs_shapes.h"
#include "wire/wire.h"

namespace kaynak {
namespace {

using namespace wire_detail;

constexpr std::size_t kMaxProblems = 100;
constexpr int kMaxDepth = 100;

int version_number(std::string_view version) {
  const auto& known = ninjs_versions();
  if (std::find(known.begin(), known.end(), version) == known.end()) return 0;
  return (version[0] - '0') * 10 + (version[2] - '0');
}

/// RFC 6901.
std::string escaped(std::string_view name) {
  return replace_all(replace_all(std::string(name), "~", "~0"), "/", "~1");
}

/// Years, with month, day and time as far as they are known.
bool is_truncated_date(std::string_view s) {
  static constexpr std::string_view forms[] = {"0000", "0000-00", "0000-00-00"};
  std::string digits(s.substr(0, 10));
  for (char& c : digits)
    if (c >= '0' && c <= '9') c = '0';
  const bool day = std::find(std::begin(forms), std::end(forms), digits) != std::end(forms);
  const bool time = s.size() > 10;
  if (!day || (time && (digits.size() != 10 || s[10] != 'T' || s.size() < 19))) return false;
  const std::string padded = std::string(s) + std::string("-01-01").substr(s.size() == 4   ? 0
                                                                           : s.size() == 7 ? 3
                                                                                           : 6);
  const auto read = parse_iso8601(padded);
  return read && read->has_time == time;
}

bool is_geojson(const Json& value) {
  static constexpr std::string_view kinds[] = {
      "Point",        "MultiPoint",         "LineString", "MultiLineString",  "Polygon",
      "MultiPolygon", "GeometryCollection", "Feature",    "FeatureCollection"};
  const auto& kind = value["type"].as_string();
  if (std::find(std::begin(kinds), std::end(kinds), kind) == std::end(kinds)) return false;
  if (kind == "GeometryCollection") return value["geometries"].is_array();
  if (kind == "FeatureCollection") return value["features"].is_array();
  if (kind == "Feature") return value.is_object();
  const auto& at = value["coordinates"];
  if (!at.is_array()) return false;
  if (kind != "Point") return true;
  return at.items().size() >= 2 && std::all_of(at.items().begin(), at.items().end(),
                                               [](const Json& n) { return n.is_number(); });
}

class Checker {
 public:
  explicit Checker(int version) : version_(version) {}

  std::vector<NinjsProblem> check(const Json& document) {
    check_shape(document, "item", "", 0);
    return std::move(problems_);
  }

 private:
  void add(const std::string& where, std::string what) {
    if (problems_.size() < kMaxProblems) problems_.push_back({where, std::move(what)});
  }

  void check_type(const Json& value, std::string_view type, const std::string& where, int depth) {
    if (depth > kMaxDepth) return add(where, "nested too deeply");
    const std::string_view inner = type.substr(1, type.size() - 2);
    switch (type.front()) {
      case '{':
        return check_shape(value, inner, where, depth);
      case '[':
        return check_array(value, inner, where, depth);
      case '<':
        return check_map(value, inner, where, depth);
      case '=':
        return check_word(value, type.substr(1), where);
      default:
        return check_plain(value, type, where);
    }
  }

  void check_plain(const Json& value, std::string_view type, const std::string& where) {
    if (type == "string" && !value.is_string()) return add(where, "must be a string");
    if (type == "number" && !value.is_number()) return add(where, "must be a number");
    if (type == "object" && !value.is_object()) return add(where, "must be an object");
    if (type == "integer" && !is_integer(value)) return add(where, "must be an integer");
    if (type == "0-100" && !is_within(value, 0, 100))
      return add(where, "must be an integer from 0 to 100");
    if (type == "1-9" && !is_within(value, 1, 9))
      return add(where, "must be an integer from 1 to 9");
    if (type == "date" && !is_truncated_date(value.as_string()))
      return add(where, "must be a year, a month, a day or a time as of ISO 8601");
    if (type == "geojson" && !is_geojson(value)) return add(where, "must be a GeoJSON object");
  }

  /// JSON Schema counts 5.0 as an integer.
  static bool is_integer(const Json& value) {
    return value.is_number() && value.as_double() == std::floor(value.as_double());
  }
  static bool is_within(const Json& value, int least, int most) {
    return is_integer(value) && value.as_double() >= least && value.as_double() <= most;
  }

  void check_word(const Json& value, std::string_view words, const std::string& where) {
    for (const auto word : split(words, '|'))
      if (value.is_string() && value.as_string() == word) return;
    add(where, "must be one of " + replace_all(std::string(words), "|", ", "));
  }

  void check_array(const Json& value, std::string_view type, const std::string& where, int depth) {
    if (!value.is_array()) return add(where, "must be an array");
    for (std::size_t i = 0; i < value.items().size(); ++i)
      check_type(value.items()[i], type, where + "/" + std::to_string(i), depth + 1);
  }

  /// Names of renditions and associations: letters and digits, from 1.3 on "_" too.
  void check_map(const Json& value, std::string_view type, const std::string& where, int depth) {
    if (!value.is_object()) return add(where, "must be an object");
    for (const auto& [name, member] : value.members()) {
      const std::string at = where + "/" + escaped(name);
      if (!is_name_character(name.empty() ? '-' : name.front(), version_ >= 13))
        add(at, "the name must begin with a letter or digit");
      else
        check_type(member, type, at, depth + 1);
    }
  }

  static bool is_name_character(char c, bool underscore) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') ||
           (underscore && c == '_');
  }

  // ---- objects

  void check_shape(const Json& value, std::string_view shape, const std::string& where, int depth) {
    if (!value.is_object()) return add(where, "must be an object");
    if (shape == "association" && version_ == 20) {  // with a name anything else goes
      if (!value["name"].is_string()) check_shape(value, "item", where, depth);
      return;
    }
    for (const auto& [name, member] : value.members()) {
      const std::string at = where + "/" + escaped(name);
      if (const Member* row = row_of(shape, name))
        check_type(member, row->type, at, depth + 1);
      else if (!is_open_shape(shape, version_))
        add(at, unknown(shape, name));
    }
    for (const Requirement& r : ninjs_requirements())
      if (r.shape == shape && holds_for(r.since, r.until)) check_requirement(value, r, where);
  }

  bool holds_for(int since, int until) const { return since <= version_ && version_ <= until; }

  const Member* row_of(std::string_view shape, std::string_view name) const {
    for (const Member& m : ninjs_members())
      if (m.shape == shape && holds_for(m.since, m.until) && is_name_of(m, name)) return &m;
    return shape == "association" ? row_of("item", name) : nullptr;
  }

  static bool is_name_of(const Member& m, std::string_view name) {
    if (!m.name.ends_with('_')) return name == m.name;
    return name.size() > m.name.size() && name.starts_with(m.name) &&
           is_name_character(name[m.name.size()], true);
  }

  std::string unknown(std::string_view shape, std::string_view name) const {
    std::string what = "ninjs " + std::to_string(version_ / 10) + "." +
                       std::to_string(version_ % 10) + " has no such member";
    for (const Member& m : ninjs_members())
      if (m.shape == shape && iequals(m.name, name) && m.since > version_)
        return what + "; it came with " + std::to_string(m.since / 10) + "." +
               std::to_string(m.since % 10);
    return what;
  }

  void check_requirement(const Json& value, const Requirement& r, const std::string& where) {
    const auto names = split(r.names, '|');
    const auto has = [&](std::size_t i) {
      return std::any_of(value.members().begin(), value.members().end(),
                         [&](const Json::Member& m) { return m.first == names[i]; });
    };
    if (r.need == Need::all) {
      for (std::size_t i = 0; i < names.size(); ++i)
        if (!has(i)) add(where, "'" + std::string(names[i]) + "' is required");
    } else if (r.need == Need::one) {
      if (has(0) == has(1))
        add(where, "exactly one of '" + std::string(names[0]) + "' and '" + std::string(names[1]) +
                       "' is required");
    } else if (has(0) == has(1) && has(2) == has(3)) {
      add(where, "a start or an end is required, known or expected, not both");
    }
  }

  int version_;
  std::vector<NinjsProblem> problems_;
};

}  // namespace

const std::vector<std::string>& ninjs_versions() {
  static const std::vector<std::string> versions = {"1.0", "1.1", "1.2", "1.3", "1.4", "1.5",
                                                    "1.6", "2.0", "2.1", "2.2", "3.0", "3.1"};
  return versions;
}

std::string ninjs_version_of(const Json& document) {
  const Json& standard =
      document.contains("standard") ? document["standard"] : document["$standard"];
  const auto& said = standard["version"].as_string();
  if (version_number(said) > 0) return said;
  const auto has = [&](std::initializer_list<const char*> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return document.contains(name); });
  };
  if (has({"representationType", "versionCreated", "firstCreated", "pubStatus", "infoSources",
           "usageTerms", "edNote", "altIds", "contentCreated", "eventDetails"}))
    return "3.1";
  return has({"headlines", "bodies", "descriptions", "people", "by", "subjects", "standard"})
             ? "2.2"
             : "1.6";
}

Result<std::vector<NinjsProblem>> check_ninjs(const Json& document, std::string_view version) {
  const std::string of = version.empty() ? ninjs_version_of(document) : std::string(version);
  const int number = version_number(of);
  if (number == 0)
    return fail(
        ErrorCode::unsupported, "wire",
        "ninjs '" + of + "' is not known; versions are 1.0 to 1.6, 2.0 to 2.2, 3.0 and 3.1");
  return Checker(number).check(document);
}

}  // namespace kaynak
