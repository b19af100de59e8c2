// Whatever is in a file, its records end, come in order of their places, and their parts from it.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

#include "gather/inspect.h"
#include "gather/warc.h"

namespace {

const kaynak::Path& scratch() {
  static const kaynak::Path path =
      std::filesystem::temp_directory_path() / ("kaynak-warc-fuzz-" + std::to_string(::getpid()) + ".warc");
  return path;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::FILE* file = std::fopen(scratch().c_str(), "wb");
  if (file == nullptr) return 0;
  if (std::fwrite(data, 1, size, file) != size) std::abort();
  std::fclose(file);
  kaynak::WarcLimits limits;
  limits.max_record_bytes = 1 << 20;
  auto reader = kaynak::open_warc(scratch(), limits);
  if (reader) {
    std::optional<std::pair<std::uint64_t, std::uint32_t>> before;
    for (std::size_t turns = 0;; ++turns) {
      if (turns > 2 * size + 2) std::abort();  // it must end
      auto record = (*reader)->next();
      if (!record) continue;
      if (!*record) break;
      const std::pair place((*record)->offset, (*record)->index_in_member);
      if ((before && place <= *before) || place.first > size) std::abort();
      if ((*record)->block.size() > limits.max_record_bytes) std::abort();
      before = place;
      kaynak::warc_record_json(**record);
    }
  }
  std::remove(scratch().c_str());
  return 0;
}
