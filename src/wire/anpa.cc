// ANPA 1312: a header of selector codes, heading lines that begin with "^", paragraphs that end
// with
// "<", tabular lines, and the date behind ETX.
#include <cstdio>

#include "base/strings.h"
#include "text/unicode.h"
#include "wire/seven_bit.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

constexpr char kUnitSeparator = '\x1f';
constexpr char kTableRow = '\x08';  // before a row set in columns

/// The words of seven bits: `` and '' are quotation marks, " _ " is a dash.
std::string typographic(std::string_view text) {
  std::string out = replace_all(std::string(text), "``", "“");
  out = replace_all(std::move(out), "''", "”");
  out = replace_all(std::move(out), " _ ", " — ");
  return line_of(out);
}

/// Without control characters, and without the signs that end a line.
std::string clean_line(std::string_view raw) {
  std::string out;
  for (const char c : raw)
    if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') out += c;
  std::string_view line = trim(out);
  while (line.ends_with('<') || line.ends_with('=')) line = trim(line.substr(0, line.size() - 1));
  return std::string(line);
}

int urgency_of_priority(char priority) {
  static constexpr std::string_view order = "fburdosw";  // flash, bulletin, urgent, rush, …
  const auto at = order.find(static_cast<char>(priority | 0x20));
  return at == std::string_view::npos ? 0 : static_cast<int>(at) + 1;
}

/// "BC-LT--Name" without the code that says it is a body copy, not a correction.
std::string slugline_of(std::string_view keyword) {
  for (const std::string_view prefix : {"BC-", "AP-", "AM-", "PM-"})
    if (keyword.starts_with(prefix)) keyword.remove_prefix(prefix.size());
  return line_of(keyword);
}

/// The line of keyword, take key, month and day, number of words: "BC-US--Name  1stLd-Writethru
/// 11-13 1693".
void read_keyword_line(std::string_view line, WireItem* item) {
  std::vector<std::string_view> words;
  for (const auto word : split(line, ' '))
    if (!word.empty()) words.push_back(word);
  const auto is_day = [](std::string_view w) {
    return w.size() == 5 && w[2] == '-' && w.find_first_not_of("0123456789-") == w.npos;
  };
  bool after_day = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i == 0)
      item->slugline = slugline_of(words[i]);
    else if (is_day(words[i]))
      after_day = true;
    else if (after_day && item->word_count == 0)
      item->word_count = number_of(words[i]);
    else if (!after_day)
      item->take_key += (item->take_key.empty() ? "" : " ") + line_of(words[i]);
  }
}

/// "W2870<US>asian", then priority, category, two format characters and the keyword line.
void read_header(std::string_view header, WireItem* item) {
  const auto unit = header.find(kUnitSeparator);
  std::string_view id = header.substr(0, unit);
  const auto digits = id.find_first_of("0123456789");
  item->service = clean_line(id.substr(0, digits));
  if (digits != std::string_view::npos) item->sequence = clean_line(id.substr(digits));
  std::string_view rest = unit == std::string_view::npos ? header : header.substr(unit + 1);
  const auto line = rest.find('\n');
  if (line == std::string_view::npos) return;
  rest = rest.substr(line + 1);
  const auto format = rest.find_first_of("\x11\x12\x13\x14");
  const std::string codes = clean_line(rest.substr(0, format));
  if (!codes.empty()) item->urgency = urgency_of_priority(codes.front());
  if (codes.size() > 1) item->category = line_of(codes.substr(1));
  if (format != std::string_view::npos) read_keyword_line(clean_line(rest.substr(format)), item);
}

/// What a line says to editors: "(Eds: …)", "EDITOR'S NOTE _ …", the numbers of pictures.
bool take_note(std::string_view line, WireItem* item) {
  const bool bracketed = line.starts_with('(');
  const std::string_view open = bracketed ? line.substr(1) : line;
  for (const std::string_view label : {"Eds:", "EDS:", "Editors:", "EDITORS:"})
    if (open.starts_with(label)) {
      add_note(item, (bracketed ? "(" : "") + std::string(trim(open.substr(label.size()))));
      return true;
    }
  for (const std::string_view label : {"EDITOR'S NOTE _", "EDITOR'S NOTE:", "EDITOR'S NOTE -"})
    if (open.starts_with(label)) return add_note(item, open.substr(label.size())), true;
  for (const std::string_view label : {"AP Photo", "AP Graphic", "AP Video"})
    if (open.starts_with(label)) return add_note(item, line), true;
  return false;
}

/// A cell: "^" marks a heading, and "{" is a half.
std::string cell_of(std::string_view raw) {
  std::string cell = clean_line(raw);
  if (cell.starts_with('^')) cell.erase(0, 1);
  return replace_all(std::move(cell), "{", "½");
}

std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells;
  if (line.find(';') != line.npos) {
    for (const auto cell : split(line, ';')) cells.push_back(cell_of(cell));
    return cells;
  }
  std::string cell;
  for (const char c : line) {
    if (c != kUnitSeparator && c != '\x1e') {
      cell += c;
      continue;
    }
    if (!trim(cell).empty()) cells.push_back(cell_of(cell));
    cell.clear();
  }
  if (!trim(cell).empty()) cells.push_back(cell_of(cell));
  return cells;
}

class TextReader {
 public:
  explicit TextReader(WireItem* item) : item_(*item) {}

  void read(std::string_view text) {
    for (const auto raw : split(text, '\n')) read_line(raw);
    end_table();
    settle_summary();
  }

 private:
  void read_line(std::string_view raw) {
    const bool row = raw.starts_with(kTableRow) || is_tabular(raw);
    if (row) {
      rows_.push_back(cells_of(raw));
      in_body_ = true;
      return;
    }
    end_table();
    std::string line = clean_line(raw);
    if (line.starts_with('^')) return read_heading(line.substr(1), clean_end(raw) == '=');
    if (line.empty() || line.find_first_not_of("_ ") == line.npos) return;
    in_body_ = true;
    add_paragraph(typographic(line), BlockKind::paragraph);
  }

  static bool is_tabular(std::string_view raw) {
    return std::count(raw.begin(), raw.end(), ';') >= 3 && raw.find("; ") == raw.npos;
  }
  static char clean_end(std::string_view raw) {
    raw = trim(raw);
    return raw.empty() ? '\0' : raw.back();
  }

  /// Heading lines before the text are of the item, later ones of the text.
  void read_heading(std::string_view line, bool ends_as_credit) {
    if (const auto inner = line.find("< ^"); inner != line.npos) line.remove_prefix(inner + 3);
    line = trim(line);
    if (line.empty() || line == "END") return;
    if (in_body_) return add_paragraph(typographic(line), BlockKind::heading);
    if (!seen_keyword_) {
      seen_keyword_ = true;
      return;  // the keyword line again, with version and number of words
    }
    if (take_note(line, &item_)) return;
    Article& a = item_.article;
    if (line.starts_with("By ") && a.byline.empty())
      a.byline = typographic(line);
    else if (!a.byline.empty() && ends_as_credit && a.text_credit.empty() && !seen_part_)
      a.text_credit = typographic(line);
    else if (a.headline.empty())
      a.headline = typographic(line);
    else if (ends_as_credit)
      seen_part_ = true, add_paragraph(typographic(line), BlockKind::heading);
    else
      before_text_.push_back(typographic(line));
  }

  /// Lines between headline and text: the first is the abstract. Where no text follows they are it.
  void settle_summary() {
    auto& blocks = item_.article.blocks;
    std::size_t first = 0;
    if (!blocks.empty() && !before_text_.empty()) item_.summary = before_text_[first++];
    std::vector<Block> after = std::move(blocks);
    blocks.clear();
    for (; first < before_text_.size(); ++first)
      add_paragraph(std::move(before_text_[first]), BlockKind::paragraph);
    for (Block& b : after)
      if (blocks.size() < kMaxBlocks) blocks.push_back(std::move(b));
  }

  void add_paragraph(std::string text, BlockKind kind) {
    if (text.empty() || item_.article.blocks.size() >= kMaxBlocks) return;
    Block b;
    b.kind = kind;
    b.level = kind == BlockKind::heading ? 2 : 0;
    b.text = std::move(text);
    item_.article.blocks.push_back(std::move(b));
  }

  void end_table() {
    for (Block& b : table_of_rows(rows_))
      if (item_.article.blocks.size() < kMaxBlocks) item_.article.blocks.push_back(std::move(b));
    rows_.clear();
  }

  WireItem& item_;
  std::vector<std::vector<std::string>> rows_;
  std::vector<std::string> before_text_;
  bool seen_keyword_ = false;
  bool seen_part_ = false;
  bool in_body_ = false;
};

/// "AP-WF-11-13-13 1509GMT<": source, circuit, month, day, year of the century, time.
void read_trailer(std::string_view trailer, WireItem* item) {
  const std::string line = clean_line(trailer.substr(0, trailer.find('\n')));
  const auto dash = line.find('-');
  if (dash != std::string::npos) keep_first(&item->provider, line.substr(0, dash));
  int month = 0, day = 0, year = 0, time = 0;
  char zone[8] = {};
  const auto circuit = line.find('-', dash == std::string::npos ? 0 : dash + 1);
  if (circuit == std::string::npos ||
      std::sscanf(line.c_str() + circuit + 1, "%2d-%2d-%2d %4d%7[A-Z]", &month, &day, &year, &time,
                  zone) < 4)
    return;
  char text[64];
  std::snprintf(text, sizeof text, "20%02d-%02d-%02dT%02d:%02d%s", year % 100, month % 100,
                day % 100, time / 100 % 100, time % 100, zone[0] ? zone : "Z");
  item->version_created = parse_wire_date(text);
}

WireItem read_message(const ByteMessage& m) {
  WireItem item;
  item.type = "text";
  read_header(m.header, &item);
  TextReader(&item).read(m.text);
  read_trailer(m.trailer, &item);
  item.article.section = item.category;
  item.guid = "urn:anpa1312:" + (item.provider.empty() ? "wire" : item.provider) + ":" +
              item.service + item.sequence;
  if (item.version_created) item.guid += ":" + to_day(*item.version_created);
  return item;
}

}  // namespace

Result<WireDocument> read_anpa(std::string_view bytes, std::string_view content_type) {
  WireDocument document;
  document.format = WireFormat::anpa;
  for (const ByteMessage& m : split_messages(bytes, content_type, kMaxItems)) {
    WireItem item = read_message(m);
    finish(&item, &document);
  }
  if (document.items.empty())
    return fail(ErrorCode::malformed, "wire",
                "an ANPA 1312 header without a text: the message broke off");
  return document;
}

}  // namespace kaynak::wire_detail
