/// @file The bytes of an archive file, plain or gzip, with the places of its gzip members. Internal
/// to gather/.
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "base/file.h"
#include "base/result.h"
#include "gather/gzip.h"

namespace kaynak::gather_detail {

/// A file read forwards through a window. A plain file is one member. Not thread-safe.
class WarcInput {
 public:
  static Result<std::unique_ptr<WarcInput>> open(const Path& path, std::uint64_t offset);

  /// Bytes of the current member that are not consumed yet; empty at its end, and after a failure.
  std::string_view window();
  void consume(std::size_t bytes) { at_ += bytes; }
  /// Moves to the next member, once the window is empty. False at the end of the file.
  bool next_member();
  /// Gives up on what stands here and moves on to where a record begins: the next gzip member that
  /// holds one, or in a plain file the next line that begins one. Where a record begins right here,
  /// it stays. False where there is none. A failure is over then.
  bool resync();

  bool is_gzip() const { return gzip_; }
  std::uint64_t member_begin() const { return member_begin_; }
  /// Place in the file: of the next byte of a plain file, behind what was inflated of a gzip one.
  std::uint64_t position() const;
  /// Why reading stopped early ("" where it did not): a broken member, or the disk.
  const std::string& failure() const { return failure_; }
  /// Whether it was the disk.
  bool disk_failed() const { return disk_failed_; }

 private:
  struct Closer {
    void operator()(std::FILE* f) const {
      if (f != stdin) std::fclose(f);
    }
  };
  explicit WarcInput(std::FILE* file);
  bool refill_raw();
  void refill();
  bool skip_member();
  bool find_member();
  bool next_magic();
  bool find_line();
  void step_back();
  bool member_holds_record();
  std::uint64_t raw_position() const { return raw_end_ - (raw_.size() - raw_at_); }

  std::unique_ptr<std::FILE, Closer> file_;
  Inflater inflater_;
  bool gzip_ = false;
  bool member_over_ = false;
  std::string raw_;  ///< read from the file
  std::size_t raw_at_ = 0;
  std::uint64_t raw_end_ = 0;  ///< place in the file behind raw_
  std::uint64_t member_begin_ = 0;
  std::string plain_;  ///< of the current member
  std::size_t at_ = 0;
  std::string failure_;
  bool disk_failed_ = false;
  std::uint64_t may_reread_;  ///< bytes that looking for members may still read twice
};

}  // namespace kaynak::gather_detail
