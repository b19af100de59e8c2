#include "extract/loose_credits.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/strings.h"
#include "extract/byline_names.h"
#include "extract/figures.h"
#include "text/unicode.h"

namespace kaynak::extract_detail {
namespace {

enum class Of { one, lead, all };
struct Label {
  std::string_view text;
  Of of = Of::one;
};

constexpr Label labels[] = {{"beitragsbild", Of::lead},
                            {"titelbild", Of::lead},
                            {"fotos:", Of::all},
                            {"bilder:", Of::all},
                            {"photos:", Of::all},
                            {"photos :", Of::all},
                            {"photos by", Of::all},
                            {"images:", Of::all},
                            {"symbolbild"},
                            {"archivbild"},
                            {"bild:"},
                            {"bildquelle"},
                            {"foto:"},
                            {"photo:"},
                            {"photo :"},
                            {"photo by"},
                            {"photo credit"},
                            {"photograph:"},
                            {"picture:"},
                            {"image:"},
                            {"image credit"},
                            {"image source"},
                            {"imagen:"},
                            {"crédit photo"},
                            {"crédito"},
                            {"imagem:"},
                            {"immagine:"},
                            {"фото:"},
                            {"ảnh:"},
                            {"fot."},
                            {"zdjęcie:"},
                            {"kuva:"},
                            {"bilde:"},
                            {"fotoğraf:"}};

const Label* label_of(const ScoredBlocks& in, std::size_t i) {
  constexpr std::uint32_t longest = 160;
  if (in.map.blocks[i].length > longest || !in.content.features[i].begins_as(PhraseKind::photo))
    return nullptr;
  const std::string text = lower(fold_space(raw_text_of(in.page, in.map.blocks[i])));
  const auto* label = std::find_if(std::begin(labels), std::end(labels),
                                   [&](const Label& one) { return text.starts_with(one.text); });
  return label == std::end(labels) ? nullptr : label;
}

/// What stands behind the label, where it is names and nothing else.
std::string names_behind(std::string_view line) {
  const std::string names = split_credit(line).second;
  const std::string parted = replace_all(replace_all(names, " und ", ", "), "/", ", ");
  for (const auto part : split(parted, ','))
    if (!looks_like_full_name(trim(part))) return {};
  return names;
}

struct LooseCredit {
  std::string names;
  Of of = Of::one;
};

/// Nothing where there are two: which of them is whose is not known then.
std::optional<LooseCredit> find_one(const ScoredBlocks& in, const std::vector<bool>& kept) {
  constexpr std::size_t behind = 3;
  const auto first = std::find(kept.begin(), kept.end(), true);
  const auto last = std::find(kept.rbegin(), kept.rend(), true);
  if (first == kept.end()) return {};
  const auto end = std::min(kept.size(), static_cast<std::size_t>(kept.rend() - last) + behind);
  std::optional<LooseCredit> found;
  for (auto i = static_cast<std::size_t>(first - kept.begin()); i < end; ++i) {
    const Label* label = kept[i] ? nullptr : label_of(in, i);
    if (label == nullptr) continue;
    if (found) return {};
    found = {names_behind(fold_space(raw_text_of(in.page, in.map.blocks[i]))), label->of};
  }
  return found && !found->names.empty() ? found : std::nullopt;
}

}  // namespace

bool is_picture_label(const ScoredBlocks& in, std::size_t i) { return label_of(in, i) != nullptr; }

void give_loose_credit(const ScoredBlocks& in, const std::vector<bool>& kept,
                       std::vector<Block>* article) {
  std::vector<Figure*> bare;
  bool lead_is_bare = false, seen = false;
  for (Block& block : *article) {
    if (!block.figure) continue;
    if (block.figure->credit.empty()) bare.push_back(&*block.figure), lead_is_bare |= !seen;
    seen = true;
  }
  if (bare.empty()) return;
  const auto credit = find_one(in, kept);
  if (!credit || (credit->of == Of::one && bare.size() > 1) ||
      (credit->of == Of::lead && !lead_is_bare))
    return;
  if (credit->of != Of::all) bare.resize(1);
  for (Figure* figure : bare) figure->credit = credit->names;
}

}  // namespace kaynak::extract_detail
