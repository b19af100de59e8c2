#include <uchardet.h>

#include <memory>

#include "text/encoding_detail.h"

namespace kaynak::text_detail {
namespace {

/// More does not change the answer and costs 20 ns a byte.
constexpr std::size_t kDetectBytes = 128 << 10;

}  // namespace

const EncodingName* detect_encoding(std::string_view bytes) {
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  bytes = bytes.substr(0, kDetectBytes);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return nullptr;
  uchardet_data_end(detector.get());
  return find_encoding(uchardet_get_charset(detector.get()));
}

}  // namespace kaynak::text_detail
