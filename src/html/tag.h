/// @file Names of HTML elements, as small numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace kaynak {

/// The elements that Kaynak tells apart: X(UPPER, lower). Everything else is Tag::unknown.
// clang-format off
// clang-format off
#define KAYNAK_HTML_TAGS(X)                                                                       \
  X(A, a) X(ABBR, abbr) X(ADDRESS, address) X(AREA, area) X(ARTICLE, article) X(ASIDE, aside)     \
  X(AUDIO, audio) X(B, b) X(BASE, base) X(BDI, bdi) X(BDO, bdo) X(BIG, big)                       \
  X(BLOCKQUOTE, blockquote) X(BODY, body) X(BR, br) X(BUTTON, button) X(CANVAS, canvas)           \
  X(CAPTION, caption) X(CENTER, center) X(CITE, cite) X(CODE, code) X(COL, col)                   \
  X(COLGROUP, colgroup) X(DATA, data) X(DATALIST, datalist) X(DD, dd) X(DEL, del)                 \
  X(DETAILS, details) X(DFN, dfn) X(DIALOG, dialog) X(DIR, dir) X(DIV, div) X(DL, dl) X(DT, dt)   \
  X(EM, em) X(EMBED, embed) X(FIELDSET, fieldset) X(FIGCAPTION, figcaption) X(FIGURE, figure)     \
  X(FONT, font) X(FOOTER, footer) X(FORM, form) X(FRAME, frame) X(FRAMESET, frameset) X(H1, h1)   \
  X(H2, h2) X(H3, h3) X(H4, h4) X(H5, h5) X(H6, h6) X(HEAD, head) X(HEADER, header)               \
  X(HGROUP, hgroup) X(HR, hr) X(HTML, html) X(I, i) X(IFRAME, iframe) X(IMG, img)                 \
  X(INPUT, input) X(INS, ins) X(KBD, kbd) X(LABEL, label) X(LEGEND, legend) X(LI, li)             \
  X(LINK, link) X(MAIN, main) X(MAP, map) X(MARK, mark) X(MATH, math) X(MENU, menu)               \
  X(META, meta) X(METER, meter) X(NAV, nav) X(NOSCRIPT, noscript) X(OBJECT, object) X(OL, ol)     \
  X(OPTGROUP, optgroup) X(OPTION, option) X(OUTPUT, output) X(P, p) X(PARAM, param)               \
  X(PICTURE, picture) X(PRE, pre) X(PROGRESS, progress) X(Q, q) X(RP, rp) X(RT, rt)               \
  X(RUBY, ruby) X(S, s) X(SAMP, samp) X(SCRIPT, script) X(SEARCH, search) X(SECTION, section)     \
  X(SELECT, select) X(SLOT, slot) X(SMALL, small) X(SOURCE, source) X(SPAN, span)                 \
  X(STRIKE, strike) X(STRONG, strong) X(STYLE, style) X(SUB, sub) X(SUMMARY, summary)             \
  X(SUP, sup) X(SVG, svg) X(TABLE, table) X(TBODY, tbody) X(TD, td) X(TEMPLATE, template_)        \
  X(TEXTAREA, textarea) X(TFOOT, tfoot) X(TH, th) X(THEAD, thead) X(TIME, time) X(TITLE, title)   \
  X(TR, tr) X(TRACK, track) X(TT, tt) X(U, u) X(UL, ul) X(VAR, var) X(VIDEO, video) X(WBR, wbr)
// clang-format on

/// Kind of a node. `text` and `comment` are no elements; `unknown` is an element not named here, or
/// one of a foreign namespace inside svg or math.
enum class Tag : std::uint16_t {
  text,
  comment,
  unknown,
#define KAYNAK_TAG_ENUMERATOR(upper, lower) lower,
  KAYNAK_HTML_TAGS(KAYNAK_TAG_ENUMERATOR)
#undef KAYNAK_TAG_ENUMERATOR
      last_
};

/// The element's name ("h1"); "#text", "#comment" and "?" for the first three.
std::string_view to_string(Tag tag);
/// Whether an element of that name starts a new block of text in a browser's default style.
bool is_block(Tag tag);
/// 1 to 6 for h1 to h6, else 0.
inline int heading_level(Tag tag) {
  return tag >= Tag::h1 && tag <= Tag::h6 ? static_cast<int>(tag) - static_cast<int>(Tag::h1) + 1
                                          : 0;
}

}  // namespace kaynak
