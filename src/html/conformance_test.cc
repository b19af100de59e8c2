// Tree construction of html5lib's tests through Document: what of a tree Document keeps must be
// right.
#include <gtest/gtest.h>
#include <zlib.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/strings.h"
#include "html/document.h"

namespace kaynak {
namespace {

std::string read_gzip(const std::string& path) {
  std::string text;
  gzFile file = gzopen(path.c_str(), "rb");
  if (file == nullptr) return text;
  char buffer[1 << 16];
  for (int n; (n = gzread(file, buffer, sizeof buffer)) > 0;)
    text.append(buffer, static_cast<std::size_t>(n));
  gzclose(file);
  return text;
}

Tag tag_named(std::string_view name) {
  static const auto names = [] {
    std::map<std::string_view, Tag> m;
    for (int t = 3; t < static_cast<int>(Tag::last_); ++t)
      m[to_string(static_cast<Tag>(t))] = static_cast<Tag>(t);
    return m;
  }();
  const auto at = names.find(name);
  return at == names.end() ? Tag::unknown : at->second;
}

/// "depth name" per element and "depth text" per text, from html5lib's notation; attributes and
/// doctypes left out.
std::vector<std::string> wanted_of(std::string_view tree) {
  std::vector<std::string> out;
  std::string text;  // texts with newlines run over several lines
  for (const auto line : split(tree, '\n')) {
    if (!line.starts_with("| ")) {
      if (!text.empty()) text += "\n" + std::string(line);
    } else {
      if (!text.empty()) out.push_back(text), text.clear();
      const auto at = line.find_first_not_of(' ', 2);
      if (at == std::string_view::npos) continue;
      const std::string_view item = line.substr(at);
      const std::string depth = std::to_string((at - 2) / 2) + " ";
      if (item.starts_with("<!--") || item.starts_with("<!DOCTYPE")) continue;
      if (item.starts_with('<')) {
        const std::string_view name = item.substr(1, item.rfind('>') - 1);
        const bool foreign = name.find(' ') != std::string_view::npos;
        const std::string_view local = foreign ? name.substr(name.find(' ') + 1) : name;
        const Tag tag =
            foreign && local != "svg" && local != "math" ? Tag::unknown : tag_named(local);
        out.push_back(depth + std::string(to_string(tag)));
      } else if (item.starts_with('"')) {
        text = depth + std::string(item);
      }
    }
  }
  if (!text.empty()) out.push_back(text);
  return out;
}

std::vector<std::string> found_in(const Document& page) {
  std::vector<std::string> out;
  std::vector<int> depth(page.nodes().size());
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    const Node& n = page.node(i);
    depth[i] = n.parent == no_node ? 0 : depth[n.parent] + 1;
    const std::string at = std::to_string(depth[i]) + " ";
    if (n.tag == Tag::text)
      out.push_back(at + '"' + std::string(page.text(i)) + '"');
    else if (n.tag != Tag::comment)
      out.push_back(at + std::string(to_string(n.tag)));
    const auto raw = page.raw_text(i);
    if (!raw.empty() && n.tag != Tag::comment)
      out.push_back(std::to_string(depth[i] + 1) + " \"" + std::string(raw) + '"');
  }
  return out;
}

/// "depth name text" of each node but what drawings hold.
std::vector<std::string> outside_drawings(const Document& page) {
  std::vector<std::string> out;
  std::vector<int> depth(page.nodes().size());
  for (NodeIndex i = 0; i < page.nodes().size(); ++i) {
    const Node& n = page.node(i);
    depth[i] = n.parent == no_node ? 0 : depth[n.parent] + 1;
    out.push_back(std::to_string(depth[i]) + " " + std::string(to_string(n.tag)) + " " +
                  std::string(n.tag == Tag::text ? page.text(i) : page.raw_text(i)));
    if (n.tag == Tag::svg) i = n.subtree_end - 1;
  }
  return out;
}

TEST(Html5libTrees, ComeOutAsTheStandardSays) {
  const std::string path = std::string(KAYNAK_SHARED_DATA) + "/html/tree-construction.jsonl.gz";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no " << path;
  const std::string lines = read_gzip(path);
  int tried = 0, right = 0;
  for (const auto line : split(lines, '\n')) {
    if (trim(line).empty()) continue;
    const auto test = parse_json(line);
    ASSERT_TRUE(test);
    const std::string& data = (*test)["data"].as_string();
    const std::string& tree = (*test)["tree"].as_string();
    // Fragments, pages without scripting and templates are nothing Document builds; empty ones it
    // refuses.
    if (test->contains("fragment") ||
        (test->contains("scripting") && !(*test)["scripting"].as_bool()) ||
        tree.find("<template>") != std::string::npos || trim(data).empty())
      continue;
    ++tried;
    ParseLimits limits;
    limits.shapes = true;
    const auto page = Document::parse(data, "text/html; charset=utf-8", limits);
    right += page && found_in(*page) == wanted_of(tree);
    const auto shapeless = Document::parse(data, "text/html; charset=utf-8");
    ASSERT_EQ(page.has_value(), shapeless.has_value());
    if (page) {
      EXPECT_EQ(outside_drawings(*shapeless), outside_drawings(*page)) << data;
    }
  }
  RecordProperty("right", right);
  ASSERT_GT(tried, 900);
  EXPECT_GE(right, tried * 0.985) << right << " of " << tried;
}

}  // namespace
}  // namespace kaynak
