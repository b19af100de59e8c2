/// @file Inflating and gzip members (zlib behind one file). Internal to gather/.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"

namespace kaynak::gather_detail {

enum class ZForm { gzip, zlib, raw };

/// Incremental decoder of one member or stream. Not thread-safe.
class Inflater {
 public:
  struct Step {
    std::size_t consumed = 0;
    std::size_t produced = 0;
    bool ended = false;   ///< the member is complete and its checksum right
    bool failed = false;  ///< the bytes are none of this form, or damaged
  };

  explicit Inflater(ZForm form);
  ~Inflater();
  Inflater(Inflater&&) noexcept;
  Inflater& operator=(Inflater&&) noexcept;
  Step step(std::string_view in, char* out, std::size_t room);
  /// Ready for the next member.
  void reset();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// What of `bytes` could be inflated. Errors: malformed (nothing could), too_large. A stream that
/// breaks off or is damaged later gives what came before.
Result<std::string> inflate(std::string_view bytes, ZForm form, std::size_t max_bytes);

/// `bytes` as one gzip member whose header tells its own length (the "sl" field of WARC/1.1, annex
/// D), so that a reader can hop from member to member.
std::string gzip_member(std::string_view bytes);

/// Length of the gzip member that begins with `head` (at least 24 bytes of it), as its "sl" field
/// tells; 0 where it tells none.
std::uint64_t told_member_length(std::string_view head);

}  // namespace kaynak::gather_detail
