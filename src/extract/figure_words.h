/// @file The words around a picture: its caption and its credit, wherever the page puts them.
#pragma once

#include <string>
#include <vector>

#include "extract/page_map.h"

namespace kaynak::extract_detail {

/// As the page shows them, white space folded; empty where it shows none.
struct FigureWords {
  std::string caption;
  std::string credit;
  bool linked = false;  ///< the caption is a link: that of a teaser
};

/// Caption and credit elements inside the box: a figcaption, elements whose class, id or data
/// attributes call them so; a block that begins with a photo label. Words for screen readers alone
/// ("Caption:") and buttons are left out. `kept`: by block of the map, text of the article.
FigureWords words_in(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                     NodeIndex box);

/// A caption in the box that nothing calls so: the block that says what `alt` says; where the box
/// has a credit (`words`), its longest other block; else a block that ends with a credit in
/// brackets. Text of the article and links are none.
std::string unnamed_caption(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                            NodeIndex box, std::string_view alt, const FigureWords& words);

/// The same of what follows the box, up to the next picture or the next block that is text of the
/// article (`kept`, one entry a block of the map), a few blocks on and a few levels up. `alt`: the
/// picture's alternative text; a block that says the same is the caption.
FigureWords words_behind(const Document& page, const PageMap& map, const std::vector<bool>& kept,
                         NodeIndex box, std::string_view alt);

/// Caption and credit that the picture's own attributes hold: data-caption, data-credit, and a
/// title that goes on where the alternative text ends ("… | Name/Agency").
FigureWords words_of_attributes(const Document& page, NodeIndex image);

/// Whether the element holds a caption by its name.
bool is_caption_element(const Document& page, const PageMap& map, NodeIndex i);

}  // namespace kaynak::extract_detail
