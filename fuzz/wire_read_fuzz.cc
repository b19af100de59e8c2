// Whatever bytes an agency sends: text is valid UTF-8, ranges lie inside their texts and cut no
// letter, sentences leave out only white space, slots and embeds hold no text, addresses are of the
// web, and no document grows into more text than references can mean. What is read prints, and
// reads again.
#include <cstdlib>
#include <string>

#include "text/encoding.h"
#include "text/unicode.h"
#include "text/url.h"
#include "wire/sound.h"
#include "wire/wire.h"

namespace {

using namespace kaynak;

void require(bool holds) {
  if (!holds) std::abort();
}

void require_blank(std::string_view s) {
  for (std::size_t i = 0; i < s.size();) require(is_space(next_code_point(s, &i)));
}

void check_block(const Block& b) {
  require(is_valid_utf8(b.text) && is_valid_utf8(b.label));
  std::uint32_t last = 0;
  for (const Sentence& s : b.sentences) {
    require_blank(std::string_view(b.text).substr(last, s.range.begin - last));
    last = s.range.end;
  }
  require_blank(std::string_view(b.text).substr(last));
}

void check_item(const WireItem& item, std::size_t size) {
  const Article& a = item.article;
  require(wire_detail::is_sound(a));
  for (const auto* text :
       {&item.guid, &item.slugline, &item.ednote, &item.summary, &item.provider, &item.language,
        &a.headline, &a.subheadline, &a.byline, &a.dateline.place, &a.text_credit})
    require(is_valid_utf8(*text));
  require(item.urgency >= 0 && item.urgency <= 9 && item.version >= 0);
  std::size_t all = 0;
  for (const Block& b : a.blocks) {
    check_block(b);
    all += b.text.size();
  }
  require(all <= 8 * size + 64);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = read_wire(bytes);
  if (!document) {
    require(!document.error().detail.empty());
    return 0;
  }
  // Our own record may hold more or less than the document's other parts.
  const bool own = bytes.find("kaynak:article") != std::string_view::npos;
  for (const WireItem& item : document->items)
    if (!own) check_item(item, size);
  require(parse_json(wire_json(*document).dump()).has_value());
  return 0;
}
