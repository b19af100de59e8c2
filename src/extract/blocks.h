/// @file From kept text blocks to the article's typed blocks.
#pragma once

#include <string_view>
#include <vector>

#include "extract/content.h"
#include "extract/headline.h"
#include "extract/image_data.h"
#include "model/article.h"

namespace kaynak::extract_detail {

struct BlockContext {
  const Document& page;
  const PageMap& map;
  const Content& content;
  const Headline& headline;
  std::string_view description;  ///< a first block that says the same is the lead
  std::string_view base;         ///< absolute URL for links
  std::string_view language;
  const std::vector<ImageData>& images;  ///< what structured data says of pictures
  std::string_view lead_url;             ///< the picture that stands for the page
  std::string_view outlet;               ///< name of the page's outlet; may be empty
};

/// One entry per block of the map.
struct Choice {
  std::vector<bool> kept;
  std::vector<std::string_view> why;  ///< the rule that went over the score; else empty. Literals
};

/// Which blocks of text are kept: those scored as article, without the headline, captions,
/// repetitions, and stray blocks far from all others.
Choice choose_blocks(const BlockContext& context);

/// The article's blocks in document order: text with its kind, figures, embeds and ad slots between
/// them.
std::vector<Block> build_blocks(const BlockContext& context, const std::vector<bool>& kept);

}  // namespace kaynak::extract_detail
