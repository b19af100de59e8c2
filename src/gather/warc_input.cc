#include "gather/warc_input.h"

#include <cerrno>
#include <cstring>

namespace kaynak::gather_detail {
namespace {
constexpr std::size_t kPiece = 1 << 16;
}

Result<std::unique_ptr<WarcInput>> WarcInput::open(const Path& path, std::uint64_t offset) {
  const bool standard = path == "-";
  std::error_code ignored;
  if (!standard && std::filesystem::is_directory(path, ignored))
    return fail(ErrorCode::unavailable, "gather", path.string() + " is a folder, no archive");
  std::FILE* file = standard ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr)
    return fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::unavailable, "gather",
                "cannot open " + path.string() + ": " + std::strerror(errno));
  std::unique_ptr<WarcInput> input(new WarcInput(file));
  if (offset > 0 && ::fseeko(file, static_cast<off_t>(offset), SEEK_SET) != 0)
    return fail(ErrorCode::unavailable, "gather", "cannot seek in " + path.string());
  input->raw_end_ = input->member_begin_ = offset;
  input->refill_raw();
  input->gzip_ = input->raw_.substr(0, 2) == "\x1f\x8b";
  return input;
}

bool WarcInput::refill_raw() {
  raw_.erase(0, raw_at_);
  raw_at_ = 0;
  const auto before = raw_.size();
  raw_.resize(before + kPiece);
  const auto got = std::fread(raw_.data() + before, 1, kPiece, file_.get());
  raw_.resize(before + got);
  raw_end_ += got;
  if (got == 0 && std::ferror(file_.get())) failure_ = "the file cannot be read";
  return got > 0;
}

std::string_view WarcInput::window() {
  if (at_ == plain_.size()) refill();
  return std::string_view(plain_).substr(at_);
}

std::uint64_t WarcInput::position() const {
  return raw_end_ - (raw_.size() - raw_at_) - (gzip_ ? 0 : plain_.size() - at_);
}

void WarcInput::refill() {
  plain_.clear();
  at_ = 0;
  if (member_over_ || !failure_.empty()) return;
  if (!gzip_) {
    if (raw_at_ == raw_.size() && !refill_raw()) member_over_ = true;
    plain_.assign(raw_, raw_at_);
    raw_at_ = raw_.size();
    return;
  }
  plain_.resize(kPiece);
  std::size_t produced = 0;
  while (produced == 0 && !member_over_ && failure_.empty()) {
    if (raw_at_ == raw_.size() && !refill_raw()) {
      if (failure_.empty()) failure_ = "the file ends inside a gzip member";
      break;
    }
    const auto step =
        inflater_.step(std::string_view(raw_).substr(raw_at_), plain_.data(), plain_.size());
    raw_at_ += step.consumed;
    produced = step.produced;
    member_over_ = step.ended;
    if (step.failed) failure_ = "a gzip member is damaged";
  }
  plain_.resize(produced);
}

bool WarcInput::next_member() {
  if (!gzip_ || !member_over_ || !failure_.empty()) return false;
  // Padding of zeros between and behind members is met in the wild.
  for (;;) {
    while (raw_at_ < raw_.size() && raw_[raw_at_] == '\0') ++raw_at_;
    if (raw_at_ + 1 < raw_.size()) break;
    if (!refill_raw()) {
      if (raw_at_ < raw_.size()) failure_ = "the file ends inside a gzip member";
      return false;
    }
  }
  if (std::string_view(raw_).substr(raw_at_, 2) != "\x1f\x8b") {
    failure_ = "what follows a gzip member is none";
    return false;
  }
  member_begin_ = raw_end_ - (raw_.size() - raw_at_);
  member_over_ = false;
  inflater_.reset();
  return true;
}

bool WarcInput::skip_member() {
  if (!gzip_) return false;
  while (!window().empty()) consume(window().size());
  return next_member();
}

}  // namespace kaynak::gather_detail
