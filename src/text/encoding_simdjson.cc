#include <simdjson.h>

#include "text/encoding.h"

namespace kaynak {

bool is_valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

}  // namespace kaynak
