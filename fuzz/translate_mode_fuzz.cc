// Mode files and stream blocks: nothing but plain words becomes a command, and text survives the
// stream.
#include <cstdlib>

#include "translate/apertium_mode.h"

using namespace kaynak::translate_detail;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto commands = parse_mode(bytes)) {
    if (commands->empty() || commands->size() > 64) std::abort();
    for (const auto& command : *commands) {
      if (command.size() < 2 || command[0].find('/') != std::string::npos) std::abort();
      for (const auto& word : command)
        if (word.find('\0') != std::string::npos) std::abort();
    }
    without_tagger(*commands);
  }
  pair_of_mode(bytes);
  const auto block = to_stream(bytes);
  if (block.find('\0') != std::string::npos || !block.ends_with("[]")) std::abort();
  const auto back = from_stream(block);
  if (back.size() != bytes.size()) std::abort();
  for (std::size_t i = 0; i < size; ++i)
    if (back[i] != bytes[i] && static_cast<unsigned char>(bytes[i]) >= 0x20 && bytes[i] != 0x7f)
      std::abort();
  return 0;
}
