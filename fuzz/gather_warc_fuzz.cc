// Whatever is in a file, its records end, come in order of their places, and their parts from it.
#include <unistd.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <utility>

#include "gather/inspect.h"
#include "gather/warc.h"
#include "gather/warc_cdxj.h"

namespace {

const kaynak::Path& scratch() {
  static const kaynak::Path path = std::filesystem::temp_directory_path() /
                                   ("kaynak-warc-fuzz-" + std::to_string(::getpid()) + ".warc");
  return path;
}

void read_records(std::size_t size, const kaynak::WarcLimits& limits) {
  const auto reader = kaynak::open_warc(scratch(), limits);
  if (!reader) return;
  std::optional<std::pair<std::uint64_t, std::uint32_t>> before;
  for (std::size_t turns = 0;; ++turns) {
    if (turns > 2 * size + 2) std::abort();  // it must end
    const auto record = (*reader)->next();
    if (!record) continue;
    if (!*record) return;
    const std::pair place((*record)->offset, (*record)->index_in_member);
    if ((before && place <= *before) || place.first > size) std::abort();
    if ((*record)->block.size() > limits.max_record_bytes) std::abort();
    before = place;
    kaynak::warc_record_json(**record);
    const auto line = kaynak::cdxj_line(**record, "x.warc");
    if (line && line->find('\n') != std::string::npos) std::abort();
  }
}

void read_groups(std::size_t size, const kaynak::WarcLimits& limits) {
  auto reader = kaynak::open_warc(scratch(), limits);
  if (!reader) return;
  kaynak::WarcGroupReader groups(std::move(*reader));
  for (std::size_t turns = 0;; ++turns) {
    if (turns > 2 * size + 2) std::abort();
    const auto group = groups.next();
    if (!group) continue;
    if (!*group) return;
    if ((*group)->end > size || ((*group)->end > 0 && (*group)->end < (*group)->main.offset))
      std::abort();
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::FILE* file = std::fopen(scratch().c_str(), "wb");
  if (file == nullptr) return 0;
  if (std::fwrite(data, 1, size, file) != size) std::abort();
  std::fclose(file);
  kaynak::WarcLimits limits;
  limits.max_record_bytes = 1 << 20;
  read_records(size, limits);
  read_groups(size, limits);
  std::remove(scratch().c_str());
  return 0;
}
