#include "attribute/corrections.h"

namespace kaynak::attribute_detail {
namespace {

constexpr std::size_t longest_note = 800;  // bytes; longer ones are text about a correction

/// "Correction:", "An earlier version of this article …": a label with its colon or dash, or words
/// that only such notes begin with.
bool is_note(const Scan& scan) {
  if (scan.size() < 3 || scan.text.size() > longest_note || !scan.is(0, k_correction)) return false;
  const std::uint32_t length = scan.phrases[0].length;
  if (length >= scan.size()) return false;
  constexpr std::uint32_t phrase_words = 3, dense_characters = 4;
  if (length >= (scan.tokens[0].dense ? dense_characters : phrase_words)) return true;
  return scan.tokens[length - 1].after & (gap_colon | gap_dash | gap_close | gap_bar | gap_stop);
}

}  // namespace

std::string find_correction(const std::vector<Block>& blocks, const std::vector<Scan>& scans) {
  for (std::size_t i = 0; i < blocks.size() && i < scans.size(); ++i) {
    const BlockKind kind = blocks[i].kind;
    const bool prose = kind == BlockKind::paragraph || kind == BlockKind::list_item;
    if (prose && is_note(scans[i])) return blocks[i].text;
  }
  return {};
}

}  // namespace kaynak::attribute_detail
