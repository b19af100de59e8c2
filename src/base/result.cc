#include "base/result.h"

namespace kaynak {

const char* to_string(ErrorCode code) {
  switch (code) {
    case ErrorCode::not_found:
      return "not_found";
    case ErrorCode::refused:
      return "refused";
    case ErrorCode::timed_out:
      return "timed_out";
    case ErrorCode::too_large:
      return "too_large";
    case ErrorCode::malformed:
      return "malformed";
    case ErrorCode::not_article:
      return "not_an_article";
    case ErrorCode::conflict:
      return "conflict";
    case ErrorCode::unsupported:
      return "unsupported";
    case ErrorCode::unavailable:
      return "unavailable";
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

std::string Error::message() const { return stage + ": " + detail + " (" + to_string(code) + ")"; }

}  // namespace kaynak
