#include <lexbor/url/url.h>

#include <stdexcept>

#include "text/url_detail.h"

namespace kaynak::text_detail {
namespace {

/// A parser with the memory of the URLs it made.
class Parser {
 public:
  Parser() : parser_(lxb_url_parser_create()) {
    if (lxb_url_parser_init(parser_, nullptr) != LXB_STATUS_OK)
      throw std::runtime_error("URL parser: out of memory");
  }
  ~Parser() {
    lxb_url_parser_memory_destroy(parser_);
    lxb_url_parser_destroy(parser_, true);
  }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The URL lives until the next call.
  lxb_url_t* parse(std::string_view text, const lxb_url_t* base) {
    lxb_url_parser_clean(parser_);
    lexbor_mraw_clean(parser_->mraw);
    return lxb_url_parse(parser_, base, reinterpret_cast<const lxb_char_t*>(text.data()),
                         text.size());
  }

 private:
  lxb_url_parser_t* parser_;
};

lxb_status_t append(const lxb_char_t* data, std::size_t length, void* out) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(data), length);
  return LXB_STATUS_OK;
}

struct ThreadState {
  Parser parser;
  Parser base_parser;
  std::string base_text;
  lxb_url_t* base = nullptr;  ///< of base_text

  const lxb_url_t* base_for(std::string_view text) {
    if (base == nullptr || base_text != text) {
      base_text = text;
      base = base_parser.parse(base_text, nullptr);
    }
    return base;
  }
};

}  // namespace

bool whatwg_href(std::string_view text, std::string_view base, std::string* href) {
  thread_local ThreadState state;
  const lxb_url_t* base_url = nullptr;
  if (!base.empty()) {
    base_url = state.base_for(base);
    if (base_url == nullptr) return false;
  }
  const lxb_url_t* url = state.parser.parse(text, base_url);
  if (url == nullptr) return false;
  href->clear();
  return lxb_url_serialize(url, append, href, false) == LXB_STATUS_OK;
}

}  // namespace kaynak::text_detail
