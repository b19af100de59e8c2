// The beginning of a text: what is read as a dateline lies within it, and reading it again gives
// the same.
#include <string>

#include "attribute/dateline.h"
#include "attribute_common.h"
#include "text/encoding.h"

namespace {

using namespace kaynak;
using namespace kaynak::fuzz;
using namespace kaynak::attribute_detail;

void within(const ByteRange& range, std::string_view text) {
  require(range.begin <= range.end && range.end <= text.size());
  require(is_valid_utf8(text.substr(range.begin, range.size())));
}

void check_reader(std::string_view text, std::string_view tag) {
  const FoundDateline found = read_dateline(text, data().impl(), data().impl().language(tag));
  within(found.range, text);
  within(found.agency_range, text);
  within(found.outlet_range, text);
  for (const FoundDateline::Further& further : found.further) within(further.range, text);
  require(found.has_agency == !found.agency_name.empty());
  require(is_valid_utf8(found.dateline.place) && is_valid_utf8(found.dateline.date));
  for (const std::string& name : found.authors) require(is_valid_utf8(name) && !name.empty());
}

void check_page(std::string_view text, std::string_view tag) {
  Article article;
  article.language = LanguageTag(tag);
  article.url = "https://outlet.example/1";
  article.published = parse_iso8601("2026-08-20");
  for (const std::string_view part : {text, std::string_view("The ship in Riad came late.")}) {
    Block block;
    block.text = std::string(part);
    const auto size = static_cast<std::uint32_t>(part.size());
    if (size) block.sentences.push_back({{0, size}, {10, 10 + size}});
    article.blocks.push_back(std::move(block));
  }
  Hop line{"credit", std::string(text.substr(0, text.find('\n'))), {}, {}};
  line.proof = "line before the text";
  article.declared.push_back(std::move(line));
  const Article once = attribute(article, data());
  require(attribute(once, data()) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (size > 4000 || !is_valid_utf8(text)) return 0;
  const std::size_t end = text.find('\n');
  if (end == text.npos || end > 8) return 0;
  const std::string_view tag = text.substr(0, end);
  text.remove_prefix(end + 1);
  check_reader(text, tag);
  check_page(text, tag);
  return 0;
}
