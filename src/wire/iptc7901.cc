// IPTC 7901: a header line, keywords, then headlines up to "=", the text, and the time of day.
#include <cstdio>

#include "base/strings.h"
#include "text/unicode.h"
#include "wire/seven_bit.h"
#include "wire/wire_detail.h"

namespace kaynak::wire_detail {
namespace {

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (const auto word : split(line, ' '))
    if (!trim(word).empty()) out.push_back(trim(word));
  return out;
}

bool is_number(std::string_view s) {
  return !s.empty() && s.find_first_not_of("0123456789") == std::string_view::npos;
}

/// "eca062 4 i 211 ccccb   dpa 061": service and number, priority, category, words, and the
/// source's own words.
void read_header(std::string_view line, WireItem* item) {
  const auto words = words_of(line);
  if (words.empty()) return;
  const auto digits = words[0].find_first_of("0123456789");
  item->service = line_of(words[0].substr(0, digits));
  if (digits != std::string_view::npos) item->sequence = line_of(words[0].substr(digits));
  if (words.size() > 1) item->urgency = urgency_of(words[1]);
  if (words.size() > 2) item->category = line_of(words[2]);
  if (words.size() > 3) item->word_count = number_of(words[3]);
  for (std::size_t i = 4; i < words.size(); ++i)
    if (!is_number(words[i])) item->provider = line_of(words[i]);
}

std::string slugline_of(std::string_view keywords) {
  std::string slug = line_of(keywords);
  while (slug.ends_with('/') || slug.ends_with(' ')) slug.pop_back();
  return slug;
}

/// "REFILE", "1ST LEAD", "EXTRA": loud, and no sentence.
bool is_take_key(std::string_view line) {
  return line.size() <= 24 && words_of(line).size() <= 3 && lower(line) != line &&
         upper(line) == line;
}

bool is_byline(std::string_view line) {
  for (const std::string_view word : {"By ", "Von ", "Par ", "Por ", "Di ", "Av ", "Door "})
    if (line.starts_with(word)) return true;
  return false;
}

/// Lines up to the one that ends with "=": take keys, the headline, a byline.
void read_headlines(std::string_view part, WireItem* item) {
  std::string headline;
  for (const auto raw : split(part, '\n')) {
    const std::string line = line_of(raw);
    if (line.empty()) continue;
    if (headline.empty() && is_take_key(line))
      item->take_key += (item->take_key.empty() ? "" : " ") + line;
    else if (!headline.empty() && item->article.byline.empty() && is_byline(line))
      item->article.byline = line;
    else
      headline += (headline.empty() ? "" : " ") + line;
  }
  item->article.headline = headline.empty() ? std::move(item->take_key) : std::move(headline);
  if (headline.empty() && item->take_key.empty()) return;
}

/// Where the part for readers ends: at a heading of notes ("# Notebook") or a row of stars.
std::size_t notes_begin(std::string_view text) {
  std::size_t at = 0;
  for (const auto raw : split(text, '\n')) {
    const auto line = trim(raw);
    if (line.starts_with("# ") ||
        (line.starts_with("* * *") && line.find_first_not_of("* ") == line.npos))
      return at;
    at += raw.size() + 1;
  }
  return text.size();
}

/// "dpa wsz jln npr": the desk's initials behind the agency's name.
bool is_sign_off(std::string_view line, std::string_view provider) {
  const auto words = words_of(line);
  if (words.size() < 2 || words.size() > 6 || provider.empty()) return false;
  if (!istarts_with(provider, words[0])) return false;
  for (const auto word : words)
    if (word.size() > 5 || lower(word) != word || word.find_first_of(".,;:") != word.npos)
      return false;
  return true;
}

void read_body(std::string_view text, WireItem* item) {
  const auto end = notes_begin(text);
  for (const auto line : split(text.substr(end), '\n')) {
    const auto note = trim(line);
    if (!note.empty() && note.find_first_not_of("*# ") != note.npos) add_note(item, note);
  }
  auto& blocks = item->article.blocks;
  blocks = blocks_of_text(text.substr(0, end));
  if (!blocks.empty() && is_sign_off(blocks.back().text, item->provider)) {
    add_note(item, blocks.back().text);
    blocks.pop_back();
  }
}

/// "131137 GMT Nov 13": day, hour and minute, zone, month, year of the century.
std::optional<ZonedTime> read_time(std::string_view trailer) {
  const auto words = words_of(trailer.substr(0, trailer.find('\n')));
  if (words.size() < 3 || words[0].size() != 6 || !is_number(words[0])) return std::nullopt;
  const std::size_t at = month_number(words[1]) > 0 ? 1 : 2;
  if (at + 1 >= words.size() || !is_number(words[at + 1].substr(0, 2))) return std::nullopt;
  const int month = month_number(words[at]);
  const int year = number_of(words[at + 1].substr(0, 2));
  if (month == 0) return std::nullopt;
  char text[48];
  std::snprintf(text, sizeof text, "20%02d-%02d-%.2sT%.2s:%.2s", year, month, words[0].data(),
                words[0].data() + 2, words[0].data() + 4);
  return parse_wire_date(std::string(text) + (at == 2 ? std::string(words[1]) : "Z"));
}

WireItem read_message(const ByteMessage& m) {
  WireItem item;
  item.type = "text";
  const auto line_end = m.header.find('\n');
  read_header(std::string_view(m.header).substr(0, line_end), &item);
  if (line_end != std::string::npos) item.slugline = slugline_of(m.header.substr(line_end));
  const std::string text = undo_iso646(m.text);
  std::size_t end = text.find("=\n");
  if (end != std::string::npos && text.substr(0, end).find("\n\n") != std::string::npos)
    end = std::string::npos;  // the sign stands in the text
  if (end == std::string::npos) end = text.find("\n\n");
  const std::string_view whole = text;
  read_headlines(whole.substr(0, end), &item);
  if (end != std::string::npos) read_body(whole.substr(end + 1), &item);
  item.version_created = read_time(m.trailer);
  item.article.section = item.category;
  return item;
}

/// Services number their messages anew each day.
std::string guid_of(const WireItem& item) {
  std::string guid = "urn:iptc7901:" + (item.provider.empty() ? "wire" : item.provider) + ":" +
                     item.service + item.sequence;
  if (item.version_created) guid += ":" + to_day(*item.version_created);
  return guid;
}

}  // namespace

Result<WireDocument> read_iptc7901(std::string_view bytes, std::string_view content_type) {
  WireDocument document;
  document.format = WireFormat::iptc7901;
  for (const ByteMessage& m : split_messages(bytes, content_type, kMaxItems)) {
    WireItem item = read_message(m);
    item.guid = guid_of(item);
    finish(&item, &document);
  }
  if (document.items.empty())
    return fail(ErrorCode::malformed, "wire",
                "an IPTC 7901 header without a text: the message broke off");
  return document;
}

}  // namespace kaynak::wire_detail
