#include "html/tag.h"

#include <array>

namespace kaynak {

std::string_view to_string(Tag tag) {
  static constexpr std::array names = {std::string_view("#text"), std::string_view("#comment"),
                                       std::string_view("?"),
#define KAYNAK_TAG_NAME(upper, lower) std::string_view(#lower),
                                       KAYNAK_HTML_TAGS(KAYNAK_TAG_NAME)
#undef KAYNAK_TAG_NAME
  };
  if (tag == Tag::template_) return "template";
  return tag < Tag::last_ ? names[static_cast<std::size_t>(tag)] : "?";
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::address:
    case Tag::article:
    case Tag::aside:
    case Tag::blockquote:
    case Tag::body:
    case Tag::caption:
    case Tag::center:
    case Tag::dd:
    case Tag::details:
    case Tag::dialog:
    case Tag::dir:
    case Tag::div:
    case Tag::dl:
    case Tag::dt:
    case Tag::fieldset:
    case Tag::figcaption:
    case Tag::figure:
    case Tag::footer:
    case Tag::form:
    case Tag::h1:
    case Tag::h2:
    case Tag::h3:
    case Tag::h4:
    case Tag::h5:
    case Tag::h6:
    case Tag::head:
    case Tag::header:
    case Tag::hgroup:
    case Tag::hr:
    case Tag::html:
    case Tag::legend:
    case Tag::li:
    case Tag::main:
    case Tag::menu:
    case Tag::nav:
    case Tag::ol:
    case Tag::optgroup:
    case Tag::option:
    case Tag::p:
    case Tag::pre:
    case Tag::search:
    case Tag::section:
    case Tag::select:
    case Tag::summary:
    case Tag::table:
    case Tag::tbody:
    case Tag::td:
    case Tag::tfoot:
    case Tag::th:
    case Tag::thead:
    case Tag::title:
    case Tag::tr:
    case Tag::ul:
      return true;
    default:
      return false;
  }
}

}  // namespace kaynak
