#include "gather/warc_input.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace kaynak::gather_detail {
namespace {
constexpr std::size_t kPiece = 1 << 16;
constexpr std::size_t kAhead = 1 << 12;
constexpr std::string_view kRecordWord = "WARC/";
constexpr std::string_view kMagic = "\x1f\x8b\x08";
// A damaged member is noticed some way behind the damage, perhaps in the next member already.
constexpr std::uint64_t kLookBack = 1 << 16;
// What is made of nothing but false beginnings must not be read over and over.
constexpr std::uint64_t kMayReread = 64u << 20;

bool ends_with(const Path& path, std::string_view ending) {
  return std::string_view(path.native()).ends_with(ending);
}
}  // namespace

WarcInput::WarcInput(std::FILE* file)
    : file_(file), inflater_(ZForm::gzip), may_reread_(kMayReread) {}

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
  input->gzip_ = input->raw_.substr(0, 2) == kMagic.substr(0, 2);
  if (!input->gzip_ && !input->raw_.empty() && ends_with(path, ".gz")) {
    input->gzip_ = true;
    input->failure_ = "it does not begin with a gzip member";
  }
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
  if (got == 0 && std::ferror(file_.get())) {
    failure_ = "the file cannot be read";
    disk_failed_ = true;
  }
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
  while (!window().empty()) consume(window().size());
  return next_member();
}

bool WarcInput::resync() {
  if (window().starts_with(kRecordWord)) return true;
  if (disk_failed_) return false;
  if (!gzip_) return find_line();
  return skip_member() || (!failure_.empty() && find_member());
}

/// Back to where the next member may begin at the earliest. Standard input stays where it is.
void WarcInput::step_back() {
  const auto here = raw_position();
  const auto from = std::max(member_begin_ + 1, here - std::min(here, kLookBack));
  if (from >= here || here - from > may_reread_) return;
  if (::fseeko(file_.get(), static_cast<off_t>(from), SEEK_SET) != 0) return;
  may_reread_ -= here - from;
  raw_.clear();
  raw_at_ = 0;
  raw_end_ = from;
}

bool WarcInput::find_member() {
  step_back();
  failure_.clear();
  plain_.clear();
  at_ = 0;
  member_over_ = false;
  for (; next_magic(); ++raw_at_) {
    member_begin_ = raw_position();
    if (member_holds_record()) return true;
  }
  return false;
}

/// Moves to the next bytes that begin a gzip member, with some of what follows them at hand.
bool WarcInput::next_magic() {
  for (;;) {
    const auto found = raw_.find(kMagic, raw_at_);
    const bool some = found != std::string::npos;
    raw_at_ = some ? found : raw_.size() - std::min(raw_.size() - raw_at_, kMagic.size() - 1);
    if (some && raw_.size() - raw_at_ >= kAhead) return true;
    if (!refill_raw()) return some;
  }
}

/// Whether what is inflated from here begins as a record does.
bool WarcInput::member_holds_record() {
  char begin[9];
  inflater_.reset();
  const auto step = inflater_.step(std::string_view(raw_).substr(raw_at_), begin, sizeof begin);
  inflater_.reset();
  const std::string_view got(begin, step.produced);
  return got.starts_with(kRecordWord) || got.starts_with("filedesc:") || got.starts_with("http:") ||
         got.starts_with("https:");
}

bool WarcInput::find_line() {
  for (;;) {
    const auto here = window();
    if (here.empty()) return false;
    const auto end = here.find('\n');
    consume(std::min(here.size(), end == std::string_view::npos ? end : end + 1));
    if (end == std::string_view::npos) continue;
    while (plain_.size() - at_ < kRecordWord.size() && refill_raw()) {
      plain_.erase(0, std::exchange(at_, 0));
      plain_.append(raw_, std::exchange(raw_at_, raw_.size()));
    }
    if (std::string_view(plain_).substr(at_).starts_with(kRecordWord)) return true;
  }
}

}  // namespace kaynak::gather_detail
