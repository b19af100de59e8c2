#include "publish/source_line.h"

#include <algorithm>
#include <utility>

namespace kaynak::publish_detail {
namespace {

/// Stands for a name inside a message, so that no name is ever read as a pattern or cut by one:
/// code points of a private plane, U+F0000 and the name's index.
constexpr std::size_t max_names = 0x1000;
constexpr std::size_t marker_bytes = 4;

std::string marker(std::size_t index) {
  return {static_cast<char>(0xF3), static_cast<char>(0xB0), static_cast<char>(0x80 | (index >> 6)),
          static_cast<char>(0x80 | (index & 63))};
}

bool is_marker(std::string_view text, std::size_t at) {
  return text.size() - at >= marker_bytes && text[at] == '\xF3' && text[at + 1] == '\xB0';
}

std::size_t index_of(std::string_view marked) {
  return static_cast<std::size_t>(marked[2] & 63) << 6 | static_cast<std::size_t>(marked[3] & 63);
}

class LineWriter {
 public:
  explicit LineWriter(const Scene& scene) : scene_(scene) {}

  void write(const std::vector<Hop>& hops) {
    for (std::size_t i = 0; i < hops.size();) i = write_station(hops, i);
  }

  void add(const std::string& key, const std::vector<std::pair<std::string, std::string>>& said) {
    MessageArguments arguments;
    for (const auto& [name, value] : said) arguments.emplace_back(name, value);
    std::string text = scene_.locale.words.say("chain." + key, arguments);
    if (clauses_.empty()) text = scene_.locale.intl.as_sentence(text);
    clauses_.push_back({parts_of(text), false});
  }

  std::string named(const Hop& hop) {
    if (names_.size() >= max_names) return {};
    names_.push_back({hop.name, true, safe_link(hop.url)});
    const std::string mark = marker(names_.size() - 1);
    return hop.confidence < doubtful_below
               ? scene_.locale.words.say("chain.doubtful", {{"name", mark}})
               : mark;
  }

  std::vector<LineClause> clauses_;

 private:
  /// Hops of one role that follow each other make one clause; authors take in whom they wrote for.
  /// Gives the index behind them.
  std::size_t write_station(const std::vector<Hop>& hops, std::size_t from) {
    const std::string& role = hops[from].role;
    std::size_t to = from + 1;
    while (to < hops.size() && hops[to].role == role) ++to;
    std::vector<std::string> names;
    for (std::size_t i = from; i < to; ++i) names.push_back(named(hops[i]));
    const std::string list = scene_.locale.intl.list(names);
    if (role == "author" && to < hops.size() && hops[to].role == "publisher") {
      add("written_for", {{"names", list}, {"outlet", named(hops[to])}});
      return to + 1;
    }
    const std::string key = key_of(role);
    add(key, {{key == "published" || key == "republished" ? "outlet" : "names", list}});
    return to;
  }

  static std::string key_of(const std::string& role) {
    static const std::pair<const char*, const char*> keys[] = {
        {"speaker", "interview"},      {"source", "told"},         {"agency", "reported"},
        {"author", "written"},         {"publisher", "published"}, {"translator", "translated"},
        {"republisher", "republished"}};
    const auto it = std::find_if(std::begin(keys), std::end(keys),
                                 [&](const auto& pair) { return role == pair.first; });
    return it == std::end(keys) ? "told" : it->second;
  }

  std::vector<LinePart> parts_of(std::string_view text) const {
    std::vector<LinePart> parts;
    std::string words;
    const auto flush = [&] {
      if (!words.empty()) parts.push_back({std::exchange(words, {}), false, {}});
    };
    for (std::size_t at = 0; at < text.size();) {
      if (!is_marker(text, at)) {
        words += text[at++];
        continue;
      }
      flush();
      const std::size_t index = index_of(text.substr(at, marker_bytes));
      if (index < names_.size()) parts.push_back(names_[index]);
      at += marker_bytes;
    }
    flush();
    return parts;
  }

  const Scene& scene_;
  std::vector<LinePart> names_;
};

/// "translated by NAME", "machine translation: ENGINE", or nothing.
void add_translation(const Edition* edition, LineWriter* line) {
  if (edition == nullptr || edition->kind == EditionKind::original) return;
  const bool machine = edition->kind == EditionKind::machine;
  Hop who{"translator", machine ? edition->engine : edition->translator, {}, {}};
  if (who.name.empty()) return;
  line->add(machine ? "machine" : "translated", {{machine ? "engine" : "names", line->named(who)}});
}

/// Whether the hop is about the text as a whole, not about a picture.
bool carries_text(const Hop& hop) {
  return !hop.name.empty() && hop.role != "photographer" && hop.role != "photo agency";
}

std::vector<Hop> of_text(const std::vector<Hop>& hops) {
  std::vector<Hop> out;
  std::copy_if(hops.begin(), hops.end(), std::back_inserter(out), carries_text);
  return out;
}

}  // namespace

std::vector<LineClause> source_line(const std::vector<Hop>& hops, const Edition* edition,
                                    const Scene& scene) {
  LineWriter line(scene);
  line.write(of_text(hops));
  add_translation(edition, &line);
  line.add("here", {{"site", line.named({"republisher", scene.title, {}, {}})}});
  line.clauses_.back().here = true;
  return std::move(line.clauses_);
}

std::string credit_text(const std::vector<Hop>& hops, const Edition* edition, const Scene& scene) {
  std::string out;
  for (const LineClause& clause : source_line(hops, edition, scene)) {
    if (clause.here) break;
    if (!out.empty()) out += " · ";
    for (const LinePart& part : clause.parts) out += part.text;
  }
  return out;
}

}  // namespace kaynak::publish_detail
