#include <algorithm>

#include "base/strings.h"
#include "text/folded_text.h"
#include "text/sentences.h"
#include "text/unicode.h"
#include "wire/body.h"

namespace kaynak::wire_detail {
namespace {

struct Line {
  std::string_view text;  ///< without white space at the ends
  std::size_t indent = 0;
  bool blank() const { return text.empty(); }
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  for (const auto whole : split(text, '\n')) {
    Line line{trim(whole), 0};
    if (!line.blank()) line.indent = static_cast<std::size_t>(line.text.data() - whole.data());
    lines.push_back(line);
  }
  return lines;
}

/// Whether an indent begins a paragraph: some lines have one, and others stand at the margin.
bool indents_part(const std::vector<Line>& lines) {
  bool margin = false, indent = false;
  for (const Line& line : lines) {
    if (line.blank()) continue;
    margin = margin || line.indent == 0;
    indent = indent || line.indent >= 2;
  }
  return margin && indent;
}

/// Whether the lines are one text broken at a width: all but the last are about as long as the
/// longest. Else each line stands for itself.
bool is_wrapped(const std::vector<Line>& lines) {
  std::size_t longest = 0, shortest = lines.front().text.size();
  for (const Line& line : lines) longest = std::max(longest, line.text.size());
  for (std::size_t i = 0; i + 1 < lines.size(); ++i)
    shortest = std::min(shortest, lines[i].text.size());
  return shortest * 2 > longest && longest >= 40;
}

void add_paragraph(std::string text, std::vector<Block>* out) {
  if (text.empty() || out->size() >= kMaxBlocks) return;
  Block b;
  b.text = std::move(text);
  out->push_back(std::move(b));
}

/// Lines that only part others ("___", "* * *", "-----").
bool is_rule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("_-*=~ .") == std::string_view::npos;
}

void add_lines(const std::vector<Line>& lines, std::vector<Block>* out) {
  if (lines.empty()) return;
  std::string joined;
  const bool wrapped = is_wrapped(lines);
  for (const Line& line : lines) {
    if (wrapped)
      joined.append(1, ' ').append(line.text);
    else
      add_paragraph(line_of(line.text), out);
  }
  if (wrapped) add_paragraph(line_of(joined), out);
}

}  // namespace

std::string line_of(std::string_view text) {
  FoldedText out;
  out.append(text, 0, static_cast<std::uint32_t>(text.size()));
  return nfc(out.text());
}

std::vector<Block> blocks_of_text(std::string_view text) {
  const auto lines = lines_of(text);
  const bool by_indent = indents_part(lines);
  std::vector<Block> out;
  std::vector<Line> paragraph;
  for (const Line& line : lines) {
    const bool rule = is_rule(line.text);
    if (line.blank() || rule || (by_indent && line.indent >= 2)) {
      add_lines(paragraph, &out);
      paragraph.clear();
    }
    if (!line.blank() && !rule) paragraph.push_back(line);
  }
  add_lines(paragraph, &out);
  return out;
}

std::vector<Block> table_of_rows(const std::vector<std::vector<std::string>>& rows) {
  Block b;
  b.kind = BlockKind::table;
  for (const auto& row : rows) {
    std::string line;
    bool any = false;
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) line += '\t';
      line += line_of(row[i]);
      any = any || !trim(row[i]).empty();
    }
    if (!any) continue;
    if (!b.text.empty()) b.text += '\n';
    b.text += line;
  }
  if (b.text.empty()) return {};
  return {std::move(b)};
}

void fill_sentences(std::vector<Block>* blocks, std::string_view language) {
  for (Block& b : *blocks) {
    b.sentences.clear();
    if (b.kind != BlockKind::table) {
      for (const TextRange& r : split_sentences(b.text, language))
        b.sentences.push_back({{r.begin, r.end}, {}});
      continue;
    }
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= b.text.size(); ++i) {
      if (i < b.text.size() && b.text[i] != '\t' && b.text[i] != '\n') continue;
      if (i > begin)
        b.sentences.push_back(
            {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)}, {}});
      begin = i + 1;
    }
  }
}

}  // namespace kaynak::wire_detail
