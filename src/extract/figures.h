/// @file Pictures with their captions and credits.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "extract/page_map.h"
#include "model/article.h"

namespace kaynak::extract_detail {

/// The figure whose picture is the img (or picture, amp-img) at `i`, or inside the figure element
/// at `i`. Nothing for icons, trackers, logos and pictures without an address.
std::optional<Figure> read_figure(const Document& page, const PageMap& map, NodeIndex i,
                                  std::string_view base);

/// Address of the largest candidate an image offers: srcset, picture sources, lazy-loading
/// attributes, src. As written.
std::string_view best_image(const Document& page, NodeIndex image);

/// Parts "A view of the harbour. Photo: M. Lindqvist/Havsbild" into caption and credit without its
/// label.
std::pair<std::string, std::string> split_credit(std::string_view caption);

}  // namespace kaynak::extract_detail
