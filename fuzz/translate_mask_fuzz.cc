// Masking: what is hidden comes back exactly, whatever the sentence; an engine's answer never
// breaks it.
#include <cstdlib>

#include "text/encoding.h"
#include "translate/apertium_mode.h"
#include "translate/mask.h"
#include "translate/repair.h"

using namespace kaynak;
using namespace kaynak::translate_detail;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = decode_as({reinterpret_cast<const char*>(data), size}, "utf-8");
  const auto half = text.find('\n');
  const auto source = text.substr(0, half);
  const auto answer = half == std::string::npos ? std::string() : text.substr(half + 1);
  const auto hidden = find_opaque(source);
  std::uint32_t last = 0;
  for (const auto& part : hidden) {
    if (part.begin < last || part.empty() || part.end > source.size()) std::abort();
    last = part.end;
  }
  const MaskedText masked(source, hidden);
  if (const auto back = masked.restore(masked.masked()); back && back->text != source) std::abort();
  if (masked.join(masked.pieces()).text != source) std::abort();
  if (const auto other = masked.restore(answer)) {
    if (other->parts.size() != hidden.size()) std::abort();
    for (std::size_t i = 0; i < hidden.size(); ++i)
      if (other->text.substr(other->parts[i].begin, other->parts[i].size()) !=
          source.substr(hidden[i].begin, hidden[i].size()))
        std::abort();
  }
  find_names(source, {{"Rose Brown", answer}, {answer}});
  if (!is_valid_utf8(repair_entities(answer))) std::abort();
  if (!is_valid_utf8(tidy(source, answer))) std::abort();
  return 0;
}
