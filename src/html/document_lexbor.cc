// The only file that knows the HTML parser.
#include <lexbor/css/css.h>
#include <lexbor/html/html.h>
#include <lexbor/html/parser.h>
#include <lexbor/html/tree/active_formatting.h>
#include <lexbor/selectors/selectors.h>

#include <algorithm>
#include <array>
#include <deque>
#include <functional>
#include <utility>

#include "base/strings.h"
#include "html/document.h"
#include "html/passed_over.h"
#include "text/encoding.h"

namespace kaynak {
namespace {

struct ParserDeleter {
  void operator()(lxb_html_parser_t* p) const { lxb_html_parser_destroy(p); }
};
struct DocumentDeleter {
  void operator()(lxb_html_document_t* d) const { lxb_html_document_destroy(d); }
};
using ParserPtr = std::unique_ptr<lxb_html_parser_t, ParserDeleter>;
using DomPtr = std::unique_ptr<lxb_html_document_t, DocumentDeleter>;

Tag tag_of(const lxb_dom_node_t* node) {
  static const auto table = [] {
    std::array<Tag, LXB_TAG__LAST_ENTRY> t;
    t.fill(Tag::unknown);
#define KAYNAK_TAG_ENTRY(upper, lower) t[LXB_TAG_##upper] = Tag::lower;
    KAYNAK_HTML_TAGS(KAYNAK_TAG_ENTRY)
#undef KAYNAK_TAG_ENTRY
    return t;
  }();
  const auto id = node->local_name;
  if (id >= table.size()) return Tag::unknown;
  if (node->ns != LXB_NS_HTML && id != LXB_TAG_SVG && id != LXB_TAG_MATH) return Tag::unknown;
  return table[id];
}

/// Elements whose contents the tokenizer reads in a mode of its own: their tags must never be
/// dropped.
bool switches_tokenizer(lxb_tag_id_t id) {
  switch (id) {
    case LXB_TAG_SCRIPT:
    case LXB_TAG_STYLE:
    case LXB_TAG_TEXTAREA:
    case LXB_TAG_TITLE:
    case LXB_TAG_NOSCRIPT:
    case LXB_TAG_IFRAME:
    case LXB_TAG_NOEMBED:
    case LXB_TAG_NOFRAMES:
    case LXB_TAG_XMP:
    case LXB_TAG_PLAINTEXT:
      return true;
    default:
      return false;
  }
}

/// Stands between tokenizer and tree builder and keeps a hostile page from costing more than linear
/// time.
struct TokenGuard {
  lxb_html_tokenizer_token_f next = nullptr;
  void* next_context = nullptr;
  const lxb_html_tree_t* tree = nullptr;
  const ParseLimits* limits = nullptr;
  std::size_t nodes = 0;
  bool over_limit = false;
  std::string_view html = {};                         ///< the whole page
  lxb_html_tokenizer_state_f state_before = nullptr;  ///< that passing over a part came before
  std::vector<std::string_view>* raw = nullptr;       ///< raw texts that were passed over
  std::size_t resume = 0;                             ///< where in `html` the last part ends
  bool attributes_since_text = false;
  const lexbor_mem_chunk_t* counted = nullptr;  ///< of the memory for texts and attributes
  std::size_t taken = 0;                        ///< bytes of it
};

std::string_view view(const lxb_char_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Where in the page the tokenizer's data stand; npos at their end, where it reads a mark of its
/// own.
std::size_t place_in_page(const TokenGuard& guard, const lxb_char_t* data, const lxb_char_t* end) {
  const auto* text = reinterpret_cast<const char*>(data);
  const std::less<const char*> before;
  const char *first = guard.html.data(), *last = first + guard.html.size();
  const bool inside = !before(text, first) && before(text, last) && data < end;
  return inside ? static_cast<std::size_t>(text - first) : std::string_view::npos;
}

/// A tokenizer state: passes over the contents of the script, style, noscript or iframe that was
/// just opened. The tokenizer would read them byte by byte and copy them, a fifth of parsing.
const lxb_char_t* pass_raw_text(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                                const lxb_char_t* end) {
  auto* guard = static_cast<TokenGuard*>(tokenizer->callback_token_ctx);
  tokenizer->state = guard->state_before;
  std::size_t name_size = 0;
  const lxb_char_t* name = lxb_tag_name_by_id(tokenizer->tmp_tag_id, &name_size);
  const std::string_view html = guard->html;
  const std::size_t begin = place_in_page(*guard, data, end);
  if (name == nullptr || begin == html.npos) return data;
  const std::size_t size = raw_text_size(html.substr(begin), view(name, name_size));
  if (size == std::string_view::npos || size == 0) return data;
  const lexbor_array_t* open = guard->tree->open_elements;
  auto* node = static_cast<lxb_dom_node_t*>(open->list[open->length - 1]);
  guard->raw->push_back(html.substr(begin, size));
  node->user = reinterpret_cast<void*>(static_cast<std::uintptr_t>(guard->raw->size()));
  guard->resume = begin + size;
  return std::min(data + size, end);
}

/// A tokenizer state: passes over the shapes of the drawing that was just opened.
const lxb_char_t* pass_shapes(lxb_html_tokenizer_t* tokenizer, const lxb_char_t* data,
                              const lxb_char_t* end) {
  auto* guard = static_cast<TokenGuard*>(tokenizer->callback_token_ctx);
  tokenizer->state = guard->state_before;
  const std::size_t begin = place_in_page(*guard, data, end);
  if (begin == std::string_view::npos) return data;
  const std::size_t size = shapes_size(guard->html.substr(begin));
  guard->resume = std::max(guard->resume, begin + size);
  return std::min(data + size, end);
}

/// Whether the tree builder just opened a drawing, and nothing but its contents follows.
bool opened_drawing(const lxb_html_tree_t* tree, const lxb_html_token_t* token) {
  if ((token->type & LXB_HTML_TOKEN_TYPE_CLOSE_SELF) != 0) return false;
  const lexbor_array_t* open = tree->open_elements;
  if (open->length == 0) return false;
  const auto* node = static_cast<const lxb_dom_node_t*>(open->list[open->length - 1]);
  return node->local_name == LXB_TAG_SVG && node->ns == LXB_NS_SVG;
}

bool is_raw(lxb_tag_id_t id) {
  return id == LXB_TAG_SCRIPT || id == LXB_TAG_STYLE || id == LXB_TAG_NOSCRIPT ||
         id == LXB_TAG_IFRAME;
}

/// Whether the tree builder just told the tokenizer that raw text follows.
bool expects_raw_text(const lxb_html_tokenizer_t* tokenizer) {
  return tokenizer->state == lxb_html_tokenizer_state_script_data_before ||
         tokenizer->state == lxb_html_tokenizer_state_rawtext_before;
}

void cut_attributes(lxb_html_token_t* token, std::size_t max) {
  std::size_t n = 0;
  for (auto* a = token->attr_first; a != nullptr; a = a->next) {
    if (++n < max) continue;
    a->next = nullptr;
    token->attr_last = a;
    return;
  }
}

/// Unclosed formatting elements that the next text would be put into again: those after the last
/// marker.
std::size_t open_formatting(const lxb_html_tree_t* tree) {
  const lexbor_array_t* list = tree->active_formatting;
  std::size_t n = 0;
  while (n < list->length &&
         list->list[list->length - 1 - n] != lxb_html_tree_active_formatting_marker())
    ++n;
  return n;
}

std::string_view character_data(const lxb_dom_node_t* node) {
  const auto& s = reinterpret_cast<const lxb_dom_character_data_t*>(node)->data;
  return s.data ? view(s.data, s.length) : std::string_view{};
}

/// Whether texts and attributes took more memory than a page of this size may. The parser copies a
/// text that grows, and frees none of the copies before the page.
bool takes_too_much(TokenGuard* guard) {
  constexpr std::size_t base = 1u << 20;
  const lexbor_mem_t* memory = lxb_dom_interface_document(guard->tree->document)->text->mem;
  if (guard->counted == nullptr) guard->counted = memory->chunk_first;
  for (; guard->counted != memory->chunk && guard->counted->next != nullptr;
       guard->taken += guard->counted->size)
    guard->counted = guard->counted->next;
  return guard->taken > base + guard->limits->max_copies * guard->html.size();
}

/// A text that goes on behind a tag without an element of its own would be copied whole, since the
/// tag's attributes stand behind it in memory: a long one becomes two, an empty comment between.
void part_long_text(const lxb_html_tree_t* tree) {
  constexpr std::size_t long_text = 128;
  constexpr lxb_char_t nothing = 0;
  const lexbor_array_t* open = tree->open_elements;
  if (open->length == 0) return;
  auto* node = static_cast<lxb_dom_node_t*>(open->list[open->length - 1]);
  const lxb_dom_node_t* last = node->last_child;
  if (last == nullptr || last->type != LXB_DOM_NODE_TYPE_TEXT ||
      character_data(last).size() < long_text)
    return;
  auto* comment = lxb_dom_document_create_comment(node->owner_document, &nothing, 0);
  if (comment != nullptr) lxb_dom_node_insert_child(node, lxb_dom_interface_node(comment));
}

lxb_html_token_t* guard_token(lxb_html_tokenizer_t* tokenizer, lxb_html_token_t* token,
                              void* context) {
  auto* guard = static_cast<TokenGuard*>(context);
  const bool is_text = token->tag_id == LXB_TAG__TEXT;
  if (is_text && guard->attributes_since_text) part_long_text(guard->tree);
  guard->attributes_since_text =
      !is_text && (guard->attributes_since_text || token->attr_first != nullptr);
  const std::size_t formatting = open_formatting(guard->tree);
  guard->nodes += 1 + formatting;
  if (guard->nodes > guard->limits->max_nodes || takes_too_much(guard)) {
    guard->over_limit = true;
    tokenizer->status = LXB_STATUS_ABORTED;
    return nullptr;
  }
  const bool opens =
      token->tag_id > LXB_TAG__EM_DOCTYPE && !(token->type & LXB_HTML_TOKEN_TYPE_CLOSE);
  if (opens && !switches_tokenizer(token->tag_id)) {
    const std::size_t depth = lexbor_array_length(guard->tree->open_elements);
    if (depth >= guard->limits->max_depth || formatting >= guard->limits->max_formatting)
      return token;
  }
  if (opens && token->attr_first != nullptr) cut_attributes(token, guard->limits->max_attributes);
  const bool raw = opens && is_raw(token->tag_id);
  const bool drawing = opens && token->tag_id == LXB_TAG_SVG && !guard->limits->shapes;
  lxb_html_token_t* next = guard->next(tokenizer, token, guard->next_context);
  const bool passes_raw = raw && expects_raw_text(tokenizer);
  if (!passes_raw && !(drawing && opened_drawing(guard->tree, token))) return next;
  guard->state_before = tokenizer->state;
  tokenizer->state = passes_raw ? pass_raw_text : pass_shapes;
  return next;
}

}  // namespace

struct Document::Impl {
  DomPtr dom;
  std::string charset;
  std::string html;                      ///< what raw texts point into
  std::vector<std::string_view> passed;  ///< raw texts that the parser passed over
  std::deque<std::string> normalised;    ///< those with returns in them
  std::string text;
  std::vector<Node> nodes;  ///< this and the next until the Document has them
  std::vector<Attribute> attributes;
  std::vector<std::pair<NodeIndex, std::string_view>> raw;  ///< by node

  void add(lxb_dom_node_t* node, Tag tag, NodeIndex parent);
  void add_attributes(lxb_dom_node_t* node, Node* to);
  void add_raw_text(lxb_dom_node_t* node);
  void flatten();
};

/// HTML's line ends: CR LF and CR are LF.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    out += text[i] == '\r' ? '\n' : text[i];
  }
  return out;
}

/// Contents of the element added last.
void Document::Impl::add_raw_text(lxb_dom_node_t* node) {
  const auto index = static_cast<NodeIndex>(nodes.size() - 1);
  std::string_view text;
  if (const auto at = reinterpret_cast<std::uintptr_t>(node->user); at != 0) {
    text = passed[at - 1];
    if (text.find('\r') != text.npos) text = normalised.emplace_back(with_line_feeds(text));
  } else if (node->first_child != nullptr && node->first_child->type == LXB_DOM_NODE_TYPE_TEXT) {
    text = character_data(node->first_child);
  } else {
    return;
  }
  raw.emplace_back(index, text);
}

void Document::Impl::add_attributes(lxb_dom_node_t* node, Node* to) {
  to->attributes_begin = static_cast<std::uint32_t>(attributes.size());
  auto* attr = lxb_dom_element_first_attribute(lxb_dom_interface_element(node));
  for (; attr != nullptr; attr = lxb_dom_element_next_attribute(attr)) {
    std::size_t name_size = 0, value_size = 0;
    const auto* name = lxb_dom_attr_local_name(attr, &name_size);
    const auto* value = lxb_dom_attr_value(attr, &value_size);
    attributes.push_back(
        {view(name, name_size), value ? view(value, value_size) : std::string_view{}});
    ++to->attributes_count;
  }
}

void Document::Impl::add(lxb_dom_node_t* node, Tag tag, NodeIndex parent) {
  Node n;
  n.tag = tag;
  n.parent = parent;
  n.text_begin = n.text_end = static_cast<std::uint32_t>(text.size());
  const auto index = static_cast<NodeIndex>(nodes.size());
  n.subtree_end = index + 1;
  if (tag == Tag::text) {
    text += character_data(node);
    n.text_end = static_cast<std::uint32_t>(text.size());
  } else if (tag == Tag::comment) {
    raw.emplace_back(index, character_data(node));
  } else {
    add_attributes(node, &n);
  }
  nodes.push_back(n);
}

/// One walk over the DOM in document order, without recursion.
void Document::Impl::flatten() {
  lxb_dom_node_t* const root = lxb_dom_interface_node(dom.get());
  lxb_dom_node_t* node = root->first_child;
  NodeIndex parent = no_node;
  while (node != nullptr) {
    bool enters = false;
    if (node->type == LXB_DOM_NODE_TYPE_TEXT) {
      add(node, Tag::text, parent);
    } else if (node->type == LXB_DOM_NODE_TYPE_COMMENT) {
      add(node, Tag::comment, parent);
    } else if (node->type == LXB_DOM_NODE_TYPE_ELEMENT) {
      const Tag tag = tag_of(node);
      add(node, tag, parent);
      const bool raw_text =
          tag == Tag::script || tag == Tag::style || tag == Tag::noscript || tag == Tag::iframe;
      if (raw_text) add_raw_text(node);
      node->user = reinterpret_cast<void*>(static_cast<std::uintptr_t>(nodes.size()));
      enters = !raw_text && node->first_child != nullptr;
    }
    if (enters) {
      parent = static_cast<NodeIndex>(nodes.size() - 1);
      node = node->first_child;
      continue;
    }
    while (node->next == nullptr) {
      node = node->parent;
      if (node == root) return;
      nodes[parent].subtree_end = static_cast<NodeIndex>(nodes.size());
      nodes[parent].text_end = static_cast<std::uint32_t>(text.size());
      parent = nodes[parent].parent;
    }
    node = node->next;
  }
}

Document::Document(std::unique_ptr<Impl> impl)
    : impl_(std::move(impl)),
      nodes_(std::move(impl_->nodes)),
      attributes_(std::move(impl_->attributes)),
      text_(impl_->text) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

namespace {

/// Whether the bytes are a picture, an archive or the like: many control characters near the start.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  const bool utf16 = head.size() >= 2 && ((head[0] == '\xff' && head[1] == '\xfe') ||
                                          (head[0] == '\xfe' && head[1] == '\xff'));
  if (utf16 || head.empty()) return false;
  std::size_t controls = 0;
  for (const char c : head) {
    const auto u = static_cast<unsigned char>(c);
    controls +=
        (u < 0x20 && u != '\t' && u != '\n' && u != '\r' && u != '\f' && u != 0x1b) || u == 0x7f;
  }
  // UTF-16 without a mark has a NUL in every other byte; that is for decode_html to see. Of random
  // bytes a tenth are such controls; of text in any 8-bit or multi-byte encoding none.
  if (controls * 20 <= head.size()) return false;
  const std::string lower = ascii_lower(head);
  for (const char* mark : {"<!doctype", "<html", "<head", "<body", "<div", "<p>"})
    if (lower.find(mark) != std::string::npos) return false;
  return true;
}

/// Names seen so far that are not in the parser's own tables: it looks them up in lists that grow
/// with their number.
std::size_t new_names(const lxb_html_tokenizer_t* tokenizer) {
  return lexbor_dobject_allocated(tokenizer->attrs->entries) +
         lexbor_dobject_allocated(tokenizer->tags->entries);
}

/// Gives the page to the parser in pieces, so that its limits are looked at between them even
/// inside one endless tag.
lxb_status_t feed(lxb_html_parser_t* parser, std::string_view html, const ParseLimits& limits,
                  TokenGuard* guard) {
  constexpr std::size_t piece = 64 << 10;
  for (std::size_t i = 0; i < html.size(); i = std::max(i + piece, guard->resume)) {
    const auto part = html.substr(i, piece);
    const auto* data = reinterpret_cast<const lxb_char_t*>(part.data());
    if (const auto status = lxb_html_parse_chunk_process(parser, data, part.size());
        status != LXB_STATUS_OK)
      return status;
    if (new_names(lxb_html_parser_tokenizer(parser)) > limits.max_names) {
      guard->over_limit = true;
      return LXB_STATUS_ABORTED;
    }
  }
  return lxb_html_parse_chunk_end(parser);
}

ParserPtr make_parser() {
  ParserPtr parser(lxb_html_parser_create());
  if (!parser || lxb_html_parser_init(parser.get()) != LXB_STATUS_OK) return nullptr;
  lxb_html_parser_scripting_set(parser.get(), true);
  lxb_html_parser_dom_opt_set(parser.get(), LXB_DOM_DOCUMENT_OPT_WO_EVENTS);
  return parser;
}

/// A parser for one page, kept for the thread's next page when that one went well: its buffers and
/// tables cost a tenth of parsing.
class LentParser {
 public:
  LentParser() : parser_(kept() ? std::move(kept()) : make_parser()) {
    if (!parser_) return;
    lxb_html_tokenizer_t* tokenizer = lxb_html_parser_tokenizer(parser_.get());
    next_ = tokenizer->callback_token_done;
    next_context_ = tokenizer->callback_token_ctx;
  }
  lxb_html_parser_t* get() const { return parser_.get(); }

  TokenGuard guard(const ParseLimits& limits) const {
    return {next_, next_context_, lxb_html_parser_tree(parser_.get()), &limits};
  }
  void give_back() {
    lxb_html_tokenizer_callback_token_done_set(lxb_html_parser_tokenizer(parser_.get()), next_,
                                               next_context_);
    lxb_html_parser_clean(parser_.get());
    kept() = std::move(parser_);
  }

 private:
  static ParserPtr& kept() {
    thread_local ParserPtr parser;
    return parser;
  }
  ParserPtr parser_;
  lxb_html_tokenizer_token_f next_ = nullptr;
  void* next_context_ = nullptr;
};

Result<DomPtr> build_dom(std::string_view html, const ParseLimits& limits,
                         std::vector<std::string_view>* raw) {
  LentParser parser;
  if (parser.get() == nullptr)
    return fail(ErrorCode::internal, "html",
                "the HTML parser could not be set up (out of memory?)");
  TokenGuard guard = parser.guard(limits);
  guard.html = html;
  guard.raw = raw;
  lxb_html_tokenizer_callback_token_done_set(lxb_html_parser_tokenizer(parser.get()), guard_token,
                                             &guard);
  DomPtr dom(lxb_html_parse_chunk_begin(parser.get()));
  if (!dom) return fail(ErrorCode::internal, "html", "the HTML parser could not start");
  const auto status = feed(parser.get(), html, limits, &guard);
  if (guard.over_limit)
    return fail(
        ErrorCode::too_large, "html",
        "the page has more tags, texts, copies of texts or attribute names than the limits allow");
  if (status != LXB_STATUS_OK)
    return fail(ErrorCode::malformed, "html", "the page cannot be parsed as HTML");
  parser.give_back();
  return dom;
}

}  // namespace

Result<Document> Document::parse(std::string_view bytes, std::string_view content_type,
                                 const ParseLimits& limits) {
  if (bytes.size() > limits.max_bytes)
    return fail(ErrorCode::too_large, "html",
                "the page has " + std::to_string(bytes.size()) + " bytes, over the limit of " +
                    std::to_string(limits.max_bytes));
  if (looks_binary(bytes)) return fail(ErrorCode::malformed, "html", "binary data, not a page");
  Decoded decoded = decode_html(bytes, content_type);
  if (trim(decoded.text).empty()) return fail(ErrorCode::malformed, "html", "the page is empty");
  auto impl = std::make_unique<Impl>();
  impl->html = std::move(decoded.text);
  KAYNAK_ASSIGN(impl->dom, build_dom(impl->html, limits, &impl->passed));
  impl->charset = std::move(decoded.charset);
  impl->text.reserve(impl->html.size() / 4);
  impl->nodes.reserve(impl->html.size() / 24);
  impl->attributes.reserve(impl->html.size() / 48);
  impl->flatten();
  return Document(std::move(impl));
}

const std::string& Document::charset() const { return impl_->charset; }

std::string_view Document::raw_text(NodeIndex i) const {
  const auto at =
      std::lower_bound(impl_->raw.begin(), impl_->raw.end(), i,
                       [](const auto& entry, NodeIndex key) { return entry.first < key; });
  return at != impl_->raw.end() && at->first == i ? at->second : std::string_view{};
}

namespace {

struct SelectorTools {
  lxb_css_parser_t* parser = lxb_css_parser_create();
  lxb_selectors_t* selectors = lxb_selectors_create();
  lxb_css_selector_list_t* list = nullptr;
  ~SelectorTools() {
    if (list != nullptr) lxb_css_selector_list_destroy_memory(list);
    lxb_selectors_destroy(selectors, true);
    lxb_css_parser_destroy(parser, true);
  }
  bool init() {
    return lxb_css_parser_init(parser, nullptr) == LXB_STATUS_OK &&
           lxb_selectors_init(selectors) == LXB_STATUS_OK;
  }
};

lxb_status_t collect_match(lxb_dom_node_t* node, lxb_css_selector_specificity_t, void* context) {
  const auto index = reinterpret_cast<std::uintptr_t>(node->user);
  if (index != 0)
    static_cast<std::vector<NodeIndex>*>(context)->push_back(static_cast<NodeIndex>(index - 1));
  return LXB_STATUS_OK;
}

}  // namespace

Result<std::vector<NodeIndex>> Document::select(std::string_view css) const {
  SelectorTools tools;
  if (!tools.init())
    return fail(ErrorCode::internal, "html", "the selector engine could not be set up");
  tools.list = lxb_css_selectors_parse(tools.parser,
                                       reinterpret_cast<const lxb_char_t*>(css.data()), css.size());
  if (tools.list == nullptr)
    return fail(ErrorCode::malformed, "html",
                "not a CSS selector: " + std::string(css.substr(0, 200)));
  std::vector<NodeIndex> found;
  const auto status = lxb_selectors_find(tools.selectors, lxb_dom_interface_node(impl_->dom.get()),
                                         tools.list, collect_match, &found);
  if (status != LXB_STATUS_OK)
    return fail(ErrorCode::malformed, "html",
                "the selector cannot be used: " + std::string(css.substr(0, 200)));
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace kaynak
