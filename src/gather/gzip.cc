#include "gather/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace kaynak::gather_detail {
namespace {

int window_bits(ZForm form) {
  switch (form) {
    case ZForm::gzip:
      return 15 + 16;
    case ZForm::zlib:
      return 15;
    case ZForm::raw:
      break;
  }
  return -15;
}

// Header of our members: 10 fixed bytes, XLEN, then one "sl" subfield of 8 bytes.
constexpr std::size_t kLengthAt = 16;
constexpr std::size_t kHeadBytes = 24;

void put32(char* out, std::uint32_t value) {
  for (int i = 0; i < 4; ++i) out[i] = static_cast<char>(value >> (8 * i) & 0xff);
}

}  // namespace

struct Inflater::State {
  z_stream z{};
  bool usable = false;
};

Inflater::Inflater(ZForm form) : state_(std::make_unique<State>()) {
  if (inflateInit2(&state_->z, window_bits(form)) != Z_OK) throw std::bad_alloc();
  state_->usable = true;
}
Inflater::~Inflater() {
  if (state_ && state_->usable) inflateEnd(&state_->z);
}
Inflater::Inflater(Inflater&&) noexcept = default;
Inflater& Inflater::operator=(Inflater&& other) noexcept {
  std::swap(state_, other.state_);
  return *this;
}

void Inflater::reset() { inflateReset(&state_->z); }

Inflater::Step Inflater::step(std::string_view in, char* out, std::size_t room) {
  constexpr std::size_t most = 1u << 30;  // zlib counts in 32 bits
  auto& z = state_->z;
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  z.avail_in = static_cast<uInt>(std::min(in.size(), most));
  z.next_out = reinterpret_cast<Bytef*>(out);
  z.avail_out = static_cast<uInt>(std::min(room, most));
  const auto in_before = z.avail_in;
  const auto out_before = z.avail_out;
  const int code = ::inflate(&z, Z_NO_FLUSH);
  Step step;
  step.consumed = in_before - z.avail_in;
  step.produced = out_before - z.avail_out;
  step.ended = code == Z_STREAM_END;
  step.failed = code != Z_OK && code != Z_STREAM_END && code != Z_BUF_ERROR;
  return step;
}

Result<std::string> inflate(std::string_view bytes, ZForm form, std::size_t max_bytes) {
  Inflater inflater(form);
  std::string out;
  char buffer[1 << 15];
  while (!bytes.empty()) {
    const auto step = inflater.step(bytes, buffer, sizeof buffer);
    out.append(buffer, step.produced);
    if (out.size() > max_bytes)
      return fail(
          ErrorCode::too_large, "gather",
          "compressed content inflates to more than " + std::to_string(max_bytes) + " bytes");
    bytes.remove_prefix(step.consumed);
    if (step.failed || step.ended || (step.consumed == 0 && step.produced == 0)) {
      if (step.failed && out.empty())
        return fail(ErrorCode::malformed, "gather", "not compressed as it says");
      if (!step.ended || form != ZForm::gzip) break;
      inflater.reset();  // a gzip body may have several members
      if (bytes.size() < 2 || bytes.substr(0, 2) != "\x1f\x8b") break;
    }
  }
  // zlib may hold back output where the buffer was full at the last byte of input.
  for (bool more = true; more;) {
    const auto step = inflater.step({}, buffer, sizeof buffer);
    out.append(buffer, step.produced);
    more = step.produced > 0;
    if (out.size() > max_bytes)
      return fail(ErrorCode::too_large, "gather", "compressed content inflates to too much");
  }
  return out;
}

std::string gzip_member(std::string_view bytes) {
  z_stream z{};
  if (deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  char extra[12] = {'s', 'l', 8, 0};
  gz_header head{};
  head.extra = reinterpret_cast<Bytef*>(extra);
  head.extra_len = sizeof extra;
  head.os = 255;
  deflateSetHeader(&z, &head);
  std::string out(deflateBound(&z, bytes.size()) + 64, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  const int code = deflate(&z, Z_FINISH);
  out.resize(z.total_out);
  deflateEnd(&z);
  if (code != Z_STREAM_END) throw std::logic_error("deflate did not end");
  put32(out.data() + kLengthAt, static_cast<std::uint32_t>(out.size()));
  put32(out.data() + kLengthAt + 4, static_cast<std::uint32_t>(bytes.size()));
  return out;
}

std::uint64_t told_member_length(std::string_view head) {
  if (head.size() < kHeadBytes || head.substr(0, 2) != "\x1f\x8b" || !(head[3] & 4) ||
      head.substr(12, 4) != std::string_view("sl\x08\0", 4))
    return 0;
  std::uint64_t length = 0;
  for (int i = 3; i >= 0; --i)
    length =
        length << 8 | static_cast<unsigned char>(head[kLengthAt + static_cast<std::size_t>(i)]);
  return length;
}

}  // namespace kaynak::gather_detail
