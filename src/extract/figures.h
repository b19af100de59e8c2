/// @file Pictures with their captions and credits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/image_data.h"
#include "extract/page_map.h"
#include "model/article.h"

namespace kaynak::extract_detail {

struct FigureContext {
  const Document& page;
  const PageMap& map;
  const std::vector<bool>& kept;         ///< by block of the map: text of the article
  const std::vector<ImageData>& images;  ///< what structured data says
  std::string lead_key;                  ///< picture_key() of what stands for the page (og:image)
  std::string_view base;                 ///< absolute URL
};

/// The figure whose picture is the img (or picture, amp-img) at `i`, or inside the figure element
/// at `i`, with the caption and credit that stand in its box, behind it, in its attributes or in
/// the page's data. Nothing for icons, trackers and logos; one without an address only where it has
/// a caption of its own.
std::optional<Figure> read_figure(const FigureContext& context, NodeIndex i);

/// Whether the address is that of the page's lead picture in whatever size.
bool is_lead_picture(const FigureContext& context, std::string_view url);

/// Whether the `<figure>` or `<img>` at `i` shows that picture. Its words are not read for it.
bool shows_lead_picture(const FigureContext& context, NodeIndex i);

/// Address of the largest candidate an image offers: srcset, picture sources, lazy-loading
/// attributes, src. As written.
std::string_view best_image(const Document& page, NodeIndex image);

/// Parts "A view of the harbour. Photo: M. Lindqvist/Havsbild" into caption and credit without its
/// label.
std::pair<std::string, std::string> split_credit(std::string_view caption);

}  // namespace kaynak::extract_detail
