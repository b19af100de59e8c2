/// @file Cutting text out of blocks with spans, sentences and anchors kept right.
#pragma once

#include "model/article.h"

namespace kaynak::attribute_detail {

/// Paragraphs, quotations and items of lists: what sentences stand in.
bool has_prose(const Block& block);

/// Removes bytes [cut) of the block's text and then what a caption must not begin or end with
/// (blanks, bars, dashes, commas). Spans and sentences shrink or go with the text; a sentence's
/// anchor shrinks where text and anchor are of one length, else it stays whole. The figure's
/// caption becomes the text.
void cut_text(Block* block, ByteRange cut);

/// Gives a block without text one sentence with no anchor.
void set_text(Block* block, std::string text);

}  // namespace kaynak::attribute_detail
